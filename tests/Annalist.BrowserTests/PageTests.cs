using Microsoft.Playwright;

namespace Annalist.BrowserTests;

/// <summary>Each page of the desk in a real browser.</summary>
public sealed class PageTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private const string Report = "10-samarkand-eu-summit-april-2025";

    public static TheoryData<string, string> Pages => new()
    {
        { "/", "findings" },
        { "/reports/" + Report, "Samarkand" },
        { "/review", "reviewed" },
        { "/review?report=" + Report, "Accept" },
        { "/review/add?report=" + Report + "&sentence=4", "Actors" },
        { "/reports", "Central Asia" },
        { "/events", "CONSULT" },
        { "/statements", "said" },
        { "/states", "Kazakhstan" },
        { "/states/KAZ", "Eurasian Economic Union" },
        { "/institutions", "Collective Security" },
        { "/institutions/CSTO?at=2015-10-14", "Armenia" },
        { "/dossiers", "bases" },
        { "/dossiers/tapi", "Turkmenistan" },
        { "/people?q=Tokayev", "Tokayev" },
        { "/dyads/KAZ/UZB", "Uzbekistan" },
        { "/commitments", "stage" },
        { "/expectations", "Expectations" },
        { "/may?who=UZB&act=host&whom=USA&at=2021-07-01", "May Uzbekistan host forces of United States on 2021-07-01?" },
        { "/search?q=gas+pipeline", "pipeline" },
        { "/accuracy", "own card" },
        { "/data", "central-asia" },
        { "/keys", "accept" },
        { "/api", "OpenAPI" },
    };

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task A_page_loads_with_its_data_and_without_faults(string address, string text)
    {
        await using WatchedPage page = await desk.PageAsync();
        await page.GoAsync(address);
        Assert.Contains(text, await page.Page.InnerTextAsync("main"), StringComparison.OrdinalIgnoreCase);
        await page.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Empty(page.Faults);
    }

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_no_serious_fault_in_light_and_dark(string address, string text)
    {
        Assert.NotEmpty(text);
        foreach (bool dark in new[] { false, true })
        {
            await using WatchedPage page = await desk.PageAsync(dark);
            await page.GoAsync(address);
            IReadOnlyList<string> faults = await page.AxeAsync();
            Assert.True(faults.Count == 0, string.Join('\n', faults));
        }
    }

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task On_a_narrow_screen_nothing_scrolls_sideways_and_the_focus_is_seen_in_both_colours(string address, string text)
    {
        Assert.NotEmpty(text);
        foreach (bool dark in new[] { false, true })
        {
            await using WatchedPage page = await desk.PageAsync(dark);
            await page.Page.SetViewportSizeAsync(420, 900);
            await page.GoAsync(address);
            int wide = await page.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
            Assert.True(wide <= 420, $"{address} is {wide} pixels wide");
            // After a key the browser shows the focus as it does to who works by keyboard.
            await page.Page.Keyboard.PressAsync("Tab");
            Assert.Equal("To the page", await page.Page.EvaluateAsync<string>("() => document.activeElement.textContent"));
            string[] unseen = await page.Page.EvaluateAsync<string[]>("""
                () => {
                  const channels = (c) => c.match(/[\d.]+/g).slice(0, 3).map((n) => { const v = Number(n) / 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; });
                  const light = (c) => { const [r, g, b] = channels(c); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
                  const paper = light(getComputedStyle(document.body).backgroundColor);
                  const bad = [], seen = new Set();
                  for (const e of document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")) {
                    // One of each kind in each place: a page of a thousand links has a dozen of them.
                    const kind = [e, e.parentElement, e.parentElement.parentElement].map((x) => x.tagName + "." + x.className + (x.type ?? "")).join(" ");
                    if (seen.has(kind)) continue;
                    e.focus({ preventScroll: true });
                    if (document.activeElement !== e) continue;
                    seen.add(kind);
                    const s = getComputedStyle(e), line = light(s.outlineColor);
                    const contrast = (Math.max(line, paper) + 0.05) / (Math.min(line, paper) + 0.05);
                    if (s.outlineStyle === "none" || parseFloat(s.outlineWidth) < 2 || contrast < 3) bad.push(e.outerHTML.slice(0, 120));
                  }
                  return bad;
                }
                """);
            Assert.True(unseen.Length == 0, string.Join('\n', unseen.Take(5)));
        }
    }

    [BrowserFact]
    public async Task On_paper_a_report_has_its_marks_and_nothing_to_press()
    {
        await using WatchedPage page = await desk.PageAsync(dark: true);
        await page.GoAsync("/reports/" + Report);
        await page.Page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (string gone in new[] { "header.mast nav", "header.mast form", "footer", "a.main", "article.card details" }) Assert.False(await page.Page.Locator(gone).First.IsVisibleAsync(), gone);
        Assert.True(await page.Page.Locator("article.card .says").First.IsVisibleAsync());
        string[] marks = await page.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.m.cue.end')].map(m => getComputedStyle(m).textDecorationLine + ' ' + getComputedStyle(m, '::after').content)");
        Assert.NotEmpty(marks);
        Assert.All(marks, m => Assert.Matches("^underline \"[estfrcxa]\"$", m));
        Assert.Equal("rgb(0, 0, 0)", await page.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).color"));
    }

    [BrowserFact]
    public async Task A_page_that_is_not_there_says_so()
    {
        await using WatchedPage page = await desk.PageAsync();
        await page.GoAsync("/reports/nothing-of-this-name", 404);
        Assert.Contains("No such report", await page.Page.InnerTextAsync("h1"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task The_pages_work_without_script()
    {
        await using WatchedPage page = await desk.PageAsync(script: false);
        await page.GoAsync("/review?report=" + Report);
        string before = await page.Page.InnerTextAsync(".progress");
        await page.Page.ClickAsync("button[value=accept]");
        await page.Page.WaitForURLAsync(u => u.Contains("/review?", StringComparison.Ordinal));
        Assert.NotEqual(before, await page.Page.InnerTextAsync(".progress"));
        await page.Page.ClickAsync("button[data-key=u]");
        Assert.Equal(before, await page.Page.InnerTextAsync(".progress"));
    }
}
