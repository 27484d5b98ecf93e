using Annalist.Model;

namespace Annalist.Ingest;

/// <summary>A report with what was found in it.</summary>
/// <param name="Report">The report, with the notes that coding added.</param>
/// <param name="Findings">Its findings, in the order of the text.</param>
public sealed record CodedReport(Report Report, IReadOnlyList<Finding> Findings);
