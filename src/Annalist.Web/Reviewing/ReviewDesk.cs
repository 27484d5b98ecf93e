using Annalist.Model;
using Annalist.Store;

namespace Annalist.Web.Reviewing;

/// <summary>Where a person stands in the queue, as the address of the review page says it.</summary>
/// <param name="Report">Label of the report that is reviewed; null for the whole record.</param>
/// <param name="Kind">Kind that is reviewed; null for all.</param>
/// <param name="ByDoubt">True for the doubtful first, false for the order of the text. Without a report it is always by doubt.</param>
/// <param name="At">Place in what is still open, from 0.</param>
/// <param name="Id">A finding to show whatever its place; null for the one at the place.</param>
public sealed record ReviewPlace(string? Report, string? Kind, bool ByDoubt, int At, string? Id)
{
    /// <summary>The address of the place, root-relative.</summary>
    public string Address(int? at = null, string? id = null, string? said = null)
    {
        string query = string.Join('&', new[]
        {
            Report is null ? null : "report=" + Uri.EscapeDataString(Report), Kind is null ? null : "kind=" + Kind, Report is not null && ByDoubt ? "order=doubt" : null,
            (at ?? At) > 0 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"n={at ?? At}") : null, id is null ? null : "id=" + Uri.EscapeDataString(id), said is null ? null : "said=" + Uri.EscapeDataString(said),
        }.OfType<string>());
        return query.Length == 0 ? "/review" : "/review?" + query;
    }
}

/// <summary>What the review page shows of one place of the queue.</summary>
internal sealed record ReviewView
{
    /// <summary>The finding; null when nothing is open.</summary>
    public StoredFinding? Stored { get; init; }

    /// <summary>The finding as it stands now; null with <see cref="Stored"/>.</summary>
    public Finding? Finding { get; init; }

    /// <summary>Its report; that of the place when nothing is open; null in an empty queue of the whole record.</summary>
    public StoredReport? Report { get; init; }

    /// <summary>All findings of the report, with their verdicts, in the order of the text.</summary>
    public IReadOnlyList<(StoredFinding Stored, Finding Finding)> Others { get; init; } = [];

    /// <summary>The report's sentences; empty when it is in a language that is not coded.</summary>
    public IReadOnlyList<ReviewSentence> Sentences { get; init; } = [];

    /// <summary>The sentence of the finding; null when there is none.</summary>
    public ReviewSentence? Sentence { get; init; }

    /// <summary>How many are open at this place's filter.</summary>
    public int Open { get; init; }

    /// <summary>How far the report, or the record, is reviewed.</summary>
    public required ReviewProgress Progress { get; init; }
}

/// <summary>Looks up what the review page shows.</summary>
internal static class ReviewDesk
{
    /// <summary>What stands at a place.</summary>
    public static ReviewView Look(Desk desk, ReviewPlace place)
    {
        string? hash = null;
        StoredReport? report = null;
        if (place.Report is { } label)
        {
            report = desk.Store.Reports(new FindingFilter { Report = label, Limit = 1 }).FirstOrDefault() ?? throw new RecordException($"the record has no report {Text.FindingText.Short(label, 80)}", "choose one of the list under Reports");
            hash = report.Report.Hash;
        }
        var filter = new QueueFilter { Report = hash, Kinds = place.Kind is null ? [] : [place.Kind] };
        StoredFinding? stored;
        int open;
        if (report is not null)
        {
            List<StoredFinding> queue = [.. desk.Store.Queue(filter)];
            if (!place.ByDoubt) queue = [.. queue.Select(f => (f, Finding: f.Read())).OrderBy(x => x.Finding.In == TextPart.Title ? 0 : 1).ThenBy(x => x.Finding.Span.Start).ThenBy(x => x.f.Id, StringComparer.Ordinal).Select(x => x.f)];
            open = queue.Count;
            stored = queue.Count == 0 ? null : queue[Math.Clamp(place.At, 0, queue.Count - 1)];
        }
        else
        {
            ReviewProgress all = desk.Store.Progress();
            open = all.Open;
            stored = desk.Store.Queue(filter with { Offset = Math.Max(0, place.At), Limit = 1 }).FirstOrDefault() ?? (place.At > 0 ? desk.Store.Queue(filter with { Limit = 1 }).FirstOrDefault() : null);
        }
        if (place.Id is { } id) stored = desk.Store.Show(id)?.Stored ?? stored;
        if (stored is not null && report?.Report.Hash != stored.ReportHash) report = desk.Store.Reports(new FindingFilter { Report = stored.ReportHash, Limit = 1 }).First();
        if (report is null) return new ReviewView { Progress = desk.Store.Progress(), Open = open };
        Coding.Coding coding = desk.Code(report.Report);
        List<(StoredFinding Stored, Finding Finding)> others =
        [
            .. desk.Store.Findings(new FindingFilter { Report = report.Report.Hash, Review = Store.Review.All }).Select(f => (f, f.Read())).OrderBy(x => x.Item2.In == TextPart.Title ? 0 : 1).ThenBy(x => x.Item2.Span.Start).ThenBy(x => x.f.Id, StringComparer.Ordinal),
        ];
        IReadOnlyList<ReviewSentence> sentences = ReviewSentence.Of(coding);
        Finding? finding = stored?.Read();
        return new ReviewView
        {
            Stored = stored,
            Finding = finding,
            Report = report,
            Others = others,
            Sentences = sentences,
            Sentence = finding is null ? null : ReviewSentence.Of(sentences, finding),
            Open = open,
            Progress = desk.Store.Progress(place.Report is null ? null : report.Report.Hash),
        };
    }
}
