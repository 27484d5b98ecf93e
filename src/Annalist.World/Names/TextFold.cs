using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Annalist.Worlds;

/// <summary>
/// A text brought to the form in which names are compared: letters without diacritics, one kind of apostrophe, and every run of spaces and hyphens as
/// one space; none beside a plus sign. Case is kept. Each character knows where it stood.
/// </summary>
internal sealed class TextFold
{
    /// <summary>Stands for what parts names for good: an empty line.</summary>
    public const char Break = '\0';

    private static readonly FrozenDictionary<char, string> Folded = Table();
    private char[] chars;
    private int[] starts;

    private TextFold(int capacity)
    {
        chars = new char[capacity + 8];
        starts = new int[capacity + 8];
    }

    /// <summary>Number of characters.</summary>
    public int Count { get; private set; }

    /// <summary>The characters.</summary>
    public ReadOnlySpan<char> Chars => chars.AsSpan(0, Count);

    /// <summary>Index in the text of the character from which the folded one comes.</summary>
    public int Start(int i) => starts[i];

    /// <summary>Folds a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="most">Stops once there are so many characters.</param>
    public static TextFold Of(ReadOnlySpan<char> text, int from = 0, int most = int.MaxValue)
    {
        var fold = new TextFold(Math.Min(text.Length - from, most));
        int lines = 0;
        int gap = -1;
        for (int i = from; i < text.Length && fold.Count < most; i++)
        {
            char c = text[i];
            if (char.IsAsciiLetterOrDigit(c))
            {
                if (gap >= 0) fold.Gap(gap, lines, c);
                gap = -1;
                lines = 0;
                fold.Add(c, i);
                continue;
            }
            string? mapped = null;
            if (c >= 128 && Folded.TryGetValue(c, out mapped) && mapped.Length == 0) continue;
            if (mapped == " " || c is ' ' or '-' or '\t' or '\r' or '\n' || (mapped is null && c >= 128 && char.IsWhiteSpace(c)))
            {
                if (gap < 0) gap = i;
                if (c == '\n') lines++;
                continue;
            }
            if (c == '`') c = '\'';
            if (gap >= 0) fold.Gap(gap, lines, mapped is null ? c : mapped[0]);
            gap = -1;
            lines = 0;
            if (mapped is null) fold.Add(c, i);
            else foreach (char m in mapped) fold.Add(m, i);
        }
        return fold;
    }

    /// <summary>A whole name folded and in lower case, without spaces at its ends.</summary>
    public static string Whole(string name) => Cased(name).ToLowerInvariant();

    /// <summary>A whole name folded, without spaces at its ends.</summary>
    public static string Cased(string name) => new(Of(name).Chars.Trim(' '));

    /// <summary>Index in the text just behind the character from which the folded one comes.</summary>
    public int End(int i, ReadOnlySpan<char> text)
    {
        int end = starts[i] + 1;
        while (end < text.Length && CharUnicodeInfo.GetUnicodeCategory(text[end]) == UnicodeCategory.NonSpacingMark) end++;
        return end;
    }

    private void Gap(int at, int lines, char next)
    {
        if (lines > 1) Add(Break, at);
        else if (Count > 0 && chars[Count - 1] is not ('+' or Break) && next != '+') Add(' ', at);
    }

    private void Add(char c, int start)
    {
        if (Count == chars.Length)
        {
            Array.Resize(ref chars, Count * 2);
            Array.Resize(ref starts, Count * 2);
        }
        chars[Count] = c;
        starts[Count++] = start;
    }

    private static FrozenDictionary<char, string> Table()
    {
        var table = new Dictionary<char, string>();
        foreach ((int first, int last) in (ReadOnlySpan<(int, int)>)[(0xC0, 0x24F), (0x1E00, 0x1EFF), (0x386, 0x3CE), (0x400, 0x45F)])
        {
            for (int c = first; c <= last; c++)
            {
                string bare = string.Concat(((char)c).ToString().Normalize(NormalizationForm.FormD).Where(d => CharUnicodeInfo.GetUnicodeCategory(d) != UnicodeCategory.NonSpacingMark));
                if (bare.Length > 0 && bare != ((char)c).ToString()) table[(char)c] = bare;
            }
        }
        (string From, string To)[] pairs =
        [
            ("ßæÆœŒþÞ", "ss|ae|AE|oe|OE|th|Th"), ("øØłŁđĐðÐıħĦŋŊəƏɵƟ", "o|O|l|L|d|D|d|D|i|h|H|n|N|a|A|o|O"),
            ("\u2018\u2019\u201A\u201B\u02BB\u02BC\u02B9\u02BE\u02BF\u00B4\u2032\uFF07", "'|'|'|'|'|'|'|'|'|'|'|'"),
            ("\u00A0\u2007\u202F\u2009\u200A\u2002\u2003\u2008\u3000\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\uFF0D", string.Join('|', Enumerable.Repeat(" ", 19))),
        ];
        foreach ((string from, string to) in pairs)
        {
            string[] parts = to.Split('|');
            for (int i = 0; i < from.Length; i++) table[from[i]] = parts[i];
        }
        foreach (char dropped in "\u00AD\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF") table[dropped] = "";
        for (char mark = '\u0300'; mark <= '\u036F'; mark++) table[mark] = "";
        return table.ToFrozenDictionary();
    }
}
