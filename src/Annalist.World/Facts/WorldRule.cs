using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>What binds an actor (codebook 7b; <c>rules.tsv</c>, or read in a report).</summary>
public sealed record WorldRule
{
    /// <summary>Stable id: the pack's, or the finding's.</summary>
    public required string Id { get; init; }

    /// <summary>Whom it binds: codes, <c>!CODE</c> for who does not belong to it, <c>area:NAME</c> for institutions of that area.</summary>
    public required IReadOnlyList<string> Bearer { get; init; }

    /// <summary>Obliges, allows or forbids.</summary>
    public required RuleForce Force { get; init; }

    /// <summary>Event type or relation, in the record's spelling.</summary>
    public required string Act { get; init; }

    /// <summary>Words that narrow the act; null for the whole act.</summary>
    public string? Matter { get; init; }

    /// <summary>Toward whom, as in <see cref="Bearer"/>; empty for anybody.</summary>
    public IReadOnlyList<string> Toward { get; init; } = [];

    /// <summary>What must be met, in words; null when nothing.</summary>
    public string? Condition { get; init; }

    /// <summary>What lifts a prohibition, in words; null when nothing.</summary>
    public string? Unless { get; init; }

    /// <summary>Code whose members must all agree; null when nobody must.</summary>
    public string? ConsentOf { get; init; }

    /// <summary>Treaty, law, document or organisation that it comes from, by code or name; null when not told.</summary>
    public string? Instrument { get; init; }

    /// <summary>When it is in force.</summary>
    public Period Period { get; init; }
}
