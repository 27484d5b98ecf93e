using System.Globalization;
using System.Text;
using Annalist.Language;

namespace Annalist.Training;

/// <summary>Writes <c>lemmas.tsv</c>, read off the train parts: rules by ending, existing lemmas, the writing of names, and at the end every form for which all that fails.</summary>
internal static class LemmaTables
{
    private const int LongestForm = 40;

    private readonly record struct Word(string Form, string Lower, string Lemma, string Upos, string Xpos, bool First)
    {
        public string Tag => Upos + "|" + Xpos;

        public bool IsInflected => Xpos is "VBD" or "VBN" or "VBG" or "VBZ" or "NNS" or "NNPS" or "JJR" or "JJS" or "RBR" or "RBS";

        public bool MayBeCapital => Upos is "NOUN" or "ADJ" or "PROPN" or "X" or "SYM" or "NUM" || Xpos is "NNP" or "NNPS";
    }

    public static string Write(IReadOnlyList<Example> data)
    {
        var words = Words(data);
        var text = new StringBuilder("# R tag ending cut add | W tag form lemma | K tag shape ending case | B class lemma | V form lemma | N word name | S word known in small letters\n");
        Rules(words, text);
        Cases(words, text);
        foreach (string kind in new[] { "VERB", "NOUN", "ADJ", "ADV" })
        {
            var lemmas = words.Where(w => w.Upos == kind && w.Lemma.Length > 1 && w.Lemma.All(char.IsAsciiLetterLower) && (kind != "NOUN" || w.Xpos == "NN") && (w.Lemma == w.Lower || kind == "VERB") && w.Xpos is not ("JJR" or "JJS" or "RBR" or "RBS" or "GW"));
            foreach (string lemma in lemmas.Select(w => w.Lemma).Distinct().Order(StringComparer.Ordinal)) Tables.Line(text, "B", kind, lemma);
        }
        foreach (var form in words.Where(w => w.Upos == "VERB" && w.Xpos is "VBD" or "VBN" && !w.Lower.EndsWith("ed", StringComparison.Ordinal)).GroupBy(w => w.Lower).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var (lemma, n) = Best(form.Select(w => w.Lemma.ToLowerInvariant()));
            if (lemma != form.Key && n >= 2) Tables.Line(text, "V", form.Key, lemma);
        }
        foreach (var name in words.Where(w => w.Upos == "PROPN" && w.Xpos is "NNP" or "NNPS" && w.Lemma.Length == w.Form.Length && w.Form.Length > 1).GroupBy(w => w.Lower).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            if (name.Key.Any(char.IsLetter)) Tables.Line(text, "N", name.Key, Best(name.Select(w => w.Lemma)).Value);
        }
        foreach (string word in words.Where(w => w.Form == w.Lower && w.Lower.Length > 1 && w.Lower.Any(char.IsLetter)).Select(w => w.Lower).Distinct().Order(StringComparer.Ordinal)) Tables.Line(text, "S", word);

        using var reader = new StringReader(text.ToString());
        var lemmatizer = Lemmatizer.Read(reader);
        var smallForms = words.Where(w => w.Form == w.Lower && w.Upos != "PROPN").Select(w => (w.Tag, w.Lower)).ToHashSet();
        // "arab" and "german" where only "Arab" and "German" were seen.
        foreach (var adjective in words.Where(w => w.Tag == "ADJ|JJ" && !smallForms.Contains((w.Tag, w.Lower))).GroupBy(w => w.Lower).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            string lemma = Best(adjective.Select(w => w.Lemma)).Value;
            if (char.IsUpper(lemma[0]) && adjective.Key.All(char.IsAsciiLetterLower) && adjective.Key.Length > 3 && adjective.Count() > 1) Tables.Line(text, "W", "ADJ|JJ", adjective.Key, lemma);
        }
        foreach (var form in words.GroupBy(w => (w.Tag, Form: w.Form.Replace('\u2019', '\''))).OrderBy(g => g.Key.Tag, StringComparer.Ordinal).ThenBy(g => g.Key.Form, StringComparer.Ordinal))
        {
            int right = form.Count(w => lemmatizer.Lemma(w.Form, w.Upos, w.Xpos, w.First) == w.Lemma);
            var (lemma, n) = Best(form.Select(w => w.Lemma));
            // A capital says nothing about the word itself where its small form is known: that one decides.
            if (n <= right || (form.Key.Form != form.First().Lower && smallForms.Contains((form.Key.Tag, form.First().Lower)) && !SameButCase(lemma, form, lemmatizer))) continue;
            Tables.Line(text, "W", form.Key.Tag, form.Key.Form, lemma);
        }
        return text.ToString();
    }

