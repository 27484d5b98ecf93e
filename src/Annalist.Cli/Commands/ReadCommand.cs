using System.CommandLine;
using System.Globalization;
using Annalist.Ingest;
using Annalist.Store;

namespace Annalist.Cli.Commands;

/// <summary><c>annalist read INPUT…</c></summary>
internal static class ReadCommand
{
    public static Command Build(Host host)
    {
        Argument<string[]> inputs = CommonOptions.Inputs(needed: true);
        Option<string> record = CommonOptions.Record();
        Option<int> threads = CommonOptions.Threads();
        var command = new Command("read", "Reads reports into a record; what is there already is not read twice.") { inputs, record, threads };
        command.SetAction(parsed =>
        {
            using RecordStore store = RecordStore.Open(parsed.GetValue(record)!);
            DateTimeOffset start = host.Clock.GetUtcNow();
            RunSummary summary = Read(host, store, parsed.GetValue(inputs)!, parsed.GetValue(threads));
            host.Error.WriteLine(Line(summary, store.Path));
            if (summary.Stored + summary.Replaced > 0) ExpectationNotice.Tell(host, store, start);
            int code = Rejections.Tell(host, summary.Rejected);
            if (!summary.Cancelled) return code;
            host.Error.WriteLine("stopped: what was read stands; run the same command again to go on");
            return ExitCodes.Stopped;
        });
        return command;
    }

    /// <summary>Reads inputs into a record, with progress.</summary>
    public static RunSummary Read(Host host, RecordStore store, IReadOnlyList<string> inputs, int threads, int? total = null)
    {
        Engine engine = host.Engine;
        var pipeline = new Pipeline(engine.Extract, engine.Code, engine.DataVersion, threads);
        using var progress = new ProgressView(host, total);
        return pipeline.Store(engine.Read(inputs, host.Input), store, host.Clock, progress.Show, host.Stop);
    }

    private static string Line(RunSummary s, string path)
    {
        string[] parts = [Count(s.Stored, "stored"), Count(s.Replaced, "coded anew"), Count(s.Unchanged, "unchanged"), Count(s.Rejected.Count, "set aside")];
        string what = string.Join(", ", parts.Where(p => p.Length > 0));
        return string.Create(CultureInfo.InvariantCulture, $"{path}: {(what.Length == 0 ? "nothing to read" : "reports " + what)}; {s.Findings} findings written");
    }

    private static string Count(int n, string what) => n == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{n} {what}");
}
