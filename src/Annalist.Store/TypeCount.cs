namespace Annalist.Store;

/// <summary>How many findings of a kind and type stand in the record.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Type">Type, relation, measure or form; null when the kind has none.</param>
/// <param name="Count">Number, 1 or more.</param>
public sealed record TypeCount(string Kind, string? Type, int Count);
