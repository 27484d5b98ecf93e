using Annalist.Cli;
using Annalist.Web;
using Microsoft.Playwright;

namespace Annalist.BrowserTests;

/// <summary>A desk over a fresh record of the sample reports, and a browser.</summary>
public sealed class DeskFixture : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("annalist-browser");
    private IPlaywright? playwright;
    private IBrowser? browser;
    private WebServer? server;

    /// <summary>Where the desk is.</summary>
    public Uri Address => server!.Address;

    /// <summary>The record's file.</summary>
    public string Record => System.IO.Path.Combine(folder.FullName, "desk.db");

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (Browser.Missing is not null) return;
        using (var host = new Host { Input = Stream.Null, Output = Stream.Null, Error = TextWriter.Null })
        {
            Assert.Equal(0, Application.Run(["demo", "--record", Record], host));
        }
        server = await WebServer.StartAsync(new WebOptions { Record = Record, Port = 0 });
        playwright = await Playwright.CreateAsync();
        // As root, as on CI, Chromium needs to go without its sandbox; it sees nothing but this desk.
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Browser.Path, Args = ["--no-sandbox", "--disable-gpu"] });
    }

    /// <summary>A fresh page that keeps what goes wrong on it.</summary>
    /// <param name="dark">True for dark colours.</param>
    /// <param name="script">False for a browser without script.</param>
    public async Task<WatchedPage> PageAsync(bool dark = false, bool script = true)
    {
        IBrowserContext context = await browser!.NewContextAsync(new() { BaseURL = Address.ToString(), ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light, JavaScriptEnabled = script, ViewportSize = new() { Width = 1360, Height = 900 } });
        context.SetDefaultTimeout(20_000);
        return new WatchedPage(await context.NewPageAsync(), Address);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (server is not null) await server.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
