using Annalist.Model;
using Annalist.Worlds;
using static Annalist.Tests.Worlds.TinyWorld;

namespace Annalist.Tests.Worlds;

public sealed class ExpectationQuestionTests
{
    private static readonly ToldFinding Closed = Telling.Event(EventType.Sanction, ["MAG"], ["AVO"], "2021-03-01").By("Harbour Post", "2021-03-02");
    private static readonly ToldFinding Traded = Telling.Event(EventType.Cooperate, ["AVO"], ["DOR"], "2021-09-01", "r2", "e2").By("Mill Wheel", "2021-09-03");

    [Theory]
    [InlineData("""{"find":"expectation","by":"Ada Quillon"}""", "yes")]
    [InlineData("""{"find":"expectation","by":"Ada Quilon","likelihood":"likely"}""", "yes")]
    [InlineData("""{"find":"expectation","by":"Ben Oakhurst"}""", "unknown")]
    [InlineData("""{"find":"expectation","by":null,"ask":"then"}""", "Dorvane will join the pact")]
    [InlineData("""{"find":"expectation","if_contains":"closes the Canal","ask":"likelihood"}""", "likely")]
    [InlineData("""{"find":"expectation","then_contains":"join","ask":"horizon"}""", "2025-12-31")]
    [InlineData("""{"find":"expectation","actors":"DOR","ask":"likelihood"}""", "unlikely")]
    [InlineData("""{"find":"expectation","contains":"canal is shared","ask":"actors"}""", "AVO MAG")]
    [InlineData("""{"find":"expectation","horizon":"2022-12-31","ask":"by"}""", "Ada Quillon")]
    [InlineData("""{"find":"expectation","likelihood":"certain"}""", "unknown")]
    public void What_is_expected_is_found_by_its_parts(string question, string answer) => Assert.Equal(answer, Said(Ask(question).Value));

    [Theory]
    [InlineData("2021-02-28", ExpectationState.Open, null)]
    [InlineData("2021-03-01", ExpectationState.Triggered, "2021-03-01")]
    [InlineData("2021-08-31", ExpectationState.Triggered, "2021-03-01")]
    [InlineData("2021-09-01", ExpectationState.Fulfilled, "2021-09-01")]
    [InlineData("2023-01-01", ExpectationState.Fulfilled, "2021-09-01")]
    public void An_expectation_is_open_then_triggered_then_fulfilled(string day, ExpectationState state, string? since)
    {
        WatchedExpectation watched = Tolls(With(Closed, Traded), day);
        Assert.Equal((state, since is null ? null : (DateOnly?)Day(since)), (watched.State, watched.Since));
    }

    [Fact]
    public void What_triggered_and_what_fulfilled_are_shown_with_their_receipts()
    {
        WatchedExpectation watched = Tolls(With(Closed, Traded), "2022-01-01");
        Assert.Equal(("e1", "e2"), (watched.Trigger!.Receipt.Finding, watched.Outcome!.Receipt.Finding));
    }

    [Theory]
    [InlineData("2022-12-31", ExpectationState.Triggered)]
    [InlineData("2023-01-01", ExpectationState.Lapsed)]
    public void An_expectation_lapses_on_the_day_after_its_horizon(string day, ExpectationState state)
    {
        WatchedExpectation watched = Tolls(With(Closed), day);
        Assert.Equal(state, watched.State);
        if (state == ExpectationState.Lapsed) Assert.Equal(Day("2023-01-01"), watched.Since);
    }

    [Fact]
    public void What_comes_after_the_horizon_does_not_fulfil_it() =>
        Assert.Equal(ExpectationState.Lapsed, Tolls(With(Closed, Telling.Event(EventType.Cooperate, ["AVO"], ["DOR"], "2023-02-01").By("Mill Wheel", "2023-02-01")), "2023-03-01").State);

    [Fact]
    public void An_outcome_before_the_condition_does_not_fulfil_it() =>
        Assert.Equal(ExpectationState.Triggered, Tolls(With(Closed, Telling.Event(EventType.Cooperate, ["AVO"], ["DOR"], "2020-09-01", "r2", "e2").By("Mill Wheel", "2021-09-03")), "2021-12-31").State);

    [Theory]
    [InlineData(EventType.Sanction, "MAG", "BRE", EventStatus.Occurred)]
    [InlineData(EventType.Accuse, "MAG", "AVO", EventStatus.Occurred)]
    [InlineData(EventType.Sanction, "DOR", "AVO", EventStatus.Occurred)]
    [InlineData(EventType.Sanction, "MAG", "AVO", EventStatus.Planned)]
    public void Another_act_does_not_trigger_it(EventType type, string actor, string recipient, EventStatus status)
    {
        Event e = Telling.Event(type, [actor], [recipient], "2021-03-01") with { Status = status };
        Assert.Equal(ExpectationState.Open, Tolls(With(e.By("Harbour Post", "2021-03-02")), "2021-12-31").State);
    }

    [Fact]
    public void An_act_without_a_day_triggers_nothing() =>
        Assert.Equal(ExpectationState.Open, Tolls(With(Telling.Event(EventType.Sanction, ["MAG"], ["AVO"], null).By("Harbour Post", "2021-03-02")), "2021-12-31").State);

