namespace Annalist.Web.Lookup;

/// <summary>A section of a page, for the list of contents at its head.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Count">How many it lists.</param>
public readonly record struct Contents(string Id, string Title, int Count);
