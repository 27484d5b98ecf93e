using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>That a pack lists all ties of a relation that a code has on a side (<c>complete.tsv</c>): one that it does not list does not hold. Without it silence is unknown.</summary>
/// <param name="Code">Code whose ties are all listed.</param>
/// <param name="Relation">The relation.</param>
/// <param name="Side">On which side the code stands.</param>
/// <param name="Period">When the list is complete.</param>
/// <param name="Pack">Id of the pack that tells it.</param>
/// <param name="Source">Where the pack has it from.</param>
public sealed record CompleteList(string Code, Relation Relation, TieSide Side, Period Period, string Pack, string Source)
{
    /// <summary>Where it stands.</summary>
    public required Receipt Receipt { get; init; }
}
