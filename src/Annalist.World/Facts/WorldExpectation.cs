using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>What somebody says will, may or would come (codebook 7b; <c>expectations.tsv</c>, or read in a report).</summary>
public sealed record WorldExpectation
{
    /// <summary>Stable id: the pack's, or the finding's.</summary>
    public required string Id { get; init; }

    /// <summary>Who expects; null for a report's author.</summary>
    public string? By { get; init; }

    /// <summary>The condition in words; null when unconditional.</summary>
    public string? If { get; init; }

    /// <summary>The condition as an act that can be watched for; null when it cannot be coded.</summary>
    public WatchedAct? IfAct { get; init; }

    /// <summary>What would come, in words.</summary>
    public required string Then { get; init; }

    /// <summary>What would come, as an act that can be watched for; null when it cannot be coded.</summary>
    public WatchedAct? ThenAct { get; init; }

    /// <summary>What would prevent it; null when nothing is named.</summary>
    public string? Unless { get; init; }

    /// <summary>By when; null when open.</summary>
    public DateOnly? Horizon { get; init; }

    /// <summary>How likely the teller holds it to be.</summary>
    public Likelihood Likelihood { get; init; }

    /// <summary>Codes of the actors concerned.</summary>
    public IReadOnlyList<string> Actors { get; init; } = [];

    /// <summary>Day on which it was told; null when unknown. What happened before it cannot meet it.</summary>
    public DateOnly? Told { get; init; }
}
