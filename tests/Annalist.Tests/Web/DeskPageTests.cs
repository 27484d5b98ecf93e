using System.Net;
using System.Text.RegularExpressions;
using Annalist.Model;
using Annalist.Store;
using Annalist.Tests.Model;
using Annalist.Tests.Store;
using Annalist.Web.Lookup;
using Annalist.Web.Text;

namespace Annalist.Tests.Web;

/// <summary>What the desk's working pages show to a person.</summary>
public sealed partial class DeskPageTests
{
    private const string Story = "The foreign ministers of Kazakhstan and Poland met in Vienna on Tuesday. Kazakhstan rejected the idea of a new border fee. “We will meet again,” the Polish minister said.";

    [Fact]
    public async Task Sentences_under_review_stand_apart()
    {
        await using WorkDesk desk = await WorkDesk.StartAsync();
        await desk.PostAsync("/read", ("text", Story));
        string html = await desk.Client.GetStringAsync("/review?report=pasted");
        Assert.True(html.Split("data-s=").Length > 3, html);
        Assert.DoesNotContain("</span><span class=\"s ", html, StringComparison.Ordinal);
        Assert.Contains("</span> <span class=\"s ", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_meets_the_code_of_the_unknown()
    {
        await using WorkDesk desk = await WorkDesk.StartAsync();
        await desk.PostAsync("/read", ("text", Story));
        foreach (string kind in FindingText.Kinds)
        {
            string form = await desk.Client.GetStringAsync($"/review/add?report=pasted&kind={kind}&sentence=2");
            Assert.DoesNotContain("UNK", WithoutTags().Replace(form, " "), StringComparison.Ordinal);
            Assert.DoesNotContain(Input().Matches(form), m => m.Value.Contains("UNK", StringComparison.Ordinal));
        }
        IReadOnlyList<StoredFinding> found = desk.Look(s => s.Findings(new FindingFilter()).ToList());
        Assert.NotEmpty(found);
        foreach (StoredFinding f in found)
        {
            // The tree below is the program's own words, with its codes.
            string page = (await desk.Client.GetStringAsync("/findings/" + f.Id)).Split("id=\"why-head\"")[0];
            Assert.DoesNotContain("UNK", page, StringComparison.Ordinal);
            Assert.DoesNotContain(f.Learned, WithoutTags().Replace(page, " "), StringComparison.Ordinal);
            Assert.Contains($"datetime=\"{f.Learned}\"", page, StringComparison.Ordinal);
            Assert.Contains("characters ", page, StringComparison.Ordinal);
        }
        string report = await desk.Client.GetStringAsync("/reports/pasted");
        Assert.Contains("<span class=\"label\">confidence </span>", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_addition_that_names_nobody_is_refused()
    {
        await using WorkDesk desk = await WorkDesk.StartAsync();
        await desk.PostAsync("/read", ("text", Story));
        int before = desk.Look(s => s.Count(new FindingFilter()));
        HttpResponseMessage act = await desk.PostAsync("/review/add", ("report", "pasted"), ("sentence", "1"), ("kind", "event"), ("f.type", "CONSULT"), ("f.status", "occurred"), ("f.actors", ""), ("f.recipients", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, act.StatusCode);
        HttpResponseMessage tie = await desk.PostAsync("/review/add", ("report", "pasted"), ("sentence", "1"), ("kind", "tie"), ("f.subject", ""), ("f.relation", "ally_of"), ("f.object", ""), ("f.polarity", "1"), ("f.phase", "in_force"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tie.StatusCode);
        Assert.Equal(before, desk.Look(s => s.Count(new FindingFilter())));
        HttpResponseMessage half = await desk.PostAsync("/review/add", ("report", "pasted"), ("sentence", "1"), ("kind", "event"), ("f.type", "CONSULT"), ("f.status", "occurred"), ("f.actors", ""), ("f.recipients", "Kazakhstan"));
        Assert.Equal(HttpStatusCode.Redirect, half.StatusCode);
        Assert.Equal(before + 1, desk.Look(s => s.Count(new FindingFilter())));
    }

    [Fact]
    public async Task Every_cell_of_the_accuracy_card_says_its_column()
    {
        await using WorkDesk desk = await WorkDesk.StartAsync();
        string html = await desk.Client.GetStringAsync("/accuracy");
        Assert.Equal(5 * OwnFigure.Card.Count, Cell().Count(html));
        Assert.All(Cell().Matches(html), m => Assert.Contains("data-name=\"", m.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void The_record_s_own_card_is_made_once_until_the_record_changes()
    {
        using var folder = new TemporaryFolder();
        using var desk = new Annalist.Web.Desk(new Annalist.Web.WebOptions { Record = folder.File("r.db") });
        var morning = new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
        desk.Store.Write(Samples.FullReport(), [(Event)Samples.Full[0] with { Id = "e1" }], "d1", morning);
        var first = desk.Card();
        Assert.Same(first, desk.Card());
        desk.Store.Judge("e1", Judgement.Accepted, null, morning);
        Assert.NotSame(first, desk.Card());
        Assert.Equal((0, 1), (first.All.Judged, desk.Card().All.Judged));
    }

    [Theory]
    [InlineData("2020-10-15T08:30:59Z", "2020-10-15, 08:30 UTC")]
    [InlineData("2020-10-15T08:30:59.123+02:00", "2020-10-15, 06:30 UTC")]
    [InlineData("some day", "some day")]
    public void Moments_are_told_to_the_minute(string iso, string told) => Assert.Equal(told, FindingText.Moment(iso));

    [Theory]
    [InlineData(12_000_000_000, "12 billion")]
    [InlineData(94_800_000_000, "94.8 billion")]
    [InlineData(2_500_000, "2.5 million")]
    [InlineData(-1_000_000, "-1 million")]
    [InlineData(1_234_567, "1,234,567")]
    [InlineData(130_000, "130,000")]
    [InlineData(0.5, "0.5")]
    public void Large_numbers_are_said_by_name_where_that_loses_nothing(double value, string told) => Assert.Equal(told, FindingText.Amount(value));

    [GeneratedRegex("<td[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Cell();

    [GeneratedRegex("<(input|textarea)[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Input();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex WithoutTags();
}
