using System.Globalization;
using System.Text;
using Annalist.Model;

namespace Annalist.Store;

/// <summary>Words that are looked for, cut and folded as the index does it: letters and digits, lower case, without accents. The last one may be the beginning of a word.</summary>
internal sealed class SearchWords
{
    // Beyond this nobody looks for words but pastes a text.
    private const int Most = 32;
    private const int SnippetLength = 200;

    private readonly List<string> words;

    private SearchWords(List<string> words) => this.words = words;

    /// <summary>Cuts what a person wrote; null when there is no word in it.</summary>
    public static SearchWords? Of(string given)
    {
        List<string> words = [.. Tokens(given).Select(t => Fold(t.Cut(given))).Where(w => w.Length > 0).Take(Most)];
        return words.Count == 0 ? null : new SearchWords(words);
    }

    /// <summary>The search in the index's language. The words are letters and digits in quotes: none is taken for a sign of that language.</summary>
    public string Query => string.Join(' ', words.Select(w => '"' + w + '"')) + "*";

    /// <summary>Places of the words in a text, in order.</summary>
    public List<(TextSpan Span, int Words)> Find(string text)
    {
        var found = new List<(TextSpan, int)>();
        foreach (TextSpan token in Tokens(text))
        {
            if (Which(text.AsSpan(token.Start, token.Length)) is > 0 and var which) found.Add((token, which));
        }
        return found;
    }

    /// <summary>True when every word is among those found.</summary>
    public bool All(List<(TextSpan Span, int Words)> found) => found.Aggregate(0, (a, f) => a | f.Words) == (int)(uint.MaxValue >> (Most - words.Count));

    /// <summary>The stretch of a text with most of the words, and where they stand in it.</summary>
    public static (string Text, IReadOnlyList<TextSpan> Marks) Snippet(string text, List<(TextSpan Span, int Words)> found)
    {
        int best = 0, most = -1;
        for (int i = 0, end = 0; i < found.Count; i++)
        {
            int seen = 0;
            for (end = i; end < found.Count && found[end].Span.End - found[i].Span.Start <= SnippetLength; end++) seen |= found[end].Words;
            if (System.Numerics.BitOperations.PopCount((uint)seen) > most)
            {
                most = System.Numerics.BitOperations.PopCount((uint)seen);
                best = found[i].Span.Start;
            }
        }
        int from = Math.Max(0, best - (SnippetLength / 4)), to = Math.Min(text.Length, from + SnippetLength + (SnippetLength / 4));
        // Begins and ends between words.
        if (from > 0) from = text.IndexOf(' ', from, best - from) is >= 0 and var space ? space + 1 : best;
        if (to < text.Length) to = text.LastIndexOf(' ', to - 1, to - from) is > 0 and var last && last > best ? last : to;
        if (to < text.Length && char.IsLowSurrogate(text[to])) to++;
        return Cut(text, from, to, found);
    }

    /// <summary>The whole text with its marks.</summary>
    public static (string Text, IReadOnlyList<TextSpan> Marks) Whole(string text, List<(TextSpan Span, int Words)> found) => Cut(text, 0, text.Length, found);

    private static (string Text, IReadOnlyList<TextSpan> Marks) Cut(string text, int from, int to, List<(TextSpan Span, int Words)> found) =>
    (
        string.Create(to - from, (text, from), static (to, s) =>
        {
            for (int i = 0; i < to.Length; i++) to[i] = char.IsControl(s.text[s.from + i]) || s.text[s.from + i] is '\u2028' or '\u2029' ? ' ' : s.text[s.from + i];
        }),
        [.. found.Where(f => f.Span.Start >= from && f.Span.End <= to).Select(f => new TextSpan(f.Span.Start - from, f.Span.End - from))]
    );

    private int Which(ReadOnlySpan<char> token)
    {
        int which = 0;
        string? folded = Ascii.IsValid(token) ? null : Fold(token.ToString());
        ReadOnlySpan<char> word = folded ?? token;
        for (int i = 0; i < words.Count; i++)
        {
            bool same = i == words.Count - 1 ? word.StartsWith(words[i], StringComparison.OrdinalIgnoreCase) : word.Equals(words[i], StringComparison.OrdinalIgnoreCase);
            if (same) which |= 1 << i;
        }
        return which;
    }

    private static IEnumerable<TextSpan> Tokens(string text)
    {
        int start = -1;
        for (int i = 0; i < text.Length;)
        {
            // A lone half of a pair is no letter.
            bool whole = Rune.TryGetRuneAt(text, i, out Rune rune);
            int length = whole ? rune.Utf16SequenceLength : 1;
            bool inside = whole && Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.NonSpacingMark => start >= 0,
                UnicodeCategory.PrivateUse or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => true,
                _ => Rune.IsLetterOrDigit(rune),
            };
            if (inside && start < 0) start = i;
            if (!inside && start >= 0)
            {
                yield return new TextSpan(start, i);
                start = -1;
            }
            i += length;
        }
        if (start >= 0) yield return new TextSpan(start, text.Length);
    }

    private static string Fold(string word)
    {
        var b = new StringBuilder(word.Length);
        foreach (Rune rune in word.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark) b.Append(Rune.ToLowerInvariant(rune).ToString());
        }
        return b.ToString().Normalize(NormalizationForm.FormC);
    }
}
