using Annalist.Model;

namespace Annalist.Language;

/// <summary>Cuts a text at the line breaks that end a sentence whatever stands before them.</summary>
internal static class TextBlocks
{
    private const int NarrowestWrap = 40, WidestWrap = 100;

    /// <summary>The blocks in order. A blank line always divides; a single line break does unless the line was wrapped there.</summary>
    public static IEnumerable<TextSpan> Of(string text)
    {
        var lines = new List<TextSpan>();
        int at = 0;
        while (at < text.Length)
        {
            int start = at;
            while (at < text.Length && !Chars.IsBreak(text[at])) at++;
            int end = at;
            if (at < text.Length) at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            while (start < end && Chars.IsBlank(text[start])) start++;
            while (end > start && Chars.IsBlank(text[end - 1])) end--;
            if (end > start)
            {
                lines.Add(new TextSpan(start, end));
                continue;
            }
            foreach (var block in Paragraph(text, lines)) yield return block;
            lines.Clear();
        }
        foreach (var block in Paragraph(text, lines)) yield return block;
    }

    private static IEnumerable<TextSpan> Paragraph(string text, List<TextSpan> lines)
    {
        if (lines.Count == 0) yield break;
        int widest = 0;
        foreach (var line in lines) widest = Math.Max(widest, line.Length);
        int start = lines[0].Start;
        for (int i = 1; i < lines.Count; i++)
        {
            if (!Divides(text, lines[i - 1], lines[i], widest, lines.Count)) continue;
            yield return new TextSpan(start, lines[i - 1].End);
            start = lines[i].Start;
        }
        yield return new TextSpan(start, lines[^1].End);
    }

    private static bool Divides(string text, TextSpan line, TextSpan next, int widest, int lineCount)
    {
        char first = text[next.Start];
        if (Chars.IsBullet(first) || IsBulletLine(text, next)) return true;
        int last = line.End - 1;
        while (last > line.Start && (Chars.IsCloser(text[last]) || Chars.IsStraightQuote(text[last]))) last--;
        bool ended = Chars.IsTerminal(text[last]) || text[line.End - 1] == ':';
        bool capital = Chars.BeginsLikeSentence(first) || Chars.IsOpener(first) || Chars.IsStraightQuote(first);
        // Would the next word have stood on this line, had the text been wrapped at a width?
        int word = next.Start;
        while (word < next.End && !Chars.IsBlank(text[word])) word++;
        bool wrapped = widest is >= NarrowestWrap and <= WidestWrap && line.Length + 1 + (word - next.Start) > widest;
        if (wrapped && (lineCount > 2 || char.IsLower(first))) return false;
        if (char.IsLower(first)) return ended;
        return capital || ended;
    }

    private static bool IsBulletLine(string text, TextSpan line) =>
        line.Length > 2 && text[line.Start] is '-' or '*' or '\u2013' or '\u2014' && text[line.Start + 1] == ' ';
}
