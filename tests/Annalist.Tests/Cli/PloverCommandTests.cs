using System.Text.Json;
using Annalist.Cli;

namespace Annalist.Tests.Cli;

public sealed class PloverCommandTests : IDisposable
{
    private readonly CommandLine cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public void Code_writes_only_events_in_the_form_of_PLOVER()
    {
        CommandLine.Result r = cli.Run("code", cli.Write("one.txt", "KAZ: met.\nUZB: left."), "--format", "plover");
        Assert.Equal(0, r.Code);
        Assert.Equal(["CONSULT", "CONSULT"], r.Lines.Select(l => Column(l, "Event Type")));
        Assert.Equal(["KAZ", "UZB"], r.Lines.Select(l => Column(l, "Actor Country")));
        Assert.Empty(r.Error);
    }

    [Fact]
    public void What_PLOVER_has_no_place_for_is_counted_on_standard_error()
    {
        CommandLine.Result r = cli.Run("code", cli.Write("one.txt", "KAZ: met.\nUZB: may meet.\nKGZ: may meet.\nTJK: no talks."), "--format", "plover");
        Assert.Equal(0, r.Code);
        Assert.Single(r.Lines);
        Assert.Contains("2 possible, 1 denied events", r.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_planned_act_beside_the_agreement_on_it_is_told_once()
    {
        CommandLine.Result r = cli.Run("code", cli.Write("one.txt", "KAZ: agreed to meet."), "--format", "plover");
        Assert.Equal("AGREE", Column(Assert.Single(r.Lines), "Event Type"));
        Assert.Contains("1 planned", r.Error, StringComparison.Ordinal);
        Assert.Equal(3, cli.Run("code", cli.Write("one.txt", "KAZ: agreed to meet.")).Lines.Length);
    }

    [Fact]
    public void Events_of_a_record_are_told_with_the_headline_and_day_of_their_reports()
    {
        string file = cli.Write("a.jsonl", "{\"id\":\"a\",\"title\":\"Talks begin\",\"published\":\"2020-05-02\",\"text\":\"KAZ: met.\"}\n");
        cli.Run("read", file, "-r", cli.Record);
        CommandLine.Result r = cli.Run("events", "-r", cli.Record, "--format", "plover");
        string line = Assert.Single(r.Lines);
        Assert.Equal(("Talks begin", "2020-05-02", "2020-05-01"), (Column(line, "Headline"), Column(line, "Publication Date"), Column(line, "Event Date")));
        Assert.Equal(ExitCodes.WrongUse, cli.Run("ties", "-r", cli.Record, "--format", "plover").Code);
    }

    private static string? Column(string line, string name)
    {
        using JsonDocument d = JsonDocument.Parse(line);
        return d.RootElement.GetProperty(name).GetString();
    }
}
