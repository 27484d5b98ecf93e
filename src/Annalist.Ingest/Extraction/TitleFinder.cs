namespace Annalist.Ingest;

/// <summary>Chooses the headline among the lines before the body.</summary>
internal static class TitleFinder
{
    /// <summary>The least score of a line that may be a headline.</summary>
    private const double Threshold = 1.5;

    /// <summary>Index of the headline's last appearance before the body; −1 when there is none.</summary>
    /// <param name="lines">The page.</param>
    /// <param name="first">First line of the stretch of running text.</param>
    /// <param name="last">Its last line.</param>
    /// <param name="given">The headline where it is known.</param>
    public static int Find(IReadOnlyList<PageLine> lines, int first, int last, string? given)
    {
        if (given is not null)
        {
            string folded = PageLine.Fold(given);
            for (int i = Math.Min(last, first + 6); i >= 0; i--)
            {
                if (lines[i].Folded == folded) return i;
            }
            return -1;
        }
        var content = ContentWords(lines, first, last);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in lines) counts[line.Folded] = counts.GetValueOrDefault(line.Folded) + 1;
        int best = -1;
        double bestScore = Threshold;
        int proseBefore = 0;
        for (int i = 0; i <= last; i++)
        {
            var line = lines[i];
            bool repeated = counts[line.Folded] > 1;
            if (line.Kind is LineKind.Plain or LineKind.Short or LineKind.Prose && line.Words <= 28 && line.Words >= 3)
            {
                double score = Score(lines, i, first, repeated, content);
                // Running text before a headline is a teaser or a standfirst: rare, and only where the headline is repeated below.
                if (proseBefore > 0) score -= repeated ? 1 : proseBefore < 20 && i < first ? 2 : 10;
                if (score > bestScore)
                {
                    best = i;
                    bestScore = score;
                }
            }
            if (line.Kind == LineKind.Prose) proseBefore += line.Words;
            if (proseBefore > 120) break;
        }
        return best < 0 ? -1 : LastRepeat(lines, best, first);
    }

    /// <summary>The headline without an outlet's name behind it.</summary>
    public static string Clean(IReadOnlyList<PageLine> lines, int at)
    {
        string title = lines[at].Text;
        foreach (string separator in (ReadOnlySpan<string>)[" | ", " - ", " – ", " — ", " :: ", " » "])
        {
            int cut = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (cut < 12 || PageLine.WordsOf(title[cut..]).Count() > 5) continue;
            string head = title[..cut].TrimEnd();
            if (separator is " | " or " :: " or " » " || lines.Any(l => l.Text == head)) title = head;
        }
        return title.TrimStart('#', '*', '⚡', '❗', ' ').Trim();
    }

    private static double Score(IReadOnlyList<PageLine> lines, int at, int first, bool repeated, HashSet<string> content)
    {
        var line = lines[at];
        double score = repeated ? 2.5 : 0;
        int known = 0, asked = 0;
        foreach (string word in PageLine.WordsOf(line.Folded))
        {
            if (word.Length < 4) continue;
            asked++;
            if (content.Contains(Stem(word))) known++;
        }
        if (asked > 0) score += 3.0 * known / asked;
        score += line.Words switch { <= 2 => -3, 3 => -0.5, 4 => 0.5, <= 24 => 1.5, _ => -1 };
        // A full stop makes a sentence; a question or a shout may be a headline.
        if (line.EndsSentence) score -= line.Text.TrimEnd('"', '”', '\'', '’')[^1] is '?' or '!' ? 0.5 : 3.5;
        if (line.CutOff) score -= 3;
        if (line.Bullet) score -= 2;
        if (line.Dates.Count > 0 && line.Dates[0].Full is not null) score -= 1;
        if (PageLine.InCapitals(line.Text) && line.Words <= 4) score -= 1;
        if (line.Words <= 6 && line.Text.Contains(" | ", StringComparison.Ordinal)) score -= 2;
        int next = at + 1;
        while (next < lines.Count && !lines[next].IsText && next - at <= 8) next++;
        if (next < lines.Count && lines[next].IsText) score += 0.5;
        if (at < first) score += Math.Max(0, 1 - (0.12 * (first - at)));
        return score;
    }

    /// <summary>A headline that stands twice before the body: the body begins after the last.</summary>
    private static int LastRepeat(IReadOnlyList<PageLine> lines, int at, int first)
    {
        int result = at;
        for (int i = at + 1; i < first; i++)
        {
            if (lines[i].Folded == lines[at].Folded) result = i;
        }
        return result;
    }

    private static HashSet<string> ContentWords(IReadOnlyList<PageLine> lines, int first, int last)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (int i = first; i <= last; i++)
        {
            if (lines[i].Kind != LineKind.Prose) continue;
            foreach (string word in PageLine.WordsOf(lines[i].Folded))
            {
                if (word.Length >= 4) words.Add(Stem(word));
            }
            if (words.Count > 20000) break;
        }
        return words;
    }

    /// <summary>Cuts endings off roughly, so that "boosts" and "boosted" meet.</summary>
    private static string Stem(string word) => word.Length <= 5 ? word[..4] : word[..Math.Min(word.Length - 1, 6)];
}
