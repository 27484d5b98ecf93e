using System.Globalization;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Benchmarks;

/// <summary>
/// A world of a hundred thousand facts: the packs that come with the program and findings made up from a seed over their actors. Parties are drawn unevenly, as in the news: a few are in much of it.
/// The findings say nothing of the real actors; only their number and spread matter.
/// </summary>
internal sealed class WorldFixture
{
    private const int MostActors = 300;
    private static readonly string[] Words =
    [
        "canal", "bridge", "railway", "harbour", "grain", "pipeline", "turbine", "school", "hospital", "border", "customs", "tariff", "transit", "corridor", "reservoir", "dam", "glacier", "market", "fair", "summit",
        "treaty", "protocol", "annex", "visa", "permit", "quota", "loan", "grant", "credit", "lease", "survey", "census", "harvest", "drought", "flood", "quarry", "mine", "smelter", "cement", "cotton",
        "wool", "copper", "timber", "fishery", "airport", "runway", "satellite", "cable", "server", "archive", "museum", "festival", "stadium", "team", "patrol", "exercise", "depot", "barracks", "convoy", "checkpoint",
    ];

    private readonly Random random;
    private readonly string[] codes;
    private int next;

    private WorldFixture(int seed)
    {
        random = new Random(seed);
        World = World.Load(World.DefaultFolder);
        codes = [.. World.Actors.Where(a => a.Kind is ActorKind.State or ActorKind.Organisation or ActorKind.Bloc or ActorKind.Group or ActorKind.Format).Select(a => a.Code).Take(MostActors)];
    }

    public World World { get; }

    public List<ToldFinding> Told { get; } = [];

    /// <summary>Facts of the packs and findings together.</summary>
    public int Facts => Told.Count + World.Facts.Ties.Count + World.Facts.Rules.Count + World.Facts.Figures.Count + World.Facts.Commitments.Count + World.Facts.Expectations.Count + World.Facts.Aims.Count + World.Facts.Meetings.Count;

    public static WorldFixture Make(int facts)
    {
        var f = new WorldFixture(20);
        int left = facts - f.Facts;
        (Func<Finding> Make, double Share)[] kinds = [(f.Event, 0.40), (f.Statement, 0.20), (f.Tie, 0.15), (f.Figure, 0.08), (f.Commitment, 0.06), (f.Expectation, 0.05), (f.Aim, 0.03), (f.Rule, 0.03)];
        foreach ((Func<Finding> make, double share) in kinds)
        {
            for (int i = 0; i < (int)(left * share); i++)
            {
                Finding finding = make();
                Verdict? verdict = f.random.Next(50) switch { 0 => Verdict.Accepted, 1 => Verdict.Rejected, _ => null };
                f.Told.Add(new ToldFinding(finding, $"Outlet {f.random.Next(60)}", f.Day(), null, verdict));
            }
        }
        return f;
    }

    /// <summary>Questions of a kind, each another.</summary>
    public List<Question> Ask(string kind, int count)
    {
        var questions = new List<Question>();
        for (int i = 0; i < count; i++) questions.Add(Question.Parse(Text(kind, i)));
        return questions;
    }

    public static IReadOnlyList<string> Kinds { get; } = ["tie whether", "tie who", "tie by name", "may", "rule", "commitment", "figure", "event", "event words", "statement", "expectation", "expectation state", "aim", "dispute", "dispute over", "reports", "told in"];

