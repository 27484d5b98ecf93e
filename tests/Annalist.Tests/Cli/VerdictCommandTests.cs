using System.Text.Json;
using Annalist.Analysis;
using Annalist.Cli;
using Annalist.Model;
using Annalist.Store;
using Annalist.Tests.Model;
using Annalist.Worlds;

namespace Annalist.Tests.Cli;

public sealed class VerdictCommandTests : IDisposable
{
    private static readonly DateTimeOffset Morning = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    private readonly CommandLine cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public void What_is_accepted_is_listed_shown_and_can_be_withdrawn()
    {
        string[] ids = Read("AAA: met.\nCCC: left.");
        CommandLine.Result accepted = cli.Run("accept", ids[0][..6], "--why", "both say so", "-r", cli.Record);
        Assert.Equal(0, accepted.Code);
        Assert.Empty(accepted.Out);
        Assert.StartsWith($"{ids[0]}: accepted: CONSULT (occurred): AAA → BBB", accepted.Error, StringComparison.Ordinal);
        Assert.Contains("rejected", cli.Run("reject", ids[1], "-r", cli.Record).Error, StringComparison.Ordinal);
        string[] lines = cli.Run("verdicts", "-r", cli.Record).Lines;
        using JsonDocument first = JsonDocument.Parse(lines[0]);
        Assert.Equal(("accepted", "both say so", "stands"), (Text(first, "verdict"), Text(first, "why"), Text(first, "state")));
        Assert.Equal(ids[0], first.RootElement.GetProperty("finding").GetProperty("id").GetString());
        Assert.Equal(2, lines.Length);
        Assert.Contains("verdict       accepted 2026-01-05T08:00:00Z: both say so", cli.Run("show", ids[0], "-r", cli.Record).Out, StringComparison.Ordinal);
        Assert.Contains("no longer accepted", cli.Run("withdraw", ids[0], "-r", cli.Record).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("verdict ", cli.Run("show", ids[0], "-r", cli.Record).Out, StringComparison.Ordinal);
        Assert.Single(cli.Run("verdicts", "-r", cli.Record).Lines);
        Assert.Equal(3, cli.Run("verdicts", "--all", "-r", cli.Record).Lines.Length);
        Assert.StartsWith("id,verdict,why,judged,state,", cli.Run("verdicts", "-r", cli.Record, "--format", "csv").Out, StringComparison.Ordinal);
        Assert.Contains(ids[1], cli.OnTerminal("verdicts", "-r", cli.Record).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_there_is_told_and_the_rest_is_judged()
    {
        string[] ids = Read("AAA: met.");
        CommandLine.Result r = cli.Run("accept", "zzzz", ids[0], "-r", cli.Record);
        Assert.Equal(ExitCodes.SetAside, r.Code);
        Assert.Contains("begins with zzzz", r.Error, StringComparison.Ordinal);
        Assert.Single(cli.Run("verdicts", "-r", cli.Record).Lines);
        CommandLine.Result nothing = cli.Run("withdraw", ids[0], ids[0], "-r", cli.Record);
        Assert.Equal(0, nothing.Code);
        Assert.Equal(ExitCodes.SetAside, cli.Run("withdraw", ids[0], "-r", cli.Record).Code);
        Assert.Contains("no verdicts", cli.Run("verdicts", "-r", cli.Record).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_beginning_that_several_share_judges_nothing()
    {
        using (RecordStore store = RecordStore.Open(cli.Record)) store.Write(Samples.FullReport(), [Samples.Full[0] with { Id = "abc1" }, Samples.Full[1] with { Id = "abc2" }, Samples.Full[2]], "d", Morning);
        CommandLine.Result r = cli.Run("reject", "t1", "ab", "-r", cli.Record);
        Assert.Equal(ExitCodes.WrongUse, r.Code);
        Assert.Contains("abc1, abc2", r.Error, StringComparison.Ordinal);
        Assert.Empty(cli.Run("verdicts", "-r", cli.Record).Out);
    }

    [Theory]
    [InlineData("accept")]
    [InlineData("withdraw")]
    [InlineData("verdicts --all --as-of 2026-01-01")]
    [InlineData("verdicts --as-of soon")]
    [InlineData("accept e1 --record /no/such/record.db")]
    public void Wrong_use_is_told(string line)
    {
        CommandLine.Result r = cli.Run(line.Split(' '));
        Assert.Equal(ExitCodes.WrongUse, r.Code);
        Assert.StartsWith("annalist: ", r.Error, StringComparison.Ordinal);
        Assert.Empty(r.Out);
    }

    [Fact]
    public void The_world_gets_findings_of_every_kind_with_their_verdicts()
    {
        using RecordStore store = RecordStore.Open(cli.Record);
        store.Write(Samples.FullReport(), Samples.Full, "d1", Morning);
        store.Judge("t1", Judgement.Accepted, null, Morning.AddHours(1));
        store.Judge("e1", Judgement.Rejected, null, Morning.AddHours(2));
        IReadOnlyList<ToldFinding> told = RecordWorld.Load(store, null);
        Assert.Equal(Samples.Full.Select(f => f.Id).Order(), told.Select(t => t.Finding.Id).Order());
        ToldFinding tie = told.Single(t => t.Finding.Id == "t1"), act = told.Single(t => t.Finding.Id == "e1"), said = told.Single(t => t.Finding.Id == "s1");
        Assert.Equal((Verdict.Accepted, Morning.AddHours(1), Morning, new DateOnly(2020, 10, 15), "The Vienna Courier"), (tie.Verdict, tie.Judged, tie.Learned, tie.Told, tie.Outlet));
        Assert.Equal(Standing.Rejected, act.Standing);
        Assert.Equal((null, Standing.Told), (said.Verdict, said.Standing));
        Assert.All(RecordWorld.Load(store, Morning), t => Assert.Null(t.Verdict));
        Assert.Empty(RecordWorld.Load(store, Morning.AddSeconds(-1)));
    }

    [Fact]
    public void What_was_accepted_stays_known_as_it_was_and_what_was_rejected_goes_with_its_finding()
    {
        using RecordStore store = RecordStore.Open(cli.Record);
        store.Write(Samples.FullReport(), Samples.Full, "d1", Morning);
        foreach (string id in new[] { "t1", "e1" }) store.Judge(id, Judgement.Accepted, null, Morning.AddHours(1));
        foreach (string id in new[] { "s1", "f1" }) store.Judge(id, Judgement.Rejected, null, Morning.AddHours(1));
        store.Write(Samples.FullReport(), [(Event)Samples.Full[0] with { Place = "Linz" }, (Statement)Samples.Full[1] with { Content = "No" }], "d2", Morning.AddHours(2));
        IReadOnlyList<ToldFinding> told = RecordWorld.Load(store, null);
        Assert.Equal(["e1 Accepted", "s1 Rejected", "t1 Accepted"], told.Select(t => $"{t.Finding.Id} {t.Standing}").Order());
        Assert.Equal("Vienna", ((Event)told.Single(t => t.Finding.Id == "e1").Finding).Place);
        Assert.Equal("No", ((Statement)told.Single(t => t.Finding.Id == "s1").Finding).Content);
        Assert.Equal(Morning, told.Single(t => t.Finding.Id == "t1").Learned);
        Assert.Equal(Samples.Full.Count, RecordWorld.Load(store, Morning.AddHours(1)).Count);
        store.Judge("t1", Judgement.Withdrawn, null, Morning.AddHours(3));
        Assert.DoesNotContain(RecordWorld.Load(store, null), t => t.Finding.Id == "t1");
    }

    [Fact]
    public void A_verdict_is_given_in_a_name_that_the_line_or_the_environment_says()
    {
        string[] ids = Read("AAA: met.\nCCC: left.");
        cli.Author = "Ada";
        cli.Run("accept", ids[0], "-r", cli.Record);
        cli.Run("reject", ids[1], "--author", "Ben", "-r", cli.Record);
        Assert.Equal(["Ada", "Ben"], cli.Run("verdicts", "--author", "", "-r", cli.Record).Lines.Select(l => Text(JsonDocument.Parse(l), "author")));
        CommandLine.Result own = cli.Run("verdicts", "-r", cli.Record);
        Assert.Equal("Ada", Text(JsonDocument.Parse(Assert.Single(own.Lines)), "author"));
        Assert.Contains("1 of 2 verdicts, those of Ada (ANNALIST_AUTHOR)", own.Error, StringComparison.Ordinal);
        Assert.Equal("Ben", Text(JsonDocument.Parse(Assert.Single(cli.Run("verdicts", "--author", "Ben", "-r", cli.Record).Lines)), "author"));
        Assert.Contains("accepted 2026-01-05T08:00:00Z by Ada", cli.Run("show", ids[0], "-r", cli.Record).Out, StringComparison.Ordinal);
        Assert.EndsWith(",author,into,was", cli.Run("verdicts", "-r", cli.Record, "--format", "csv").Lines[0].TrimEnd('\r'), StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_are_as_corrected_unless_the_program_s_own_or_all_are_asked_for()
    {
        string[] ids = Read("AAA: met.\nCCC: left.");
        cli.Run("reject", ids[1], "-r", cli.Record);
        using (RecordStore store = RecordStore.OpenExisting(cli.Record)) store.Mend(ids[0], (Event)store.Show(ids[0])!.Finding with { Place = "Linz" }, null, Morning, "Ada");
        string line = Assert.Single(cli.Run("events", "-r", cli.Record).Lines);
        Assert.EndsWith(",\"verdict\":\"mended\"}", line, StringComparison.Ordinal);
        Assert.Equal("Linz", ((Event)RecordJson.Read(line)).Place);
        Assert.Equal(2, cli.Run("events", "-r", cli.Record, "--review", "coded").Lines.Length);
        Assert.DoesNotContain("Linz", cli.Run("events", "-r", cli.Record, "--review", "coded").Out, StringComparison.Ordinal);
        Assert.Equal(["mended", "rejected"], cli.Run("events", "-r", cli.Record, "--review", "all").Lines.Select(l => Text(JsonDocument.Parse(l), "verdict")).Order());
        Assert.EndsWith("notes,verdict", cli.Run("events", "-r", cli.Record, "--format", "csv").Lines[0].TrimEnd('\r'), StringComparison.Ordinal);
        Assert.Contains("mended", cli.OnTerminal("events", "-r", cli.Record).Out, StringComparison.Ordinal);
        Assert.Contains("was", cli.Run("show", ids[0], "-r", cli.Record).Out, StringComparison.Ordinal);
        Assert.Contains("\"1\"", Findings("corrected"), StringComparison.Ordinal);
        Assert.Contains("\"2\"", Findings("all"), StringComparison.Ordinal);
        Assert.Equal(ExitCodes.WrongUse, cli.Run("events", "-r", cli.Record, "--review", "mine").Code);

        string Findings(string review) => "\"" + cli.Run("reports", "-r", cli.Record, "--review", review, "--format", "csv").Lines[1].Split(',')[11] + "\"";
    }

    private static string? Text(JsonDocument d, string key) => d.RootElement.GetProperty(key).GetString();

    private string[] Read(string text)
    {
        cli.Run("read", cli.Write("a.txt", text), "-r", cli.Record);
        return [.. cli.Run("events", "-r", cli.Record).Lines.Select(l => ((Finding)RecordJson.Read(l)).Id)];
    }
}
