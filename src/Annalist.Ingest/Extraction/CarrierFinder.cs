namespace Annalist.Ingest;

/// <summary>Finds the outlets and agencies that a report names as carriers of its words: "according to X", "told news portal X", "– X" behind the headline.</summary>
internal sealed class CarrierFinder
{
    private readonly MediaNames media;
    private readonly string[] any;
    private readonly string[] needMedia;
    private readonly string[] verbs;

    public CarrierFinder(IngestData data, MediaNames media)
    {
        this.media = media;
        any = [.. data.Terms("carrier-any")];
        needMedia = [.. data.Terms("carrier-media")];
        verbs = [.. data.Terms("carrier-verb")];
    }

    /// <summary>The carriers in the order of the text, each once, without the report's own outlet.</summary>
    /// <param name="title">Headline, or null.</param>
    /// <param name="text">Body.</param>
    /// <param name="labels">Lines of the page that name a source, outside of the body.</param>
    /// <param name="outlet">The report's own outlet, or null.</param>
    public IReadOnlyList<string> Find(string? title, string text, IEnumerable<string> labels, string? outlet)
    {
        var found = new List<(int At, string Name)>();
        if (title is not null && BehindTitle(title, text) is { } behind) found.Add((-1, behind));
        foreach (string label in labels)
        {
            foreach (var (_, name) in In(label)) found.Add((-1, name));
        }
        found.AddRange(In(text).OrderBy(f => f.At));
        var names = new List<string>();
        string? own = outlet is null ? null : MediaNames.Key(outlet);
        foreach (var (_, name) in found)
        {
            string key = MediaNames.Key(name);
            if (key == own || names.Exists(n => MediaNames.Key(n) == key)) continue;
            names.Add(name);
        }
        return names;
    }

    private string? BehindTitle(string title, string text)
    {
        int dash = Math.Max(title.LastIndexOf(" – ", StringComparison.Ordinal), Math.Max(title.LastIndexOf(" - ", StringComparison.Ordinal), title.LastIndexOf(" — ", StringComparison.Ordinal)));
        int colon = title.IndexOf(": ", StringComparison.Ordinal);
        if (dash > 15 && ProperName.At(title, dash + 3) is { } last && last.End >= title.TrimEnd().Length && last.Text.Count(c => c == ' ') <= 3 && !media.IsOther(last.Text))
        {
            // A speaker behind a headline speaks in the text too; an agency often is not named again.
            if (media.LooksLikeMedia(last.Text) || !text.Contains(last.Text.Split(' ')[^1], StringComparison.Ordinal)) return last.Text;
        }
        return colon > 0 && ProperName.At(title, 0) is { } first && first.End == colon && media.IsKnown(first.Text) ? first.Text : null;
    }

    private IEnumerable<(int At, string Name)> In(string text)
    {
        foreach (string cue in any)
        {
            foreach (int end in EndsOf(text, cue))
            {
                if (After(text, end) is { } named && (named.ByNoun || !media.IsOther(named.Name.Text))) yield return (named.Name.Start, named.Name.Text);
            }
        }
        foreach (string cue in needMedia)
        {
            foreach (int end in EndsOf(text, cue))
            {
                if (After(text, end) is not { } named) continue;
                bool quotedSource = named.Name.Quoted && cue is "quotes" or "according to" or "citing" or "quoted by" or "cites" && !media.IsOther(named.Name.Text) && named.Name.Text.Count(c => c == ' ') <= 2;
                if (named.ByNoun || media.LooksLikeMedia(named.Name.Text) || quotedSource) yield return (named.Name.Start, named.Name.Text);
                else if (cue is "according to" && IsPlainCarrier(text, named.Name)) yield return (named.Name.Start, named.Name.Text);
            }
        }
        foreach (string verb in verbs)
        {
            foreach (int end in EndsOf(text, verb))
            {
                int start = end - verb.Length;
                if (ProperName.Before(text, start) is not { } name) continue;
                if (media.LooksLikeMedia(name.Text) || (NounBefore(text, name.Start) && !media.IsOther(name.Text))) yield return (name.Start, name.Text);
            }
        }
    }

