namespace Annalist.Analysis.Evaluation;

/// <summary>A pair of findings: places in the lists of the run and of gold, and the credit.</summary>
internal readonly record struct Pair(int Run, int Gold, double Credit);

/// <summary>Pairs the findings of one report, one to one, best pairs first.</summary>
internal static class Pairing
{
    /// <summary>The pairs, best first; among equals, gold that is not optional goes first, then the order of the lists.</summary>
    /// <param name="run">The run's findings.</param>
    /// <param name="gold">Gold's.</param>
    /// <param name="credit">Credit of two of them by their places; 0 when they cannot be a pair.</param>
    public static List<Pair> Of<T>(IReadOnlyList<T> run, IReadOnlyList<T> gold, Func<int, int, double> credit) where T : CodedLine
    {
        var options = new List<Pair>();
        for (int i = 0; i < run.Count; i++)
        {
            for (int j = 0; j < gold.Count; j++)
            {
                if (credit(i, j) is > 0 and var c) options.Add(new Pair(i, j, c));
            }
        }
        var pairs = new List<Pair>();
        bool[] usedRun = new bool[run.Count], usedGold = new bool[gold.Count];
        foreach (Pair p in options.OrderByDescending(o => o.Credit).ThenBy(o => gold[o.Gold].Optional).ThenBy(o => o.Gold).ThenBy(o => o.Run))
        {
            if (usedRun[p.Run] || usedGold[p.Gold]) continue;
            usedRun[p.Run] = usedGold[p.Gold] = true;
            pairs.Add(p);
        }
        return pairs;
    }
}
