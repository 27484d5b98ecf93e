using System.Net;
using System.Text.Json;

namespace Annalist.Tests.Web;

/// <summary>Who may ask, and what every answer says to a browser.</summary>
public sealed class GateTests(LookupFixture desk) : IClassFixture<LookupFixture>
{
    private const string Secret = "a token of many letters";

    [Theory]
    [InlineData("evil.example.org")]
    [InlineData("localhost.evil.example.org")]
    [InlineData("127.0.0.1.evil.example.org")]
    [InlineData("10.0.0.7:5710")]
    public async Task Another_machine_s_name_is_refused_with_a_remedy(string host)
    {
        HttpResponseMessage answer = await Send(desk.Client, HttpMethod.Get, "/api/findings", ("Host", host));
        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
        using JsonDocument problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Contains("--host-name", problem.RootElement.GetProperty("remedy").GetString(), StringComparison.Ordinal);
        Assert.Contains(host, problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:80")]
    [InlineData("127.0.0.1:5710")]
    [InlineData("[::1]:5710")]
    public async Task The_machine_s_own_names_are_let_through_at_any_port(string host) => Assert.Equal(HttpStatusCode.OK, (await Send(desk.Client, HttpMethod.Get, "/api/progress", ("Host", host))).StatusCode);

    [Fact]
    public async Task A_further_name_is_let_through_when_the_desk_was_started_with_it()
    {
        await using WorkDesk own = await WorkDesk.StartAsync(o => o with { HostNames = ["desk.example.org"] });
        Assert.Equal(HttpStatusCode.OK, (await Send(own.Client, HttpMethod.Get, "/api/progress", ("Host", "desk.example.org:5710"))).StatusCode);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await Send(own.Client, HttpMethod.Get, "/api/progress", ("Host", "example.org"))).StatusCode);
    }

    [Theory]
    [InlineData("Origin", "http://evil.example.org")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://localhost")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_change_that_comes_from_another_site_is_refused_and_a_look_is_not(string header, string value)
    {
        HttpResponseMessage change = await Send(desk.Client, HttpMethod.Post, "/theme", (header, value));
        Assert.Equal(HttpStatusCode.Forbidden, change.StatusCode);
        Assert.Contains("remedy", await change.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Send(desk.Client, HttpMethod.Get, "/events", (header, value))).StatusCode);
    }

    [Fact]
    public async Task A_change_from_the_desk_s_own_page_is_not_refused_for_where_it_comes_from()
    {
        HttpResponseMessage answer = await Send(desk.Client, HttpMethod.Post, "/theme", ("Origin", desk.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)), ("Sec-Fetch-Site", "same-origin"));
        // Only its token is missing.
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/events", HttpStatusCode.OK)]
    [InlineData("/states/KAZ", HttpStatusCode.OK)]
    [InlineData("/states/XQX", HttpStatusCode.NotFound)]
    [InlineData("/no-such-page", HttpStatusCode.NotFound)]
    [InlineData("/assets/annalist.css", HttpStatusCode.OK)]
    [InlineData("/assets/nothing.js", HttpStatusCode.NotFound)]
    [InlineData("/api/findings", HttpStatusCode.OK)]
    [InlineData("/api/findings?since=soon", HttpStatusCode.BadRequest)]
    [InlineData("/api/openapi.json", HttpStatusCode.OK)]
    public async Task Every_answer_forbids_foreign_and_inline_scripts_and_styles(string address, HttpStatusCode status)
    {
        HttpResponseMessage answer = await desk.Client.GetAsync(address);
        Assert.Equal(status, answer.StatusCode);
        Guarded(answer);
    }

