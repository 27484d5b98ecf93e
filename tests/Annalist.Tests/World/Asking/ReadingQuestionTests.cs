using Annalist.Model;
using Annalist.Worlds;
using static Annalist.Tests.Worlds.TinyWorld;

namespace Annalist.Tests.Worlds;

/// <summary>Events, statements, aims and disputes.</summary>
public sealed class ReadingQuestionTests
{
    private static readonly SystemView View = With(
        (Telling.Event(EventType.Consult, ["AVO", "MAG"], [], "2019-06-03", "r1", "e1", "The two presidents met at the Long Canal.") with { Modes = ["meet"], Place = "Lunehaven" }).By("Harbour Post", "2019-06-04"),
        Telling.Event(EventType.Consult, ["AVO", "MAG"], [], "2019-06-03", "r2", "e2", "Talks were held by the water.").By("Mill Wheel", "2019-06-05"),
        (Telling.Event(EventType.Aid, ["MAG"], ["TRIO"], "2020-02-01", "r2", "e3", "Magnara sent lamps.") with { Matter = "lamps" }).By("Mill Wheel", "2020-02-05"),
        (Telling.Event(EventType.Assault, ["BRE"], ["CAR"], "2020-03-01", "r2", "e4", "No shot was fired.") with { Status = EventStatus.Denied }).By("Mill Wheel", "2020-03-05"),
        Telling.Statement("Ada Quillon", "AVO", "the canal belongs to all who drink from it", ["CANAL"], "r1", "s1").By("Harbour Post", "2019-06-04"),
        Telling.Statement("Ben Oakhurst", "AVO", "the canal belongs to Avonia alone", ["AVO", "CANAL"], "r2", "s2").By("Mill Wheel", "2019-06-05"),
        Telling.Aim("BRE", "to buy the mills of the south", "r2", "a1").By("Mill Wheel", "2020-03-05"));

    [Theory]
    [InlineData("""{"find":"event","type":"CONSULT","actors":["AVO","MAG"],"from":"2019-06-03","to":"2019-06-03"}""", "yes")]
    [InlineData("""{"find":"event","type":"CONSULT","actors":["AVO","MAG"],"year":2019,"place":"Lunehaven","ask":"from"}""", "2019-06-03")]
    [InlineData("""{"find":"event","type":"CONSULT","actors":["AVO","MAG"],"at":"2019-06-04"}""", "unknown")]
    [InlineData("""{"find":"event","type":"CONSULT","actors":["AVO","DOR"]}""", "unknown")]
    [InlineData("""{"find":"event","modes":["meet"],"ask":"place"}""", "Lunehaven")]
    [InlineData("""{"find":"event","type":"AID","actors":"MAG","recipients":"BRE","ask":"matter"}""", "lamps")]
    [InlineData("""{"find":"event","type":"AID","recipients":"DOR"}""", "unknown")]
    [InlineData("""{"find":"event","type":"ASSAULT"}""", "unknown")]
    [InlineData("""{"find":"event","type":"ASSAULT","status":"denied","ask":"actors"}""", "BRE")]
    [InlineData("""{"find":"event","contains":"lamps","ask":"recipients"}""", "TRIO")]
    [InlineData("""{"find":"event","actors":"MAG","ask":"type"}""", "CONSULT AID")]
    [InlineData("""{"find":"statement","speaker":"Ada Quillon"}""", "yes")]
    [InlineData("""{"find":"statement","speaker":"Quillon","contains":"belongs to all"}""", "yes")]
    [InlineData("""{"find":"statement","speaker":"AVO","ask":"speaker"}""", "Ada Quillon Ben Oakhurst")]
    [InlineData("""{"find":"statement","about":"AVO","ask":"content"}""", "the canal belongs to Avonia alone")]
    [InlineData("""{"find":"statement","speaker":"Ada Quillon","from":"2019-06-05"}""", "unknown")]
    [InlineData("""{"find":"aim","of":"MAG","ask":"matter"}""", "control of the Long Canal")]
    [InlineData("""{"find":"aim","toward":"BRE","contains":"canal","ask":"of"}""", "MAG")]
    [InlineData("""{"find":"aim","of":"MAG","ask":"ascribed_by"}""", "Ada Quillon")]
    [InlineData("""{"find":"aim","of":"MAG","ask":"toward"}""", "AVO BRE")]
    [InlineData("""{"find":"aim","of":"BRE","contains_all":["mills","south"]}""", "yes")]
    [InlineData("""{"find":"aim","of":"BRE","contains_all":["mills","north"]}""", "unknown")]
    [InlineData("""{"find":"aim","of":"MAG","at":"2011-12-31"}""", "unknown")]
    [InlineData("""{"find":"aim","of":"MAG","at":"2012-01-01"}""", "yes")]
    [InlineData("""{"find":"aim","of":"MAG","at":"2021-01-01"}""", "unknown")]
    public void What_was_read_is_found_by_its_parts(string question, string answer) => Assert.Equal(answer, Said(Ask(View, question).Value));

