namespace Annalist.Analysis.Evaluation;

/// <summary>
/// Compares a run with gold. Findings are paired inside one report, one to one, best pairs first; events need sentences that share four fifths of the shorter one's words. Optional gold neither costs when missed nor when found.
/// <list type="bullet">
/// <item><c>events_type</c>: the event's type at its sentence; <c>events</c>: with credit for who did it to whom, half for the set of parties and half for their sides; <c>events_strict</c>: type and all parties right.</item>
/// <item><c>status dates modes sectors places</c>: share right among the events paired. Dates: the spans overlap (in a report that shows no date, none is right too); places: equal or one within the other.</item>
/// <item><c>statements</c>: half of the words of the content shared, and the speaker's code right; <c>speakers stances</c>: share right among those paired.</item>
/// <item><c>ties</c>: subject, relation, object and polarity, a tie told twice counting once; <c>figures</c>: value within a hundredth, and unit.</item>
/// <item><c>article</c>: share right of title, day, first words, last words, noise kept out, carriers; nothing for a report that the run does not have.</item>
/// </list>
/// </summary>
public static class Scorer
{
    private static readonly string[] Kinds = ["events_type", "events", "events_strict", "statements", "ties", "figures"];
    private static readonly string[] Details = ["status", "dates", "modes", "sectors", "places", "speakers", "stances", "article"];

