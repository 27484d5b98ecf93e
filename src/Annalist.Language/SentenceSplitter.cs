using Annalist.Model;

namespace Annalist.Language;

/// <summary>Cuts text into sentences. Made for news as crawlers leave it; one pass, linear in the length. Thread-safe.</summary>
public sealed class SentenceSplitter
{
    private const int LookBack = 40;
    private readonly TextRules rules;

    /// <summary>A splitter over word classes.</summary>
    public SentenceSplitter(TextRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        this.rules = rules;
    }

    /// <summary>The sentences' spans in order, without blanks at their edges; blanks between them belong to none.</summary>
    /// <param name="text">Any text; may be empty.</param>
    public IReadOnlyList<TextSpan> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var spans = new List<TextSpan>();
        foreach (var block in TextBlocks.Of(text)) SplitBlock(text, block, spans);
        return spans;
    }

    private void SplitBlock(string text, TextSpan block, List<TextSpan> spans)
    {
        int start = block.Start, end = block.End;
        bool quoteOpen = false, lowOpen = false;
        int i = start;
        while (i < end)
        {
            char c = text[i];
            if (c == '"') quoteOpen = !quoteOpen;
            else if (c == '\u201E') lowOpen = true;
            else if (c is '\u201C' or '\u201D') lowOpen = false;
            if (Chars.IsBullet(c) && i > start)
            {
                Add(text, start, i, spans);
                start = i;
                i++;
                continue;
            }
            if (!Chars.IsTerminal(c))
            {
                i++;
                continue;
            }
            int run = i;
            while (run < end && Chars.IsTerminal(text[run])) run++;
            int after = FootnoteMarks(text, Closers(text, run, end, ref quoteOpen, ref lowOpen), end);
            if (after >= end) break;
            if (Ends(text, start, i, run, after, end))
            {
                Add(text, start, after, spans);
                start = after;
            }
            i = after;
        }
        Add(text, start, end, spans);
    }

    /// <summary>Past the closing quotes and brackets that belong to what was ended, one stray blank before each allowed.</summary>
    private static int Closers(string text, int at, int end, ref bool quoteOpen, ref bool lowOpen)
    {
        while (at < end)
        {
            int look = at;
            if (look + 1 < end && text[look] is ' ' or '\u00A0') look++;
            char c = text[look];
            bool stray = look > at;
            if (c is '\u2019' or '\'' && look + 1 < end && char.IsLetterOrDigit(text[look + 1])) break;
            if (c == '"' && quoteOpen && !(stray && look + 1 < end && char.IsLetterOrDigit(text[look + 1]))) quoteOpen = false;
            else if (c == '\u201C' && lowOpen && !stray) lowOpen = false; // the mark that opens an English quotation closes a German one
            else if (!(Chars.IsCloser(c) || (!stray && c == '\''))) break;
            at = look + 1;
        }
        return at;
    }

    /// <summary>Past footnote marks like [17], which stay with the sentence before them; one blank before each is allowed.</summary>
    private static int FootnoteMarks(string text, int at, int end)
    {
        while (true)
        {
            int open = at < end && text[at] is ' ' or '\u00A0' ? at + 1 : at;
            if (open + 2 >= end || text[open] != '[' || !char.IsAsciiDigit(text[open + 1])) break;
            int close = open + 1;
            while (close < end && close - open < 5 && char.IsAsciiDigit(text[close])) close++;
            if (close >= end || text[close] != ']') break;
            at = close + 1;
        }
        return at;
    }

    private bool Ends(string text, int start, int stop, int run, int after, int end)
    {
        char terminal = text[run - 1];
        bool wide = terminal is '\u3002' or '\uFF01' or '\uFF1F';
        if (wide) return true;
        bool closed = after > run, single = run - stop == 1 && text[stop] == '.';
        char next = text[after];
        if (!Chars.IsBlank(next)) return EndsWithoutBlank(text, start, stop, run, after, end, single, closed);

        int at = after;
        while (at < end && Chars.IsBlank(text[at])) at++;
        if (at >= end) return true;
        int first = at;
        bool opened = false;
        while (first < end && (Chars.IsOpener(text[first]) || Chars.IsStraightQuote(text[first])))
        {
            opened = true;
            first++;
        }
        if (first >= end) return true;
        char f = text[first];
        if (f is '-' or '\u2013' or '\u2014')
        {
            // A dash that leads in a new speaker or point, not one that goes on.
            int look = first + 1;
            while (look < end && text[look] == ' ') look++;
            return look < end && char.IsUpper(text[look]) && !single;
        }
        if (!Chars.BeginsLikeSentence(f)) return opened && !single && text[first - 1] == '[';
        if (closed && !single && text[stop] is '?' or '!' && SpeechFollows(text, first, end)) return false;
        if (!single) return true;
        if (closed && !(after == run + 1 && text[run] == ')' && run - start < 12)) return true;
        return !IsAbbreviated(text, start, stop, first, end, opened);
    }

    private static bool EndsWithoutBlank(string text, int start, int stop, int run, int after, int end, bool single, bool closed)
    {
        // "today.The": a small-letter word, the stop, a capitalised word. Addresses and file names are left alone.
        int first = after;
        while (first < end && (Chars.IsOpener(text[first]) || text[first] == '"')) first++;
        if (first + 1 >= end || !char.IsUpper(text[first])) return false;
        if (!char.IsLower(text[first + 1]) && !Chars.IsBlank(text[first + 1])) return false;
        if (first > after || closed) return stop > start && (char.IsLetterOrDigit(text[stop - 1]) || !single);
        if (stop - 2 < start || !char.IsLower(text[stop - 1]) || !(char.IsLower(text[stop - 2]) || char.IsUpper(text[stop - 2]))) return false;
        for (int i = stop - 1, n = 0; i >= start && n < LookBack && !Chars.IsBlank(text[i]); i--, n++)
        {
            if (text[i] is '/' or '@' or '.' or '_' or '\\' or '=') return false;
        }
        for (int i = first, n = 0; i < end && n < LookBack && !Chars.IsBlank(text[i]); i++, n++)
        {
            if (text[i] is '/' or '@' or '_' or '\\' or '=') return false;
            if (text[i] == '.' && i + 1 < end && char.IsLower(text[i + 1])) return false;
        }
        return run - stop == 1 || !single;
    }

    /// <summary>True when the full stop at <paramref name="stop"/> belongs to the word before it and the sentence goes on.</summary>
    private bool IsAbbreviated(string text, int start, int stop, int first, int end, bool opened)
    {
        int from = stop;
        while (from > start && stop - from < LookBack && !Chars.IsBlank(text[from - 1]) && !Chars.IsOpener(text[from - 1]) && text[from - 1] is not ('"' or '-' or '\u2013' or '\u2014' or '/' or ',')) from--;
        if (from == stop) return false;
        string word = text[from..stop].ToLowerInvariant();
        bool figure = char.IsDigit(text[first]);
        int before = from;
        while (before > start && Chars.IsBlank(text[before - 1])) before--;
        // A number that opens the sentence, or follows a colon, counts the points of a list.
        bool opens = before == start || (text[before - 1] == ':' && char.IsAsciiDigit(text[from]));
        if (word.Length <= 3 && opens && IsListNumber(word)) return true;
        if (rules.Never.Contains(word)) return true;
        if (rules.Titles.Contains(word)) return char.IsUpper(text[from]) || !StartsNew(text, first, end, opened);
        if (figure && (rules.Numbers.Contains(word) || rules.Months.Contains(word))) return true;
        if (rules.Companies.Contains(word)) return !StartsNew(text, first, end, opened) && !figure;
        if (rules.Months.Contains(word)) return !StartsNew(text, first, end, opened);
        bool initial = word.Length == 1 && char.IsUpper(text[from]);
        bool dotted = word.Length >= 3 && IsDotted(word);
        if (initial || dotted) return !(StartsNew(text, first, end, opened) && !(initial && opens));
        return false;
    }

    private static bool IsListNumber(string word)
    {
        foreach (char c in word)
        {
            if (!char.IsAsciiDigit(c)) return word.Length == 1 && char.IsAsciiLetter(word[0]);
        }
        return true;
    }

    private static bool IsDotted(string word)
    {
        for (int i = 0; i < word.Length; i++)
        {
            if (i % 2 == 0 ? !char.IsLetter(word[i]) : word[i] != '.') return false;
        }
        return true;
    }

    /// <summary>True when the word at <paramref name="first"/> is one that begins sentences, or a quotation begins there.</summary>
    private bool StartsNew(string text, int first, int end, bool opened)
    {
        if (opened && text[first - 1] is not ('(' or '[')) return true;
        int last = first;
        while (last < end && last - first < LookBack && char.IsLetter(text[last])) last++;
        return last > first && rules.Starters.Contains(text[first..last].ToLowerInvariant());
    }

    /// <summary>True when a few words on, before any punctuation, stands a verb of speech: "Why?" the minister asked.</summary>
    private bool SpeechFollows(string text, int first, int end)
    {
        int at = first;
        for (int words = 0; words < 5 && at < end; words++)
        {
            int from = at;
            while (at < end && at - from < LookBack && (char.IsLetter(text[at]) || text[at] == '-')) at++;
            if (at == from) return false;
            if (words > 0 && rules.Speech.Contains(text[from..at])) return true;
            if (at >= end || text[at] is not (' ' or '\u00A0')) return false;
            while (at < end && text[at] is ' ' or '\u00A0') at++;
        }
        return false;
    }

    private static void Add(string text, int start, int end, List<TextSpan> spans)
    {
        while (start < end && Chars.IsBlank(text[start])) start++;
        while (end > start && Chars.IsBlank(text[end - 1])) end--;
        if (end > start) spans.Add(new TextSpan(start, end));
    }
}
