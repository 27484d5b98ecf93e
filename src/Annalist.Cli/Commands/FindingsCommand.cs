using System.CommandLine;
using System.Globalization;
using Annalist.Cli.Output;
using Annalist.Coding;
using Annalist.Model;
using Annalist.Store;

namespace Annalist.Cli.Commands;

/// <summary><c>annalist events</c>, <c>statements</c>, <c>ties</c>, <c>figures</c>: queries over a record.</summary>
internal static class FindingsCommand
{
    /// <summary>The command for one kind.</summary>
    /// <param name="host">Where to.</param>
    /// <param name="kind">Kind in the record's spelling.</param>
    /// <param name="name">Name of the command.</param>
    /// <param name="description">What it lists.</param>
    public static Command Build(Host host, string kind, string name, string description)
    {
        Option<string> record = CommonOptions.Record();
        Option<string?> format = kind == "event" ? CommonOptions.Format("table", "jsonl", "csv", "plover") : CommonOptions.Format("table", "jsonl", "csv");
        Option<string?> actor = Text("--actor", "CODE", "Takes part, on either side");
        Option<string?> with = Text("--with", "CODE", "Takes part beside --actor");
        Option<string?> by = Text("--by", "CODE", kind switch { "statement" => "Speaks", "tie" => "Is the subject", _ => "Acts" });
        Option<string?> toward = Text("--toward", "CODE", kind switch { "statement" => "Is spoken of", "tie" => "Is the object", _ => "Is acted on" });
        IReadOnlyList<string> types = Types(kind);
        Option<string[]> type = Several("--type", kind switch { "tie" => "Relation", "figure" => "Measure", "statement" => "Form", _ => "Type" }, types);
        IReadOnlyList<string> statuses = kind switch { "event" => Codes.All<EventStatus>(), "tie" => Codes.All<Phase>(), _ => [] };
        Option<string[]> status = Several("--status", kind == "tie" ? "Phase" : "Status", statuses);
        bool said = kind == "statement";
        Option<DateOnly?> since = CommonOptions.Day("--since", said ? "Told on this day or later" : "Still going on this day or later");
        Option<DateOnly?> until = CommonOptions.Day("--until", said ? "Told on this day or earlier" : "Begun on this day or earlier");
        Option<DateOnly?> at = CommonOptions.Day("--at", said ? "Told on this day" : "Happening or holding on this day");
        Option<DateTimeOffset?> asOf = CommonOptions.Moment("--as-of", "The record as it stood then");
        Option<string?> outlet = Text("--outlet", "NAME", "Told by this outlet; a part of the name is enough");
        Option<string?> report = Text("--report", "LABEL", "In this report: its label, or the beginning of its hash");
        Option<string?> speaker = Text("--speaker", "NAME", "Said by; a part of the name is enough");
        Option<string?> review = CommonOptions.Review("As corrected, as the program coded it, or all with their verdicts");
        Option<double?> confidence = new("--confidence") { Description = "At least so sure, 0 to 1", HelpName = "P" };
        confidence.Validators.Add(r =>
        {
            if (r.Tokens.Count == 1 && double.TryParse(r.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double p) && p is not (>= 0 and <= 1)) r.AddError("--confidence takes a number from 0 to 1.");
        });
        Option<int?> limit = new("--limit", "-n") { Description = "At most so many, the newest", HelpName = "N" };
        limit.Validators.Add(r =>
        {
            if (r.Tokens.Count == 1 && int.TryParse(r.Tokens[0].Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out int n) && n < 1) r.AddError("--limit takes a number from 1.");
        });
        var command = new Command(name, description) { actor, with, by, toward, type };
        if (statuses.Count > 0) command.Add(status);
        if (said) command.Add(speaker);
        foreach (Option o in (Option[])[since, until, at, asOf, review, outlet, report, confidence, limit, format, record]) command.Add(o);
        command.SetAction(parsed =>
        {
            var filter = new FindingFilter
            {
                Kinds = [kind],
                Actor = Code(parsed.GetValue(actor)),
                With = Code(parsed.GetValue(with)),
                By = Code(parsed.GetValue(by)),
                Toward = Code(parsed.GetValue(toward)),
                Types = Spelled(parsed.GetValue(type), types),
                Statuses = statuses.Count > 0 ? Spelled(parsed.GetValue(status), statuses) : [],
                Since = parsed.GetValue(since),
                Until = parsed.GetValue(until),
                At = parsed.GetValue(at),
                AsOf = parsed.GetValue(asOf),
                Outlet = parsed.GetValue(outlet),
                Report = parsed.GetValue(report),
                Speaker = said ? parsed.GetValue(speaker) : null,
                Confidence = parsed.GetValue(confidence),
                Review = CommonOptions.ReviewOf(parsed, review),
                Limit = parsed.GetValue(limit),
            };
            if (filter.Since > filter.Until) throw new UseException("--since is later than --until", "turn them round");
            using RecordStore store = RecordStore.OpenExisting(parsed.GetValue(record)!);
            OutputFormat chosen = CommonOptions.FormatOf(parsed, format, host);
            // A table is held whole before it is written, and nobody reads ten thousand rows on a terminal.
            const int Most = 500;
            bool cut = chosen == OutputFormat.Table && filter.Limit is null;
            long count = chosen == OutputFormat.Plover ? Plover(host, store, filter) : FindingOutput.Write(host, kind, store.Findings(cut ? filter with { Limit = Most } : filter), chosen);
            if (count == 0) host.Error.WriteLine($"no {name} match");
            else if (cut && count == Most) host.Error.WriteLine($"the newest {Most} are shown: ask for more with --limit, or for all with --format jsonl or csv");
            return ExitCodes.Done;
        });
        return command;
    }

