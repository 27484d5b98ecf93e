using Annalist.Analysis.Evaluation;

namespace Annalist.Tests.Analysis;

/// <summary>Figures worked out by hand.</summary>
public sealed class ScorerTests
{
    private const string Met = "The two ministers met in Vienna on Tuesday.";
    private const string Sent = "The ministry sent tents and blankets to the flooded district.";

    [Fact]
    public void Precision_and_recall_count_what_is_on_either_side()
    {
        EvaluationCard card = Compare([Event(Met, "CONSULT", "AAA", "BBB"), Event(Sent, "CONSULT", "AAA", "BBB"), Event(Sent, "SUPPORT", "AAA", "BBB")], [Event(Met, "CONSULT", "AAA", "BBB"), Event(Sent, "AID", "CCC", "DDD")]);
        PairScore type = Score(card, "events_type");
        Assert.Equal((1.0, 3, 2), (type.Credit, type.Run, type.Gold));
        Assert.Equal(1 / 3.0, type.Precision, 9);
        Assert.Equal(0.5, type.Recall, 9);
        Assert.Equal(0.4, type.F1, 9);
        Assert.Equal(1, Score(card, "events_strict").Credit);
        Assert.Equal(["missed AID (occurred): CCC → DDD", "falsefind CONSULT (occurred): AAA → BBB", "falsefind SUPPORT (occurred): AAA → BBB"], card.Pairings.Where(p => p.Outcome != PairingOutcome.Right).Select(p => $"{p.Outcome.ToString().ToLowerInvariant()} {p.Gold ?? p.Run}"));
    }

    [Fact]
    public void Half_of_the_credit_is_for_the_parties_and_half_for_their_sides()
    {
        // Parties: 2 of 3 and 2, F1 .8; actors: 1 of 2 and 1, F1 2/3; recipients right.
        EvaluationCard card = Compare([Event(Sent, "AID", "AAA CCC", "BBB")], [Event(Sent, "AID", "AAA", "BBB")]);
        Assert.Equal((0.5 * 0.8) + (0.25 * 2 / 3) + 0.25, Score(card, "events").F1, 9);
        Assert.Equal(0, Score(card, "events_strict").F1);
        Assert.Equal(PairingOutcome.Part, Assert.Single(card.Pairings).Outcome);
    }

    [Fact]
    public void Sides_turned_cost_half_and_mutual_acts_have_none()
    {
        Assert.Equal(0.5, Score(Compare([Event(Sent, "AID", "BBB", "AAA")], [Event(Sent, "AID", "AAA", "BBB")]), "events").F1, 9);
        Assert.Equal(1, Score(Compare([Event(Sent, "COOPERATE", "AAA", "BBB")], [Event(Sent, "COOPERATE", "BBB AAA", "")]), "events").F1, 9);
        Assert.Equal(1, Score(Compare([Event(Sent, "AID", "AAA", "UNK")], [Event(Sent, "AID", "AAA", "")]), "events").F1, 9);
    }

    [Fact]
    public void A_group_is_its_members()
    {
        string[] run = [Event(Met, "CONSULT", "AAA BBB", "CCC")], gold = [Event(Met, "CONSULT", "GRP", "CCC")];
        Assert.Equal(1, Score(Compare(run, gold, GroupMembers.Read("""{"GRP":["AAA","BBB"]}""", "groups.json")), "events_strict").F1);
        Assert.Equal(0, Score(Compare(run, gold), "events_strict").F1);
    }

    [Fact]
    public void What_is_optional_neither_costs_nor_counts()
    {
        string maybe = Event(Met, "CONSULT", "AAA", "BBB").Replace("{\"kind\"", "{\"optional\":true,\"kind\"", StringComparison.Ordinal);
        PairScore found = Score(Compare([Event(Met, "CONSULT", "AAA", "BBB"), Event(Sent, "AID", "AAA", "BBB")], [maybe, Event(Sent, "AID", "AAA", "BBB")]), "events");
        Assert.Equal((1.0, 1, 1), (found.Credit, found.Run, found.Gold));
        EvaluationCard missed = Compare([], [maybe]);
        Assert.Equal(0, Score(missed, "events").Gold);
        Assert.Empty(missed.Pairings);
    }

    [Fact]
    public void The_best_pairs_go_first_and_each_finding_is_in_one()
    {
        // The first would take either; the second is the only one with all parties right.
        PairScore score = Score(Compare([Event(Met, "CONSULT", "AAA", "CCC"), Event(Met, "CONSULT", "AAA", "BBB")], [Event(Met, "CONSULT", "AAA", "BBB")]), "events");
        Assert.Equal((1.0, 2, 1), (score.Credit, score.Run, score.Gold));
    }

