using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Tests.Worlds;

/// <summary>Findings made by hand, with who told them and when.</summary>
internal static class Telling
{
    private const string Data = "test";

    /// <summary>Told by an outlet on a day; the report's label is the outlet's first word and the day.</summary>
    public static ToldFinding By(this Finding finding, string outlet, string day, Verdict? verdict = null) => new(finding, outlet, TinyWorld.Day(day), null, verdict);

    public static Tie Tie(string subject, Relation relation, string @object, string report = "r1", string id = "t1") =>
        new() { Id = id, Report = report, Sentence = $"{subject} {relation} {@object}.", Span = new(0, 1), Rule = "hand", Data = Data, Subject = subject, Relation = relation, Object = @object };

    public static Rule Rule(string[] bearer, RuleForce force, string act, string report = "r1", string id = "u1") =>
        new() { Id = id, Report = report, Sentence = "A rule was told.", Span = new(0, 1), Rule = "hand", Data = Data, Bearer = bearer, Force = force, Act = act };

    public static Commitment Commitment(string[] by, CommitmentStage stage, string matter, string report = "r1", string id = "c1") =>
        new() { Id = id, Report = report, Sentence = "A promise was told.", Span = new(0, 1), Rule = "hand", Data = Data, By = by, Stage = stage, Matter = matter };

    public static Expectation Expectation(string then, string report = "r1", string id = "x1") =>
        new() { Id = id, Report = report, Sentence = "An expectation was told.", Span = new(0, 1), Rule = "hand", Data = Data, Then = then };

    public static Aim Aim(string of, string matter, string report = "r1", string id = "a1") =>
        new() { Id = id, Report = report, Sentence = "An aim was told.", Span = new(0, 1), Rule = "hand", Data = Data, Of = of, Matter = matter };

    public static Figure Figure(Measure measure, double value, string unit, string[] actors, int year, string report = "r1", string id = "f1") =>
        new()
        {
            Id = id,
            Report = report,
            Sentence = "Goods both ways were counted.",
            Span = new(0, 1),
            Rule = "hand",
            Data = Data,
            Measure = measure,
            Value = value,
            Unit = unit,
            Actors = actors,
            From = new DateOnly(year, 1, 1),
            To = new DateOnly(year, 12, 31),
        };

    public static Event Event(EventType type, string[] actors, string[] recipients, string? day, string report = "r1", string id = "e1", string sentence = "Something was done at the canal.") =>
        new()
        {
            Id = id,
            Report = report,
            Sentence = sentence,
            Span = new(0, 1),
            Rule = "hand",
            Data = Data,
            Type = type,
            Status = EventStatus.Occurred,
            Actors = [.. actors.Select(Party)],
            Recipients = [.. recipients.Select(Party)],
            From = day is null ? null : TinyWorld.Day(day),
            To = day is null ? null : TinyWorld.Day(day),
        };

    public static Statement Statement(string speaker, string code, string content, string[] about, string report = "r1", string id = "s1") =>
        new()
        {
            Id = id,
            Report = report,
            Sentence = content,
            Span = new(0, 1),
            Rule = "hand",
            Data = Data,
            Speaker = speaker,
            SpeakerCode = code,
            SpeakerSector = Sector.Gov,
            Form = StatementForm.Indirect,
            Content = content,
            ContentSpan = [new(0, 1)],
            About = about,
        };

    private static Party Party(string code) => new(code, Sector.Gov, null, null, null);
}
