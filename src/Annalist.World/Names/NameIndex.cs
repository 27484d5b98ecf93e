using System.Collections.Frozen;
using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>
/// Finds the names of a world in running text: the longest that begins at a word and ends with one. Diacritics, kinds of quotes and hyphens, and runs of
/// spaces make no difference; case does: a name stands in its own case, with capitals for its small words, or all in capitals, an acronym only as listed.
/// Immutable; safe to share between threads.
/// </summary>
public sealed class NameIndex
{
    private readonly string[] keys;
    private readonly Spelling[][] spellings;
    private readonly NameTrie trie;
    private readonly bool[] begins = new bool[128];
    private readonly FrozenSet<string> words;
    private readonly Lazy<GarbledNames> garbled;
    private readonly Lazy<LongNames> longNames;
    private readonly int longest;

    private NameIndex(SortedDictionary<string, List<Spelling>> names, FrozenSet<string> words)
    {
        keys = [.. names.Keys];
        spellings = [.. names.Values.Select(v => v.ToArray())];
        trie = new NameTrie(keys);
        this.words = words;
        longest = keys.Length == 0 ? 0 : keys.Max(k => k.Length);
        foreach (Spelling s in spellings.SelectMany(s => s).Where(s => s.Cased[0] < 128))
        {
            begins[s.Cased[0]] = true;
            begins[char.ToUpperInvariant(s.Cased[0])] = true;
        }
        garbled = new Lazy<GarbledNames>(() => new GarbledNames([.. Entries]));
        longNames = new Lazy<LongNames>(() => new LongNames([.. Entries]));
    }

    /// <summary>A name as listed, folded but in its own case.</summary>
    internal sealed record Spelling(string Cased, NameEntry Entry);

    /// <summary>Number of different folded names.</summary>
    public int Count => keys.Length;

    /// <summary>All entries, by folded name.</summary>
    public IEnumerable<NameEntry> Entries => spellings.SelectMany(s => s).Select(s => s.Entry);

    internal static NameIndex Build(IReadOnlyList<Pack> packs)
    {
        var builder = new NameIndexBuilder(packs);
        return new NameIndex(builder.Names, builder.Words);
    }

