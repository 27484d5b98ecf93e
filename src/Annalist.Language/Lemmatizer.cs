using System.Globalization;

namespace Annalist.Language;

/// <summary>Dictionary forms. A word that the table lists is looked up; of any other the known lemmas decide which ending it has, and where none is known the longest known ending. Thread-safe.</summary>
public sealed class Lemmatizer
{
    internal const int LongestEnding = 6;
    private const int LongestWord = 64;
    private readonly Dictionary<string, TagTable> tags;
    private readonly Dictionary<string, HashSet<string>> known;
    private readonly Dictionary<string, string> verbs;
    private readonly Dictionary<string, string> names;
    private readonly HashSet<string> small;

    private Lemmatizer(Dictionary<string, TagTable> tags, Dictionary<string, HashSet<string>> known, Dictionary<string, string> verbs, Dictionary<string, string> names, HashSet<string> small)
    {
        this.tags = tags;
        this.known = known;
        this.verbs = verbs;
        this.names = names;
        this.small = small;
    }

    /// <summary>
    /// Reads the table. <c>R tag ending cut add</c>: what to cut and to add (an ending that begins with ^ is the whole word); the tag <c>VERB|ed</c> stands for the stems before -ed and -ing.
    /// <c>W tag form lemma</c>: a form as it is written. <c>K tag shape ending case</c>: how the lemma of such a form is written (same, low, title). <c>B class lemma</c>: a lemma that exists.
    /// <c>V form lemma</c>: an irregular form of a verb. <c>N word name</c>: how a name is written, by its small letters. <c>S word</c>: a word known in small letters.
    /// </summary>
    /// <exception cref="FormatException">A line breaks the format.</exception>
    public static Lemmatizer Read(TextReader source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var tags = new Dictionary<string, TagTable>(StringComparer.Ordinal);
        var known = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var verbs = new Dictionary<string, string>(StringComparer.Ordinal);
        var names = new Dictionary<string, string>(8_000, StringComparer.Ordinal);
        var small = new HashSet<string>(16_000, StringComparer.Ordinal);
        Span<Range> p = stackalloc Range[6];
        int number = 0;
        while (source.ReadLine() is { } text)
        {
            number++;
            if (text.Length == 0 || text[0] == '#') continue;
            var line = text.AsSpan();
            int n = line.Split(p, '\t');
            var kind = line[p[0]];
            if (kind is "S" && n == 2) small.Add(text[p[1]]);
            else if (kind is "R" && n == 5 && int.TryParse(line[p[3]], NumberStyles.None, CultureInfo.InvariantCulture, out int cut)) Table(tags, line[p[1]]).Rules[text[p[2]]] = (cut, text[p[4]]);
            else if (kind is "W" && n == 4) Table(tags, line[p[1]]).Words[text[p[2]]] = text[p[3]];
            else if (kind is "K" && n == 5) Table(tags, line[p[1]]).Cases[(ShapeOf(line[p[2]]), text[p[3]])] = line[p[4]] switch { "same" => LemmaCase.Same, "low" => LemmaCase.Low, "title" => LemmaCase.Title, _ => throw Wrong(number) };
            else if (kind is "B" && n == 3)
            {
                if (!known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(line[p[1]], out var set)) known[text[p[1]]] = set = new HashSet<string>(StringComparer.Ordinal);
                set.Add(text[p[2]]);
            }
            else if (kind is "V" && n == 3) verbs[text[p[1]]] = text[p[2]];
            else if (kind is "N" && n == 3) names[text[p[1]]] = text[p[2]];
            else throw Wrong(number);
        }
        return new Lemmatizer(tags, known, verbs, names, small);
    }

