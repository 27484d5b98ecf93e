using System.Text.Json;
using Annalist.Cli;
using Annalist.Model;
using Annalist.Store;
using Annalist.Tests.Model;

namespace Annalist.Tests.Cli;

/// <summary>The commands that ask the world, over the packs that come with the program.</summary>
public sealed class WorldCommandTests : IDisposable
{
    private readonly CommandLine cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public void May_gives_the_answer_the_rules_and_their_sources()
    {
        CommandLine.Result r = cli.OnTerminal("may", "TJK", "host", "USA", "--at", "2021-07-01");
        Assert.Equal(0, r.Code);
        Assert.Contains("only with the consent of all of CSTO", r.Out.Split('\n')[0], StringComparison.Ordinal);
        Assert.Contains("TJK member_of CSTO", r.Out, StringComparison.Ordinal);
        Assert.Contains("rules.tsv:", r.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void May_shows_why_a_rule_does_not_bind_and_what_was_done_before()
    {
        string text = cli.OnTerminal("may", "Uzbekistan", "host", "United States", "--at", "2021-07-01").Out;
        Assert.StartsWith("\u001b[1mMay UZB host forces of USA on 2021-07-01?  no", text, StringComparison.Ordinal);
        Assert.Contains("does not bind UZB, which does not belong to CSTO", text, StringComparison.Ordinal);
        Assert.Contains("unless the need is directly linked to its own interests", string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Contains("RUS objects", text, StringComparison.Ordinal);
        Assert.Contains("Karshi-Khanabad", text, StringComparison.Ordinal);
        Assert.Contains("Termez", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_supposition_and_a_purpose_change_the_ruling()
    {
        Assert.Equal("only_with_consent", Answer("may", "ARM", "host", "USA", "--at", "2023-09-20"));
        Assert.NotEqual("only_with_consent", Answer("may", "ARM", "host", "USA", "--at", "2023-09-20", "--if", "ARM member_of CSTO ended"));
        Assert.Equal("no", Answer("may", "TKM", "join", "CSTO", "--at", "2015-10-15"));
        Assert.Equal("no", Answer("may", "KAZ", "host", "USA", "--matter", "overflight", "--at", "2020-11-01"));
        Assert.NotEqual("no", Answer("may", "KAZ", "host", "USA", "--matter", "overflight", "--purpose", "own interests", "--at", "2020-11-01"));
    }

    [Fact]
    public void Who_opens_groups_and_gives_one_line_each()
    {
        string[] codes = Codes(cli.Run("who", "C5+1", "--at", "2023-09-19"));
        Assert.Equal(["KAZ", "KGZ", "TJK", "TKM", "USA", "UZB"], codes);
        Assert.Equal(["ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK"], Codes(cli.Run("who", "CSTO", "--at", "2015-10-14")));
        Assert.Contains("UZB", Codes(cli.Run("who", "EAEU", "--at", "2023-03-26", "--all")));
        Assert.DoesNotContain("UZB", Codes(cli.Run("who", "EAEU", "--at", "2023-03-26")));
        Assert.StartsWith("code,name,as,", cli.Run("who", "CSTO", "--format", "csv").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_of_a_state_gives_its_offices()
    {
        string[] lines = cli.Run("who", "TKM", "--at", "2015-10-08").Lines;
        Assert.Contains(lines, l => l.Contains("\"as\":\"president\"", StringComparison.Ordinal) && l.Contains("Gurbangul", StringComparison.Ordinal));
    }

    [Fact]
    public void Before_the_packs_were_made_nothing_was_known()
    {
        CommandLine.Result r = cli.Run("who", "CSTO", "--at", "2015-10-14", "--as-of", "2020-01-01");
        Assert.Equal(0, r.Code);
        Assert.Empty(r.Lines);
        Assert.Contains("nobody is known", r.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Ask_answers_with_reason_and_receipts()
    {
        CommandLine.Result r = cli.Run("ask", """{"find":"tie","relation":"member_of","object":"EAEU","ask":"subject","at":"2022-12-31"}""");
        using JsonDocument answer = JsonDocument.Parse(r.Out);
        JsonElement root = answer.RootElement;
        Assert.Equal(["ARM", "BLR", "KAZ", "KGZ", "RUS"], root.GetProperty("answer").EnumerateArray().Select(e => e.GetString()).Order());
        Assert.NotEqual("", root.GetProperty("reason").GetString());
        Assert.All(root.GetProperty("lines").EnumerateArray(), l => Assert.Contains("ties.tsv:", l.GetProperty("receipt").GetProperty("line").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_key_that_ask_does_not_know_is_a_clear_error()
    {
        CommandLine.Result r = cli.Run("ask", """{"find":"tie","subjekt":"KAZ","relation":"member_of","object":"CIS"}""");
        Assert.Equal(ExitCodes.WrongUse, r.Code);
        Assert.Empty(r.Out);
        Assert.Contains("the key 'subjekt' is not known for find tie", r.Error, StringComparison.Ordinal);
        Assert.Contains("subject", r.Error.Split('\n')[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Questions_on_standard_input_get_an_answer_each_and_a_bad_one_stops_none()
    {
        const string Good = """{"find":"tie","subject":"KAZ","relation":"member_of","object":"CIS","at":"2023-03-26"}""";
        CommandLine.Result r = cli.Run(Good + "\n{\"find\":\n\n" + Good + "\n", terminal: false, ["ask", "-"]);
        Assert.Equal(ExitCodes.SetAside, r.Code);
        Assert.Equal(3, r.Lines.Length);
        Assert.Contains("line 2", r.Error, StringComparison.Ordinal);
        Assert.Equal(r.Lines[0], r.Lines[2]);
    }

    [Fact]
    public void System_lists_what_the_packs_hold_and_shows_one()
    {
        Assert.Contains(cli.Run("system").Lines, l => l.Contains("\"code\":\"C5+1\"", StringComparison.Ordinal));
        string[] sections = [.. cli.Run("system", "C5+1").Lines.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("section").GetString()!).Distinct()];
        Assert.Contains("holds", sections);
        Assert.Contains("meetings", sections);
        Assert.Contains("heads of state", cli.OnTerminal("system", "C5+1").Out, StringComparison.Ordinal);
        Assert.NotEmpty(cli.Run("system", "bases").Lines);
    }

    [Fact]
    public void Commitments_are_listed_by_who_promised_and_how_far_they_came()
    {
        string[] before = cli.Run("commitments", "--by", "USA", "--toward", "C5", "--at", "2022-12-31").Lines;
        string[] after = cli.Run("commitments", "--by", "USA", "--toward", "C5", "--at", "2023-12-31").Lines;
        Assert.NotEmpty(before);
        Assert.True(after.Length > before.Length);
        Assert.Equal(ExitCodes.WrongUse, cli.Run("commitments", "--stage", "done").Code);
    }

    [Fact]
    public void An_act_that_meets_an_expectation_is_told_when_it_is_read()
    {
        using (RecordStore store = RecordStore.Open(cli.Record))
        {
            Report told = Samples.FullReport() with { Hash = new string('e', 64), Label = "forecast", Published = new DateOnly(2019, 1, 1), ReferenceDate = new DateOnly(2019, 1, 1) };
            var expectation = new Expectation
            {
                Id = "x1",
                Report = "forecast",
                Sentence = "If AAA meets BBB, BBB will pay.",
                Span = new TextSpan(0, 4),
                If = "AAA meets BBB",
                IfAct = new WatchedAct { Type = EventType.Consult, Actors = ["AAA"], Recipients = ["BBB"] },
                Then = "BBB will pay",
                Likelihood = Likelihood.Likely,
                Actors = ["AAA", "BBB"],
                Confidence = 0.5,
                Rule = "test",
                Data = "lines 1",
            };
            store.Write(told, [expectation], "lines 1", new DateTimeOffset(2026, 1, 4, 8, 0, 0, TimeSpan.Zero));
        }
        Assert.Contains("\"state\":\"open\"", cli.Run("expectations", "-r", cli.Record).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("expectation triggered", cli.Run("read", cli.Write("b.txt", "CCC: left."), "-r", cli.Record).Error, StringComparison.Ordinal);
        CommandLine.Result read = cli.Run("read", cli.Write("a.txt", "AAA: met."), "-r", cli.Record);
        Assert.Contains("expectation triggered: BBB will pay", read.Error, StringComparison.Ordinal);
        string line = Assert.Single(cli.Run("expectations", "--state", "triggered", "-r", cli.Record).Lines);
        Assert.Contains("\"since\":\"2020-05-01\"", line, StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_pack_knows_is_told_with_a_remedy()
    {
        CommandLine.Result who = cli.Run("who", "Atlantis");
        Assert.Equal(ExitCodes.WrongUse, who.Code);
        Assert.Contains("no pack knows 'Atlantis'", who.Error, StringComparison.Ordinal);
        CommandLine.Result act = cli.Run("may", "KAZ", "fly", "USA");
        Assert.Equal(ExitCodes.WrongUse, act.Code);
        Assert.Contains("host", act.Error, StringComparison.Ordinal);
        CommandLine.Result day = cli.Run("who", "CSTO", "--at", "2015-13-01");
        Assert.Equal(ExitCodes.WrongUse, day.Code);
        CommandLine.Result record = cli.Run("who", "CSTO", "--record", cli.File("nowhere.db"));
        Assert.Equal(ExitCodes.WrongUse, record.Code);
        Assert.Contains("there is no record", record.Error, StringComparison.Ordinal);
    }

    private string Answer(params string[] args)
    {
        using JsonDocument answer = JsonDocument.Parse(cli.Run([.. args, "--format", "jsonl"]).Out);
        return answer.RootElement.GetProperty("answer").GetString()!;
    }

    private static string[] Codes(CommandLine.Result r) => [.. r.Lines.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("code").GetString()!).Distinct()];
}
