using Annalist.Model;
using Annalist.Store;

namespace Annalist.Analysis.Evaluation;

/// <summary>The accuracy card of a record: reviewed findings as gold for what the program finds.</summary>
public static class ReviewAccuracy
{
    private const int MostRules = 10;
    private static readonly string[] Kinds = ["event", "statement", "tie", "figure", "rule", "commitment", "expectation", "aim"];
    private static readonly double[] Bounds = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

    private enum Fate
    {
        Accepted,
        Mended,
        Rejected,
        Merged,
        Missing,
        Undecided,
        Nothing,
    }

    /// <summary>Makes the card.</summary>
    /// <param name="store">The record.</param>
    /// <param name="groups">Groups that say the same as their members.</param>
    /// <param name="asOf">The record as it stood at this moment; null: as it stands.</param>
    /// <exception cref="RecordException">The record cannot be read.</exception>
    public static ReviewCard Of(RecordStore store, GroupMembers groups, DateTimeOffset? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(groups);
        Judged[] all = [.. store.Verdicts(asOf).Select(Judge)];
        Judged[] now = [.. all.Where(j => j.Fate is Fate.Accepted or Fate.Mended or Fate.Rejected or Fate.Merged)];
        Dictionary<string, List<StoredFinding>> full = FullyJudged(store, all, asOf);
        Judged[] ground = [.. all.Where(j => full.ContainsKey(j.Report))];
        return new ReviewCard
        {
            All = Row("all", all, ground),
            Reports = all.Select(j => j.Report).Distinct().Count(),
            FullyJudged = full.Count,
            Added = all.Count(j => j.Fate == Fate.Missing && j.ByHand),
            Gone = all.Count(j => j.Fate == Fate.Missing && !j.ByHand),
            Undecided = all.Count(j => j.Fate == Fate.Undecided),
            Kinds = [.. Kinds.Select(k => Row(k, [.. all.Where(j => j.Kind == k)], [.. ground.Where(j => j.Kind == k)])).Where(IsThere)],
            EventTypes = [.. Enum.GetValues<EventType>().Select(t => Row(Codes.Of(t), [.. all.Where(j => j.Now is Event e && e.Type == t)], [.. ground.Where(j => j.Should is Event e && e.Type == t)])).Where(IsThere)],
            Fields = Fields(now),
            Bands = [.. Bounds.Zip(Bounds.Skip(1)).Select(b => Band(b.First, b.Second, now)).OfType<ConfidenceBand>()],
            Rules = [.. now.GroupBy(j => j.Now!.Rule).Select(g => Row(g.Key, [.. g], [])).Where(r => r.Rejected > 0)
                .OrderByDescending(r => r.Rejected).ThenByDescending(r => r.Refused.Share).ThenBy(r => r.Name, StringComparer.Ordinal).Take(MostRules)],
            Scores = full.Count == 0 ? null : Scores(store, full, groups, asOf),
        };
    }

    private static Judged Judge(StoredVerdict v)
    {
        Finding? now = v.ReadPresent();
        Finding should = v.Read();
        bool byHand = now is null && should.Rule == "hand";
        if (v.Judgement == Judgement.Merged) return new Judged(v, now is null ? Fate.Nothing : Fate.Merged, now, should, byHand, []);
        if (v.Judgement == Judgement.Rejected) return new Judged(v, now is null ? Fate.Nothing : v.State == JudgedState.Stands ? Fate.Rejected : Fate.Undecided, now, should, byHand, []);
        if (now is null) return new Judged(v, Fate.Missing, null, should, byHand, []);
        IReadOnlyList<string> fields = FieldDifference.Of(now, should);
        return new Judged(v, fields.Count == 0 ? Fate.Accepted : Fate.Mended, now, should, byHand, fields);
    }

    // Reports of which every finding of the program has a verdict that still says something of it, with those findings.
    private static Dictionary<string, List<StoredFinding>> FullyJudged(RecordStore store, Judged[] all, DateTimeOffset? asOf)
    {
        HashSet<string> judged = [.. all.Where(j => j.Fate != Fate.Undecided).Select(j => j.Id)];
        var full = new Dictionary<string, List<StoredFinding>>(StringComparer.Ordinal);
        foreach (string report in all.Select(j => j.Report).Distinct())
        {
            List<StoredFinding> coded = [.. store.Findings(new FindingFilter { Report = report, Review = Review.AsCoded, AsOf = asOf })];
            if (coded.All(f => judged.Contains(f.Id))) full[report] = coded;
        }
        return full;
    }

    private static ReviewRow Row(string name, Judged[] all, Judged[] ground)
    {
        return new ReviewRow(name, Count(all, Fate.Accepted), Count(all, Fate.Mended), Count(all, Fate.Rejected), Count(all, Fate.Merged), Count(ground, Fate.Accepted) + Count(ground, Fate.Mended), Count(ground, Fate.Missing));

        static int Count(Judged[] of, Fate fate) => of.Count(j => j.Fate == fate);
    }

    private static bool IsThere(ReviewRow row) => row.Judged + row.Found + row.Missing > 0;

    private static IReadOnlyList<MendedField> Fields(Judged[] now)
    {
        Dictionary<string, int> kept = now.Where(j => j.Fate is Fate.Accepted or Fate.Mended).GroupBy(j => j.Kind).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        return [.. now.SelectMany(j => j.Fields.Select(f => (j.Kind, Field: f))).GroupBy(x => x).Select(g => new MendedField(g.Key.Kind, g.Key.Field, new Proportion(g.Count(), kept[g.Key.Kind])))
            .OrderByDescending(f => f.Share.Hits).ThenBy(f => Array.IndexOf(Kinds, f.Kind)).ThenBy(f => f.Field, StringComparer.Ordinal)];
    }

    private static ConfidenceBand? Band(double from, double to, Judged[] now)
    {
        Judged[] of = [.. now.Where(j => j.Now!.Confidence >= from && (j.Now.Confidence < to || to == 1))];
        return of.Length == 0 ? null : new ConfidenceBand(from, to, of.Average(j => j.Now!.Confidence), new Proportion(of.Count(j => j.Fate == Fate.Accepted), of.Length));
    }

    private static EvaluationCard Scores(RecordStore store, Dictionary<string, List<StoredFinding>> full, GroupMembers groups, DateTimeOffset? asOf)
    {
        CodedSetReader run = new(gold: false), gold = new(gold: false);
        foreach ((string report, List<StoredFinding> coded) in full)
        {
            foreach (StoredReport r in store.Reports(new FindingFilter { Report = report, AsOf = asOf }))
            {
                run.Add(r.Report);
                gold.Add(r.Report);
            }
            foreach (StoredFinding f in coded) run.Add(f.Read());
            foreach (StoredFinding f in store.Findings(new FindingFilter { Report = report, AsOf = asOf })) gold.Add(f.Read());
        }
        EvaluationCard card = Scorer.Compare(run.ToSet(), gold.ToSet(), groups);
        // Nobody reviews the article: it would be compared with itself.
        return card with { Shares = [.. card.Shares.Where(s => s.Measure != "article")] };
    }

    private sealed record Judged(StoredVerdict Verdict, Fate Fate, Finding? Now, Finding Should, bool ByHand, IReadOnlyList<string> Fields)
    {
        public string Id => Verdict.Id;

        public string Report => Verdict.ReportHash;

        public string Kind { get; } = Should.GetType().Name.ToLowerInvariant();
    }
}
