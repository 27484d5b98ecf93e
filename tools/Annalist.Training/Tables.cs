using System.Text;
using Annalist.Language;

namespace Annalist.Training;

/// <summary>Writes the tables that are read off the treebanks: lemma rules, features, inventory.</summary>
internal static class Tables
{
    public static string Lemmas(IReadOnlyList<Example> data)
    {
        var counts = new Dictionary<(string Tag, string Lower), Dictionary<string, int>>();
        var capital = new Dictionary<string, int>();
        var smallLemma = new Dictionary<string, int>();
        var small = new HashSet<string>();
        foreach (var e in data)
        {
            foreach (var t in e.Sentence.Tokens)
            {
                string lower = t.Form.Replace('\u2019', '\'').ToLowerInvariant();
                if (t.Form == lower && lower.Length > 1) small.Add(lower);
                if (t.Lemma == "_" || t.Form.Length > 40) continue;
                var key = (t.Upos + "|" + t.Xpos, lower);
                if (!counts.TryGetValue(key, out var lemmas)) counts[key] = lemmas = [];
                string lemma = t.Lemma.Replace('\u2019', '\'').ToLowerInvariant();
                lemmas[lemma] = lemmas.GetValueOrDefault(lemma) + 1;
                if (t.Upos is "PROPN" or "X" or "SYM") continue;
                if (char.IsUpper(t.Lemma[0])) capital[lower] = capital.GetValueOrDefault(lower) + 1;
                else smallLemma[lower] = smallLemma.GetValueOrDefault(lower) + 1;
            }
        }
        var text = new StringBuilder("# R tag ending cut add | C word whose lemma keeps its capital | S word known in small letters\n");
        foreach (var group in counts.GroupBy(c => c.Key.Tag).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var words = group.Select(c => (c.Key.Lower, Lemma: c.Value.OrderByDescending(v => v.Value).ThenBy(v => v.Key, StringComparer.Ordinal).First().Key))
                .OrderBy(w => w.Lower, StringComparer.Ordinal).ToList();
            var rules = new SortedDictionary<string, (int Cut, string Add)>(StringComparer.Ordinal);
            for (int n = 0; n <= 6; n++)
            {
                var endings = words.Where(w => w.Lower.Length > n).GroupBy(w => w.Lower[^n..]);
                var found = new List<(string, (int, string))>();
                foreach (var ending in endings)
                {
                    var best = ending.GroupBy(w => Script(w.Lower, w.Lemma)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Cut).ThenBy(g => g.Key.Add, StringComparer.Ordinal).First();
                    if (n > 0 && (best.Count() < 2 || Rule(rules, ending.Key, n - 1) == best.Key)) continue;
                    found.Add((ending.Key, best.Key));
                }
                foreach (var (ending, rule) in found) rules[ending] = rule;
            }
            foreach (var (ending, rule) in rules) Line(text, "R", group.Key, ending, rule.Cut.ToString(System.Globalization.CultureInfo.InvariantCulture), rule.Add);
            foreach (var (lower, lemma) in words)
            {
                var script = Script(lower, lemma);
                if (Rule(rules, lower, Math.Min(6, lower.Length - 1)) != script) Line(text, "R", group.Key, "^" + lower, script.Cut.ToString(System.Globalization.CultureInfo.InvariantCulture), script.Add);
            }
        }
        foreach (var (word, n) in capital.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            if (n > smallLemma.GetValueOrDefault(word)) Line(text, "C", word);
        }
        foreach (string word in small.OrderBy(w => w, StringComparer.Ordinal)) Line(text, "S", word);
        return text.ToString();
    }

    private static (int Cut, string Add) Rule(SortedDictionary<string, (int Cut, string Add)> rules, string word, int longest)
    {
        for (int n = Math.Min(longest, word.Length); n >= 0; n--)
        {
            if (rules.TryGetValue(word[^n..], out var rule)) return rule;
        }
        return (0, "");
    }

    private static (int Cut, string Add) Script(string lower, string lemma)
    {
        int same = 0;
        while (same < lower.Length && same < lemma.Length && lower[same] == lemma[same]) same++;
        return (lower.Length - same, lemma[same..]);
    }

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

    private static void Line(StringBuilder text, params string[] columns) => text.AppendJoin('\t', columns).Append('\n');
}
