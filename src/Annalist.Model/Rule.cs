namespace Annalist.Model;

/// <summary>What binds an actor (codebook 7b).</summary>
public sealed record Rule : Finding
{
    /// <summary>Codes of those whom it binds.</summary>
    public required IReadOnlyList<string> Bearer { get; init; }

    /// <summary>Obliges, allows or forbids.</summary>
    public required RuleForce Force { get; init; }

    /// <summary>Event type or tie relation, in the record's spelling.</summary>
    public required string Act { get; init; }

    /// <summary>Codes toward whom; empty when anyone.</summary>
    public IReadOnlyList<string> Toward { get; init => field = value ?? []; } = [];

    /// <summary>Under which condition; null when none.</summary>
    public string? Condition { get; init; }

    /// <summary>Code of whose consent it needs; null when nobody's.</summary>
    public string? ConsentOf { get; init; }

    /// <summary>Treaty, document or organisation it comes from; null when not told.</summary>
    public string? Instrument { get; init; }

    /// <summary>First day in force; null when unknown.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day in force; null when open or unknown.</summary>
    public DateOnly? To { get; init; }

    /// <inheritdoc/>
    public bool Equals(Rule? other) => base.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}
