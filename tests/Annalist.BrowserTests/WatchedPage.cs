using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Annalist.BrowserTests;

/// <summary>A page that keeps its console errors, its failures, its dialogs and every address that it asks for.</summary>
public sealed class WatchedPage : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> faults = new();

    public WatchedPage(IPage page, Uri desk)
    {
        Page = page;
        page.Console += (_, m) =>
        {
            if (m.Type is "error" or "warning") faults.Enqueue($"{m.Type} at {page.Url}: {m.Text}");
        };
        page.PageError += (_, e) => faults.Enqueue($"failure at {page.Url}: {e}");
        page.Dialog += (_, d) =>
        {
            faults.Enqueue($"dialog at {page.Url}: {d.Message}");
            _ = d.DismissAsync();
        };
        page.Request += (_, r) =>
        {
            var asked = new Uri(r.Url);
            if (asked.Scheme is not ("data" or "blob" or "about") && (asked.Host != desk.Host || asked.Port != desk.Port)) faults.Enqueue($"{page.Url} asks for {r.Url}");
        };
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>What went wrong so far.</summary>
    public IReadOnlyCollection<string> Faults => faults;

    /// <summary>Goes to an address of the desk, which must answer with the status.</summary>
    public async Task GoAsync(string address, int status = 200)
    {
        IResponse? answer = await Page.GotoAsync(address);
        Assert.Equal(status, answer!.Status);
    }

    /// <summary>Serious and critical faults that axe finds on the page as it stands.</summary>
    public async Task<IReadOnlyList<string>> AxeAsync()
    {
        await Page.EvaluateAsync(await File.ReadAllTextAsync(Browser.Axe!));
        string[] found = await Page.EvaluateAsync<string[]>("""
            async () => (await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })).violations
                .filter(v => v.impact === "serious" || v.impact === "critical")
                .map(v => v.id + ": " + v.help + " at " + v.nodes.slice(0, 3).map(n => n.target.join(" ") + " " + n.html.slice(0, 120)).join(", "))
            """);
        return found;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
