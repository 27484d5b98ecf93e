using Annalist.Model;

namespace Annalist.Language;

/// <summary>Cuts a sentence into the syntactic words of the English Universal Dependencies treebanks. Thread-safe; linear in the length.</summary>
public sealed class Tokenizer
{
    private readonly TextRules rules;

    /// <summary>A tokenizer over word classes.</summary>
    public Tokenizer(TextRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        this.rules = rules;
    }

    /// <summary>The words of a stretch of text, in order: spans, and for each the size of the contraction that it begins (as <see cref="Token.Multiword"/>).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span reaches outside the text.</exception>
    public IReadOnlyList<(TextSpan Span, int Multiword)> Tokenize(string text, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(span.End, text.Length);
        ArgumentOutOfRangeException.ThrowIfNegative(span.Start);
        return [.. Words(text, span).Select(w => (new TextSpan(w.Start, w.End), w.Multiword))];
    }

    /// <summary>As <see cref="Tokenize"/>, in the internal form.</summary>
    internal List<RawToken> Words(string text, TextSpan span)
    {
        var tokens = new List<RawToken>(Math.Min(span.Length / 4, 1 << 16) + 4);
        int at = span.Start;
        bool singleOpen = false;
        while (at < span.End)
        {
            while (at < span.End && Chars.IsBlank(text[at])) at++;
            int start = at;
            while (at < span.End && !Chars.IsBlank(text[at])) at++;
            if (at > start) Chunk(text, start, at, at >= span.End, tokens, ref singleOpen);
        }
        return tokens;
    }

    /// <summary>Cuts a run of characters without blanks.</summary>
    private void Chunk(string text, int start, int end, bool lastOfSentence, List<RawToken> tokens, ref bool singleOpen)
    {
        // Leading marks, one token each; a run of the same dash, dot or star is one.
        while (start < end && IsLeading(text, start, end))
        {
            int next = MarkEnd(text, start, end);
            if (Chars.IsApostrophe(text[start]) && next == start + 1)
            {
                // 's, 'll and the like cut off by a stray blank are no quotation marks, nor is the one of '09.
                if (IsClitic(text.AsSpan(start, end - start)) || TokenShapes.IsShortYear(text.AsSpan(start, end - start)))
                {
                    break;
                }
                singleOpen = true;
            }
            tokens.Add(new RawToken(start, next, 1));
            start = next;
        }
        if (start >= end) return;

        // Trailing marks, found from the right and put out after the core.
        int core = end;
        var tail = new Stack<RawToken>();
        while (core > start)
        {
            int from = TrailingMark(text, start, core, lastOfSentence && core == end - TailLength(tail), ref singleOpen);
            if (from < 0) break;
            tail.Push(new RawToken(from, core, 1));
            core = from;
        }
        if (core > start) Core(text, start, core, tokens);
        foreach (var t in tail) tokens.Add(t);
    }

    private static int TailLength(Stack<RawToken> tail) => tail.Sum(t => t.End - t.Start);

    private static bool IsLeading(string text, int at, int end)
    {
        char c = text[at];
        if (Chars.IsOpener(c) || Chars.IsCloser(c) || Chars.IsStraightQuote(c) || Chars.IsBullet(c)) return true;
        if (c is '$' or '\u00A3' or '\u20AC' or '\u00A5' or '\u20BD' or '\u20B8' or '\u20B4' or '\u20B9' or '*' or '=' or '~' or '|' or '<' or '>' or '#' or ',' or ';' or ':' or '!' or '?' or '/' or '\u2026' or '\u2013' or '\u2014' or '\u25B2' or '\u25BC' or '\u00A7' or '\u00A9' or '%' or '\u2022' or '^') return !(c == '#' && at + 1 < end && char.IsLetter(text[at + 1]));
        if (c == '-') return true;
        if (c == '+') return at + 1 < end && !char.IsDigit(text[at + 1]);
        if (c == '.') return at + 1 >= end || text[at + 1] == '.' || !char.IsLetterOrDigit(text[at + 1]);
        return false;
    }

    private static int MarkEnd(string text, int at, int end)
    {
        char c = text[at];
        int next = at + 1;
        if (c is '.' or '-' or '*' or '=' or '~' or '_' or '\u2026' or '\u2014' or '<' or '>' or '!' or '?')
        {
            while (next < end && (text[next] == c || (c is '!' or '?' && text[next] is '!' or '?'))) next++;
        }
        else if (c is '\'' or '`' or '\u2018' or '\u2019' && next < end && text[next] == c)
        {
            next++;
        }
        return next;
    }

    /// <summary>Start of the mark that ends the chunk; −1 when its last character belongs to a word.</summary>
    private int TrailingMark(string text, int start, int end, bool lastOfSentence, ref bool singleOpen)
    {
        char c = text[end - 1];
        if (c == '.')
        {
            int from = end - 1;
            while (from > start && text[from - 1] == '.') from--;
            if (end - from > 1) return from;
            if (from == start) return from;
            var word = text.AsSpan(start, from - start);
            if (KeepsStop(word, lastOfSentence)) return -1;
            return from;
        }
        if (Chars.IsApostrophe(c))
        {
            int from = end - 1;
            if (from > start && text[from - 1] == c) return from - 1;
            if (from > start && text[from - 1] is 's' or 'S' && !singleOpen) return -1; // the ministers' talks
            singleOpen = false;
            return from;
        }
        if (c is '!' or '?')
        {
            int from = end - 1;
            while (from > start && text[from - 1] is '!' or '?') from--;
            return from;
        }
        if (c is '-' or '\u2014' or '\u2026' or '*' or '=' or '~' or '<' or '>' or '_')
        {
            int from = end - 1;
            while (from > start && text[from - 1] == c) from--;
            return from;
        }
        if (c == ')' && end - start >= 5 && text[end - 3] == '(' && char.IsLetter(text[end - 4])) return -1; // minister(s)
        if (c is ',' or ';' or ':' or '%' or '|' or '/' or '\u2013' or '$' or '\u20AC' or '\u00A3' or '^' || Chars.IsCloser(c) || Chars.IsStraightQuote(c) || Chars.IsOpener(c) || Chars.IsTerminal(c) || c is '\u3001' or '\uFF0C' or '\u060C') return end - 1;
        return -1;
    }

