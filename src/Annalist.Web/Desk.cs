using System.Diagnostics.CodeAnalysis;
using Annalist.Analysis;
using Annalist.Analysis.Evaluation;
using Annalist.Coding;
using Annalist.Ingest;
using Annalist.Model;
using Annalist.Store;
using Annalist.Worlds;

namespace Annalist.Web;

/// <summary>What the pages work on: the record, the world over it, the coder. Safe to use from many requests at a time.</summary>
internal sealed class Desk : IDisposable
{
    private const int MostCodings = 16;
    private readonly WebOptions options;
    private readonly Lazy<ArticleExtractor> extractor = new(() => new ArticleExtractor(), LazyThreadSafetyMode.ExecutionAndPublication);
    private readonly Lock viewGate = new();
    private readonly Lock codingGate = new();
    private readonly LinkedList<(string Hash, Coding.Coding Coding)> codings = [];
    private readonly Lazy<Reviewing.FieldReader> fields;
    private readonly Lock cardGate = new();
    private readonly Lazy<GroupMembers> groups;
    private (long Revision, SystemView View)? view;
    private (long Revision, ReviewCard Card)? card;

    public Desk(WebOptions options)
    {
        this.options = options;
        Store = RecordStore.Open(options.Record);
        groups = new(() => GroupMembers.Of(World), LazyThreadSafetyMode.ExecutionAndPublication);
        fields = new(() => new Reviewing.FieldReader(World, Coder.Codebook), LazyThreadSafetyMode.ExecutionAndPublication);
    }

    /// <summary>The record.</summary>
    public RecordStore Store { get; }

    /// <summary>What the packs say.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "A part of the desk to its pages; that there is one world today is no promise.")]
    public World World => World.Default;

    /// <summary>The coder; loaded when first asked for.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "As the world.")]
    public Coder Coder => Coder.Default;

    /// <summary>The fields of findings, as forms have them.</summary>
    public Reviewing.FieldReader Fields => fields.Value;

    /// <summary>Now.</summary>
    public DateTimeOffset Now => options.Clock.GetUtcNow();

    /// <summary>Finds the article in a document.</summary>
    public Report Extract(SourceDocument document) => extractor.Value.Extract(document);

    /// <summary>The world with the record laid over it, made anew when the record has changed.</summary>
    public SystemView View()
    {
        lock (viewGate)
        {
            long revision = Store.Revision();
            if (view is { } v && v.Revision == revision) return v.View;
            SystemView made = SystemView.Of(World, RecordWorld.Load(Store, null));
            view = (revision, made);
            return made;
        }
    }

    /// <summary>How often the program was right by the reviews of the record; made anew when the record has changed.</summary>
    public ReviewCard Card()
    {
        lock (cardGate)
        {
            long revision = Store.Revision();
            if (card is { } c && c.Revision == revision) return c.Card;
            ReviewCard made = ReviewAccuracy.Of(Store, groups.Value);
            card = (revision, made);
            return made;
        }
    }

    /// <summary>Reads text or a file into the record.</summary>
    /// <param name="bytes">What was pasted or dropped: plain text, JSON or JSON lines.</param>
    /// <param name="name">Name of the file; null for a paste.</param>
    /// <returns>The labels of the reports that were read or were there already, in the order of the input, and what was set aside.</returns>
    public (IReadOnlyList<string> Labels, IReadOnlyList<RejectedInput> Rejected) Read(byte[] bytes, string? name)
    {
        if (Intake.Refusal(bytes, name) is { } refusal) return ([], [refusal]);
        var hashes = new List<string>();
        var pipeline = new Pipeline(d => extractor.Value.Extract(d), r =>
        {
            Coding.Coding coding = Code(r);
            return new CodedReport(coding.Report, coding.Findings);
        }, Coder.DataVersion);
        RunSummary summary = pipeline.Store(Intake.Documents(bytes, name, (document, number) => hashes.Add(extractor.Value.Extract(document).Hash)), Store, options.Clock);
        return ([.. hashes.Distinct().Select(h => Store.Reports(new FindingFilter { Report = h }).FirstOrDefault()?.Report.Label).OfType<string>()], summary.Rejected);
    }

    /// <summary>A coding of a report, with what was weighed; the last few are kept.</summary>
    public Coding.Coding Code(Report report)
    {
        lock (codingGate)
        {
            if (codings.FirstOrDefault(c => c.Hash == report.Hash && c.Coding.Report.Label == report.Label).Coding is { } kept) return kept;
        }
        Coding.Coding coding = Coder.Code(report);
        lock (codingGate)
        {
            codings.AddFirst((report.Hash, coding));
            if (codings.Count > MostCodings) codings.RemoveLast();
        }
        return coding;
    }

    /// <summary>Words, tree, mentions and rivals of a finding.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>Null when the record has no such finding; a sentence that says so when the present data finds it no longer.</returns>
    public string? Why(string id)
    {
        if (Store.Show(id) is not { } shown) return null;
        Coding.Coding coding = Code(shown.Report.Report);
        return coding.Findings.FirstOrDefault(f => f.Id == shown.Finding.Id) is { } same ? coding.Explain(same)
            : shown.Finding.Rule == "hand" ? "A person added it: there is no rule behind it." : "The present data finds this no longer; how it was found cannot be shown again.";
    }

    /// <inheritdoc/>
    public void Dispose() => Store.Dispose();
}
