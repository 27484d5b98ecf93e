using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>
/// Says whether an actor may do something on a day. A prohibition without exception forbids; a duty to have others' consent makes it <c>only_with_consent</c>, whatever exceptions other
/// prohibitions leave; a prohibition that leaves an exception forbids but for that. Rules that do not go together are shown, and where one obliges what another forbids the answer is unknown.
/// </summary>
/// <param name="view">The system.</param>
/// <param name="named">True to give reasons with names and words for people; false for codes, as answers to programs have them.</param>
internal sealed class RuleEngine(SystemView view, bool named = false)
{
    private const string Area = "area:";
    private const int MostActs = 5;
    private static readonly Relation[] Joins = [Relation.MemberOf, Relation.ObserverOf, Relation.ParticipantIn, Relation.PartyTo];

    public Ruling Rule(MayQuestion q)
    {
        AppliedRule[] rules = [.. view.RulesOf(q.Act).Where(r => r.Stands && !BackedByPack(r)).Select(r => Apply(r, q)).OfType<AppliedRule>().OrderByDescending(r => r.Applies).ThenByDescending(r => r.Binds).ThenBy(r => r.Rule.Fact.Unless is not null)];
        AppliedRule[] biting = [.. rules.Where(r => r.Applies)];
        AppliedRule[] forbidding = [.. biting.Where(r => r.Rule.Fact.Force == RuleForce.MustNot && Met(r.Rule.Fact, q))];
        AppliedRule[] limiting = [.. biting.Where(r => r.Rule.Fact.Force == RuleForce.MustNot && !Met(r.Rule.Fact, q))];
        AppliedRule[] absolute = [.. forbidding.Where(r => r.Rule.Fact.Unless is null)];
        AppliedRule[] consenting = [.. biting.Where(r => r.Rule.Fact is { Force: not RuleForce.MustNot, ConsentOf: not null })];
        AppliedRule[] obliging = [.. biting.Where(r => r.Rule.Fact is { Force: RuleForce.Must, ConsentOf: null })];
        AppliedRule[] allowing = [.. biting.Where(r => r.Rule.Fact is { Force: RuleForce.May, ConsentOf: null })];
        Held<WorldTie>[] precedents = Precedents(q);
        Held<Event>[] acts = Acts(q);
        Prospect? prospect = Prospect.Of(view, q, Tie);
        var clashes = new List<string>();
        foreach (AppliedRule no in forbidding)
        {
            clashes.AddRange(obliging.Concat(allowing).Select(yes => $"{Name(no.Rule.Fact)} forbids what {Name(yes.Rule.Fact)} {(yes.Rule.Fact.Force == RuleForce.Must ? "demands" : "allows")}"));
            clashes.AddRange(Breaches(q, no));
        }
        (Permission answer, string reason) = (absolute, consenting, obliging) switch
        {
            ({ Length: > 0 }, _, { Length: > 0 }) => (Permission.Unknown, $"the rules contradict each other: {clashes[0]}"),
            ({ Length: > 0 }, _, _) => (Permission.No, Whys(absolute.Concat(forbidding))),
            (_, { Length: > 0 }, _) => (Permission.OnlyWithConsent, consenting[0].Why),
            _ when forbidding.Length > 0 => (Permission.No, Whys(forbidding)),
            (_, _, { Length: > 0 }) => (Permission.Yes, obliging[0].Why),
            _ when allowing.Length > 0 => (Permission.Yes, allowing[0].Why),
            _ => prospect is not null ? (Permission.No, prospect.Why) : Silent(q, rules, precedents, acts),
        };
        return new Ruling
        {
            Answer = answer,
            ConsentOf = answer == Permission.OnlyWithConsent ? consenting[0].Rule.Fact.ConsentOf : null,
            Unless = answer == Permission.No && absolute.Length == 0 ? forbidding.FirstOrDefault()?.Rule.Fact.Unless : null,
            Conditions = Conditions(answer, forbidding, limiting, consenting, allowing, obliging),
            Reason = q.If is null ? reason : $"Supposed that {q.If}: {reason}",
            Rules = rules,
            Positions = [.. view.Positions.Where(p => p.Stands && p.Fact.Act == q.Act && Times.InForce(p.Fact.Period, q.At) && Covers(p.Fact.Bearer, q.Bearer, q) is not null && (p.Fact.Toward.Count == 0 || q.Toward is null || Covers(p.Fact.Toward, q.Toward, q) is not null))],
            Prospect = biting.Length == 0 ? prospect : null,
            Precedents = precedents,
            Acts = acts,
            Clashes = [.. clashes.Distinct()],
        };
    }

