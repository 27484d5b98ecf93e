using Annalist.Model;

namespace Annalist.Tests.Model;

/// <summary>One record of every kind, once with every field set and once with all that may be null or empty so.</summary>
internal static class Samples
{
    public const string Text = "The two ministers met in Vienna on Tuesday. “We will go on,” the spokeswoman said. Élan, 中亚, 🙂.";
    public const string Sentence = "The two ministers met in Vienna on Tuesday.";
    private static readonly DateOnly Monday = new(2020, 10, 12);
    private static readonly DateOnly Sunday = new(2020, 10, 18);

    public static Report FullReport(string label = "first", string text = Text) => new()
    {
        Label = label,
        Uri = "file:///news/first.txt",
        Hash = Fingerprint.Of(text),
        Title = "Ministers meet",
        Outlet = "The Vienna Courier",
        Published = new DateOnly(2020, 10, 15),
        PublishedBasis = PublishedBasis.Dateline,
        ReferenceDate = new DateOnly(2020, 10, 15),
        ReferenceBasis = ReferenceBasis.Published,
        Dateline = "VIENNA",
        Author = "A. Writer",
        Language = "en",
        TranslatedFrom = "de",
        Cites = ["The Wire"],
        Text = text,
        Notes = [new Note(NoteIds.EncodingMended, Severity.Info, new TextSpan(0, 3), "one letter")],
    };

    public static Report BareReport(string label = "bare", string text = "Nothing.") => new() { Label = label, Hash = Fingerprint.Of(text), Text = text };

    public static IReadOnlyList<Finding> Full { get; } =
    [
        new Event
        {
            Id = "e1", Report = "first", Sentence = Sentence, Span = new(0, 43), In = TextPart.Title, Confidence = 0.75, Rule = "meet-v", Data = "d1", Notes = [NoteIds.DateUnresolved], CueSpan = new(18, 21),
            Type = EventType.Consult, Modes = ["multilateral"], Status = EventStatus.Possible, Modality = Modality.Expected, Actors = [new Party("AAA", Sector.Gov, "A. Minister", "The two ministers", new(0, 17))],
            Recipients = [new Party("BBB", Sector.Mil, "B. General", "ministers", new(8, 17))], Matter = "to talk", From = Monday, To = Sunday, DateBasis = DateBasis.Resolved, DateText = "on Tuesday",
            Place = "Vienna", Context = ["diplomatic"], AttributedTo = "A. Speaker", Score = 2.5, Main = true,
        },
        new Statement
        {
            Id = "s1", Report = "first", Sentence = Sentence, Span = new(0, 43), Confidence = 0.5, Rule = "said", Data = "d1", Notes = [NoteIds.SpeakerUnresolved], Speaker = "Élan Vital", SpeakerCode = "AAA",
            SpeakerSector = Sector.Gov, Role = "spokeswoman", Cue = "said", Form = StatementForm.Mixed, Content = "We will go on", ContentSpan = [new(45, 50), new(52, 58)], CueSpan = [new(77, 81)],
            SpeakerSpan = new(61, 76), About = ["BBB"], Stance = [new Stance("BBB", -1)],
        },
        new Tie
        {
            Id = "t1", Report = "first", Sentence = Sentence, Span = new(0, 43), Confidence = 1, Rule = "tie", Data = "d1", Notes = [NoteIds.ActorAmbiguous], Subject = "AAA", Relation = Relation.HostsForcesOf, Object = "BBB",
            Polarity = -1, Phase = Phase.Suspended, From = Monday, To = Sunday, Office = "minister", Place = "Vienna", Channel = "trade", Goods = "gas", Via = "CCC", Licit = false, Rank = 1, CueSpan = new(18, 21),
        },
        new Figure
        {
            Id = "f1", Report = "first", Sentence = Sentence, Span = new(0, 43), Confidence = 0.25, Rule = "figure", Data = "d1", Notes = [NoteIds.DateImpossible], Measure = Measure.Trade, Value = 80600000000.5, Unit = "USD",
            Actors = ["AAA", "BBB"], From = Monday, To = Sunday, CueSpan = new(4, 7),
        },
        new Rule
        {
            Id = "r1", Report = "first", Sentence = Sentence, Span = new(0, 43), Confidence = 0.1, Rule = "rule", Data = "d1", Notes = [NoteIds.ActorGarbled], Bearer = ["AAA"], Force = RuleForce.MustNot, Act = "hosts_forces_of",
            Toward = ["BBB"], Condition = "in peace", ConsentOf = "CCC", Instrument = "the treaty", From = Monday, To = Sunday,
        },
        new Commitment
        {
            Id = "c1", Report = "first", Sentence = Sentence, Span = new(0, 43), Confidence = 0.2, Rule = "commitment", Data = "d1", Notes = [NoteIds.ActorUnresolved], By = ["AAA"], Toward = ["BBB"], Act = EventType.Aid,
            Matter = "a bridge", Amount = 25e6, Unit = "USD", Due = Sunday, Stage = CommitmentStage.UnderWay, Instrument = "the treaty",
        },
        new Expectation
        {
            Id = "x1", Report = "first", Sentence = Sentence, Span = new(0, 43), Confidence = 0.3, Rule = "expectation", Data = "d1", Notes = [NoteIds.DateUnresolved], By = "A. Speaker", If = "it rains", Then = "they stay",
            Unless = "it stops", Horizon = Sunday,
            IfAct = new WatchedAct { Type = EventType.Assault, Actors = ["AAA"], Recipients = ["BBB"] }, ThenAct = new WatchedAct { Relation = Relation.MemberOf, Actors = ["AAA", "CCC"], Recipients = ["BBB"] },
            Likelihood = Likelihood.Unlikely, Actors = ["AAA"],
        },
        new Aim
        {
            Id = "a1", Report = "first", Sentence = Sentence, Span = new(0, 43), Confidence = 0.4, Rule = "aim", Data = "d1", Notes = [NoteIds.ActorUnresolved], Of = "AAA", Matter = "to go on", Toward = ["BBB"], AscribedBy = "A. Speaker",
        },
    ];

