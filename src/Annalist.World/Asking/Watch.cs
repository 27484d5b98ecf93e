using System.Collections.Concurrent;
using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>Looks whether acts that were read, or ties that came to hold, meet what expectations say.</summary>
public sealed class Watch
{
    private static readonly EventType[] Alone = [EventType.Mobilize, EventType.Protest, EventType.Retreat];
    private readonly SystemView view;
    private readonly ConcurrentDictionary<DateOnly, Parties> parties = new();
    private readonly ConcurrentDictionary<string, string[]> around = new(StringComparer.Ordinal);

    /// <summary>A watch over a view.</summary>
    public Watch(SystemView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        this.view = view;
    }

    /// <summary>What has become of an expectation by the day; a null day takes in all that is known.</summary>
    public WatchedExpectation Look(Held<WorldExpectation> expectation, DateOnly? at)
    {
        ArgumentNullException.ThrowIfNull(expectation);
        WorldExpectation e = expectation.Fact;
        (Met? trigger, Met? outcome) = view.Looked.GetOrAdd((expectation.Receipt, e.Id), _ => Find(expectation));
        // The first act is the first whatever day is asked for: later days only come to know it.
        if (trigger?.Day > at) (trigger, outcome) = (null, e.IfAct is null ? outcome : null);
        if (outcome?.Day > at) outcome = null;
        if (outcome is not null) return new(expectation, ExpectationState.Fulfilled, outcome.Day, trigger?.Line, outcome.Line);
        // Whether a day without a clock has passed is known only when one is asked for or something later was read.
        if (e.Horizon is { } horizon && (at ?? view.Latest) is { } now && horizon < now) return new(expectation, ExpectationState.Lapsed, horizon.AddDays(1), trigger?.Line, null);
        return trigger is not null ? new(expectation, ExpectationState.Triggered, trigger.Day, trigger.Line, null) : new(expectation, ExpectationState.Open, null, null, null);
    }

    private (Met? Trigger, Met? Outcome) Find(Held<WorldExpectation> expectation)
    {
        WorldExpectation e = expectation.Fact;
        Met? trigger = e.IfAct is { } condition ? First("trigger", condition, e.Told, null, expectation) : null;
        Met? outcome = e.ThenAct is { } then && (e.IfAct is null || trigger is not null) ? First("outcome", then, trigger?.Day ?? e.Told, e.Horizon, expectation) : null;
        return (trigger, outcome);
    }

    /// <summary>All expectations with what has become of them.</summary>
    public IReadOnlyList<WatchedExpectation> All(DateOnly? at) => [.. view.Expectations.Where(e => e.Stands && (at is not { } day || e.Fact.Told is not { } told || told <= day)).Select(e => Look(e, at))];

    private Met? First(string role, WatchedAct act, DateOnly? after, DateOnly? until, Held<WorldExpectation> of)
    {
        if (act.Actors.Count == 0 && act.Recipients.Count == 0) return null;
        Parties sides = parties.GetOrAdd(until ?? DateOnly.MaxValue, _ => new Parties(view, until));
        if (act.Relation is { } relation)
        {
            Held<WorldTie>? tie = view.TiesOf(relation).Where(t => Began(t) is { } day && (after is not { } a || a < day) && (until is not { } u || day <= u)
                    && t.Stands && t.Fact.Polarity == 1 && t.Fact.Phase is Phase.InForce or Phase.Ended
                    && (Between(sides, act, t.Fact.Subject, t.Fact.Object) || (relation is Relation.AllyOf or Relation.PartnerOf && Between(sides, act, t.Fact.Object, t.Fact.Subject))))
                .MinBy(t => Began(t)!.Value.DayNumber);
            return tie is null ? null : new(AnswerLine.Of(role, tie), Began(tie)!.Value);
        }
        if (act.Type is not { } type) return null;
        // One party alone tells an act that takes two from no other act of his.
        if (act.Actors.Concat(act.Recipients).Distinct().Take(2).Count() < 2 && !Alone.Contains(type)) return null;
        // An act without a day is no later than its telling, and may be of long ago: only a dated one can be told to come after.
        Held<Event>? first = Candidates(act, type, until)
            .Select(events => events.SkipWhile(h => h.Fact.From <= after).TakeWhile(h => until is not { } u || h.Fact.From <= u)
                .FirstOrDefault(h => h.Stands && h.Receipt.Finding != of.Receipt.Finding && h.Fact.Status is EventStatus.Occurred or EventStatus.Ongoing
                    && Meets(sides, act, h.Fact)))
            .OfType<Held<Event>>().OrderBy(h => h.Fact.From).ThenBy(h => h.Fact.Id, StringComparer.Ordinal).FirstOrDefault();
        return first is null ? null : new(AnswerLine.Of(role, first), first.Fact.From!.Value);
    }

    /// <summary>Lists of events by day among which the act must be: where both sides are named those between the two, else those of the side that is.</summary>
    private IEnumerable<IEnumerable<Held<Event>>> Candidates(WatchedAct act, EventType type, DateOnly? until)
    {
        if (act.Actors.Count == 0 || act.Recipients.Count == 0) return Widened(act.Actors.Concat(act.Recipients), until).Select(c => view.EventsInOrder(c, type));
        string[] others = [.. Widened(act.Recipients, until)];
        return Widened(act.Actors, until).SelectMany(a => others.Select(r => (A: a, R: r))).Select(p => view.EventsBetween(p.A, p.R, type));
    }

    /// <summary>The codes, the members of groups among them, and the groups and formats whose acts count for them.</summary>
    private IEnumerable<string> Widened(IEnumerable<string> codes, DateOnly? until) =>
        codes.SelectMany(c => around.GetOrAdd(c, code => [code, .. view.Belonging.Around(code).Where(g => view.Belonging.ActsForMembers(g) || view.World.Actor(g)?.Kind == ActorKind.Format)]).Concat(view.Belonging.Open(c, until))).Distinct();

    private static bool Between(Parties parties, WatchedAct act, string subject, string @object) => parties.Any(act.Actors, subject) && parties.Any(act.Recipients, @object);

    /// <summary>A mutual act, which names its parties all as actors, is met by one in which all of them are; an act of some toward others by one of each side.</summary>
    private static bool Meets(Parties parties, WatchedAct act, Event e) => act.Recipients.Count == 0
        ? act.Actors.All(a => Among(parties, [a], e.Actors) || Among(parties, [a], e.Recipients))
        : Among(parties, act.Actors, e.Actors) && (Among(parties, act.Recipients, e.Recipients) || Among(parties, act.Recipients, e.Actors));

    private static bool Among(Parties parties, IReadOnlyList<string> asked, IReadOnlyList<Party> held)
    {
        for (int i = 0; i < held.Count; i++)
        {
            if (parties.Any(asked, held[i].Code)) return true;
        }
        return asked.Count == 0;
    }

    private static DateOnly? Began(Held<WorldTie> t) => t.Fact.Period.From?.From ?? (t.Receipt.Layer == Layer.Pack ? null : t.Receipt.Told);

    /// <summary>An act or tie that meets a clause, and its day.</summary>
    internal sealed record Met(AnswerLine Line, DateOnly Day);
}
