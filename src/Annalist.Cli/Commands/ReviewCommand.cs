using System.CommandLine;
using System.Globalization;
using System.Text;
using Annalist.Cli.Output;
using Annalist.Coding;
using Annalist.Model;
using Annalist.Store;
using Annalist.Web.Reviewing;
using Annalist.Web.Text;

namespace Annalist.Cli.Commands;

/// <summary><c>annalist review</c>: the queue of findings that nobody has judged, in the terminal. Keys on a terminal; elsewhere a line a step, so that a script can review too.</summary>
internal static class ReviewCommand
{
    private const string Keys = "a accept · r reject · e mend · n add · m merge · u undo · j next · k previous · t tree · ? help · q end";

    public static Command Build(Host host)
    {
        Option<string> record = CommonOptions.Record();
        Option<string?> report = new("--report") { Description = "Only this report, in the order of its text", HelpName = "LABEL" };
        Option<string?> kind = new("--kind") { Description = "Only this kind: " + string.Join(' ', FindingText.Kinds), HelpName = "KIND" };
        kind.AcceptOnlyFromAmong([.. FindingText.Kinds]);
        Option<string?> author = new("--author") { Description = "Name under which the verdicts are kept; without it what ANNALIST_AUTHOR says", HelpName = "NAME" };
        var command = new Command("review", "Goes through the findings that nobody has judged, the doubtful first: accept, reject, mend, add, merge, undo.") { report, kind, author, record };
        command.SetAction(parsed =>
        {
            using RecordStore store = RecordStore.OpenExisting(parsed.GetValue(record)!);
            string? label = parsed.GetValue(report);
            StoredReport? only = label is null ? null : store.Reports(new FindingFilter { Report = label, Limit = 1 }).FirstOrDefault() ?? throw new UseException($"the record has no report '{SafeText.Line(label, 60)}'", "'annalist reports' lists them");
            string? name = parsed.GetValue(author) ?? host.Author;
            new Session(host, store, only?.Report.Hash, parsed.GetValue(kind), name).Run();
            return ExitCodes.Done;
        });
        return command;
    }

    /// <summary>One sitting.</summary>
    private sealed class Session(Host host, RecordStore store, string? report, string? kind, string? author)
    {
        private readonly Lazy<FieldReader> fields = new(() => new FieldReader(Coder.Default.World, Coder.Default.Codebook));
        private readonly StreamReader? script = host.InputIsTerminal ? null : new StreamReader(host.Input, Encoding.UTF8, leaveOpen: true);
        private int at;

        public void Run()
        {
            string? shownId = null;
            while (!host.Stop.IsCancellationRequested)
            {
                List<StoredFinding> queue = Queue();
                at = Math.Clamp(at, 0, Math.Max(0, queue.Count - 1));
                StoredFinding? stored = queue.Count == 0 ? null : queue[report is null ? 0 : at];
                if (stored is null) Say("Nothing is open.");
                else if (stored.Id != shownId) Show(stored);
                shownId = stored?.Id;
                (string step, string rest) = Next();
                if (step is "q" or "") break;
                try
                {
                    if (Take(step, rest, stored)) shownId = null;
                }
                catch (FieldException e)
                {
                    Say($"not taken: {e.Field}: {e.Message}; {e.Remedy}");
                }
                catch (Exception e) when (e is RecordException or ArgumentException)
                {
                    Say($"not taken: {e.Message}{(e is RecordException { Remedy: { Length: > 0 } remedy } ? "; " + remedy : "")}");
                }
            }
            ReviewProgress p = store.Progress(report);
            Say(string.Create(CultureInfo.InvariantCulture, $"{p.Reviewed} of {p.Reviewed + p.Open} reviewed: {p.Accepted} accepted, {p.Mended} mended, {p.Rejected} rejected, {p.Merged} merged, {p.Added} added"));
        }

        // A report is gone through in the order of its text; the whole record from the most doubtful on, one at a time.
        private List<StoredFinding> Queue()
        {
            var filter = new QueueFilter { Report = report, Kinds = kind is null ? [] : [kind] };
            if (report is null) return [.. store.Queue(filter with { Offset = at, Limit = 1 })];
            return [.. store.Queue(filter).Select(f => (f, Finding: f.Read())).OrderBy(x => x.Finding.In == TextPart.Title ? 0 : 1).ThenBy(x => x.Finding.Span.Start).ThenBy(x => x.f.Id, StringComparer.Ordinal).Select(x => x.f)];
        }

