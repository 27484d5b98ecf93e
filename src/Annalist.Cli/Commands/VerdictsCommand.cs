using System.CommandLine;
using Annalist.Cli.Output;
using Annalist.Model;
using Annalist.Store;

namespace Annalist.Cli.Commands;

/// <summary><c>annalist verdicts</c>: what was accepted and what was rejected.</summary>
internal static class VerdictsCommand
{
    public static Command Build(Host host)
    {
        Option<string> record = CommonOptions.Record();
        Option<string?> format = CommonOptions.Format("table", "jsonl", "csv");
        Option<DateTimeOffset?> asOf = CommonOptions.Moment("--as-of", "What counted then");
        Option<string?> author = new("--author") { Description = "Given by this person; without it the name in the environment's ANNALIST_AUTHOR, and '' for everybody's", HelpName = "NAME" };
        Option<bool> all = new("--all") { Description = "Everything that was ever said, withdrawals too" };
        var command = new Command("verdicts", "Lists what was said of findings, by whom, with how they have fared since.") { asOf, author, all, format, record };
        command.Validators.Add(r =>
        {
            if (r.GetValue(all) && r.GetResult(asOf) is not null) r.AddError("--all and --as-of cannot be given together.");
        });
        command.SetAction(parsed =>
        {
            using RecordStore store = RecordStore.OpenExisting(parsed.GetValue(record)!);
            IReadOnlyList<StoredVerdict> verdicts = parsed.GetValue(all) ? store.VerdictHistory() : store.Verdicts(parsed.GetValue(asOf));
            // The same name as review and serve judge under; a list that leaves others out says so.
            string? name = parsed.GetResult(author) is null ? host.Author : parsed.GetValue(author);
            int said = verdicts.Count;
            if (!string.IsNullOrEmpty(name)) verdicts = [.. verdicts.Where(v => v.Author == name)];
            if (parsed.GetResult(author) is null && verdicts.Count < said) host.Error.WriteLine(SafeText.Line($"{verdicts.Count} of {said} verdicts, those of {name} (ANNALIST_AUTHOR); --author '' lists everybody's"));
            Write(host, verdicts, CommonOptions.FormatOf(parsed, format, host));
            if (said == 0) host.Error.WriteLine("no verdicts; annalist accept ID and annalist reject ID give one");
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Write(Host host, IReadOnlyList<StoredVerdict> verdicts, OutputFormat format)
    {
        if (format == OutputFormat.Jsonl)
        {
            foreach (StoredVerdict v in verdicts) host.Text.Write(VerdictJson.Write(v) + "\n");
        }
        else if (format == OutputFormat.Csv)
        {
            using var csv = new CsvOutput(host);
            csv.Head(["id", "verdict", "why", "judged", "state", "report", "outlet", "told", "learned", "what", "sentence", "author", "into", "was"]);
            foreach (StoredVerdict v in verdicts)
            {
                Finding f = v.Read();
                string?[] row = [v.Id, v.Verdict, v.Why, v.Judged, Codes.Of(v.State), v.ReportLabel, v.Outlet, v.Told, v.Learned, Receipt.Summary(f), f.Sentence, v.Author, v.Target, v.Mended is null ? null : Receipt.Summary(v.ReadBefore())];
                csv.Row(row.Select(c => (c, false)));
            }
        }
        else
        {
            TableOutput.Write(host, [("id", false), ("verdict", false), ("judged", false), ("author", false), ("state", false), ("what", false), ("why", false)], verdicts.Select(v => (IReadOnlyList<string?>)
                [v.Id, v.Verdict, v.Judged, v.Author, Codes.Of(v.State), Receipt.Summary(v.Read()), v.Why]));
        }
        host.Text.Flush();
    }
}
