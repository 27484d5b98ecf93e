namespace Annalist.Language;

/// <summary>A word's place in the text, before analysis.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Multiword">As <see cref="Token.Multiword"/>.</param>
internal readonly record struct RawToken(int Start, int End, int Multiword);
