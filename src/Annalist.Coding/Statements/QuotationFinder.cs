using Annalist.Model;

namespace Annalist.Coding;

/// <summary>Finds what stands in quotation marks: curly, straight, angled, low, doubled single ones; nested ones stay inside.</summary>
internal static class QuotationFinder
{
    private const int LongestParagraph = 20_000;

    /// <summary>The outermost quotations in text order.</summary>
    public static IReadOnlyList<Quotation> Find(string text)
    {
        var found = new List<Quotation>();
        int i = 0;
        while (i < text.Length)
        {
            string? closers = Opens(text, i, out int width);
            if (closers is null)
            {
                i++;
                continue;
            }
            Quotation? quotation = Read(text, i, width, closers);
            if (quotation is null)
            {
                i += width;
                continue;
            }
            found.Add(quotation);
            i = Math.Max(quotation.Outer.End, i + 1);
        }
        return found;
    }

    /// <summary>The marks that close what opens here, null when nothing does.</summary>
    private static string? Opens(string text, int i, out int width)
    {
        width = 1;
        char c = text[i];
        bool before = i == 0 || char.IsWhiteSpace(text[i - 1]) || text[i - 1] is '(' or '[' or '-' or '–' or '—' or ':' or '/' or '“' or '\'';
        bool after = i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1]);
        switch (c)
        {
            case '“' when after:
                return "”\"";
            case '”' when before && after:
                return "”";
            case '„' when after:
                return "“”\"";
            case '«' when after:
                return "»";
            case '"' when before && after:
                return "\"”";
            case '`' when i + 2 < text.Length && text[i + 1] == '`':
                width = 2;
                return "\"'";
            case '\'' when i + 2 < text.Length && text[i + 1] == '\'' && before:
                width = 2;
                return "'";
            case '‘' or '\'' when before && after && char.IsLetter(text[i + 1]):
                return Single(text, i) ? "’'" : null;
            default:
                return null;
        }
    }

    /// <summary>A single mark is an apostrophe unless a closing one follows a full stop, a comma or the like, before the paragraph ends.</summary>
    private static bool Single(string text, int i)
    {
        for (int k = i + 1; k < text.Length && text[k] != '\n' && k - i < LongestParagraph; k++)
        {
            if (SingleCloses(text, k)) return true;
            if (text[k] is '"' or '“') return false;
        }
        return false;
    }

    private static bool SingleCloses(string text, int k) =>
        text[k] is '’' or '\'' && text[k - 1] is ',' or '.' or '?' or '!' && (k + 1 == text.Length || !char.IsLetterOrDigit(text[k + 1]));

    private static Quotation? Read(string text, int open, int width, string closers)
    {
        var pieces = new List<TextSpan>();
        int start = open + width, i = start, depth = 0;
        char mark = text[open];
        bool single = mark is '‘' or '\'' && width == 1;
        while (i < text.Length)
        {
            char c = text[i];
            if (c == '\n')
            {
                int next = i;
                while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
                Add(pieces, text, start, i);
                // A quotation goes on in the next paragraph when that opens with the mark again.
                bool resumes = next < text.Length && text[next] == mark && !single && next + 1 < text.Length && !char.IsWhiteSpace(text[next + 1]) && pieces.Count > 0;
                if (!resumes) return Unclosed(text, open, pieces);
                start = i = next + 1;
                depth = 0;
                continue;
            }
            if (mark is '“' or '„' or '«' && c == mark && i > start) depth++;
            else if (single ? SingleCloses(text, i) : closers.Contains(c, StringComparison.Ordinal) && Closes(text, i, mark))
            {
                if (depth > 0 && c != '"') depth--;
                else
                {
                    int end = i + (width == 2 && i + 1 < text.Length && text[i + 1] == '\'' ? 2 : 1);
                    Add(pieces, text, start, i);
                    return pieces.Count == 0 ? null : new Quotation(new TextSpan(open, end), pieces, true);
                }
            }
            i++;
        }
        Add(pieces, text, start, text.Length);
        return Unclosed(text, open, pieces);
    }

    /// <summary>A quotation that never closes is taken to the end of its first sentence; what follows may be the author's again.</summary>
    private static Quotation? Unclosed(string text, int open, List<TextSpan> pieces)
    {
        if (pieces.Count == 0) return null;
        TextSpan last = pieces[^1];
        for (int i = last.Start; i + 2 < last.End; i++)
        {
            if (text[i] is not ('.' or '!' or '?') || text[i + 1] != ' ' || !(char.IsUpper(text[i + 2]) || text[i + 2] is '“' or '"') || i - last.Start < 12) continue;
            pieces[^1] = new TextSpan(last.Start, i + 1);
            break;
        }
        return new Quotation(new TextSpan(open, pieces[^1].End), pieces, false);
    }

    /// <summary>A straight mark after a space and before a letter opens another quotation inside.</summary>
    private static bool Closes(string text, int i, char mark)
    {
        if (text[i] == '\'' && mark == '`') return i + 1 < text.Length && text[i + 1] == '\'';
        if (mark == '\'') return i + 1 < text.Length && text[i + 1] == '\'';
        if (text[i] != '"') return true;
        return !(char.IsWhiteSpace(text[i - 1]) && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]));
    }

    private static void Add(List<TextSpan> pieces, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        // The comma before the closing mark belongs to the sentence around it.
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] == ',')) end--;
        if (end > start) pieces.Add(new TextSpan(start, end));
    }
}
