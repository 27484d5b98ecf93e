namespace Annalist.Model;

/// <summary>What somebody promised (codebook 7b).</summary>
public sealed record Commitment : Finding
{
    /// <summary>Codes of those who promise.</summary>
    public required IReadOnlyList<string> By { get; init; }

    /// <summary>Codes of those to whom.</summary>
    public IReadOnlyList<string> Toward { get; init => field = value ?? []; } = [];

    /// <summary>The act promised; null when it fits no type.</summary>
    public EventType? Act { get; init; }

    /// <summary>The words that say what.</summary>
    public string? Matter { get; init; }

    /// <summary>How much, in <see cref="Unit"/>; null when not told.</summary>
    public double? Amount { get; init; }

    /// <summary>ISO 4217 or a unit of the codebook; null with <see cref="Amount"/>.</summary>
    public string? Unit { get; init; }

    /// <summary>By when; null when not told.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>How far it has come.</summary>
    public CommitmentStage Stage { get; init; } = CommitmentStage.Pledged;

    /// <summary>Treaty or document; null when not told.</summary>
    public string? Instrument { get; init; }

    /// <inheritdoc/>
    public bool Equals(Commitment? other) => base.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}
