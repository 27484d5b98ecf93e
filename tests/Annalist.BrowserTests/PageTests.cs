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
        { "/may?who=UZB&act=host&whom=USA&at=2021-07-01", "no" },
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
