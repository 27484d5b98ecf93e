using Annalist.Language;
using Annalist.Model;

namespace Annalist.Coding;

/// <summary>One part of a report (its body or its title), analysed and with its actors resolved: what the coders of findings read. Immutable.</summary>
/// <param name="Report">The report.</param>
/// <param name="Part">Which part.</param>
/// <param name="Text">The part's text; all spans point into it.</param>
/// <param name="Sentences">Its sentences in order; their index is their place in this list.</param>
/// <param name="Mentions">Its actors.</param>
public sealed record Passage(Report Report, TextPart Part, string Text, IReadOnlyList<Sentence> Sentences, MentionTable Mentions)
{
    /// <summary>Places named in the part, in text order.</summary>
    public IReadOnlyList<PlaceMention> Places { get; init; } = [];

    /// <summary>Number of tokens of the dateline by the index of the sentence that it opens; sentences without one are left out.</summary>
    public IReadOnlyDictionary<int, int> Datelines { get; init; } = new Dictionary<int, int>();
}