    [Fact]
    public void A_sentence_may_be_cut_otherwise_but_not_to_a_scrap()
    {
        Assert.Equal(1, Score(Compare([Event("ministers met in Vienna on Tuesday", "CONSULT", "AAA", "BBB")], [Event(Met, "CONSULT", "AAA", "BBB")]), "events").F1);
        Assert.Equal(0, Score(Compare([Event("met in", "CONSULT", "AAA", "BBB")], [Event(Met, "CONSULT", "AAA", "BBB")]), "events").F1);
    }

    [Fact]
    public void Details_are_asked_of_the_events_paired()
    {
        string run = Event(Met, "CONSULT", "AAA", "BBB", status: "planned", from: "2020-05-01", place: "Vienna").Replace("\"modes\":[]", "\"modes\":[\"visit\"]", StringComparison.Ordinal);
        string gold = Event(Met, "CONSULT", "AAA", "CCC", from: "2020-04-28", to: "2020-05-02", place: "the city of Vienna");
        EvaluationCard card = Compare([run], [Report("2020-05-03"), gold]);
        Assert.Equal([("status", 0, 1), ("dates", 1, 1), ("modes", 0, 1), ("sectors", 1, 1), ("places", 1, 1), ("article", 0, 5)], card.Shares.Select(s => (s.Measure, s.Right, s.Asked)));
        Assert.Equal(["status", "dates", "modes", "sectors", "places"], card.SharesByType.Where(s => s.EventType == "CONSULT").Select(s => s.Measure));
    }

    [Fact]
    public void No_date_is_right_only_where_the_report_shows_none()
    {
        string run = Event(Met, "CONSULT", "AAA", "BBB"), gold = Event(Met, "CONSULT", "AAA", "BBB", from: "2020-05-01");
        Assert.Equal(1, Share(Compare([run], [Report(null), gold]), "dates"));
        Assert.Equal(0, Share(Compare([run], [Report("2020-05-03"), gold]), "dates"));
    }

    [Fact]
    public void A_statement_is_found_by_half_of_its_words_and_a_state_speaker_by_his_state()
    {
        string gold = Statement("J. Speaker", "AAA", "GOV", "we shall build the bridge next year"), half = Statement("Speaker", "AAA", "GOV", "build the bridge next year");
        EvaluationCard card = Compare([half], [gold]);
        Assert.Equal((1.0, 1.0, 1.0), (Score(card, "statements").F1, Share(card, "speakers"), Share(card, "stances")));
        Assert.Equal(0, Score(Compare([Statement("Speaker", "AAA", "GOV", "next year")], [gold]), "statements").F1);
        Assert.Equal(0, Score(Compare([Statement("Speaker", "BBB", "GOV", "we shall build the bridge next year")], [gold]), "statements").F1);
        Assert.Equal(1, Score(Compare([Statement("Speaker", "BBB", "JRN", "we shall build the bridge")], [Statement("Speaker", "AAA", "JRN", "we shall build the bridge")]), "statements").F1);
    }

    [Fact]
    public void Ties_are_compared_by_sides_unless_symmetric_and_count_once()
    {
        Assert.Equal(1, Score(Compare([Tie("AAA", "ally_of", "BBB"), Tie("AAA", "ally_of", "BBB")], [Tie("BBB", "ally_of", "AAA")]), "ties").F1);
        Assert.Equal(0, Score(Compare([Tie("AAA", "member_of", "BBB")], [Tie("BBB", "member_of", "AAA")]), "ties").F1);
        Assert.Equal(0, Score(Compare([Tie("AAA", "member_of", "BBB", -1)], [Tie("AAA", "member_of", "BBB")]), "ties").F1);
        Assert.Equal(1, Score(Compare([Tie("Anna B. Example", "holds_office", "AAA")], [Tie("Anna Example", "holds_office", "AAA")]), "ties").F1);
    }

    [Theory]
    [InlineData(1009, "USD", 1)]
    [InlineData(1011, "USD", 0)]
    [InlineData(1000, "EUR", 0)]
    public void A_figure_is_right_within_a_hundredth_and_in_its_unit(double value, string unit, double f1)
    {
        Assert.Equal(f1, Score(Compare([Figure(value, unit)], [Figure(1000, "USD")]), "figures").F1);
    }

    [Fact]
    public void The_article_is_asked_for_its_edges_and_its_noise()
    {
        string gold = """{"kind":"report","report":"a","title":"Ministers meet","published":"2020-05-03","cites":["The Wire"],"body_first":"The two","body_last":"on Tuesday.","noise":["Share this page","Menu"]}""";
        string run = """{"kind":"report","report":"a","title":"Ministers meet","published":null,"cites":["the wire"],"text":"The two ministers met on Tuesday. Share this page"}""";
        EvaluationCard card = Compare([run], [gold]);
        // Right: title, first words, last words, carriers; wrong: the day, one line of noise; a single word is not asked.
        Assert.Equal((4, 6), (card.Shares.Single().Right, card.Shares.Single().Asked));
        Assert.Equal((0, 7), (Compare([], [gold]).Shares.Single().Right, Compare([], [gold]).Shares.Single().Asked));
        Assert.Equal(["a"], Compare([], [gold]).Absent);
    }

