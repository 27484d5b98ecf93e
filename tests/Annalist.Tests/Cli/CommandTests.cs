using System.Text;
using System.Text.Json;
using Annalist.Cli;
using Annalist.Model;

namespace Annalist.Tests.Cli;

public sealed class CommandTests : IDisposable
{
    private readonly CommandLine cli = new();

    public void Dispose() => cli.Dispose();

    [Theory]
    [InlineData("demo")]
    [InlineData("read")]
    [InlineData("code")]
    [InlineData("extract")]
    [InlineData("parse")]
    [InlineData("events")]
    [InlineData("statements")]
    [InlineData("ties")]
    [InlineData("figures")]
    [InlineData("reports")]
    [InlineData("show")]
    [InlineData("packs")]
    [InlineData("accept")]
    [InlineData("reject")]
    [InlineData("withdraw")]
    [InlineData("verdicts")]
    public void Every_command_has_help_with_an_example(string command)
    {
        CommandLine.Result r = cli.Run(command, "--help");
        Assert.Equal(0, r.Code);
        Assert.Contains("Example", r.Out, StringComparison.Ordinal);
        Assert.Contains("annalist " + command, r.Out[r.Out.IndexOf("Example", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Empty(r.Error);
    }

    [Fact]
    public void Without_arguments_the_help_is_shown()
    {
        CommandLine.Result r = cli.Run();
        Assert.Equal(0, r.Code);
        Assert.Contains("annalist demo", r.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bogus")]
    [InlineData("events --type dream")]
    [InlineData("events --since yesterday")]
    [InlineData("events --since 2020-02-30")]
    [InlineData("events --limit 0")]
    [InlineData("events --limit many")]
    [InlineData("events --confidence 2")]
    [InlineData("events --format xml")]
    [InlineData("events --as-of soon")]
    [InlineData("read")]
    [InlineData("read a.txt --threads 0")]
    [InlineData("read a.txt --threads x")]
    [InlineData("show")]
    [InlineData("code a.txt --text b")]
    [InlineData("code a.txt --date 2020-01-01")]
    [InlineData("parse a.txt --conllu b")]
    [InlineData("packs check /no/such/folder")]
    public void Wrong_use_is_2_with_a_message_and_no_output(string line)
    {
        CommandLine.Result r = cli.Run(line.Split(' '));
        Assert.Equal(ExitCodes.WrongUse, r.Code);
        Assert.Empty(r.Out);
        Assert.StartsWith("annalist: ", r.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", r.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Asking_a_record_that_is_not_there_says_how_to_make_one()
    {
        CommandLine.Result r = cli.Run("events", "--record", cli.Record);
        Assert.Equal(ExitCodes.WrongUse, r.Code);
        Assert.Contains("annalist read", r.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(cli.Record));
    }

    [Fact]
    public void A_file_that_is_no_record_is_left_alone()
    {
        string path = cli.Write("notes.txt", "my notes, longer than sixteen letters");
        foreach (string[] line in new string[][] { ["read", cli.Write("a.txt", "AAA: x"), "-r", path], ["events", "-r", path], ["demo", "-r", path] })
        {
            CommandLine.Result r = cli.Run(line);
            Assert.Equal(ExitCodes.WrongUse, r.Code);
            Assert.Contains("no record of Annalist", r.Error, StringComparison.Ordinal);
        }
        Assert.Equal("my notes, longer than sixteen letters", File.ReadAllText(path));
    }

    [Fact]
    public void Code_writes_the_report_first_and_then_its_findings()
    {
        CommandLine.Result r = cli.Run("code", cli.Write("one.txt", "AAA: met.\nCCC: left."), cli.Write("two.txt", "DDD: came."));
        Assert.Equal(0, r.Code);
        Assert.Equal(["report", "event", "event", "report", "event"], r.Lines.Select(Kind));
        Assert.Equal("one", ((Report)RecordJson.Read(r.Lines[0])).Label);
        Assert.All(r.Lines.Skip(1).Take(2), l => Assert.Equal("one", ((Finding)RecordJson.Read(l)).Report));
        Assert.DoesNotContain('\r', r.Out);
        Assert.False(r.Bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble));
    }

    [Fact]
    public void Code_takes_standard_input_with_or_without_a_dash()
    {
        string line = "{\"id\":\"x\",\"text\":\"AAA: met.\"}\n";
        CommandLine.Result dash = cli.Run(line, false, ["code", "-"]);
        CommandLine.Result bare = cli.Run(line, false, ["code"]);
        Assert.Equal(0, dash.Code);
        Assert.Equal(["report", "event"], dash.Lines.Select(Kind));
        Assert.Equal(dash.Out, bare.Out);
        Assert.Equal(ExitCodes.WrongUse, cli.Run("", true, ["code"]).Code);
    }

    [Fact]
    public void Code_takes_a_passage_with_a_day()
    {
        CommandLine.Result r = cli.Run("code", "--text", "AAA: met.", "--date", "2020-10-15");
        Assert.Equal(0, r.Code);
        Assert.Equal(new DateOnly(2020, 10, 15), ((Report)RecordJson.Read(r.Lines[0])).ReferenceDate);
        Assert.Contains("because line", cli.Run("code", "--text", "AAA: met.", "--explain").Out, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.WrongUse, cli.Run("code", "--text", " ").Code);
    }

    [Fact]
    public void A_broken_conllu_file_is_set_aside_with_its_line()
    {
        CommandLine.Result r = cli.Run("code", "--conllu", cli.Write("x.conllu", "no"));
        Assert.Equal(ExitCodes.SetAside, r.Code);
        Assert.Contains("line 1", r.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.WrongUse, cli.Run("code", "--conllu", cli.File("none.conllu")).Code);
    }

    [Fact]
    public void The_output_is_the_same_for_any_number_of_threads()
    {
        string[] files = [.. Enumerable.Range(0, 60).Select(i => cli.Write($"f{i:00}.txt", string.Concat(Enumerable.Range(0, i * 37 % 50).Select(n => $"AAA: act {i} {n}.\n")) + (i % 9 == 4 ? "crash" : "end")))];
        CommandLine.Result one = cli.Run(["code", .. files]);
        foreach (string n in new[] { "2", "7" })
        {
            CommandLine.Result many = cli.Run(["code", "--threads", n, .. files]);
            Assert.Equal(one.Bytes, many.Bytes);
            Assert.Equal(one.Error, many.Error);
            Assert.Equal(one.Code, many.Code);
        }
        Assert.Equal(ExitCodes.SetAside, one.Code);
        Assert.Equal(53, one.Lines.Count(l => Kind(l) == "report"));
    }

    [Fact]
    public void Reading_twice_changes_nothing_and_says_so()
    {
        string file = cli.Write("a.txt", "AAA: met.");
        CommandLine.Result first = cli.Run("read", file, "-r", cli.Record);
        Assert.Equal(0, first.Code);
        Assert.Contains("1 stored", first.Error, StringComparison.Ordinal);
        Assert.Empty(first.Out);
        string events = cli.Run("events", "-r", cli.Record).Out;
        Assert.Contains("1 unchanged", cli.Run("read", file, "-r", cli.Record).Error, StringComparison.Ordinal);
        Assert.Equal(events, cli.Run("events", "-r", cli.Record).Out);
    }

    [Fact]
    public void What_is_read_can_be_asked_in_every_format()
    {
        cli.Run("read", cli.Write("a.txt", "AAA: met «the minister», said \"no\".\nCCC: left."), "-r", cli.Record);
        CommandLine.Result lines = cli.Run("events", "--actor", "aaa", "-r", cli.Record);
        Assert.Equal("AAA", ((Event)RecordJson.Read(Assert.Single(lines.Lines))).Actors[0].Code);
        CommandLine.Result csv = cli.Run("events", "-r", cli.Record, "--format", "csv");
        Assert.StartsWith("id,report,outlet,told,type,", csv.Out, StringComparison.Ordinal);
        Assert.Contains("\"AAA: met «the minister», said \"\"no\"\".\"", csv.Out, StringComparison.Ordinal);
        Assert.Contains(",-2.5,", csv.Out, StringComparison.Ordinal);
        Assert.Equal(3, csv.Lines.Length);
        CommandLine.Result table = cli.OnTerminal("events", "-r", cli.Record);
        Assert.Contains("CONSULT", table.Out, StringComparison.Ordinal);
        Assert.Equal(2, cli.Run("events", "-r", cli.Record, "--type", "consult", "agree").Lines.Length);
        Assert.Empty(cli.Run("events", "-r", cli.Record, "--type", "AGREE").Out);
        Assert.Contains("\"report\":\"a\"", cli.Run("reports", "-r", cli.Record).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Show_marks_the_words_and_gives_the_rule()
    {
        cli.Run("read", cli.Write("a.txt", "Before.\nAAA: met them.\nAfter."), "-r", cli.Record);
        string id = ((Finding)RecordJson.Read(cli.Run("events", "-r", cli.Record).Lines[0])).Id;
        CommandLine.Result r = cli.Run("show", id[..5], "-r", cli.Record);
        Assert.Equal(0, r.Code);
        Assert.Contains("«AAA»: «met» them.", r.Out, StringComparison.Ordinal);
        Assert.Contains("Before.", r.Out, StringComparison.Ordinal);
        Assert.Contains("After.", r.Out, StringComparison.Ordinal);
        Assert.Contains("lines 1", r.Out, StringComparison.Ordinal);
        CommandLine.Result coloured = cli.OnTerminal("show", id, "-r", cli.Record);
        Assert.Contains("\u001b[1;33mAAA\u001b[0m", coloured.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.SetAside, cli.Run("show", "zzzz", "-r", cli.Record).Code);
        Assert.Equal("event", Kind(cli.Run("show", id, "-r", cli.Record, "--format", "jsonl").Lines[0]));
    }

    [Fact]
    public void A_stop_leaves_what_was_done_and_says_so()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        CommandLine.Result r = cli.Run("", false, ["read", cli.Write("a.txt", "AAA: met."), "-r", cli.Record], stop.Token);
        Assert.Equal(ExitCodes.Stopped, r.Code);
        Assert.Contains("again to go on", r.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_is_told()
    {
        CommandLine.Result r = cli.Run("--version");
        Assert.Equal(0, r.Code);
        Assert.Matches("^[0-9]+\\.[0-9]+\\.[0-9]+", r.Out);
    }

    private static string Kind(string line)
    {
        using JsonDocument d = JsonDocument.Parse(line);
        return d.RootElement.GetProperty("kind").GetString()!;
    }
}