    /// <summary>True unless the prohibition is for a condition that the question does not speak of: then it only limits.</summary>
    private static bool Met(WorldRule rule, MayQuestion q) => rule.Condition is null || TextMatch.Related(q.Matter, rule.Condition) || TextMatch.Related(q.Purpose, rule.Condition);

    private string[] Conditions(Permission answer, AppliedRule[] forbidding, AppliedRule[] limiting, AppliedRule[] consenting, AppliedRule[] allowing, AppliedRule[] obliging)
    {
        IEnumerable<string?> words = answer switch
        {
            Permission.OnlyWithConsent => consenting.Select(r => r.Rule.Fact.Condition).Concat(forbidding.Select(r => $"{Name(r.Rule.Fact)}: not {r.Rule.Fact.Matter ?? "at all"}, unless {r.Rule.Fact.Unless}")),
            Permission.Yes => allowing.Concat(obliging).Select(r => r.Rule.Fact.Condition),
            _ => [],
        };
        IEnumerable<string> limits = answer == Permission.No ? [] : limiting.Select(r => $"{Name(r.Rule.Fact)}: not {r.Rule.Fact.Matter ?? "at all"}, where {r.Rule.Fact.Condition}");
        return [.. words.OfType<string>().Concat(limits).Distinct()];
    }

    private (Permission, string) Silent(MayQuestion q, AppliedRule[] rules, Held<WorldTie>[] precedents, Held<Event>[] acts)
    {
        if (view.World.Actor(q.Bearer) is null) return (Permission.Unknown, $"no pack knows {q.Bearer}");
        string nothing = $"no rule that the packs or the reports hold forbids {(named ? $"{Who(q.Bearer)} to {(q.AsRecipient ? $"get {Act(q.Act)} from" : view.World.Acts.Phrase(q.Act))}" : $"that {q.Bearer} {(q.AsRecipient ? $"gets {q.Act} from" : view.World.Acts.Phrase(q.Act))}")} {(q.Toward is null ? "anybody" : Who(q.Toward))}{On(q.At)}";
        // Where rules of the act were looked for and found not to bite, or the act is done, silence means that it is free; else nobody has looked.
        if (rules.Length > 0) return (Permission.Yes, $"{nothing}: {rules[0].Why}");
        if (precedents.Length + acts.Length > 0) return (Permission.Yes, nothing + ", and it has been done");
        return (Permission.Unknown, $"the packs hold no rule on {Act(q.Act)} that concerns {Who(q.Bearer)}{On(q.At)}");
    }

    /// <summary>The rule for this case; null when it is not about the bearer at any time.</summary>
    private AppliedRule? Apply(Held<WorldRule> held, MayQuestion q)
    {
        WorldRule rule = held.Fact;
        IReadOnlyList<string> bearers = q.AsRecipient && rule.Force != RuleForce.MustNot ? rule.Toward : rule.Bearer;
        IReadOnlyList<string> others = q.AsRecipient && rule.Force != RuleForce.MustNot ? rule.Bearer : rule.Toward;
        if (bearers.Count == 0) return null;
        if (Covers(bearers, q.Bearer, q) is not { } ties)
        {
            // A rule of an institution that the bearer has to do with is worth a word; one of strangers is not.
            string[] near = [.. bearers.Where(b => Near(q.Bearer, b))];
            return near.Length == 0 ? null : new(held, false, $"{Name(rule)} does not bind {Who(q.Bearer)}, {Place(near)}{On(q.At)}", Denials(q.Bearer, near, q)) { Binds = false };
        }
        string by = ties.Count == 0 ? "" : named ? $", as {string.Join(" and ", ties.Select(t => Tie(t.Fact)))}" : $", by {string.Join(" and ", ties.Select(t => Tie(t.Fact)))}";
        if (!Times.InForce(rule.Period, q.At))
        {
            bool later = q.At is { } day && rule.Period.From is { } from && day < from.From;
            return new(held, false, $"{Name(rule)} was {(later ? "not yet" : "no longer")} in force{On(q.At)}: it holds{Sayings.When(rule.Period).TrimStart(',')}", ties);
        }
        if (q.Toward is not null && others.Count > 0)
        {
            if (Covers(others, q.Toward, q) is not { } further) return new(held, false, $"{Name(rule)} is not about {Who(q.Toward)}: it is about {Words(others)}", ties);
            ties = [.. ties, .. further];
        }
        if (q.Matter is null ? view.World.Acts.Narrow(rule.Act, rule.Matter) : rule.Matter is not null && !TextMatch.Related(q.Matter, rule.Matter))
        {
            return new(held, false, $"{Name(rule)} is about another matter: {rule.Matter}", ties);
        }
        if (q.Purpose is not null && rule.Unless is not null && TextMatch.Within(q.Purpose, rule.Unless))
        {
            return new(held, false, $"{Name(rule)} leaves this purpose out: unless {rule.Unless}", ties);
        }
        string whom = others.Count > 0 ? Words(others) : "anybody";
        string what = rule.Force switch { RuleForce.MustNot => "must not", RuleForce.Must => "must", _ => "may" };
        string matter = rule.Matter is null ? "" : $" ({rule.Matter})";
        string consent = rule.ConsentOf is null ? "" : $" only with the consent of all of {Who(rule.ConsentOf)}";
        string except = rule.Unless is null ? "" : $", unless {rule.Unless}";
        string condition = rule.Condition is null || rule.ConsentOf is not null ? "" : $", if {rule.Condition}";
        return new(held, true, $"{Name(rule)}: {Who(q.Bearer)} {what} {(q.AsRecipient && rule.Force != RuleForce.MustNot ? (named ? $"get {Act(rule.Act)} from" : rule.Act + " from") : view.World.Acts.Phrase(rule.Act))} {whom}{matter}{consent}{except}{condition}{by}", ties);
    }

