namespace Annalist.Model;

/// <summary>An amount that measures a relation or an act (codebook 6).</summary>
public sealed record Figure : Finding
{
    /// <summary>What it counts.</summary>
    public required Measure Measure { get; init; }

    /// <summary>The plain number, in <see cref="Unit"/>.</summary>
    public required double Value { get; init; }

    /// <summary>ISO 4217, or <c>people percent km km2 m3 tonnes bcm MW companies items</c>; null when not told.</summary>
    public string? Unit { get; init; }

    /// <summary>Codes of the actors that it measures.</summary>
    public IReadOnlyList<string> Actors { get; init => field = value ?? []; } = [];

    /// <summary>First day of the time measured; null when unknown.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the time measured; null when unknown.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Place of the number and its unit.</summary>
    public TextSpan? CueSpan { get; init; }

    /// <inheritdoc/>
    public bool Equals(Figure? other) => base.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}
