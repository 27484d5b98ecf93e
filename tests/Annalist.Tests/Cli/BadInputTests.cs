using Annalist.Cli;

namespace Annalist.Tests.Cli;

public sealed class BadInputTests : IDisposable
{
    private readonly CommandLine cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public void Every_bad_input_is_listed_with_a_reason_and_the_good_one_is_read()
    {
        string good = cli.Write("good.txt", "AAA: met.");
        string empty = cli.Write("empty.txt", "");
        string binary = cli.File("picture.txt");
        File.WriteAllBytes(binary, [.. Enumerable.Range(0, 4000).Select(i => (byte)(i * 7))]);
        string missing = cli.File("missing.txt");
        CommandLine.Result r = cli.Run("read", good, empty, binary, missing, "-r", cli.Record);
        Assert.Equal(ExitCodes.SetAside, r.Code);
        foreach (string bad in new[] { empty, binary, missing }) Assert.Contains("set aside: " + bad, r.Error, StringComparison.Ordinal);
        Assert.Contains("1 stored, 3 set aside", r.Error, StringComparison.Ordinal);
        Assert.Single(cli.Run("events", "-r", cli.Record).Lines);
        Assert.Equal(3, cli.Run("reports", "--rejected", "-r", cli.Record).Lines.Length);
    }

    [Fact]
    public void A_broken_line_is_named_by_its_number_and_the_others_are_read()
    {
        string file = cli.Write("a.jsonl", "{\"id\":\"a\",\"text\":\"AAA: met.\"}\n{\"id\":\"b\",\"text\":\n{\"id\":\"c\",\"text\":\"CCC: left.\"}\n");
        CommandLine.Result r = cli.Run("code", file);
        Assert.Equal(ExitCodes.SetAside, r.Code);
        Assert.Contains("line 2", r.Error, StringComparison.Ordinal);
        Assert.Equal(4, r.Lines.Length);
    }

    [Fact]
    public void A_document_on_which_the_program_fails_does_not_end_the_run()
    {
        CommandLine.Result r = cli.Run("read", cli.Write("a.txt", "AAA: met."), cli.Write("b.txt", "crash"), cli.Write("c.txt", "CCC: left."), "-r", cli.Record);
        Assert.Equal(ExitCodes.SetAside, r.Code);
        Assert.Contains("InvalidOperationException: the coder", r.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("fell over", r.Error, StringComparison.Ordinal);
        Assert.Equal(2, cli.Run("events", "-r", cli.Record).Lines.Length);
    }

    [Fact]
    public void One_line_of_fifty_megabytes_is_set_aside_or_read_but_does_not_end_the_run()
    {
        string file = cli.File("long.jsonl");
        using (var w = new StreamWriter(file))
        {
            w.Write("{\"id\":\"long\",\"text\":\"");
            for (int i = 0; i < 50; i++) w.Write(new string('a', 1 << 20));
            w.Write("\"}\n{\"id\":\"short\",\"text\":\"AAA: met.\"}\n");
        }
        CommandLine.Result r = cli.Run("code", file);
        Assert.Equal(ExitCodes.SetAside, r.Code);
        Assert.Contains("line 1", r.Error, StringComparison.Ordinal);
        Assert.Equal(2, r.Lines.Length);
    }

    [Fact]
    public void A_hostile_name_or_reason_cannot_write_to_the_terminal()
    {
        CommandLine.Result r = cli.Run("code", cli.File("\u001b[2Jname.txt"));
        Assert.Equal(ExitCodes.SetAside, r.Code);
        Assert.DoesNotContain('\u001b', r.Error);
    }
}
