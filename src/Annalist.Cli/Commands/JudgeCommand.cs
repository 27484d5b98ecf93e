using System.CommandLine;
using Annalist.Cli.Output;
using Annalist.Model;
using Annalist.Store;

namespace Annalist.Cli.Commands;

/// <summary><c>annalist accept ID…</c>, <c>reject ID…</c>, <c>withdraw ID…</c>: what a person says of findings.</summary>
internal static class JudgeCommand
{
    /// <summary>The command for one verdict.</summary>
    public static Command Build(Host host, Judgement verdict, string name, string description)
    {
        Argument<string[]> ids = new("ID") { Description = "Ids of findings, or the beginnings of them", Arity = ArgumentArity.OneOrMore };
        Option<string?> why = new("--why") { Description = "Why, in your words; kept beside the verdict", HelpName = "TEXT" };
        Option<string?> author = CommonOptions.Author();
        Option<string> record = CommonOptions.Record();
        var command = new Command(name, description) { ids, why, author, record };
        command.SetAction(parsed =>
        {
            string[] wanted = [.. parsed.GetValue(ids)!.Distinct(StringComparer.Ordinal)];
            if (wanted.Contains("")) throw new UseException("an id is empty", "annalist events lists ids");
            using RecordStore store = RecordStore.OpenExisting(parsed.GetValue(record)!);
            // All are looked up before one is judged: a beginning that several ids share stops the command with nothing done.
            List<(string Id, ShownFinding? Shown)> findings = [.. wanted.Select(id => (id, store.Show(id)))];
            bool missed = false;
            foreach ((string id, ShownFinding? shown) in findings) missed |= !Judge(host, store, id, shown, verdict, parsed.GetValue(why), parsed.GetValue(author) ?? host.Author);
            return missed ? ExitCodes.SetAside : ExitCodes.Done;
        });
        return command;
    }

    private static bool Judge(Host host, RecordStore store, string id, ShownFinding? shown, Judgement verdict, string? why, string? author)
    {
        if (shown is null || store.Judge(shown.Stored.Id, verdict, why, host.Clock.GetUtcNow(), author) is not { } outcome)
        {
            host.Error.WriteLine($"annalist: no finding of {store.Path} begins with {SafeText.Line(id, 80)}");
            host.Error.WriteLine("  annalist events, statements, ties and figures list ids");
            return false;
        }
        string did = (verdict, outcome) switch
        {
            (Judgement.Withdrawn, { Changed: false }) => "no verdict to withdraw",
            (Judgement.Withdrawn, _) => $"no longer {outcome.Before!.Verdict}",
            (_, { Changed: false }) => $"{Codes.Of(verdict)} already, {outcome.Before!.Judged}",
            (_, { Before: { } before }) when before.Judgement != verdict => $"{Codes.Of(verdict)}; {before.Verdict} until now",
            _ => Codes.Of(verdict),
        };
        string gone = shown.Stored.Retired is null ? "" : " (a later coding finds it no longer)";
        host.Error.WriteLine($"{outcome.Id}: {did}{gone}: {SafeText.Line(Receipt.Summary(shown.Finding), 120)}");
        return outcome.Changed || verdict != Judgement.Withdrawn;
    }
}
