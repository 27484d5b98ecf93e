using Annalist.Model;
using Annalist.Worlds;
using static Annalist.Tests.Worlds.TinyWorld;

namespace Annalist.Tests.Worlds;

public sealed class MayTests
{
    [Theory]
    [InlineData("AVO", "ZZZ", "2019-01-01", Permission.OnlyWithConsent)]
    [InlineData("AVO", "DOR", "2019-01-01", Permission.OnlyWithConsent)]
    [InlineData("BRE", "DOR", "2019-01-01", Permission.OnlyWithConsent)]
    [InlineData("CAR", "DOR", "2011-01-01", Permission.No)]
    [InlineData("CAR", "DOR", "2004-12-31", Permission.OnlyWithConsent)]
    [InlineData("AVO", "DOR", "1999-12-31", Permission.Yes)]
    public void The_rules_of_the_day_say_who_may_host_forces(string host, string forces, string day, Permission answer) => Assert.Equal(answer, May(host, "hosts_forces_of", forces, day).Answer);

    [Fact]
    public void A_rule_on_outsiders_is_not_about_a_member()
    {
        Ruling ruling = May("BRE", "hosts_forces_of", "AVO", "2019-01-01");
        Assert.Equal(Permission.Yes, ruling.Answer);
        Assert.Contains(ruling.Rules, r => !r.Applies && r.Rule.Fact.Id == "pact-consent" && r.Why.Contains("others than those of PACT", StringComparison.Ordinal));
    }

    [Fact]
    public void A_consent_rule_does_not_bind_a_state_outside_the_bloc()
    {
        Ruling ruling = May("DOR", "hosts_forces_of", "MAG", "2019-01-01");
        Assert.DoesNotContain(ruling.Rules, r => r.Applies);
        Assert.NotEqual(Permission.OnlyWithConsent, ruling.Answer);
    }

