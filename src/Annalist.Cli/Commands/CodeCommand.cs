using System.CommandLine;
using Annalist.Cli.Output;
using Annalist.Coding;
using Annalist.Ingest;
using Annalist.Model;

namespace Annalist.Cli.Commands;

/// <summary><c>annalist code [INPUT…|-]</c>: a filter from documents to findings.</summary>
internal static class CodeCommand
{
    public static Command Build(Host host)
    {
        Argument<string[]> inputs = CommonOptions.Inputs(needed: false);
        Option<int> threads = CommonOptions.Threads();
        Option<string?> text = new("--text") { Description = "Code this passage", HelpName = "TEXT" };
        Option<DateOnly?> date = CommonOptions.Day("--date", "Day of the passage, from which \"yesterday\" is reckoned");
        Option<string?> conllu = new("--conllu") { Description = "Code the sentences of this CoNLL-U file with the trees that it has", HelpName = "FILE" };
        Option<bool> explain = new("--explain") { Description = "Show why each finding was made: words, tree, rule and rivals" };
        Option<string?> format = CommonOptions.Format("jsonl", "table", "plover");
        var command = new Command("code", "Writes what reports say as lines of JSON, without a record.") { inputs, threads, text, date, conllu, explain, format };
        command.SetAction(parsed =>
        {
            string[] given = parsed.GetValue(inputs) ?? [];
            string? passage = parsed.GetValue(text);
            string? file = parsed.GetValue(conllu);
            int sources = (given.Length > 0 ? 1 : 0) + (passage is null ? 0 : 1) + (file is null ? 0 : 1);
            if (sources > 1) throw new UseException("INPUT, --text and --conllu cannot be given together", "give one of them");
            DateOnly? day = parsed.GetValue(date);
            if (day is not null && passage is null && file is null) throw new UseException("--date belongs to --text or --conllu", "give the day of a document in the document, or leave --date out");
            bool reasons = parsed.GetValue(explain);
            using var output = new CodeOutput(host, parsed.GetValue(format));
            if (file is not null) return Conllu(host, file, day, reasons, output);
            if (passage is not null) return Passage(host, passage, day, reasons, output);
            if (given.Length == 0)
            {
                if (host.InputIsTerminal) throw new UseException("nothing to code", "give files, - for standard input, or --text \"…\"");
                given = ["-"];
            }
            return reasons ? Explain(host, given) : Code(host, given, parsed.GetValue(threads), output);
        });
        return command;
    }

    private static int Code(Host host, string[] inputs, int threads, CodeOutput output)
    {
        Engine engine = host.Engine;
        var pipeline = new Pipeline(engine.Extract, engine.Code, engine.DataVersion, threads);
        RunSummary summary;
        using (var progress = new ProgressView(host))
        {
            summary = pipeline.Run(engine.Read(inputs, host.Input), output.Write, progress.Show, host.Stop);
        }
        output.Finish();
        int code = Rejections.Tell(host, summary.Rejected);
        if (!summary.Cancelled) return code;
        host.Error.WriteLine("stopped");
        return ExitCodes.Stopped;
    }

    private static int Passage(Host host, string text, DateOnly? day, bool reasons, CodeOutput output)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new UseException("--text is empty", "give the passage in quotation marks");
        Report report = PassageReport.Of(text, "text", day);
        if (reasons)
        {
            host.Text.Write(host.Engine.Explain(report));
        }
        else
        {
            CodedReport coded = host.Engine.Code(report);
            output.Write(coded.Report, coded.Findings);
            output.Finish();
        }
        return ExitCodes.Done;
    }

    private static int Conllu(Host host, string file, DateOnly? day, bool reasons, CodeOutput output)
    {
        using StreamReader reader = Files.OpenText(host, file);
        try
        {
            (CodedReport coded, string? why) = host.Engine.CodeConllu(reader, file == "-" ? "conllu" : Path.GetFileNameWithoutExtension(file), day, reasons);
            if (coded.Report.Text.Length == 0) return Rejections.Tell(host, [new RejectedInput(file, null, "there is no sentence in it", "give CoNLL-U: one word a line, a blank line after each sentence; 'annalist parse' writes it")]);
            if (why is not null) host.Text.Write(why);
            else output.Write(coded.Report, coded.Findings);
            output.Finish();
            return ExitCodes.Done;
        }
        catch (FormatException e)
        {
            return Rejections.Tell(host, [new RejectedInput(file, null, e.Message, ConlluText.Remedy)]);
        }
    }

    private static int Explain(Host host, string[] inputs)
    {
        var rejected = new List<RejectedInput>();
        foreach (ReadResult input in host.Engine.Read(inputs, host.Input))
        {
            host.Stop.ThrowIfCancellationRequested();
            if (input is RejectedInput r) rejected.Add(r);
            else host.Text.Write(host.Engine.Explain(host.Engine.Extract((SourceDocument)input)));
        }
        return Rejections.Tell(host, rejected);
    }

    /// <summary>Lines of JSON as they come, or one table at the end.</summary>
    private sealed class CodeOutput(Host host, string? format) : IDisposable
    {
        private readonly bool table = format == "table";
        private readonly PloverOutput? plover = format == "plover" ? new PloverOutput(host) : null;
        private readonly List<(string Kind, string?[] Row)> rows = [];

        public void Write(Report report, IReadOnlyList<Finding> findings)
        {
            if (table)
            {
                rows.AddRange(findings.Select(f => ("", new string?[] { f.Id, Receipt.Summary(f), f.Sentence, report.Label })));
                return;
            }
            if (plover is not null)
            {
                plover.Write(PloverSource.Of(report), findings.OfType<Event>());
                return;
            }
            Line(report);
            foreach (Finding f in findings) Line(f);
            // A reader at the other end of a pipe gets each report when it is done.
            host.Text.Flush();
        }

        public void Finish()
        {
            plover?.Finish();
            if (table) TableOutput.Write(host, [("id", false), ("finding", false), ("sentence", false), ("report", false)], rows.Select(r => (IReadOnlyList<string?>)r.Row));
        }

        public void Dispose() => host.Text.Flush();

        private void Line(Record record)
        {
            host.Text.Write(RecordJson.Write(record));
            host.Text.Write('\n');
        }
    }
}
