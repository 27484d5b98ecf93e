using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>What was counted (codebook 6; <c>figures.tsv</c>, or read in a report).</summary>
public sealed record WorldFigure
{
    /// <summary>Stable id: the finding's; null for a pack's.</summary>
    public string? Id { get; init; }

    /// <summary>What was measured.</summary>
    public required Measure Measure { get; init; }

    /// <summary>How much, in <see cref="Unit"/>.</summary>
    public required double Value { get; init; }

    /// <summary>ISO 4217 or a unit of the codebook.</summary>
    public required string Unit { get; init; }

    /// <summary>Codes of whom it is about.</summary>
    public IReadOnlyList<string> Actors { get; init; } = [];

    /// <summary>For which time.</summary>
    public Period Period { get; init; }

    /// <summary>What exactly was counted, in words; null when there is none.</summary>
    public string? About { get; init; }
}
