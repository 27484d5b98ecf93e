namespace Annalist.Analysis.Evaluation;

/// <summary>Gold or a run: coded reports, read by <see cref="CodedSetReader"/>.</summary>
public sealed class CodedSet
{
    private readonly Dictionary<string, CodedReportLines> reports;

    internal CodedSet(Dictionary<string, CodedReportLines> reports, IReadOnlyList<string> notices)
    {
        this.reports = reports;
        Notices = notices;
        Reports = [.. reports.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>Labels of the reports, sorted.</summary>
    public IReadOnlyList<string> Reports { get; }

    /// <summary>What was read and is not compared: kinds and keys that evaluation does not know, each with file, first line and how often. Empty when there is none.</summary>
    public IReadOnlyList<string> Notices { get; }

    /// <summary>What there is of a report; empty for one that is not there.</summary>
    internal CodedReportLines Of(string report) => reports.GetValueOrDefault(report) ?? new CodedReportLines();
}
