using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>An office that a person held (<c>offices.tsv</c>).</summary>
/// <param name="Person">Id of the person.</param>
/// <param name="Code">Code of the state or organisation.</param>
/// <param name="Title">The office in plain words, lower case: <c>foreign minister</c>.</param>
/// <param name="Sector">What its holder is; null when the pack does not say.</param>
/// <param name="Period">When it was held.</param>
/// <param name="Pack">Id of the pack that tells it.</param>
/// <param name="Source">Where the pack has it from.</param>
public sealed record Office(string Person, string Code, string Title, Sector? Sector, Period Period, string Pack, string Source);
