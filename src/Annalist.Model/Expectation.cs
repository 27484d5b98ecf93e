namespace Annalist.Model;

/// <summary>What somebody says will, may or would come (codebook 7b).</summary>
public sealed record Expectation : Finding
{
    /// <summary>Who expects: the speaker; null for the report's author.</summary>
    public string? By { get; init; }

    /// <summary>The condition's words; null when unconditional.</summary>
    public string? If { get; init; }

    /// <summary>The condition as an act to watch for: a later finding of its type and parties means that the condition has come; null when unconditional or when the words could not be coded.</summary>
    public WatchedAct? IfAct { get; init; }

    /// <summary>What would come.</summary>
    public required string Then { get; init; }

    /// <summary>What would come as an act to watch for: a later finding of its type and parties fulfils the expectation; null when the words could not be coded.</summary>
    public WatchedAct? ThenAct { get; init; }

    /// <summary>What would prevent it; null when nothing is named.</summary>
    public string? Unless { get; init; }

    /// <summary>By when; null when open.</summary>
    public DateOnly? Horizon { get; init; }

    /// <summary>How likely the teller holds it to be.</summary>
    public Likelihood Likelihood { get; init; }

    /// <summary>Codes of the actors concerned.</summary>
    public IReadOnlyList<string> Actors { get; init => field = value ?? []; } = [];

    /// <inheritdoc/>
    public bool Equals(Expectation? other) => base.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}
