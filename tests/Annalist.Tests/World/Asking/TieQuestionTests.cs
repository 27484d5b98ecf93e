using Annalist.Model;
using Annalist.Worlds;
using static Annalist.Tests.Worlds.TinyWorld;

namespace Annalist.Tests.Worlds;

public sealed class TieQuestionTests
{
    [Theory]
    [InlineData("AVO", "PACT", "2005-01-01", "yes")]
    [InlineData("AVO", "PACT", "1995-02-28", "no")]
    [InlineData("CAR", "PACT", "2012-06-30", "yes")]
    [InlineData("CAR", "PACT", "2012-07-01", "no")]
    [InlineData("DOR", "PACT", "2005-01-01", "no")]
    [InlineData("DOR", "LEAGUE", "2005-01-01", "unknown")]
    [InlineData("Avonia", "Rivers Pact", "2005-01-01", "yes")]
    [InlineData("DOR", "PACT", "1994-12-31", "unknown")]
    public void Who_belongs_on_the_day(string subject, string @object, string day, string answer) =>
        Assert.Equal(answer, Said(Ask($$"""{"find":"tie","subject":"{{subject}}","relation":"member_of","object":"{{@object}}","at":"{{day}}"}""").Value));

    [Fact]
    public void A_complete_list_makes_silence_a_no_and_says_so()
    {
        Answer answer = Ask("""{"find":"tie","subject":"CAR","relation":"hosts_forces_of","object":"MAG","at":"2019-01-01"}""");
        Assert.Equal(false, answer.Value);
        Assert.Equal("the pack tiny lists all hosts_forces_of of CAR, and this is not among them", answer.Reason);
        Assert.Null(Ask("""{"find":"tie","subject":"CAR","relation":"hosts_forces_of","object":"MAG","at":"2004-12-31"}""").Value);
        Assert.Null(Ask("""{"find":"tie","subject":"DOR","relation":"hosts_forces_of","object":"MAG","at":"2019-01-01"}""").Value);
    }

    [Fact]
    public void A_list_that_was_complete_once_says_nothing_of_now()
    {
        Assert.Equal(false, Ask("""{"find":"tie","subject":"AVO","relation":"observer_of","object":"GUILD","at":"2005-01-01"}""").Value);
        Assert.Null(Ask("""{"find":"tie","subject":"AVO","relation":"observer_of","object":"GUILD","at":"2015-01-01"}""").Value);
        Assert.Null(Ask("""{"find":"tie","subject":"AVO","relation":"observer_of","object":"GUILD"}""").Value);
    }

    [Fact]
    public void A_group_is_opened_into_its_members_of_the_day()
    {
        Answer answer = Ask("""{"find":"tie","relation":"participant_in","object":"TRIO+1","ask":"subject","at":"2016-01-01"}""");
        Assert.Equal("TRIO MAG", Said(answer.Value));
        Assert.Equal(["AVO", "BRE", "CAR", "MAG"], answer.Members);
        Assert.Equal("AVO BRE CAR DOR", Said(Ask("""{"find":"tie","relation":"member_of","object":"TRIO","ask":"subject","at":"2009-12-31"}""").Value));
        Assert.Equal("AVO BRE CAR", Said(Ask("""{"find":"tie","relation":"member_of","object":"TRIO","ask":"subject","at":"2010-01-01"}""").Value));
    }

    [Fact]
    public void What_a_group_takes_part_in_its_members_do()
    {
        Assert.Equal(true, Ask("""{"find":"tie","subject":"BRE","relation":"participant_in","object":"TRIO+1","at":"2016-01-01"}""").Value);
        Assert.Null(Ask("""{"find":"tie","subject":"DOR","relation":"participant_in","object":"TRIO+1","at":"2016-01-01"}""").Value);
    }

    [Fact]
    public void Of_a_group_a_tie_holds_when_all_its_members_have_it()
    {
        Assert.Equal(true, Ask("""{"find":"tie","subject":"TRIO","relation":"member_of","object":"PACT","at":"2010-06-01"}""").Value);
        Assert.NotEqual(true, Ask("""{"find":"tie","subject":"TRIO","relation":"member_of","object":"PACT","at":"2013-01-01"}""").Value);
    }

