namespace Annalist.Ingest;

/// <summary>A capitalised or quoted name as it stands in a text.</summary>
/// <param name="Text">The name without quotation marks and possessive ending.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends, closing quotation mark included, exclusive.</param>
/// <param name="Quoted">Whether it stands in quotation marks.</param>
internal readonly record struct ProperName(string Text, int Start, int End, bool Quoted)
{
    private const string Openers = "\"“„«'‘";
    private const string Closers = "\"”“»'’";

    /// <summary>The name that begins at a place of the text, white space before it skipped; null when none does.</summary>
    public static ProperName? At(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]) && text[at] is not ('\n' or '\r')) at++;
        if (at >= text.Length) return null;
        if (Openers.Contains(text[at], StringComparison.Ordinal)) return QuotedAt(text, at);
        int end = at, next = at, words = 0;
        while (words < 6 && Word(text, next) is { } wordEnd)
        {
            string word = text[next..wordEnd];
            bool proper = char.IsUpper(word[0]) || (char.IsDigit(word[0]) && (words > 0 || word.Any(char.IsLetter)));
            if (!proper && !(words > 0 && word is "of" or "de" or "du" or "des" or "la" or "le" or "di" or "del" or "della" or "der" or "and" or "for" or "al" or "el" or "&" or "do" or "van" or "von" or "den" or "ter" or "bin" or "ibn")) break;
            if (proper) end = wordEnd;
            words++;
            next = wordEnd;
            if (next + 1 >= text.Length || text[next] is not (' ' or '\u00A0')) break;
            next++;
            if (text[next] == '&' && next + 1 < text.Length && text[next + 1] == ' ') next += 2;
        }
        if (end == at) return null;
        string name = text[at..end];
        foreach (string possessive in (ReadOnlySpan<string>)["'s", "’s"])
        {
            if (name.EndsWith(possessive, StringComparison.Ordinal)) name = name[..^2];
        }
        return new ProperName(name, at, at + name.Length, false);
    }

    /// <summary>The name that ends just before a place of the text; null when none does.</summary>
    public static ProperName? Before(string text, int at)
    {
        int end = at;
        while (end > 0 && text[end - 1] is ' ' or '\u00A0') end--;
        if (end == 0) return null;
        if (Closers.Contains(text[end - 1], StringComparison.Ordinal))
        {
            for (int i = end - 2; i >= 0 && end - i < 60 && text[i] is not ('\n' or '\r'); i--)
            {
                if (Openers.Contains(text[i], StringComparison.Ordinal)) return QuotedAt(text, i) is { } quoted && quoted.End == end ? quoted : null;
            }
            return null;
        }
        // Go back word by word as long as the whole stretch reads as one name.
        ProperName? best = null;
        int start = end, words = 0;
        while (start > 0 && words++ < 6)
        {
            int word = start;
            while (word > 0 && !char.IsWhiteSpace(text[word - 1]) && !"\"“”«»(,;".Contains(text[word - 1], StringComparison.Ordinal)) word--;
            if (word == start) break;
            if (At(text, word) is { } name && name.End >= end) best = name;
            if (word == 0 || text[word - 1] is not (' ' or '\u00A0')) break;
            start = word - 1;
        }
        return best is { } found && found.End <= end + 2 ? found : null;
    }

    private static ProperName? QuotedAt(string text, int at)
    {
        int close = at + 1;
        while (close < text.Length && close - at < 50 && !Closers.Contains(text[close], StringComparison.Ordinal) && text[close] is not ('\n' or '\r')) close++;
        if (close >= text.Length || !Closers.Contains(text[close], StringComparison.Ordinal)) return null;
        string name = text[(at + 1)..close].Trim(' ', ',', '.');
        if (name.Length < 2 || !(char.IsUpper(name[0]) || (char.IsDigit(name[0]) && name.Any(char.IsLetter))) || name.Count(c => c == ' ') > 4) return null;
        return new ProperName(name, at, close + 1, true);
    }

    private static int? Word(string text, int at)
    {
        int end = at;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || (text[end] is '-' or '\'' or '’' or '/' or '&' && end > at)
            || (text[end] == '.' && end > at && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1])))) end++;
        return end == at ? null : end;
    }
}