    /// <summary>The ties by which the code is among those that the tokens name; null when it is not.</summary>
    private List<Held<WorldTie>>? Covers(IReadOnlyList<string> tokens, string code, MayQuestion q)
    {
        foreach (string token in tokens.Where(t => !t.StartsWith('!')))
        {
            if (token.StartsWith(Area, StringComparison.Ordinal))
            {
                if (view.World.Institution(code) is { } institution && institution.Areas.Contains(token[Area.Length..])) return [];
            }
            else if (Belongs(code, token, q) is { } ties)
            {
                return [.. ties];
            }
        }
        // Several exclusions leave those who belong to none of them.
        string[] outside = [.. tokens.Where(t => t.StartsWith('!'))];
        return outside.Length > 0 && outside.All(t => Belongs(code, t[1..], q) is null) ? [] : null;
    }

    private IReadOnlyList<Held<WorldTie>>? Belongs(string code, string institution, MayQuestion q)
    {
        if (view.Belonging.Chain(code, institution, q.At, q.If) is { } chain) return chain;
        // Supposed out of it, it is out, whoever its members are.
        if (q.If is { Holds: false } supposed && supposed.Subject == code && supposed.Object == institution) return null;
        // A group is bound when all its members are.
        IReadOnlyList<string> members = view.Belonging.Open(code, q.At);
        if (members.Count == 0) return null;
        IReadOnlyList<Held<WorldTie>>?[] each = [.. members.Select(m => view.Belonging.Chain(m, institution, q.At, q.If))];
        return each.All(c => c is not null) ? [.. each.SelectMany(c => c!).Distinct()] : null;
    }

    private string Place(string[] near) => near[0].StartsWith('!') ? $"which belongs to {Who(near[0][1..])}" : $"which does not belong to {string.Join(", ", near.Select(Who))}";

    /// <summary>True for an institution that the actor has, had or expressly has not to do with.</summary>
    private bool Near(string actor, string token)
    {
        string code = token.TrimStart('!');
        return !token.StartsWith(Area, StringComparison.Ordinal) && view.World.Actor(code)?.Kind is not (null or ActorKind.State or ActorKind.Territory or ActorKind.Group)
            && view.TiesFrom(actor).Any(t => t.Fact.Object == code && t.Stands && Joins.Contains(t.Fact.Relation));
    }

    private Held<WorldTie>[] Denials(string actor, string[] institutions, MayQuestion q) =>
    [
        .. view.TiesFrom(actor).Where(t => t.Stands && Joins.Contains(t.Fact.Relation) && institutions.Contains(t.Fact.Object) && !Backed(t)
            && (t.Fact.Polarity == -1 ? Times.Covers(t, q.At) : t.Fact.Relation == Relation.ObserverOf ? Times.Holds(t, q.At) : t.Fact.Period.To is not null)),
    ];

    private Held<WorldTie>[] Precedents(MayQuestion q)
    {
        if (q.Relation is not { } relation) return [];
        return
        [
            .. view.TiesFrom(q.Bearer)
                .Where(t => t.Stands && t.Fact.Relation == relation && t.Fact.Polarity == 1 && t.Fact.Phase is Phase.InForce or Phase.Ended or Phase.Suspended && Began(t.Fact.Period, q.At) && !Backed(t))
                .OrderByDescending(t => t.Fact.Object == q.Toward).ThenBy(t => t.Fact.Period.From?.From ?? DateOnly.MaxValue),
        ];
    }

