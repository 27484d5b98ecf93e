namespace Annalist.Model;

/// <summary>One side of an event (codebook 2).</summary>
/// <param name="Code">Whom the act counts for: ISO 3166-1 alpha-3 of a state, the pack's code of an organisation, format or group, or <c>UNK</c>.</param>
/// <param name="Sector">What the party is there.</param>
/// <param name="Name">The person or body in its fullest form in the report; null when it is not named.</param>
/// <param name="Mention">The words of the sentence that stand for the party; null when no word does.</param>
/// <param name="Span">Place of <paramref name="Mention"/>; null with it.</param>
public sealed record Party(string Code, Sector Sector, string? Name, string? Mention, TextSpan? Span);
