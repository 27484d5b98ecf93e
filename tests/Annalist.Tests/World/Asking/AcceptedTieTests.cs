using Annalist.Model;
using Annalist.Worlds;
using static Annalist.Tests.Worlds.TinyWorld;

namespace Annalist.Tests.Worlds;

/// <summary>What a person accepted lies over the packs and destroys nothing.</summary>
public sealed class AcceptedTieTests
{
    private static readonly Tie Left = Telling.Tie("AVO", Relation.MemberOf, "PACT") with { Polarity = -1, From = Day("2019-01-01") };

    [Theory]
    [InlineData("2018-12-31", "AVO BRE MAG")]
    [InlineData("2019-01-01", "BRE MAG")]
    [InlineData("2021-01-01", "BRE MAG")]
    public void A_membership_accepted_to_be_over_holds_until_that_day(string day, string members) =>
        Assert.Equal(members, Members(day, Left.By("Harbour Post", "2019-02-01", Verdict.Accepted)));

    [Fact]
    public void Only_told_it_is_contradicted_by_the_pack() => Assert.Equal("AVO BRE MAG", Members("2021-01-01", Left.By("Harbour Post", "2019-02-01")));

    [Fact]
    public void An_end_without_a_day_counts_from_its_telling()
    {
        ToldFinding over = (Left with { Polarity = 1, Phase = Phase.Ended, From = null }).By("Harbour Post", "2019-02-01", Verdict.Accepted);
        Assert.Equal("AVO BRE MAG", Members("2019-01-31", over));
        Assert.Equal("BRE MAG", Members("2019-02-01", over));
        ToldFinding dated = (Left with { Polarity = 1, Phase = Phase.Ended, From = null, To = Day("2017-06-30") }).By("Harbour Post", "2019-02-01", Verdict.Accepted);
        Assert.Equal("AVO BRE MAG", Members("2017-06-30", dated));
        Assert.Equal("BRE MAG", Members("2017-07-01", dated));
    }

    [Fact]
    public void A_rule_binds_members_no_longer_once_they_are_accepted_to_have_left()
    {
        SystemView view = With(Left.By("Harbour Post", "2019-02-01", Verdict.Accepted));
        MayQuestion q = new() { Bearer = "AVO", Act = "hosts_forces_of", Toward = "DOR", Matter = "placement of forces", At = Day("2018-06-01") };
        Assert.Equal(Permission.OnlyWithConsent, new Questions(view).May(q).Answer);
        Assert.NotEqual(Permission.OnlyWithConsent, new Questions(view).May(q with { At = Day("2020-06-01") }).Answer);
    }

    [Fact]
    public void The_pack_s_tie_stays_with_a_word_on_what_lies_over_it()
    {
        ToldFinding told = Left.By("Harbour Post", "2019-02-01", Verdict.Accepted);
        SystemView view = With(told);
        Held<WorldTie> tie = Assert.Single(view.Ties, t => t.Receipt.Layer == Layer.Pack && t.Fact is { Subject: "AVO", Object: "PACT" });
        Assert.Equal(Standing.Corroborated, tie.Standing);
        Assert.Contains("2019-01-01", tie.Against, StringComparison.Ordinal);
        Assert.Contains(told.Finding.Id, tie.Against, StringComparison.Ordinal);
        Assert.Null(Assert.Single(TinyWorld.World.Facts.Ties, t => t.Fact is { Subject: "AVO", Object: "PACT" }).Against);
    }

    [Fact]
    public void A_partnership_is_over_from_either_side_and_other_ties_are_untouched()
    {
        ToldFinding over = (Telling.Tie("DOR", Relation.PartnerOf, "AVO") with { Polarity = -1, From = Day("2019-01-01") }).By("Harbour Post", "2019-02-01", Verdict.Accepted);
        SystemView view = With(over);
        Assert.NotNull(Assert.Single(view.Ties, t => t.Receipt.Layer == Layer.Pack && t.Fact.Relation == Relation.PartnerOf).Against);
        Assert.Single(view.Ties, t => t.Receipt.Layer == Layer.Pack && t.Against is not null);
    }

    [Fact]
    public void A_denial_for_a_time_bounds_nothing() => Assert.Equal("AVO BRE MAG", Members("2021-01-01", (Left with { To = Day("2019-12-31") }).By("Harbour Post", "2019-02-01", Verdict.Accepted)));

    private static string Members(string day, ToldFinding told) =>
        string.Join(' ', ((IEnumerable<string>)Ask($$"""{"find":"tie","relation":"member_of","object":"PACT","ask":"subject","at":"{{day}}"}""", told).Value!).Order(StringComparer.Ordinal));
}
