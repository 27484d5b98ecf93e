using System.Diagnostics;
using System.Text.Json;
using Annalist.Cli;

namespace Annalist.Tests.Cli;

public sealed class EvalCommandTests : IDisposable
{
    private const string Found = """{"kind":"event","report":"one","sentence":"AAA: met them.","type":"CONSULT","modes":[],"status":"occurred","actors":[{"code":"AAA","sector":"GOV"}],"recipients":[{"code":"BBB","sector":"GOV"}],"from":"2020-05-01","to":"2020-05-01","place":null}""";
    private static readonly string Missed = Found.Replace("\"sentence\":\"AAA: met them.\",\"type\":\"CONSULT\"", "\"sentence\":\"They sent flour on Sunday.\",\"type\":\"AID\"", StringComparison.Ordinal);
    private readonly CommandLine cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public void A_record_and_a_run_are_compared_with_gold()
    {
        Read("AAA: met them.\nCCC: left for home.");
        string gold = cli.Write("gold.jsonl", Found + "\n" + Missed + "\n");
        CommandLine.Result record = cli.Run("eval", gold, "-r", cli.Record);
        Assert.Equal((0, ""), (record.Code, record.Error));
        Assert.Contains("""{"measure":"events","precision":0.5,"recall":0.5,"f1":0.5,"credit":1,"run":2,"gold":2}""", record.Lines);
        Assert.Contains("""{"measure":"events","event_type":"AID","precision":0,"recall":0,"f1":0,"credit":0,"run":0,"gold":1}""", record.Lines);
        Assert.Contains("""{"measure":"status","share":1,"right":1,"asked":1}""", record.Lines);
        string run = cli.Write("run.jsonl", cli.Run("code", cli.File("one.txt")).Out);
        Assert.Equal(record.Out, cli.Run("eval", gold, "--run", run).Out);
        Assert.StartsWith("measure,event_type,precision,recall,f1,", cli.Run("eval", gold, "--run", run, "--format", "csv").Out, StringComparison.Ordinal);
        string table = cli.OnTerminal("eval", gold, "--run", run).Out;
        Assert.Contains("events_strict", table, StringComparison.Ordinal);
        Assert.Contains("0.500", table, StringComparison.Ordinal);
    }

    [Fact]
    public void Show_lists_what_was_missed_and_found_falsely_with_its_sentence()
    {
        Read("AAA: met them.\nCCC: left for home.");
        string gold = cli.Write("gold.jsonl", Found + "\n" + Missed + "\n");
        Assert.Equal(["missed They sent flour on Sunday.", "false_find CCC: left for home."], cli.Run("eval", gold, "-r", cli.Record, "--show", "event").Lines.Select(l =>
        {
            using JsonDocument line = JsonDocument.Parse(l);
            return $"{line.RootElement.GetProperty("outcome")} {line.RootElement.GetProperty("sentence")}";
        }));
        Assert.Contains("missed  AID (occurred): AAA → BBB", cli.OnTerminal("eval", gold, "-r", cli.Record, "--show", "event").Out, StringComparison.Ordinal);
        Assert.Empty(cli.Run("eval", gold, "-r", cli.Record, "--show", "tie").Out);
    }

