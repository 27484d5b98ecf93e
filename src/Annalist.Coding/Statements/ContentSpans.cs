using Annalist.Model;

namespace Annalist.Coding;

/// <summary>The words of a statement.</summary>
/// <param name="Spans">Their pieces in text order.</param>
/// <param name="Form">How they are told.</param>
/// <param name="Frame">How they hang on the cue.</param>
/// <param name="Quotes">Indexes of the quotations used up.</param>
internal sealed record ContentSpans(IReadOnlyList<TextSpan> Spans, StatementForm Form, CueFrame Frame, IReadOnlyList<int> Quotes)
{
    /// <summary>From the first to the last word.</summary>
    public TextSpan Whole => new(Spans[0].Start, Spans[^1].End);
}
