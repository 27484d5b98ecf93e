using Annalist.Model;
using Annalist.Worlds;
using static Annalist.Tests.Worlds.TinyWorld;

namespace Annalist.Tests.Worlds;

/// <summary>Told is not so: how ties that reports tell stand beside the packs and beside each other.</summary>
public sealed class ToldTieTests
{
    private const string Pact = """{"find":"tie","subject":"DOR","relation":"member_of","object":"PACT","at":"2019-01-01"}""";
    private const string League = """{"find":"tie","subject":"BRE","relation":"member_of","object":"LEAGUE","at":"2019-01-01"}""";

    [Fact]
    public void A_telling_that_the_pack_has_is_corroborated_and_stands_beside_it()
    {
        var view = With(Telling.Tie("AVO", Relation.MemberOf, "PACT").By("Harbour Post", "2018-01-01"));
        Assert.Equal(Standing.Corroborated, view.Ties[^1].Standing);
        Held<WorldTie> own = view.Ties.Single(t => t.Receipt.Layer == Layer.Pack && t.Fact is { Subject: "AVO", Object: "PACT" });
        Assert.Equal("Harbour Post", Assert.Single(own.Others).Outlet);
    }

    [Fact]
    public void A_telling_against_the_pack_is_contradicted_and_told_beside_the_answer()
    {
        Answer answer = Ask("""{"find":"tie","subject":"CAR","relation":"member_of","object":"PACT","at":"2019-01-01"}""", Telling.Tie("CAR", Relation.MemberOf, "PACT").By("Harbour Post", "2018-01-01"));
        Assert.Equal(false, answer.Value);
        Assert.Equal(true, answer.Told);
        Assert.Equal(Standing.Contradicted, answer.Standing);
        Assert.Contains("told otherwise, which the pack tiny has it (1995-03-01 to 2012-06-30): ties.tsv:9", answer.Reason, StringComparison.Ordinal);
        Assert.Contains(answer.Lines, l => l.Role == "told" && l.Receipt.Finding == "t1");
    }

