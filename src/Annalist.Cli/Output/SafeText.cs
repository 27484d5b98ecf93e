using System.Globalization;
using System.Text;

namespace Annalist.Cli.Output;

/// <summary>Words of reports made safe for a terminal: a report must not move the cursor, change colours or turn the direction of writing.</summary>
internal static class SafeText
{
    /// <summary>One line: control and format characters are left out, breaks and tabulators become one space.</summary>
    public static string Line(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (!text.Any(IsUnsafe)) return text;
        var b = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (c is '\n' or '\r' or '\t' or '\u0085' or '\u2028' or '\u2029')
            {
                if (b.Length > 0 && b[^1] != ' ') b.Append(' ');
            }
            else if (!IsUnsafe(c))
            {
                b.Append(c);
            }
        }
        return b.ToString();
    }

    /// <summary>A line of at most so many characters; what is cut off is shown by "…". Pairs are not cut in two.</summary>
    public static string Line(string? text, int longest)
    {
        string line = Line(text);
        if (line.Length <= longest) return line;
        int end = longest - 1;
        if (end > 0 && char.IsHighSurrogate(line[end - 1])) end--;
        return line[..end].TrimEnd() + "…";
    }

    private static bool IsUnsafe(char c) => c < ' ' || (c >= '\u007f' && char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
