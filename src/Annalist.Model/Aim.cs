namespace Annalist.Model;

/// <summary>What an actor is said to want (codebook 7b).</summary>
public sealed record Aim : Finding
{
    /// <summary>Code of whose aim it is.</summary>
    public required string Of { get; init; }

    /// <summary>The words that say what.</summary>
    public required string Matter { get; init; }

    /// <summary>Codes toward whom; empty when nobody is named.</summary>
    public IReadOnlyList<string> Toward { get; init => field = value ?? []; } = [];

    /// <summary>Who ascribes it; null for the report's author.</summary>
    public string? AscribedBy { get; init; }

    /// <inheritdoc/>
    public bool Equals(Aim? other) => base.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}