        /// <summary>True when the finding is to be shown again.</summary>
        private bool Take(string step, string rest, StoredFinding? stored)
        {
            string? why = rest.Length == 0 ? null : rest;
            switch (step)
            {
                case "a" when stored is not null:
                    store.Judge(stored.Id, Judgement.Accepted, why, host.Clock.GetUtcNow(), author);
                    return false;
                case "r" when stored is not null:
                    store.Judge(stored.Id, Judgement.Rejected, why, host.Clock.GetUtcNow(), author);
                    return false;
                case "e" when stored is not null:
                    Mend(stored, rest);
                    return false;
                case "m" when stored is not null:
                    store.Merge(stored.Id, rest, null, host.Clock.GetUtcNow(), author);
                    return false;
                case "n":
                    Add(rest, stored);
                    return false;
                case "u":
                    Say(store.Undo(host.Clock.GetUtcNow(), author) is { } undone ? $"taken back: {undone.Undone.Verdict} {undone.Undone.Id}" : "there is nothing of yours to take back");
                    return true;
                case "j":
                    at++;
                    return false;
                case "k":
                    at = Math.Max(0, at - 1);
                    return false;
                case "t" when stored is not null:
                    Tree(stored);
                    return false;
                case "?":
                    foreach (string line in Examples.Of("review-help")) Say(line);
                    return false;
                default:
                    Say(stored is null ? "nothing is open" : $"'{SafeText.Line(step, 20)}' is no step: {Keys}");
                    return false;
            }
        }

        // FIELD VALUE, several with | between them.
        private void Mend(StoredFinding stored, string rest)
        {
            ShownFinding shown = store.Show(stored.Id)!;
            var given = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (string part in rest.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                (string field, string value) = part.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? (part[..space], part[(space + 1)..]) : (part, "");
                if (!fields.Value.Book.Of(FindingText.Kind(shown.Finding)).Any(f => f.Name == field)) throw new FieldException(field, "there is no such field", "write one of " + string.Join(' ', fields.Value.Book.Of(FindingText.Kind(shown.Finding)).Select(f => f.Name)));
                given[field] = value.Trim();
            }
            if (given.Count == 0) throw new FieldException("e", "no field is named", "write, say, e status planned | from 2022-03-03");
            string text = shown.Finding.In == TextPart.Title ? shown.Report.Report.Title ?? "" : shown.Report.Report.Text;
            store.Mend(stored.Id, fields.Value.Read(shown.Finding, text, given.GetValueOrDefault), null, host.Clock.GetUtcNow(), author);
        }

        private void Add(string line, StoredFinding? stored)
        {
            string hash = stored?.ReportHash ?? report ?? throw new FieldException("n", "no report is under review", "start with --report");
            StoredReport where = store.Reports(new FindingFilter { Report = hash, Limit = 1 }).First();
            Coding.Coding coding = Coder.Default.Code(where.Report);
            IReadOnlyList<ReviewSentence> sentences = ReviewSentence.Of(coding);
            (Finding draft, IReadOnlyDictionary<string, string> values) = new QuickLine(Coder.Default.World, fields.Value.Book).Read(line, where.Report, sentences, stored is null ? null : ReviewSentence.Of(sentences, stored.Read()), coding.Findings);
            ReviewSentence sentence = sentences.First(s => s.In == draft.In && s.Span == draft.Span);
            Finding made = fields.Value.Read(draft, sentence.TextOf(where.Report), values.GetValueOrDefault);
            store.Add(where.Report.Hash, made, host.Clock.GetUtcNow(), author);
            Say($"added: {FindingText.Kind(made)} {FindingText.Type(made)} {SafeText.Line(FindingText.Line(made, Coder.Default.World))}");
        }

        private void Show(StoredFinding stored)
        {
            if (store.Show(stored.Id) is not { } shown) return;
            host.Text.Write("\n");
            Receipt.Write(host.Text, shown, host.Colour);
            ReviewProgress p = store.Progress(report);
            Say(string.Create(CultureInfo.InvariantCulture, $"{p.Reviewed} of {p.Reviewed + p.Open} reviewed · {Keys}"));
        }

        private void Tree(StoredFinding stored)
        {
            ShownFinding shown = store.Show(stored.Id)!;
            Coding.Coding coding = Coder.Default.Code(shown.Report.Report);
            Say(coding.Findings.FirstOrDefault(f => f.Id == stored.Id) is { } same ? coding.Explain(same) : "the present data finds this no longer");
        }

        private void Say(string line)
        {
            host.Text.Write(line.TrimEnd('\n') + "\n");
            host.Text.Flush();
        }

        // A key is a step; those that need words ask for them.
        private (string Step, string Words) Next()
        {
            if (script is not null) return script.ReadLine() is { } line ? Parts(line) : ("q", "");
            char key = char.ToLowerInvariant(Console.ReadKey(intercept: true).KeyChar);
            string? ask = key switch
            {
                'e' => "field and value: ",
                'n' => "line: ",
                'm' => "the same as (id): ",
                _ => null,
            };
            if (ask is null) return (key is '\u001b' or '\0' or '\r' or '\n' ? "?" : key.ToString(), "");
            host.Text.Write(ask);
            host.Text.Flush();
            return (key.ToString(), (Console.ReadLine() ?? "").Trim());
        }

        private static (string, string) Parts(string line)
        {
            line = line.Trim();
            if (line.Length == 0) return ("?", "");
            int space = line.IndexOf(' ', StringComparison.Ordinal);
            return space < 0 ? (line, "") : (line[..space], line[(space + 1)..].Trim());
        }
    }
}
