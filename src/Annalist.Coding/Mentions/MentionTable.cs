namespace Annalist.Coding;

/// <summary>All resolved mentions of a passage, found by sentence and token. Immutable.</summary>
public sealed class MentionTable
{
    private static readonly IReadOnlyList<ActorMention> None = [];
    private readonly Dictionary<int, List<ActorMention>> bySentence = [];

    /// <summary>Indexes the mentions; inside a sentence they are ordered by first token.</summary>
    public MentionTable(IEnumerable<ActorMention> mentions)
    {
        foreach (ActorMention m in mentions.OrderBy(m => m.Sentence).ThenBy(m => m.First).ThenBy(m => m.Last))
        {
            if (!bySentence.TryGetValue(m.Sentence, out List<ActorMention>? list)) bySentence[m.Sentence] = list = [];
            list.Add(m);
        }
    }

    /// <summary>Mentions of a sentence in text order.</summary>
    public IReadOnlyList<ActorMention> In(int sentence) => bySentence.TryGetValue(sentence, out List<ActorMention>? list) ? list : None;

    /// <summary>The mention whose head is the token; the longest when there are several; null when there is none.</summary>
    public ActorMention? AtHead(int sentence, int token) => In(sentence).Where(m => m.Head == token).MaxBy(m => m.Last - m.First);

    /// <summary>The shortest mention that covers the token; null when there is none.</summary>
    public ActorMention? Covering(int sentence, int token) => In(sentence).Where(m => m.First <= token && token < m.Last).MinBy(m => m.Last - m.First);
}
