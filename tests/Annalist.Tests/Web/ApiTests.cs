using System.Globalization;
using System.Net;
using System.Text.Json;
using Annalist.Model;
using Microsoft.AspNetCore.Routing;

namespace Annalist.Tests.Web;

/// <summary>The HTTP interface over the small record of <see cref="LookupFixture"/>.</summary>
public sealed class ApiTests(LookupFixture desk) : IClassFixture<LookupFixture>
{
    [Theory]
    [InlineData("/api/findings", 70)]
    [InlineData("/api/findings?kind=tie,figure", 2)]
    [InlineData("/api/events", 64)]
    [InlineData("/api/statements", 2)]
    [InlineData("/api/ties", 1)]
    [InlineData("/api/figures", 1)]
    [InlineData("/api/rules", 0)]
    [InlineData("/api/expectations", 1)]
    [InlineData("/api/aims", 0)]
    [InlineData("/api/events?actor=KAZ", 63)]
    [InlineData("/api/events?actor=Uzbekistan", 1)]
    [InlineData("/api/events?actor=uzbekistan", 1)]
    [InlineData("/api/events?actor=KAZ&with=USA", 63)]
    [InlineData("/api/events?actor=KAZ&with=RUS", 0)]
    [InlineData("/api/events?by=USA", 0)]
    [InlineData("/api/events?by=KAZ&toward=USA", 63)]
    [InlineData("/api/events?type=assault", 1)]
    [InlineData("/api/events?type=ASSAULT,ACCUSE", 2)]
    [InlineData("/api/events?type=ASSAULT&type=ACCUSE", 2)]
    [InlineData("/api/events?status=occurred", 64)]
    [InlineData("/api/events?status=planned", 0)]
    [InlineData("/api/events?since=2020-01-02&until=2020-01-04", 3)]
    [InlineData("/api/events?at=2020-01-10", 1)]
    [InlineData("/api/events?outlet=The%20Vienna%20Courier", 63)]
    [InlineData("/api/events?report=hostile", 1)]
    [InlineData("/api/events?confidence=0.6", 0)]
    [InlineData("/api/statements?speaker=A.%20Speaker", 1)]
    [InlineData("/api/findings?review=coded", 70)]
    [InlineData("/api/reports", 2)]
    [InlineData("/api/reports?outlet=The%20Vienna%20Courier", 1)]
    [InlineData("/api/queue", 70)]
    [InlineData("/api/queue?report=hostile", 2)]
    public async Task A_list_has_what_its_filters_say_and_counts_it(string address, int count)
    {
        JsonElement page = await Get(address);
        Assert.Equal(count, page.GetProperty("count").GetInt32());
        Assert.Equal(Math.Min(count, 50), page.GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("/api/findings", "id")]
    [InlineData("/api/events?by=KAZ", "id")]
    [InlineData("/api/reports", "report")]
    public async Task Walking_on_by_next_gives_every_row_once_and_json_lines_give_the_same(string address, string key)
    {
        var walked = new List<string>();
        string sign = address.Contains('?', StringComparison.Ordinal) ? "&" : "?";
        string? next = address + sign + "limit=7";
        int? count = null;
        for (int steps = 0; next is not null; steps++)
        {
            Assert.InRange(steps, 0, 20);
            JsonElement page = await Get(next);
            count = page.GetProperty("count").GetInt32();
            walked.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty(key).GetString()!));
            next = page.GetProperty("next").GetString();
        }
        Assert.Equal(count, walked.Count);
        Assert.Equal(walked.Count, walked.Distinct(StringComparer.Ordinal).Count());
        HttpResponseMessage stream = await desk.Client.GetAsync(address + sign + "format=jsonl");
        Assert.Equal("application/jsonl", stream.Content.Headers.ContentType!.MediaType);
        string[] lines = (await stream.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(walked, lines.Select(l => JsonDocument.Parse(l).RootElement.GetProperty(key).GetString()));
    }