    /// <summary>The lemma of a word.</summary>
    /// <param name="form">The word as it stands.</param>
    /// <param name="upos">Universal part of speech.</param>
    /// <param name="xpos">Penn tag.</param>
    /// <param name="first">True for the first word of a sentence, marks not counted, whose capital says nothing.</param>
    public string Lemma(string form, string upos, string xpos, bool first)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.Length is 0 or > LongestWord) return form;
        string straight = form.Replace('\u2019', '\'');
        string lower = straight.ToLowerInvariant();
        tags.TryGetValue(upos + "|" + xpos, out var table);
        if (table is not null && (table.Words.TryGetValue(straight, out string? lemma) || (upos is not ("PROPN" or "X" or "SYM") && table.Words.TryGetValue(lower, out lemma)))) return lemma;
        if (upos == "NUM" && char.IsAsciiDigit(lower[0])) return Figure(lower);
        string word = Cased(straight, lower, upos, xpos is "NNP" or "NNPS", table, first);
        var (cut, add) = Cut(lower, upos, xpos, table);
        if (cut >= word.Length) return add.Length > 0 ? add : word;
        return cut == 0 && add.Length == 0 ? word : string.Concat(word.AsSpan(0, word.Length - cut), add);
    }

    internal static WordShape ShapeOf(string word, bool first)
    {
        bool small = false, capital = false, other = false, inner = false;
        for (int i = 0; i < word.Length; i++)
        {
            if (char.IsLower(word[i])) small = true;
            else if (!char.IsUpper(word[i])) other = true;
            else (capital, inner) = (true, inner || i > 0);
        }
        if (!capital) return WordShape.Small;
        if (!small) return other ? WordShape.CapitalsWithMarks : word.Length == 1 ? (first ? WordShape.FirstTitle : WordShape.Letter) : word.Length <= 4 ? WordShape.Capitals : word.Length <= 6 ? WordShape.LongCapitals : WordShape.LongestCapitals;
        return inner || !char.IsUpper(word[0]) ? WordShape.Mixed : first ? WordShape.FirstTitle : WordShape.Title;
    }

    private static WordShape ShapeOf(ReadOnlySpan<char> name) => Enum.Parse<WordShape>(name);

    private string Cased(string straight, string lower, string upos, bool isName, TagTable? table, bool first)
    {
        var shape = ShapeOf(straight, first);
        if (upos == "PROPN" && shape is WordShape.Small or WordShape.Capitals or WordShape.LongCapitals or WordShape.LongestCapitals)
        {
            if (names.TryGetValue(lower, out string? name)) return name.Length == straight.Length ? name : straight;
            // A word that is no name elsewhere is written out in a heading or a place line.
            if (straight.Length > 4 && shape != WordShape.Small && small.Contains(lower)) return Title(straight, lower);
        }
        if (shape == WordShape.Small || (shape == WordShape.Title && upos is "NOUN" or "ADJ" && !isName && small.Contains(lower))) return lower;
        return table is null ? upos is "PROPN" or "X" or "SYM" ? straight : lower : table.Case(shape, lower) switch
        {
            LemmaCase.Same => straight,
            LemmaCase.Title => Title(straight, lower),
            _ => lower,
        };
    }

    /// <summary>A figure without the commas between its thousands.</summary>
    private static string Figure(string figure)
    {
        int comma = figure.IndexOf(',', StringComparison.Ordinal);
        if (comma is < 1 or > 3) return figure;
        for (int i = 0; i < figure.Length && figure[i] != '.'; i++)
        {
            if (figure[i] == ',' ? (i - comma) % 4 != 0 : !char.IsAsciiDigit(figure[i]) || (i > comma && (i - comma) % 4 == 0)) return figure;
        }
        int end = figure.IndexOf('.', StringComparison.Ordinal);
        return ((end < 0 ? figure.Length : end) - comma) % 4 == 0 ? figure.Replace(",", "", StringComparison.Ordinal) : figure;
    }

    private static string Title(string straight, string lower) => string.Concat(straight.AsSpan(0, 1), lower.AsSpan(1));

    /// <summary>What to cut from the word's end and what to add.</summary>
    private (int Cut, string Add) Cut(string lower, string upos, string xpos, TagTable? table)
    {
        if (table is not null && table.Rules.TryGetValue("^" + lower, out var rule)) return rule;
        bool verb = upos is "VERB" or "AUX";
        if (verb && xpos is "VBD" or "VBN" or "VBP" && verbs.TryGetValue(lower, out string? base1)) return Script(lower, base1);
        // A figure has no endings; nor has what is no word.
        if (table is null || char.IsAsciiDigit(lower[0])) return (0, "");
        if (upos == "NOUN" && lower.Length > 5 && lower.EndsWith("men", StringComparison.Ordinal) && !small.Contains(lower)) return (2, "an");
        if (verb && xpos is "VBD" or "VBN" or "VBG" && Stem(lower, xpos == "VBG") is > 1 and var stem)
        {
            // A verb made of a noun or an adjective: "timed", "freeing".
            if (FromStem("VERB", lower, stem, out rule) || FromStem("NOUN", lower, stem, out rule) || FromStem("ADJ", lower, stem, out rule)) return rule;
            if (tags.TryGetValue("VERB|ed", out var stems) && stems.Ending(lower.AsSpan(0, stem), out rule)) return (rule.Cut + lower.Length - stem, rule.Add);
        }
        else if (xpos is "NNS" or "NNPS" or "VBZ" && FromPlural(lower, upos == "VERB" ? "VERB" : "NOUN", out rule))
        {
            return rule;
        }
        else if (xpos is "JJR" or "RBR" or "JJS" or "RBS" && FromDegree(lower, upos, out rule))
        {
            return rule;
        }
        return table.Ending(lower, out rule) ? rule : (0, "");
    }

    /// <summary>Length of the stem before -ed or -ing; 0 when the word has no such ending.</summary>
    private static int Stem(string lower, bool ing) => ing ? lower.EndsWith("ing", StringComparison.Ordinal) ? lower.Length - 3 : lower.EndsWith("in'", StringComparison.Ordinal) ? lower.Length - 3 : 0
        : lower.EndsWith("ed", StringComparison.Ordinal) ? lower.Length - 2 : 0;

    /// <summary>The known word behind a stem: as it is, with e, with one consonant for two, with y for i.</summary>
    private bool FromStem(string kind, string lower, int stem, out (int Cut, string Add) rule)
    {
        int ending = lower.Length - stem;
        rule = (ending, "");
        if (!known.TryGetValue(kind, out var set)) return false;
        var lookup = set.GetAlternateLookup<ReadOnlySpan<char>>();
        var s = lower.AsSpan(0, stem);
        if (lower[stem - 1] == 'i' && ending == 2 && KnownWith(set, s[..^1], 'y')) rule = (ending + 1, "y");
        else if (stem > 3 && lower[stem - 1] == 'k' && lower[stem - 2] == 'c' && lookup.Contains(s[..^1])) rule = (ending + 1, "");
        else if (kind != "ADJ" && KnownWith(set, s, 'e')) rule = (ending, "e"); // "severed" is no "severe"
        else if (lookup.Contains(s)) rule = (ending, "");
        else if (stem > 2 && lower[stem - 1] == lower[stem - 2] && lookup.Contains(s[..^1])) rule = (ending + 1, "");
        else return false;
        return true;
    }

    private bool FromPlural(string lower, string kind, out (int Cut, string Add) rule)
    {
        rule = (1, "");
        if (lower.Length < 4 || lower[^1] != 's' || !known.TryGetValue(kind, out var set)) return false;
        var lookup = set.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.Contains(lower.AsSpan(0, lower.Length - 1))) return true;
        if (lower[^2] != 'e') return false;
        rule = (2, "");
        if (lookup.Contains(lower.AsSpan(0, lower.Length - 2))) return true;
        rule = (3, "y");
        return lower[^3] == 'i' && KnownWith(set, lower.AsSpan(0, lower.Length - 3), 'y');
    }

    private bool FromDegree(string lower, string upos, out (int Cut, string Add) rule)
    {
        int ending = lower.EndsWith("est", StringComparison.Ordinal) ? 3 : lower.EndsWith("er", StringComparison.Ordinal) ? 2 : 0;
        rule = (ending, "");
        if (ending == 0 || lower.Length - ending < 2 || !known.TryGetValue(upos, out var set)) return false;
        var s = lower.AsSpan(0, lower.Length - ending);
        var lookup = set.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.Contains(s)) return true;
        rule = (ending, "e");
        if (KnownWith(set, s, 'e')) return true;
        rule = (ending + 1, "y");
        if (s[^1] == 'i' && KnownWith(set, s[..^1], 'y')) return true;
        rule = (ending + 1, "");
        return s[^1] == s[^2] && lookup.Contains(s[..^1]);
    }

    private static bool KnownWith(HashSet<string> set, ReadOnlySpan<char> stem, char last)
    {
        Span<char> word = stackalloc char[LongestWord + 1];
        stem.CopyTo(word);
        word[stem.Length] = last;
        return set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word[..(stem.Length + 1)]);
    }

    /// <summary>What to cut from a form and to add to it to have its lemma.</summary>
    internal static (int Cut, string Add) Script(string lower, string lemma)
    {
        int same = 0;
        while (same < lower.Length && same < lemma.Length && lower[same] == lemma[same]) same++;
        return (lower.Length - same, lemma[same..]);
    }

    private static TagTable Table(Dictionary<string, TagTable> tags, ReadOnlySpan<char> name)
    {
        var lookup = tags.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(name, out var table)) lookup[name] = table = new TagTable();
        return table;
    }

    private static FormatException Wrong(int number) => new($"line {number.ToString(CultureInfo.InvariantCulture)}: neither rule nor word");

    /// <summary>What is known of one tag.</summary>
    private sealed class TagTable
    {
        public Dictionary<string, (int Cut, string Add)> Rules { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, string> Words { get; } = new(StringComparer.Ordinal);

        public Dictionary<(WordShape Shape, string Ending), LemmaCase> Cases { get; } = [];

        public bool Ending(ReadOnlySpan<char> word, out (int Cut, string Add) rule)
        {
            var lookup = Rules.GetAlternateLookup<ReadOnlySpan<char>>();
            for (int n = Math.Min(LongestEnding, word.Length - 1); n >= 0; n--)
            {
                if (lookup.TryGetValue(word[(word.Length - n)..], out rule)) return true;
            }
            rule = (0, "");
            return false;
        }

        public LemmaCase Case(WordShape shape, string lower)
        {
            for (int n = Math.Min(3, lower.Length - 1); n >= 0; n--)
            {
                if (Cases.TryGetValue((shape, lower[^n..]), out var found)) return found;
            }
            return LemmaCase.Low;
        }
    }
}
