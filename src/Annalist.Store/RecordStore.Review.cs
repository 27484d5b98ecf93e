using System.Text;
using Dapper;

namespace Annalist.Store;

public sealed partial class RecordStore
{
    /// <summary>Number of findings that a filter asks for, whatever its limit and offset.</summary>
    /// <exception cref="RecordException">The file cannot be read.</exception>
    public int Count(FindingFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Reading(c =>
        {
            (string text, DynamicParameters parameters) = FindingQuery.Count(filter, NamedKeys.Find(c, filter));
            return c.ExecuteScalar<int>(text, parameters);
        });
    }

    /// <summary>Number of reports that a filter asks for, as <see cref="Reports"/>, whatever its limit and offset.</summary>
    /// <exception cref="RecordException">The file cannot be read.</exception>
    public int CountReports(FindingFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        (string text, DynamicParameters parameters) = ReportQuery.Count(filter);
        return Reading(c => c.ExecuteScalar<int>(text, parameters));
    }

    /// <summary>Findings of which nobody has said anything, the least sure first, then by report in the order of the text. Read while it is walked: nothing is held.</summary>
    /// <exception cref="RecordException">The file cannot be read.</exception>
    public IEnumerable<StoredFinding> Queue(QueueFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentOutOfRangeException.ThrowIfNegative(filter.Offset);
        var p = new DynamicParameters();
        var text = new StringBuilder("SELECT ").Append(Sql.FindingColumns).Append(" FROM findings f INDEXED BY ");
        if (filter.Report is not null)
        {
            IReadOnlyList<long> keys = Reading(c => c.Query<long>(Sql.ReportsLike, new { words = filter.Report }).AsList());
            if (keys.Count == 0) return [];
            text.Append("findings_report ").Append(Sql.FindingJoins).Append(" WHERE f.report IN @keys AND ");
            p.Add("keys", keys);
        }
        else
        {
            text.Append("findings_doubt ").Append(Sql.FindingJoins).Append(" WHERE ");
        }
        text.Append("f.retired IS NULL AND f.hand = 0 AND j.key IS NULL");
        if (filter.Kinds.Count > 0)
        {
            text.Append(" AND f.kind IN @kinds");
            p.Add("kinds", filter.Kinds);
        }
        text.Append(" ORDER BY f.confidence, f.report, f.ord");
        FindingQuery.AddPage(text, filter.Limit, filter.Offset, p);
        return Stream<StoredFinding>(text.ToString(), p);
    }

    /// <summary>How far the review has come.</summary>
    /// <param name="report">Label of a report, or the beginning of its hash (8 digits or more); null for the whole record.</param>
    /// <exception cref="RecordException">The file cannot be read.</exception>
    public ReviewProgress Progress(string? report = null) => Reading(c =>
    {
        IReadOnlyList<long>? keys = report is null ? null : c.Query<long>(Sql.ReportsLike, new { words = report }).AsList();
        if (keys is { Count: 0 }) return new ReviewProgress(0, 0, 0, 0, 0, 0, 0, 0);
        int coded = c.ExecuteScalar<int>(keys is null ? Sql.CodedCount : Sql.CodedCountOfReports, new { keys });
        int judged = 0, leftOut = 0, byHandAlone = 0;
        var codes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach ((string code, int hides, int inCode, int inHand) in c.Query<(string, int, int, int)>(keys is null ? Sql.JudgedCount : Sql.JudgedCountOfReports, new { keys }))
        {
            if (inCode + inHand == 0) continue;
            codes[code] = codes.GetValueOrDefault(code) + 1;
            judged++;
            if (hides == 2) leftOut++;
            if (inCode == 0) byHandAlone++;
        }
        int all = coded + byHandAlone;
        return new ReviewProgress(all - leftOut, judged, Of("accepted"), Of("rejected"), Of("mended"), Of("added"), Of("merged"), all - judged);

        int Of(string code) => codes.GetValueOrDefault(code);
    });
}
