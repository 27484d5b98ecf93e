using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>A finding with who told it and when.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Outlet">The outlet; null when unknown.</param>
/// <param name="Told">Day on which it was told; null when unknown.</param>
/// <param name="Learned">When Annalist learned it; null when that does not matter.</param>
/// <param name="Verdict">What a person said of it; null when nobody did.</param>
/// <param name="Judged">When the person said so; null with <paramref name="Verdict"/>.</param>
/// <param name="Title">Title of the report, for receipts; null when it has none.</param>
public sealed record ToldFinding(Finding Finding, string? Outlet, DateOnly? Told, DateTimeOffset? Learned, Verdict? Verdict = null, DateTimeOffset? Judged = null, string? Title = null)
{
    /// <summary>The receipt.</summary>
    public Receipt Receipt { get; } = new(Verdict is null ? Layer.Read : Layer.Accepted, Outlet ?? "report " + Finding.Report)
    {
        Finding = Finding.Id,
        Report = Finding.Report,
        Outlet = Outlet,
        Title = Title,
        Told = Told,
        Learned = Learned,
        Sentence = Finding.Sentence,
    };

    /// <summary>How it stands before it is compared with others.</summary>
    public Standing Standing => Verdict switch
    {
        Worlds.Verdict.Accepted => Standing.Accepted,
        Worlds.Verdict.Rejected => Standing.Rejected,
        _ => Standing.Told,
    };
}
