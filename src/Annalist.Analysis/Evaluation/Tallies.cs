using Annalist.Model;

namespace Annalist.Analysis.Evaluation;

/// <summary>Sums that grow report by report; by event type beside the whole.</summary>
internal sealed class Tallies
{
    private readonly Dictionary<(string Measure, string? Type), (double Credit, int Run, int Gold)> pairs = [];
    private readonly Dictionary<(string Measure, string? Type), (int Right, int Asked)> shares = [];

    public void Pairs<T>(string measure, IReadOnlyList<T> run, IReadOnlyList<T> gold, List<Pair> paired, Func<T, string?>? type = null) where T : CodedLine
    {
        Add(measure, null, run, gold, paired);
        if (type is null) return;
        foreach (string? t in run.Concat(gold).Select(type).Distinct())
        {
            // Pairs are of one type, so those of a type are those of its gold.
            if (t is not null) Add(measure, t, [.. run.Where(r => type(r) == t)], [.. gold.Where(g => type(g) == t)], [.. paired.Where(p => type(gold[p.Gold]) == t)], gold);
        }
    }

    public void Share(string measure, string? type, bool right)
    {
        Count(measure, null, right ? 1 : 0, 1);
        if (type is not null) Count(measure, type, right ? 1 : 0, 1);
    }

    public void Count(string measure, string? type, int right, int asked)
    {
        (int r, int a) = shares.GetValueOrDefault((measure, type));
        shares[(measure, type)] = (r + right, a + asked);
    }

    public IReadOnlyList<PairScore> Scores(IReadOnlyList<string> measures, bool byType) =>
        [.. Types(byType, pairs.Keys).SelectMany(t => measures.Select(m => (Measure: m, Type: t))).Where(pairs.ContainsKey).Select(k => new PairScore(k.Measure, k.Type, pairs[k].Credit, pairs[k].Run, pairs[k].Gold))];

    public IReadOnlyList<ShareScore> Shares(IReadOnlyList<string> measures, bool byType) =>
        [.. Types(byType, shares.Keys).SelectMany(t => measures.Select(m => (Measure: m, Type: t))).Where(k => shares.GetValueOrDefault(k).Asked > 0).Select(k => new ShareScore(k.Measure, k.Type, shares[k].Right, shares[k].Asked))];

    private static IEnumerable<string?> Types(bool byType, IEnumerable<(string, string? Type)> keys)
    {
        if (!byType) return [null];
        string[] there = [.. keys.Select(k => k.Type).OfType<string>().Distinct()];
        return [.. Codes.All<EventType>().Where(there.Contains), .. there.Except(Codes.All<EventType>()).Order(StringComparer.Ordinal)];
    }

    private void Add<T>(string measure, string? type, IReadOnlyList<T> run, IReadOnlyList<T> gold, List<Pair> paired, IReadOnlyList<T>? all = null) where T : CodedLine
    {
        int free = paired.Count(p => (all ?? gold)[p.Gold].Optional);
        double credit = paired.Where(p => !(all ?? gold)[p.Gold].Optional).Sum(p => p.Credit);
        (double c, int r, int g) = pairs.GetValueOrDefault((measure, type));
        pairs[(measure, type)] = (c + credit, r + run.Count - free, g + gold.Count(x => !x.Optional));
    }
}
