using System.Text;

namespace Annalist.Worlds;

/// <summary>Compares short texts by what they are about: words of content without their endings; names by their sounds.</summary>
internal static class TextMatch
{
    private const int StemLength = 6;
    [ThreadStatic]
    private static (string Words, IReadOnlyList<string> Stems)? last;
    private static readonly HashSet<string> Empty = new(StringComparer.Ordinal)
    {
        "the", "and", "for", "with", "from", "into", "its", "his", "her", "their", "our", "not", "any", "all", "are", "was", "were", "has", "have", "had", "that", "this", "these", "those", "which", "will", "would", "without", "than", "between", "toward", "towards", "over", "upon", "such", "own",
    };

    /// <summary>The stems of the words of content, in order, each once.</summary>
    public static IReadOnlyList<string> Stems(string? text)
    {
        if (string.IsNullOrEmpty(text)) return [];
        string folded = TextFold.Whole(text);
        var stems = new List<string>();
        int start = -1;
        for (int i = 0; i <= folded.Length; i++)
        {
            bool letter = i < folded.Length && char.IsLetterOrDigit(folded[i]);
            if (letter && start < 0) start = i;
            if (letter || start < 0) continue;
            string word = folded[start..i].ToLowerInvariant();
            start = -1;
            if (word.Length < 3 || Empty.Contains(word)) continue;
            if (word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal)) word = word[..^3] + "y";
            else if (word.Length > 3 && word[^1] == 's' && word[^2] != 's') word = word[..^1];
            if (word.Length > StemLength) word = word[..StemLength];
            if (!stems.Contains(word)) stems.Add(word);
        }
        return stems;
    }

    /// <summary>True when every word of content of the first stands in the second. An empty first one says nothing and is in none.</summary>
    public static bool Within(string? words, string? text)
    {
        IReadOnlyList<string> asked = Asked(words);
        if (asked.Count == 0 || string.IsNullOrEmpty(text) || (Ascii.IsValid(text) && !asked.All(s => MayHave(text, s)))) return false;
        return Stems(text) is var there && asked.All(there.Contains);
    }

    /// <summary>The stems of words that are held against one text after another.</summary>
    private static IReadOnlyList<string> Asked(string? words)
    {
        if (last is { } known && ReferenceEquals(known.Words, words)) return known.Stems;
        IReadOnlyList<string> stems = Stems(words);
        if (words is not null) last = (words, stems);
        return stems;
    }

    /// <summary>True when the shorter text's words of content all stand in the longer one.</summary>
    public static bool SameMatter(string? a, string? b) => SameMatter(Stems(a), Stems(b));

    /// <summary>As <see cref="SameMatter(string?, string?)"/>, of stems.</summary>
    public static bool SameMatter(IReadOnlyList<string> x, IReadOnlyList<string> y)
    {
        if (x.Count > y.Count) (x, y) = (y, x);
        return x.Count > 0 && x.All(y.Contains);
    }

    /// <summary>True when the two share half of the shorter one's words of content, or the one word that it has.</summary>
    public static bool Related(string? a, string? b)
    {
        IReadOnlyList<string> x = Stems(a), y = Stems(b);
        if (x.Count > y.Count) (x, y) = (y, x);
        return x.Count > 0 && 2 * x.Count(y.Contains) >= x.Count;
    }

    /// <summary>True when two names are one, whatever the hyphens, the transliteration or one slip in six letters.</summary>
    public static bool SameName(string? a, string? b)
    {
        if (a is null || b is null) return false;
        // One slip more in length than is forgiven settles it, without folding what is plain already.
        if (Ascii.IsValid(a) && Ascii.IsValid(b) && (Count(a), Count(b)) is var (m, n) && Math.Abs(m - n) > Math.Max(m, n) / 6) return false;
        string x = Letters(a), y = Letters(b);
        if (x.Length == 0 || y.Length == 0) return false;
        return x == y || (x.Length >= 5 && y.Length >= 5 && Slips(x, y) <= Math.Max(x.Length, y.Length) / 6);
    }

    /// <summary>True when the words follow one another in the text, whatever the case and the kind of dash, quotation mark and space.</summary>
    public static bool Contains(string? text, string words) => text is not null && (!Ascii.IsValid(text) || !Ascii.IsValid(words) || text.Contains(Longest(words), StringComparison.OrdinalIgnoreCase)) && Plain(text).Contains(Plain(words), StringComparison.Ordinal);

    /// <summary>False when no word of a plain text can have the stem: a stem is how the word begins, but for a last y that stands for "ies".</summary>
    private static bool MayHave(string text, string stem) => text.AsSpan().Contains(stem.EndsWith('y') ? stem.AsSpan(0, stem.Length - 1) : stem, StringComparison.OrdinalIgnoreCase);

    /// <summary>The longest run of letters and digits, which folding leaves as it is.</summary>
    private static string Longest(string words)
    {
        ReadOnlySpan<char> best = [];
        for (int i = 0, start = 0; i <= words.Length; i++)
        {
            if (i < words.Length && char.IsAsciiLetterOrDigit(words[i])) continue;
            if (i - start > best.Length) best = words.AsSpan(start, i - start);
            start = i + 1;
        }
        return best.ToString();
    }

    private static int Count(string name)
    {
        int count = 0;
        foreach (char c in name) count += char.IsAsciiLetterOrDigit(c) ? 1 : 0;
        return count;
    }

    private static string Plain(string text) => TextFold.Whole(text).ToLowerInvariant();

    private static string Letters(string name)
    {
        if (!Ascii.IsValid(name) || name.Length > 256) return string.Concat(TextFold.Whole(name).ToLowerInvariant().Where(char.IsLetterOrDigit));
        Span<char> letters = stackalloc char[name.Length];
        int count = 0;
        foreach (char c in name)
        {
            if (char.IsAsciiLetterOrDigit(c)) letters[count++] = char.ToLowerInvariant(c);
        }
        return new string(letters[..count]);
    }

    private static int Slips(string a, string b)
    {
        Span<int> row = b.Length < 256 ? stackalloc int[b.Length + 1] : new int[b.Length + 1];
        for (int j = 0; j < row.Length; j++) row[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int kept = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1));
                corner = kept;
            }
        }
        return row[^1];
    }
}
