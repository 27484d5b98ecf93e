using System.Text.Json;
using Annalist.Coding;
using Annalist.Model;

namespace Annalist.Tests.Coding.Plover;

public sealed class PloverExportTests
{
    private static readonly PloverSource Source = new("Flour arrives", "The Vienna Courier", new DateOnly(2021, 9, 20), "en");

    private static readonly Event Aid = new()
    {
        Id = "3f9a2c41d0be",
        Report = "one",
        Sentence = "Uzbekistan sent \"flour\" to Afghanistan.",
        Span = new(0, 39),
        Rule = "send-v-aid",
        Data = "d1",
        Confidence = 0.75,
        Type = EventType.Aid,
        Status = EventStatus.Occurred,
        Actors = [new Party("UZB", Sector.Gov, null, "Uzbekistan", new(0, 10))],
        Recipients = [new Party("AFG", Sector.Gov, null, "Afghanistan", new(27, 38))],
        From = new DateOnly(2021, 9, 18),
        To = new DateOnly(2021, 9, 19),
        Place = "Termez",
        Context = ["economic", "drugs"],
        Score = 10,
    };

    [Fact]
    public void The_columns_are_those_of_POLECAT_in_their_order()
    {
        string[] columns = [.. Json(Aid).EnumerateObject().Select(p => p.Name)];
        Assert.Equal(["Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name", "Actor Country", "Primary Actor Sector", "Actor Name Raw"], columns.Take(11));
        Assert.Contains("Primary Recipient Sector", columns);
        Assert.Equal(columns.Length, columns.Distinct().Count());
    }

    [Fact]
    public void A_line_has_the_parties_the_sentence_and_the_receipt()
    {
        JsonElement line = Json(Aid);
        Assert.Equal("2021-09-18", Text(line, "Event Date"));
        Assert.Equal("AID", Text(line, "Event Type"));
        Assert.Null(Text(line, "Event Mode"));
        Assert.Equal(10, line.GetProperty("Intensity").GetDouble());
        Assert.Equal(2, line.GetProperty("Quad Code").GetInt32());
        Assert.Equal("economic; illegal_drugs", Text(line, "Contexts"));
        Assert.Equal(("Uzbekistan", "UZB", "GOV", "Uzbekistan"), (Text(line, "Actor Name"), Text(line, "Actor Country"), Text(line, "Primary Actor Sector"), Text(line, "Actor Name Raw")));
        Assert.Equal("AFG", Text(line, "Recipient Country"));
        Assert.Equal(("Termez", "UZB"), (Text(line, "Placename"), Text(line, "Country")));
        Assert.Equal(("Flour arrives", "The Vienna Courier", "2021-09-20"), (Text(line, "Headline"), Text(line, "Source"), Text(line, "Publication Date")));
        Assert.Equal(Aid.Sentence, Text(line, "Event Text"));
        Assert.Equal(Aid.Id, Text(line, "Receipt"));
    }

    [Fact]
    public void Parties_of_a_side_stand_in_one_column_and_what_is_unknown_keeps_its_seat()
    {
        JsonElement line = Json(Aid with { Actors = [new Party("NATO", Sector.Igo, null, "the alliance", null), new Party("ISL", Sector.Gov, "A. Minister", null, null), new Party("UNK", Sector.Unk, null, null, null)], Recipients = [] });
        Assert.Equal("None; ISL; None", Text(line, "Actor Country"));
        Assert.Equal("NATO; ISL; UNK", Text(line, "Actor Code"));
        Assert.Equal("IGO; GOV; None", Text(line, "Primary Actor Sector"));
        Assert.EndsWith("; A. Minister; None", Text(line, "Actor Name"), StringComparison.Ordinal);
        Assert.Null(Text(line, "Recipient Name"));
    }

    [Fact]
    public void A_planned_act_has_the_score_and_quad_of_what_it_becomes_and_says_what_it_was()
    {
        JsonElement line = Json(Aid with { Status = EventStatus.Planned });
        Assert.Equal(("AGREE", "AID", "planned"), (Text(line, "Event Type"), Text(line, "Coded Type"), Text(line, "Coded Status")));
        Assert.Equal(2.5, line.GetProperty("Intensity").GetDouble());
        Assert.Equal(1, line.GetProperty("Quad Code").GetInt32());
        JsonElement strike = Json(Aid with { Type = EventType.Assault, Modes = ["aerial"], Status = EventStatus.Planned });
        Assert.Equal(("THREATEN", "violence", -3.5, 3), (Text(strike, "Event Type"), Text(strike, "Event Mode"), strike.GetProperty("Intensity").GetDouble(), strike.GetProperty("Quad Code").GetInt32()));
    }

    [Fact]
    public void An_act_without_a_place_in_PLOVER_gives_nothing() => Assert.Null(PloverExport.Default.Of(Aid with { Status = EventStatus.Denied }, Source));

    private static JsonElement Json(Event e)
    {
        string line = PloverExport.Default.Of(e, Source)!.Write();
        Assert.DoesNotContain('\n', line);
        using JsonDocument read = JsonDocument.Parse(line);
        return read.RootElement.Clone();
    }

    private static string? Text(JsonElement line, string column) => line.GetProperty(column).GetString();
}
