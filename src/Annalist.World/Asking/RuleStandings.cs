using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>How far told rules are established: by a pack's rule of the same act that binds the same, or by a second teller.</summary>
internal static class RuleStandings
{
    public static IReadOnlyList<Held<WorldRule>> Weigh(IReadOnlyList<Held<WorldRule>> pack, IReadOnlyList<Held<WorldRule>> told)
    {
        if (told.Count == 0) return pack;
        Held<WorldRule>[] all = [.. pack];
        var weighed = new List<Held<WorldRule>>();
        foreach (Held<WorldRule> t in told)
        {
            if (t.Standing != Standing.Told)
            {
                weighed.Add(t);
                continue;
            }
            int same = Array.FindIndex(all, p => p.Stands && Same(p.Fact, t.Fact));
            if (same >= 0)
            {
                all[same] = all[same] with { Others = [.. all[same].Others, t.Receipt] };
                weighed.Add(t with { Standing = Standing.Corroborated, Others = [all[same].Receipt] });
                continue;
            }
            Receipt[] others = [.. told.Where(o => o.Receipt.Teller != t.Receipt.Teller && o.Standing != Standing.Rejected && Same(o.Fact, t.Fact)).Select(o => o.Receipt).DistinctBy(r => r.Teller)];
            weighed.Add(others.Length > 0 ? t with { Standing = Standing.Corroborated, Others = others } : t);
        }
        return [.. all, .. weighed];
    }

    private static bool Same(WorldRule a, WorldRule b) =>
        a.Act == b.Act && a.Force == b.Force && a.ConsentOf == b.ConsentOf && a.Bearer.Any(b.Bearer.Contains) && (a.Matter is null || b.Matter is null || TextMatch.Related(a.Matter, b.Matter));
}
