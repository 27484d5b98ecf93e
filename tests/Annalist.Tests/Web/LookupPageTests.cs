using System.Net;
using System.Text.RegularExpressions;

namespace Annalist.Tests.Web;

public sealed partial class LookupPageTests(LookupFixture desk) : IClassFixture<LookupFixture>
{
    [Theory]
    [InlineData("/reports", "Two states talk")]
    [InlineData("/events", "64 in the record")]
    [InlineData("/statements", "the pipeline will be built")]
    [InlineData("/ties", "supplies to")]
    [InlineData("/figures", "123,456 USD")]
    [InlineData("/states", "Kazakhstan")]
    [InlineData("/states/KAZ", "Astana")]
    [InlineData("/states/KAZ", "Commonwealth of Independent States")]
    [InlineData("/states/KAZ", "walnuts")]
    [InlineData("/states/KAZ", "a bridge of glass")]
    [InlineData("/states/KAZ", "data-chart=\"/states/KAZ/chart.json\"")]
    [InlineData("/states/KAZ?at=2000-01-01", "Nursultan Nazarbayev")]
    [InlineData("/institutions", "OPEC+")]
    [InlineData("/institutions/OPEC%2B", "OPEC+")]
    [InlineData("/institutions/C5%2B1?at=2016-01-01", "Uzbekistan")]
    [InlineData("/dossiers", "/dossiers/bases")]
    [InlineData("/dossiers/bases", "Manas")]
    [InlineData("/people", "/people/")]
    [InlineData("/people?q=nazarbayev&office=president", "Nursultan Nazarbayev")]
    [InlineData("/people/tokayev", "speaker of the senate")]
    [InlineData("/dyads/KAZ/USA", "Kazakhstan on United States")]
    [InlineData("/commitments?by=KAZ&toward=USA", "a bridge of glass")]
    [InlineData("/expectations?actor=KAZ", "the bridge stands")]
    [InlineData("/may?who=UZB&act=host&whom=USA&at=2021-07-01", "Rules that apply")]
    [InlineData("/data", "GloVe")]
    [InlineData("/keys", "undo the last step")]
    public async Task A_page_answers_with_its_data(string address, string text)
    {
        HttpResponseMessage answer = await desk.Client.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        string html = await answer.Content.ReadAsStringAsync();
        Assert.Contains(text, WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        // What the security policy forbids, a page must not need.
        Assert.DoesNotMatch(InlineStyle(), html);
        Assert.Single(Heads().Matches(html));
    }

    [Theory]
    [InlineData("/may?who=UZB&act=host&whom=USA&at=2021-07-01")]
    [InlineData("/may?who=uzbekistan&act=host&whom=united+states&at=2021-07-01")]
    // As the page had them before it took the interface's names.
    [InlineData("/may?who=UZB&act=host&toward=USA&day=2021-07-01")]
    public async Task Whether_somebody_may_is_answered_for_the_other_party_and_the_day_in_names(string address)
    {
        string html = WebUtility.HtmlDecode(await desk.Client.GetStringAsync(address));
        string main = Tags().Replace(html[html.IndexOf("answer-head", StringComparison.Ordinal)..], "");
        string question = main[..main.IndexOf('?', StringComparison.Ordinal)];
        Assert.Contains("Uzbekistan host forces of United States on 2021-07-01", Blanks().Replace(question, " "), StringComparison.Ordinal);
        string answer = main[..main.IndexOf("Rules that apply", StringComparison.Ordinal)];
        Assert.DoesNotContain("UZB", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("member_of", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_names_whole_words_before_parts_of_words()
    {
        string html = await desk.Client.GetStringAsync("/search?q=gas");
        int exporters = html.IndexOf("Gas Exporting", StringComparison.Ordinal), island = html.IndexOf("Madagascar", StringComparison.Ordinal);
        Assert.True(exporters > 0 && (island < 0 || exporters < island), $"{exporters} {island}");
    }

    [Fact]
    public async Task A_receipt_names_the_title_where_the_outlet_is_not_known()
    {
        await using WorkDesk own = await WorkDesk.StartAsync(fill: s => s.Write(LookupFixture.Report("07-file-name", null, "Two states talk", "The two ministers met in Vienna on Tuesday."), [LookupFixture.Act("a0", "07-file-name", "KAZ", "UZB", Annalist.Model.EventType.Consult, new DateOnly(2020, 1, 1))], "d", DateTimeOffset.UnixEpoch));
        foreach (string address in new[] { "/dyads/KAZ/UZB", "/events" })
        {
            string html = await own.Client.GetStringAsync(address);
            Assert.Contains(">Two states talk</a>", html, StringComparison.Ordinal);
            Assert.Contains("title=\"07-file-name\"", html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/states/XQX", "No such state")]
    [InlineData("/institutions/XQX%2B1", "No such institution")]
    [InlineData("/dossiers/nothing", "No such dossier")]
    [InlineData("/people/nobody-at-all", "No such person")]
    [InlineData("/dyads/KAZ/XQX", "No such pair")]
    [InlineData("/dyads/KAZ/KAZ", "No such pair")]
    [InlineData("/actors/XQX", "No such actor")]
    [InlineData("/states/%3Cscript%3E", "No such state")]
    public async Task An_unknown_code_is_said_to_be_unknown(string address, string text)
    {
        HttpResponseMessage answer = await desk.Client.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        string html = await answer.Content.ReadAsStringAsync();
        Assert.Contains(text, html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/actors/KAZ", "/states/KAZ")]
    [InlineData("/actors/C5%2B1", "/institutions/C5%2B1")]
    [InlineData("/states/kaz?at=2000-01-01", "/states/KAZ?at=2000-01-01")]
    [InlineData("/states/kazakhstan", "/states/KAZ")]
    [InlineData("/institutions/KAZ", "/states/KAZ")]
    [InlineData("/states/CSTO", "/institutions/CSTO")]
    public async Task A_code_leads_to_the_page_of_its_kind(string address, string to)
    {
        HttpResponseMessage answer = await desk.Client.GetAsync(address);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(to, answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/events?type=ASSAULT", 1)]
    [InlineData("/events?actor=UZB", 1)]
    [InlineData("/events?actor=Kazakhstan", 50)]
    [InlineData("/events?actor=KAZ&with=USA&since=2020-02-01&until=2020-02-03", 3)]
    [InlineData("/events?by=USA", 0)]
    [InlineData("/events?toward=USA&outlet=vienna&page=2", 13)]
    [InlineData("/events?page=999", 0)]
    [InlineData("/statements?speaker=speaker", 1)]
    [InlineData("/statements?toward=RUS", 1)]
    [InlineData("/ties?type=member_of", 0)]
    [InlineData("/reports?outlet=courier", 1)]
    [InlineData("/reports?since=2022-01-01", 0)]
    public async Task Filters_filter(string address, int rows)
    {
        string html = await desk.Client.GetStringAsync(address);
        Assert.Equal(rows, Rows().Count(html));
    }

    [Theory]
    [InlineData("/events?since=yesterday", "“yesterday” is no day")]
    [InlineData("/events?type=NONSENSE", "is none of")]
    [InlineData("/commitments?by=Nobody+of+this+name", "No pack knows")]
    [InlineData("/may?who=UZB&act=juggle", "is no act")]
    [InlineData("/states/KAZ?at=31.12.2020", "is no day")]
    public async Task What_cannot_be_understood_is_said(string address, string text) => Assert.Contains(text, WebUtility.HtmlDecode(await desk.Client.GetStringAsync(address)), StringComparison.Ordinal);

    [Theory]
    [InlineData("/events?actor=UZB")]
    [InlineData("/statements?actor=UZB")]
    [InlineData("/reports")]
    [InlineData("/states/UZB")]
    [InlineData("/dyads/RUS/UZB")]
    public async Task Hostile_text_does_no_harm(string address)
    {
        string html = await desk.Client.GetStringAsync(address);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("\" onmouseover=\"", html, StringComparison.Ordinal);
        Assert.True(html.Length < 600_000, $"{html.Length} characters: long words are cut");
    }

    [Fact]
    public async Task A_fact_shows_its_receipt_and_how_it_stands()
    {
        string html = await desk.Client.GetStringAsync("/states/KAZ");
        Assert.Contains("<span class=\"nb\">world/</span><wbr><span class=\"nb\">ties.tsv:", html, StringComparison.Ordinal);
        Assert.Contains("s-established", html, StringComparison.Ordinal);
        Assert.Contains("s-told", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/findings/t0\"", html, StringComparison.Ordinal);
    }

    [GeneratedRegex("<[^>]+ (style|on[a-z]+)=|<style|<script>", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex InlineStyle();

    [GeneratedRegex("<[^>]+>", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Tags();

    [GeneratedRegex("\\s+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex("<h1[ >]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Heads();

    [GeneratedRegex("class=\"what\"", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Rows();
}
