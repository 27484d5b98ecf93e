namespace Annalist.Web.Lookup;

/// <summary>Words of a line, with the page that they lead to.</summary>
/// <param name="Text">The words.</param>
/// <param name="Href">A root-relative address; null for plain words.</param>
/// <param name="Foreign">True for words of a report or pack, whose direction of writing is their own.</param>
/// <param name="Act">True for the type of an event, a code of the codebook.</param>
public readonly record struct Piece(string Text, string? Href = null, bool Foreign = false, bool Act = false);
