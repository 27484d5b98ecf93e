namespace Annalist.Ingest;

/// <summary>Finds headline and body among the lines of a page: the stretch with the most running text for the least noise.</summary>
internal sealed class ArticleFinder(LineSplitter splitter, MediaNames media)
{
    /// <summary>A paragraph counts for no more than this many words, so that one long line does not outweigh a whole article.</summary>
    private const int MostWordsCounted = 80;

    private const int NoiseCost = 12;
    private const int PlainCost = 3;

    /// <summary>What a heading of teasers, comments or a footer costs: about three teasers of running text.</summary>
    private const int BreakCost = 60;

    /// <summary>A run of plain lines is looked at no further.</summary>
    private const int LongestList = 12;

    /// <summary>Finds the article.</summary>
    /// <param name="text">The page.</param>
    /// <param name="givenTitle">The headline where it is known; null to look for it.</param>
    public ArticlePage Find(string text, string? givenTitle)
    {
        var lines = splitter.Split(text);
        MarkRepeats(lines);
        MarkTeasers(lines);
        var (first, last) = Stretch(lines, 0);
        if (first < 0) return new ArticlePage { Lines = lines, Title = givenTitle };
        int titleAt = TitleFinder.Find(lines, first, last, givenTitle, media);
        if (titleAt >= first) (first, last) = Stretch(lines, titleAt + 1);
        if (first < 0) return new ArticlePage { Lines = lines, Title = givenTitle };
        if (titleAt >= 0) first = WithStandfirst(lines, titleAt, first);
        string? title = givenTitle ?? (titleAt < 0 ? null : TitleFinder.Clean(lines, titleAt));
        var body = Body(lines, first, last, title);
        return new ArticlePage { Lines = lines, TitleAt = titleAt, Title = title, Body = body };
    }

