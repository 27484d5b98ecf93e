using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>
/// What somebody expects that joining an institution would bring the bearer, who has not joined it: until then it is not there. It speaks only where no rule does.
/// </summary>
/// <param name="Expectation">The expectation.</param>
/// <param name="Ties">What shows that the bearer does not belong: it observes, or expressly is no member.</param>
/// <param name="Why">The reason in words.</param>
public sealed record Prospect(Held<WorldExpectation> Expectation, IReadOnlyList<Held<WorldTie>> Ties, string Why)
{
    internal static Prospect? Of(SystemView view, MayQuestion q, Func<WorldTie, string> say)
    {
        if (q.Matter is null || q.Toward is null || view.Belonging.Chain(q.Bearer, q.Toward, q.At) is not null) return null;
        Held<WorldTie>[] outside =
        [
            .. view.TiesFrom(q.Bearer).Where(t => t.Stands && t.Fact.Object == q.Toward && ((t.Fact.Relation == Relation.ObserverOf && t.Fact.Polarity == 1 && Times.Holds(t, q.At)) || (t.Fact.Relation == Relation.MemberOf && t.Fact.Polarity == -1 && Times.Covers(t, q.At)))),
        ];
        if (outside.Length == 0) return null;
        Held<WorldExpectation>? gain = view.Expectations.FirstOrDefault(e => e.Stands && e.Fact.IfAct is { Relation: Relation.MemberOf } joins && joins.Actors.Contains(q.Bearer) && joins.Recipients.Contains(q.Toward)
            && e.Fact.Likelihood != Likelihood.Unlikely && TextMatch.Related(q.Matter, e.Fact.Then));
        return gain is null ? null : new(gain, outside, $"{say(outside[0].Fact)}: that would come only if it joined, as {gain.Fact.By ?? gain.Receipt.Outlet ?? "the author"} expects: {gain.Fact.Then}");
    }
}