    private static bool SameButCase(string lemma, IEnumerable<Word> form, Lemmatizer lemmatizer) => form.Any(w => lemmatizer.Lemma(w.Form, w.Upos, w.Xpos, w.First).Equals(lemma, StringComparison.OrdinalIgnoreCase));

    private static List<Word> Words(IReadOnlyList<Example> data)
    {
        var words = new List<Word>();
        foreach (var e in data)
        {
            bool first = true;
            foreach (var t in e.Sentence.Tokens)
            {
                if (t.Lemma != "_" && t.Form.Length <= LongestForm) words.Add(new Word(t.Form, t.Form.Replace('\u2019', '\'').ToLowerInvariant(), t.Lemma.Replace('\u2019', '\''), t.Upos, t.Xpos, first));
                first &= t.Upos == "PUNCT";
            }
        }
        return words;
    }

    private static void Rules(List<Word> words, StringBuilder text)
    {
        foreach (var group in words.GroupBy(w => w.Tag).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var forms = group.GroupBy(w => w.Lower).Select(g => (Lower: g.Key, Lemma: Best(g.Select(w => w.Lemma.ToLowerInvariant())).Value)).OrderBy(w => w.Lower, StringComparer.Ordinal).ToList();
            // The other tags' forms are lemmas already, but for the words that are listed.
            var rules = !group.First().IsInflected ? [] : Endings([.. forms.Where(f => !char.IsAsciiDigit(f.Lower[0])).Select(f => (f.Lower, Lemmatizer.Script(f.Lower, f.Lemma)))]);
            Put(text, group.Key, rules);
            foreach (var (lower, lemma) in forms)
            {
                // Always listed where a lemma differs: a longer list of lemmas must not change what has been seen.
                var script = Lemmatizer.Script(lower, lemma);
                if (script != (0, "") || Rule(rules, lower, Math.Min(Lemmatizer.LongestEnding, lower.Length - 1)) != script) Put(text, group.Key, "^" + lower, script);
            }
        }
        // The stems before -ed and -ing of all tags together, and those of verbs in e that were seen only without an ending.
        var stems = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var w in words.Where(w => w.Upos == "VERB" && w.Lemma.All(char.IsAsciiLetterLower) && w.Lemma.Length > 2))
        {
            if (w.Lemma.EndsWith("ee", StringComparison.Ordinal)) stems[w.Lemma] = w.Lemma;
            if (w.Lemma[^1] == 'e' && w.Lemma[^2] is not ('e' or 'o' or 'y')) stems[w.Lemma[..^1]] = w.Lemma;
            int n = w.Xpos == "VBG" ? 3 : 2;
            if (w.Lower.Length > n + 2 && w.Lower.EndsWith(w.Xpos switch { "VBG" => "ing", "VBD" or "VBN" => "ed", _ => "\t" }, StringComparison.Ordinal)) stems[w.Lower[..^n]] = w.Lemma;
        }
        Put(text, "VERB|ed", Endings([.. stems.Where(s => s.Key[..2] == s.Value[..Math.Min(2, s.Value.Length)]).Select(s => (s.Key, Lemmatizer.Script(s.Key, s.Value)))]));
    }

    private static void Cases(List<Word> words, StringBuilder text)
    {
        var seen = words.GroupBy(w => w.Lower).ToDictionary(g => g.Key, g => g.Count());
        foreach (var group in words.Where(w => w.MayBeCapital).GroupBy(w => w.Tag).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            // Rare words only: they stand for those never seen.
            var rare = group.Where(w => seen[w.Lower] <= 4).Select(w => (w.Lower, Shape: Lemmatizer.ShapeOf(w.Form, w.First), Case: CaseOf(w))).Where(w => w.Shape != WordShape.Small && w.Case is not null).Distinct().ToList();
            foreach (var shape in rare.GroupBy(w => w.Shape).OrderBy(g => g.Key))
            {
                var found = new Dictionary<string, string>();
                for (int n = 0; n <= 3; n++)
                {
                    foreach (var ending in shape.Where(w => w.Lower.Length > n).GroupBy(w => w.Lower[^n..]).OrderBy(g => g.Key, StringComparer.Ordinal))
                    {
                        var (best, count) = Best(ending.Select(w => w.Case!));
                        string? shorter = null;
                        for (int k = n - 1; k >= 0 && shorter is null; k--) found.TryGetValue(ending.Key[^k..], out shorter);
                        if (n > 0 && (count < 2 || best == shorter || count * 3 < ending.Count() * 2)) continue;
                        found[ending.Key] = best;
                    }
                }
                foreach (var (ending, value) in found.OrderBy(f => f.Key, StringComparer.Ordinal)) Tables.Line(text, "K", group.Key, shape.Key.ToString(), ending, value);
            }
        }
    }

    private static string? CaseOf(Word w)
    {
        // Only the part that form and lemma share says anything.
        int n = 0;
        while (n < w.Form.Length && n < w.Lemma.Length && char.ToLowerInvariant(w.Form[n]) == char.ToLowerInvariant(w.Lemma[n])) n++;
        if (n == 0) return null;
        string form = w.Form[..n], lemma = w.Lemma[..n], low = form.ToLowerInvariant();
        return lemma == form ? "same" : lemma == low ? "low" : lemma == string.Concat(form.AsSpan(0, 1), low.AsSpan(1)) ? "title" : null;
    }

    private static SortedDictionary<string, (int Cut, string Add)> Endings(IReadOnlyList<(string Word, (int Cut, string Add) Script)> words)
    {
        var rules = new SortedDictionary<string, (int Cut, string Add)>(StringComparer.Ordinal);
        for (int n = 0; n <= Lemmatizer.LongestEnding; n++)
        {
            var found = new List<(string, (int, string))>();
            foreach (var ending in words.Where(w => w.Word.Length > n).GroupBy(w => w.Word[^n..]))
            {
                var best = ending.GroupBy(w => w.Script).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Cut).ThenBy(g => g.Key.Add, StringComparer.Ordinal).First();
                if (n > 0 && (best.Count() < 2 || Rule(rules, ending.Key, n - 1) == best.Key)) continue;
                found.Add((ending.Key, best.Key));
            }
            foreach (var (ending, rule) in found) rules[ending] = rule;
        }
        return rules;
    }

    private static (int Cut, string Add) Rule(SortedDictionary<string, (int Cut, string Add)> rules, string word, int longest)
    {
        for (int n = Math.Min(longest, word.Length); n >= 0; n--)
        {
            if (rules.TryGetValue(word[^n..], out var rule)) return rule;
        }
        return (0, "");
    }

    private static void Put(StringBuilder text, string tag, SortedDictionary<string, (int Cut, string Add)> rules)
    {
        foreach (var (ending, rule) in rules) Put(text, tag, ending, rule);
    }

    private static void Put(StringBuilder text, string tag, string ending, (int Cut, string Add) rule) => Tables.Line(text, "R", tag, ending, rule.Cut.ToString(CultureInfo.InvariantCulture), rule.Add);

    private static (string Value, int Count) Best(IEnumerable<string> values)
    {
        var best = values.GroupBy(v => v, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First();
        return (best.Key, best.Count());
    }
}