    [Fact]
    public void An_act_told_by_two_outlets_is_corroborated_and_one_told_by_one_is_told()
    {
        Assert.Equal(Standing.Corroborated, Ask(View, """{"find":"event","type":"CONSULT","actors":["AVO"]}""").Standing);
        Assert.Equal(Standing.Told, Ask(View, """{"find":"event","type":"AID"}""").Standing);
    }

    [Fact]
    public void Both_sides_of_a_dispute_are_found_where_they_were_told()
    {
        Answer answer = Ask(View, """{"find":"dispute","over":"the canal","sides":[{"report":"r1","says":"belongs to all"},{"speaker":"Ben Oakhurst","says":"belongs to Avonia"}]}""");
        Assert.Equal(true, answer.Value);
        Assert.Equal(["s1", "s2"], answer.Lines.Select(l => l.Receipt.Finding));
        Assert.Null(Ask(View, """{"find":"dispute","over":"the canal","sides":[{"report":"r1","says":"belongs to all"},{"report":"r1","says":"belongs to Avonia"}]}""").Value);
    }

    [Fact]
    public void A_dispute_without_sides_is_over_what_is_told_against_the_packs()
    {
        ToldFinding told = Telling.Tie("DOR", Relation.MemberOf, "PACT").By("Harbour Post", "2018-01-01");
        Assert.Equal(true, Ask("""{"find":"dispute","over":"PACT DOR"}""", told).Value);
        Assert.Null(Ask("""{"find":"dispute","over":"lighthouses"}""", told).Value);
    }

    [Fact]
    public void Rejected_readings_are_in_no_answer()
    {
        var view = With(
            Telling.Statement("Ada Quillon", "AVO", "the mills are shut", [], "r9", "s9").By("Harbour Post", "2019-06-04", Verdict.Rejected),
            Telling.Event(EventType.Protest, ["BRE"], ["BRE"], "2019-06-03", "r9", "e9", "The millers marched.").By("Harbour Post", "2019-06-04", Verdict.Rejected),
            Telling.Aim("CAR", "to own the sea", "r9", "a9").By("Harbour Post", "2019-06-04", Verdict.Rejected));
        Assert.Null(Ask(view, """{"find":"statement","contains":"mills"}""").Value);
        Assert.Null(Ask(view, """{"find":"event","type":"PROTEST"}""").Value);
        Assert.Null(Ask(view, """{"find":"aim","of":"CAR"}""").Value);
        Assert.Null(Ask(view, """{"find":"dispute","over":"mills","sides":[{"report":"r9","says":"mills are shut"}]}""").Value);
        Assert.Null(Ask(view, """{"find":"dispute","over":"mills","sides":[{"report":"r9","says":"millers marched"}]}""").Value);
    }
}