    [Fact]
    public void What_is_expressly_denied_is_no_and_yes_for_the_other_polarity()
    {
        Assert.Equal(false, Ask("""{"find":"tie","subject":"DOR","relation":"participant_in","object":"CANAL","at":"2015-01-01"}""").Value);
        Assert.Equal(true, Ask("""{"find":"tie","subject":"DOR","relation":"participant_in","object":"CANAL","polarity":-1,"at":"2015-01-01"}""").Value);
        Assert.Null(Ask("""{"find":"tie","subject":"DOR","relation":"participant_in","object":"CANAL","polarity":-1,"at":"2009-01-01"}""").Value);
        Assert.Equal(false, Ask("""{"find":"tie","subject":"AVO","relation":"member_of","object":"PACT","polarity":-1,"at":"2015-01-01"}""").Value);
        Assert.Equal(true, Ask("""{"find":"tie","subject":"DOR","relation":"member_of","object":"PACT","polarity":-1,"at":"2015-01-01"}""").Value);
    }

    [Theory]
    [InlineData("DOR", "proposed", "2015-01-01", "yes")]
    [InlineData("DOR", "proposed", "2014-04-30", "unknown")]
    [InlineData("DOR", "in_force", "2015-01-01", "no")]
    [InlineData("BRE", "proposed", "2015-01-01", "yes")]
    [InlineData("AVO", "agreed", "2018-01-01", "yes")]
    [InlineData("CAR", "suspended", "2018-01-01", "yes")]
    [InlineData("CAR", "in_force", "2018-01-01", "yes")]
    [InlineData("MAG", "ended", "2018-01-01", "yes")]
    [InlineData("MAG", "in_force", "2005-01-01", "yes")]
    [InlineData("MAG", "in_force", "2018-01-01", "no")]
    public void A_phase_is_asked_for_by_its_name(string subject, string phase, string day, string answer) =>
        Assert.Equal(answer, Said(Ask($$"""{"find":"tie","subject":"{{subject}}","relation":"member_of","object":"GUILD","phase":"{{phase}}","at":"{{day}}"}""").Value));

    [Theory]
    [InlineData("""{"find":"tie","subject":"AVO","relation":"hosts_forces_of","ask":"object","at":"2019-01-01"}""", "MAG")]
    [InlineData("""{"find":"tie","subject":"AVO","relation":"hosts_forces_of","object":"MAG","ask":"place"}""", "Fort Lune")]
    [InlineData("""{"find":"tie","subject":"AVO","relation":"hosts_forces_of","object":"MAG","ask":"from"}""", "1998-04-02")]
    [InlineData("""{"find":"tie","subject":"CAR","relation":"member_of","object":"PACT","ask":"to"}""", "2012-06-30")]
    [InlineData("""{"find":"tie","subject":"AVO","relation":"member_of","object":"PACT","ask":"to"}""", "unknown")]
    [InlineData("""{"find":"tie","subject":"MAG","relation":"participant_in","object":"TRIO+1","ask":"from"}""", "2015")]
    [InlineData("""{"find":"tie","subject":"DOR","relation":"member_of","object":"GUILD","ask":"phase","phase":"proposed"}""", "proposed")]
    [InlineData("""{"find":"tie","subject":"AVO","relation":"depends_on","object":"MAG","ask":"channel"}""", "energy")]
    [InlineData("""{"find":"tie","subject":"AVO","relation":"depends_on","rank":1,"ask":"object"}""", "MAG")]
    [InlineData("""{"find":"tie","subject":"AVO","relation":"depends_on","channel":"trade","ask":"rank"}""", "2")]
    [InlineData("""{"find":"tie","subject":"AVO","relation":"depends_on","object":"MAG","ask":"share"}""", "60")]
    [InlineData("""{"find":"tie","subject":"MAG","relation":"supplies_to","object":"AVO","ask":"goods"}""", "lamp oil")]
    [InlineData("""{"find":"tie","subject":"MAG","relation":"supplies_to","licit":false,"ask":"via"}""", "DOR BRE")]
    [InlineData("""{"find":"tie","subject":"MAG","relation":"supplies_to","via":"CANAL","ask":"object"}""", "AVO")]
    [InlineData("""{"find":"tie","subject":"MAG","relation":"supplies_to","goods":"oil for lamps","ask":"object"}""", "AVO")]
    [InlineData("""{"find":"tie","relation":"holds_office","object":"AVO","office":"president","at":"2012-01-01","ask":"subject"}""", "Ada Quillon")]
    [InlineData("""{"find":"tie","subject":"Ben Oakhurst","relation":"holds_office","object":"AVO","ask":"office"}""", "president")]
    [InlineData("""{"find":"tie","subject":"DOR","relation":"policy","ask":"object"}""", "KEEL")]
    [InlineData("""{"find":"tie","subject":"DOR","relation":"partner_of","ask":"object"}""", "AVO")]
    [InlineData("""{"find":"tie","relation":"partner_of","object":"AVO","ask":"subject"}""", "DOR")]
    [InlineData("""{"find":"tie","subject":"DOR","relation":"supplies_to","ask":"object"}""", "unknown")]
    public void Each_part_of_a_tie_can_be_asked_for(string question, string answer) => Assert.Equal(answer, Said(Ask(question).Value));

