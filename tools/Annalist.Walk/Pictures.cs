using Microsoft.Playwright;

namespace Annalist.Walk;

/// <summary>Takes a picture of every page of the desk, light and dark, so that somebody can look at them all.</summary>
/// <param name="browser">The browser.</param>
/// <param name="desk">Where the desk is.</param>
internal sealed class Pictures(IBrowser browser, Uri desk)
{
    private const string Long = "07-gas-trade-wire-october-2023", Noisy = "14-turkmen-portal-september-2024", Summit = "10-samarkand-eu-summit-april-2025";

    // Name of the picture and address; {finding} and {person} stand for the first ones that the lists of the desk name.
    private static readonly (string Name, string Address)[] Pages =
    [
        ("home", "/"), ("reports", "/reports"), ("report", "/reports/" + Summit), ("report-long", "/reports/" + Long), ("report-noise", "/reports/" + Noisy),
        ("review-all", "/review"), ("review", "/review?report=" + Summit), ("review-add", "/review/add?report=" + Summit + "&kind=tie&sentence=3"), ("finding", "{finding}"),
        ("events", "/events"), ("statements", "/statements"), ("ties", "/ties"), ("figures", "/figures"), ("states", "/states"), ("state", "/states/KAZ"),
        ("institutions", "/institutions"), ("institution", "/institutions/CSTO"), ("format", "/institutions/C5%2B1"), ("dossiers", "/dossiers"), ("dossier", "/dossiers/tapi"),
        ("people", "/people"), ("person", "{person}"), ("dyad", "/dyads/KAZ/UZB"), ("commitments", "/commitments"), ("expectations", "/expectations"),
        ("may", "/may"), ("may-answer", "/may?who=UZB&act=host&whom=USA&at=2021-07-01"), ("search", "/search?q=gas"), ("accuracy", "/accuracy"), ("data", "/data"), ("keys", "/keys"), ("api", "/api"),
        ("nothing", "/nothing-at-this-address"), ("no-report", "/reports/nothing-of-this-name"), ("refusal", Refused),
    ];

    private const string Refused = "{refusal}";

    /// <summary>Gives the desk files to read, as a person does: through the file input of the first page.</summary>
    /// <param name="folder">Where the files are.</param>
    public async Task ReadAsync(string folder)
    {
        IPage page = await OpenAsync(dark: false, 1360, 900);
        await page.GotoAsync("/");
        await page.SetInputFilesAsync("#file", Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal));
        await page.ClickAsync("form[action='/read'] button");
        await page.WaitForURLAsync(u => new Uri(u).AbsolutePath != "/read" && new Uri(u).AbsolutePath != "/", new() { Timeout = 300_000 });
        await page.Context.DisposeAsync();
    }

    /// <summary>Takes the pictures: <c>NAME-light.png</c> and <c>NAME-dark.png</c>.</summary>
    /// <param name="folder">Where they are put.</param>
    /// <param name="width">Width of the window in pixels.</param>
    /// <param name="height">Its height.</param>
    /// <param name="full">True for the page down to its foot, false for what the window shows.</param>
    /// <param name="only">Names of pages; empty for all.</param>
    public async Task TakeAsync(string folder, int width, int height, bool full, IReadOnlySet<string> only)
    {
        Directory.CreateDirectory(folder);
        foreach (bool dark in new[] { false, true })
        {
            IPage page = await OpenAsync(dark, width, height);
            string finding = await FirstAsync(page, "/events", "/findings/"), person = await FirstAsync(page, "/people", "/people/");
            foreach (var (name, address) in Pages.Where(p => only.Count == 0 || only.Contains(p.Name)))
            {
                if (address == Refused) await RefuseAsync(page);
                else await page.GotoAsync(address switch { "{finding}" => finding, "{person}" => person, _ => address });
                await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
                int wide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
                if (wide > width) Console.WriteLine($"{name} ({(dark ? "dark" : "light")}) is {wide} pixels wide in a window of {width}");
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{(dark ? "dark" : "light")}.png"), FullPage = full });
            }
            await page.Context.DisposeAsync();
        }
    }

    /// <summary>Takes the pictures of the README: <c>report.png</c>, <c>review.png</c> and <c>state.png</c>, light.</summary>
    /// <param name="folder">Where they are put.</param>
    public async Task TakeReadmeAsync(string folder)
    {
        IPage page = await OpenAsync(dark: false, 1200, 800);
        foreach (string name in new[] { "report", "review", "state" })
        {
            await page.GotoAsync(Pages.First(p => p.Name == name).Address);
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
        }
        await page.Context.DisposeAsync();
    }

    private async Task<IPage> OpenAsync(bool dark, int width, int height)
    {
        IBrowserContext context = await browser.NewContextAsync(new()
        {
            BaseURL = desk.ToString(),
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            DeviceScaleFactor = 1,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = width, Height = height },
        });
        context.SetDefaultTimeout(60_000);
        return await context.NewPageAsync();
    }

    // A text that is an address alone is refused: the desk asks nothing of the net.
    private static async Task RefuseAsync(IPage page)
    {
        await page.GotoAsync("/");
        await page.FillAsync("#text", "https://example.org/news/1");
        await page.ClickAsync("form[action='/read'] button");
    }

    private static async Task<string> FirstAsync(IPage page, string list, string start)
    {
        await page.GotoAsync(list);
        string[] hrefs = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('main a')].map(a => a.getAttribute('href'))");
        return hrefs.FirstOrDefault(h => h.StartsWith(start, StringComparison.Ordinal)) ?? list;
    }
}