    [Fact]
    public void One_who_has_left_the_bloc_is_bound_up_to_that_day()
    {
        Assert.Equal(Permission.OnlyWithConsent, May("CAR", "hosts_forces_of", "DOR", "2002-06-30").Answer);
        AppliedRule after = Assert.Single(May("CAR", "hosts_forces_of", "DOR", "2012-07-01").Rules, r => r.Rule.Fact.Id == "pact-consent");
        Assert.False(after.Applies);
        Assert.Contains("does not belong to PACT on 2012-07-01", after.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Consent_names_whose_and_shows_the_membership_by_which_the_rule_binds()
    {
        Ruling ruling = May("AVO", "hosts_forces_of", "DOR", "2019-01-01");
        Assert.Equal("PACT", ruling.ConsentOf);
        Assert.Null(ruling.Unless);
        AppliedRule rule = Assert.Single(ruling.Rules, r => r.Applies);
        Assert.Equal(["AVO member_of PACT"], rule.Ties.Select(t => $"{t.Fact.Subject} {Codes.Of(t.Fact.Relation)} {t.Fact.Object}"));
        Assert.StartsWith("Pact Charter: AVO may host forces of", ruling.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_law_without_exception_wins_over_a_rule_of_consent()
    {
        Ruling ruling = May("CAR", "hosts_forces_of", "DOR", "2011-01-01");
        Assert.Equal(Permission.No, ruling.Answer);
        Assert.Contains("Basic Law", ruling.Reason, StringComparison.Ordinal);
        Assert.Null(ruling.Unless);
    }

    [Fact]
    public void A_prohibition_with_an_exception_forbids_and_says_what_lifts_it()
    {
        Ruling ruling = May("CAR", "COOPERATE", "MAG", "2019-01-01", q => q with { Matter = "an arms deal" });
        Assert.Equal(Permission.No, ruling.Answer);
        Assert.Equal("humanitarian relief", ruling.Unless);
    }

    [Fact]
    public void A_purpose_that_the_exception_names_lifts_the_prohibition()
    {
        Ruling ruling = May("CAR", "COOPERATE", "MAG", "2019-01-01", q => q with { Matter = "an arms deal", Purpose = "relief" });
        Assert.Equal(Permission.Yes, ruling.Answer);
        Assert.Contains("leaves this purpose out", ruling.Rules[0].Why, StringComparison.Ordinal);
        Assert.Equal(Permission.No, May("CAR", "COOPERATE", "MAG", "2019-01-01", q => q with { Matter = "an arms deal", Purpose = "parades" }).Answer);
    }

    [Fact]
    public void A_rule_on_one_matter_says_nothing_of_another()
    {
        Ruling ruling = May("CAR", "COOPERATE", "MAG", "2019-01-01", q => q with { Matter = "fish" });
        Assert.Equal(Permission.Yes, ruling.Answer);
        Assert.Contains(ruling.Rules, r => !r.Applies && r.Why.Contains("another matter: arms deals", StringComparison.Ordinal));
    }

    [Fact]
    public void A_rule_of_an_organisation_does_not_bind_its_observers() =>
        Assert.DoesNotContain(May("DOR", "COOPERATE", "MAG", "2019-01-01", q => q with { Matter = "an arms deal" }).Rules, r => r.Applies);

    [Fact]
    public void A_treaty_binds_the_members_of_a_group_that_is_party_to_it()
    {
        AppliedRule rule = Assert.Single(May("BRE", "hosts_forces_of", "MAG", "2019-01-01").Rules, r => r.Applies);
        Assert.Equal("calm-bases", rule.Rule.Fact.Id);
        Assert.Equal(["TRIO", "CALM"], rule.Ties.Select(t => t.Fact.Object));
    }

    [Fact]
    public void A_group_is_bound_when_all_its_members_are()
    {
        Assert.Contains(May("TRIO", "hosts_forces_of", "DOR", "2011-01-01").Rules, r => r.Applies && r.Rule.Fact.Id == "pact-consent");
        Assert.DoesNotContain(May("TRIO", "hosts_forces_of", "DOR", "2019-01-01").Rules, r => r.Applies && r.Rule.Fact.Id == "pact-consent");
    }

    [Fact]
    public void Nothing_known_of_an_act_is_unknown()
    {
        Assert.Equal(Permission.Unknown, May("AVO", "ASSAULT", "DOR", "2019-01-01").Answer);
        Ruling stranger = May("NOBODY", "SANCTION", null, "2019-01-01");
        Assert.Equal((Permission.Unknown, "no pack knows NOBODY"), (stranger.Answer, stranger.Reason));
    }

    [Fact]
    public void What_has_been_done_before_may_be_done_where_no_rule_was_found()
    {
        Ruling ruling = May("AVO", "partner_of", "DOR", "2019-01-01");
        Assert.Equal(Permission.Yes, ruling.Answer);
        Assert.Equal("DOR", Assert.Single(ruling.Precedents).Fact.Object);
        Assert.Equal(Permission.Unknown, May("AVO", "partner_of", "DOR", "2002-12-31").Answer);
    }

    [Theory]
    [InlineData("1979-12-31", false, "was not yet in force")]
    [InlineData("1985-01-01", true, "must not cut relations with")]
    [InlineData("1991-01-01", false, "was no longer in force")]
    public void A_rule_bites_only_in_its_time(string day, bool bites, string why)
    {
        AppliedRule rule = Assert.Single(May("AVO", "SANCTION", "DOR", day).Rules);
        Assert.Equal(bites, rule.Applies);
        Assert.Contains(why, rule.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_day_only_rules_without_an_end_bite() => Assert.DoesNotContain(May("AVO", "SANCTION", "DOR", null).Rules, r => r.Applies);

    [Fact]
    public void A_duty_and_a_ban_on_the_same_act_leave_it_unknown_and_are_shown()
    {
        Ruling ruling = May("BRE", "COOPERATE", "DOR", "2019-01-01");
        Assert.Equal(Permission.Unknown, ruling.Answer);
        Assert.Equal(["Border Act forbids what Grain Accord demands"], ruling.Clashes);
        Assert.Equal(Permission.Yes, May("BRE", "COOPERATE", "DOR", "2009-01-01").Answer);
    }

    [Fact]
    public void An_institution_is_bound_by_a_rule_for_those_of_its_area()
    {
        Ruling ruling = May("GUILD", "CONSULT", "MAG", "2019-01-01");
        Assert.Equal(Permission.Yes, ruling.Answer);
        Assert.Equal(["the books are open"], ruling.Conditions);
        Assert.Equal(Permission.Unknown, May("PACT", "CONSULT", "MAG", "2019-01-01").Answer);
    }

    [Fact]
    public void A_rule_for_outsiders_binds_who_does_not_belong()
    {
        Assert.Equal(Permission.No, May("BRE", "supplies_to", "GUILD", "2019-01-01").Answer);
        Ruling member = May("CAR", "supplies_to", "GUILD", "2019-01-01");
        Assert.DoesNotContain(member.Rules, r => r.Applies);
        Assert.DoesNotContain(member.Rules, r => r.Why.Contains('!', StringComparison.Ordinal));
    }

    [Fact]
    public void A_suspended_member_still_belongs_and_a_proposed_one_does_not_yet()
    {
        Assert.NotEqual(Permission.No, May("CAR", "supplies_to", "GUILD", "2019-01-01").Answer);
        Assert.Equal(Permission.No, May("DOR", "supplies_to", "GUILD", "2019-01-01").Answer);
        Assert.Equal(Permission.No, May("AVO", "supplies_to", "GUILD", "2019-01-01").Answer);
    }

    [Fact]
    public void Who_takes_help_is_under_the_rule_on_who_gives_it()
    {
        Ruling ruling = May("AVO", "AID", "MAG", "2019-01-01", q => q with { AsRecipient = true });
        Assert.Equal((Permission.OnlyWithConsent, "TRIO"), (ruling.Answer, ruling.ConsentOf));
        Assert.NotEqual(Permission.OnlyWithConsent, May("DOR", "AID", "MAG", "2019-01-01", q => q with { AsRecipient = true }).Answer);
        Assert.Equal("only_with_consent", Ask("""{"find":"rule","ask":"may","bearer":"AVO","act":"accept-aid","toward":"MAG","at":"2019-01-01"}""").Value);
    }

    [Fact]
    public void A_membership_supposed_to_be_over_frees_from_the_rule()
    {
        Answer answer = Ask("""{"find":"rule","ask":"may","bearer":"AVO","act":"hosts_forces_of","toward":"DOR","at":"2019-01-01","if":"AVO member_of PACT ended"}""");
        Assert.Equal("yes", answer.Value);
        Assert.StartsWith("Supposed that AVO member_of PACT ended:", answer.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_membership_supposed_to_hold_binds() =>
        Assert.Equal("only_with_consent", Ask("""{"find":"rule","ask":"may","bearer":"DOR","act":"hosts_forces_of","toward":"CAR","at":"2019-01-01","if":"DOR member_of PACT"}""").Value);

    [Fact]
    public void A_supposed_membership_of_a_group_brings_what_the_group_is_party_to()
    {
        Assert.Equal("no", Ask("""{"find":"rule","ask":"may","bearer":"BRE","act":"hosts_forces_of","toward":"MAG","at":"2019-01-01"}""").Value);
        Assert.Equal("yes", Ask("""{"find":"rule","ask":"may","bearer":"BRE","act":"hosts_forces_of","toward":"MAG","at":"2019-01-01","if":"BRE member_of TRIO ended"}""").Value);
        Assert.Equal("no", Ask("""{"find":"rule","ask":"may","bearer":"DOR","act":"hosts_forces_of","toward":"MAG","at":"2019-01-01","if":"DOR member_of TRIO"}""").Value);
    }

    [Fact]
    public void A_supposed_tie_of_another_kind_makes_nobody_a_member() =>
        Assert.NotEqual("only_with_consent", Ask("""{"find":"rule","ask":"may","bearer":"DOR","act":"hosts_forces_of","toward":"CAR","at":"2019-01-01","if":"DOR partner_of PACT"}""").Value);

    [Fact]
    public void Who_consents_and_who_objects_is_shown_from_their_day_on()
    {
        Ruling ruling = May("AVO", "hosts_forces_of", "DOR", "2019-01-01");
        Assert.Equal(["MAG Objects", "BRE Consents"], ruling.Positions.Select(p => $"{p.Fact.Actor} {p.Fact.Stand}"));
        Assert.Empty(May("AVO", "hosts_forces_of", "DOR", "2013-01-01").Positions);
    }

    [Fact]
    public void A_doctrine_forbids_and_a_tie_told_against_it_is_shown()
    {
        Assert.Equal("no", Ask("""{"find":"rule","ask":"may","bearer":"DOR","act":"ally","toward":"MAG","at":"2019-01-01"}""").Value);
        ToldFinding told = Telling.Tie("DOR", Relation.AllyOf, "MAG").By("Harbour Post", "2018-01-01");
        Ruling ruling = new Questions(With(told)).May(new MayQuestion { Bearer = "DOR", Act = "ally_of", Toward = "MAG", At = Day("2019-01-01") });
        Assert.Equal(Permission.No, ruling.Answer);
        Assert.Equal(["Even Keel forbids what Harbour Post tells: DOR ally_of MAG"], ruling.Clashes);
    }

    [Fact]
    public void A_clash_names_both_sides_in_the_order_in_which_the_tie_was_told()
    {
        ToldFinding told = Telling.Tie("MAG", Relation.AllyOf, "DOR").By("Harbour Post", "2018-01-01");
        Assert.Equal(["Even Keel forbids what Harbour Post tells: MAG ally_of DOR"], new Questions(With(told)).May(new MayQuestion { Bearer = "DOR", Act = "ally_of", At = Day("2019-01-01") }).Clashes);
    }

    [Fact]
    public void A_told_prohibition_counts_until_a_person_rejects_it()
    {
        Rule rule = Telling.Rule(["AVO"], RuleForce.MustNot, "THREATEN") with { Condition = null, Instrument = "Quiet Act" };
        MayQuestion q = new() { Bearer = "AVO", Act = "THREATEN", Toward = "DOR", At = Day("2019-01-01") };
        Assert.Equal(Permission.No, new Questions(With(rule.By("Harbour Post", "2018-01-01"))).May(q).Answer);
        Assert.Equal(Permission.Unknown, new Questions(With(rule.By("Harbour Post", "2018-01-01", Verdict.Rejected))).May(q).Answer);
        Assert.Equal(Permission.Yes, new Questions(With(rule.By("Harbour Post", "2020-01-01"))).May(q).Answer);
    }

    [Fact]
    public void Which_rules_there_are_is_answered_with_their_lines()
    {
        Answer answer = Ask("""{"find":"rule","bearer":"AVO","act":"hosts_forces_of","at":"2019-01-01"}""");
        Assert.Equal(true, answer.Value);
        Assert.Equal(["pact-consent", "calm-bases"], answer.Lines.Select(l => ((WorldRule)l.Fact).Id));
        Assert.Equal(["rules.tsv:2", "rules.tsv:4"], answer.Lines.Select(l => l.Receipt.Line));
        Assert.Null(Ask("""{"find":"rule","bearer":"AVO","act":"ASSAULT"}""").Value);
        Assert.Equal(true, Ask("""{"find":"rule","act":"supply","force":"must_not","instrument":"Millers Rule"}""").Value);
    }

    [Fact]
    public void A_told_rule_that_the_pack_has_is_corroborated_and_speaks_through_the_packs()
    {
        Rule rule = Telling.Rule(["PACT"], RuleForce.May, "hosts_forces_of") with { ConsentOf = "PACT" };
        var view = With(rule.By("Harbour Post", "2018-01-01"));
        Assert.Equal(Standing.Corroborated, view.Rules[^1].Standing);
        Assert.Equal(["pact-consent"], new Questions(view).May(new MayQuestion { Bearer = "AVO", Act = "hosts_forces_of", Toward = "DOR", At = Day("2019-01-01") }).Rules.Where(r => r.Applies).Select(r => r.Rule.Fact.Id));
    }

    [Fact]
    public void Acts_read_in_reports_are_shown_beside_the_ruling()
    {
        ToldFinding told = Telling.Event(EventType.Threaten, ["AVO"], ["DOR"], "2017-05-01").By("Harbour Post", "2017-05-02");
        Ruling ruling = new Questions(With(told)).May(new MayQuestion { Bearer = "AVO", Act = "THREATEN", Toward = "DOR", At = Day("2019-01-01") });
        Assert.Equal(Permission.Yes, ruling.Answer);
        Assert.Equal("e1", Assert.Single(ruling.Acts).Fact.Id);
    }

    private static Ruling May(string bearer, string act, string? toward, string? day, Func<MayQuestion, MayQuestion>? more = null)
    {
        var q = new MayQuestion { Bearer = bearer, Act = act, Toward = toward, At = day is null ? null : Day(day) };
        return new Questions(Packs).May(more is null ? q : more(q));
    }
}