    [Fact]
    public void Scores_are_told_by_event_type_too()
    {
        EvaluationCard card = Compare([Event(Met, "CONSULT", "AAA", "BBB"), Event(Sent, "SUPPORT", "AAA", "BBB")], [Event(Met, "CONSULT", "AAA", "BBB"), Event(Sent, "AID", "AAA", "BBB")]);
        Assert.Equal([("CONSULT", 1.0, 1, 1), ("SUPPORT", 0.0, 1, 0), ("AID", 0.0, 0, 1)], card.ScoresByType.Where(s => s.Measure == "events").Select(s => (s.EventType!, s.F1, s.Run, s.Gold)));
    }

    [Fact]
    public void Gold_names_what_it_does_not_compare_and_a_run_does_not()
    {
        string[] lines = ["""{"kind":"aim","report":"a"}""", """{"kind":"aim","report":"a"}""", Figure(1, "USD").Replace("}", ",\"mood\":\"good\"}", StringComparison.Ordinal)];
        Assert.Equal(["gold.jsonl, line 1: lines of the kind aim are not compared (lines: 2)", "gold.jsonl, line 3: the key mood of the kind figure is not known and not compared (lines: 1)"], Set(true, lines).Notices);
        Assert.Empty(Set(false, lines).Notices);
    }

    [Theory]
    [InlineData("{\"kind\":\"figure\",\"report\":\"a\"}", "line 2: the figure has no value")]
    [InlineData("{\"kind\":\"figure\",\"value\":3}", "line 2: the figure does not say of which report it is")]
    [InlineData("{\"kind\":\"figure\",\"report\":\"a\",\"value\":\"3\"}", "line 2: the value of the figure is no number")]
    [InlineData("[1]", "line 2: this is no JSON object")]
    [InlineData("{", "line 2: this is no JSON:")]
    public void A_line_of_gold_that_cannot_be_compared_is_told_by_file_and_line(string line, string what)
    {
        EvaluationException e = Assert.Throws<EvaluationException>(() => Set(true, "", line));
        Assert.Contains("gold.jsonl, " + what, e.Message, StringComparison.Ordinal);
        Assert.NotEmpty(e.Remedy);
    }

    [Fact]
    public void A_report_named_after_its_file_is_the_golds()
    {
        Assert.Equal(["004", "x04_9c", "0a4_9c"], Set(false, """{"kind":"report","report":"004_9c7f"}""", """{"kind":"report","report":"x04_9c"}""", """{"kind":"report","report":"0a4_9c"}""").Reports.OrderBy(r => r == "004" ? 0 : r[0] == 'x' ? 1 : 2));
    }

    private static EvaluationCard Compare(string[] run, string[] gold, GroupMembers? groups = null) => Scorer.Compare(Set(false, run), Set(true, gold), groups ?? GroupMembers.None);

    private static CodedSet Set(bool gold, params string[] lines)
    {
        var reader = new CodedSetReader(gold);
        reader.Read(new StringReader(string.Join('\n', lines)), gold ? "gold.jsonl" : "run.jsonl");
        return reader.ToSet();
    }

    private static PairScore Score(EvaluationCard card, string measure) => card.Scores.Single(s => s.Measure == measure);

    private static double Share(EvaluationCard card, string measure) => card.Shares.Single(s => s.Measure == measure).Share;

    private static string Event(string sentence, string type, string actors, string recipients, string status = "occurred", string? from = null, string? to = null, string? place = null) =>
        $$"""{"kind":"event","report":"a","sentence":"{{sentence}}","type":"{{type}}","modes":[],"status":"{{status}}","actors":[{{Parties(actors)}}],"recipients":[{{Parties(recipients)}}],"from":{{Json(from)}},"to":{{Json(to ?? from)}},"place":{{Json(place)}}}""";

    private static string Parties(string codes) => string.Join(',', codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => $$"""{"code":"{{c}}","sector":"GOV","name":null}"""));

    private static string Statement(string speaker, string code, string sector, string content) =>
        $$"""{"kind":"statement","report":"a","sentence":"","speaker":"{{speaker}}","speaker_code":"{{code}}","speaker_sector":"{{sector}}","content":"{{content}}","stance":[{"toward":"CCC","polarity":1}]}""";

    private static string Tie(string subject, string relation, string other, int polarity = 1) => $$"""{"kind":"tie","report":"a","sentence":"","subject":"{{subject}}","relation":"{{relation}}","object":"{{other}}","polarity":{{polarity}}}""";

    private static string Figure(double value, string unit) => FormattableString.Invariant($$"""{"kind":"figure","report":"a","sentence":"","measure":"aid","value":{{value}},"unit":"{{unit}}"}""");

    private static string Report(string? published) => $$"""{"kind":"report","report":"a","title":"A","published":{{Json(published)}},"cites":[],"body_first":"A","body_last":"B","noise":[]}""";

    private static string Json(string? text) => text is null ? "null" : $"\"{text}\"";
}
