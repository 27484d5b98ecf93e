using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>
/// How far told ties are established (codebook 7b): by the packs first; where they are silent by other tellers. Pure: the same ties give the same standings in any order.
/// </summary>
internal sealed class TieStandings
{
    private static readonly Relation[] BothWays = [Relation.AllyOf, Relation.PartnerOf];
    private readonly Belonging belonging;
    private readonly ILookup<(string, Relation), Held<WorldTie>> packBySubject;
    private readonly ILookup<(string, Relation), CompleteList> complete;
    private readonly ILookup<(string, Relation, string), Held<WorldTie>> toldAlike;

    private TieStandings(Belonging belonging, IReadOnlyList<Held<WorldTie>> pack, IReadOnlyList<Held<WorldTie>> told, IReadOnlyList<CompleteList> lists)
    {
        this.belonging = belonging;
        packBySubject = pack.Where(t => t.Stands).SelectMany(Turned).ToLookup(t => (t.Fact.Subject, t.Fact.Relation));
        complete = lists.ToLookup(c => (c.Code, c.Relation));
        toldAlike = told.Where(t => t.Standing != Standing.Rejected).SelectMany(Turned).ToLookup(t => (t.Fact.Subject, t.Fact.Relation, t.Fact.Object));
    }

    /// <summary>The told ties with their standings, in their order; then the pack's ties with those who tell the same.</summary>
    public static (IReadOnlyList<Held<WorldTie>> Told, IReadOnlyList<Held<WorldTie>> Pack) Weigh(Belonging belonging, IReadOnlyList<Held<WorldTie>> pack, IReadOnlyList<Held<WorldTie>> told, IReadOnlyList<CompleteList> lists)
    {
        if (told.Count == 0) return (told, pack);
        var standings = new TieStandings(belonging, pack, told, lists);
        var backed = new Dictionary<Receipt, List<Receipt>>(ReferenceEqualityComparer.Instance);
        var weighed = new List<Held<WorldTie>>(told.Count);
        foreach (Held<WorldTie> t in told)
        {
            (Held<WorldTie> held, Receipt? by) = standings.Weigh(t);
            weighed.Add(held);
            if (by is null) continue;
            if (!backed.TryGetValue(by, out List<Receipt>? tellers)) backed[by] = tellers = [];
            tellers.Add(t.Receipt);
        }
        AcceptedEnd[] ends = [.. told.Where(t => t.Standing == Standing.Accepted).Select(AcceptedEnd.Of).OfType<AcceptedEnd>()];
        return (weighed, [.. pack.Select(p => Bounded(p, ends)).Select(p => backed.TryGetValue(p.Receipt, out List<Receipt>? tellers) ? p with { Others = [.. p.Others, .. tellers] } : p)]);
    }

