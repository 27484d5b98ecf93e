namespace Annalist.Worlds;

/// <summary>What an actor is said to want (codebook 7b; <c>aims.tsv</c>, or read in a report).</summary>
public sealed record WorldAim
{
    /// <summary>Stable id: the pack's, or the finding's.</summary>
    public required string Id { get; init; }

    /// <summary>Code of whose aim it is.</summary>
    public required string Of { get; init; }

    /// <summary>What, in words.</summary>
    public required string Matter { get; init; }

    /// <summary>Codes toward whom; empty when nobody is named.</summary>
    public IReadOnlyList<string> Toward { get; init; } = [];

    /// <summary>Who ascribes it; null for the teller himself.</summary>
    public string? AscribedBy { get; init; }

    /// <summary>When it is held.</summary>
    public Period Period { get; init; }
}
