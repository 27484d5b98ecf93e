using System.Text;
using Annalist.Language;

namespace Annalist.Training;

/// <summary>Writes the tables that are read off the treebanks: features, inventory.</summary>
internal static class Tables
{
    public static string Feats(IReadOnlyList<Example> data)
    {
        var byTag = new SortedDictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        var byWord = new SortedDictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        foreach (var e in data)
        {
            foreach (var t in e.Sentence.Tokens)
            {
                string tag = t.Upos + "|" + t.Xpos;
                Count(byTag, tag, t.Feats);
                if (t.Form.Length <= 24) Count(byWord, tag + "\t" + t.Form.ToLowerInvariant(), t.Feats);
            }
        }
        var text = new StringBuilder("# tag, word (none: the tag's default), features\n");
        foreach (var (tag, feats) in byTag) Line(text, tag, "", Top(feats));
        foreach (var (word, feats) in byWord)
        {
            if (Top(feats) != Top(byTag[word[..word.IndexOf('\t', StringComparison.Ordinal)]])) Line(text, word, Top(feats));
        }
        return text.ToString();
    }

    public static string Inventory(Corpus corpus, IReadOnlyList<Example> data, Dictionary<uint, int> sure, Dictionary<uint, uint> ambiguity)
    {
        var forms = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var lowers = new Dictionary<uint, string>();
        foreach (var e in data)
        {
            for (int i = 0; i < e.Length; i++)
            {
                string form = e.Sentence.Tokens[i].Form;
                if (sure.TryGetValue(e.Words[i].Form, out int tag)) forms[form] = tag;
                string lower = form.ToLowerInvariant();
                if (ambiguity.ContainsKey(e.Words[i].Lower) && (!lowers.TryGetValue(e.Words[i].Lower, out string? old) || string.CompareOrdinal(lower, old) < 0)) lowers[e.Words[i].Lower] = lower;
            }
        }
        var text = new StringBuilder("# tag name | label name | sure tag form | class hash word\n");
        foreach (string tag in corpus.Tags) Line(text, "tag", tag);
        foreach (string label in corpus.Labels) Line(text, "label", label);
        foreach (var (form, tag) in forms) Line(text, "sure", tag.ToString(System.Globalization.CultureInfo.InvariantCulture), form);
        foreach (var (hash, lower) in lowers.OrderBy(l => l.Value, StringComparer.Ordinal)) Line(text, "class", ambiguity[hash].ToString("x", System.Globalization.CultureInfo.InvariantCulture), lower);
        return text.ToString();
    }

    private static void Count(SortedDictionary<string, Dictionary<string, int>> table, string key, string value)
    {
        if (!table.TryGetValue(key, out var counts)) table[key] = counts = [];
        counts[value] = counts.GetValueOrDefault(value) + 1;
    }

    private static string Top(Dictionary<string, int> counts) => counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).First().Key;

    internal static void Line(StringBuilder text, params string[] columns) => text.AppendJoin('\t', columns).Append('\n');
}
