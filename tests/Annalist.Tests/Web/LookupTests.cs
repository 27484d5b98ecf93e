using Annalist.Model;
using Annalist.Web.Lookup;
using Annalist.Worlds;

namespace Annalist.Tests.Web;

public sealed class LookupTests
{
    [Fact]
    public void Codes_are_escaped_in_addresses()
    {
        Assert.Equal("/institutions/OPEC%2B", Links.Actor("OPEC+", World.Default));
        Assert.Equal("/dyads/A%2B/B", Links.Dyad("B", "A+"));
        Assert.Equal("/events?actor=P5%2B1&with=a%26b", Links.With("/events", ("actor", "P5+1"), ("type", null), ("status", ""), ("with", "a&b")));
    }

    [Fact]
    public void A_bar_reaches_the_edges_where_an_end_is_not_known()
    {
        var known = new Period(DateRange.Day(new DateOnly(2000, 1, 1)), DateRange.Day(new DateOnly(2010, 1, 1)));
        var axis = new TimeAxis([known], new DateOnly(2019, 6, 1));
        Assert.Equal("0%", axis.Bar(known).X);
        Assert.Equal("0%", axis.Bar(Period.Always).X);
        Assert.Equal("100%", axis.Bar(Period.Always).Width);
        Assert.Equal(["2000", "2005", "2010", "2015", "2020"], axis.Ticks.Select(t => t.Year));
    }

    [Fact]
    public void An_axis_takes_one_year_and_the_first_year_of_all()
    {
        Assert.NotEmpty(new TimeAxis([], new DateOnly(2020, 5, 5)).Ticks);
        Assert.NotEmpty(new TimeAxis([new Period(DateRange.Year(1), DateRange.Year(9999))], new DateOnly(2020, 5, 5)).Ticks);
    }

    [Fact]
    public void Days_are_written_as_precisely_as_they_are_known()
    {
        Assert.Equal("2015 to 2016-03", Days.Of(new Period(DateRange.Year(2015), DateRange.Month(2016, 3))));
        Assert.Equal("since 2015-04-01", Days.Of(new Period(DateRange.Day(new DateOnly(2015, 4, 1)), null)));
        Assert.Null(Days.Of(Period.Always));
        Assert.Null(Days.Parse("2015-4-1"));
    }

    [Fact]
    public void Months_are_counted_by_kind_of_act_and_gaps_are_zero()
    {
        var counts = new MonthCounts([Act(EventType.Consult, 2020, 1), Act(EventType.Assault, 2020, 3), Act(EventType.Aid, 2020, 3), Act(EventType.Accuse, 2020, 3), Act(EventType.Aid, 1990, 3), Act(EventType.Aid, 2020, 3) with { Standing = Standing.Rejected }]);
        Assert.Equal(120, counts.Months.Count);
        Assert.Equal(["2020-01", "2020-02", "2020-03"], counts.Months.TakeLast(3));
        Assert.Equal([1, 0, 0], counts.Values[0].TakeLast(3));
        Assert.Equal([0, 0, 1], counts.Values[1].TakeLast(3));
        Assert.Equal([0, 0, 1], counts.Values[2].TakeLast(3));
        Assert.Equal([0, 0, 1], counts.Values[3].TakeLast(3));
        Assert.Equal(1, counts.Earlier);
        Assert.Empty(new MonthCounts([]).Months);
    }

    [Fact]
    public void A_name_is_read_as_its_code()
    {
        Assert.Equal("KAZ", CodeReader.Read(World.Default, " kaz ").Code);
        Assert.Equal("KAZ", CodeReader.Read(World.Default, "Kazakhstan").Code);
        Assert.Null(CodeReader.Read(World.Default, "Nobody of this name").Code);
        Assert.Equal("Nobody of this name", CodeReader.ForRecord(World.Default, "Nobody of this name").Code);
        Assert.Equal((null, null), CodeReader.Read(World.Default, " "));
    }

    [Theory]
    [InlineData("uzbekistan", "UZB")]
    [InlineData("united STATES", "USA")]
    [InlineData("turkiye", "TUR")]
    [InlineData("collective security treaty organization", "CSTO")]
    public void A_name_is_read_in_any_case_and_without_its_diacritics(string given, string code)
    {
        Assert.Equal(code, CodeReader.Read(World.Default, given).Code);
        Assert.Equal(code, CodeReader.ForRecord(World.Default, given).Code);
    }

    [Fact]
    public void A_name_of_several_is_said_with_those_it_may_mean_and_one_of_none_with_those_like_it()
    {
        (string? code, string? trouble) = CodeReader.Read(World.Default, "congo");
        Assert.Null(code);
        Assert.Contains("COD (", trouble, StringComparison.Ordinal);
        Assert.Contains("COG (", trouble, StringComparison.Ordinal);
        Assert.Contains("Kazakhstan (KAZ)", CodeReader.Read(World.Default, "kazakhst").Trouble, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gas", "gas", 0)]
    [InlineData("gas exporting countries forum", "gas", 1)]
    [InlineData("union of gas states", "gas", 2)]
    [InlineData("gasprom", "gas", 3)]
    [InlineData("the gasprom house", "gas", 4)]
    [InlineData("madagascar", "gas", NameRank.Part)]
    [InlineData("madagascar gas union", "gas", 2)]
    [InlineData("oil", "gas", NameRank.None)]
    [InlineData("oil", "", NameRank.None)]
    public void Whole_words_answer_before_beginnings_and_those_before_parts(string name, string words, int rank) => Assert.Equal(rank, NameRank.Of(name, words));

    [Fact]
    public void A_last_name_alone_is_shown_with_the_full_name_or_with_those_who_share_it()
    {
        WorldIndex people = WorldIndex.Of(World.Default);
        Assert.Equal("Kassym-Jomart Tokayev", people.Shown("Tokayev", "KAZ"));
        Assert.Equal("Tokayev", people.Shown("Tokayev", "BRA"));
        Assert.Equal("Berdimuhamedow (Gurbanguly Berdimuhamedow or Serdar Berdimuhamedow)", people.Shown("Berdimuhamedow", "TKM"));
        Assert.Equal("Serdar Berdimuhamedow", people.Shown("Serdar Berdimuhamedow", "TKM"));
    }

    private static Held<Event> Act(EventType type, int year, int month) => new(
        new Event { Id = $"e{type}{year}{month}", Report = "r", Sentence = "S", Span = new(0, 1), Rule = "r", Data = "d", Type = type, Status = EventStatus.Occurred, Actors = [new Party("KAZ", Sector.Gov, null, null, null)], From = new DateOnly(year, month, 5), To = new DateOnly(year, month, 5) },
        new Receipt(Layer.Read, "o"), Standing.Told);
}