    [Fact]
    public void A_telling_that_a_complete_list_does_not_have_is_contradicted()
    {
        Answer answer = Ask(Pact, Telling.Tie("DOR", Relation.MemberOf, "PACT").By("Harbour Post", "2018-01-01"));
        Assert.Equal((false, true), (answer.Value, answer.Told));
        Assert.Contains("lists all member_of of PACT", answer.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_denial_that_a_complete_list_bears_out_is_corroborated() =>
        Assert.Equal(Standing.Corroborated, With((Telling.Tie("DOR", Relation.MemberOf, "PACT") with { Polarity = -1 }).By("Harbour Post", "2018-01-01")).Ties[^1].Standing);

    [Fact]
    public void A_denial_of_what_the_pack_has_is_contradicted()
    {
        var view = With((Telling.Tie("AVO", Relation.MemberOf, "PACT") with { Polarity = -1 }).By("Harbour Post", "2018-01-01"));
        Assert.Equal(Standing.Contradicted, view.Ties[^1].Standing);
        Assert.Equal(true, Ask(view, """{"find":"tie","subject":"AVO","relation":"member_of","object":"PACT","at":"2019-01-01"}""").Value);
    }

    [Fact]
    public void An_end_told_of_what_the_pack_lists_as_open_is_contradicted_by_that_line()
    {
        Held<WorldTie> told = With((Telling.Tie("AVO", Relation.MemberOf, "PACT") with { Phase = Phase.Ended }).By("Harbour Post", "2018-01-01")).Ties[^1];
        Assert.Equal(Standing.Contradicted, told.Standing);
        Assert.Equal("the pack tiny has it (1995-03-01 to open): ties.tsv:6", told.Against);
    }

    [Fact]
    public void An_end_told_of_what_has_ended_is_corroborated() =>
        Assert.Equal(Standing.Corroborated, With((Telling.Tie("CAR", Relation.MemberOf, "PACT") with { Phase = Phase.Ended }).By("Harbour Post", "2018-01-01")).Ties[^1].Standing);

    [Fact]
    public void What_no_pack_knows_is_added_as_told_from_the_day_of_telling_on()
    {
        ToldFinding told = Telling.Tie("BRE", Relation.MemberOf, "LEAGUE").By("Harbour Post", "2018-01-01");
        Answer answer = Ask(League, told);
        Assert.Equal((true, Standing.Told), (answer.Value, answer.Standing));
        Assert.Null(Ask(League).Value);
        Assert.Null(Ask("""{"find":"tie","subject":"BRE","relation":"member_of","object":"LEAGUE","at":"2017-12-31"}""", told).Value);
    }

    [Fact]
    public void A_second_teller_corroborates_and_the_same_one_does_not()
    {
        Tie tie = Telling.Tie("BRE", Relation.MemberOf, "LEAGUE");
        Assert.Equal(Standing.Corroborated, Ask(League, tie.By("Harbour Post", "2018-01-01"), (tie with { Id = "t2", Report = "r2" }).By("Mill Wheel", "2018-02-01")).Standing);
        Assert.Equal(Standing.Told, Ask(League, tie.By("Harbour Post", "2018-01-01"), (tie with { Id = "t2", Report = "r2" }).By("Harbour Post", "2018-02-01")).Standing);
    }

    [Fact]
    public void Two_tellers_who_say_opposite_things_contradict_each_other()
    {
        Tie tie = Telling.Tie("BRE", Relation.MemberOf, "LEAGUE");
        var view = With(tie.By("Harbour Post", "2018-01-01"), (tie with { Id = "t2", Report = "r2", Polarity = -1 }).By("Mill Wheel", "2018-01-02"));
        Assert.All(view.Ties.Where(t => t.Receipt.Layer == Layer.Read), t => Assert.Equal((Standing.Contradicted, "another teller says otherwise"), (t.Standing, t.Against)));
        Assert.Null(Ask(view, League).Value);
    }

    [Fact]
    public void What_a_person_accepts_stands_against_the_pack()
    {
        Answer answer = Ask(Pact, Telling.Tie("DOR", Relation.MemberOf, "PACT").By("Harbour Post", "2018-01-01", Verdict.Accepted));
        Assert.Equal((true, Standing.Accepted), (answer.Value, answer.Standing));
    }

    [Fact]
    public void What_a_person_rejects_is_in_no_answer_and_corroborates_nobody()
    {
        Tie tie = Telling.Tie("BRE", Relation.MemberOf, "LEAGUE");
        ToldFinding rejected = tie.By("Harbour Post", "2018-01-01", Verdict.Rejected);
        Answer answer = Ask(League, rejected);
        Assert.Null(answer.Value);
        Assert.Null(answer.Told);
        Assert.Empty(answer.Lines);
        Assert.Equal(Standing.Told, Ask(League, rejected, (tie with { Id = "t2", Report = "r2" }).By("Mill Wheel", "2018-02-01")).Standing);
    }

    [Fact]
    public void A_telling_of_a_member_is_borne_out_by_what_the_pack_has_of_the_group() =>
        Assert.Equal(Standing.Corroborated, With(Telling.Tie("BRE", Relation.ParticipantIn, "TRIO+1").By("Harbour Post", "2018-01-01")).Ties[^1].Standing);

    [Fact]
    public void A_telling_of_a_group_is_borne_out_by_what_the_pack_has_of_all_its_members()
    {
        Assert.Equal(Standing.Corroborated, With(Telling.Tie("TRIO", Relation.MemberOf, "PACT").By("Harbour Post", "2011-01-01")).Ties[^1].Standing);
        Assert.NotEqual(Standing.Corroborated, With(Telling.Tie("TRIO", Relation.MemberOf, "PACT").By("Harbour Post", "2015-01-01")).Ties[^1].Standing);
    }

    [Fact]
    public void A_tie_that_goes_both_ways_is_borne_out_from_either_side() =>
        Assert.Equal(Standing.Corroborated, With(Telling.Tie("DOR", Relation.PartnerOf, "AVO").By("Harbour Post", "2018-01-01")).Ties[^1].Standing);

    [Fact]
    public void What_is_told_of_another_place_is_not_borne_out()
    {
        Assert.Equal(Standing.Corroborated, With((Telling.Tie("AVO", Relation.HostsForcesOf, "MAG") with { Place = "Lune" }).By("Harbour Post", "2018-01-01")).Ties[^1].Standing);
        Assert.Equal(Standing.Told, With((Telling.Tie("AVO", Relation.HostsForcesOf, "MAG") with { Place = "Port Amble" }).By("Harbour Post", "2018-01-01")).Ties[^1].Standing);
    }

    [Fact]
    public void What_is_told_as_done_while_the_pack_has_it_as_proposed_is_contradicted() =>
        Assert.Equal("the pack tiny has it as proposed (2019-01-01..2019-12-31 to open): ties.tsv:23", With(Telling.Tie("BRE", Relation.HostsForcesOf, "MAG").By("Harbour Post", "2020-01-01")).Ties[^1].Against);

    [Fact]
    public void Only_what_reports_tell_counts_in_the_scope_of_reports()
    {
        ToldFinding[] told = [Telling.Tie("DOR", Relation.MemberOf, "PACT").By("Harbour Post", "2018-01-01")];
        Assert.Equal(true, Ask("""{"find":"tie","subject":"DOR","relation":"member_of","object":"PACT","at":"2019-01-01","scope":"reports"}""", told).Value);
        Assert.Null(Ask("""{"find":"tie","subject":"AVO","relation":"member_of","object":"PACT","at":"2019-01-01","scope":"reports"}""", told).Value);
    }

    [Fact]
    public void Groups_keep_their_meaning_in_the_scope_of_reports() =>
        Assert.Equal(true, Ask("""{"find":"tie","subject":"BRE","relation":"participant_in","object":"LEAGUE","at":"2019-01-01","scope":"reports"}""", Telling.Tie("TRIO", Relation.ParticipantIn, "LEAGUE").By("Harbour Post", "2018-01-01")).Value);

    [Theory]
    [InlineData("r1", "yes")]
    [InlineData("r2", "unknown")]
    [InlineData("r", "unknown")]
    public void Told_in_asks_the_reports_of_that_label_alone(string label, string answer)
    {
        ToldFinding[] told = [Telling.Tie("BRE", Relation.MemberOf, "LEAGUE", "r1-part").By("Harbour Post", "2018-01-01"), Telling.Tie("AVO", Relation.MemberOf, "LEAGUE", "r2", "t2").By("Harbour Post", "2018-01-01")];
        Assert.Equal(answer, Said(Ask($$"""{"find":"tie","subject":"BRE","relation":"member_of","object":"LEAGUE","at":"2019-01-01","told_in":["{{label}}"]}""", told).Value));
    }

    [Fact]
    public void The_scope_told_takes_contradicted_tellings_into_the_answer()
    {
        ToldFinding told = Telling.Tie("DOR", Relation.MemberOf, "PACT").By("Harbour Post", "2018-01-01");
        const string Who = """{"find":"tie","relation":"member_of","object":"PACT","ask":"subject","at":"2019-01-01"}""";
        Answer plain = Ask(Who, told), taken = Ask(Who.Replace("\"at\"", "\"scope\":\"told\",\"at\"", StringComparison.Ordinal), told);
        Assert.Equal(("AVO BRE MAG", "DOR"), (Said(plain.Value), Said(plain.Told)));
        Assert.Equal("AVO BRE MAG DOR", Said(taken.Value));
    }

    [Fact]
    public void The_packs_day_is_the_answer_and_another_one_told_stands_beside_it()
    {
        ToldFinding told = (Telling.Tie("AVO", Relation.MemberOf, "PACT") with { From = Day("1996-01-01") }).By("Harbour Post", "2018-01-01");
        Answer answer = Ask("""{"find":"tie","subject":"AVO","relation":"member_of","object":"PACT","ask":"from"}""", told);
        Assert.Equal(("1995-03-01", "1996-01-01"), (answer.Value, answer.Told));
    }
}
