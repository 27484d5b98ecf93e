using Annalist.Worlds;

namespace Annalist.Tests.Worlds;

/// <summary>A question that cannot be understood says what is wrong and what to do.</summary>
public sealed class QuestionParseTests
{
    [Theory]
    [InlineData("""{"find":"tie","subjekt":"AVO"}""", "the key 'subjekt' is not known for find tie", "subject")]
    [InlineData("""{"find":"aim","bearer":"AVO"}""", "the key 'bearer' is not known for find aim", "ascribed_by")]
    [InlineData("""{"find":"aim","of":"AVO","of":"MAG"}""", "the key 'of' stands twice", "a list")]
    [InlineData("""{"subject":"AVO"}""", "the question has no 'find'", "\"find\":\"tie\"")]
    [InlineData("""{"find":7}""", "the question has no 'find'", "\"find\":\"tie\"")]
    [InlineData("""{"find":"weather"}""", "'weather' is nothing to find", "tie rule commitment")]
    [InlineData("""["find"]""", "the question is no JSON object", "\"find\":\"tie\"")]
    [InlineData("""{"find":"tie",}""", "the question is no JSON", "\"find\":\"tie\"")]
    [InlineData("", "the question is no JSON", "\"find\":\"tie\"")]
    [InlineData("""{"find":"tie","subject":"AVO","relation":"member_of","at":"2019-02-30"}""", "'2019-02-30' in 'at' is no day", "2015-10-14")]
    [InlineData("""{"find":"tie","subject":"AVO","relation":"member_of","at":"yesterday"}""", "'yesterday' in 'at' is no day", "2015-10-14")]
    [InlineData("""{"find":"tie","subject":"AVO","relation":"member_of","at":[2019]}""", "the value of 'at' is not a list of texts", "give 'at' a list of texts")]
    [InlineData("""{"find":"tie","subject":"AVO"}""", "a question for a tie needs 'relation'", "member_of")]
    [InlineData("""{"find":"tie","relation":"member_of"}""", "a question for a tie needs 'subject' or 'object'", "at least one side")]
    [InlineData("""{"find":"rule","ask":"may","act":"AID"}""", "whether somebody may needs 'bearer' and 'act'", "add them")]
    [InlineData("""{"find":"aim","scope":"here"}""", "'here' is no scope", "'reports'")]
    [InlineData("""{"find":"dispute","sides":"both"}""", "the value of 'sides' is not a list of objects", "'sides'")]
    [InlineData("""{"find":"aim","of":"\ud800"}""", "half of a character", "whole character")]
    public void A_question_that_cannot_be_read_is_refused_with_a_remedy(string text, string message, string remedy)
    {
        QuestionException e = Assert.Throws<QuestionException>(() => Question.Parse(text));
        Assert.Contains(message, e.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, e.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"find":"tie","subject":"AVO","relation":"friend_of"}""", "'friend_of' is no relation", "member_of")]
    [InlineData("""{"find":"tie","subject":"AVO","relation":"member_of","phase":"soon"}""", "'soon' is no phase", "proposed")]
    [InlineData("""{"find":"tie","subject":"AVO","relation":"member_of","ask":"colour"}""", "'colour' is nothing to ask of a tie", "office")]
    [InlineData("""{"find":"tie","subject":"AVO","relation":"member_of","licit":"yes"}""", "the value of 'licit' is not true or false", "give 'licit'")]
    [InlineData("""{"find":"commitment","by":{"code":"AVO"}}""", "the value of 'by' is not one text", "give 'by' one text")]
    [InlineData("""{"find":"commitment","stage":"dreamt"}""", "'dreamt' is no stage", "pledged")]
    [InlineData("""{"find":"commitment","amount":"many"}""", "the value of 'amount' is not a number", "a number")]
    [InlineData("""{"find":"figure","year":20199}""", "'20199' is no year", "four digits")]
    [InlineData("""{"find":"event","year":0}""", "'0' is no year", "four digits")]
    [InlineData("""{"find":"event","type":"DANCE"}""", "'DANCE' is no type", "CONSULT")]
    [InlineData("""{"find":"expectation","state":"forgotten"}""", "'forgotten' is no state", "fulfilled")]
    [InlineData("""{"find":"rule","ask":"must","bearer":"AVO","act":"AID"}""", "'must' is nothing to ask of a rule", "'may'")]
    [InlineData("""{"find":"rule","ask":"may","bearer":"AVO","act":"dance"}""", "'dance' is no act", "hosts_forces_of")]
    [InlineData("""{"find":"rule","ask":"may","bearer":"AVO","act":"AID","if":"the sun shines"}""", "'the sun shines' in 'if' is no tie", "AAA member_of BBB")]
    public void A_value_that_cannot_be_understood_is_refused_with_a_remedy(string text, string message, string remedy)
    {
        QuestionException e = Assert.Throws<QuestionException>(() => TinyWorld.Ask(text));
        Assert.Contains(message, e.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, e.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_that_is_too_long_is_refused_unread()
    {
        QuestionException e = Assert.Throws<QuestionException>(() => Question.Parse(new string('x', (64 * 1024) + 1)));
        Assert.Equal(("the question is longer than 64 KiB", "ask something shorter"), (e.Message, e.Remedy));
    }

    [Fact]
    public void A_question_that_is_nested_too_deep_is_refused()
    {
        string deep = $$"""{"find":"aim","of":{{new string('[', 20_000)}}{{new string(']', 20_000)}}}""";
        Assert.Contains("no JSON", Assert.Throws<QuestionException>(() => Question.Parse(deep)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_by_which_a_test_says_what_it_expects_ask_nothing() =>
        Assert.Equal(true, TinyWorld.Ask("""{"find":"aim","of":"MAG","expect":"x","note":null,"joins":["y"],"standing":"told"}""").Value);
}
