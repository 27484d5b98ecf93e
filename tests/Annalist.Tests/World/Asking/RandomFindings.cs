using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Tests.Worlds;

/// <summary>Findings made up from numbers: the same number, the same finding.</summary>
internal static class RandomFindings
{
    private static readonly string[] Codes = ["AVO", "BRE", "CAR", "DOR", "MAG", "PACT", "LEAGUE", "GUILD", "TRIO", "TRIO+1", "CALM", "CANAL"];
    private static readonly string[] Strangers = ["ZAA", "ZBB", "ZCC", "ZDD"];
    private static readonly string[] Matters = ["a bridge over the river Lune", "grain deliveries for the northern valleys", "control of the Long Canal", "lamp oil for the winter", "to stay out of alliances"];
    private static readonly string[] Outlets = ["Harbour Post", "Mill Wheel", "Lamp"];

    /// <summary>A finding about the tiny world's actors, or about ones that nobody asks about.</summary>
    public static ToldFinding Make(int number, bool strangers = false)
    {
        var random = new Random(number);
        string[] from = strangers ? Strangers : Codes;
        string One() => from[random.Next(from.Length)];
        string[] Some() => [.. Enumerable.Range(0, 1 + random.Next(2)).Select(_ => One()).Distinct()];
        T Any<T>() where T : struct, Enum => Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)];
        string Matter() => strangers ? "zithers and zebras" : Matters[random.Next(Matters.Length)];
        DateOnly Day() => new DateOnly(strangers ? 2001 : 2014, 1, 1).AddDays(random.Next(2500));
        string report = $"r{random.Next(4)}", id = $"{(strangers ? "z" : "n")}{number}";
        Finding finding = random.Next(8) switch
        {
            0 => Telling.Rule(Some(), Any<RuleForce>(), random.Next(2) == 0 ? "hosts_forces_of" : "COOPERATE", report, id) with { Toward = Some(), ConsentOf = random.Next(3) == 0 ? One() : null, Sentence = Matter() },
            1 => Telling.Commitment(Some(), Any<CommitmentStage>(), Matter(), report, id) with { Toward = Some(), Act = EventType.Aid, Sentence = Matter() },
            2 => Telling.Expectation(Matter(), report, id) with { Actors = Some(), IfAct = new WatchedAct { Type = Any<EventType>(), Actors = Some(), Recipients = Some() }, Horizon = Day(), Sentence = Matter() },
            3 => Telling.Aim(One(), Matter(), report, id) with { Toward = Some(), Sentence = Matter() },
            4 => Telling.Figure(Measure.Trade, 1000 * random.Next(1000, 2000), "USD", Some(), 2019, report, id) with { Sentence = Matter() },
            5 => Telling.Event(random.Next(2) == 0 ? EventType.Sanction : EventType.Cooperate, Some(), Some(), null, report, id, Matter()) with { From = Day(), To = null },
            6 => Telling.Statement(strangers ? "Zeno Zander" : "Ada Quillon", strangers ? "ZAA" : "AVO", Matter(), Some(), report, id),
            _ => Telling.Tie(One(), random.Next(3) switch { 0 => Relation.MemberOf, 1 => Relation.HostsForcesOf, _ => Any<Relation>() }, One(), report, id) with { Polarity = random.Next(4) == 0 ? -1 : 1, Phase = Any<Phase>(), From = random.Next(2) == 0 ? Day() : null, Sentence = Matter() },
        };
        Verdict? verdict = random.Next(6) switch { 0 => Verdict.Accepted, 1 => Verdict.Rejected, _ => null };
        return new ToldFinding(finding, Outlets[random.Next(Outlets.Length)], Day(), null, verdict);
    }

    /// <summary>Questions of every kind over the tiny world.</summary>
    public static IReadOnlyList<Question> Questions { get; } =
    [
        .. new[]
        {
            """{"find":"tie","subject":"AVO","relation":"member_of","object":"PACT","at":"2019-01-01"}""",
            """{"find":"tie","subject":"DOR","relation":"member_of","object":"PACT","at":"2019-01-01"}""",
            """{"find":"tie","subject":"BRE","relation":"member_of","object":"LEAGUE"}""",
            """{"find":"tie","relation":"member_of","object":"TRIO","ask":"subject","at":"2019-01-01"}""",
            """{"find":"tie","relation":"participant_in","object":"TRIO+1","ask":"subject","at":"2019-01-01"}""",
            """{"find":"tie","subject":"AVO","relation":"hosts_forces_of","ask":"object"}""",
            """{"find":"tie","subject":"CAR","relation":"hosts_forces_of","object":"MAG","at":["2004-01-01","2019-01-01"]}""",
            """{"find":"tie","subject":"AVO","relation":"depends_on","ask":"from"}""",
            """{"find":"tie","subject":"AVO","relation":"member_of","object":"PACT","scope":"told","polarity":-1}""",
            """{"find":"tie","subject":"AVO","relation":"member_of","ask":"object","scope":"reports"}""",
            """{"find":"tie","subject":"MAG","relation":"member_of","ask":"object","told_in":["r1","r2"]}""",
            """{"find":"rule","ask":"may","bearer":"AVO","act":"hosts_forces_of","toward":"DOR","at":"2019-01-01"}""",
            """{"find":"rule","ask":"may","bearer":"CAR","act":"COOPERATE","toward":"MAG","matter":"arms deals","at":"2019-01-01"}""",
            """{"find":"rule","ask":"may","bearer":"AVO","act":"AID","toward":"MAG","as":"recipient","at":"2019-01-01"}""",
            """{"find":"rule","ask":"may","bearer":"BRE","act":"hosts_forces_of","toward":"MAG","at":"2019-01-01","if":"BRE member_of TRIO ended"}""",
            """{"find":"rule","bearer":"BRE","act":"COOPERATE","at":"2019-01-01"}""",
            """{"find":"commitment","by":"MAG","ask":"stage","at":"2019-06-01"}""",
            """{"find":"commitment","by":"BRE","contains":"grain"}""",
            """{"find":"figure","measure":"trade","actors":["AVO","MAG"],"year":2019}""",
            """{"find":"figure","measure":"trade","actors":["AVO"],"year":2019,"value":1200000,"unit":"USD"}""",
            """{"find":"event","type":"SANCTION","actors":["MAG"],"ask":"from"}""",
            """{"find":"event","type":"COOPERATE","actors":["AVO","DOR"]}""",
            """{"find":"statement","speaker":"Ada Quillon","contains":"canal"}""",
            """{"find":"expectation","actors":["AVO"],"ask":"state","at":"2021-01-01"}""",
            """{"find":"expectation","actors":["DOR"],"state":"fulfilled"}""",
            """{"find":"aim","of":"MAG","ask":"matter"}""",
            """{"find":"dispute","over":"AVO PACT"}""",
            """{"find":"dispute","over":"canal","sides":[{"report":"r1","says":"Long Canal"},{"speaker":"Ada Quillon","says":"grain"}]}""",
        }.Select(Question.Parse),
    ];

    /// <summary>All answers to the last line, as one text.</summary>
    public static string Answers(SystemView view)
    {
        var questions = new Questions(view);
        return string.Join('\n', Questions.Select(q => Print(questions.Ask(q))));
    }

    public static string Print(Answer a)
    {
        IEnumerable<string> lines = a.Lines.Select(l => $"  {l.Role} {l.Fact.GetType().Name} {Where(l.Receipt)} {l.Standing} {l.Why} [{string.Join(' ', l.Others.Select(Where))}]");
        return $"{TinyWorld.Said(a.Value)} / {TinyWorld.Said(a.Told)} / {a.Standing} / {a.Reason} / {string.Join(' ', a.Members ?? [])}\n{string.Join('\n', lines)}";
    }

    private static string Where(Receipt r) => r.Line ?? r.Finding ?? "?";
}
