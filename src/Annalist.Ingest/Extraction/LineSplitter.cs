using System.Text;

namespace Annalist.Ingest;

/// <summary>Cuts a page into lines: joins paragraphs that were wrapped at a width, and parts what a crawler glued together.</summary>
internal sealed class LineSplitter(IngestData data, LineClassifier classifier)
{
    /// <summary>The longest line in which glued ends are looked for at every full stop; beyond, only its ends are.</summary>
    private const int GlueReach = 400;

    /// <summary>The lines that are not blank, classified.</summary>
    public List<PageLine> Split(string text)
    {
        var raw = RawLines(text);
        if (Wrapped(raw) is { } width) raw = Unwrap(raw, width);
        var lines = new List<PageLine>(raw.Count);
        foreach (var (line, blanks) in raw)
        {
            int before = blanks;
            foreach (string part in Unglue(line))
            {
                var page = new PageLine(part, before, data);
                classifier.Classify(page);
                lines.Add(page);
                before = 0;
            }
        }
        return lines;
    }

    private static List<(string Text, int Blanks)> RawLines(string text)
    {
        var lines = new List<(string, int)>();
        int blanks = 0, start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not ('\n' or '\r' or '\u2028' or '\u2029' or '\f' or '\v' or '\u0085')) continue;
            string line = Trim(Visible(text[start..i]));
            if (line.Length > 0)
            {
                lines.Add((line, blanks));
                blanks = 0;
            }
            else if (i == 0 || i >= text.Length || text[i] != '\n' || text[i - 1] != '\r')
            {
                blanks++;
            }
            start = i + 1;
        }
        return lines;
    }

    /// <summary>The line without soft hyphens and blanks of no width, which only a browser heeds.</summary>
    private static string Visible(string line) =>
        line.AsSpan().IndexOfAny('\u00AD', '\u200B', '\uFEFF') < 0 ? line : line.Replace("\u00AD", "", StringComparison.Ordinal).Replace("\u200B", "", StringComparison.Ordinal).Replace("\uFEFF", "", StringComparison.Ordinal);

    private static string Trim(string line)
    {
        int start = 0, end = line.Length;
        while (start < end && Blank(line[start])) start++;
        while (end > start && Blank(line[end - 1])) end--;
        return line[start..end];
    }

    private static bool Blank(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200B' or '\uFEFF' or '\u200E' or '\u200F' or '\u2060';

    /// <summary>The width at which paragraphs were wrapped; null when each line is a paragraph.</summary>
    private static int? Wrapped(List<(string Text, int Blanks)> lines)
    {
        int pairs = 0, broken = 0, width = 0;
        for (int i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i + 1].Blanks > 0 || lines[i].Text.Length is < 40 or > 120) continue;
            pairs++;
            if (".!?…:;\"”»)".Contains(lines[i].Text[^1], StringComparison.Ordinal) || !(char.IsLower(lines[i + 1].Text[0]) || lines[i].Text[^1] is ',')) continue;
            broken++;
            width = Math.Max(width, lines[i].Text.Length);
        }
        return broken >= 4 && broken >= 0.4 * pairs ? width : null;
    }

    private static List<(string Text, int Blanks)> Unwrap(List<(string Text, int Blanks)> lines, int width)
    {
        var joined = new List<(string, int)>();
        var paragraph = new StringBuilder();
        int blanks = 0, last = 0;
        foreach (var (line, before) in lines)
        {
            // A line breaks inside its paragraph only where it is about full, or ends in the middle of a phrase.
            bool goesOn = paragraph.Length > 0 && before == 0 && (last >= 0.75 * width || char.IsLower(line[0])) && last >= 0.5 * width && last <= width + 20;
            if (!goesOn)
            {
                if (paragraph.Length > 0) joined.Add((paragraph.ToString(), blanks));
                paragraph.Clear();
                blanks = before;
            }
            else
            {
                paragraph.Append(' ');
            }
            paragraph.Append(line);
            last = line.Length;
        }
        if (paragraph.Length > 0) joined.Add((paragraph.ToString(), blanks));
        return joined;
    }

    /// <summary>Parts a line where the end of one thing touches the beginning of another, when one of them is plainly noise.</summary>
    private List<string> Unglue(string line)
    {
        var parts = new List<string>();
        string rest = line;
        while (rest.Length > 0 && parts.Count < 8)
        {
            int cut = GlueIn(rest);
            if (cut < 0) break;
            parts.Add(Trim(rest[..cut]));
            rest = Trim(rest[cut..]);
        }
        if (rest.Length > 0) parts.Add(rest);
        parts.RemoveAll(p => p.Length == 0);
        return parts;
    }

    private int GlueIn(string line)
    {
        int looked = 0;
        for (int i = 1; i < line.Length; i++)
        {
            if (i == GlueReach && line.Length > 2 * GlueReach) i = line.Length - GlueReach;
            char before = line[i - 1], here = line[i];
            bool stop = before is '.' or '!' or '?' or '…' or '"' or '”' or '»' || (before is 'x' && i > 1 && line[i - 2] is '.');
            if (!stop || !(char.IsUpper(here) || char.IsDigit(here) || char.IsSurrogate(here) || here is '$' or '€' or '#' or '©')) continue;
            if (i > 1 && char.IsDigit(line[i - 2]) && char.IsDigit(here)) continue;
            if (++looked > 24) return -1;
            if (IsNoise(line[..i]) || IsNoise(line[i..])) return i;
        }
        return -1;
    }

    private bool IsNoise(string part)
    {
        string trimmed = Trim(part);
        if (trimmed.Length is 0 or > GlueReach) return false;
        var line = new PageLine(trimmed, 0, data);
        classifier.Classify(line);
        return line.Kind is LineKind.Noise && line.Noise is not ("rule" or "link") && (line.Words >= 2 || line.Noise == "ticker");
    }
}