    [Fact]
    public async Task A_line_of_the_stream_is_a_line_of_the_record_s_contract()
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, "/api/events?report=courier");
        ask.Headers.Accept.ParseAdd("application/jsonl");
        string[] lines = (await (await desk.Client.SendAsync(ask)).Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(63, lines.Length);
        Assert.All(lines, l => Assert.Equal(l, RecordJson.Write(Assert.IsType<Event>(RecordJson.Read(l)))));
    }

    [Fact]
    public async Task One_finding_and_one_report_are_told_whole()
    {
        JsonElement finding = await Get("/api/findings/t0");
        Assert.Equal(("t0", "courier", "The Vienna Courier"), (Text(finding, "id"), Text(finding, "report"), Text(finding, "outlet")));
        JsonElement report = await Get("/api/reports/courier");
        Assert.Equal("The two ministers met in Vienna on Tuesday.", Text(report, "text"));
        JsonElement row = (await Get("/api/reports?outlet=The%20Vienna%20Courier")).GetProperty("items")[0];
        Assert.False(row.TryGetProperty("text", out _));
        Assert.Equal(68, row.GetProperty("findings").GetInt32());
    }

    [Theory]
    [InlineData("/api/search?q=ministers", "ministers met")]
    [InlineData("/api/progress", "\"open\":70")]
    [InlineData("/api/accuracy", "\"")]
    [InlineData("/api/system/KAZ", "\"section\":\"")]
    [InlineData("/api/system/kazakhstan", "\"section\":\"")]
    [InlineData("/api/who/CIS?at=2015-01-01", "\"code\":\"KAZ\"")]
    [InlineData("/api/may?who=UZB&act=host&whom=USA&at=2021-07-01", "\"lines\":")]
    [InlineData("/api/commitments?by=KAZ&toward=USA", "a bridge of glass")]
    [InlineData("/api/world/actors?kind=state", "\"code\":\"KAZ\"")]
    [InlineData("/api/world/people?q=nazarbayev&code=KAZ", "Nursultan Nazarbayev")]
    [InlineData("/api/world/dossiers", "\"id\":\"bases\"")]
    [InlineData("/api/world/expectations", "the bridge stands")]
    [InlineData("/api/dyads", "\"events\":63")]
    public async Task Each_further_address_answers_with_its_data(string address, string text)
    {
        HttpResponseMessage answer = await desk.Client.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        string body = await answer.Content.ReadAsStringAsync();
        Assert.Contains(text, body, StringComparison.Ordinal);
        foreach (string line in answer.Content.Headers.ContentType!.MediaType == "application/jsonl" ? body.Split('\n', StringSplitOptions.RemoveEmptyEntries) : [body]) using (JsonDocument.Parse(line)) { }
    }

    [Theory]
    [InlineData("/api/dyads?limit=1", 1)]
    [InlineData("/api/dyads", 2)]
    [InlineData("/api/world/people?q=nobody-of-this-name", 0)]
    [InlineData("/api/verdicts", 0)]
    [InlineData("/api/commitments?by=NRU&toward=TUV", 0)]
    public async Task Json_lines_are_as_many_as_the_filter_leaves(string address, int lines) => Assert.Equal(lines, (await desk.Client.GetStringAsync(address)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);

    [Theory]
    [InlineData("/api/findings?since=soon")]
    [InlineData("/api/findings?until=2020-13-01")]
    [InlineData("/api/findings?since=2021-01-01&until=2020-01-01")]
    [InlineData("/api/findings?kind=nothing")]
    [InlineData("/api/events?type=NOTHING")]
    [InlineData("/api/ties?type=ASSAULT")]
    [InlineData("/api/events?status=done")]
    [InlineData("/api/events?confidence=2")]
    [InlineData("/api/events?confidence=NaN")]
    [InlineData("/api/events?review=mine")]
    [InlineData("/api/events?limit=0")]
    [InlineData("/api/events?limit=1001")]
    [InlineData("/api/events?limit=many")]
    [InlineData("/api/events?offset=-1")]
    [InlineData("/api/events?as-of=once")]
    [InlineData("/api/events?actor=Congo")]
    [InlineData("/api/reports?limit=many")]
    [InlineData("/api/reports?offset=99999999999")]
    [InlineData("/api/queue?limit=many")]
    [InlineData("/api/queue?kind=nothing")]
    [InlineData("/api/queue?report=nowhere")]
    [InlineData("/api/search?q=a&limit=many")]
    [InlineData("/api/search")]
    [InlineData("/api/may?who=UZB&act=yodel")]
    [InlineData("/api/may?act=host")]
    [InlineData("/api/may?who=&act=host")]
    [InlineData("/api/ask")]
    [InlineData("/api/ask?question=nonsense")]
    [InlineData("/api/who/CIS?at=once")]
    [InlineData("/api/system/KAZ?at=once")]
    [InlineData("/api/commitments?at=once")]
    [InlineData("/api/world/actors?kind=nothing")]
    [InlineData("/api/world/people?at=once")]
    [InlineData("/api/world/expectations?at=once")]
    [InlineData("/api/dyads?limit=many")]
    public async Task A_value_that_cannot_be_read_is_refused_with_a_remedy(string address)
    {
        HttpResponseMessage answer = await desk.Client.GetAsync(address);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        using JsonDocument problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(400, problem.RootElement.GetProperty("status").GetInt32());
        Assert.NotEmpty(Text(problem.RootElement, "detail")!);
        Assert.NotEmpty(Text(problem.RootElement, "remedy")!);
    }

    [Theory]
    [InlineData("/api/findings/nothing", "/api/findings")]
    [InlineData("/api/reports/nothing", "/api/reports")]
    [InlineData("/api/reports/cour", "courier")]
    [InlineData("/api/system/XQX", "/api/world/actors")]
    [InlineData("/api/system/kazakhst", "KAZ (Kazakhstan)")]
    [InlineData("/api/system/base", "bases (")]
    [InlineData("/api/who/XQX", "/api/world/actors")]
    [InlineData("/api/nothing", "/api/openapi.json")]
    public async Task What_is_not_there_is_said_with_where_to_look(string address, string remedy)
    {
        HttpResponseMessage answer = await desk.Client.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        using JsonDocument problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Contains(remedy, Text(problem.RootElement, "remedy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_description_names_every_address_and_every_address_only_answers_questions()
    {
        await using WorkDesk own = await WorkDesk.StartAsync();
        RouteEndpoint[] api = [.. own.Server.Endpoints.Where(e => FormTests.Address(e).StartsWith("/api/", StringComparison.Ordinal))];
        Assert.True(api.Length > 15);
        Assert.All(api, e => Assert.Equal(["GET"], FormTests.Methods(e)));
        JsonElement paths = (await Get("/api/openapi.json")).GetProperty("paths");
        string[] named = [.. paths.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal)];
        Assert.Equal(api.Select(FormTests.Address).Where(a => a != "/api/openapi.json").Order(StringComparer.Ordinal), named);
        Assert.All(paths.EnumerateObject(), p => Assert.NotEmpty(Text(p.Value.GetProperty("get"), "summary")!));
        foreach (string method in new[] { "POST", "PUT", "DELETE", "PATCH" })
        {
            foreach (string address in new[] { "/api/findings", "/api/findings/e00", "/api/reports/courier", "/api/verdicts" })
            {
                using var ask = new HttpRequestMessage(new HttpMethod(method), address);
                HttpResponseMessage answer = await desk.Client.SendAsync(ask);
                Assert.True(answer.StatusCode is HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotFound, string.Create(CultureInfo.InvariantCulture, $"{method} {address}: {(int)answer.StatusCode}"));
            }
        }
    }

    private async Task<JsonElement> Get(string address)
    {
        HttpResponseMessage answer = await desk.Client.GetAsync(address);
        string body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode} {body}");
        return JsonDocument.Parse(body).RootElement;
    }

    private static string? Text(JsonElement e, string key) => e.GetProperty(key).GetString();
}
