using Annalist.Model;
using Annalist.Store;

namespace Annalist.Ingest;

/// <summary>
/// The one conductor: inputs are read, the article is found, it is coded, and the findings go into a record or to a sink, in the order of the inputs whatever the number of threads.
/// Only a few documents for each thread are held at a time. A document on which the program fails is set aside; it never ends the run.
/// </summary>
public sealed class Pipeline
{
    private readonly Func<SourceDocument, Report> extract;
    private readonly Func<Report, CodedReport> code;
    private readonly string data;
    private readonly int threads;

    /// <summary>Puts the stages together.</summary>
    /// <param name="extract">Finds the article in a document. Called from several threads.</param>
    /// <param name="code">Finds what the report says. Called from several threads.</param>
    /// <param name="data">Version of the data that codes.</param>
    /// <param name="threads">How many documents are worked on at a time, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no thread.</exception>
    public Pipeline(Func<SourceDocument, Report> extract, Func<Report, CodedReport> code, string data, int threads = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        this.extract = extract;
        this.code = code;
        this.data = data;
        this.threads = threads;
    }

    /// <summary>Codes the inputs and hands each report with its findings to a sink, in the order of the inputs, on the calling thread.</summary>
    /// <param name="inputs">What was read; walked lazily.</param>
    /// <param name="sink">Takes a report and its findings.</param>
    /// <param name="progress">Told after each input; null for nobody.</param>
    /// <param name="cancellation">Stops the run: what is not handed over yet is dropped.</param>
    public RunSummary Run(IEnumerable<ReadResult> inputs, Action<Report, IReadOnlyList<Finding>> sink, Action<PipelineProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(sink);
        var tally = new Tally(progress);
        bool cancelled = InOrder.Run(inputs, input => Work(input, known: null), Take, threads, cancellation);
        return tally.Summary(cancelled);

        void Take(Worked worked)
        {
            if (worked.Rejected is not null)
            {
                tally.Reject(worked.Rejected);
                return;
            }
            sink(worked.Report!, worked.Findings!);
            tally.Store(WriteOutcome.Stored, worked.Report!, worked.Findings!.Count);
        }
    }

    /// <summary>Reads the inputs into a record. A report that it has already, coded with the same data, is not coded again, so that a run that was killed goes on where it was.</summary>
    /// <param name="inputs">What was read; walked lazily.</param>
    /// <param name="store">The record.</param>
    /// <param name="clock">Says when the record learns.</param>
    /// <param name="progress">Told after each input; null for nobody.</param>
    /// <param name="cancellation">Stops the run: what is not written yet is dropped, what is written stands.</param>
    /// <exception cref="RecordException">The record cannot be written: the run ends, and what was written before stands.</exception>
    public RunSummary Store(IEnumerable<ReadResult> inputs, RecordStore store, TimeProvider clock, Action<PipelineProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(clock);
        var tally = new Tally(progress);
        DateTimeOffset started = clock.GetUtcNow();
        bool cancelled = InOrder.Run(inputs, input => Work(input, report => store.Has(report.Hash, data)), Take, threads, cancellation);
        RunSummary summary = tally.Summary(cancelled);
        store.Log(new RunEntry(started, clock.GetUtcNow(), data, summary.Stored, summary.Replaced, summary.Unchanged, summary.Rejected.Count));
        return summary;

        void Take(Worked worked)
        {
            DateTimeOffset now = clock.GetUtcNow();
            // Another program may have coded the report anew since it was looked for: then it is coded here after all.
            if (worked.Report is { } report && worked.Findings is null && !store.Keep(report, data, now)) worked = Work(report) with { Original = worked.Original };
            if (worked.Rejected is { } rejected)
            {
                store.Reject(rejected.Uri, rejected.Line, rejected.Reason, rejected.Remedy, now);
                tally.Reject(rejected);
            }
            else if (worked.Findings is null)
            {
                tally.Store(WriteOutcome.Unchanged, worked.Report!, 0);
            }
            else
            {
                WriteOutcome outcome = store.Write(worked.Report!, worked.Findings, data, now, worked.Original);
                tally.Store(outcome, worked.Report!, worked.Findings.Count);
            }
        }
    }

    private Worked Work(ReadResult input, Func<Report, bool>? known) => input switch
    {
        RejectedInput rejected => new Worked(null, null, rejected),
        SourceDocument document => Work(document, known),
        _ => throw new ArgumentException($"{input.GetType().Name} is no result of reading", nameof(input)),
    };

    private Worked Work(SourceDocument document, Func<Report, bool>? known)
    {
        Report? report = null;
        try
        {
            report = extract(document);
        }
        catch (Exception e) when (e is not RecordException)
        {
            return Failed(document.Uri ?? document.Label, "finding the article", e);
        }
        return known?.Invoke(report) == true ? new Worked(report, null, null) : Work(report) with { Original = document.IsArticle ? null : document.Text };
    }

    private Worked Work(Report report)
    {
        try
        {
            CodedReport coded = code(report);
            return new Worked(coded.Report, coded.Findings, null);
        }
        catch (Exception e) when (e is not RecordException)
        {
            return Failed(report.Uri ?? report.Label, "coding", e);
        }
    }

    private static Worked Failed(string uri, string stage, Exception e) => new(null, null, new RejectedInput(
        uri, null, $"the program failed in {stage} it ({e.GetType().Name}: {FirstLine(e.Message)})", "this is a fault of the program: report it with the input; the other inputs are not touched by it"));

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();

    /// <summary>What the stages made of one input: a report with findings, a report that is in the record already (findings null), or a rejection.</summary>
    private sealed record Worked(Report? Report, IReadOnlyList<Finding>? Findings, RejectedInput? Rejected)
    {
        /// <summary>The page that the article was found in; null when it is the whole of it.</summary>
        public string? Original { get; init; }
    }

    /// <summary>Counts on the thread that takes the results.</summary>
    private sealed class Tally(Action<PipelineProgress>? progress)
    {
        private readonly List<RejectedInput> rejected = [];
        private int stored;
        private int replaced;
        private int unchanged;
        private long findings;

        public void Reject(RejectedInput input)
        {
            rejected.Add(input);
            Tell(input.Uri);
        }

        public void Store(WriteOutcome outcome, Report report, int count)
        {
            if (outcome == WriteOutcome.Stored) stored++;
            else if (outcome == WriteOutcome.Replaced) replaced++;
            else unchanged++;
            if (outcome != WriteOutcome.Unchanged) findings += count;
            Tell(report.Label);
        }

        public RunSummary Summary(bool cancelled) => new(stored, replaced, unchanged, findings, rejected, cancelled);

        private void Tell(string input) => progress?.Invoke(new PipelineProgress(stored + replaced + unchanged + rejected.Count, findings, rejected.Count, input));
    }
}
