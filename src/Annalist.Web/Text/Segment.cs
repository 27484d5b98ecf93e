using Annalist.Model;

namespace Annalist.Web.Text;

/// <summary>A stretch of text under the same marks throughout.</summary>
/// <param name="Span">Where.</param>
/// <param name="Marks">The marks over it, the narrowest first; empty for plain text.</param>
internal sealed record Segment(TextSpan Span, IReadOnlyList<Mark> Marks)
{
    /// <summary>Cuts a stretch of text where marks begin and end.</summary>
    /// <param name="within">The stretch.</param>
    /// <param name="marks">Marks in any order; those outside are left out.</param>
    public static IReadOnlyList<Segment> Cut(TextSpan within, IReadOnlyList<Mark> marks)
    {
        Mark[] here = [.. marks.Where(m => m.Span.Overlaps(within)).OrderBy(m => m.Span.Length).ThenBy(m => m.Span.Start).ThenBy(m => m.Id, StringComparer.Ordinal)];
        int[] edges = [.. here.SelectMany(m => new[] { Math.Max(m.Span.Start, within.Start), Math.Min(m.Span.End, within.End) }).Append(within.Start).Append(within.End).Distinct().Order()];
        var segments = new List<Segment>();
        for (int i = 0; i + 1 < edges.Length; i++)
        {
            var span = new TextSpan(edges[i], edges[i + 1]);
            segments.Add(new Segment(span, [.. here.Where(m => m.Span.Contains(span))]));
        }
        return segments;
    }

    /// <summary>Paragraphs of a text: what stands between empty lines.</summary>
    public static IReadOnlyList<TextSpan> Paragraphs(string text)
    {
        var spans = new List<TextSpan>();
        int at = 0;
        while (at < text.Length)
        {
            int end = text.IndexOf("\n\n", at, StringComparison.Ordinal);
            if (end < 0) end = text.Length;
            if (end > at) spans.Add(new TextSpan(at, end));
            at = end;
            while (at < text.Length && text[at] == '\n') at++;
        }
        return spans;
    }
}
