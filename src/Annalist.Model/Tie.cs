namespace Annalist.Model;

/// <summary>What holds between actors (codebook 5).</summary>
public sealed record Tie : Finding
{
    /// <summary>Code of the subject; a person's name for <see cref="Model.Relation.HoldsOffice"/>.</summary>
    public required string Subject { get; init; }

    /// <summary>What holds.</summary>
    public required Relation Relation { get; init; }

    /// <summary>Code of the object where one exists, else its name.</summary>
    public required string Object { get; init; }

    /// <summary>1, or −1 where the sentence says that it does not hold.</summary>
    public int Polarity { get; init => field = value == 0 ? 1 : value; } = 1;

    /// <summary>How far it has come.</summary>
    public Phase Phase { get; init; } = Phase.InForce;

    /// <summary>First day it holds; null when the report does not say.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day it holds; null when the report does not say.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The office held; null for other relations.</summary>
    public string? Office { get; init; }

    /// <summary>Place, as of a base; null when none is told.</summary>
    public string? Place { get; init; }

    /// <summary>Trade, energy, transit, security or remittances for a dependency; else null.</summary>
    public string? Channel { get; init; }

    /// <summary>What is supplied; else null.</summary>
    public string? Goods { get; init; }

    /// <summary>Through whom or what; else null.</summary>
    public string? Via { get; init; }

    /// <summary>Whether a supply is lawful; null when not said.</summary>
    public bool? Licit { get; init; }

    /// <summary>Rank among its like, 1 for the greatest ("the main partner"); null when not said.</summary>
    public int? Rank { get; init; }

    /// <summary>Place of the words that tell it.</summary>
    public TextSpan? CueSpan { get; init; }

    /// <inheritdoc/>
    public bool Equals(Tie? other) => base.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}