    /// <summary>True when the full stop after the word belongs to it.</summary>
    private bool KeepsStop(ReadOnlySpan<char> word, bool lastOfSentence)
    {
        if (word.Length > 24) return false;
        int cut = word.LastIndexOfAny('-', '/');
        if (cut >= 0 && cut + 1 < word.Length) word = word[(cut + 1)..];
        if (IsDotted(word)) return word is "I" ? !lastOfSentence : word.Length > 1 || char.IsUpper(word[0]) || !lastOfSentence;
        string lower = word.ToString().ToLowerInvariant();
        if (rules.Numbers.Contains(lower) || rules.Titles.Contains(lower)) return !lastOfSentence && !(lower == "no" && !char.IsUpper(word[0])) || lower is "jr" or "sr";
        return rules.IsAbbreviation(lower) && !(rules.Months.Contains(lower) && lastOfSentence && lower is "mar" or "sun" or "sat");
    }

    /// <summary>Letters with full stops between: U.S (the last stop cut off already); one letter alone counts.</summary>
    private static bool IsDotted(ReadOnlySpan<char> word)
    {
        if (word.Length == 0) return false;
        for (int i = 0; i < word.Length; i++)
        {
            if (i % 2 == 0 ? !char.IsLetter(word[i]) : word[i] != '.') return false;
        }
        return word.Length % 2 == 1;
    }

    /// <summary>Cuts a chunk that has a word at both ends.</summary>
    private void Core(string text, int start, int end, List<RawToken> tokens)
    {
        var chunk = text.AsSpan(start, end - start);
        if (TokenShapes.IsAddress(chunk))
        {
            tokens.Add(new RawToken(start, end, 1));
            return;
        }
        int piece = start;
        int i = start + 1;
        while (i < end - 1)
        {
            int cut = TokenShapes.InnerMark(text, piece, i, end, rules);
            if (cut > i)
            {
                if (i > piece) Word(text, piece, i, tokens);
                tokens.Add(new RawToken(i, cut, 1));
                piece = cut;
                i = Math.Max(cut, piece);
                continue;
            }
            i++;
        }
        if (piece < end) Word(text, piece, end, tokens);
    }

    /// <summary>Puts out a word, cut where it is a contraction or a figure with its unit.</summary>
    private void Word(string text, int start, int end, List<RawToken> tokens)
    {
        var word = text.AsSpan(start, end - start);
        int clitic = CliticStart(word);
        if (clitic == 0 && word.Length <= 8)
        {
            int at = rules.Contraction(word.ToString().ToLowerInvariant());
            if (at > 0)
            {
                tokens.Add(new RawToken(start, start + at, 2));
                tokens.Add(new RawToken(start + at, end, 0));
                return;
            }
        }
        if (clitic > 0)
        {
            // could've n't: at most two clitics hang on one word.
            int second = CliticStart(word[..clitic]);
            if (second > 0)
            {
                tokens.Add(new RawToken(start, start + second, 3));
                tokens.Add(new RawToken(start + second, start + clitic, 0));
            }
            else
            {
                tokens.Add(new RawToken(start, start + clitic, 2));
            }
            tokens.Add(new RawToken(start + clitic, end, 0));
            return;
        }
        int unit = TokenShapes.UnitStart(word, rules);
        if (unit > 0)
        {
            tokens.Add(new RawToken(start, start + unit, 1));
            tokens.Add(new RawToken(start + unit, end, 1));
            return;
        }
        tokens.Add(new RawToken(start, end, 1));
    }

    /// <summary>Where the clitic at a word's end begins; 0 when there is none.</summary>
    private static int CliticStart(ReadOnlySpan<char> word)
    {
        int n = word.Length;
        if (n < 3) return 0;
        if (Chars.IsApostrophe(word[n - 1]) && word[n - 2] is 's' or 'S') return n - 1;
        if (Chars.IsApostrophe(word[n - 2]))
        {
            if (word[n - 1] is 's' or 'S' or 'm' or 'M' or 'd' or 'D') return n - 2;
            if (word[n - 1] is 't' or 'T' && word[n - 3] is 'n' or 'N' && n > 3) return n - 3;
        }
        if (n > 3 && Chars.IsApostrophe(word[n - 3]))
        {
            char a = char.ToLowerInvariant(word[n - 2]), b = char.ToLowerInvariant(word[n - 1]);
            if ((a, b) is ('r', 'e') or ('v', 'e') or ('l', 'l')) return n - 3;
        }
        return 0;
    }

    private static bool IsClitic(ReadOnlySpan<char> chunk)
    {
        Span<char> low = stackalloc char[4];
        if (chunk.Length is < 2 or > 3) return false;
        int n = chunk[1..].ToLowerInvariant(low);
        return low[..n] is "s" or "m" or "d" or "re" or "ve" or "ll" or "t";
    }
}
