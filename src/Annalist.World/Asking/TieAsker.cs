using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>Answers what holds between whom.</summary>
internal sealed class TieAsker
{
    private static readonly Relation[] BothWays = [Relation.AllyOf, Relation.PartnerOf];
    private readonly SystemView view;
    private readonly Question q;
    private readonly Relation relation;
    private readonly DateOnly? at;
    private readonly IReadOnlyList<string> subjects;
    private readonly IReadOnlyList<string> objects;
    private readonly Phase? phase;
    private readonly int polarity;

    public TieAsker(SystemView view, Question q)
    {
        this.view = view;
        this.q = q;
        relation = q.Code<Relation>("relation")!.Value;
        at = q.Days.Count > 0 ? q.Days[0] : null;
        subjects = Known(q.Texts("subject"));
        objects = Known(q.Texts("object"));
        phase = q.Code<Phase>("phase");
        polarity = q.Number("polarity") is < 0 ? -1 : 1;
    }

    public Answer Ask()
    {
        List<Held<WorldTie>> about = [.. Candidates().Where(Details).Distinct()];
        List<Held<WorldTie>> holding = [.. about.Where(t => t.Fact.Polarity == polarity && Holds(t))];
        List<Held<WorldTie>> good = [.. holding.Where(t => q.TakesTold ? t.Standing != Standing.Rejected : t.Stands)];
        List<Held<WorldTie>> against = [.. holding.Where(t => t.Standing == Standing.Contradicted && !q.TakesTold)];
        return q.Ask is null ? Whether(about, good, against) : Which(q.Ask, good, against);
    }

    private Answer Whether(List<Held<WorldTie>> about, List<Held<WorldTie>> good, List<Held<WorldTie>> against)
    {
        bool? value = null;
        string reason;
        List<Held<WorldTie>> basis = good;
        AnswerLine? vouched = null;
        if (good.Count > 0 && Whole(good))
        {
            value = true;
            reason = Say(good[0]);
        }
        else if (about.Where(t => t.Stands && Denies(t)).ToList() is { Count: > 0 } denying)
        {
            value = false;
            basis = denying;
            reason = Say(denying[0]);
        }
        else if (Outranked() is { } first)
        {
            value = false;
            basis = [first];
            reason = $"another holds that rank: {Say(first)}";
        }
        else if (Closed() is { } list)
        {
            value = polarity < 0;
            vouched = new AnswerLine("basis", list, list.Receipt, Standing.Corroborated);
            reason = $"the pack {list.Pack} lists all {Codes.Of(relation)} of {list.Code}, and this is not among them";
        }
        else if (good.Count > 0)
        {
            reason = "it holds for some of them only: " + string.Join("; ", good.Select(Say));
        }
        else
        {
            reason = "neither the packs nor the reports say so or deny it";
        }
        bool denied = value != true && against.Count > 0;
        Standing? standing = value == true ? vouched is null ? Best(good) : Standing.Corroborated : denied ? Standing.Contradicted : null;
        Answer answer = Made(value, denied ? true : null, standing, denied ? reason + "; told otherwise, which " + against[0].Against : reason, basis, against);
        return vouched is null ? answer : answer with { Lines = [vouched, .. answer.Lines] };
    }

    private Answer Which(string ask, List<Held<WorldTie>> good, List<Held<WorldTie>> against)
    {
        if (ask is "from" or "to" or "date") return When(ask, good, against);
        IReadOnlyList<string> values = Values(ask, good), told = [.. Values(ask, against).Except(values)];
        string reason = good.Count > 0 ? string.Join("; ", good.Take(12).Select(Say)) + (good.Count > 12 ? "; …" : "") : "neither the packs nor the reports say";
        Answer answer = Made(values.Count > 0 ? values : null, told.Count > 0 ? told : null, good.Count > 0 ? Best(good) : against.Count > 0 ? Standing.Contradicted : null, reason, good, against);
        if (ask is not ("subject" or "object") || !values.Any(v => view.Belonging.Open(v, at).Count > 0)) return answer;
        return answer with { Members = [.. values.SelectMany(v => view.Belonging.Open(v, at) is { Count: > 0 } open ? open : [v]).Distinct()] };
    }