    /// <summary>"According to X, this was stated by …": what X does here only a carrier does.</summary>
    private bool IsPlainCarrier(string text, ProperName name)
    {
        if (media.IsOther(name.Text) || name.End + 2 >= text.Length || text[name.End] != ',') return false;
        string after = text[(name.End + 1)..Math.Min(text.Length, name.End + 40)].TrimStart();
        foreach (string start in (ReadOnlySpan<string>)["this was stated", "this was announced", "this was said", "this was reported", "the statement was made", "it was stated by", "this is stated"])
        {
            if (after.StartsWith(start, StringComparison.Ordinal)) return true;
        }
        return false;
    }

    /// <summary>The name behind a cue, with articles, adjectives and a common noun for media between.</summary>
    private (ProperName Name, bool ByNoun)? After(string text, int at)
    {
        int place = at, capitals = 0;
        for (int words = 0; words < 7; words++)
        {
            while (place < text.Length && text[place] is ' ' or '\u00A0') place++;
            if (place >= text.Length || text[place] is '\n' or '\r') break;
            if (media.NounAt(text, place) is { } noun)
            {
                int behind = place + noun.Length;
                // "the agency's", "the channel," name nobody.
                if (behind < text.Length && text[behind] is ' ' or '\u00A0' && ProperName.At(text, behind) is { } named && !media.IsOther(FirstWord(named.Text))) return (named, true);
                if (!char.IsUpper(text[place])) { place = behind; continue; }
            }
            int end = place;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '’' or '\'')) end++;
            // One adjective of origin may stand before the common noun, no name.
            if (end == place || (char.IsUpper(text[place]) && ++capitals > 1)) break;
            place = end;
        }
        int from = at;
        foreach (string article in (ReadOnlySpan<string>)[" the ", " a ", " an ", " The "])
        {
            if (string.CompareOrdinal(text, at, article, 0, article.Length) == 0) from = article is " The " ? at : at + article.Length - 1;
        }
        if (ProperName.At(text, from) is not { } direct) return null;
        int next = direct.End;
        while (next < text.Length && text[next] == ' ') next++;
        bool nounBehind = next > direct.End && next < text.Length && char.IsLower(text[next]) && media.NounAt(text, next) is not null && !media.IsOther(direct.Text);
        // "Russian television", "Kazakh media": an adjective names no outlet.
        if (nounBehind && !direct.Text.Contains(' ', StringComparison.Ordinal) && !media.IsKnown(direct.Text) && !direct.Quoted && !PageLine.InCapitals(direct.Text) && LooksLikeAdjective(direct.Text)) return null;
        return (direct, nounBehind);
    }

    private static bool LooksLikeAdjective(string word) => word.EndsWith("an", StringComparison.Ordinal) || word.EndsWith("ish", StringComparison.Ordinal) || word.EndsWith("ese", StringComparison.Ordinal)
        || word.EndsWith('i') || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("ic", StringComparison.Ordinal) || word.EndsWith("ak", StringComparison.Ordinal)
        || word.EndsWith("ek", StringComparison.Ordinal) || word.EndsWith("ik", StringComparison.Ordinal) || word.EndsWith("kh", StringComparison.Ordinal) || word.EndsWith("yz", StringComparison.Ordinal) || word.EndsWith("en", StringComparison.Ordinal);

    private bool NounBefore(string text, int at)
    {
        int end = at;
        while (end > 0 && text[end - 1] is ' ' or '\u00A0') end--;
        foreach (string noun in media.Nouns)
        {
            int start = end - noun.Length;
            if (start >= 0 && end < at && text.AsSpan(start, noun.Length).Equals(noun, StringComparison.OrdinalIgnoreCase) && (start == 0 || !char.IsLetterOrDigit(text[start - 1]))) return true;
        }
        return false;
    }

    private static string FirstWord(string name)
    {
        int space = name.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? name : name[..space];
    }

    private static IEnumerable<int> EndsOf(string text, string cue)
    {
        for (int at = 0; (at = text.IndexOf(cue, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += cue.Length)
        {
            int end = at + cue.Length;
            bool left = at == 0 || !char.IsLetterOrDigit(cue[0]) || !char.IsLetterOrDigit(text[at - 1]);
            bool right = end == text.Length || !char.IsLetterOrDigit(cue[^1]) || !char.IsLetterOrDigit(text[end]);
            if (left && right) yield return end;
        }
    }
}