    [Fact]
    public async Task A_refusal_in_a_browser_is_a_page_of_the_desk_in_whole_sentences()
    {
        HttpResponseMessage answer = await Send(desk.Client, HttpMethod.Get, "/review?report=nothing-of-this-name", ("Accept", "text/html"), ("Cookie", "annalist-theme=dark"));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        string page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("<html lang=\"en\" data-theme=\"dark\">", page, StringComparison.Ordinal);
        Assert.Contains("name=\"viewport\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"color-scheme\" content=\"light dark\"", page, StringComparison.Ordinal);
        Assert.Contains("<a class=\"skip\" href=\"#main\">", page, StringComparison.Ordinal);
        Assert.Contains("<a class=\"name\" href=\"/\"", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/reports\">Reports</a>", page, StringComparison.Ordinal);
        Assert.Contains(">The record has no report nothing-of-this-name.</p>", page, StringComparison.Ordinal);
        Assert.Contains(">Choose one of the list under Reports.</p>", page, StringComparison.Ordinal);
        string other = await (await Send(desk.Client, HttpMethod.Get, "/", ("Accept", "text/html"), ("Host", "evil.example.org"), ("Cookie", "annalist-theme=\"><script>"))).Content.ReadAsStringAsync();
        Assert.Contains("name=\"viewport\"", other, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/\"", other, StringComparison.Ordinal);
        Assert.DoesNotContain("script", other, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusals_have_the_same_headers()
    {
        Guarded(await Send(desk.Client, HttpMethod.Get, "/", ("Host", "evil.example.org")));
        Guarded(await Send(desk.Client, HttpMethod.Post, "/theme", ("Origin", "null")));
        Guarded(await Send(desk.Client, HttpMethod.Post, "/theme"));
        await using WorkDesk own = await WorkDesk.StartAsync(o => o with { Token = Secret });
        Guarded(await own.Client.GetAsync("/"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("too short")]
    [InlineData("fifteen letters")]
    public async Task Beyond_loopback_nothing_starts_without_a_long_token(string? token)
    {
        ArgumentException e = await Assert.ThrowsAsync<ArgumentException>(() => WorkDesk.StartAsync(o => o with { Address = IPAddress.Any, Token = token }));
        Assert.Contains("token", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer another token altogether")]
    [InlineData("Bearer ")]
    [InlineData("Basic a token of many letters")]
    [InlineData("Bearer a token of many lettersx")]
    public async Task Without_the_right_token_nothing_is_told(string? header)
    {
        await using WorkDesk own = await WorkDesk.StartAsync(o => o with { Token = Secret });
        foreach (string address in new[] { "/", "/api/findings", "/assets/annalist.css", "/events?token=another", "/events?token=" })
        {
            HttpResponseMessage answer = header is null ? await own.Client.GetAsync(address) : await Send(own.Client, HttpMethod.Get, address, ("Authorization", header));
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.StartsWith("Bearer", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_token_is_shown_as_a_bearer_or_once_in_the_address_after_which_a_cookie_stands_for_it()
    {
        await using WorkDesk own = await WorkDesk.StartAsync(o => o with { Token = Secret });
        Assert.Equal(HttpStatusCode.OK, (await Send(own.Client, HttpMethod.Get, "/api/findings", ("Authorization", "Bearer " + Secret))).StatusCode);
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = own.Address };
        HttpResponseMessage first = await browser.GetAsync("/events?token=" + Uri.EscapeDataString(Secret));
        Assert.Equal((HttpStatusCode.Redirect, "/events"), (first.StatusCode, first.Headers.Location!.ToString()));
        string set = Assert.Single(first.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", set, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", set, StringComparison.OrdinalIgnoreCase);
        string cookie = set.Split(';')[0], kept = cookie.Split('=', 2)[1];
        Assert.Equal(HttpStatusCode.OK, (await Send(browser, HttpMethod.Get, "/events", ("Cookie", cookie))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Send(browser, HttpMethod.Get, "/events", ("Authorization", "Bearer " + kept))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/events?token=" + kept)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Send(browser, HttpMethod.Get, "/events", ("Cookie", cookie + "0"))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Send(browser, HttpMethod.Post, "/read?token=" + Uri.EscapeDataString(Secret))).StatusCode);
    }

    [Theory]
    [InlineData("//evil.example.org", "/")]
    [InlineData("/reports/Z%C3%BCrich", "/reports/Z%C3%BCrich")]
    [InlineData("/states/A%2FB", "/states/A%2FB")]
    public async Task The_address_that_showed_the_token_leads_to_this_desk(string path, string expected)
    {
        await using WorkDesk own = await WorkDesk.StartAsync(o => o with { Token = Secret });
        using var ask = new HttpRequestMessage(HttpMethod.Get, new Uri(own.Address.GetLeftPart(UriPartial.Authority) + path + "?token=" + Uri.EscapeDataString(Secret)));
        HttpResponseMessage answer = await own.Client.SendAsync(ask);
        Assert.Equal((HttpStatusCode.Redirect, expected), (answer.StatusCode, answer.Headers.Location!.OriginalString));
    }

    private static void Guarded(HttpResponseMessage answer)
    {
        string policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    private static async Task<HttpResponseMessage> Send(HttpClient client, HttpMethod method, string address, params (string Name, string Value)[] headers)
    {
        using var ask = new HttpRequestMessage(method, address);
        if (method == HttpMethod.Post) ask.Content = new FormUrlEncodedContent([new("theme", "dark")]);
        foreach ((string name, string value) in headers) ask.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(ask);
    }
}