    private Held<Event>[] Acts(MayQuestion q)
    {
        if (Codes.Parse<EventType>(q.Act) is not { } type || q.Matter is not null) return [];
        string actor = q.AsRecipient ? q.Toward ?? "" : q.Bearer;
        string? other = q.AsRecipient ? q.Bearer : q.Toward;
        return
        [
            .. view.EventsAround(q.Bearer, type)
                .Where(e => e.Stands && e.Fact.Status is EventStatus.Occurred or EventStatus.Ongoing && (e.Fact.From is not { } from || q.At is not { } at || from <= at))
                .Where(e => e.Fact.Actors.Any(p => p.Code == actor) && (other is null || e.Fact.Actors.Concat(e.Fact.Recipients).Any(p => p.Code == other)))
                .OrderByDescending(e => e.Fact.From ?? DateOnly.MinValue).Take(MostActs),
        ];
    }

    /// <summary>Ties of the bearer that hold against the prohibition, told ones too.</summary>
    private IEnumerable<string> Breaches(MayQuestion q, AppliedRule no)
    {
        if (q.Relation is not { } relation) return [];
        return view.TiesFrom(q.Bearer).Concat(view.TiesTo(q.Bearer).Where(_ => relation is Relation.AllyOf or Relation.PartnerOf))
            .Where(t => t.Standing != Standing.Rejected && t.Fact.Relation == relation && t.Fact.Polarity == 1 && t.Fact.Phase == Phase.InForce && Times.Holds(t, q.At))
            .Where(t => (t.Fact.Subject == q.Bearer ? t.Fact.Object : t.Fact.Subject) is var other && (q.Toward is null || other == q.Toward) && (no.Rule.Fact.Toward.Count == 0 || Covers(no.Rule.Fact.Toward, other, q) is not null))
            .Select(t => $"{Name(no.Rule.Fact)} forbids what {t.Receipt.Source} {(t.Receipt.Layer == Layer.Pack ? "has" : "tells")}: {Tie(t.Fact)}{(t.Stands ? "" : " (contradicted)")}");
    }

    private static bool Began(Period period, DateOnly? at) => at is not { } day || period.From is not { } from || from.From <= day;

    /// <summary>A told tie that a pack has too speaks through the pack's.</summary>
    private static bool Backed(Held<WorldTie> t) => t.Receipt.Layer == Layer.Read && t.Others.Any(o => o.Layer == Layer.Pack);

    /// <summary>A told rule that a pack has too speaks through the pack's.</summary>
    private static bool BackedByPack(Held<WorldRule> r) => r.Receipt.Layer == Layer.Read && r.Others.Any(o => o.Layer == Layer.Pack);

    private string Name(WorldRule rule) => rule.Instrument is not { } instrument ? rule.Id : view.World.Actor(instrument)?.Name ?? instrument;

    private static string Whys(IEnumerable<AppliedRule> rules) => string.Join("; ", rules.Select(r => r.Why).Distinct().Take(3));

    private string Words(IReadOnlyList<string> tokens)
    {
        string[] outside = [.. tokens.Where(t => t.StartsWith('!')).Select(t => Who(t[1..]))];
        IEnumerable<string> named = tokens.Where(t => !t.StartsWith('!')).Select(t => t.StartsWith(Area, StringComparison.Ordinal) ? "institutions of " + t[Area.Length..] : Who(t));
        return string.Join(", ", outside.Length == 0 ? named : named.Append("others than those of " + string.Join(" and ", outside)));
    }

    // A name that is a common noun takes its article.
    private string Who(string code) => !named ? code : view.World.Actor(code)?.Name is not { } name ? code : char.IsLower(name[0]) ? "the " + name : name;

    private string Act(string act) => !named ? act : Codes.Parse<Relation>(act) is null ? act.ToLowerInvariant() : act.Replace('_', ' ');

    private string Tie(WorldTie t)
    {
        string relation = Codes.Of(t.Relation);
        if (!named) return $"{t.Subject} {relation} {t.Object}";
        // "be a member of" is how the table of acts has it.
        string phrase = view.World.Acts.Phrase(relation);
        return $"{Who(t.Subject)} {(phrase.StartsWith("be ", StringComparison.Ordinal) ? string.Concat("is", phrase.AsSpan(2)) : relation.Replace('_', ' '))} {Who(t.Object)}";
    }

    private static string On(DateOnly? at) => at is { } day ? " on " + day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "";
}
