using System.Collections.Concurrent;
using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>Looks whether acts that were read, or ties that came to hold, meet what expectations say.</summary>
public sealed class Watch
{
    private readonly SystemView view;
    private readonly ConcurrentDictionary<DateOnly, Parties> parties = new();

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
        (AnswerLine Line, DateOnly? Day)? trigger = e.IfAct is { } condition ? First("trigger", condition, e.Told, at, expectation) : null;
        (AnswerLine Line, DateOnly? Day)? outcome = e.ThenAct is { } then && Sooner(e.Horizon, at) is var until && (e.IfAct is null || trigger is not null)
            ? First("outcome", then, trigger?.Day ?? e.Told, until, expectation) : null;
        if (outcome is { } came) return new(expectation, ExpectationState.Fulfilled, came.Day, trigger?.Line, came.Line);
        // Whether a day without a clock has passed is known only when one is asked for or something later was read.
        if (e.Horizon is { } horizon && (at ?? view.Latest) is { } now && horizon < now) return new(expectation, ExpectationState.Lapsed, horizon.AddDays(1), trigger?.Line, null);
        return trigger is { } met ? new(expectation, ExpectationState.Triggered, met.Day, met.Line, null) : new(expectation, ExpectationState.Open, null, null, null);
    }

    /// <summary>All expectations with what has become of them.</summary>
    public IReadOnlyList<WatchedExpectation> All(DateOnly? at) => [.. view.Expectations.Where(e => e.Stands && (at is not { } day || e.Fact.Told is not { } told || told <= day)).Select(e => Look(e, at))];

    private static DateOnly? Sooner(DateOnly? a, DateOnly? b) => a is { } x && b is { } y ? x < y ? x : y : a ?? b;

    private (AnswerLine, DateOnly?)? First(string role, WatchedAct act, DateOnly? after, DateOnly? until, Held<WorldExpectation> of)
    {
        if (act.Actors.Count == 0 && act.Recipients.Count == 0) return null;
        Parties sides = parties.GetOrAdd(until ?? DateOnly.MaxValue, _ => new Parties(view, until));
        if (act.Relation is { } relation)
        {
            Held<WorldTie>? tie = view.TiesOf(relation).Where(t => Began(t) is { } day && (after is not { } a || a < day) && (until is not { } u || day <= u)
                    && t.Stands && t.Fact.Polarity == 1 && t.Fact.Phase is Phase.InForce or Phase.Ended
                    && (Between(sides, act, t.Fact.Subject, t.Fact.Object) || (relation is Relation.AllyOf or Relation.PartnerOf && Between(sides, act, t.Fact.Object, t.Fact.Subject))))
                .MinBy(t => Began(t)!.Value.DayNumber);
            return tie is null ? null : (AnswerLine.Of(role, tie), Began(tie));
        }
        if (act.Type is not { } type) return null;
        // An act without a day is no later than its telling, and may be of long ago: only a dated one can be told to come after.
        Held<Event>? first = act.Actors.Concat(act.Recipients).SelectMany(c => view.Belonging.Open(c, until).Prepend(c)).Distinct()
            .Select(c => view.EventsInOrder(c, type).SkipWhile(h => h.Fact.From <= after).TakeWhile(h => until is not { } u || h.Fact.From <= u)
                .FirstOrDefault(h => h.Stands && h.Receipt.Finding != of.Receipt.Finding && h.Fact.Status is EventStatus.Occurred or EventStatus.Ongoing
                    && Among(sides, act.Actors, h.Fact.Actors) && (Among(sides, act.Recipients, h.Fact.Recipients) || Among(sides, act.Recipients, h.Fact.Actors))))
            .OfType<Held<Event>>().OrderBy(h => h.Fact.From).ThenBy(h => h.Fact.Id, StringComparer.Ordinal).FirstOrDefault();
        return first is null ? null : (AnswerLine.Of(role, first), first.Fact.From);
    }

    private static bool Between(Parties parties, WatchedAct act, string subject, string @object) => parties.Any(act.Actors, subject) && parties.Any(act.Recipients, @object);

    private static bool Among(Parties parties, IReadOnlyList<string> asked, IReadOnlyList<Party> held)
    {
        for (int i = 0; i < held.Count; i++)
        {
            if (parties.Any(asked, held[i].Code)) return true;
        }
        return asked.Count == 0;
    }

    private static DateOnly? Began(Held<WorldTie> t) => t.Fact.Period.From?.From ?? (t.Receipt.Layer == Layer.Pack ? null : t.Receipt.Told);
}
