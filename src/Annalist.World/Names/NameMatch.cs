using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>A name found in a text.</summary>
/// <param name="Span">Where it stands, without a possessive ending.</param>
/// <param name="Entries">What it may stand for, one or more: actors' names first, then people, then places, each in the order of the packs.</param>
/// <param name="Similarity">1 for a name as listed; below 1 for a garbled one: how near it comes, 0 to 1.</param>
public sealed record NameMatch(TextSpan Span, IReadOnlyList<NameEntry> Entries, double Similarity = 1)
{
    /// <summary>The first of <see cref="Entries"/>.</summary>
    public NameEntry Entry => Entries[0];

    /// <summary>True when the entries stand for more than one actor, person or place, or the pack marks one as doubtful.</summary>
    public bool IsAmbiguous => Entries.Any(e => e.Ambiguous) || Entries.Select(e => (e.Code, e.Person?.Id)).Distinct().Skip(1).Any();
}