    public static IReadOnlyList<Finding> Bare { get; } =
    [
        new Event { Id = "e0", Report = "bare", Sentence = "N", Span = new(0, 1), Rule = "r", Data = "d", Type = EventType.Agree, Status = EventStatus.Occurred, Actors = [new Party("UNK", Sector.Unk, null, null, null)] },
        new Statement
        {
            Id = "s0", Report = "bare", Sentence = "N", Span = new(0, 1), Rule = "r", Data = "d", SpeakerCode = "UNK", SpeakerSector = Sector.Unk, Form = StatementForm.Direct, Content = "N", ContentSpan = [new(0, 1)],
        },
        new Tie { Id = "t0", Report = "bare", Sentence = "N", Span = new(0, 1), Rule = "r", Data = "d", Subject = "AAA", Relation = Relation.MemberOf, Object = "BBB" },
        new Figure { Id = "f0", Report = "bare", Sentence = "N", Span = new(0, 1), Rule = "r", Data = "d", Measure = Measure.Other, Value = 3 },
        new Rule { Id = "r0", Report = "bare", Sentence = "N", Span = new(0, 1), Rule = "r", Data = "d", Bearer = ["AAA"], Force = RuleForce.May, Act = "AID" },
        new Commitment { Id = "c0", Report = "bare", Sentence = "N", Span = new(0, 1), Rule = "r", Data = "d", By = ["AAA"] },
        new Expectation { Id = "x0", Report = "bare", Sentence = "N", Span = new(0, 1), Rule = "r", Data = "d", Then = "N" },
        new Aim { Id = "a0", Report = "bare", Sentence = "N", Span = new(0, 1), Rule = "r", Data = "d", Of = "AAA", Matter = "N" },
    ];
}
