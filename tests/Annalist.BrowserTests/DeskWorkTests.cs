namespace Annalist.BrowserTests;

/// <summary>An analyst's work in a real browser.</summary>
public sealed class DeskWorkTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private const string Told = """
        VIENNA, March 3, 2022 - The foreign ministers of Kazakhstan and Austria met in Vienna on Thursday.

        Austria pledged 2 million euros of aid to Kyrgyzstan. "We will support the people of Kyrgyzstan," the Austrian minister said.
        """;

    [BrowserFact]
    public async Task A_pasted_report_comes_back_marked()
    {
        await using WatchedPage page = await desk.PageAsync();
        await page.GoAsync("/");
        await page.Page.FillAsync("#text", Told);
        await page.Page.ClickAsync("form[data-drop] button");
        await page.Page.WaitForSelectorAsync(".read .body .m.cue");
        Assert.Contains("Vienna", await page.Page.InnerTextAsync(".read .body"), StringComparison.Ordinal);
        Assert.True(await page.Page.Locator("article.card").CountAsync() >= 2);
        Assert.Empty(page.Faults);
    }

    [BrowserFact]
    public async Task Pasted_text_outside_of_a_field_goes_into_the_form()
    {
        await using WatchedPage page = await desk.PageAsync();
        await page.GoAsync("/");
        await page.Page.EvaluateAsync("""
            () => { const data = new DataTransfer(); data.setData("text/plain", "Two ministers met."); document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })); }
            """);
        Assert.Equal("Two ministers met.", await page.Page.InputValueAsync("#text"));
    }

    [BrowserTheory]
    [InlineData("https://news.example/report", "address")]
    [InlineData("<!doctype html><html><body>News</body></html>", "HTML")]
    public async Task An_address_or_a_page_of_HTML_is_refused_with_what_to_do(string given, string word)
    {
        await using WatchedPage page = await desk.PageAsync();
        await page.GoAsync("/");
        await page.Page.FillAsync("#text", given);
        await page.Page.ClickAsync("form[data-drop] button");
        await page.Page.WaitForSelectorAsync("h1:has-text('Nothing was read')");
        Assert.Contains(word, await page.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_review_works_by_keyboard_alone()
    {
        await using WatchedPage page = await desk.PageAsync();
        await page.GoAsync("/review?report=" + await SomeReport(page));
        string start = await page.Page.InnerTextAsync(".progress");
        await Press(page, "a");
        Assert.Contains("1 accepted", await page.Page.InnerTextAsync(".progress"), StringComparison.Ordinal);
        await Press(page, "r");
        Assert.Contains("1 rejected", await page.Page.InnerTextAsync(".progress"), StringComparison.Ordinal);
        await Press(page, "u");
        await Press(page, "u");
        Assert.Equal(start, await page.Page.InnerTextAsync(".progress"));
        // Another status in the form, saved by Enter.
        await page.Page.Keyboard.PressAsync("e");
        await page.Page.FocusAsync("[name='f.place'], [name='f.role'], [name='f.unit']");
        await page.Page.Keyboard.TypeAsync("Vienna");
        await Saved(page, "Enter");
        Assert.Contains("1 mended", await page.Page.InnerTextAsync(".progress"), StringComparison.Ordinal);
        // A finding that is missing, in one line.
        await page.Page.Keyboard.PressAsync("n");
        await page.Page.Keyboard.TypeAsync("2 cons RUS>KAZ planned");
        await page.Page.WaitForSelectorAsync(".preview.ready");
        await Saved(page, "Enter");
        Assert.Contains("1 added", await page.Page.InnerTextAsync(".progress"), StringComparison.Ordinal);
        Assert.Empty(page.Faults);
    }

    private static async Task<string> SomeReport(WatchedPage page)
    {
        await page.GoAsync("/");
        string? address = await page.Page.GetAttributeAsync("ol.plain a >> nth=2", "href");
        return address!["/reports/".Length..];
    }

    private static Task Press(WatchedPage page, string key) => Saved(page, key);

    // The step is a form that ends in the next page.
    private static async Task Saved(WatchedPage page, string key)
    {
        await page.Page.RunAndWaitForResponseAsync(() => page.Page.Keyboard.PressAsync(key), r => r.Request.IsNavigationRequest && r.Status != 302);
        await page.Page.WaitForLoadStateAsync();
        Assert.StartsWith("Review", await page.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }
}
