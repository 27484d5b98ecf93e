namespace Annalist.Store;

/// <summary>Which findings without a verdict are asked for.</summary>
public sealed record QueueFilter
{
    /// <summary>Label of a report, or the beginning of its hash (8 digits or more); null for all reports.</summary>
    public string? Report { get; init; }

    /// <summary>Kinds: <c>event statement tie figure rule commitment expectation aim</c>; empty for all.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>At most so many; null for all.</summary>
    public int? Limit { get; init; }

    /// <summary>So many are passed over first, 0 or more.</summary>
    public int Offset { get; init; }
}