    /// <summary>All names in the text, from left to right, without overlaps: at each place the longest.</summary>
    public IReadOnlyList<NameMatch> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<NameMatch>();
        TextFold fold = TextFold.Of(text);
        ReadOnlySpan<char> chars = fold.Chars;
        for (int i = 0; i < chars.Length; i++)
        {
            char c = chars[i];
            if (c < 128 && !begins[c]) continue;
            if (i > 0 && !MayBegin(chars, i)) continue;
            if (Longest(chars, i, out IReadOnlyList<NameEntry>? entries) is not (> 0 and int length)) continue;
            found.Add(new NameMatch(new TextSpan(fold.Start(i), fold.End(i + length - 1, text)), entries!));
            i += length - 1;
        }
        return found;
    }

    /// <summary>The longest name that begins exactly at the index; null when none does, or the index lies inside a word.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index lies outside the text.</exception>
    public NameMatch? MatchAt(string text, int start)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, text.Length);
        // What stands before is folded with it, to see whether a word begins here.
        TextFold fold = TextFold.Of(text, Math.Max(0, start - 4), longest + 16);
        ReadOnlySpan<char> chars = fold.Chars;
        int i = 0;
        while (i < chars.Length && (fold.Start(i) < start || chars[i] == ' ')) i++;
        if (i == chars.Length || fold.Start(i) != start || (i > 0 && !MayBegin(chars, i))) return null;
        return Longest(chars, i, out IReadOnlyList<NameEntry>? entries) is > 0 and int length
            ? new NameMatch(new TextSpan(start, fold.End(i + length - 1, text)), entries!)
            : null;
    }

    /// <summary>What a name given by itself may stand for, as people type it: case and diacritics make no difference.</summary>
    /// <param name="name">The whole name, without other words.</param>
    /// <returns>The entries in the order of the packs; empty when no pack lists the name.</returns>
    public IReadOnlyList<NameEntry> Whole(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Array.BinarySearch(keys, Fold(name), StringComparer.Ordinal) is >= 0 and int at ? [.. spellings[at].Select(s => s.Entry)] : [];
    }

    /// <summary>A name in the form in which names are compared: lower case, without diacritics, hyphens as spaces.</summary>
    public static string Fold(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return TextFold.Whole(name);
    }

    /// <summary>
    /// The person, state or capital whose name the words garble ("Tokaev", "Baiden"): for capitalised words that no listed name matches. Null when there is none,
    /// or when the words are a listed name, ordinary words, or as near to several.
    /// </summary>
    /// <param name="words">One to four words as they stand in the text; a possessive ending is left out of the match.</param>
    public NameMatch? FindGarbled(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        NameMemory memory = NameMemory.Of(this);
        if (!memory.Garbled.TryGetValue(words, out NameMatch? known)) NameMemory.Keep(memory.Garbled, words, known = LookUpGarbled(words));
        return known;
    }

    private NameMatch? LookUpGarbled(string words)
    {
        string key = TextFold.Whole(words);
        string bare = key.EndsWith("'s", StringComparison.Ordinal) ? key[..^2] : key.TrimEnd('\'');
        if (IsListed(bare)) return null;
        if (MisreadDigits(bare) is { } read)
        {
            // A digit inside a word was a letter: what comes out may be listed as it stands.
            if (MatchAt(Capital(read), 0) is { } listed && listed.Span.Length == read.Length && listed.Entry.Type != NameType.Acronym) return listed with { Span = GarbledNames.Bare(words), Similarity = 0.9 };
            bare = read;
        }
        string[] parts = bare.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is > 0 and <= 4 && char.IsUpper(words.TrimStart()[0]) && words.Any(char.IsLower) && garbled.Value.FindJoined(words, bare) is { } whole) return whole;
        // Several words of which one is a country are no person's name.
        if (parts.Length > 1 && parts.Any(IsNoPerson)) return null;
        return garbled.Value.Find(words, parts, this.words.Contains);
    }

    /// <summary>The organisation, group or state with a name of several words of which one is garbled ("Shanghai Cooperation Organsation"), or whose words stand in another order; null when there is none.</summary>
    /// <param name="words">The words as they stand in the text.</param>
    public NameMatch? FindGarbledLong(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        NameMemory memory = NameMemory.Of(this);
        if (!memory.Long.TryGetValue(words, out NameMatch? known)) NameMemory.Keep(memory.Long, words, known = LookUpGarbledLong(words));
        return known;
    }

    private NameMatch? LookUpGarbledLong(string words)
    {
        string key = TextFold.Whole(words);
        string bare = key.EndsWith("'s", StringComparison.Ordinal) ? key[..^2] : key.TrimEnd('\'');
        return IsListed(bare) ? null : longNames.Value.Find(words, bare.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>True when the word is part of a listed name, or an ordinary word.</summary>
    /// <param name="word">One word as it stands in the text.</param>
    public bool IsKnownWord(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        NameMemory memory = NameMemory.Of(this);
        if (memory.Known.TryGetValue(word, out bool known)) return known;
        string key = TextFold.Whole(word);
        NameMemory.Keep(memory.Known, word, known = words.Contains(key) || longNames.Value.IsPart(key));
        return known;
    }

    private static string Capital(string key) => string.Join(' ', key.Split(' ').Select(p => p.Length == 0 ? p : char.ToUpperInvariant(p[0]) + p[1..]));

    /// <summary>The words with digits that stand among letters read as the letters they look like; null when there is nothing to mend.</summary>
    private static string? MisreadDigits(string bare)
    {
        if (bare.Length < 6 || !bare.Any(char.IsAsciiDigit) || bare.Count(char.IsAsciiDigit) > 2 || !char.IsLetter(bare[0])) return null;
        string read = bare.Replace('0', 'o').Replace('1', 'l').Replace('5', 's');
        return read.All(c => char.IsLetter(c) || c == ' ') ? read : null;
    }

    private bool IsListed(string key) => Array.BinarySearch(keys, key, StringComparer.Ordinal) >= 0;

    private bool IsNoPerson(string key) => Array.BinarySearch(keys, key, StringComparer.Ordinal) is >= 0 and int at && spellings[at].Any(s => s.Entry.Type != NameType.Person);

    private int Longest(ReadOnlySpan<char> chars, int start, out IReadOnlyList<NameEntry>? entries)
    {
        entries = null;
        int best = 0;
        int node = 0;
        for (int i = start; i < chars.Length; i++)
        {
            char c = chars[i];
            node = trie.Child(node, char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c < 128 ? c : char.ToLowerInvariant(c));
            if (node < 0) break;
            int name = trie.Terminal(node);
            if (name < 0 || !MayEnd(chars, i + 1)) continue;
            if (Fitting(name, chars, start, i + 1 - start) is not { } fitting) continue;
            best = i + 1 - start;
            entries = fitting;
        }
        return best;
    }

    private static bool MayBegin(ReadOnlySpan<char> chars, int i)
    {
        char before = chars[i - 1];
        if (char.IsLetterOrDigit(before)) return false;
        return before != '\'' || i < 2 || !char.IsLetterOrDigit(chars[i - 2]);
    }

    private static bool MayEnd(ReadOnlySpan<char> chars, int end)
    {
        if (end == chars.Length) return true;
        char next = chars[end];
        if (char.IsLetterOrDigit(next)) return false;
        if (end + 1 == chars.Length) return true;
        if (next == '\'' && char.IsLetterOrDigit(chars[end + 1]))
        {
            return chars[end + 1] is 's' or 'S' && (end + 2 == chars.Length || !char.IsLetterOrDigit(chars[end + 2]));
        }
        return next != '+' || !char.IsAsciiDigit(chars[end + 1]);
    }

    /// <summary>The entries whose case fits the words; those in their own case before those all in capitals. Null when none does.</summary>
    private List<NameEntry>? Fitting(int name, ReadOnlySpan<char> chars, int start, int length)
    {
        ReadOnlySpan<char> slice = chars.Slice(start, length);
        List<NameEntry>? own = null, capitals = null;
        foreach (Spelling s in spellings[name])
        {
            bool acronym = s.Entry.Type == NameType.Acronym;
            if (InOwnCase(slice, s.Cased, acronym))
            {
                if (acronym && length < 5 && words.Contains(keys[name]) && AmongCapitals(chars, start, start + length)) continue;
                (own ??= []).Add(s.Entry);
            }
            else if (!acronym && InCapitals(slice))
            {
                (capitals ??= []).Add(s.Entry);
            }
        }
        return own ?? capitals;
    }

    private static bool InOwnCase(ReadOnlySpan<char> slice, string cased, bool exact)
    {
        for (int i = 0; i < slice.Length; i++)
        {
            if (slice[i] == cased[i]) continue;
            bool raised = !exact && (i == 0 || slice[i - 1] == ' ') && char.IsLower(cased[i]) && char.IsUpper(slice[i]);
            if (!raised) return false;
        }
        return true;
    }

    private static bool InCapitals(ReadOnlySpan<char> slice)
    {
        int letters = 0;
        foreach (char c in slice)
        {
            if (char.IsLower(c)) return false;
            if (char.IsLetter(c)) letters++;
        }
        return letters > 1;
    }

    /// <summary>True when a neighbouring word is all in capitals too: in such a headline a short acronym may be the ordinary word.</summary>
    private static bool AmongCapitals(ReadOnlySpan<char> chars, int start, int end)
    {
        int left = start - 1;
        while (left > 0 && char.IsLetter(chars[left - 1])) left--;
        int right = end + 1;
        while (right < chars.Length && char.IsLetter(chars[right])) right++;
        return (left >= 0 && left < start - 1 && InCapitals(chars[left..(start - 1)])) || (right > end + 1 && InCapitals(chars[(end + 1)..right]));
    }
}
