using System.CommandLine;
using System.Globalization;
using Annalist.Analysis;
using Annalist.Cli.Output;
using Annalist.Ingest;
using Annalist.Model;
using Annalist.Store;
using Annalist.Web;

namespace Annalist.Cli.Commands;

/// <summary><c>annalist demo</c>: the sample reports in a fresh record, and what was found.</summary>
internal static class DemoCommand
{
    public static Command Build(Host host)
    {
        Option<string> record = new("--record", "-r") { Description = "The record to make; one that is there is replaced", HelpName = "FILE", DefaultValueFactory = _ => "annalist-demo.db" };
        Option<bool> open = new("--open") { Description = "Then serve the record and show it in the browser" };
        var command = new Command("demo", "Reads the sample reports that come with the program and shows what was found.") { record, open };
        command.SetAction(parsed =>
        {
            string path = parsed.GetValue(record)!;
            string samples = Path.Combine(AppContext.BaseDirectory, "data", "samples");
            if (!Directory.Exists(samples)) throw new UseException($"the sample reports are not beside the program ({samples})", "build it again");
            Clear(path);
            using RecordStore store = RecordStore.Open(path);
            host.Error.WriteLine("reading the sample reports …");
            RunSummary summary = ReadCommand.Read(host, store, [samples], 1, Directory.EnumerateFiles(samples).Count());
            if (summary.Cancelled) return ExitCodes.Stopped;
            host.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{summary.Stored} reports, {summary.Findings} findings in {path}"));
            Tell(host, store);
            Next(host, path);
            int code = Rejections.Tell(host, summary.Rejected);
            if (!parsed.GetValue(open)) return code;
            return ServeCommand.Serve(host, new WebOptions { Record = path, Clock = host.Clock }, open: true).GetAwaiter().GetResult();
        });
        return command;
    }

    // A record of ours is replaced; anything else with the name is left alone.
    private static void Clear(string path)
    {
        if (!File.Exists(path)) return;
        if (!RecordStore.IsRecord(path)) throw new UseException($"{path} is there and is no record of Annalist", "name another file with --record; the file was left as it is");
        foreach (string suffix in new[] { "", "-wal", "-shm" }) File.Delete(path + suffix);
    }

    private static void Tell(Host host, RecordStore store)
    {
        IReadOnlyList<TypeCount> counts = store.TypeCounts();
        Head(host, "What was found");
        TableOutput.Write(host, [("kind", false), ("count", true)], counts.GroupBy(c => c.Kind).Select(g => (IReadOnlyList<string?>)[g.Key, N(g.Sum(c => c.Count))]));
        Head(host, "Events by type");
        TableOutput.Write(host, [("type", false), ("count", true)], counts.Where(c => c.Kind == "event").Select(c => (IReadOnlyList<string?>)[c.Type, N(c.Count)]));
        Head(host, "Busiest pairs (mean score: -10 conflict to 10 cooperation)");
        TableOutput.Write(host, [("pair", false), ("events", true), ("mean score", true)],
            DyadCounts.Busiest(store, 8).Select(d => (IReadOnlyList<string?>)[$"{d.A} – {d.B}", N(d.Count), d.MeanScore.ToString("0.0", CultureInfo.InvariantCulture)]));
        Head(host, "Three records with their receipts");
        foreach (string[] kinds in (string[][])[["event"], ["statement"], ["figure", "tie"]])
        {
            if (Best(store, kinds) is not { } best) continue;
            Receipt.Write(host.Text, best, host.Colour);
            host.Text.Write("\n");
        }
        host.Text.Flush();
    }

    // What shows most: with a day and somebody on the other side, then the surest, then the first in the record: the same in every run.
    private static ShownFinding? Best(RecordStore store, string[] kinds)
    {
        var all = store.Findings(new FindingFilter { Kinds = kinds }).Select(f => (f.Id, Finding: f.Read())).ToList();
        return all.Count == 0 ? null : store.Show(all.MaxBy(f => (Shows(f.Finding), f.Finding.Confidence)).Id);
    }

    private static int Shows(Finding f) => f switch
    {
        Event e => (e.Recipients.Count > 0 ? 1 : 0) + (e.From is not null ? 1 : 0) + (e.Actors.Concat(e.Recipients).Any(p => p.Name is not null) ? 1 : 0),
        Statement s => (s.Speaker is not null && s.SpeakerCode != "UNK" ? 1 : 0) + (s.Stance.Count > 0 ? 1 : 0),
        Figure x => (x.Unit is not null ? 1 : 0) + (x.Actors.Count > 0 ? 1 : 0),
        _ => 0,
    };

    private static void Next(Host host, string path)
    {
        host.Text.Write("What to try next\n");
        foreach (string line in Examples.Of("demo-next")) host.Text.Write(line.Replace("RECORD", path, StringComparison.Ordinal) + "\n");
        host.Text.Flush();
    }

    private static void Head(Host host, string title)
    {
        host.Text.Write(title + "\n");
        host.Text.Flush();
    }

    private static string N(int n) => n.ToString(CultureInfo.InvariantCulture);
}