    private string Text(string kind, int i) => kind switch
    {
        "tie whether" => $$"""{"find":"tie","subject":"{{Code()}}","relation":"{{Relation()}}","object":"{{Code()}}","at":"{{Iso()}}"}""",
        "tie who" => $$"""{"find":"tie","relation":"{{Relation()}}","object":"{{Code()}}","ask":"subject","at":"{{Iso()}}"}""",
        "tie by name" => $$"""{"find":"tie","subject":"Nobody {{Word()}} of {{Word()}}","relation":"holds_office","object":"{{Code()}}"}""",
        "may" => $$"""{"find":"rule","ask":"may","bearer":"{{Code()}}","act":"{{Act()}}","toward":"{{Code()}}","at":"{{Iso()}}"}""",
        "rule" => $$"""{"find":"rule","bearer":"{{Code()}}","act":"{{Act()}}","matter":"{{Word()}}","at":"{{Iso()}}"}""",
        "commitment" when i % 2 == 0 => $$"""{"find":"commitment","by":"{{Code()}}","toward":"{{Code()}}","ask":"stage","at":"{{Iso()}}"}""",
        "commitment" => $$"""{"find":"commitment","contains":"{{Word()}}","stage":"signed","ask":"by"}""",
        "figure" when i % 2 == 0 => $$"""{"find":"figure","measure":"trade","actors":["{{Code()}}","{{Code()}}"],"year":{{2000 + i % 25}}}""",
        "figure" => $$"""{"find":"figure","measure":"trade","actors":["{{Code()}}"],"about":"{{Word()}} {{Word()}}","value":5000000}""",
        "event" when i % 2 == 0 => $$"""{"find":"event","type":"{{Type()}}","actors":["{{Code()}}"],"recipients":["{{Code()}}"],"year":{{2000 + i % 25}}}""",
        "event" => $$"""{"find":"event","type":"{{Type()}}","actors":["{{Code()}}","{{Code()}}"]}""",
        "event words" => $$"""{"find":"event","type":"{{Type()}}","contains":"{{Word()}} {{Word()}}"}""",
        "statement" when i % 2 == 0 => $$"""{"find":"statement","about":["{{Code()}}"],"contains":"{{Word()}}","from":"{{Iso()}}"}""",
        "statement" => $$"""{"find":"statement","speaker":"Speaker {{Word()}} {{Word()}}","contains":"{{Word()}}"}""",
        "expectation" => $$"""{"find":"expectation","actors":["{{Code()}}"],"then_contains":"{{Word()}}","likelihood":"likely"}""",
        "expectation state" => $$"""{"find":"expectation","actors":["{{Code()}}"],"state":"fulfilled","at":"{{Iso()}}"}""",
        "aim" => $$"""{"find":"aim","of":"{{Code()}}","contains":"{{Word()}}"}""",
        "dispute" => $$"""{"find":"dispute","over":"x","sides":[{"report":"R{{random.Next(2000)}}","says":"{{Word()}} {{Word()}}"},{"speaker":"Speaker {{Word()}} {{Word()}}","says":"{{Word()}}"}]}""",
        "dispute over" => $$"""{"find":"dispute","over":"{{Word()}} {{Word()}}"}""",
        "reports" => $$"""{"find":"tie","subject":"{{Code()}}","relation":"{{Relation()}}","ask":"object","scope":"reports"}""",
        _ => $$"""{"find":"tie","subject":"{{Code()}}","relation":"{{Relation()}}","ask":"object","told_in":["R{{random.Next(2000)}}","R{{random.Next(2000)}}"]}""",
    };

    private string Code() => codes[(int)(codes.Length * Math.Pow(random.NextDouble(), 3))];

    private string Word() => Words[random.Next(Words.Length)];

    private string Sentence() => string.Join(' ', Enumerable.Range(0, 14).Select(i => i % 3 == 1 ? "of the" : Word())) + ".";

    private DateOnly Day() => new DateOnly(2000, 1, 1).AddDays(random.Next(9400));

    private string Iso() => Day().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Relation() => Codes.Of(Enum.GetValues<Relation>()[random.Next(12)]);

    private string Type() => Codes.Of(Enum.GetValues<EventType>()[random.Next(16)]);

    private string Act() => random.Next(2) == 0 ? Relation() : Type();

    private string[] Some(int most) => [.. Enumerable.Range(0, 1 + random.Next(most)).Select(_ => Code()).Distinct()];

    private Party[] Parties(int most) => [.. Some(most).Select(c => new Party(c, Sector.Gov, null, null, null))];

    private WatchedAct Watched() => random.Next(3) == 0
        ? new WatchedAct { Relation = Enum.GetValues<Relation>()[random.Next(12)], Actors = Some(1), Recipients = Some(1) }
        : new WatchedAct { Type = Enum.GetValues<EventType>()[random.Next(16)], Actors = Some(1), Recipients = Some(1) };

