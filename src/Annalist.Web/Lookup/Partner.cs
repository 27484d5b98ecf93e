namespace Annalist.Web.Lookup;

/// <summary>With whom a code shares events.</summary>
/// <param name="Code">The other's code.</param>
/// <param name="Count">Events, 1 or more.</param>
/// <param name="Score">Mean conflict–cooperation score, −10 to 10.</param>
public sealed record Partner(string Code, int Count, double Score);