    private Answer When(string ask, List<Held<WorldTie>> good, List<Held<WorldTie>> against)
    {
        bool from = ask != "to";
        // The packs know the days better than those who tell in passing.
        List<Held<WorldTie>> first = good.Where(t => t.Receipt.Layer != Layer.Read).ToList() is { Count: > 0 } own ? own : good;
        List<Held<WorldTie>> dated = [.. first.Where(t => (from ? t.Fact.Period.From : t.Fact.Period.To) is not null).OrderBy(t => from ? t.Fact.Period.From!.Value.From : t.Fact.Period.To!.Value.To)];
        bool open = !from && first.Any(t => t.Fact.Period.To is null && t.Fact.Phase != Phase.Ended);
        Held<WorldTie>? one = dated.Count == 0 || open ? null : from ? dated[0] : dated[^1];
        string? value = one is null ? null : Times.Iso(from ? one.Fact.Period.From : one.Fact.Period.To);
        string[] told = [.. against.Concat(good.Except(first)).Select(t => Times.Iso(from ? t.Fact.Period.From : t.Fact.Period.To)).OfType<string>().Distinct().Where(d => d != value)];
        string reason = one is not null ? Say(one) : good.Count == 0 ? "neither the packs nor the reports say" : open ? $"it has not ended: {Say(first[0])}" : $"the day is not known: {Say(first[0])}";
        return Made(value, told.Length == 1 ? told[0] : told.Length > 1 ? told : null, told.Length > 0 && against.Count > 0 ? Standing.Contradicted : one is null ? null : Best([one]), reason, first, [.. against, .. good.Except(first)]);
    }

    private Answer Made(object? value, object? told, Standing? standing, string reason, IEnumerable<Held<WorldTie>> basis, IEnumerable<Held<WorldTie>> against) => new()
    {
        Find = "tie",
        Ask = q.Ask,
        At = q.Days,
        Value = value,
        Told = told,
        Standing = standing,
        Reason = reason,
        Lines = [.. basis.Select(t => AnswerLine.Of("basis", t)), .. against.Select(t => AnswerLine.Of("told", t))],
    };

