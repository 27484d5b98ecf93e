// Plays a careful person's review of one report in a real browser and counts keystrokes and seconds. The decisions are those of gold records; every step is a key.
//   dotnet run -c Release --project tools/Annalist.Walk -- REPORT.txt GOLD.jsonl [--show]
using System.Diagnostics;
using Annalist.Walk;
using Annalist.Web;
using Microsoft.Playwright;

if (args.Length < 2 || !File.Exists(args[0]) || !File.Exists(args[1]))
{
    Console.Error.WriteLine("annalist-walk: give a report and its gold records: REPORT.txt GOLD.jsonl [--show]");
    return 2;
}
string? chromium = Environment.GetEnvironmentVariable("ANNALIST_CHROMIUM") is { Length: > 0 } named ? named : new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);
if (chromium is null)
{
    Console.Error.WriteLine("annalist-walk: no Chromium was found: install it (Debian: apt-get install chromium) or name it in ANNALIST_CHROMIUM");
    return 1;
}
DirectoryInfo folder = Directory.CreateTempSubdirectory("annalist-walk");
try
{
    await using WebServer server = await WebServer.StartAsync(new WebOptions { Record = Path.Combine(folder.FullName, "walk.db"), Port = 0, Author = "walk" });
    using IPlaywright playwright = await Playwright.CreateAsync();
    await using IBrowser browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox", "--disable-gpu"] });
    IPage page = await (await browser.NewContextAsync(new() { BaseURL = server.Address.ToString() })).NewPageAsync();
    // Model and packs are in memory, as on a desk that is in use.
    await page.GotoAsync("/");
    await page.GotoAsync("/keys");
    var walk = new Reviewer(page, GoldDecisions.Load(args[1]), args.Contains("--show"));
    var watch = Stopwatch.StartNew();
    await walk.PasteAsync(await File.ReadAllTextAsync(args[0]));
    TimeSpan marked = watch.Elapsed;
    await walk.ReviewAsync();
    await walk.AddMissingAsync();
    Console.WriteLine(walk.Summary(marked, watch.Elapsed));
    return 0;
}
finally
{
    folder.Delete(recursive: true);
}
