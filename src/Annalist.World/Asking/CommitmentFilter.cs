using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>Which commitments are asked for. All conditions must hold; what is null asks nothing.</summary>
public sealed record CommitmentFilter
{
    /// <summary>Code of who promised; a group counts for its members.</summary>
    public string? By { get; init; }

    /// <summary>Code of to whom; a group counts for its members.</summary>
    public string? Toward { get; init; }

    /// <summary>The act promised.</summary>
    public EventType? Act { get; init; }

    /// <summary>The stage reached on <see cref="At"/>.</summary>
    public CommitmentStage? Stage { get; init; }

    /// <summary>Due by this day, and not delivered on <see cref="At"/>.</summary>
    public DateOnly? DueBy { get; init; }

    /// <summary>The day; null for all that is known.</summary>
    public DateOnly? At { get; init; }

    /// <summary>The commitments of a view, the latest moved first; those that were not made by the day are left out.</summary>
    public IReadOnlyList<AnswerLine> Of(SystemView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var parties = new Parties(view, At);
        return
        [
            .. view.Commitments.Where(h => h.Stands && h.Fact is var c
                    && (By is null || parties.Any([By], c.By)) && (Toward is null || parties.Any([Toward], c.Toward)) && (Act is null || c.Act == Act)
                    && (At is null || c.Moves.Count == 0 || c.StageAt(At) is not null)
                    && (Stage is null || c.StageAt(At)?.Stage == Stage)
                    && (DueBy is not { } due || (c.Due is { } d && d <= due && c.StageAt(At)?.Stage is not CommitmentStage.Delivered)))
                .OrderByDescending(h => h.Fact.StageAt(At)?.On?.From ?? DateOnly.MinValue).ThenBy(h => h.Fact.Id, StringComparer.Ordinal)
                .Select(h => AnswerLine.Of("basis", h)),
        ];
    }
}
