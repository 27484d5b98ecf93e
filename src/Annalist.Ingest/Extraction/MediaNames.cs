using System.Collections.Frozen;

namespace Annalist.Ingest;

/// <summary>Tells names of media from names of ministries, people and months.</summary>
internal sealed class MediaNames
{
    private readonly FrozenSet<string> known;
    private readonly FrozenSet<string> words;
    private readonly FrozenSet<string> others;
    private readonly FrozenSet<string> announcing;

    public MediaNames(IngestData data, IEnumerable<string> more)
    {
        known = data.KnownMedia.Concat(more).Select(Key).ToFrozenSet(StringComparer.Ordinal);
        words = data.Terms("media-word").ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        others = data.Terms("not-media").ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        announcing = data.Terms("announces").ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        // Longest first: "news agency" before "news".
        Nouns = [.. data.Terms("media-noun").OrderByDescending(n => n.Length).ThenBy(n => n, StringComparer.Ordinal)];
        Generic = data.Terms("generic-author").Concat(data.Terms("section")).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Common nouns for media, longest first.</summary>
    public IReadOnlyList<string> Nouns { get; }

    /// <summary>Bylines without a person and names of sections, lower case.</summary>
    public FrozenSet<string> Generic { get; }

    /// <summary>What makes two spellings of an outlet's name the same.</summary>
    public static string Key(string name)
    {
        string lower = name.ToLowerInvariant().Trim();
        return lower.StartsWith("the ", StringComparison.Ordinal) ? lower[4..] : lower;
    }

    public bool IsKnown(string name) => known.Contains(Key(name));

    /// <summary>Whether the name is known or holds a word that media call themselves by.</summary>
    public bool LooksLikeMedia(string name) => IsKnown(name) || (!IsOther(name) && PageLine.WordsOf(name).Any(words.Contains));

    /// <summary>Whether the name is that of something else: an office, a month, a pronoun.</summary>
    public bool IsOther(string name) => !IsKnown(name) && PageLine.WordsOf(name).Any(w => others.Contains(w) && !(w.Equals("the", StringComparison.OrdinalIgnoreCase) && name.Length > 4));

    /// <summary>
    /// Whether a line is a heading over other stories and not a name: "Also interesting", "More from the region". Two such words, or one that is first, make it one;
    /// media known by name are none.
    /// </summary>
    public bool Announces(string line)
    {
        if (IsKnown(line)) return false;
        string[] all = [.. PageLine.WordsOf(line)];
        return all.Length > 1 && (announcing.Contains(all[0]) || all.Count(announcing.Contains) > 1);
    }

    /// <summary>Whether a word names a kind of office or outlet, as the last word of its name or the first.</summary>
    public bool NamesOffice(string word) => words.Contains(word) || others.Contains(word);

    /// <summary>The media noun that begins at a place of the text; null when none does.</summary>
    public string? NounAt(string text, int at)
    {
        foreach (string noun in Nouns)
        {
            if (at + noun.Length <= text.Length && text.AsSpan(at, noun.Length).Equals(noun, StringComparison.OrdinalIgnoreCase)
                && (at + noun.Length == text.Length || !char.IsLetterOrDigit(text[at + noun.Length]))) return noun;
        }
        return null;
    }
}
