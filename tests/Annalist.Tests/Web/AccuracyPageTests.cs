using Annalist.Model;
using Annalist.Store;
using Annalist.Tests.House;
using Annalist.Tests.Model;
using Annalist.Tests.Store;
using Annalist.Web;
using Annalist.Web.Lookup;

namespace Annalist.Tests.Web;

public sealed class AccuracyPageTests
{
    private static readonly DateTimeOffset Morning = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_page_shows_the_programs_card_and_below_it_the_records()
    {
        using var folder = new TemporaryFolder();
        await using WebServer server = await WebServer.StartAsync(new WebOptions { Record = folder.File("r.db"), Port = 0 });
        using var client = new HttpClient { BaseAddress = server.Address };
        string before = await client.GetStringAsync("/accuracy");
        Assert.Contains("Nothing was reviewed.", before, StringComparison.Ordinal);
        Assert.All(OwnFigure.Card, f => Assert.Contains(System.Net.WebUtility.HtmlEncode(f.Command), before, StringComparison.Ordinal));
        using (RecordStore store = RecordStore.Open(folder.File("r.db")))
        {
            store.Write(Samples.FullReport(), [.. Enumerable.Range(0, 12).Select(i => (Event)Samples.Full[0] with { Id = "e" + i })], "d1", Morning);
            for (int i = 0; i < 12; i++) store.Judge("e" + i, i < 9 ? Judgement.Accepted : Judgement.Rejected, null, Morning);
        }
        string after = await client.GetStringAsync("/accuracy");
        Assert.Contains("12 findings judged in 1 report", after, StringComparison.Ordinal);
        Assert.Contains("0.75", after, StringComparison.Ordinal);
        Assert.Contains("meet-v", after, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", after, StringComparison.Ordinal);
        Assert.DoesNotContain("<table>", after, StringComparison.Ordinal);
        Assert.Equal(after.Split("<table").Length, after.Split("<caption").Length);
    }

    [Fact]
    public void The_card_in_the_readme_is_that_of_the_data()
    {
        string readme = File.ReadAllText(Path.Combine(Repo.Root, "README.md"));
        int start = readme.IndexOf("| what | figure | on |", StringComparison.Ordinal);
        string[] rows = [.. readme[start..readme.IndexOf("\n\n", start, StringComparison.Ordinal)].Split('\n').Skip(2).Select(r => r.Replace("| |", "|  |", StringComparison.Ordinal))];
        Assert.Equal(OwnFigure.Card.Select(f => $"| {f.What} | {f.Figure} | {f.On} |"), rows);
    }
}
