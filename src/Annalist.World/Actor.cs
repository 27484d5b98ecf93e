using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>A state, organisation, format, group or movement (<c>actors.tsv</c>).</summary>
/// <param name="Code">Its code in the record.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its usual name.</param>
/// <param name="Sector">What it is when it acts as a whole.</param>
/// <param name="Founded">When it came to be; null when the pack does not say.</param>
/// <param name="Ended">Its last day; null when it stands, or the pack does not say.</param>
/// <param name="Pack">Id of the pack that tells it.</param>
/// <param name="Source">Where the pack has it from.</param>
public sealed record Actor(string Code, ActorKind Kind, string Name, Sector Sector, DateRange? Founded, DateRange? Ended, string Pack, string Source);
