using System.Globalization;

namespace Annalist.Language;

/// <summary>Dictionary forms: for each tag the longest known ending says what to cut and what to add; irregular words are listed whole. Thread-safe.</summary>
public sealed class Lemmatizer
{
    private const int LongestSuffix = 6;
    private readonly Dictionary<string, Dictionary<string, (int Cut, string Add)>> rules;
    private readonly HashSet<string> capital;
    private readonly HashSet<string> small;

    private Lemmatizer(Dictionary<string, Dictionary<string, (int Cut, string Add)>> rules, HashSet<string> capital, HashSet<string> small)
    {
        this.rules = rules;
        this.capital = capital;
        this.small = small;
    }

    /// <summary>Reads the table: <c>R tag ending cut add</c> (an ending that begins with ^ is the whole word), <c>C word</c> for words whose lemma keeps its capital, <c>S word</c> for words known in small letters.</summary>
    /// <exception cref="FormatException">A line breaks the format.</exception>
    public static Lemmatizer Read(TextReader source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var rules = new Dictionary<string, Dictionary<string, (int, string)>>(StringComparer.Ordinal);
        var capital = new HashSet<string>(StringComparer.Ordinal);
        var small = new HashSet<string>(StringComparer.Ordinal);
        int number = 0;
        while (source.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            string[] p = line.Split('\t');
            if (p[0] == "R" && p.Length == 5 && int.TryParse(p[3], NumberStyles.None, CultureInfo.InvariantCulture, out int cut))
            {
                if (!rules.TryGetValue(p[1], out var table)) rules[p[1]] = table = new Dictionary<string, (int, string)>(StringComparer.Ordinal);
                table[p[2]] = (cut, p[4]);
            }
            else if (p[0] == "C" && p.Length == 2) capital.Add(p[1]);
            else if (p[0] == "S" && p.Length == 2) small.Add(p[1]);
            else throw new FormatException($"line {number.ToString(CultureInfo.InvariantCulture)}: neither rule nor word");
        }
        return new Lemmatizer(rules, capital, small);
    }

    /// <summary>The lemma of a word.</summary>
    /// <param name="form">The word as it stands.</param>
    /// <param name="upos">Universal part of speech.</param>
    /// <param name="xpos">Penn tag.</param>
    /// <param name="first">True for the first word of a sentence, whose capital says nothing.</param>
    public string Lemma(string form, string upos, string xpos, bool first)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.Length > 64) return form;
        string straight = form.Replace('\u2019', '\'');
        string lower = straight.ToLowerInvariant();
        bool name = upos is "PROPN" or "X" or "SYM";
        string word = name || KeepsCapital(form, lower, upos, first) ? straight : lower;
        if (name && word.Length > 4 && IsAllCapitals(word) && small.Contains(lower)) word = string.Concat(word.AsSpan(0, 1), lower.AsSpan(1));
        // "gunmen", "servicemen", "spokeswomen": compounds that no treebank lists in full; the words that only look so are few.
        if (upos == "NOUN" && lower.Length > 5 && lower.EndsWith("men", StringComparison.Ordinal) && lower is not ("specimen" or "regimen" or "abdomen" or "acumen" or "hymen")) return string.Concat(word.AsSpan(0, word.Length - 2), "an");
        if (!rules.TryGetValue(upos + "|" + xpos, out var table)) return word;
        if (!table.TryGetValue("^" + lower, out var rule))
        {
            var lookup = table.GetAlternateLookup<ReadOnlySpan<char>>();
            for (int n = Math.Min(LongestSuffix, lower.Length - 1); ; n--)
            {
                if (n < 0) return word;
                if (lookup.TryGetValue(lower.AsSpan(lower.Length - n), out rule)) break;
            }
        }
        if (rule.Cut >= word.Length) return rule.Add.Length > 0 ? rule.Add : word;
        return rule.Cut == 0 && rule.Add.Length == 0 ? word : string.Concat(word.AsSpan(0, word.Length - rule.Cut), rule.Add);
    }

    private bool KeepsCapital(string form, string lower, string upos, bool first)
    {
        if (!char.IsUpper(form[0])) return false;
        if (capital.Contains(lower)) return true;
        if (first || upos is not ("ADJ" or "NOUN") || small.Contains(lower)) return false;
        return form.Length > 1 && (char.IsLower(form[1]) || !IsAllCapitals(form) || form.Length <= 4);
    }

    private static bool IsAllCapitals(string word)
    {
        foreach (char c in word)
        {
            if (char.IsLower(c)) return false;
        }
        return true;
    }
}
