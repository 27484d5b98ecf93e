using System.Collections.Frozen;

namespace Annalist.Worlds;

/// <summary>Finds the name of several words that a text gives with one word garbled, or in another order. One look-up for each place where the garbled word may stand.</summary>
internal sealed class LongNames
{
    private const int MostWords = 9;
    private static readonly FrozenSet<string> Small = new[] { "of", "the", "for", "and", "on", "in", "to" }.ToFrozenSet(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(NameEntry Entry, string Word)>> withGap = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<NameEntry>> byWords = new(StringComparer.Ordinal);
    private readonly HashSet<string> parts = new(StringComparer.Ordinal);

    public LongNames(IReadOnlyList<NameEntry> entries)
    {
        foreach (NameEntry e in entries)
        {
            string[] words = TextFold.Whole(e.Name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            parts.UnionWith(words);
            if (e.Code is null || e.Type is not (NameType.Name or NameType.Body) || words.Length is < 2 or > MostWords || !words.All(w => w.All(char.IsAsciiLetter))) continue;
            for (int i = 0; i < words.Length; i++)
            {
                if (words[i].Length < 5) continue;
                string key = WithGap(words, i);
                if (!withGap.TryGetValue(key, out List<(NameEntry, string)>? list)) withGap[key] = list = [];
                list.Add((e, words[i]));
            }
            if (e.Type == NameType.Name && InAnyOrder(words) is { } bag)
            {
                if (!byWords.TryGetValue(bag, out List<NameEntry>? same)) byWords[bag] = same = [];
                same.Add(e);
            }
        }
    }

    /// <summary>True when the folded word is part of a name.</summary>
    public bool IsPart(string word) => parts.Contains(word);

    /// <summary>The nearest name; null when there is none, or several of different actors.</summary>
    public NameMatch? Find(string words, string[] folded)
    {
        if (folded.Length is < 2 or > MostWords) return null;
        var found = new List<NameEntry>();
        for (int i = 0; i < folded.Length && found.Count == 0; i++)
        {
            if (folded[i].Length < 4 || parts.Contains(folded[i]) || !withGap.TryGetValue(WithGap(folded, i), out List<(NameEntry Entry, string Word)>? list)) continue;
            found.AddRange(list.Where(c => IsGarble(folded[i], c.Word, folded.Length)).Select(c => c.Entry));
        }
        double similarity = 0.9;
        if (found.Count == 0 && InAnyOrder(folded) is { } bag && byWords.TryGetValue(bag, out List<NameEntry>? same)) (found, similarity) = (same, 0.8);
        return found.Count == 0 || found.Select(e => e.Code).Distinct().Skip(1).Any() ? null : new NameMatch(GarbledNames.Bare(words), [.. found.DistinctBy(e => e.Code + e.Type)], similarity);
    }

    /// <summary>True when the word may be a garble of the listed one. The longer the rest of the name, the surer.</summary>
    private static bool IsGarble(string word, string listed, int words)
    {
        if (NameSkeleton.IsSwap(word, listed) || NameSkeleton.IsMisread(word, listed) || NameSkeleton.Readings(word).Contains(NameSkeleton.Of(listed))) return true;
        int shared = 0;
        while (shared < word.Length && shared < listed.Length && word[shared] == listed[shared]) shared++;
        if (words > 2 && shared >= 7 && Math.Max(word.Length, listed.Length) - shared <= 2) return true;
        int edits = NameSkeleton.Edits(word, listed);
        return words > 2 ? edits <= (listed.Length >= 9 ? 2 : 1) : edits == 1 && word[0] == listed[0] && (listed.Length >= 6 ? word[^1] == listed[^1] : word.Length < listed.Length);
    }

    private static string WithGap(string[] words, int gap) => string.Join(' ', words.Select((w, i) => i == gap ? "*" : w));

    /// <summary>The telling words in alphabetical order; null when there are too few to tell.</summary>
    private static string? InAnyOrder(string[] words)
    {
        string[] telling = [.. words.Where(w => !Small.Contains(w)).Select(w => w.Replace("isation", "ization", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        return telling.Length < 3 ? null : string.Join(' ', telling);
    }
}
