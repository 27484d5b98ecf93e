namespace Annalist.Language;

/// <summary>Shapes of words that the tokenizer keeps whole or cuts.</summary>
internal static class TokenShapes
{
    /// <summary>An address of the web, of mail, or a handle.</summary>
    public static bool IsAddress(ReadOnlySpan<char> chunk)
    {
        if (chunk.Contains("://", StringComparison.Ordinal)) return true;
        if (chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) return true;
        int slash = chunk.IndexOf('/'), dot = chunk.IndexOf('.');
        if (dot > 0 && slash > dot + 2 && chunk[..slash].IndexOfAnyExceptInRange('!', 'z') < 0 && char.IsLetter(chunk[dot - 1]) && char.IsAsciiLetterLower(chunk[dot + 1]) && char.IsAsciiLetterLower(chunk[slash - 1])) return true;
        int at = chunk.IndexOf('@');
        if (at == 0) return chunk.Length > 1 && (char.IsLetterOrDigit(chunk[1]) || chunk[1] == '_') && !chunk.ContainsAny(",/()");
        if (at > 0 && chunk[at..].Contains('.')) return true;
        return chunk[0] == '#' && chunk.Length > 1 && char.IsLetter(chunk[1]);
    }

    /// <summary>End of the mark at <paramref name="i"/> when it divides the piece; <paramref name="i"/> when it does not.</summary>
    public static int InnerMark(string text, int piece, int i, int end, TextRules rules)
    {
        char c = text[i], before = text[i - 1], next = text[i + 1];
        switch (c)
        {
            case '-':
                if (next == '-') return Run(text, i, end);
                return CutsHyphen(text, piece, i, end, rules) ? i + 1 : i;
            case '\u2010' or '\u2011':
                return CutsHyphen(text, piece, i, end, rules) ? i + 1 : i;
            case '\u2013' or '\u2014' or '\u2015' or '\u2212':
                return Run(text, i, end);
            case '\u2026':
                return Run(text, i, end);
            case '.':
                // "grew.[3]": a footnote mark glued to the stop.
                return next == '.' ? Run(text, i, end) : next == '[' && char.IsLower(before) ? i + 1 : i;
            case '/':
                return char.IsDigit(before) && char.IsDigit(next) ? i : before is 'w' or 'W' && i - piece == 1 ? i : i + 1;
            case ',':
                return char.IsDigit(before) && char.IsDigit(next) ? i : i + 1;
            case ':':
                return char.IsDigit(before) && char.IsDigit(next) ? i : i + 1;
            case ';' or '!' or '?' or '"' or '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' or '=' or '|' or '[' or ']' or '<' or '>' or '\u2022' or '\u20AC' or '\u00A3' or '$' or '%' or '~':
                return i + 1;
            case '(' or ')':
                // "minister(s)" stays one word.
                return c == '(' && end - i == 3 || c == ')' && i - 2 >= piece && text[i - 2] == '(' ? i : i + 1;
            default:
                return i;
        }
    }

    /// <summary>Where the unit glued to a figure begins ("10pm": 2); 0 when there is none.</summary>
    public static int UnitStart(ReadOnlySpan<char> word, TextRules rules)
    {
        if (!char.IsAsciiDigit(word[0])) return 0;
        int at = 1;
        while (at < word.Length && (char.IsAsciiDigit(word[at]) || word[at] is '.' or ',' or ':')) at++;
        if (at >= word.Length || word.Length - at > 5 || !char.IsAsciiDigit(word[at - 1])) return 0;
        return rules.Units.Contains(word[at..].ToString().ToLowerInvariant()) ? at : 0;
    }

    /// <summary>A year or decade without its century: '09, '80s.</summary>
    public static bool IsShortYear(ReadOnlySpan<char> chunk)
    {
        chunk = chunk[1..].TrimEnd(".,;:)");
        if (chunk.Length == 3 && chunk[2] == 's') chunk = chunk[..2];
        return chunk.Length == 2 && char.IsAsciiDigit(chunk[0]) && char.IsAsciiDigit(chunk[1]);
    }

    private static int Run(string text, int i, int end)
    {
        char c = text[i];
        while (i < end && text[i] == c) i++;
        return i;
    }

    /// <summary>Hyphens divide words, but for prefixes, telephone numbers and dates in figures.</summary>
    private static bool CutsHyphen(string text, int piece, int i, int end, TextRules rules)
    {
        char before = text[i - 1], next = text[i + 1];
        if (!char.IsLetterOrDigit(before) && !Chars.IsApostrophe(before) && before is not ('.' or ')' or '%')) return true;
        if (!char.IsLetterOrDigit(next) && next is not ('$' or '\'' or '\u2019' or '(' or '"' or '\u201C')) return true;
        if (char.IsDigit(before) && char.IsDigit(next)) return !IsFigureGroup(text, piece, i, end);
        int length = i - piece;
        if (length is > 0 and <= 7)
        {
            Span<char> low = stackalloc char[8];
            int n = text.AsSpan(piece, length).ToLowerInvariant(low);
            if (rules.Prefixes.Contains(low[..n].ToString()) && char.IsLetterOrDigit(next)) return false;
        }
        return true;
    }

    /// <summary>A group like 713-853-3989, 555-0134 or 2021-07-01.</summary>
    private static bool IsFigureGroup(string text, int piece, int i, int end)
    {
        int from = i, to = i;
        while (from > piece && i - from < 24 && (char.IsDigit(text[from - 1]) || text[from - 1] == '-')) from--;
        while (to < end && to - i < 24 && (char.IsDigit(text[to]) || text[to] == '-')) to++;
        int hyphens = 0;
        for (int k = from; k < to; k++)
        {
            if (text[k] == '-') hyphens++;
        }
        return hyphens >= 2 || (i - from == 3 && to - i - 1 == 4);
    }
}
