using Annalist.Cli;
using Annalist.Model;
using Annalist.Store;

namespace Annalist.Tests.Cli;

/// <summary>A review by script: a line a step.</summary>
public sealed class ReviewCommandTests : IDisposable
{
    private static readonly DateTimeOffset Morning = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    private readonly CommandLine cli = new();
    private readonly string[] ids;

    public ReviewCommandTests()
    {
        const string Text = "Kazakhstan and Russia met in Warsaw on Tuesday. Poland agreed to help Ukraine. The ministers left.";
        var report = new Report { Label = "paper", Hash = Fingerprint.Of(Text), Title = "Talks", Language = "en", Text = Text };
        Event[] acts = [Act("xone", 0, "KAZ", 0.9), Act("xtwo", 48, "POL", 0.5), Act("xthr", 79, "RUS", 0.7)];
        using RecordStore store = RecordStore.Open(cli.Record);
        store.Write(report, acts, "d", Morning.AddDays(-1));
        // The most doubtful first, as the queue of the whole record has them.
        ids = [.. store.Queue(new QueueFilter()).Select(f => f.Id)];

        Event Act(string id, int at, string actor, double confidence)
        {
            var span = new TextSpan(at, Text.IndexOf('.', at) + 1);
            return new Event { Id = id, Report = "paper", Sentence = span.Cut(Text), Span = span, Confidence = confidence, Rule = "r", Data = "d", Type = EventType.Consult, Status = EventStatus.Occurred, Score = 2.5, Actors = [new Party(actor, Sector.Gov, null, null, null)] };
        }
    }

    public void Dispose() => cli.Dispose();

