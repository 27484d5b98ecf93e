using System.Text;

namespace Annalist.Ingest;

/// <summary>One line of a page that is not blank, with what can be seen of it alone.</summary>
internal sealed class PageLine
{
    private const string Closers = "\"”“’'»)]›*_";

    public PageLine(string text, int blanksBefore, IngestData data)
    {
        Text = text;
        BlanksBefore = blanksBefore;
        Folded = Fold(text);
        Bullet = text.Length > 1 && text[0] is '•' or '·' or '▪' or '►' or '▶' or '●' or '■' or '*' || (text.Length > 2 && text[0] is '-' or '–' or '—' && text[1] == ' ');
        int functions = 0, capitals = 0, digits = 0;
        foreach (string word in WordsOf(text))
        {
            Words++;
            if (char.IsUpper(word[0])) capitals++;
            if (char.IsDigit(word[0])) digits++;
            if (data.AllFunctionWords.Contains(word.ToLowerInvariant())) functions++;
        }
        FunctionShare = Words == 0 ? 0 : (double)functions / Words;
        CapitalShare = Words == 0 ? 0 : (double)capitals / Words;
        DigitWords = digits;
        string end = text.TrimEnd().TrimEnd(Closers.ToCharArray()).TrimEnd();
        EndsSentence = end.Length > 0 && end[^1] is '.' or '!' or '?' or '…' or '。' or '؟' or '।' or '！' or '？' or '։';
        CutOff = end.EndsWith('…') || end.EndsWith("...", StringComparison.Ordinal);
    }

    /// <summary>The line without white space at its ends.</summary>
    public string Text { get; }

    /// <summary>Blank lines between the line before and this one.</summary>
    public int BlanksBefore { get; }

    /// <summary>Lower case, straight quotes, single spaces, no bullet and no picture at either end.</summary>
    public string Folded { get; }

    public bool Bullet { get; }

    public int Words { get; }

    /// <summary>Share of the words that are common function words of any language known, 0..1.</summary>
    public double FunctionShare { get; }

    /// <summary>Share of the words that begin with a capital, 0..1.</summary>
    public double CapitalShare { get; }

    public int DigitWords { get; }

    /// <summary>Whether it closes with a full stop, a question mark or the like.</summary>
    public bool EndsSentence { get; }

    /// <summary>Whether it closes with an ellipsis, as a teaser does.</summary>
    public bool CutOff { get; }

    public LineKind Kind { get; set; }

    /// <summary>The kind of noise, of noise.tsv or by form; null where the line is none.</summary>
    public string? Noise { get; set; }

    /// <summary>The dates in a line that is no running text.</summary>
    public IReadOnlyList<PageDate> Dates { get; set; } = [];

    public bool IsText => Kind is LineKind.Prose or LineKind.Short;

    /// <summary>Whether the words have no small letter.</summary>
    public static bool InCapitals(string text) => text.Any(char.IsUpper) && !text.Any(char.IsLower);

    /// <summary>Runs of letters and digits, with apostrophes and hyphens inside.</summary>
    public static IEnumerable<string> WordsOf(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i])) continue;
            int start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i]) || char.GetUnicodeCategory(text[i]) == System.Globalization.UnicodeCategory.NonSpacingMark
                || (text[i] is '\'' or '’' or '-' && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1])))) i++;
            yield return text[start..i];
        }
    }

    /// <summary>Makes lines comparable: lower case, straight quotes, single spaces, without bullets and pictures at either end.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            char plain = c switch
            {
                '“' or '”' or '„' or '«' or '»' => '"',
                '‘' or '’' or 'ʼ' or '`' => '\'',
                '\u200B' or '\uFEFF' or '\u00AD' or '\uFE0F' => '\0',
                _ when char.IsWhiteSpace(c) => ' ',
                _ => char.ToLowerInvariant(c),
            };
            if (plain == '\0' || (plain == ' ' && (folded.Length == 0 || folded[^1] == ' '))) continue;
            folded.Append(plain);
        }
        int start = 0, end = folded.Length;
        while (start < end && !char.IsLetterOrDigit(folded[start]) && folded[start] is not ('"' or '\'' or '(' or '[' or '©' or '#' or '@' or '$' or '€' or '£')) start++;
        while (end > start && (folded[end - 1] == ' ' || char.IsSurrogate(folded[end - 1]) || char.IsSymbol(folded[end - 1]))) end--;
        return folded.ToString(start, end - start);
    }
}