    /// <summary>Compares.</summary>
    /// <param name="run">What the program found.</param>
    /// <param name="gold">What there is to find.</param>
    /// <param name="groups">Groups that say the same as their members.</param>
    public static EvaluationCard Compare(CodedSet run, CodedSet gold, GroupMembers groups)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(groups);
        var tallies = new Tallies();
        var lines = new List<PairingLine>();
        foreach (string label in gold.Reports)
        {
            CodedReportLines r = run.Of(label), g = gold.Of(label);
            Events(label, r.Events, g.Events, !string.IsNullOrEmpty(g.Article?.Published), groups, tallies, lines);
            Statements(label, r.Statements, g.Statements, tallies, lines);
            // The last telling of a tie stands for all, at the place of the first.
            List<TieLine> ties = [.. r.Ties.GroupBy(t => (t.Subject, t.Relation, t.Object, t.Polarity)).Select(t => t.Last())];
            Simple("tie", "ties", label, ties, g.Ties, Credits.Tie, tallies, lines);
            Simple("figure", "figures", label, r.Figures, g.Figures, Credits.Figure, tallies, lines);
            if (g.Article is { } article)
            {
                (int right, int asked) = Article(r.Article, article);
                tallies.Count("article", null, right, asked);
            }
        }
        return new EvaluationCard(tallies.Scores(Kinds, false), tallies.Shares(Details, false), tallies.Scores(Kinds, true), tallies.Shares(Details, true), lines, gold.Reports.Count, [.. gold.Reports.Except(run.Reports)]);
    }

    private static void Events(string label, List<EventLine> run, List<EventLine> gold, bool dated, GroupMembers groups, Tallies tallies, List<PairingLine> lines)
    {
        double[,] credit = new double[run.Count, gold.Count];
        bool[,] near = new bool[run.Count, gold.Count];
        for (int i = 0; i < run.Count; i++)
        {
            for (int j = 0; j < gold.Count; j++)
            {
                near[i, j] = run[i].Type == gold[j].Type && WordBag.SameSentence(run[i].SentenceWords, gold[j].SentenceWords);
                if (near[i, j]) credit[i, j] = Credits.Event(run[i], gold[j], groups);
            }
        }
        List<Pair> pairs = Pairing.Of(run, gold, (i, j) => credit[i, j]);
        tallies.Pairs("events_type", run, gold, Pairing.Of(run, gold, (i, j) => near[i, j] ? 1 : 0), e => e.Type);
        tallies.Pairs("events", run, gold, pairs, e => e.Type);
        tallies.Pairs("events_strict", run, gold, Pairing.Of(run, gold, (i, j) => credit[i, j] == 1 ? 1 : 0), e => e.Type);
        foreach (Pair p in pairs.Where(p => !gold[p.Gold].Optional)) EventDetails(run[p.Run], gold[p.Gold], dated, tallies);
        Tell("event", label, run, gold, pairs, lines);
    }

    private static void EventDetails(EventLine run, EventLine gold, bool dated, Tallies tallies)
    {
        tallies.Share("status", gold.Type, run.Status == gold.Status);
        tallies.Share("dates", gold.Type, SameDays(run, gold, dated));
        if (run.Modes.Count + gold.Modes.Count > 0) tallies.Share("modes", gold.Type, run.Modes.SetEquals(gold.Modes));
        foreach (PartyLine p in gold.Actors.Concat(gold.Recipients))
        {
            List<PartyLine> mine = [.. run.Actors.Concat(run.Recipients).Where(q => q.Code == p.Code)];
            if (mine.Count > 0) tallies.Share("sectors", gold.Type, mine.Any(q => q.Sector == p.Sector));
        }
        if (run.Place.Count + gold.Place.Count > 0) tallies.Share("places", gold.Type, WordBag.Contains(run.Place, gold.Place));
    }

    private static bool SameDays(EventLine run, EventLine gold, bool dated)
    {
        if (string.IsNullOrEmpty(run.From) && !dated) return true;
        if (string.IsNullOrEmpty(run.From) || string.IsNullOrEmpty(gold.From)) return string.IsNullOrEmpty(run.From) && string.IsNullOrEmpty(gold.From);
        return string.CompareOrdinal(run.From, End(gold)) <= 0 && string.CompareOrdinal(gold.From, End(run)) <= 0;

        static string? End(EventLine e) => string.IsNullOrEmpty(e.To) ? e.From : e.To;
    }

    private static void Statements(string label, List<StatementLine> run, List<StatementLine> gold, Tallies tallies, List<PairingLine> lines)
    {
        foreach (Pair p in Simple("statement", "statements", label, run, gold, Credits.Statement, tallies, lines))
        {
            tallies.Share("speakers", null, WordBag.SameName(run[p.Run].SpeakerWords, gold[p.Gold].SpeakerWords));
            tallies.Share("stances", null, run[p.Run].Stances.SetEquals(gold[p.Gold].Stances));
        }
    }

    private static List<Pair> Simple<T>(string kind, string measure, string label, List<T> run, List<T> gold, Func<T, T, double> credit, Tallies tallies, List<PairingLine> lines) where T : CodedLine
    {
        List<Pair> pairs = Pairing.Of(run, gold, (i, j) => credit(run[i], gold[j]));
        tallies.Pairs(measure, run, gold, pairs);
        Tell(kind, label, run, gold, pairs, lines);
        return pairs;
    }

    private static void Tell<T>(string kind, string label, List<T> run, List<T> gold, List<Pair> pairs, List<PairingLine> lines) where T : CodedLine
    {
        foreach (Pair p in pairs) lines.Add(new PairingLine(kind, p.Credit == 1 ? PairingOutcome.Right : PairingOutcome.Part, label, p.Credit, gold[p.Gold].Summary, run[p.Run].Summary, gold[p.Gold].Sentence));
        HashSet<int> ofGold = [.. pairs.Select(p => p.Gold)], ofRun = [.. pairs.Select(p => p.Run)];
        foreach (T g in gold.Where((g, j) => !ofGold.Contains(j) && !g.Optional)) lines.Add(new PairingLine(kind, PairingOutcome.Missed, label, 0, g.Summary, null, g.Sentence));
        foreach (T r in run.Where((_, i) => !ofRun.Contains(i))) lines.Add(new PairingLine(kind, PairingOutcome.FalseFind, label, 0, null, r.Summary, r.Sentence));
    }

    private static (int Right, int Asked) Article(ArticleLine? run, ArticleLine gold)
    {
        if (run is null) return (0, 5 + gold.Noise.Count);
        var checks = new List<bool>();
        if (!string.IsNullOrEmpty(gold.Title)) checks.Add(WordBag.Shared(new WordBag(run.Title), new WordBag(gold.Title)) >= 0.8);
        checks.Add((run.Published ?? "") == (gold.Published ?? ""));
        string text = WordBag.Fold(run.Text);
        foreach (string? edge in (string?[])[gold.First, gold.Last])
        {
            if (edge is not null) checks.Add(text.Length > 0 && text.Contains(WordBag.Fold(edge), StringComparison.Ordinal));
        }
        // One word alone may well stand in the article too.
        foreach (string noise in gold.Noise.Where(n => text.Length == 0 || new WordBag(n).Count > 1)) checks.Add(text.Length > 0 && !text.Contains(WordBag.Fold(noise), StringComparison.Ordinal));
        checks.Add(Credits.F1([.. run.Cites.Select(c => c.ToLowerInvariant())], [.. gold.Cites.Select(c => c.ToLowerInvariant())]) >= 0.5);
        return (checks.Count(c => c), checks.Count);
    }
}
