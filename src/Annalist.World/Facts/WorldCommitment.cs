using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>What somebody promised (codebook 7b; <c>commitments.tsv</c> with <c>moves.tsv</c>, or read in a report).</summary>
public sealed record WorldCommitment
{
    /// <summary>Stable id: the pack's, or the finding's.</summary>
    public required string Id { get; init; }

    /// <summary>Codes of those who promise.</summary>
    public required IReadOnlyList<string> By { get; init; }

    /// <summary>Codes of those to whom; empty when not told.</summary>
    public IReadOnlyList<string> Toward { get; init; } = [];

    /// <summary>The act promised; null when it fits no type.</summary>
    public EventType? Act { get; init; }

    /// <summary>What, in words.</summary>
    public string? Matter { get; init; }

    /// <summary>How much, in <see cref="Unit"/>; null when not told.</summary>
    public double? Amount { get; init; }

    /// <summary>ISO 4217 or a unit of the codebook; null with <see cref="Amount"/>.</summary>
    public string? Unit { get; init; }

    /// <summary>By when; null when not told.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Treaty or document, by code or name; null when not told.</summary>
    public string? Instrument { get; init; }

    /// <summary>How it went, in the order of days; a move without a day comes first.</summary>
    public IReadOnlyList<CommitmentMove> Moves { get; init; } = [];

    /// <summary>The stage that it had reached on the day; null when it did not exist yet. A null day asks for the last one.</summary>
    public CommitmentMove? StageAt(DateOnly? at) => Moves.LastOrDefault(m => at is not { } day || m.On is not { } on || on.From <= day);
}
