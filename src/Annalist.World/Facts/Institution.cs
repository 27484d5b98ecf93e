namespace Annalist.Worlds;

/// <summary>What kind of institution an actor is (<c>institutions.tsv</c>).</summary>
/// <param name="Code">Code of the actor.</param>
/// <param name="Level">Highest level at which it meets, in plain words; null when the pack does not say.</param>
/// <param name="Areas">What it works on (<see cref="KnownAreas"/>); empty when the pack does not say.</param>
/// <param name="DecidesBy"><c>consensus</c>, <c>majority</c> or <c>leader</c>; null when the pack does not say.</param>
/// <param name="Note">A remark in the pack's words; null when there is none.</param>
/// <param name="Pack">Id of the pack that tells it.</param>
/// <param name="Source">Where the pack has it from.</param>
public sealed record Institution(string Code, string? Level, IReadOnlyList<string> Areas, string? DecidesBy, string? Note, string Pack, string Source)
{
    /// <summary>The areas that a pack can name.</summary>
    public static IReadOnlyList<string> KnownAreas { get; } =
    [
        "defence", "security", "trade", "customs", "energy", "transport", "water", "environment", "health", "culture", "migration", "finance", "politics", "law", "media", "technology", "nuclear",
    ];

    /// <summary>The ways of deciding that a pack can name.</summary>
    public static IReadOnlyList<string> KnownDecisions { get; } = ["consensus", "majority", "leader"];
}