    [Fact]
    public void A_rejected_act_triggers_nothing() => Assert.Equal(ExpectationState.Open, Tolls(With(Closed with { Verdict = Verdict.Rejected }), "2021-12-31").State);

    [Fact]
    public void A_tie_that_comes_to_hold_fulfils_what_foresaw_it()
    {
        ToldFinding joined = (Telling.Tie("DOR", Relation.MemberOf, "PACT") with { From = Day("2024-05-01") }).By("Harbour Post", "2024-05-02", Verdict.Accepted);
        WatchedExpectation[] states = [.. new Watch(With(joined)).All(Day("2024-06-01"))];
        Assert.Equal((ExpectationState.Fulfilled, (DateOnly?)Day("2024-05-01")), (states[1].State, states[1].Since));
        Assert.Equal(ExpectationState.Open, new Watch(With(joined)).All(Day("2024-04-30"))[1].State);
    }

    [Fact]
    public void A_tie_that_goes_both_ways_fulfils_from_either_side()
    {
        Expectation alliance = Telling.Expectation("an alliance of Brellia and Carmund") with { ThenAct = new WatchedAct { Relation = Relation.AllyOf, Actors = ["BRE"], Recipients = ["CAR"] } };
        var view = With(alliance.By("Harbour Post", "2020-01-01"), (Telling.Tie("CAR", Relation.AllyOf, "BRE", "r2") with { From = Day("2020-06-01") }).By("Mill Wheel", "2020-06-02"));
        Assert.Equal(ExpectationState.Fulfilled, new Watch(view).Look(view.Expectations[^1], Day("2021-01-01")).State);
    }

    [Fact]
    public void What_happened_before_it_was_told_does_not_meet_it()
    {
        Expectation quarrel = Telling.Expectation("a quarrel") with { ThenAct = new WatchedAct { Type = EventType.Accuse, Actors = ["BRE"], Recipients = ["CAR"] } };
        ToldFinding Accused(string day) => Telling.Event(EventType.Accuse, ["BRE"], ["CAR"], day, "r2").By("Mill Wheel", day);
        ExpectationState State(string day)
        {
            var view = With(quarrel.By("Harbour Post", "2020-01-01"), Accused(day));
            return new Watch(view).Look(view.Expectations[^1], Day("2021-01-01")).State;
        }
        Assert.Equal(ExpectationState.Open, State("2019-12-31"));
        Assert.Equal(ExpectationState.Open, State("2020-01-01"));
        Assert.Equal(ExpectationState.Fulfilled, State("2020-01-02"));
    }

    [Fact]
    public void An_expectation_is_not_there_before_it_was_told()
    {
        ToldFinding told = Telling.Expectation("the mills will close").By("Harbour Post", "2020-01-01");
        Assert.Equal(true, Ask("""{"find":"expectation","contains":"mills","state":"open","at":"2020-01-01"}""", told).Value);
        Assert.Null(Ask("""{"find":"expectation","contains":"mills","state":"open","at":"2019-12-31"}""", told).Value);
        Assert.Equal(2, new Watch(With(told)).All(Day("2019-12-31")).Count);
    }

    [Fact]
    public void The_state_can_be_asked_for_and_asked_by()
    {
        var view = With(Closed, Traded);
        Assert.Equal("fulfilled", Said(Ask(view, """{"find":"expectation","actors":"MAG","ask":"state","at":"2022-01-01"}""").Value));
        Assert.Equal("Ada Quillon", Said(Ask(view, """{"find":"expectation","state":"triggered","ask":"by","at":"2021-04-01"}""").Value));
        Assert.Null(Ask(view, """{"find":"expectation","state":"lapsed","at":"2022-01-01"}""").Value);
    }

    private static WatchedExpectation Tolls(SystemView view, string day) => new Watch(view).Look(view.Expectations[0], Day(day));

    [Theory]
    [InlineData("BRE", "CAR", ExpectationState.Fulfilled)]
    [InlineData("BRE", "DOR", ExpectationState.Open)]
    public void A_mutual_act_is_met_only_by_one_in_which_all_take_part(string a, string b, ExpectationState state)
    {
        Expectation joint = Telling.Expectation("a joint work of Brellia and Carmund") with { ThenAct = new WatchedAct { Type = EventType.Cooperate, Actors = ["BRE", "CAR"] } };
        SystemView view = With(joint.By("Harbour Post", "2020-01-01"), Telling.Event(EventType.Cooperate, [a, b], [], "2021-05-01", "r2", "e2").By("Mill Wheel", "2021-05-02"));
        Assert.Equal(state, new Watch(view).Look(view.Expectations.Single(e => e.Fact.Id == "x1"), null).State);
    }

    [Fact]
    public void One_party_alone_does_not_make_an_act_of_two_to_watch_for()
    {
        Expectation vague = Telling.Expectation("work with Brellia") with { ThenAct = new WatchedAct { Type = EventType.Cooperate, Actors = ["BRE"] } };
        SystemView view = With(vague.By("Harbour Post", "2020-01-01"), Telling.Event(EventType.Cooperate, ["BRE", "DOR"], [], "2021-05-01", "r2", "e2").By("Mill Wheel", "2021-05-02"));
        Assert.Equal(ExpectationState.Open, new Watch(view).Look(view.Expectations.Single(e => e.Fact.Id == "x1"), null).State);
    }
}