    /// <summary>A paragraph that stands twice is noise the second time; a label that stands twice is noise each time, save a headline.</summary>
    private static void MarkRepeats(List<PageLine> lines)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < lines.Count; i++)
        {
            if (!seen.TryAdd(lines[i].Folded, i) && lines[i].Kind == LineKind.Prose) Mark(lines[i], "repeat");
        }
    }

    /// <summary>A line that only begins what another line says in full is a teaser.</summary>
    private static void MarkTeasers(List<PageLine> lines)
    {
        var beginnings = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < lines.Count; i++)
        {
            if (lines[i].Kind == LineKind.Prose && !lines[i].CutOff && lines[i].Folded.Length > 40) beginnings.TryAdd(lines[i].Folded[..40], i);
        }
        for (int i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            string folded = line.Folded.TrimEnd('.', '…', ' ');
            if (!line.CutOff || folded.Length < 41 || line.Noise is not null) continue;
            if (beginnings.TryGetValue(folded[..40], out int full) && lines[full].Folded.StartsWith(folded, StringComparison.Ordinal)) Mark(line, "teaser");
        }
    }

    private static void Mark(PageLine line, string noise)
    {
        line.Kind = LineKind.Noise;
        line.Noise = noise;
    }

    /// <summary>The contiguous stretch of lines with the highest worth (Kadane); (−1, −1) when no line is running text.</summary>
    private static (int First, int Last) Stretch(List<PageLine> lines, int from)
    {
        double best = 0, sum = 0;
        int start = from, first = -1, last = -1;
        bool afterBreak = false;
        for (int i = from; i < lines.Count; i++)
        {
            if (sum <= 0)
            {
                sum = 0;
                start = i;
                afterBreak = false;
            }
            double worth = Worth(lines[i], afterBreak);
            if (IsBreak(lines[i])) afterBreak = true;
            else if (lines[i].Kind == LineKind.Prose && lines[i].Words > 30) afterBreak = false;
            sum += worth;
            if (sum > best)
            {
                best = sum;
                first = start;
                last = i;
            }
        }
        if (first < 0) return (-1, -1);
        while (first < last && !lines[first].IsText) first++;
        while (last > first && !lines[last].IsText) last--;
        return (first, last);
    }

    private static double Worth(PageLine line, bool afterBreak) => line.Kind switch
    {
        // A list of teasers has one short sentence each; so has a dialogue, but not after a heading of teasers.
        LineKind.Prose => afterBreak && line.Words < 25 ? Math.Min(line.Words, 4) : Math.Min(line.Words, MostWordsCounted),
        LineKind.Short => afterBreak ? -1 : line.Words,
        LineKind.Plain => -PlainCost,
        LineKind.Stamp => -PlainCost,
        LineKind.Byline or LineKind.Carrier => -PlainCost,
        _ when IsBreak(line) => -BreakCost,
        _ when line.Noise is "repeat" or "teaser" or "ticker" => -PlainCost,
        _ => -NoiseCost,
    };

    /// <summary>Whether a line opens what does not belong to the article: related headlines, comments, rights.</summary>
    internal static bool IsBreak(PageLine line) => line.Kind == LineKind.Noise && line.Words <= 6
        && (line.Noise is "comments" || (line.Noise is "related" && line.Text.Length < 45 && !line.Text.Contains(": ", StringComparison.Ordinal)));

    /// <summary>A sentence without its full stop between headline and body belongs to the body when it speaks of the same things.</summary>
    private static int WithStandfirst(List<PageLine> lines, int titleAt, int first)
    {
        for (int i = titleAt + 1; i < first; i++)
        {
            if (lines[i].Kind == LineKind.Prose) return i;
            if (lines[i].Kind == LineKind.Plain && !lines[i].Bullet && lines[i].Words >= 9 && lines[i].FunctionShare >= 0.2 && lines[i].Folded != lines[titleAt].Folded && lines[i].Dates.Count == 0) return i;
        }
        return first;
    }

    /// <summary>The stretch without the noise inside it; subheads stay, lists of headlines go.</summary>
    private static List<int> Body(List<PageLine> lines, int first, int last, string? title)
    {
        string? foldedTitle = title is null ? null : PageLine.Fold(title);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in lines) counts[line.Folded] = counts.GetValueOrDefault(line.Folded) + 1;
        var body = new List<int>();
        bool related = false;
        for (int i = first; i <= last; i++)
        {
            var line = lines[i];
            if (line.Kind == LineKind.Noise && line.Noise == "about" && AfterMost(lines, i, last)) continue;
            if (line.IsText || (line.Kind == LineKind.Noise && line.Noise == "about"))
            {
                // Under a heading of teasers a single short sentence is one of them.
                if (related && line.Words < 18 && i < last && !lines[i + 1].IsText) continue;
                related = false;
                body.Add(i);
                continue;
            }
            if (IsBreak(line) || line.Noise == "related") related = IsBreak(line);
            if (line.Kind != LineKind.Plain || related) continue;
            if (line.Folded == foldedTitle || counts[line.Folded] > 1) continue;
            if (i == first || KeepsPlain(lines, i, last)) body.Add(i);
        }
        while (body.Count > 0 && lines[body[^1]].Kind == LineKind.Plain) body.RemoveAt(body.Count - 1);
        return body;
    }

    /// <summary>Whether hardly any running text follows.</summary>
    private static bool AfterMost(List<PageLine> lines, int at, int last)
    {
        int words = 0;
        for (int i = at + 1; i <= last; i++)
        {
            if (lines[i].Kind == LineKind.Prose) words += lines[i].Words;
        }
        return words < 60;
    }

    /// <summary>A plain line stays as a subhead when running text follows it soon, or as an item of a list that a colon opens.</summary>
    private static bool KeepsPlain(List<PageLine> lines, int at, int last)
    {
        int next = at + 1;
        while (next <= last && next - at < LongestList && lines[next].Kind is LineKind.Plain) next++;
        int previous = at - 1;
        while (previous >= 0 && at - previous < LongestList && lines[previous].Kind is LineKind.Plain) previous--;
        int run = next - previous - 1;
        bool opened = previous >= 0 && lines[previous].IsText is false && lines[previous].Text.EndsWith(':');
        opened |= previous >= 0 && lines[previous].Text.TrimEnd('"', '”').EndsWith(':');
        if (opened) return true;
        if (lines[at].Bullet) return run <= 8 && previous >= 0 && lines[previous].IsText;
        return run <= 2 && next <= last && lines[next].IsText;
    }
}
