namespace Annalist.Store;

/// <summary>Which findings are asked for. All conditions must hold; what is null or empty asks nothing.</summary>
public sealed record FindingFilter
{
    /// <summary>Kinds: <c>event statement tie figure rule commitment expectation aim</c>; empty for all.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Code that takes part, on either side.</summary>
    public string? Actor { get; init; }

    /// <summary>Second code that takes part beside <see cref="Actor"/>.</summary>
    public string? With { get; init; }

    /// <summary>Code that acts: actor, speaker, subject, bearer, promiser.</summary>
    public string? By { get; init; }

    /// <summary>Code that is acted on or spoken of: recipient, about, object.</summary>
    public string? Toward { get; init; }

    /// <summary>Event types, relations, measures, forms in the record's spelling; empty for all.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Status of events, phases of ties, stages of commitments; empty for all.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];

    /// <summary>First day: what ended before is left out.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Last day: what began after is left out.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>What holds or happens on this day.</summary>
    public DateOnly? At { get; init; }

    /// <summary>The record as it stood at this moment: what was learned later is left out, what was replaced later is shown. Null: as it stands.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Part of the outlet's name, whatever the case.</summary>
    public string? Outlet { get; init; }

    /// <summary>Label of a report, or the beginning of its hash (8 digits or more).</summary>
    public string? Report { get; init; }

    /// <summary>Part of the speaker's name, whatever the case.</summary>
    public string? Speaker { get; init; }

    /// <summary>Least confidence, 0 to 1.</summary>
    public double? Confidence { get; init; }

    /// <summary>How verdicts and corrections are taken; with <see cref="AsOf"/> as they stood then.</summary>
    public Review Review { get; init; }

    /// <summary>At most so many, the newest; null for all.</summary>
    public int? Limit { get; init; }

    /// <summary>So many are passed over first, 0 or more.</summary>
    public int Offset { get; init; }
}
