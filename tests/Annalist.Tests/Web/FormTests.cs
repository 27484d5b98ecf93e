using System.Net;
using System.Text;
using Annalist.Store;
using Microsoft.AspNetCore.Routing;

namespace Annalist.Tests.Web;

/// <summary>What the desk's forms take and what they refuse.</summary>
public sealed class FormTests
{
    [Fact]
    public async Task Every_form_is_refused_without_its_token()
    {
        await using WorkDesk desk = await WorkDesk.StartAsync();
        string[] changing = [.. desk.Server.Endpoints.Where(e => Methods(e).Any(m => m is not ("GET" or "HEAD" or "OPTIONS"))).Where(e => e.Metadata.OfType<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>().FirstOrDefault() is null).Select(Address).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(["/read", "/review/add", "/review/author", "/review/judge", "/review/quick", "/review/undo", "/theme"], changing);
        foreach (string address in changing)
        {
            foreach (string token in new[] { "", "CfDJ8forged" })
            {
                using var form = new FormUrlEncodedContent([new("form-token", token), new("theme", "dark"), new("text", "They met."), new("act", "accept"), new("author", "Ada")]);
                HttpResponseMessage answer = await desk.Client.PostAsync(address, form);
                Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{address}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
                Assert.Contains("remedy", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
                Assert.False(answer.Headers.Contains("Set-Cookie"), address);
            }
        }
        Assert.Empty(desk.Labels());
    }

    [Fact]
    public async Task A_page_changes_nothing_when_a_form_is_sent_to_it_without_a_token()
    {
        await using WorkDesk desk = await WorkDesk.StartAsync();
        foreach (string address in new[] { "/", "/review", "/events" })
        {
            using var form = new FormUrlEncodedContent([new("text", "They met.")]);
            HttpResponseMessage answer = await desk.Client.PostAsync(address, form);
            Assert.InRange((int)answer.StatusCode, 400, 499);
        }
    }

    [Fact]
    public async Task A_token_holds_only_with_its_cookie()
    {
        await using WorkDesk desk = await WorkDesk.StartAsync();
        string token = await desk.TokenAsync();
        using var stranger = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = desk.Address };
        using var form = new FormUrlEncodedContent([new("form-token", token), new("theme", "dark")]);
        Assert.Equal(HttpStatusCode.BadRequest, (await stranger.PostAsync("/theme", form)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await desk.PostAsync("/theme", ("theme", "dark"))).StatusCode);
    }

    [Fact]
    public async Task A_finding_is_added_by_its_form_and_taken_back_by_another()
    {
        await using WorkDesk desk = await WorkDesk.StartAsync();
        await desk.PostAsync("/read", ("text", "The two ministers met in Vienna on Tuesday."));
        int before = desk.Look(s => s.Count(new FindingFilter()));
        HttpResponseMessage added = await desk.PostAsync("/review/add", ("report", "pasted"), ("sentence", "1"), ("kind", "tie"), ("f.subject", "KAZ"), ("f.relation", "ally_of"), ("f.object", "POL"), ("f.polarity", "1"), ("f.phase", "in_force"));
        Assert.Equal((HttpStatusCode.Redirect, "/review?said=added"), (added.StatusCode, added.Headers.Location?.OriginalString));
        Assert.Equal(before + 1, desk.Look(s => s.Count(new FindingFilter())));
        Assert.Equal(HttpStatusCode.Redirect, (await desk.PostAsync("/review/undo")).StatusCode);
        Assert.Equal(before, desk.Look(s => s.Count(new FindingFilter())));
    }

    [Theory]
    [InlineData("sentence", "99", "no sentence is chosen")]
    [InlineData("kind", "rumour", "no kind")]
    [InlineData("f.subject", "Nobody of this name", "No pack knows")]
    public async Task What_a_form_cannot_say_is_refused_with_a_remedy(string field, string value, string message)
    {
        await using WorkDesk desk = await WorkDesk.StartAsync();
        await desk.PostAsync("/read", ("text", "The two ministers met in Vienna on Tuesday."));
        (string, string)[] form = [("report", "pasted"), ("sentence", "1"), ("kind", "tie"), ("f.subject", "KAZ"), ("f.object", "POL")];
        HttpResponseMessage answer = await desk.PostAsync("/review/add", [.. form.Where(f => f.Item1 != field), (field, value)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        string body = await answer.Content.ReadAsStringAsync();
        Assert.Contains(message, body, StringComparison.Ordinal);
        Assert.Contains("remedy", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example.org", "/")]
    [InlineData("/\\evil.example.org", "/")]
    [InlineData("https://evil.example.org/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/\tevil", "/")]
    [InlineData("/ok\nLocation: //evil", "/")]
    [InlineData("", "/")]
    [InlineData("/events?actor=KAZ", "/events?actor=KAZ")]
    [InlineData("/", "/")]
    public async Task A_form_leads_back_to_this_desk_and_nowhere_else(string back, string expected)
    {
        await using WorkDesk desk = await WorkDesk.StartAsync();
        HttpResponseMessage theme = await desk.PostAsync("/theme", ("theme", "dark"), ("back", back));
        Assert.Equal((HttpStatusCode.Redirect, expected), (theme.StatusCode, theme.Headers.Location!.OriginalString));
        HttpResponseMessage author = await desk.PostAsync("/review/author", ("author", "Ada"), ("back", back));
        Assert.Equal((HttpStatusCode.Redirect, expected == "/" && back != "/" ? "/review" : expected), (author.StatusCode, author.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task A_name_is_kept_without_what_could_break_a_header()
    {
        await using WorkDesk desk = await WorkDesk.StartAsync();
        HttpResponseMessage answer = await desk.PostAsync("/review/author", ("author", " Ádá; Path=/x\r\nSet-Cookie: a=b " + new string('z', 200)));
        string cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("annalist-author=", StringComparison.Ordinal)).Split(';')[0];
        string name = Uri.UnescapeDataString(Uri.UnescapeDataString(cookie["annalist-author=".Length..]));
        Assert.StartsWith("Ádá; Path=/xSet-Cookie: a=b z", name, StringComparison.Ordinal);
        Assert.Equal(80, name.Length);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused_in_words()
    {
        await using WorkDesk desk = await WorkDesk.StartAsync();
        using var form = new MultipartFormDataContent { { new StringContent(await desk.TokenAsync()), "form-token" }, { new ByteArrayContent(new byte[21 * 1024 * 1024]), "files", "large.txt" } };
        using var ask = new HttpRequestMessage(HttpMethod.Post, "/read") { Content = form };
        // Refused before it is sent: a connection that is closed while one writes is no answer.
        ask.Headers.ExpectContinue = true;
        HttpResponseMessage answer = await desk.Client.SendAsync(ask);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("20 megabytes", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(desk.Labels());
    }

    [Fact]
    public async Task A_form_of_too_many_fields_is_refused_as_the_sender_s_fault()
    {
        await using WorkDesk desk = await WorkDesk.StartAsync();
        HttpResponseMessage answer = await desk.PostAsync("/review/judge", [.. Enumerable.Range(0, 500).Select(i => ($"f{i}", "x"))]);
        Assert.InRange((int)answer.StatusCode, 400, 499);
        Assert.Contains("remedy", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_form_is_refused_as_the_sender_s_fault()
    {
        await using WorkDesk desk = await WorkDesk.StartAsync();
        foreach (string address in new[] { "/read", "/theme", "/review/judge" })
        {
            using var json = new StringContent("{}", Encoding.UTF8, "application/json");
            json.Headers.Add("X-Form-Token", await desk.TokenAsync());
            HttpResponseMessage answer = await desk.Client.PostAsync(address, json);
            Assert.True((int)answer.StatusCode is >= 400 and <= 499, $"{address}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
    }

    internal static IReadOnlyList<string> Methods(RouteEndpoint e) => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];

    internal static string Address(RouteEndpoint e) => "/" + e.RoutePattern.RawText!.Trim('/');
}
