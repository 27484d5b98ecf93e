using Annalist.Model;

namespace Annalist.Ingest;

/// <summary>Bytes turned into text.</summary>
/// <param name="Text">The text; empty where the bytes are no text.</param>
/// <param name="Encoding">Web name of the encoding, such as <c>utf-8</c> or <c>windows-1251</c>; null where the bytes are no text.</param>
/// <param name="Notes">A note where the encoding was guessed or the text was mended.</param>
public sealed record DecodedText(string Text, string? Encoding, IReadOnlyList<Note> Notes);
