using Annalist.Model;

namespace Annalist.Coding;

/// <summary>A stretch of text in quotation marks, over paragraphs when each opens anew and only the last closes.</summary>
/// <param name="Outer">With its marks.</param>
/// <param name="Pieces">What stands inside, one stretch for each paragraph.</param>
/// <param name="Closed">False when the closing mark is missing and the paragraph's end was taken.</param>
internal sealed record Quotation(TextSpan Outer, IReadOnlyList<TextSpan> Pieces, bool Closed)
{
    /// <summary>From the first to the last word inside.</summary>
    public TextSpan Inner => new(Pieces[0].Start, Pieces[^1].End);
}
