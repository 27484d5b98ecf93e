using Annalist.Model;
using Annalist.Worlds;
using static Annalist.Tests.Worlds.TinyWorld;

namespace Annalist.Tests.Worlds;

public sealed class CommitmentQuestionTests
{
    [Theory]
    [InlineData("2016-02-09", "unknown")]
    [InlineData("2016-02-10", "pledged")]
    [InlineData("2017-03-01", "signed")]
    [InlineData("2019-04-30", "signed")]
    [InlineData("2019-05-01", "under_way")]
    public void The_stage_is_that_of_the_day(string day, string stage) => Assert.Equal(stage, Said(Ask($$"""{"find":"commitment","by":"MAG","ask":"stage","at":"{{day}}"}""").Value));

    [Theory]
    [InlineData("""{"find":"commitment","by":["MAG"],"toward":"TRIO","act":"AID","amount":5000000,"unit":"USD"}""", "yes")]
    [InlineData("""{"find":"commitment","by":"MAG","toward":"AVO"}""", "yes")]
    [InlineData("""{"find":"commitment","by":"MAG","toward":"DOR"}""", "unknown")]
    [InlineData("""{"find":"commitment","by":"MAG","amount":6000000}""", "unknown")]
    [InlineData("""{"find":"commitment","by":"TRIO","matter":"grain"}""", "unknown")]
    [InlineData("""{"find":"commitment","by":"DOR","matter":"grain"}""", "unknown")]
    [InlineData("""{"find":"commitment","stage":"signed","contains":"River Lune"}""", "yes")]
    [InlineData("""{"find":"commitment","stage":"signed","contains":"River Lune","at":"2016-12-31"}""", "unknown")]
    [InlineData("""{"find":"commitment","stage":"delivered"}""", "unknown")]
    [InlineData("""{"find":"commitment","contains_all":["northern","deliver"]}""", "yes")]
    [InlineData("""{"find":"commitment","contains_all":["northern","bridge"]}""", "unknown")]
    [InlineData("""{"find":"commitment","due":"2020-12-31"}""", "yes")]
    [InlineData("""{"find":"commitment","instrument":"the Bridge Letter"}""", "yes")]
    [InlineData("""{"find":"commitment","ask":"due","matter":"bridge"}""", "2020-12-31")]
    [InlineData("""{"find":"commitment","ask":"toward","matter":"grain"}""", "DOR")]
    [InlineData("""{"find":"commitment","ask":"by","act":"COOPERATE"}""", "BRE")]
    [InlineData("""{"find":"commitment","ask":"amount","by":"MAG"}""", "5000000")]
    [InlineData("""{"find":"commitment","ask":"instrument","by":"MAG"}""", "Bridge Letter")]
    public void Promises_are_found_by_who_what_and_how_much(string question, string answer) => Assert.Equal(answer, Said(Ask(question).Value));

    [Fact]
    public void A_telling_of_the_same_promise_moves_its_stage_and_keeps_its_receipt()
    {
        ToldFinding told = Bridge(CommitmentStage.Delivered).By("Harbour Post", "2020-10-01");
        var view = With(told);
        Assert.Equal("under_way", Said(Ask(view, """{"find":"commitment","by":"MAG","ask":"stage","at":"2020-09-30"}""").Value));
        Assert.Equal("delivered", Said(Ask(view, """{"find":"commitment","by":"MAG","ask":"stage","at":"2020-10-01"}""").Value));
        Held<WorldCommitment> bridge = view.Commitments[0];
        Assert.Equal("Harbour Post", Assert.Single(bridge.Others).Outlet);
        Assert.Equal("c1", bridge.Fact.Moves[^1].Receipt.Finding);
        Assert.Equal(2, view.Commitments.Count);
    }

    [Fact]
    public void An_old_stage_told_again_later_does_not_set_the_promise_back()
    {
        var view = With(Bridge(CommitmentStage.Pledged).By("Harbour Post", "2020-01-01"));
        Assert.Equal("under_way", Said(Ask(view, """{"find":"commitment","by":"MAG","ask":"stage","at":"2020-06-01"}""").Value));
        Assert.Equal("Harbour Post", Assert.Single(view.Commitments[0].Others).Outlet);
    }

    [Fact]
    public void A_promise_told_as_broken_is_broken_whatever_its_stage_was() =>
        Assert.Equal("broken", Said(Ask("""{"find":"commitment","by":"MAG","ask":"stage","at":"2020-06-01"}""", Bridge(CommitmentStage.Broken).By("Harbour Post", "2020-01-01")).Value));

    [Fact]
    public void Another_amount_is_another_promise()
    {
        var view = With((Bridge(CommitmentStage.Pledged) with { Amount = 9_000_000 }).By("Harbour Post", "2017-01-01"));
        Assert.Equal(3, view.Commitments.Count);
        Assert.Equal(Standing.Told, view.Commitments[^1].Standing);
    }

    [Fact]
    public void Another_promiser_is_another_promise() =>
        Assert.Equal(3, With((Bridge(CommitmentStage.Pledged) with { By = ["DOR"] }).By("Harbour Post", "2017-01-01")).Commitments.Count);

    [Fact]
    public void A_promise_told_by_two_outlets_is_one_and_corroborated()
    {
        Commitment c = Telling.Commitment(["DOR"], CommitmentStage.Floated, "a lighthouse on the eastern cape");
        var view = With(c.By("Harbour Post", "2017-01-01"), (c with { Id = "c2", Report = "r2", Stage = CommitmentStage.Pledged }).By("Mill Wheel", "2017-06-01"));
        Held<WorldCommitment> one = Assert.Single(view.Commitments, h => h.Fact.By.Contains("DOR"));
        Assert.Equal(Standing.Corroborated, one.Standing);
        Assert.Equal([CommitmentStage.Floated, CommitmentStage.Pledged], one.Fact.Moves.Select(m => m.Stage));
    }

    [Fact]
    public void A_rejected_telling_moves_no_stage()
    {
        var view = With(Bridge(CommitmentStage.Delivered).By("Harbour Post", "2020-10-01", Verdict.Rejected));
        Assert.Equal("under_way", Said(Ask(view, """{"find":"commitment","by":"MAG","ask":"stage"}""").Value));
        Assert.Equal("bridge", ((WorldCommitment)Assert.Single(Ask(view, """{"find":"commitment","by":"MAG"}""").Lines).Fact).Id);
    }

    [Fact]
    public void An_accepted_telling_makes_the_promise_accepted() =>
        Assert.Equal(Standing.Accepted, Ask("""{"find":"commitment","by":"MAG"}""", Bridge(CommitmentStage.Funded).By("Harbour Post", "2018-10-01", Verdict.Accepted)).Standing);

    private static Commitment Bridge(CommitmentStage stage) => Telling.Commitment(["MAG"], stage, "the bridge over the Lune") with { Toward = ["TRIO"], Amount = 5_000_000, Unit = "USD", Act = EventType.Aid };
}