    [Fact]
    public void What_is_wrong_with_gold_is_told_with_file_line_and_remedy()
    {
        Read("AAA: met them.");
        string gold = cli.Write("gold.jsonl", "{\"kind\":\"aim\",\"report\":\"one\"}\n{\"kind\":\"event\",\"report\":\"one\"}\n");
        CommandLine.Result r = cli.Run("eval", gold, "-r", cli.Record);
        Assert.Equal(ExitCodes.WrongUse, r.Code);
        Assert.Contains("gold.jsonl, line 2: the event has no type\n  give \"type\"", r.Error, StringComparison.Ordinal);
        CommandLine.Result none = cli.Run("eval", cli.Write("aims.jsonl", "{\"kind\":\"aim\",\"report\":\"one\"}\n"), "-r", cli.Record);
        Assert.Contains("lines of the kind aim are not compared", none.Error, StringComparison.Ordinal);
        Assert.Contains("there is no gold", none.Error, StringComparison.Ordinal);
        Assert.Contains("the run does not have: 1 of 1: two", cli.Run("eval", cli.Write("two.jsonl", Found.Replace("\"one\"", "\"two\"", StringComparison.Ordinal)), "-r", cli.Record).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("eval")]
    [InlineData("eval GOLD --from-review")]
    [InlineData("eval GOLD --run GOLD --as-of 2026-01-01")]
    [InlineData("eval GOLD --show mood")]
    [InlineData("eval /no/such/gold.jsonl")]
    [InlineData("eval GOLD --run GOLD --groups GOLD")]
    [InlineData("eval --from-review --record /no/such/record.db")]
    public void What_cannot_be_done_is_told(string line)
    {
        string gold = cli.Write("gold.jsonl", Found + "\n" + Missed);
        CommandLine.Result r = cli.Run([.. line.Split(' ').Select(a => a == "GOLD" ? gold : a)]);
        Assert.Equal((ExitCodes.WrongUse, ""), (r.Code, r.Out));
        Assert.StartsWith("annalist: ", r.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_beside_the_gold_are_taken()
    {
        Read("AAA: met them.");
        string gold = cli.Write("gold.jsonl", Found.Replace("\"AAA\"", "\"GRP\"", StringComparison.Ordinal));
        Assert.Contains("\"measure\":\"events_strict\",\"precision\":0,", cli.Run("eval", gold, "-r", cli.Record).Out, StringComparison.Ordinal);
        cli.Write("groups.json", """{"GRP":["AAA"]}""");
        Assert.Contains("\"measure\":\"events_strict\",\"precision\":1,", cli.Run("eval", gold, "-r", cli.Record).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Reviews_are_gold_for_their_own_record()
    {
        string[] ids = Read(string.Join('\n', Enumerable.Range(0, 12).Select(i => $"AAA: met number {i}.")));
        Assert.Contains("nothing was reviewed", cli.Run("eval", "--from-review", "-r", cli.Record).Error, StringComparison.Ordinal);
        cli.Run(["accept", .. ids.Take(9), "-r", cli.Record]);
        string few = cli.Run("eval", "--from-review", "-r", cli.Record).Out;
        Assert.Contains("""{"table":"kinds","kind":"event","name":"event","measure":"precision","hits":9,"of":9}""", few, StringComparison.Ordinal);
        cli.Run(["reject", .. ids.Skip(9), "-r", cli.Record]);
        string all = cli.Run("eval", "--from-review", "-r", cli.Record).Out;
        Assert.Contains("""{"table":"kinds","kind":"event","name":"event","measure":"precision","hits":9,"of":12,"share":0.75,"low":0.467695,"high":0.911058}""", all, StringComparison.Ordinal);
        Assert.Contains("""{"table":"rules","name":"line","measure":"rejected","hits":3,"of":12,"share":0.25,"low":0.088942,"high":0.532305}""", all, StringComparison.Ordinal);
        string table = cli.OnTerminal("eval", "--from-review", "-r", cli.Record).Out;
        Assert.Contains("0.75 (0.47 to 0.91)", table, StringComparison.Ordinal);
        Assert.Contains("too few (9 of 9)", table, StringComparison.Ordinal);
        Assert.StartsWith("table,kind,name,measure,hits,of,share,low,high,", cli.Run("eval", "--from-review", "-r", cli.Record, "-f", "csv").Out, StringComparison.Ordinal);
    }

    [SharedFact]
    public void On_the_development_gold_the_figures_are_those_of_its_own_scorer()
    {
        cli.Stages = new ProgramEngine();
        string folder = Path.Combine(Shared.Folder, "gold");
        string[] gold = [.. Directory.GetFiles(Path.Combine(folder, "dev"), "*.jsonl").Order(StringComparer.Ordinal)];
        string run = cli.Write("run.jsonl", cli.Run(["code", .. Directory.GetFiles(Path.Combine(Shared.Folder, "reports"), "*.txt").Order(StringComparer.Ordinal), "--threads", "2"]).Out);
        Dictionary<string, JsonElement> ours = cli.Run(["eval", .. gold, "--run", run]).Lines.Select(l => JsonDocument.Parse(l).RootElement).Where(l => !l.TryGetProperty("event_type", out _)).ToDictionary(l => l.GetProperty("measure").GetString()!);
        Assert.True(ours["events"].GetProperty("f1").GetDouble() > 0.3);
        if (Scored(Path.Combine(folder, "score.py"), run, gold) is not { } text) return;
        using JsonDocument scored = JsonDocument.Parse(text);
        Assert.Equal(scored.RootElement.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal), ours.Keys.Order(StringComparer.Ordinal));
        foreach (JsonProperty measure in scored.RootElement.EnumerateObject())
        {
            JsonElement own = ours[measure.Name];
            bool share = own.TryGetProperty("share", out _);
            foreach ((string theirs, string name) in share ? [("f1", "share"), ("run", "right"), ("gold", "asked")] : new[] { ("p", "precision"), ("r", "recall"), ("f1", "f1"), ("run", "run"), ("gold", "gold") })
            {
                Assert.True(Math.Abs(measure.Value.GetProperty(theirs).GetDouble() - own.GetProperty(name).GetDouble()) < 0.0005, $"{measure.Name} {name}: {own.GetProperty(name)}, by score.py {measure.Value.GetProperty(theirs)}");
            }
        }
    }

    // Null where there is no python3: then the figures have nothing to be compared with.
    private static string? Scored(string script, string run, string[] gold)
    {
        try
        {
            using Process python = Process.Start(new ProcessStartInfo("python3", [script, run, .. gold, "--json"]) { RedirectStandardOutput = true })!;
            string text = python.StandardOutput.ReadToEnd();
            python.WaitForExit();
            Assert.Equal(0, python.ExitCode);
            return text;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private string[] Read(string text)
    {
        Assert.Equal(0, cli.Run("read", cli.Write("one.txt", text), "-r", cli.Record).Code);
        return [.. cli.Run("events", "-r", cli.Record).Lines.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("id").GetString()!)];
    }
}
