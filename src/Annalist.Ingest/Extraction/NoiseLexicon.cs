namespace Annalist.Ingest;

/// <summary>Phrases that mark a line as part of the page and not of the article.</summary>
internal sealed class NoiseLexicon
{
    /// <summary>A line with more words is judged by itself, not by a phrase somewhere in it.</summary>
    private const int MostWords = 45;

    /// <summary>A sentence with more words is not judged by a phrase inside it, save of rights and cookies.</summary>
    private const int MostWordsOfPart = 25;

    private readonly Dictionary<string, string> whole = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string[] Pieces, string Kind)>> starts = new(StringComparer.Ordinal);
    private readonly List<(string[] Pieces, string Kind)> parts = [];
    private readonly List<(string[] Pieces, string Kind)> hints = [];

    public NoiseLexicon(IEnumerable<(string Kind, string Match, string Phrase)> phrases)
    {
        foreach (var (kind, match, phrase) in phrases)
        {
            string[] pieces = phrase.Replace("+", "*", StringComparison.Ordinal).Split('*', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (pieces.Length == 0) continue;
            switch (match)
            {
                case "whole":
                    whole.TryAdd(phrase, kind);
                    break;
                case "start":
                    string first = FirstWord(pieces[0]);
                    if (!starts.TryGetValue(first, out var list)) starts[first] = list = [];
                    list.Add((pieces, kind));
                    break;
                case "hint":
                    hints.Add((pieces, kind));
                    break;
                default:
                    parts.Add((pieces, kind));
                    break;
            }
        }
    }

    /// <summary>The kind of noise that the line is by its words; null when no phrase fits.</summary>
    /// <param name="folded">The line in lower case, quotes straight, spaces single.</param>
    /// <param name="words">Its number of words.</param>
    /// <param name="sentence">Whether it reads like a sentence: then a single word at its start is not enough.</param>
    public string? KindOf(string folded, int words, bool sentence)
    {
        if (words > MostWords || folded.Length == 0) return null;
        string bare = folded.Trim(' ', '.', '!', ':', '?', '…', '»', '>', '<', '→', '←', '(', ')', '[', ']', '-', '–', '—', '|');
        if (whole.TryGetValue(bare, out string? kind) || whole.TryGetValue(folded, out kind)) return kind;
        if (starts.TryGetValue(FirstWord(folded), out var list))
        {
            foreach (var (pieces, found) in list)
            {
                bool firm = pieces[0].Contains(' ', StringComparison.Ordinal) || pieces[0][^1] is ':' or '(' || !char.IsLetter(pieces[0][0]);
                if ((firm || !sentence || words < 7) && Fits(folded, pieces, true)) return found;
            }
        }
        foreach (var (pieces, found) in parts)
        {
            // A paragraph may speak of what a page says elsewhere; only rights and cookies fill whole paragraphs.
            if (sentence && words > MostWordsOfPart && found is not ("rights" or "cookie")) continue;
            if (Fits(folded, pieces, false)) return found;
        }
        int hits = 0;
        string? hinted = null;
        foreach (var (pieces, found) in hints)
        {
            if (!Fits(folded, pieces, false)) continue;
            hits++;
            hinted ??= found;
            if (found == "about") hinted = found;
        }
        return hits >= 2 || (hits == 1 && !sentence && words <= 14) ? hinted : null;
    }

    /// <summary>The longest phrase for whole lines with which the text begins, in characters; 0 when there is none of at least three words.</summary>
    public int LengthOfWholeAtStart(string folded)
    {
        int best = 0;
        foreach (string phrase in whole.Keys)
        {
            if (phrase.Length > best && phrase.AsSpan().Count(' ') >= 2 && folded.StartsWith(phrase, StringComparison.Ordinal)) best = phrase.Length;
        }
        return best;
    }

    private static string FirstWord(string text)
    {
        int space = text.IndexOf(' ', StringComparison.Ordinal);
        string word = space < 0 ? text : text[..space];
        int end = 0;
        while (end < word.Length && char.IsLetterOrDigit(word[end])) end++;
        return end == 0 ? word[..1] : word[..end];
    }

    private static bool Fits(string text, string[] pieces, bool atStart)
    {
        int at = 0;
        for (int i = 0; i < pieces.Length; i++)
        {
            int found = Find(text, pieces[i], at);
            if (found < 0 || (i == 0 && atStart && found != 0)) return false;
            // A gap stands for up to four words: more, and the pieces belong to different things.
            if (i > 0 && text.AsSpan(at, found - at).Count(' ') > 6) return false;
            at = found + pieces[i].Length;
        }
        return true;
    }

    private static int Find(string text, string piece, int from)
    {
        for (int at = from; (at = text.IndexOf(piece, at, StringComparison.Ordinal)) >= 0; at++)
        {
            int end = at + piece.Length;
            bool left = at == 0 || !char.IsLetterOrDigit(piece[0]) || !char.IsLetterOrDigit(text[at - 1]);
            bool right = end == text.Length || !char.IsLetterOrDigit(piece[^1]) || !char.IsLetterOrDigit(text[end]);
            if (left && right) return at;
        }
        return -1;
    }
}
