using System.Collections.Frozen;
using Annalist.Language;

namespace Annalist.Coding;

/// <summary>The act that the words of a promise or a rule name: the acts coded in them, else the word nearest to their head that the table knows.</summary>
internal sealed class ActReader
{
    private readonly FrozenDictionary<string, string> acts;

    /// <summary>Takes the table; a word that stands under two acts is of the first.</summary>
    public ActReader(IReadOnlyDictionary<string, IReadOnlyList<string>> table)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string act, IReadOnlyList<string> lemmas) in table)
        {
            foreach (string lemma in lemmas) words.TryAdd(lemma, act);
        }
        acts = words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The act in the record's spelling that the words name, breadth first from their head; null when the table knows none of them.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="head">Head of the words.</param>
    /// <param name="first">First token.</param>
    /// <param name="last">One past the last token.</param>
    public string? Of(Sentence s, int head, int first, int last)
    {
        var queue = new Queue<int>([head]);
        while (queue.Count > 0)
        {
            int w = queue.Dequeue();
            if (w >= first && w < last && Known(s.Tokens[w]) is string act) return act;
            foreach (int c in s.Children(w).OrderBy(c => Rank(s.Tokens[c]))) if (c >= first && c < last) queue.Enqueue(c);
        }
        // What the tree hung elsewhere.
        for (int i = first; i < last; i++)
        {
            if (Known(s.Tokens[i]) is string act) return act;
        }
        return null;
    }

    private string? Known(Token t) => t.Upos is "NOUN" or "VERB" or "ADJ" or "PROPN" or "SYM" or "ADV" ? acts.GetValueOrDefault(t.Lemma.ToLowerInvariant()) ?? acts.GetValueOrDefault(t.Form.ToLowerInvariant()) : null;

    private static int Rank(Token t) => t.Relation switch { "obj" => 0, "compound" => 1, "nmod" or "obl" => 2, "amod" => 3, _ => 4 };
}
