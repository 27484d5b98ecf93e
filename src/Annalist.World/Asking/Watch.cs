using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>Looks whether acts that were read, or ties that came to hold, meet what expectations say.</summary>
public sealed class Watch
{
    private readonly SystemView view;

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
        if (e.Horizon is { } horizon && (at ?? Latest()) is { } now && horizon < now) return new(expectation, ExpectationState.Lapsed, horizon.AddDays(1), trigger?.Line, null);
        return trigger is { } met ? new(expectation, ExpectationState.Triggered, met.Day, met.Line, null) : new(expectation, ExpectationState.Open, null, null, null);
    }

    /// <summary>All expectations with what has become of them.</summary>
    public IReadOnlyList<WatchedExpectation> All(DateOnly? at) => [.. view.Expectations.Where(e => e.Stands && (at is not { } day || e.Fact.Told is not { } told || told <= day)).Select(e => Look(e, at))];

    private DateOnly? Latest() => view.Events.Select(e => e.Receipt.Told).Concat(view.Statements.Select(s => s.Receipt.Told)).Max();

    private static DateOnly? Sooner(DateOnly? a, DateOnly? b) => a is { } x && b is { } y ? x < y ? x : y : a ?? b;

    private (AnswerLine, DateOnly?)? First(string role, WatchedAct act, DateOnly? after, DateOnly? until, Held<WorldExpectation> of)
    {
        if (act.Actors.Count == 0 && act.Recipients.Count == 0) return null;
        if (act.Relation is { } relation)
        {
            var parties = new Parties(view, until);
            Held<WorldTie>? tie = view.Ties.Where(t => t.Stands && t.Fact.Relation == relation && t.Fact.Polarity == 1 && t.Fact.Phase is Phase.InForce or Phase.Ended
                    && (Sides(parties, act, t.Fact.Subject, t.Fact.Object) || (relation is Relation.AllyOf or Relation.PartnerOf && Sides(parties, act, t.Fact.Object, t.Fact.Subject))) && Began(t) is { } day && (after is not { } a || a < day) && (until is not { } u || day <= u))
                .MinBy(t => Began(t)!.Value.DayNumber);
            return tie is null ? null : (AnswerLine.Of(role, tie), Began(tie));
        }
        var sides = new Parties(view, until);
        Held<Event>? first = act.Actors.Concat(act.Recipients).SelectMany(c => view.Belonging.Open(c, until).Prepend(c)).SelectMany(view.EventsOf).Distinct()
            .Where(h => h.Stands && h.Receipt.Finding != of.Receipt.Finding && h.Fact.Type == act.Type && h.Fact.Status is EventStatus.Occurred or EventStatus.Ongoing
                && sides.Any(act.Actors, [.. h.Fact.Actors.Select(p => p.Code)]) && sides.Any(act.Recipients, [.. h.Fact.Recipients.Concat(h.Fact.Actors).Select(p => p.Code)])
                // An act without a day is no later than its telling, and may be of long ago: only a dated one can be told to come after.
                && h.Fact.From is { } day && (after is not { } a || a < day) && (until is not { } u || day <= u))
            .OrderBy(h => h.Fact.From).ThenBy(h => h.Fact.Id, StringComparer.Ordinal).FirstOrDefault();
        return first is null ? null : (AnswerLine.Of(role, first), first.Fact.From);
    }

    private static bool Sides(Parties parties, WatchedAct act, string subject, string @object) => parties.Any(act.Actors, [subject]) && parties.Any(act.Recipients, [@object]);

    private static DateOnly? Began(Held<WorldTie> t) => t.Fact.Period.From?.From ?? (t.Receipt.Layer == Layer.Pack ? null : t.Receipt.Told);
}