    private (string Id, string Report, string Sentence) Head()
    {
        next++;
        return ($"f{next}", $"R{random.Next(2000)}", Sentence());
    }

    private Finding Event()
    {
        (string id, string report, string sentence) = Head();
        DateOnly day = Day();
        return new Event { Id = id, Report = report, Sentence = sentence, Span = new(0, 1), Rule = "x", Data = "x", Type = Enum.GetValues<EventType>()[random.Next(16)], Status = EventStatus.Occurred, Actors = Parties(2), Recipients = Parties(2), From = day, To = day };
    }

    private Finding Statement()
    {
        (string id, string report, string sentence) = Head();
        return new Statement { Id = id, Report = report, Sentence = sentence, Span = new(0, 1), Rule = "x", Data = "x", Speaker = $"Speaker {Word()} {Word()}", SpeakerCode = Code(), SpeakerSector = Sector.Gov, Form = StatementForm.Indirect, Content = sentence, ContentSpan = [new(0, 1)], About = Some(3) };
    }

    private Finding Tie()
    {
        (string id, string report, string sentence) = Head();
        Relation relation = Enum.GetValues<Relation>()[random.Next(12)];
        return new Tie { Id = id, Report = report, Sentence = sentence, Span = new(0, 1), Rule = "x", Data = "x", Subject = relation == Model.Relation.HoldsOffice ? $"Person {Word()} {Word()}" : Code(), Relation = relation, Object = Code(), Polarity = random.Next(10) == 0 ? -1 : 1, From = random.Next(2) == 0 ? Day() : null, Place = random.Next(3) == 0 ? Word() : null, Goods = relation == Model.Relation.SuppliesTo ? Word() : null };
    }

    private Finding Figure()
    {
        (string id, string report, string sentence) = Head();
        int year = 2000 + random.Next(25);
        return new Figure { Id = id, Report = report, Sentence = sentence, Span = new(0, 1), Rule = "x", Data = "x", Measure = Enum.GetValues<Measure>()[random.Next(6)], Value = random.Next(10_000_000), Unit = "USD", Actors = Some(2), From = new DateOnly(year, 1, 1), To = new DateOnly(year, 12, 31) };
    }

    private Finding Commitment()
    {
        (string id, string report, string sentence) = Head();
        return new Commitment { Id = id, Report = report, Sentence = sentence, Span = new(0, 1), Rule = "x", Data = "x", By = Some(2), Toward = Some(2), Act = EventType.Aid, Matter = $"a {Word()} and a {Word()} with a {Word()} near the {Word()}", Amount = random.Next(2) == 0 ? random.Next(50) * 1_000_000 : null, Unit = "USD", Stage = Enum.GetValues<CommitmentStage>()[random.Next(8)] };
    }

    private Finding Expectation()
    {
        (string id, string report, string sentence) = Head();
        return new Expectation { Id = id, Report = report, Sentence = sentence, Span = new(0, 1), Rule = "x", Data = "x", If = Sentence(), IfAct = random.Next(2) == 0 ? Watched() : null, Then = Sentence(), ThenAct = random.Next(2) == 0 ? Watched() : null, Horizon = random.Next(2) == 0 ? Day() : null, Likelihood = Likelihood.Likely, Actors = Some(3) };
    }

    private Finding Aim()
    {
        (string id, string report, string sentence) = Head();
        return new Aim { Id = id, Report = report, Sentence = sentence, Span = new(0, 1), Rule = "x", Data = "x", Of = Code(), Matter = Sentence(), Toward = Some(2) };
    }

    private Finding Rule()
    {
        (string id, string report, string sentence) = Head();
        return new Rule { Id = id, Report = report, Sentence = sentence, Span = new(0, 1), Rule = "x", Data = "x", Bearer = Some(2), Force = Enum.GetValues<RuleForce>()[random.Next(3)], Act = Act(), Toward = Some(2), ConsentOf = random.Next(4) == 0 ? Code() : null };
    }
}
