namespace Annalist.Worlds;

/// <summary>A place (<c>places.tsv</c>).</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">The usual name.</param>
/// <param name="Variants">Other spellings.</param>
/// <param name="Code">Code of the state it lies in; null when it lies in several or the pack does not say.</param>
/// <param name="Type">What it is.</param>
/// <param name="Pack">Id of the pack that tells it.</param>
/// <param name="Source">Where the pack has it from.</param>
public sealed record Place(string Id, string Name, IReadOnlyList<string> Variants, string? Code, PlaceType Type, string Pack, string Source);
