using System.Collections.Frozen;

namespace Annalist.Coding;

/// <summary>Patterns by lemma and part of speech, in the order in which they were given. Immutable. Every coder asks at every word, so that asking makes no string.</summary>
/// <typeparam name="T">The kind of pattern.</typeparam>
internal sealed class ByWord<T>
{
    private readonly FrozenDictionary<string, (string Pos, T[] Of)[]> words;

    /// <summary>Sorts patterns by their words.</summary>
    /// <param name="patterns">Lemma, part of speech and pattern; a pattern of several lemmas stands once for each.</param>
    public ByWord(IEnumerable<(string Lemma, string Pos, T Pattern)> patterns) =>
        words = patterns.GroupBy(p => p.Lemma, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.GroupBy(p => p.Pos, StringComparer.Ordinal).Select(p => (p.Key, p.Select(x => x.Pattern).ToArray())).ToArray(), StringComparer.Ordinal);

    /// <summary>The patterns of a word; empty for one that has none.</summary>
    public T[] this[string lemma, string pos]
    {
        get
        {
            if (!words.TryGetValue(lemma, out (string Pos, T[] Of)[]? known)) return [];
            foreach ((string p, T[] of) in known)
            {
                if (string.Equals(p, pos, StringComparison.Ordinal)) return of;
            }
            return [];
        }
    }

    /// <summary>True when the lemma has patterns as any part of speech.</summary>
    public bool Knows(string lemma) => words.ContainsKey(lemma);

    /// <summary>True when the word has patterns.</summary>
    public bool Contains(string lemma, string pos) => this[lemma, pos].Length > 0;
}