    [Fact]
    public void Findings_are_accepted_and_rejected_one_after_the_other()
    {
        CommandLine.Result r = Review("a both say so\nr\na\nq\n");
        Assert.Equal(0, r.Code);
        Assert.Equal($"{ids[0]} accepted both say so|{ids[1]} rejected |{ids[2]} accepted ", Verdicts());
        Assert.Contains("Nothing is open.", r.Out, StringComparison.Ordinal);
        Assert.EndsWith("3 of 3 reviewed: 2 accepted, 0 mended, 1 rejected, 0 merged, 0 added\n", r.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_is_gone_through_in_the_order_of_its_text_with_steps_on_and_back()
    {
        Assert.Equal(["xone", "xtwo", "xthr"], Shown(Review("j\nj\nj\nk\n", "--report", "paper").Out));
        Review("j\na\nq\n", "--report", "paper");
        Assert.Equal("xtwo accepted ", Verdicts());
        Review("k\nk\na\n", "--report", "paper");
        Assert.Equal("xtwo accepted |xone accepted ", Verdicts());
    }

    [Fact]
    public void A_finding_is_mended_field_by_field()
    {
        CommandLine.Result r = Review("e status planned | from 2022-03-03 | to 2022-03-04\nq\n", "--report", "paper");
        Assert.DoesNotContain("not taken", r.Out, StringComparison.Ordinal);
        var mended = (Event)Now("xone");
        Assert.Equal((EventStatus.Planned, new DateOnly(2022, 3, 3), new DateOnly(2022, 3, 4)), (mended.Status, mended.From, mended.To));
        Assert.Equal("xone mended ", Verdicts());
    }

    [Theory]
    [InlineData("e colour blue", "no such field", "status")]
    [InlineData("e", "no field is named", "e status planned")]
    [InlineData("e status soonish", "none of its values", "planned")]
    [InlineData("e from 2022-03-05 | to 2022-03-04", "after the last day", "exchange")]
    [InlineData("n 99 cons KAZ>RUS", "no sentence 99", "the report has")]
    [InlineData("n 1 con KAZ>RUS", "CONSULT or CONCEDE", "write")]
    [InlineData("m zzzz", "no finding begins with zzzz", "list ids")]
    [InlineData("m xone", "into itself", "stands for both")]
    [InlineData("x", "'x' is no step", "a accept")]
    [InlineData("accept", "'accept' is no step", "a accept")]
    public void A_step_that_cannot_be_taken_is_said_with_what_can_and_changes_nothing(string step, string message, string remedy)
    {
        CommandLine.Result r = Review(step + "\nq\n", "--report", "paper");
        Assert.Equal(0, r.Code);
        Assert.Contains(message, r.Out, StringComparison.Ordinal);
        Assert.Contains(remedy, r.Out[r.Out.IndexOf(message, StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Empty(Verdicts());
    }

    [Fact]
    public void What_is_missing_is_added_merged_and_taken_back()
    {
        CommandLine.Result r = Review("n 1 aid KAZ>RUS 2020-01-01\nu\nn aid KAZ>POL\nm xtwo\nu\nu\nu\nq\n", "--report", "paper", "--author", "Ada");
        Assert.Equal(2, r.Out.Split("added: event AID").Length - 1);
        Assert.Equal(2, r.Out.Split("taken back: added").Length - 1);
        Assert.Contains("taken back: merged xone", r.Out, StringComparison.Ordinal);
        Assert.Contains("there is nothing of yours to take back", r.Out, StringComparison.Ordinal);
        Assert.EndsWith("0 of 3 reviewed: 0 accepted, 0 mended, 0 rejected, 0 merged, 0 added\n", r.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_author_s_own_steps_are_taken_back()
    {
        Review("a\nq\n", "--author", "Ben");
        Assert.Contains("nothing of yours", Review("u\nq\n", "--author", "Ada").Out, StringComparison.Ordinal);
        Assert.Contains("taken back: accepted", Review("u\nq\n", "--author", "Ben").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_verdict_is_kept_under_the_name_that_is_given()
    {
        Review("a\n", "--author", "Ada");
        Assert.Equal("Ada", Look(s => Assert.Single(s.VerdictHistory()).Author));
    }

    [Fact]
    public void A_verdict_without_a_name_on_the_line_is_kept_under_the_one_that_the_environment_says()
    {
        cli.Author = "Ben";
        Review("a\n");
        Assert.Equal("Ben", Look(s => Assert.Single(s.VerdictHistory()).Author));
    }

    [Fact]
    public void Help_names_the_steps_and_the_tree_is_shown_or_said_to_be_gone()
    {
        CommandLine.Result r = Review("?\n\nt\nq\n");
        Assert.Equal(3, r.Out.Split("mend; several fields").Length);
        Assert.Contains("the present data finds this no longer", r.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_end_of_the_input_ends_the_review_and_what_was_said_before_is_kept()
    {
        CommandLine.Result r = Review("a");
        Assert.Equal(0, r.Code);
        Assert.Equal($"{ids[0]} accepted ", Verdicts());
        Assert.EndsWith("1 of 3 reviewed: 1 accepted, 0 mended, 0 rejected, 0 merged, 0 added\n", r.Out, StringComparison.Ordinal);
        Assert.Equal(0, Review("").Code);
    }

    [Fact]
    public void A_kind_is_reviewed_alone()
    {
        Assert.Contains("Nothing is open.", Review("a\nq\n", "--kind", "tie").Out, StringComparison.Ordinal);
        Assert.Contains("nothing is open", Review("a\nq\n", "--kind", "tie").Out, StringComparison.Ordinal);
        Assert.Empty(Verdicts());
        Assert.Equal(ExitCodes.WrongUse, Review("q\n", "--kind", "nothing").Code);
    }

    [Fact]
    public void An_unknown_report_and_a_missing_record_are_said_with_a_remedy()
    {
        CommandLine.Result r = Review("q\n", "--report", "nowhere");
        Assert.Equal(ExitCodes.WrongUse, r.Code);
        Assert.Contains("no report 'nowhere'", r.Error, StringComparison.Ordinal);
        Assert.Contains("annalist reports", r.Error, StringComparison.Ordinal);
        CommandLine.Result missing = cli.Run("q\n", terminal: false, ["review", "-r", cli.File("nothing.db")]);
        Assert.Equal(ExitCodes.WrongUse, missing.Code);
        Assert.False(File.Exists(cli.File("nothing.db")));
    }

    private CommandLine.Result Review(string script, params string[] args) => cli.Run(script, terminal: false, ["review", "-r", cli.Record, .. args]);

    private static IEnumerable<string> Shown(string output) => new[] { "xone", "xtwo", "xthr" }.Where(id => output.Contains(id, StringComparison.Ordinal)).OrderBy(id => output.IndexOf(id, StringComparison.Ordinal));

    private string Verdicts() => Look(s => string.Join('|', s.VerdictHistory().OrderBy(v => v.Key).Select(v => $"{v.Id} {v.Verdict} {v.Why}")));

    private Finding Now(string id) => Look(s => s.Show(id)!.Finding);

    private T Look<T>(Func<RecordStore, T> look)
    {
        using RecordStore store = RecordStore.OpenExisting(cli.Record);
        return look(store);
    }
}