    private static long Plover(Host host, RecordStore store, FindingFilter filter)
    {
        Dictionary<string, PloverSource> sources = store.Reports(new FindingFilter { AsOf = filter.AsOf }).ToDictionary(r => r.Report.Hash, r => PloverSource.Of(r.Report), StringComparer.Ordinal);
        var output = new PloverOutput(host);
        long count = 0;
        foreach (StoredFinding f in store.Findings(filter))
        {
            host.Stop.ThrowIfCancellationRequested();
            count++;
            output.Write(sources.GetValueOrDefault(f.ReportHash) ?? new PloverSource(null, f.Outlet, null, null), [(Event)f.Read()]);
        }
        output.Finish();
        return count;
    }

    private static IReadOnlyList<string> Types(string kind) => kind switch
    {
        "event" => Codes.All<EventType>(),
        "statement" => Codes.All<StatementForm>(),
        "tie" => Codes.All<Relation>(),
        _ => Codes.All<Measure>(),
    };

    private static Option<string?> Text(string name, string help, string description) => new(name) { Description = description, HelpName = help };

    private static Option<string[]> Several(string name, string what, IReadOnlyList<string> allowed)
    {
        var option = new Option<string[]>(name) { Description = $"{what}, one or several: {string.Join(' ', allowed)}", HelpName = what.ToUpperInvariant(), AllowMultipleArgumentsPerToken = true };
        option.Validators.Add(r =>
        {
            foreach (string value in r.Tokens.SelectMany(t => t.Value.Split(',')))
            {
                if (!allowed.Contains(value, StringComparer.OrdinalIgnoreCase)) r.AddError($"'{value}' is none of {string.Join(' ', allowed)}.");
            }
        });
        return option;
    }

    private static string[] Spelled(string[]? values, IReadOnlyList<string> allowed) =>
        [.. (values ?? []).SelectMany(v => v.Split(',')).Select(v => allowed.First(a => string.Equals(a, v, StringComparison.OrdinalIgnoreCase))).Distinct(StringComparer.Ordinal)];

    // Codes are upper case; the object of a tie may be a name, and names have spaces or are long.
    private static string? Code(string? given) => given is null || given.Contains(' ', StringComparison.Ordinal) || given.Length > 8 ? given : given.ToUpperInvariant();
}
