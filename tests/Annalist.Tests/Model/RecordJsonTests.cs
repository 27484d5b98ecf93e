using System.Reflection;
using System.Text.Json;
using Annalist.Model;
using Record = Annalist.Model.Record;

namespace Annalist.Tests.Model;

public sealed class RecordJsonTests
{
    public static TheoryData<string> Lines()
    {
        var data = new TheoryData<string>();
        foreach (Record r in All()) data.Add(RecordJson.Write(r));
        return data;
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_read_and_written_again_is_the_same(string line)
    {
        Record read = RecordJson.Read(line);
        Assert.Equal(line, RecordJson.Write(read));
    }

    [Fact]
    public void A_record_read_back_equals_what_was_written()
    {
        foreach (Record r in All())
        {
            Record back = RecordJson.Read(RecordJson.Write(r));
            Assert.Equal(r, back);
            Assert.Equal(r.GetType(), back.GetType());
            foreach (PropertyInfo p in r.GetType().GetProperties()) Assert.Equal(Text(p.GetValue(r)), Text(p.GetValue(back)));
        }

        static string Text(object? value) => JsonSerializer.Serialize(value);
    }

    [Fact]
    public void The_full_samples_leave_no_field_unset()
    {
        foreach (Record r in Samples.Full.Append<Record>(Samples.FullReport()))
        {
            foreach (PropertyInfo p in r.GetType().GetProperties().Where(p => p.CanWrite))
            {
                object? value = p.GetValue(r);
                Assert.True(value is not null && value is not System.Collections.ICollection { Count: 0 }, $"{r.GetType().Name}.{p.Name}");
            }
        }
    }

    [Theory]
    [InlineData("report", "kind report uri hash title outlet published published_basis reference_date reference_basis author language translated_from cites text")]
    [InlineData("event", "kind id report sentence span cue_span in type modes status modality actors recipients matter from to date_basis date_text place context attributed_to score main confidence rule data notes")]
    [InlineData("statement", "kind id report sentence span in speaker speaker_code speaker_sector role cue form content content_span cue_span speaker_span about stance confidence rule data notes")]
    [InlineData("tie", "kind id report sentence span in subject relation object polarity phase from to office place confidence rule data notes")]
    [InlineData("figure", "kind id report sentence span in measure value unit actors from to confidence rule data notes")]
    [InlineData("rule", "kind id report sentence span bearer force act toward condition consent_of instrument from to")]
    [InlineData("commitment", "kind id report sentence span by toward act matter amount unit due stage instrument")]
    [InlineData("expectation", "kind id report sentence span by if if_act then then_act unless horizon likelihood actors")]
    [InlineData("aim", "kind id report sentence span of matter toward ascribed_by")]
    public void Keys_are_those_of_the_contract(string kind, string keys)
    {
        foreach (Record r in All().Where(r => Kind(r) == kind))
        {
            using JsonDocument line = JsonDocument.Parse(RecordJson.Write(r));
            string[] written = [.. line.RootElement.EnumerateObject().Select(p => p.Name)];
            Assert.Equal("kind", written[0]);
            Assert.Empty(keys.Split(' ').Except(written));
            Assert.All(written, k => Assert.Matches("^[a-z_]+$", k));
            Assert.Equal(written.Length, written.Distinct().Count());
        }
    }

    [Fact]
    public void Unknown_values_are_written_as_null()
    {
        using JsonDocument line = JsonDocument.Parse(RecordJson.Write(Samples.Bare[0]));
        foreach (string key in new[] { "cue_span", "modality", "matter", "from", "to", "date_basis", "date_text", "place", "attributed_to" })
        {
            Assert.Equal(JsonValueKind.Null, line.RootElement.GetProperty(key).ValueKind);
        }
        using JsonDocument report = JsonDocument.Parse(RecordJson.Write(Samples.BareReport()));
        Assert.Equal(JsonValueKind.Null, report.RootElement.GetProperty("published").ValueKind);
        Assert.Equal("none", report.RootElement.GetProperty("reference_basis").GetString());
    }

    [Fact]
    public void Spans_days_and_codes_are_spelled_as_the_contract_says()
    {
        using JsonDocument line = JsonDocument.Parse(RecordJson.Write(Samples.Full[0]));
        JsonElement e = line.RootElement;
        Assert.Equal("[0,43]", e.GetProperty("span").GetRawText());
        Assert.Equal("2020-10-12", e.GetProperty("from").GetString());
        Assert.Equal("title", e.GetProperty("in").GetString());
        Assert.Equal("CONSULT", e.GetProperty("type").GetString());
        Assert.Equal("possible", e.GetProperty("status").GetString());
        JsonElement party = e.GetProperty("actors")[0];
        Assert.Equal(["code", "sector", "name", "mention", "span"], party.EnumerateObject().Select(p => p.Name));
        Assert.Equal("GOV", party.GetProperty("sector").GetString());
        using JsonDocument statement = JsonDocument.Parse(RecordJson.Write(Samples.Full[1]));
        Assert.Equal("[[45,50],[52,58]]", statement.RootElement.GetProperty("content_span").GetRawText());
        Assert.Equal("{\"toward\":\"BBB\",\"polarity\":-1}", statement.RootElement.GetProperty("stance")[0].GetRawText());
        using JsonDocument figure = JsonDocument.Parse(RecordJson.Write(Samples.Full[3]));
        Assert.Equal(80600000000.5, figure.RootElement.GetProperty("value").GetDouble());
    }

    [Fact]
    public void An_act_to_watch_for_is_written_with_its_side_that_is_unknown_as_null()
    {
        using JsonDocument line = JsonDocument.Parse(RecordJson.Write(Samples.Full.OfType<Expectation>().Single()));
        Assert.Equal("{\"type\":\"ASSAULT\",\"relation\":null,\"actors\":[\"AAA\"],\"recipients\":[\"BBB\"]}", line.RootElement.GetProperty("if_act").GetRawText());
        Assert.Equal("{\"type\":null,\"relation\":\"member_of\",\"actors\":[\"AAA\",\"CCC\"],\"recipients\":[\"BBB\"]}", line.RootElement.GetProperty("then_act").GetRawText());
        using JsonDocument bare = JsonDocument.Parse(RecordJson.Write(Samples.Bare.OfType<Expectation>().Single()));
        Assert.Equal(JsonValueKind.Null, bare.RootElement.GetProperty("if_act").ValueKind);
        Assert.Equal(JsonValueKind.Null, bare.RootElement.GetProperty("then_act").ValueKind);
    }

    [Fact]
    public void An_act_to_watch_for_equals_one_with_the_same_codes_and_is_spelled_as_in_a_pack()
    {
        var act = new WatchedAct { Type = EventType.Assault, Actors = ["AAA"], Recipients = ["BBB"] };
        Assert.Equal(act, new WatchedAct { Type = EventType.Assault, Actors = ["AAA"], Recipients = ["BBB"] });
        Assert.NotEqual(act, act with { Recipients = [] });
        Assert.Equal("ASSAULT AAA > BBB", act.ToString());
        Assert.Equal("AGREE AAA+BBB", new WatchedAct { Type = EventType.Agree, Actors = ["AAA", "BBB"] }.ToString());
        Assert.Equal("AAA member_of BBB", new WatchedAct { Relation = Relation.MemberOf, Actors = ["AAA"], Recipients = ["BBB"] }.ToString());
    }

    [Fact]
    public void A_whole_number_is_written_without_exponent_or_point() =>
        Assert.Contains("\"value\":80600000000,", RecordJson.Write((Figure)Samples.Full[3] with { Value = 80600000000 }), StringComparison.Ordinal);

    [Fact]
    public void A_line_holds_no_line_break_and_keeps_letters()
    {
        string line = RecordJson.Write(Samples.FullReport(text: "one\ntwo\r\nthree\u2028 — Élan 中亚 🙂"));
        Assert.DoesNotContain('\n', line);
        Assert.DoesNotContain('\r', line);
        Assert.Contains("Élan 中亚", line, StringComparison.Ordinal);
        Assert.Equal("one\ntwo\r\nthree\u2028 — Élan 中亚 🙂", ((Report)RecordJson.Read(line)).Text);
    }

    [Fact]
    public void A_reader_ignores_keys_that_it_does_not_know_and_takes_kind_anywhere()
    {
        string line = RecordJson.Write(Samples.Bare[3]);
        Assert.Equal(Samples.Bare[3], RecordJson.Read(line[..^1] + ",\"new_key\":{\"a\":[1]}}"));
        string moved = line.Replace("\"kind\":\"figure\",", "", StringComparison.Ordinal)[..^1] + ",\"kind\":\"figure\"}";
        Assert.Equal(Samples.Bare[3], RecordJson.Read(moved));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("{\"kind\":\"dream\"}")]
    [InlineData("{\"kind\":\"figure\",\"id\":\"x\"}")]
    public void A_line_that_is_no_record_is_refused(string line) => Assert.ThrowsAny<JsonException>(() => RecordJson.Read(line));

    [Theory]
    [InlineData("\"span\":[0,43]", "\"span\":[5,2]")]
    [InlineData("\"span\":[0,43]", "\"span\":[1]")]
    [InlineData("\"span\":[0,43]", "\"span\":[-1,2]")]
    [InlineData("\"type\":\"CONSULT\"", "\"type\":\"consult\"")]
    [InlineData("\"type\":\"CONSULT\"", "\"type\":7")]
    [InlineData("\"status\":\"possible\"", "\"status\":\"perhaps\"")]
    [InlineData("\"from\":\"2020-10-12\"", "\"from\":\"12.10.2020\"")]
    public void A_value_that_its_key_does_not_allow_is_refused(string good, string bad)
    {
        string line = RecordJson.Write(Samples.Full[0]);
        Assert.Contains(good, line, StringComparison.Ordinal);
        Assert.ThrowsAny<JsonException>(() => RecordJson.Read(line.Replace(good, bad, StringComparison.Ordinal)));
    }

    private static IEnumerable<Record> All() => Samples.Full.Concat(Samples.Bare).Concat<Record>([Samples.FullReport(), Samples.BareReport()]);

    private static string Kind(Record r) => r.GetType().Name.ToLowerInvariant();
}
