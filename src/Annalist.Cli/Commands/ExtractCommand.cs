using System.CommandLine;
using Annalist.Cli.Output;
using Annalist.Ingest;
using Annalist.Model;

namespace Annalist.Cli.Commands;

/// <summary><c>annalist extract INPUT…</c>: only the article.</summary>
internal static class ExtractCommand
{
    public static Command Build(Host host)
    {
        Argument<string[]> inputs = CommonOptions.Inputs(needed: true);
        Option<int> threads = CommonOptions.Threads();
        Option<string?> format = CommonOptions.Format("jsonl", "text");
        var command = new Command("extract", "Finds the article in pages and files, in any language, and writes it as report lines.") { inputs, threads, format };
        command.SetAction(parsed =>
        {
            bool plain = parsed.GetValue(format) is { } f ? f == "text" : host.OutputIsTerminal;
            Engine engine = host.Engine;
            var pipeline = new Pipeline(engine.Extract, r => new CodedReport(r, []), "", parsed.GetValue(threads));
            RunSummary summary;
            using (var progress = new ProgressView(host))
            {
                summary = pipeline.Run(engine.Read(parsed.GetValue(inputs)!, host.Input), (report, _) => Write(host, report, plain), progress.Show, host.Stop);
            }
            int code = Rejections.Tell(host, summary.Rejected);
            return summary.Cancelled ? ExitCodes.Stopped : code;
        });
        return command;
    }

    private static void Write(Host host, Report report, bool plain)
    {
        if (plain)
        {
            if (report.Title is not null) host.Text.Write($"{SafeText.Line(report.Title)}\n");
            string about = string.Join(" · ", new[] { report.Outlet, Columns.Day(report.Published), report.Author }.OfType<string>().Select(x => SafeText.Line(x)));
            if (about.Length > 0) host.Text.Write(about + "\n");
            host.Text.Write("\n");
            foreach (string line in report.Text.Split('\n')) host.Text.Write($"{SafeText.Line(line)}\n");
            host.Text.Write("\n");
        }
        else
        {
            host.Text.Write(RecordJson.Write(report));
            host.Text.Write('\n');
        }
        host.Text.Flush();
    }
}
