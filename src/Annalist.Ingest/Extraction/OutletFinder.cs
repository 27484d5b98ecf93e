namespace Annalist.Ingest;

/// <summary>Finds the outlet by what the page says of itself: rights, masthead, agency of the dateline, calls to follow it, its own mentions.</summary>
internal sealed class OutletFinder(IngestData data, MediaNames media)
{
    /// <summary>The least weight of signs that names an outlet.</summary>
    private const double Threshold = 2;

    /// <summary>The outlet's name; null when the page does not show it.</summary>
    public string? Find(ArticlePage page, Dateline? dateline, string body)
    {
        var votes = new Dictionary<string, (double Weight, string Name, int Order)>(StringComparer.Ordinal);
        void Vote(string? name, double weight)
        {
            if (name is null) return;
            name = name.Trim(' ', ',', '.', ';', ':', '-', '–', '|');
            if (name.Length is < 2 or > 60 || !name.Any(char.IsLetter) || media.IsOther(name) || media.Generic.Contains(name.ToLowerInvariant())) return;
            string key = MediaNames.Key(name);
            bool seen = votes.TryGetValue(key, out var old);
            // Mixed case tells more than capitals alone.
            string better = !seen || (PageLine.InCapitals(old.Name) && !PageLine.InCapitals(name)) || (PageLine.InCapitals(old.Name) == PageLine.InCapitals(name) && name.StartsWith("The ", StringComparison.Ordinal)) ? name : old.Name;
            votes[key] = (old.Weight + weight, better, seen ? old.Order : votes.Count);
        }

        Vote(dateline?.Agency, 4);
        for (int i = 0; i < page.Lines.Count; i++)
        {
            bool inside = i >= page.First && i <= page.Last;
            FromLine(page, i, inside, Vote);
        }
        FromBody(body, Vote);
        string text = string.Join('\n', page.Lines.Select(l => l.Text));
        foreach (var (key, vote) in votes.ToArray())
        {
            // A name that the page says again and again weighs more.
            int count = 0;
            for (int at = 0; count < 5 && (at = text.IndexOf(vote.Name, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += vote.Name.Length) count++;
            if (count > 1) votes[key] = vote with { Weight = vote.Weight + (0.4 * (count - 1)) };
        }
        var best = votes.Values.OrderByDescending(v => v.Weight).ThenBy(v => v.Order).FirstOrDefault();
        return best.Weight >= Threshold ? best.Name : null;
    }

    private void FromLine(ArticlePage page, int i, bool inside, Action<string?, double> vote)
    {
        var line = page.Lines[i];
        string text = line.Text;
        if (inside && line.IsText) return;
        if (Rights(text) is { } owner) vote(owner, 4);
        foreach (string cue in (ReadOnlySpan<string>)["ollow ", "exclusively for ", "eporting by ", "xclusive to ", "ubscribe to ", "to read the ", "elcome to "])
        {
            int at = text.IndexOf(cue, StringComparison.Ordinal);
            if (at < 0 || ProperName.At(text, at + cue.Length) is not { } name) continue;
            string rest = text[Math.Min(text.Length, name.End)..];
            if (cue is "ollow " && !rest.StartsWith(" on ", StringComparison.Ordinal)) continue;
            if (cue is "ubscribe to " or "eporting by " && !media.LooksLikeMedia(name.Text)) continue;
            vote(Unlisted(name.Text), cue is "eporting by " ? 2 : 4);
        }
        if (line.Words <= 4 && text.StartsWith("Support ", StringComparison.Ordinal) && ProperName.At(text, 8) is { } supported && supported.End == text.Length) vote(supported.Text, 2);
        if (i == page.TitleAt && page.Title is { } title && text.Length > title.Length + 3)
        {
            int at = text.IndexOf(title, StringComparison.Ordinal);
            if (at >= 0) vote(text[(at + title.Length)..].Trim(' ', '|', '-', '–', '—', ':', '»'), 3);
        }
        if (i >= Math.Min(page.First, page.TitleAt < 0 ? page.First : Math.Max(page.TitleAt + 5, 0)) || i > 14) return;
        if (line.Kind is LineKind.Stamp && line.Dates.Count > 0) vote(BesideDate(line), 2.5);
        bool masthead = (page.TitleAt < 0 ? i < page.First : i < page.TitleAt) && line.Kind is LineKind.Plain && line.CapitalShare >= 0.6 && !line.EndsSentence;
        if (masthead)
        {
            string first = text.Split(['|', '•', '·', '—'], StringSplitOptions.TrimEntries)[0];
            int words = PageLine.WordsOf(first).Count();
            if (!media.Announces(first) && words is >= 1 and <= 6 && !media.Generic.Contains(first.ToLowerInvariant())) vote(first, (page.Lines.Take(i).All(l => l.Kind is LineKind.Noise or LineKind.Stamp) ? 1.6 : 0.5) + (media.LooksLikeMedia(first) ? 1.25 : 0) + (text.Length > first.Length ? 1 : 0));
        }
    }

    /// <summary>"© 2022 Name. All rights reserved", "Copyright Name, 2022".</summary>
    private static string? Rights(string text)
    {
        int at = text.IndexOf('©', StringComparison.Ordinal);
        int skip = 1;
        if (at < 0)
        {
            at = text.IndexOf("opyright", StringComparison.Ordinal);
            skip = 8;
        }
        if (at < 0) return null;
        int i = at + skip;
        while (i < text.Length && !char.IsLetter(text[i])) i++;
        if (ProperName.At(text, i) is not { } name) return null;
        return name.Text is "All" or "Copyright" ? null : name.Text.Split(" All", StringSplitOptions.None)[0];
    }

    /// <summary>The name beside a date in the head: "7.2.2024 – Name, service".</summary>
    private string? BesideDate(PageLine line)
    {
        var date = line.Dates[0];
        string after = line.Text[date.End..].TrimStart(' ', '–', '—', '-', '|', '·', '•', ',', '/');
        if (after.Length == line.Text.Length - date.End || after.Length < 3) after = "";
        string before = line.Text[..date.Start].TrimEnd(' ', '–', '—', '-', '|', '·', '•', ',', '/');
        foreach (string side in (ReadOnlySpan<string>)[after, before])
        {
            if (side.Length == 0 || ProperName.At(side, 0) is not { } name || name.End < side.Length && side[name.End] is not (',' or ' ' or '|')) continue;
            if (data.Weekdays.ContainsKey(name.Text.ToLowerInvariant()) || data.Months.ContainsKey(name.Text.ToLowerInvariant())) continue;
            if (media.LooksLikeMedia(name.Text)) return name.Text;
        }
        return null;
    }

    /// <summary>What the body says of its own outlet: "X learned", "seen by X", "Earlier, X wrote".</summary>
    private void FromBody(string body, Action<string?, double> vote)
    {
        string text = body.Length > 60_000 ? body[..60_000] : body;
        foreach (string verb in data.Terms("own-verb"))
        {
            foreach (int at in Places(text, verb))
            {
                if (ProperName.Before(text, at) is not { } name || !NewsName(name)) continue;
                vote(name.Text, verb is "asked" or "tells" or "learned" or "understood" && !name.Quoted && name.Text.Contains(' ', StringComparison.Ordinal) && !media.LooksLikeMedia(name.Text) ? 0.5 : 2);
            }
        }
        foreach (string verb in (ReadOnlySpan<string>)["wrote", "reported", "has written", "has reported"])
        {
            foreach (int at in Places(text, verb))
            {
                if (ProperName.Before(text, at) is not { } name || !NewsName(name)) continue;
                string before = text[Math.Max(0, name.Start - 24)..name.Start].ToLowerInvariant();
                if (data.Terms("own-earlier").Any(w => before.Contains(w, StringComparison.Ordinal))) vote(name.Text, 2);
            }
        }
        foreach (string cue in (ReadOnlySpan<string>)["seen by", "obtained by", "told", "says", "interview with", "correspondent of"])
        {
            foreach (int at in Places(text, cue))
            {
                if (ProperName.At(text, at + cue.Length) is { } name && NewsName(name)) vote(name.Text, media.LooksLikeMedia(name.Text) ? (cue is "seen by" or "obtained by" ? 2 : 0.75) : 0.1);
            }
        }
    }

    private bool NewsName(ProperName name) => !media.IsOther(name.Text) && name.Text.Length >= 3 && name.Text.Count(c => c == ' ') <= 4;

    private static string Unlisted(string name) => name.Split(" and ", StringSplitOptions.None)[0];

    private static IEnumerable<int> Places(string text, string word)
    {
        for (int at = 0; (at = text.IndexOf(word, at, StringComparison.Ordinal)) >= 0; at += word.Length)
        {
            int end = at + word.Length;
            if ((at == 0 || text[at - 1] == ' ') && (end == text.Length || !char.IsLetterOrDigit(text[end]))) yield return at;
        }
    }
}
