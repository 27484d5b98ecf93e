namespace Annalist.Ingest;

/// <summary>The words before a report's first sentence: place, day, agency.</summary>
/// <param name="Place">Place as in the text; null when only an agency is named.</param>
/// <param name="Date">Day, maybe without a year; null when there is none.</param>
/// <param name="Agency">The agency in brackets; null when there is none.</param>
/// <param name="Length">Characters from the start of the paragraph to its first word.</param>
internal sealed record Dateline(string? Place, PageDate? Date, string? Agency, int Length);
