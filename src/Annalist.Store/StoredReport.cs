using Annalist.Model;

namespace Annalist.Store;

/// <summary>A report as it stands in the record.</summary>
/// <param name="Report">The report, labelled as in this record.</param>
/// <param name="Learned">Moment, ISO in UTC, at which it first came into the record.</param>
/// <param name="Coded">Moment, ISO in UTC, at which its present findings did.</param>
/// <param name="Data">Version of the data that coded it.</param>
/// <param name="Findings">Number of its present findings.</param>
public sealed record StoredReport(Report Report, string Learned, string Coded, string Data, int Findings);
