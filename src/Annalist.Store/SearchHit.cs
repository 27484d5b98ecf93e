using Annalist.Model;

namespace Annalist.Store;

/// <summary>A report or a finding in which the words stand.</summary>
/// <param name="ReportLabel">Label of the report in this record.</param>
/// <param name="ReportHash">Hash of the report.</param>
/// <param name="Title">Title of the report; null when it has none.</param>
/// <param name="Outlet">Outlet; null when unknown.</param>
/// <param name="Told">ISO day on which it was told; null when unknown.</param>
/// <param name="Kind"><c>report</c>, or the kind of the finding.</param>
/// <param name="Finding">Id of the finding; null for a report.</param>
/// <param name="Snippet">A stretch of the title or text, or the finding's sentence; line breaks and control characters are blanks.</param>
/// <param name="Marks">Where the words stand in <paramref name="Snippet"/>, in order.</param>
/// <param name="Rank">How well the report fits: lower is better, below 0. Findings have that of their report.</param>
public sealed record SearchHit(
    string ReportLabel, string ReportHash, string? Title, string? Outlet, string? Told, string Kind, string? Finding, string Snippet, IReadOnlyList<TextSpan> Marks, double Rank);
