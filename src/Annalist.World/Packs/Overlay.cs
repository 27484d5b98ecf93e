using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>Lays packs over one another: where a pack that overlays speaks of what an earlier one speaks of, its line takes the place.</summary>
internal static class Overlay
{
    /// <summary>The packs without the actors, people, offices and places that were replaced, and all facts, the replaced ones marked.</summary>
    public static (IReadOnlyList<Pack> Packs, Facts Facts) Lay(PackSet set)
    {
        IReadOnlyList<Pack> packs = set.Packs;
        List<Pack> left = [];
        foreach ((Pack pack, int i) in packs.Select((p, i) => (p, i)))
        {
            Pack[] over = [.. packs.Skip(i + 1).Where(p => p.Manifest.Overlay)];
            left.Add(over.Length == 0 ? pack : pack with
            {
                Actors = Without(pack.Actors, over.SelectMany(p => p.Actors), a => a.Code),
                People = Without(pack.People, over.SelectMany(p => p.People), p => p.Id),
                Offices = Without(pack.Offices, over.SelectMany(p => p.Offices), o => (o.Person, o.Code, o.Title)),
                Places = Without(pack.Places, over.SelectMany(p => p.Places), p => p.Id),
            });
        }
        Held<WorldTie> Hold(WorldTie t, Pack p) => new(t, new Receipt(Layer.Pack, t.Source) { Pack = t.Pack, Line = set.Rows[t].Place, Learned = p.Manifest.Learned }, Standing.Corroborated);
        Held<WorldTie> Seat(Office o, Pack p, IReadOnlyDictionary<string, Person> people) =>
            new(
                new WorldTie(people.TryGetValue(o.Person, out Person? who) ? who.Name : o.Person, Relation.HoldsOffice, o.Code, 1, Phase.InForce, o.Period, null, o.Pack, o.Source) { Office = o.Title },
                new Receipt(Layer.Pack, o.Source) { Pack = o.Pack, Line = set.Rows[o].Place, Learned = p.Manifest.Learned },
                Standing.Corroborated);
        Dictionary<string, Person> people = left.SelectMany(p => p.People).GroupBy(p => p.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
        ILookup<string, CommitmentMove> moves = packs.SelectMany(p => p.Moves).OrderBy(m => m.On?.From ?? DateOnly.MinValue).ToLookup(m => m.Commitment, StringComparer.Ordinal);
        var facts = new Facts
        {
            Ties =
            [
                .. Mark(packs, p => p.Ties.Select(t => Hold(t, p)), t => (t.Subject, t.Relation, t.Object, t.Place, t.Channel, t.Goods)),
                .. Mark(packs, p => p.Offices.Select(o => Seat(o, p, people)), t => (t.Subject, t.Object, t.Office)),
            ],
            Complete = [.. packs.SelectMany(p => p.Complete)],
            Rules = Mark(packs, p => p.Rules, r => r.Id),
            Positions = Mark(packs, p => p.Positions, p => (p.Actor, p.Act, string.Join('|', p.Bearer), string.Join('|', p.Toward))),
            Commitments = Mark(packs, p => p.Commitments.Select(h => h with { Fact = h.Fact with { Moves = [.. moves[h.Fact.Id]] } }), c => c.Id),
            Expectations = Mark(packs, p => p.Expectations, e => e.Id),
            Aims = Mark(packs, p => p.Aims, a => a.Id),
            Figures = [.. packs.SelectMany(p => p.Figures)],
            Meetings = [.. packs.SelectMany(p => p.Meetings)],
            Dossiers = Mark(packs, p => p.Dossiers, d => d.Id),
        };
        return (left, facts with { Replaced = [.. Entries(set), .. Marked(facts)] });
    }

    // Actors, people and places have no standing of their own: what is replaced of them is only told.
    private static IEnumerable<ReplacedLine> Entries(PackSet set)
    {
        foreach (ReplacedLine line in Of(p => p.Actors, a => a.Code).Concat(Of(p => p.People, p => p.Id)).Concat(Of(p => p.Places, p => p.Id))) yield return line;

        IEnumerable<ReplacedLine> Of<T>(Func<Pack, IEnumerable<T>> of, Func<T, string> key) where T : class
        {
            for (int i = 0; i < set.Packs.Count; i++)
            {
                foreach (T fact in of(set.Packs[i]))
                {
                    // The last pack that speaks of it counts.
                    (Pack Pack, T Fact)? by = set.Packs.Skip(i + 1).Where(p => p.Manifest.Overlay).Reverse().SelectMany(p => of(p).Where(f => key(f) == key(fact)).Select(f => ((Pack, T)?)(p, f))).FirstOrDefault();
                    if (by is { } b) yield return new(key(fact), set.Packs[i].Manifest.Id, set.Rows[fact].Place, b.Pack.Manifest.Id, set.Rows[b.Fact].Place);
                }
            }
        }
    }

    private static IEnumerable<ReplacedLine> Marked(Facts f) =>
    [
        .. Lines(f.Ties, t => $"{t.Subject} {Codes.Of(t.Relation)} {t.Object}{(t.Office is null ? "" : $" ({t.Office})")}"), .. Lines(f.Rules, r => r.Id), .. Lines(f.Positions, p => $"{p.Actor} {Codes.Of(p.Stand)} {string.Join('|', p.Bearer)} {p.Act}"),
        .. Lines(f.Commitments, c => c.Id), .. Lines(f.Expectations, e => e.Id), .. Lines(f.Aims, a => a.Id), .. Lines(f.Dossiers, d => d.Id),
    ];

    private static IEnumerable<ReplacedLine> Lines<T>(IEnumerable<Held<T>> facts, Func<T, string> name) =>
        facts.Where(h => h is { Standing: Standing.Rejected, Others.Count: > 0 }).Select(h => new ReplacedLine(name(h.Fact), h.Receipt.Pack!, h.Receipt.Line!, h.Others[0].Pack!, h.Others[0].Line!));

    private static List<T> Without<T, TKey>(IEnumerable<T> facts, IEnumerable<T> over, Func<T, TKey> key)
    {
        var replaced = over.Select(key).ToHashSet();
        return [.. facts.Where(f => !replaced.Contains(key(f)))];
    }

    private static List<Held<T>> Mark<T, TKey>(IReadOnlyList<Pack> packs, Func<Pack, IEnumerable<Held<T>>> of, Func<T, TKey> key) where TKey : notnull
    {
        var over = new Dictionary<TKey, Held<T>>();
        var all = new List<Held<T>>();
        foreach (Pack pack in packs.Reverse())
        {
            Held<T>[] own = [.. of(pack)];
            all.InsertRange(0, own.Select(h => over.TryGetValue(key(h.Fact), out Held<T>? by)
                ? h with { Standing = Standing.Rejected, Against = $"{by.Receipt.Pack}/{by.Receipt.Line} lies over it", Others = [by.Receipt] }
                : h));
            if (!pack.Manifest.Overlay) continue;
            foreach (Held<T> h in own) over.TryAdd(key(h.Fact), h);
        }
        return all;
    }
}
