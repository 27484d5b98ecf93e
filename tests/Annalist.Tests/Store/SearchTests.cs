using Annalist.Model;
using Annalist.Store;
using Annalist.Tests.Model;
using static Annalist.Tests.Store.Desk;

namespace Annalist.Tests.Store;

public sealed class SearchTests : IDisposable
{
    private readonly Desk desk = new();

    public SearchTests() => Store.Write(
        Samples.BareReport("second", "The harbour was closed on Friday.\nThe ministers of Vienna said nothing.") with { Title = "Harbour closed" },
        [new Aim { Id = "a9", Report = "second", Sentence = "The harbour was closed on Friday.", Span = new TextSpan(0, 33), Rule = "r", Data = "d", Of = "AAA", Matter = "closed" }],
        "d1",
        Morning);

    private RecordStore Store => desk.Store;

    public void Dispose() => desk.Dispose();

    [Fact]
    public void Words_are_found_in_reports_and_in_sentences_of_findings()
    {
        IReadOnlyList<SearchHit> hits = Store.Search("harbour closed", 10, 0);
        Assert.Equal([("report", null), ("aim", "a9")], hits.Select(h => (h.Kind, h.Finding)).ToArray());
        Assert.Equal(("second", "Harbour closed", null, null), (hits[0].ReportLabel, hits[0].Title, hits[0].Outlet, hits[0].Told));
        Assert.Equal(["harbour", "closed"], hits[1].Marks.Select(m => m.Cut(hits[1].Snippet)));
        Assert.Equal(["harbour", "closed"], hits[0].Marks.Select(m => m.Cut(hits[0].Snippet)));
        Assert.Equal("The harbour was closed on Friday. The ministers of Vienna said nothing.", hits[0].Snippet);
        Assert.True(hits[0].Rank < 0);
    }

    [Fact]
    public void All_words_must_stand_in_the_report_and_the_last_may_be_a_beginning()
    {
        Assert.Equal("first second", Reports("ministers vienna"));
        Assert.Equal("first", Reports("ministers spokeswo"));
        Assert.Equal("second", Reports("ministers harb"));
        Assert.Equal("", Reports("harb ministers"));
        Assert.Equal("", Reports("ministers aeroplane"));
    }

    [Fact]
    public void Case_and_accents_do_not_matter_and_other_scripts_are_found()
    {
        Assert.Equal("first", Reports("ELAN"));
        SearchHit hit = Store.Search("elán", 1, 0)[0];
        Assert.Equal("Élan", hit.Marks.Single().Cut(hit.Snippet));
        Assert.Equal("first", Reports("中亚"));
    }

    [Fact]
    public void What_stands_in_the_title_alone_is_found()
    {
        SearchHit hit = Store.Search("meet", 1, 0)[0];
        Assert.Equal(("first", "Ministers meet", "meet"), (hit.ReportLabel, hit.Snippet, hit.Marks.Single().Cut(hit.Snippet)));
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("\"\" OR \"\"")]
    [InlineData("*")]
    [InlineData("")]
    [InlineData("NEAR(")]
    [InlineData("title:harbour")]
    [InlineData("harbour OR closed")]
    [InlineData("{title text}: harbour")]
    [InlineData("harbour) --; DROP TABLE reports")]
    [InlineData("-harbour ^closed + \u0000 \ud800")]
    [InlineData("harbour' OR '1'='1")]
    public void Hostile_words_are_only_words(string words)
    {
        _ = Store.Search(words, 10, 0);
        Assert.Equal(2, Store.ReportCount());
    }

    [Fact]
    public void Signs_of_the_search_language_are_no_signs_here()
    {
        Assert.Equal("second", Reports("\"harbour\" ^closed"));
        Assert.Equal("", Reports("harbour OR ministers"));
        Assert.Equal("", Reports("title:closed"));
        Assert.Equal("", Reports(" .,; \"*\" "));
        Assert.Equal("second", Reports(string.Join(' ', Enumerable.Repeat("harbour", 500))));
    }

    [Fact]
    public void The_words_follow_writing_recoding_adding_mending_and_rejecting()
    {
        string added = Store.Add("first", Meeting, Noon).Id;
        Store.Mend("t1", Bond with { Place = "Linz" }, null, Noon);
        Store.Judge("f1", Judgement.Rejected, null, Noon);
        string[] found = Findings("two ministers tuesday");
        Assert.Contains(added, found);
        Assert.Contains("t1", found);
        Assert.DoesNotContain("f1", found);
        Store.Write(Samples.FullReport() with { Title = "A treaty" }, [Bond], "d2", Noon.AddHours(1));
        Assert.Equal(new[] { "t1", added }.Order(StringComparer.Ordinal), Findings("two ministers tuesday").Order(StringComparer.Ordinal));
        Assert.Equal("first", Reports("treaty"));
        Assert.Equal("", Reports("meet"));
        Store.Undo(Noon.AddHours(2));
        Store.Undo(Noon.AddHours(2));
        Store.Undo(Noon.AddHours(2));
        Assert.Equal(["t1"], Findings("two ministers tuesday"));
    }

    [Fact]
    public void Pages_put_together_are_all_hits()
    {
        SearchHit[] all = [.. Store.Search("ministers", 100, 0)];
        Assert.True(all.Length > 5);
        Assert.Equal(all.Select(h => h.Finding), Enumerable.Range(0, all.Length).Select(i => Store.Search("ministers", 1, i).Single().Finding));
        Assert.Empty(Store.Search("ministers", 5, all.Length));
        Assert.Empty(Store.Search("ministers", 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Store.Search("ministers", -1, 0));
    }

    [Fact]
    public void A_snippet_of_a_long_text_shows_where_the_words_stand_together()
    {
        string filler = string.Concat(Enumerable.Repeat("The ferry was late again. ", 200));
        Store.Write(Samples.BareReport("long", $"Quartz was found. {filler}Quartz and basalt were shipped. {filler}"), [], "d1", Morning);
        SearchHit hit = Store.Search("quartz basalt", 1, 0)[0];
        Assert.Equal(["Quartz", "basalt"], hit.Marks.Select(m => m.Cut(hit.Snippet)));
        Assert.InRange(hit.Snippet.Length, 50, 260);
    }

    private string Reports(string words) => string.Join(' ', Store.Search(words, 100, 0).Where(h => h.Finding is null).Select(h => h.ReportLabel).Order(StringComparer.Ordinal));

    private string[] Findings(string words) => [.. Store.Search(words, 100, 0).Select(h => h.Finding).OfType<string>()];
}
