using Annalist.Worlds;

namespace Annalist.Web.Lookup;

/// <summary>An institution in a list.</summary>
/// <param name="Actor">The institution.</param>
/// <param name="More">What the packs say more of it; null when they do not.</param>
/// <param name="Facts">Its ties and meetings that the packs know.</param>
/// <param name="Busy">Events and statements of the record that involve it.</param>
public sealed record InstitutionRow(Actor Actor, Institution? More, int Facts, int Busy);
