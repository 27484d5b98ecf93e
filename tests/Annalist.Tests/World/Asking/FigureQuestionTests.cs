using Annalist.Model;
using Annalist.Worlds;
using static Annalist.Tests.Worlds.TinyWorld;

namespace Annalist.Tests.Worlds;

public sealed class FigureQuestionTests
{
    private const string Trade = """{"find":"figure","measure":"trade","actors":["AVO","MAG"],"year":2020,"value":1900000,"unit":"USD"}""";

    [Theory]
    [InlineData("""{"find":"figure","measure":"trade","actors":["AVO","MAG"],"year":2019}""", "1200000")]
    [InlineData("""{"find":"figure","measure":"trade","actors":["MAG"]}""", "1200000 1500000")]
    [InlineData("""{"find":"figure","measure":"trade","actors":["BRE"]}""", "unknown")]
    [InlineData("""{"find":"figure","measure":"troops","actors":"MAG","ask":"about"}""", "soldiers at Fort Lune")]
    [InlineData("""{"find":"figure","about":"soldiers","ask":"unit"}""", "people")]
    [InlineData("""{"find":"figure","measure":"trade","actors":["AVO","MAG"],"from":"2020-03","to":"2020-04"}""", "1500000")]
    [InlineData("""{"find":"figure","measure":"trade","actors":["AVO","MAG"],"at":"2019-06-01"}""", "1200000")]
    [InlineData("""{"find":"figure","measure":"trade","actors":["AVO","MAG"],"year":2020,"value":1500000,"unit":"USD"}""", "yes")]
    [InlineData("""{"find":"figure","measure":"trade","actors":["AVO","MAG"],"year":2020,"value":1505000,"unit":"USD"}""", "yes")]
    [InlineData("""{"find":"figure","measure":"trade","actors":["AVO","MAG"],"year":2020,"value":1700000,"unit":"USD"}""", "no")]
    [InlineData("""{"find":"figure","measure":"trade","actors":["AVO","MAG"],"value":1700000,"unit":"USD"}""", "unknown")]
    [InlineData("""{"find":"figure","measure":"trade","actors":["AVO","MAG"],"year":2020,"value":1500000,"unit":"EUR"}""", "unknown")]
    public void What_was_counted_is_found_by_measure_parties_and_time(string question, string answer) => Assert.Equal(answer, Said(Ask(question).Value));

    [Fact]
    public void A_telling_near_the_packs_count_is_corroborated()
    {
        Answer answer = Ask(Trade.Replace("1900000", "1450000", StringComparison.Ordinal), Figure(1_450_000).By("Harbour Post", "2021-01-01"));
        Assert.Equal((true, Standing.Corroborated), (answer.Value, answer.Standing));
    }

    [Fact]
    public void A_telling_far_from_the_packs_count_is_contradicted()
    {
        Answer answer = Ask(Trade, Figure(1_900_000).By("Harbour Post", "2021-01-01"));
        Assert.Equal((false, true, Standing.Contradicted), (answer.Value, answer.Told, answer.Standing));
        Assert.Contains("the pack counts trade 1500000 USD of AVO, MAG, 2020", answer.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_count_that_no_pack_has_is_told_and_by_two_corroborated()
    {
        const string People = """{"find":"figure","measure":"people","actors":["DOR"],"year":2020,"value":800,"unit":"people"}""";
        Figure f = Telling.Figure(Measure.People, 800, "people", ["DOR"], 2020);
        Assert.Equal((true, Standing.Told), Ask(People, f.By("Harbour Post", "2021-01-01")) is var one ? (one.Value, one.Standing) : default);
        Assert.Equal(Standing.Corroborated, Ask(People, f.By("Harbour Post", "2021-01-01"), (f with { Id = "f2", Report = "r2" }).By("Mill Wheel", "2021-01-02")).Standing);
        Assert.Null(Ask(People, f.By("Harbour Post", "2021-01-01", Verdict.Rejected)).Value);
    }

    [Fact]
    public void Other_figures_of_the_same_are_shown_beside()
    {
        Answer answer = Ask(Trade);
        Assert.Equal(false, answer.Value);
        Assert.Equal("figures.tsv:3", Assert.Single(answer.Lines, l => l.Role == "beside").Receipt.Line);
    }

    private static Figure Figure(double value) => Telling.Figure(Measure.Trade, value, "USD", ["AVO", "MAG"], 2020);
}
