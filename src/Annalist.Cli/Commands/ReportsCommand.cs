using System.CommandLine;
using System.Globalization;
using Annalist.Cli.Output;
using Annalist.Model;
using Annalist.Store;

namespace Annalist.Cli.Commands;

/// <summary><c>annalist reports</c>: what was read, and what was set aside.</summary>
internal static class ReportsCommand
{
    private static readonly (string Name, Func<StoredReport, string?> Value, bool IsNumber)[] Full =
    [
        ("report", r => r.Report.Label, false), ("title", r => r.Report.Title, false), ("outlet", r => r.Report.Outlet, false), ("published", r => Columns.Day(r.Report.Published), false),
        ("published_basis", r => r.Report.PublishedBasis is { } b ? Codes.Of(b) : null, false), ("reference_date", r => Columns.Day(r.Report.ReferenceDate), false), ("reference_basis", r => Codes.Of(r.Report.ReferenceBasis), false),
        ("author", r => r.Report.Author, false), ("language", r => r.Report.Language, false), ("translated_from", r => r.Report.TranslatedFrom, false), ("cites", r => string.Join('|', r.Report.Cites), false),
        ("findings", r => r.Findings.ToString(CultureInfo.InvariantCulture), true), ("uri", r => r.Report.Uri, false), ("hash", r => r.Report.Hash, false), ("learned", r => r.Learned, false), ("data", r => r.Data, false),
    ];

    public static Command Build(Host host)
    {
        Option<string> record = CommonOptions.Record();
        Option<string?> format = CommonOptions.Format("table", "jsonl", "csv");
        Option<DateOnly?> since = CommonOptions.Day("--since", "Told on this day or later");
        Option<DateOnly?> until = CommonOptions.Day("--until", "Told on this day or earlier");
        Option<DateTimeOffset?> asOf = CommonOptions.Moment("--as-of", "The record as it stood then");
        Option<string?> outlet = new("--outlet") { Description = "By this outlet; a part of the name is enough", HelpName = "NAME" };
        Option<string?> report = new("--report") { Description = "This report: its label, or the beginning of its hash", HelpName = "LABEL" };
        Option<string?> review = CommonOptions.Review("Count their findings as corrected, as the program coded them, or all");
        Option<bool> rejected = new("--rejected") { Description = "What was set aside instead, with reasons" };
        var command = new Command("reports", "Lists the reports of a record.") { since, until, asOf, outlet, report, review, rejected, format, record };
        command.SetAction(parsed =>
        {
            using RecordStore store = RecordStore.OpenExisting(parsed.GetValue(record)!);
            OutputFormat chosen = CommonOptions.FormatOf(parsed, format, host);
            if (parsed.GetValue(rejected))
            {
                WriteRejected(host, store.Rejections(), chosen);
                return ExitCodes.Done;
            }
            var filter = new FindingFilter { Since = parsed.GetValue(since), Until = parsed.GetValue(until), AsOf = parsed.GetValue(asOf), Outlet = parsed.GetValue(outlet), Report = parsed.GetValue(report), Review = CommonOptions.ReviewOf(parsed, review) };
            Write(host, store.Reports(filter), chosen);
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Write(Host host, IEnumerable<StoredReport> reports, OutputFormat format)
    {
        if (format == OutputFormat.Jsonl)
        {
            foreach (StoredReport r in reports)
            {
                host.Stop.ThrowIfCancellationRequested();
                host.Text.Write(RecordJson.Write(r.Report));
                host.Text.Write('\n');
            }
        }
        else if (format == OutputFormat.Csv)
        {
            using var csv = new CsvOutput(host);
            csv.Head(Full.Select(c => c.Name));
            foreach (StoredReport r in reports) csv.Row(Full.Select(c => (c.Value(r), c.IsNumber)));
        }
        else
        {
            TableOutput.Write(host, [("report", false), ("told", false), ("outlet", false), ("title", false), ("findings", true)], reports.Select(r => (IReadOnlyList<string?>)
                [r.Report.Label, Columns.Day(r.Report.Published ?? r.Report.ReferenceDate), r.Report.Outlet, r.Report.Title, r.Findings.ToString(CultureInfo.InvariantCulture)]));
        }
        host.Text.Flush();
    }

    private static void WriteRejected(Host host, IReadOnlyList<StoredRejection> rejected, OutputFormat format)
    {
        IEnumerable<string?[]> rows = rejected.Select(r => new[] { r.Uri, r.Line?.ToString(CultureInfo.InvariantCulture), r.Reason, r.Remedy, r.Learned });
        (string, bool)[] head = [("uri", false), ("line", true), ("reason", false), ("remedy", false), ("learned", false)];
        if (format == OutputFormat.Table)
        {
            TableOutput.Write(host, head, rows);
        }
        else if (format == OutputFormat.Csv)
        {
            using var csv = new CsvOutput(host);
            csv.Head(head.Select(h => h.Item1));
            foreach (string?[] row in rows) csv.Row(row.Select((c, i) => (c, i == 1)));
        }
        else
        {
            foreach (StoredRejection r in rejected) host.Text.Write(RejectionJson.Write(r) + "\n");
        }
        host.Text.Flush();
    }
}