    /// <summary>What a person accepted lies over the pack: a tie that the pack has holds until the day from which it was accepted to be over. The pack's line itself is not touched.</summary>
    private static Held<WorldTie> Bounded(Held<WorldTie> p, AcceptedEnd[] ends)
    {
        WorldTie k = p.Fact;
        if (ends.Length == 0 || !p.Stands || k.Polarity != 1 || k.Phase is not (Phase.InForce or Phase.Suspended)) return p;
        // What began after that day is another time of the same tie.
        AcceptedEnd? end = ends.Where(e => e.Of(k) && (k.Period.From is not { } from || from.From < e.Since) && (k.Period.To is not { } to || to.To >= e.Since)).MinBy(e => e.Since);
        return end is null ? p : p with
        {
            Fact = k with { Period = new(k.Period.From, DateRange.Day(end.Since.AddDays(-1))) },
            Others = [.. p.Others, end.Told.Receipt],
            Against = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"accepted to be over from {end.Since:yyyy-MM-dd} on: {end.Told.Receipt.Finding}"),
        };
    }

    private (Held<WorldTie> Held, Receipt? By) Weigh(Held<WorldTie> told)
    {
        if (told.Standing != Standing.Told) return (told, null);
        WorldTie t = told.Fact;
        DateOnly? day = t.Period.From?.From ?? told.Receipt.Told;
        List<Held<WorldTie>> known = [.. Known(t, day)];
        if (Outranked(t, day) is { } first) return (Contradicted(told, first.Receipt, $"another holds that rank: {Sayings.Tie(first.Fact)}: {first.Receipt.Pack}/{first.Receipt.Line}"), null);
        if (known.FirstOrDefault(k => (t.Rank is null || t.Rank == k.Fact.Rank) && Agrees(t, k, day, told.Receipt.Told)) is { } pro)
        {
            return (told with { Standing = Standing.Corroborated, Others = [pro.Receipt] }, pro.Receipt);
        }
        if (known.FirstOrDefault(k => Denies(t, k, day)) is { } con) return (Contradicted(told, con.Receipt, Why(con)), null);
        if (t.Polarity == 1 && t.Phase is Phase.InForce or Phase.Suspended or Phase.Ended && Listed(t, day) is { } list)
        {
            if (known.FirstOrDefault(k => k.Fact.Polarity == 1) is { } listed) return (Contradicted(told, listed.Receipt, Why(listed)), null);
            return (Contradicted(told, list.Receipt, $"the pack {list.Pack} lists all {Codes.Of(t.Relation)} of {list.Code}, and this is not among them"), null);
        }
        if (t.Polarity == -1 && Listed(t, day) is { } closed)
        {
            return (told with { Standing = Standing.Corroborated, Others = [closed.Receipt] }, null);
        }
        Held<WorldTie>[] others = [.. toldAlike[(t.Subject, t.Relation, t.Object)].Where(o => o.Receipt.Teller != told.Receipt.Teller && SameDetails(t, o.Fact))];
        if (others.FirstOrDefault(o => o.Fact.Polarity != t.Polarity && Times.Meet(Span(told), Span(o))) is { } against)
        {
            return (Contradicted(told, against.Receipt, "another teller says otherwise"), null);
        }
        Receipt[] same = [.. others.Where(o => o.Fact.Polarity == t.Polarity && o.Fact.Phase == t.Phase).Select(o => o.Receipt).DistinctBy(r => r.Teller)];
        return same.Length > 0 ? (told with { Standing = Standing.Corroborated, Others = same }, null) : (told, null);
    }

    /// <summary>The pack's tie by which another object holds the rank that is told; null when none is told or held.</summary>
    private Held<WorldTie>? Outranked(WorldTie t, DateOnly? day) => t.Rank is null || t.Polarity < 0 ? null
        : packBySubject[(t.Subject, t.Relation)].Concat(belonging.Open(t.Subject, day).SelectMany(m => packBySubject[(m, t.Relation)]))
            .FirstOrDefault(k => k.Fact.Rank == t.Rank && k.Fact.Object != t.Object && t.Channel is not null && k.Fact.Channel == t.Channel && (t.Goods is null || TextMatch.Related(t.Goods, k.Fact.Goods)) && Times.Holds(k, day));

    private static Held<WorldTie> Contradicted(Held<WorldTie> told, Receipt by, string why) => told with { Standing = Standing.Contradicted, Against = why, Others = [by] };

    private static string Why(Held<WorldTie> con)
    {
        string period = con.Fact.Period == Period.Always ? "" : $" ({con.Fact.Period})";
        string what = con.Fact.Polarity < 0 ? "says that it does not hold" : con.Fact.Phase is Phase.InForce ? "has it" : "has it as " + Codes.Of(con.Fact.Phase);
        return $"the pack {con.Receipt.Pack} {what}{period}: {con.Receipt.Line}";
    }

    /// <summary>What the packs know of the same two, also by way of a group; when the subject is a group, of its members if all have one.</summary>
    private IEnumerable<Held<WorldTie>> Known(WorldTie t, DateOnly? day)
    {
        foreach (Held<WorldTie> k in Own(t, t.Subject)) yield return k;
        foreach (string group in packBySubject[(t.Subject, Relation.MemberOf)].Where(m => belonging.ActsForMembers(m.Fact.Object) && Times.Holds(m, day)).Select(m => m.Fact.Object).Distinct())
        {
            foreach (Held<WorldTie> k in Own(t, group)) yield return k;
        }
        IReadOnlyList<string> members = belonging.Open(t.Subject, day);
        if (members.Count == 0) yield break;
        Held<WorldTie>?[] each = [.. members.Select(m => Own(t, m).FirstOrDefault(k => Agrees(t, k, day, null)))];
        if (each.All(k => k is not null)) yield return each[0]!;
        Held<WorldTie>?[] against = [.. members.Select(m => Own(t, m).FirstOrDefault(k => Denies(t, k, day)))];
        if (against.All(k => k is not null)) yield return against[0]!;
    }

    private IEnumerable<Held<WorldTie>> Own(WorldTie t, string subject) =>
        packBySubject[(subject, t.Relation)].Where(k => (k.Fact.Object == t.Object || TextMatch.SameName(k.Fact.Object, t.Object)) && SameDetails(t, k.Fact));

    private CompleteList? Listed(WorldTie t, DateOnly? day) =>
        complete[(t.Subject, t.Relation)].Where(c => c.Side == TieSide.Subject).Concat(complete[(t.Object, t.Relation)].Where(c => c.Side == TieSide.Object))
            .FirstOrDefault(c => Times.InForce(c.Period, day));

    private static bool Agrees(WorldTie t, Held<WorldTie> known, DateOnly? day, DateOnly? told)
    {
        WorldTie k = known.Fact;
        if (t.Polarity != k.Polarity) return false;
        if (t.Polarity == -1) return Times.Covers(known, day);
        return t.Phase switch
        {
            Phase.InForce or Phase.Suspended => k.Phase is Phase.InForce or Phase.Suspended or Phase.Ended && (day is null || k.Period.Covers(day.Value)),
            Phase.Ended => k.Phase == Phase.Ended || (k.Phase is Phase.InForce or Phase.Suspended && k.Period.To is { } to && (told is not { } d || to.From <= d)),
            _ => true,
        };
    }

    private static bool Denies(WorldTie t, Held<WorldTie> known, DateOnly? day)
    {
        WorldTie k = known.Fact;
        if (t.Polarity == -1) return k.Polarity == 1 && k.Phase is Phase.InForce or Phase.Suspended && Times.Covers(known, day);
        if (k.Polarity == -1) return t.Phase is Phase.InForce or Phase.Suspended or Phase.Ended && Times.Covers(known, day);
        return t.Phase == Phase.InForce && (k.Phase is Phase.Floated or Phase.Proposed or Phase.Agreed || (day is { } d && !k.Period.Covers(d)));
    }

    private static bool SameDetails(WorldTie a, WorldTie b) =>
        (a.Place is null || b.Place is null || TextMatch.SameName(a.Place, b.Place) || TextMatch.Within(a.Place, b.Place) || TextMatch.Within(b.Place, a.Place))
        && (a.Channel is null || b.Channel is null || a.Channel == b.Channel)
        && (a.Goods is null || b.Goods is null || TextMatch.Related(a.Goods, b.Goods))
        && (a.Office is null || b.Office is null || string.Equals(a.Office, b.Office, StringComparison.OrdinalIgnoreCase));

    private static Period Span(Held<WorldTie> h) => new(h.Fact.Period.From ?? (h.Receipt.Told is { } d ? DateRange.Day(d) : null), h.Fact.Period.To);

    private static IEnumerable<Held<WorldTie>> Turned(Held<WorldTie> t) => BothWays.Contains(t.Fact.Relation) ? [t, t with { Fact = t.Fact with { Subject = t.Fact.Object, Object = t.Fact.Subject } }] : [t];

    /// <summary>A tie that a person accepted to be over, or not to be, from a day on.</summary>
    private sealed record AcceptedEnd(Held<WorldTie> Told, DateOnly Since)
    {
        public static AcceptedEnd? Of(Held<WorldTie> told)
        {
            WorldTie t = told.Fact;
            DateOnly? since = (t.Polarity, t.Phase) switch
            {
                // A denial for a time bounds nothing: what holds after it is not said.
                (-1, _) => t.Period.To is null ? t.Period.From?.From ?? told.Receipt.Told : null,
                (1, Phase.Ended) => t.Period.To?.To.AddDays(1) ?? told.Receipt.Told,
                _ => null,
            };
            return since is { } day ? new(told, day) : null;
        }

        public bool Of(WorldTie k)
        {
            WorldTie t = Told.Fact;
            if (t.Relation != k.Relation || !SameDetails(t, k)) return false;
            return Same(t.Subject, k.Subject, t.Object, k.Object) || (BothWays.Contains(k.Relation) && Same(t.Subject, k.Object, t.Object, k.Subject));
        }

        private static bool Same(string subject, string ofSubject, string @object, string ofObject) => (subject == ofSubject || TextMatch.SameName(subject, ofSubject)) && (@object == ofObject || TextMatch.SameName(@object, ofObject));
    }
}
