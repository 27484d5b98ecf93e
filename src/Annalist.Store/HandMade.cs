using Annalist.Model;

namespace Annalist.Store;

/// <summary>Findings that a person wrote: what they must hold to, and their ids.</summary>
internal static class HandMade
{
    /// <summary>Rule and data of what a person added.</summary>
    public const string Source = "hand";

    /// <summary>True when a person added it.</summary>
    public static bool Is(Finding finding) => finding.Rule == Source && finding.Data == Source;

    /// <summary>True when both say the same: what gave a finding and how sure it is may change with every coding.</summary>
    public static bool SaysTheSame(Finding now, Finding then) => now == then with { Data = now.Data, Rule = now.Rule, Confidence = now.Confidence, Notes = now.Notes };

    /// <summary>A mended finding is still what one sentence says.</summary>
    /// <param name="was">The finding before.</param>
    /// <param name="mended">The finding as it should be.</param>
    /// <param name="report">Their report.</param>
    /// <exception cref="ArgumentException">It is another finding, or a span lies outside the text.</exception>
    public static void CheckMended(Finding was, Finding mended, Report report)
    {
        if (mended.GetType() != was.GetType()) throw new ArgumentException($"{was.Id} is of the kind {Kind(was)} and stays so: the mended one is of the kind {Kind(mended)}");
        if (mended.Id != was.Id) throw new ArgumentException($"a mended finding keeps its id: {was.Id}, not {mended.Id}");
        if (mended.Report != was.Report) throw new ArgumentException($"a mended finding keeps its report: {was.Report}, not {mended.Report}");
        if (mended.In != was.In || mended.Span != was.Span) throw new ArgumentException($"a mended finding keeps its place: {Place(was)}, not {Place(mended)}");
        if (mended.Sentence != was.Sentence) throw new ArgumentException($"a mended finding keeps its sentence: {was.Sentence}");
        // What the program gave is not held against the person who mends something else.
        CheckInside(mended, report, new HashSet<TextSpan>(Spans(was)));
        CheckConfidence(mended);
    }

    /// <summary>What a person adds stands in the report.</summary>
    /// <param name="finding">The finding; its id, report, rule, data and confidence are not looked at.</param>
    /// <param name="report">The report.</param>
    /// <returns>The finding with the id that its words and place give it.</returns>
    /// <exception cref="ArgumentException">Its sentence does not stand where it says, or a span lies outside the text.</exception>
    public static Finding Added(Finding finding, Report report)
    {
        string text = Part(finding, report) ?? throw new ArgumentException($"the report {report.Label} has no title");
        if (finding.Span.Start < 0 || finding.Span.End > text.Length || finding.Span.Length < 1) throw new ArgumentException($"the place {Place(finding)} does not lie in the {Codes.Of(finding.In)} of the report, which has {text.Length} characters");
        if (finding.Span.Cut(text) != finding.Sentence) throw new ArgumentException($"the sentence is not what stands at {Place(finding)}: {Short(finding.Span.Cut(text))}");
        CheckInside(finding, report, []);
        Finding bare = finding with { Id = "", Report = "", Rule = Source, Data = Source, Confidence = 1, Notes = [] };
        string id = Letter(finding) + Fingerprint.Short(report.Hash, finding.In.ToString(), finding.Span.ToString(), Source, RecordJson.Write(bare));
        return bare with { Id = id, Report = report.Label, Notes = finding.Notes };
    }

    /// <summary>Name of the kind in the record's spelling.</summary>
    public static string Kind(Finding finding) => finding.GetType().Name.ToLowerInvariant();

    private static char Letter(Finding finding) => finding is Expectation ? 'x' : Kind(finding)[0];

    private static string? Part(Finding finding, Report report) => finding.In == TextPart.Title ? report.Title : report.Text;

    private static void CheckInside(Finding finding, Report report, HashSet<TextSpan> known)
    {
        int length = Part(finding, report)?.Length ?? 0;
        foreach (TextSpan span in Spans(finding))
        {
            if (!known.Contains(span) && (span.Start < 0 || span.End > length || span.Length < 0)) throw new ArgumentException($"the place {span} does not lie in the {Codes.Of(finding.In)} of the report, which has {length} characters");
        }
    }

    private static void CheckConfidence(Finding finding)
    {
        if (finding.Confidence is not (>= 0 and <= 1)) throw new ArgumentException("the confidence is a number from 0 to 1");
    }

    private static IEnumerable<TextSpan> Spans(Finding finding) => (finding switch
    {
        Event e => e.Actors.Concat(e.Recipients).Select(p => p.Span).Append(e.CueSpan),
        Statement s => s.ContentSpan.Concat(s.CueSpan).Select(x => (TextSpan?)x).Append(s.SpeakerSpan),
        Tie t => [t.CueSpan],
        Figure f => [f.CueSpan],
        _ => Enumerable.Empty<TextSpan?>(),
    }).OfType<TextSpan>();

    private static string Place(Finding finding) => $"{Codes.Of(finding.In)} {finding.Span}";

    private static string Short(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
