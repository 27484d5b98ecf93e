using System.Text;

namespace Annalist.Analysis.Evaluation;

/// <summary>The words of a text, as evaluation compares them: lower case, quotation marks, dashes and white space folded.</summary>
internal sealed class WordBag
{
    public static readonly WordBag None = new("");

    private readonly string[] sorted;

    public WordBag(string? text)
    {
        Words = Split(Fold(text).ToLowerInvariant());
        sorted = [.. Words.Order(StringComparer.Ordinal)];
    }

    /// <summary>The words in the order of the text.</summary>
    public IReadOnlyList<string> Words { get; }

    public int Count => sorted.Length;

    /// <summary>The words with one space between them.</summary>
    public string Line => string.Join(' ', Words);

    /// <summary>Share of the shorter text's words that the other has too, 0 to 1; a word counts as often as it stands. 0 when one has none.</summary>
    public static double Shared(WordBag a, WordBag b)
    {
        if (a.Count == 0 || b.Count == 0) return 0;
        int hit = 0;
        for (int i = 0, j = 0; i < a.sorted.Length && j < b.sorted.Length;)
        {
            int order = string.CompareOrdinal(a.sorted[i], b.sorted[j]);
            if (order == 0) hit++;
            if (order <= 0) i++;
            if (order >= 0) j++;
        }
        return hit / (double)Math.Min(a.Count, b.Count);
    }

    /// <summary>True when both are one sentence, perhaps cut otherwise: four fifths of the shorter one's words are shared, and it has a third of the longer one's.</summary>
    public static bool SameSentence(WordBag a, WordBag b)
    {
        int shorter = Math.Min(a.Count, b.Count), longer = Math.Max(a.Count, b.Count);
        return shorter > 0 && shorter >= 0.33 * longer && Shared(a, b) >= 0.8;
    }

    /// <summary>True when all words of one stand in the other, whichever; false when one has none.</summary>
    public static bool Contains(WordBag a, WordBag b) => a.Count > 0 && b.Count > 0 && (a.Words.All(b.Words.Contains) || b.Words.All(a.Words.Contains));

    /// <summary>True when both name the same person: the last word is the same, or four fifths of the shorter one's words.</summary>
    public static bool SameName(WordBag a, WordBag b) => a.Count > 0 && b.Count > 0 && (a.Words[^1] == b.Words[^1] || Shared(a, b) >= 0.8);

    /// <summary>A text with straight quotation marks, hyphens for dashes, and one space for any white space; none at its ends.</summary>
    public static string Fold(string? text)
    {
        var b = new StringBuilder(text?.Length ?? 0);
        bool gap = false;
        foreach (char c in text ?? "")
        {
            if (char.IsWhiteSpace(c))
            {
                gap = b.Length > 0;
                continue;
            }
            if (gap) b.Append(' ');
            gap = false;
            b.Append(c switch { '“' or '”' => '"', '’' or '‘' => '\'', '–' or '—' => '-', _ => c });
        }
        return b.ToString();
    }

    private static List<string> Split(string text)
    {
        var words = new List<string>();
        int start = -1, at = 0;
        foreach (Rune r in text.EnumerateRunes())
        {
            if (IsWord(r))
            {
                if (start < 0) start = at;
            }
            else if (start >= 0)
            {
                words.Add(text[start..at]);
                start = -1;
            }
            at += r.Utf16SequenceLength;
        }
        if (start >= 0) words.Add(text[start..]);
        return words;
    }

    private static bool IsWord(Rune r) => r.Value == '_' || Rune.IsLetter(r) || Rune.IsNumber(r);
}
