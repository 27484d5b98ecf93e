using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>A person (<c>people.tsv</c>).</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">The usual full name.</param>
/// <param name="Variants">Other spellings and short forms, in full.</param>
/// <param name="Code">Code of the person's state or organisation.</param>
/// <param name="Sector">What the person is when no office of the date says better; null when the pack does not say.</param>
/// <param name="Pack">Id of the pack that tells it.</param>
/// <param name="Source">Where the pack has it from.</param>
public sealed record Person(string Id, string Name, IReadOnlyList<string> Variants, string Code, Sector? Sector, string Pack, string Source);
