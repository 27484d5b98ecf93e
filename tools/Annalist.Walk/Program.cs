// Plays a careful person's review of one report in a real browser and counts keystrokes and seconds. The decisions are those of gold records; every step is a key.
//   dotnet run -c Release --project tools/Annalist.Walk -- REPORT.txt GOLD.jsonl [--show]
// Or takes a picture of every page, light and dark, over a record; without one, over the sample reports, which are read through the first page.
//   dotnet run -c Release --project tools/Annalist.Walk -- --pictures DIR [--record FILE] [--size 1360x900] [--full] [--only home,state] [--readme docs/images]
using System.Diagnostics;
using System.Globalization;
using Annalist.Coding;
using Annalist.Walk;
using Annalist.Web;
using Microsoft.Playwright;

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and int at && at + 1 < args.Length ? args[at + 1] : null;
string? pictures = Option("--pictures"), record = Option("--record");
if (pictures is null && (args.Length < 2 || !File.Exists(args[0]) || !File.Exists(args[1])))
{
    Console.Error.WriteLine("annalist-walk: give a report and its gold records: REPORT.txt GOLD.jsonl [--show]; or --pictures DIR [--record FILE]");
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
    await using WebServer server = await WebServer.StartAsync(new WebOptions { Record = record ?? Path.Combine(folder.FullName, "walk.db"), Port = 0, Author = pictures is null ? "walk" : null });
    using IPlaywright playwright = await Playwright.CreateAsync();
    await using IBrowser browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox", "--disable-gpu"] });
    if (pictures is not null)
    {
        var camera = new Pictures(browser, server.Address);
        if (record is null) await camera.ReadAsync(Path.Combine("data", "samples"));
        int[] size = [.. (Option("--size") ?? "1360x900").Split('x').Select(n => int.Parse(n, CultureInfo.InvariantCulture))];
        await camera.TakeAsync(pictures, size[0], size[1], args.Contains("--full"), (Option("--only") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet());
        if (Option("--readme") is { } images) await camera.TakeReadmeAsync(images);
        return 0;
    }
    IPage page = await (await browser.NewContextAsync(new() { BaseURL = server.Address.ToString() })).NewPageAsync();
    // Model and packs are in memory, as on a desk that is in use.
    Coder.Default.Code("The two ministers met on Tuesday.");
    await page.GotoAsync("/");
    await page.GotoAsync("/keys");
    var walk = new Reviewer(page, GoldDecisions.Load(args[1]), args.Contains("--show"));
    var watch = Stopwatch.StartNew();
    await walk.PasteAsync(await File.ReadAllTextAsync(args[0]));
    TimeSpan marked = watch.Elapsed;
    await walk.ReviewAsync();
    await walk.AddMissingAsync();
    Console.WriteLine(walk.Summary(marked, watch.Elapsed));
    if (walk.Holds) return 0;
    Console.Error.WriteLine("annalist-walk: more than three keys a finding that was right, more than fifteen one that was missing, or something could not be added");
    return 1;
}
finally
{
    folder.Delete(recursive: true);
}
