namespace Annalist.Worlds;

/// <summary>A rule of the act asked for, and whether it bites.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Applies">True when it binds the bearer in this case on this day.</param>
/// <param name="Why">Why it does or does not, in words.</param>
/// <param name="Ties">The memberships by which it does.</param>
public sealed record AppliedRule(Held<WorldRule> Rule, bool Applies, string Why, IReadOnlyList<Held<WorldTie>> Ties)
{
    /// <summary>False when the bearer is not among those whom it binds.</summary>
    public bool Binds { get; init; } = true;
}
