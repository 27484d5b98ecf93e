using Annalist.Ingest;

namespace Annalist.Tests.Ingest;

public sealed class ArticlePropertyTests
{
    private static readonly ArticleExtractor Extractor = new();

    private static readonly string[] Scraps =
    [
        "Read more", "The ministers met in Skarn on Tuesday and agreed to meet again in May.", "12.03.2021 10:15", "© 2021 Skarn Daily", "\"", ".x", "0 $", "", "", "NEWS | SPORT | TRAVEL",
        "By Mara Lindqvist", "SKARN, March 3 (Meridian Press) - The talks went on for a second day without a result.", "A short subhead", "Why not?", "•", "99/99/9999", "31.02.2021", "\uD83D", "\u0000\u0001",
        "According to", "According to the newspaper", "told", "Published:", "(", "— - —", "Support Tide", "31 June 2021 and 30 February 2021 are no days, the clerk said to the court.",
        "https://example.org", "Комментарии", "„Nein“, sagte er.", "漁業協定は火曜日に署名されたと両国の政府が発表した。委員会は六月に初めて開かれる。",
    ];

    [Fact]
    public void Any_heap_of_scraps_gives_a_report_whose_lines_are_lines_of_the_page()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            string page = string.Join('\n', Enumerable.Range(0, random.Next(1, 40)).Select(_ => Scraps[random.Next(Scraps.Length)]));
            var report = Extractor.Extract(new SourceDocument { Label = "x", Text = page });
            foreach (string line in report.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)) Assert.True(page.Contains(line, StringComparison.Ordinal), $"seed {seed}: {line}");
            Assert.Equal(report.Published is null, report.PublishedBasis is null);
        }
    }

    [Fact]
    public void Random_characters_never_throw()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            char[] page = new char[random.Next(0, 400)];
            for (int i = 0; i < page.Length; i++) page[i] = random.Next(4) switch { 0 => (char)random.Next(32, 127), 1 => "\n .,\"'-–:()/|$1920"[random.Next(18)], 2 => (char)random.Next(0x400, 0x500), _ => (char)random.Next(0, 0x10000) };
            Assert.NotNull(Extractor.Extract(new SourceDocument { Label = "x", Text = new string(page) }).Text);
        }
    }

    [Theory]
    [InlineData(NoisyPages.CommentedNews)]
    [InlineData(NoisyPages.WrappedWire)]
    [InlineData(NoisyPages.RussianPage)]
    [InlineData(NoisyPages.GluedTickers)]
    [InlineData(MoreNoisyPages.Opinion)]
    [InlineData(MoreNoisyPages.Tabloid)]
    [InlineData(MoreNoisyPages.Briefing)]
    public void A_body_extracted_again_is_the_same(string page)
    {
        string body = Extractor.Extract(new SourceDocument { Label = "x", Text = page }).Text;
        Assert.Equal(body, Extractor.Extract(new SourceDocument { Label = "x", Text = body }).Text);
    }
}
