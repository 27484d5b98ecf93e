using Annalist.Model;
using Annalist.Store;

namespace Annalist.BrowserTests;

/// <summary>What comes from the web is hostile: markup, scripts, marks that turn the direction of writing, words without end.</summary>
public sealed class HostileTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private const string Script = "<script>window.hurt = true</script><img src=x onerror=\"window.hurt = true\">\u202Egnitirw\u2066 \"'><svg onload=window.hurt=1>";

    [BrowserFact]
    public async Task Hostile_titles_texts_and_names_do_no_harm_on_any_page()
    {
        string label = Write();
        foreach (string address in new[] { "/", "/reports", "/reports/" + Uri.EscapeDataString(label), "/review?report=" + Uri.EscapeDataString(label), "/review/add?report=" + Uri.EscapeDataString(label), "/events", "/statements", "/search?q=" + Uri.EscapeDataString(Script), "/states/KAZ", "/findings/ehostile", "/may?who=" + Uri.EscapeDataString(Script) + "&act=host" })
        {
            await using WatchedPage page = await desk.PageAsync();
            await page.Page.GotoAsync(address);
            Assert.False(await page.Page.EvaluateAsync<bool>("() => 'hurt' in window"), address);
            Assert.Equal(0, await page.Page.Locator("main script, main img, main svg[onload]").CountAsync());
            Assert.DoesNotContain(page.Faults, f => f.Contains("dialog", StringComparison.Ordinal) || f.Contains("asks for", StringComparison.Ordinal) || f.Contains("failure", StringComparison.Ordinal));
            // A word without end may not push the page off the screen.
            Assert.True(await page.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= 1400, address);
        }
    }

    // Into the record past the reader, which would have found no article in it.
    private string Write()
    {
        string text = "Ministers of " + Script + " met in Astana. " + new string('x', 1_000_000) + " ended.";
        using RecordStore store = RecordStore.OpenExisting(desk.Record);
        var report = new Report { Label = "hostile " + Script, Hash = Fingerprint.Of(text), Title = Script, Outlet = Script, Author = Script, Language = "en", Text = text, Uri = "javascript:window.hurt=1", Published = new DateOnly(2026, 1, 2), PublishedBasis = PublishedBasis.Metadata };
        var span = new TextSpan(0, text.IndexOf(". ", StringComparison.Ordinal) + 1);
        Finding[] findings =
        [
            new Event
            {
                Id = "ehostile", Report = report.Label, Sentence = span.Cut(text), Span = span, Rule = Script, Data = "test", Type = EventType.Consult, Status = EventStatus.Occurred, Confidence = 0.5, Place = Script, Matter = Script,
                Actors = [new Party("KAZ", Sector.Gov, Script, Script, new TextSpan(0, 9))],
            },
            new Statement
            {
                Id = "shostile", Report = report.Label, Sentence = span.Cut(text), Span = span, Rule = "test", Data = "test", Speaker = Script, SpeakerCode = Script, SpeakerSector = Sector.Unk, Form = StatementForm.Indirect, Content = span.Cut(text), ContentSpan = [span], Confidence = 0.5,
            },
        ];
        store.Write(report, findings, "test", new DateTimeOffset(2026, 1, 3, 0, 0, 0, TimeSpan.Zero));
        return report.Label;
    }
}
