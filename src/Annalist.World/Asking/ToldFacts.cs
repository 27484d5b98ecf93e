using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>Findings turned into the facts of the world that they tell.</summary>
internal static class ToldFacts
{
    public static Held<WorldTie> Tie(ToldFinding told, Tie t)
    {
        Period period = new(t.From is { } f ? DateRange.Day(f) : null, t.To is { } e ? DateRange.Day(e) : null);
        string[] via = t.Via is null ? [] : t.Via.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var fact = new WorldTie(t.Subject, t.Relation, t.Object, t.Polarity, t.Phase, period, t.Place, "", told.Receipt.Source)
        {
            Channel = t.Channel,
            Goods = t.Goods,
            Via = via,
            Licit = t.Licit,
            Rank = t.Rank,
            Office = t.Office,
        };
        return Hold(told, fact);
    }

    public static Held<WorldRule> Rule(ToldFinding told, Rule r)
    {
        // "Foreign" forces are those of others than the members, when the members must consent (codebook 7b, the rule's example).
        bool foreign = r.Toward.Count == 0 && r.ConsentOf is not null && r.Bearer.Contains(r.ConsentOf) && Codes.Parse<Relation>(r.Act) == Relation.HostsForcesOf;
        return Hold(told, new WorldRule
        {
            Id = r.Id,
            Bearer = r.Bearer,
            Force = r.Force,
            Act = r.Act,
            Toward = foreign ? ["!" + r.ConsentOf] : r.Toward,
            Condition = r.Force == RuleForce.MustNot ? null : r.Condition,
            // What a prohibition is for bounds it: beyond those words it does not bite.
            Unless = r.Force == RuleForce.MustNot ? r.Condition : null,
            ConsentOf = r.ConsentOf,
            Instrument = r.Instrument,
            Period = new(r.From is { } f ? DateRange.Day(f) : told.Told is { } d ? DateRange.Day(d) : null, r.To is { } e ? DateRange.Day(e) : null),
        });
    }

    public static Held<WorldCommitment> Commitment(ToldFinding told, Commitment c) => Hold(told, new WorldCommitment
    {
        Id = c.Id,
        By = c.By,
        Toward = c.Toward,
        Act = c.Act,
        Matter = c.Matter,
        Amount = c.Amount,
        Unit = c.Unit,
        Due = c.Due,
        Instrument = c.Instrument,
        Moves = [new CommitmentMove(c.Id, c.Stage, told.Told is { } d ? DateRange.Day(d) : null, null, told.Receipt)],
    });

    public static Held<WorldExpectation> Expectation(ToldFinding told, Expectation e) => Hold(told, new WorldExpectation
    {
        Id = e.Id,
        By = e.By,
        If = e.If,
        IfAct = e.IfAct,
        Then = e.Then,
        ThenAct = e.ThenAct,
        Unless = e.Unless,
        Horizon = e.Horizon,
        Likelihood = e.Likelihood,
        Actors = e.Actors,
        Told = told.Told,
    });

    public static Held<WorldAim> Aim(ToldFinding told, Aim a) => Hold(told, new WorldAim
    {
        Id = a.Id,
        Of = a.Of,
        Matter = a.Matter,
        Toward = a.Toward,
        AscribedBy = a.AscribedBy,
        Period = new(told.Told is { } d ? DateRange.Day(d) : null, null),
    });

    public static Held<WorldFigure> Figure(ToldFinding told, Figure f) => Hold(told, new WorldFigure
    {
        Id = f.Id,
        Measure = f.Measure,
        Value = f.Value,
        Unit = f.Unit ?? "",
        Actors = f.Actors,
        Period = new(f.From is { } from ? DateRange.Day(from) : null, f.To is { } to ? DateRange.Day(to) : null),
        About = f.Sentence,
    });

    public static Held<T> Hold<T>(ToldFinding told, T fact) => new(fact, told.Receipt, told.Standing);
}