    private IReadOnlyList<string> Values(string ask, IEnumerable<Held<WorldTie>> ties)
    {
        IEnumerable<string?> values = ask switch
        {
            "subject" => ties.Select(t => Turned(t.Fact) ? t.Fact.Object : t.Fact.Subject),
            "object" => ties.Select(t => Turned(t.Fact) ? t.Fact.Subject : t.Fact.Object),
            "place" => ties.Select(t => t.Fact.Place),
            "phase" => ties.Select(t => Codes.Of(t.Fact.Phase)),
            "office" => ties.Select(t => t.Fact.Office),
            "channel" => ties.Select(t => t.Fact.Channel),
            "goods" => ties.Select(t => t.Fact.Goods),
            "via" => ties.SelectMany(t => t.Fact.Via),
            "rank" => ties.Select(t => t.Fact.Rank?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            "share" => ties.Select(t => t.Fact.Share?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            "polarity" => ties.Select(t => t.Fact.Polarity.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            _ => throw new QuestionException($"'{ask}' is nothing to ask of a tie", "use one of subject object from to place phase office channel goods via rank share"),
        };
        return [.. values.OfType<string>().Distinct()];
    }

    private IEnumerable<Held<WorldTie>> Candidates()
    {
        if (subjects.Count > 0)
        {
            foreach (string s in subjects)
            {
                foreach (Held<WorldTie> t in From(s)) yield return t;
                foreach (string group in view.TiesFrom(s).Where(m => m.Stands && m.Fact.Relation == Relation.MemberOf && m.Fact.Polarity == 1 && view.Belonging.ActsForMembers(m.Fact.Object) && Times.Holds(m, at)).Select(m => m.Fact.Object).Distinct())
                {
                    if (relation != Relation.MemberOf) foreach (Held<WorldTie> t in From(group)) yield return t;
                }
                foreach (Held<WorldTie> t in view.Belonging.Open(s, at).SelectMany(From)) yield return t;
            }
            yield break;
        }
        IEnumerable<Held<WorldTie>> to = objects.Any(o => view.World.Actor(o) is null)
            ? view.TiesOf(relation).Where(t => objects.Any(o => SameObject(o, t.Fact.Object)))
            : objects.SelectMany(o => view.TiesTo(o).Concat(BothWays.Contains(relation) ? view.TiesFrom(o) : []));
        foreach (Held<WorldTie> t in to.Where(t => t.Fact.Relation == relation)) yield return t;
    }

    private IEnumerable<Held<WorldTie>> From(string subject) =>
        view.TiesFrom(subject).Where(t => t.Fact.Relation == relation && (objects.Count == 0 || objects.Any(o => SameObject(o, t.Fact.Object))))
            .Concat(BothWays.Contains(relation) ? view.TiesTo(subject).Where(t => t.Fact.Relation == relation && (objects.Count == 0 || objects.Contains(t.Fact.Subject))) : [])
            .Concat(view.World.Actor(subject) is null ? view.TiesOf(relation).Where(t => t.Fact.Subject != subject && TextMatch.SameName(t.Fact.Subject, subject) && (objects.Count == 0 || objects.Any(o => SameObject(o, t.Fact.Object)))) : []);

    private bool SameObject(string asked, string held) =>
        asked == held || (view.World.Actor(asked) is null && view.World.Actor(held) is var actor && (TextMatch.SameName(asked, actor?.Name ?? held) || TextMatch.SameMatter(asked, actor?.Name ?? held) || (actor is not null && view.World.NamesOf(held).Any(n => TextMatch.SameName(asked, n.Name)))));

    /// <summary>True when the tie was found from the other side of a relation that goes both ways.</summary>
    private bool Turned(WorldTie t) => BothWays.Contains(relation) && (subjects.Count > 0 ? !subjects.Contains(t.Subject) && subjects.Contains(t.Object) : objects.Count > 0 && !objects.Contains(t.Object) && objects.Contains(t.Subject));

    private bool Details(Held<WorldTie> h)
    {
        WorldTie t = h.Fact;
        if (q.Ask != "place" && q.Text("place") is { } place && !(TextMatch.SameName(place, t.Place) || TextMatch.Within(place, t.Place) || TextMatch.Within(t.Place, place))) return false;
        if (q.Ask != "office" && q.Text("office") is { } office && !string.Equals(office, t.Office, StringComparison.OrdinalIgnoreCase)) return false;
        if (q.Ask != "channel" && q.Text("channel") is { } channel && t.Channel != channel) return false;
        if (q.Ask != "goods" && q.Text("goods") is { } goods && !TextMatch.Related(goods, t.Goods)) return false;
        if (q.Ask != "via" && q.Texts("via") is { Count: > 0 } via && !via.All(v => t.Via.Contains(v))) return false;
        if (q.Flag("licit") is { } licit && t.Licit != licit) return false;
        if (q.Ask != "rank" && q.Number("rank") is { } rank && t.Rank != (int)rank) return false;
        return q.Ask is "from" or "to" || Times.Meet(t.Period, q.First("from"), q.Last("to"));
    }

    private bool Holds(Held<WorldTie> h)
    {
        WorldTie t = h.Fact;
        if (polarity < 0) return Times.Covers(h, at);
        bool over = t.Phase == Phase.Ended || (t.Period.To is { } to && at is { } day && to.To < day);
        return phase switch
        {
            Phase.InForce => t.Phase is Phase.InForce or Phase.Suspended or Phase.Ended && (at is null ? !over : Times.Holds(h, at)),
            Phase.Ended => over,
            Phase.Floated or Phase.Proposed => t.Phase is Phase.Floated or Phase.Proposed && Times.Covers(h, at),
            { } other => t.Phase == other && Times.Covers(h, at),
            null when at is null => t.Phase is Phase.InForce or Phase.Suspended or Phase.Ended,
            null => Times.Holds(h, at),
        };
    }

    /// <summary>True when the tie says that what is asked does not hold: the other polarity, another phase, or another time.</summary>
    private bool Denies(Held<WorldTie> h)
    {
        WorldTie t = h.Fact;
        if (subjects.Count > 0 && !subjects.Any(s => s == t.Subject || s == t.Object || view.Belonging.ActsForMembers(t.Subject))) return false;
        if (t.Polarity != polarity) return polarity > 0 ? Times.Covers(h, at) : Times.Holds(h, at);
        if (polarity < 0) return false;
        if (phase is Phase.InForce) return t.Phase is not (Phase.InForce or Phase.Suspended) || (at is { } day && !t.Period.Covers(day) && h.Receipt.Layer == Layer.Pack);
        return at is { } d && h.Receipt.Layer == Layer.Pack && !t.Period.Covers(d) && phase is null;
    }

    /// <summary>The tie by which another object holds the rank asked for; of a group that of any member, for then it does not hold of the group.</summary>
    private Held<WorldTie>? Outranked()
    {
        if (q.Number("rank") is not { } rank || objects.Count == 0) return null;
        return subjects.SelectMany(s => view.Belonging.Open(s, at).Prepend(s)).SelectMany(view.TiesFrom)
            .Where(t => t.Stands && t.Fact.Relation == relation && t.Fact.Polarity == 1 && t.Fact.Rank == (int)rank && (q.Text("channel") is not { } channel || t.Fact.Channel == channel) && !objects.Contains(t.Fact.Object))
            .Where(t => q.Text("goods") is { } goods ? TextMatch.Related(goods, t.Fact.Goods) : true)
            .FirstOrDefault(t => Times.Holds(t, at));
    }

    /// <summary>Of a group asked for by its code its own tie is enough, else all members must have one.</summary>
    private bool Whole(List<Held<WorldTie>> good) => subjects.Count == 0 || subjects.All(s =>
        good.Any(t => t.Fact.Subject == s || (BothWays.Contains(relation) && t.Fact.Object == s) || view.Belonging.Chain(s, t.Fact.Subject, at) is not null || TextMatch.SameName(t.Fact.Subject, s))
        || (view.Belonging.Open(s, at) is { Count: > 0 } members && members.All(m => good.Any(t => t.Fact.Subject == m || (BothWays.Contains(relation) && t.Fact.Object == m)))));

    private CompleteList? Closed()
    {
        if (phase is not (null or Phase.InForce or Phase.Ended) || view.World.Actor(objects.FirstOrDefault() ?? "") is null) return null;
        return subjects.Count > 0 && subjects.All(s => view.World.Actor(s) is not null) ? subjects.SelectMany(s => objects.Select(o => view.Complete(s, relation, o, at))).FirstOrDefault(c => c is not null) : null;
    }

    private string[] Known(IReadOnlyList<string> given) => [.. given.Select(g => view.World.Actor(g) is not null ? g : CodeOf(g) ?? g)];

    private string? CodeOf(string name)
    {
        if (relation == Relation.HoldsOffice) return null;
        IReadOnlyList<NameMatch> found = view.World.Names.Find(name);
        return found.Count == 1 && found[0].Span.Length == name.Length && !found[0].IsAmbiguous && found[0].Entry.Person is null ? found[0].Entry.Code : null;
    }

    private static Standing Best(IEnumerable<Held<WorldTie>> ties)
    {
        Standing[] all = [.. ties.Select(t => t.Standing)];
        return all.Contains(Standing.Accepted) ? Standing.Accepted : all.Contains(Standing.Corroborated) ? Standing.Corroborated : all.Contains(Standing.Contradicted) ? Standing.Contradicted : Standing.Told;
    }

    private static string Say(Held<WorldTie> h) => Sayings.Tie(h.Fact) + $" ({Sayings.Source(h.Receipt)})";
}
