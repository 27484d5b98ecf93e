namespace Annalist.Ingest;

/// <summary>Chooses the headline among the lines before the body.</summary>
internal static class TitleFinder
{
    /// <summary>The least score of a line that may be a headline.</summary>
    private const double Threshold = 1.5;

    /// <summary>Lines of the stretch of running text among which a headline may still stand.</summary>
    private const int Reach = 12;

    /// <summary>Index of the headline's last appearance before the body; −1 when there is none.</summary>
    /// <param name="lines">The page.</param>
    /// <param name="first">First line of the stretch of running text.</param>
    /// <param name="last">Its last line.</param>
    /// <param name="given">The headline where it is known.</param>
    /// <param name="media">Tells names of offices and outlets.</param>
    public static int Find(IReadOnlyList<PageLine> lines, int first, int last, string? given, MediaNames media)
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
        bool opened = false;
        for (int i = 0; i <= Math.Min(last, first + Reach); i++)
        {
            var line = lines[i];
            bool repeated = counts[line.Folded] > 1;
            // A full stop makes a sentence: without a headline, the first one is the body's, not a headline.
            bool sentence = line.EndsSentence && !repeated && !Asks(line.Text);
            if (!sentence && (line.Kind is LineKind.Plain or LineKind.Short || (line.Kind is LineKind.Prose && line.Words is >= 3 and <= 28)))
            {
                double score = Score(lines, i, first, repeated, content, media) + (opened ? 0 : 0.7);
                // Running text before a headline is a teaser or a standfirst: rare, and only where the headline is repeated below.
                if (proseBefore > 0) score -= repeated ? 1 : proseBefore < 20 && i < first ? 2 : 10;
                if (score > bestScore)
                {
                    best = i;
                    bestScore = score;
                }
            }
            // A headline comes early.
            opened |= line.Kind is LineKind.Plain or LineKind.Prose;
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
        return title[Ornaments(title)..].Trim();
    }

    /// <summary>Pictures, bullets and blanks before the first word.</summary>
    private static int Ornaments(string title)
    {
        int at = 0;
        while (at < title.Length && !char.IsLetterOrDigit(title[at]) && !(char.IsPunctuation(title[at]) && title[at] is not ('#' or '*' or '•' or '-' or '–' or '—')) && title[at] is not ('$' or '€' or '£')) at++;
        return at < title.Length ? at : 0;
    }

    /// <summary>Whether a line reads like the name of an office or an outlet: "Ministry of …", "… Agency".</summary>
    private static bool IsBodyName(PageLine line, MediaNames media)
    {
        string[] words = line.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > 8 || !words.All(w => !char.IsLower(w[0]) || w is "of" or "and" or "for" or "the" or "de" or "du" or "des" or "on")) return false;
        return media.NamesOffice(words[^1]) || (media.NamesOffice(words[0]) && words[1].Equals("of", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A question or a shout may be a headline.</summary>
    private static bool Asks(string text) => text.TrimEnd('"', '”', '\'', '’', '»', ' ') is [.., '?' or '!'];

    private static double Score(IReadOnlyList<PageLine> lines, int at, int first, bool repeated, HashSet<string> content, MediaNames media)
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
        if (line.EndsSentence) score -= Asks(line.Text) ? 0.5 : 3.5;
        if (line.CutOff) score -= 3;
        if (!repeated && IsBodyName(line, media)) score -= 2;
        // Under a headline that says as much stands its second deck.
        if (line.Text[0] is '"' or '“' or '«' or '„') score += 0.8;
        if (line.Bullet) score -= 2;
        if (line.Dates.Count > 0 && line.Dates[0].Full is not null) score -= 1;
        if (PageLine.InCapitals(line.Text) && line.Words <= 4) score -= 1;
        if (line.Words <= 6 && line.Text.Contains(" | ", StringComparison.Ordinal)) score -= 2;
        // What stands under a time of day is the head of an entry.
        if (at > 0 && lines[at - 1].Kind == LineKind.Stamp && lines[at - 1].Dates.Count == 0) score -= 1;
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