    [Fact]
    public void A_relation_that_goes_both_ways_is_found_from_either_side()
    {
        Assert.Equal(true, Ask("""{"find":"tie","subject":"DOR","relation":"partner_of","object":"AVO","at":"2019-01-01"}""").Value);
        Assert.Equal(true, Ask("""{"find":"tie","subject":"AVO","relation":"partner_of","object":"DOR","at":"2019-01-01"}""").Value);
        Assert.Null(Ask("""{"find":"tie","subject":"MAG","relation":"member_of","object":"AVO","at":"2019-01-01"}""").Value);
    }

    [Fact]
    public void Several_days_give_the_values_of_each_in_turn()
    {
        Answer answer = Ask("""{"find":"tie","subject":"CAR","relation":"member_of","object":"PACT","at":["2010-01-01","2013-01-01"]}""");
        Assert.Equal("true false", Said(answer.Value));
        Assert.Contains("2013-01-01: ", answer.Reason, StringComparison.Ordinal);
        Assert.Equal([Day("2010-01-01"), Day("2013-01-01")], answer.At);
    }

    [Fact]
    public void A_place_in_other_words_is_still_the_place()
    {
        Assert.Equal(true, Ask("""{"find":"tie","subject":"AVO","relation":"hosts_forces_of","object":"MAG","place":"fort lune","at":"2019-01-01"}""").Value);
        Assert.NotEqual(true, Ask("""{"find":"tie","subject":"AVO","relation":"hosts_forces_of","object":"MAG","place":"Port Amble","at":"2019-01-01"}""").Value);
    }

    [Fact]
    public void An_answer_shows_the_line_that_it_rests_on()
    {
        AnswerLine line = Assert.Single(Ask("""{"find":"tie","subject":"AVO","relation":"hosts_forces_of","object":"MAG","at":"2019-01-01"}""").Lines);
        Assert.Equal(("basis", "tiny", "ties.tsv:22", "yearbook"), (line.Role, line.Receipt.Pack, line.Receipt.Line, line.Receipt.Source));
    }

    [Fact]
    public void Meetings_and_dossiers_are_held_with_their_lines()
    {
        Assert.Equal(["foreign ministers", "presidents"], Packs.Meetings.Select(m => m.Fact.Level));
        Assert.Equal(Day("2019-06-04"), Packs.Meetings[1].Fact.Period.To!.Value.To);
        Dossier water = Packs.Dossiers[0].Fact;
        Assert.True(water.Takes(["AVO"], "The canal froze."));
        Assert.False(water.Takes(["AVO"], "The road froze."));
        Assert.False(water.Takes(["MAG"], "The canal froze."));
        Assert.True(Packs.Dossiers[1].Fact.Takes(["PACT", "AVO"], "Anything."));
    }
}
