using Annalist.Model;

namespace Annalist.Coding;

/// <summary>What an event's report gives to its line in PLOVER's form.</summary>
/// <param name="Headline">Headline; null when unknown.</param>
/// <param name="Outlet">Outlet; null when unknown.</param>
/// <param name="Published">Day of publication; null when unknown.</param>
/// <param name="Language">ISO 639-1 code; null when unknown.</param>
public sealed record PloverSource(string? Headline, string? Outlet, DateOnly? Published, string? Language)
{
    /// <summary>Of a report.</summary>
    public static PloverSource Of(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new(report.Title, report.Outlet, report.Published, report.Language);
    }
}
