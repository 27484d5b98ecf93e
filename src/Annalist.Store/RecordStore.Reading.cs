using Annalist.Model;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Annalist.Store;

public sealed partial class RecordStore
{
    /// <summary>Findings that a filter asks for, newest first, inside a day in the order of reading. Read while it is walked: nothing is held.</summary>
    /// <exception cref="RecordException">The file cannot be read.</exception>
    public IEnumerable<StoredFinding> Findings(FindingFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        (string text, DynamicParameters parameters) = FindingQuery.Of(filter, Reading(c => NamedKeys.Find(c, filter)));
        return Stream<StoredFinding>(text, parameters);
    }

    /// <summary>Reports, the newest told first; of a filter only <c>Outlet Since Until At AsOf Report Limit Offset</c> are looked at, and <c>Review</c> for the number of findings.</summary>
    /// <exception cref="RecordException">The file cannot be read.</exception>
    public IEnumerable<StoredReport> Reports(FindingFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        (string text, DynamicParameters parameters) = ReportQuery.Of(filter);
        return Stream<ReportRow>(text, parameters).Select(r => r.ToReport());
    }

    /// <summary>One finding with its receipt.</summary>
    /// <param name="id">Its id, or the beginning of it when only one finding begins so.</param>
    /// <returns>Null when there is none. What a person mended or accepted is given in that form; a finding that was replaced is given when none that stands has the id.</returns>
    /// <exception cref="RecordException">Several findings begin so, or the file cannot be read.</exception>
    public ShownFinding? Show(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return Reading(c =>
        {
            if (Resolve(c, id) is not { } found) return null;
            StoredFinding stored = c.QueryFirst<StoredFinding>(Sql.FindingById, new { id = found });
            Finding finding = stored.Read();
            StoredReport report = c.QueryFirst<ReportRow>($"SELECT {Sql.ReportColumns} FROM reports r WHERE r.hash = @hash", new { hash = stored.ReportHash }).ToReport();
            List<StoredFinding> same =
            [
                .. c.Query<StoredFinding>(Sql.FindingsOfReport, new { hash = stored.ReportHash })
                    .Where(f => f.Id != stored.Id && f.Read() is { } other && other.In == finding.In && other.Span == finding.Span),
            ];
            return new ShownFinding(stored, finding, report, same, [.. c.Query<string>(Sql.SourcesOfReport, new { hash = stored.ReportHash })], Standing(c, found), Tellings(c, found));
        });
    }

    /// <summary>What was set aside, in the order in which it was.</summary>
    /// <exception cref="RecordException">The file cannot be read.</exception>
    public IReadOnlyList<StoredRejection> Rejections() =>
        Reading(c => c.Query<(string Uri, long? Line, string Reason, string? Remedy, string Learned)>(Sql.Rejected).Select(r => new StoredRejection(r.Uri, r.Line, r.Reason, r.Remedy, r.Learned)).ToList());

    /// <summary>How many findings the corrected view has, by kind and type; the most frequent of a kind first.</summary>
    /// <exception cref="RecordException">The file cannot be read.</exception>
    public IReadOnlyList<TypeCount> TypeCounts() => Reading(c =>
    {
        Dictionary<(string, string?), int> hidden = c.Query<(string Kind, string? Type, int Count)>(Sql.HiddenTypeCounts).ToDictionary(r => (r.Kind, r.Type), r => r.Count);
        IEnumerable<TypeCount> all = c.Query<(string Kind, string? Type, int Count)>(Sql.TypeCounts).Select(r => new TypeCount(r.Kind, r.Type, r.Count - hidden.GetValueOrDefault((r.Kind, r.Type))));
        return all.Where(t => t.Count > 0).OrderBy(t => t.Kind, StringComparer.Ordinal).ThenByDescending(t => t.Count).ThenBy(t => t.Type, StringComparer.Ordinal).ToList();
    });

    /// <summary>The pairs of codes with most events between them; what was denied and what has a party unknown is not counted.</summary>
    /// <param name="limit">At most so many.</param>
    /// <exception cref="RecordException">The file cannot be read.</exception>
    public IReadOnlyList<DyadCount> DyadCounts(int limit) => Reading(c => c.Query<(string A, string B, int Count, double Mean)>(Sql.DyadCounts, new { limit }).Select(r => new DyadCount(r.A, r.B, r.Count, r.Mean)).ToList());

    /// <summary>Number of reports.</summary>
    /// <exception cref="RecordException">The file cannot be read.</exception>
    public int ReportCount() => Reading(c => c.ExecuteScalar<int>(Sql.ReportCount));

    private static List<StoredFinding> Tellings(SqliteConnection c, string id)
    {
        var tellings = new List<StoredFinding>();
        var queue = new Queue<string>([id]);
        var seen = new HashSet<string>(StringComparer.Ordinal) { id };
        while (queue.TryDequeue(out string? into))
        {
            foreach (string telling in c.Query<string>(Sql.MergedInto, new { finding = into }).Where(seen.Add))
            {
                tellings.Add(c.QueryFirst<StoredFinding>(Sql.FindingAsCoded, new { id = telling }));
                queue.Enqueue(telling);
            }
        }
        return tellings;
    }

    private T Reading<T>(Func<SqliteConnection, T> work) => Guarded(Path, () =>
    {
        using SqliteConnection connection = Connect();
        return work(connection);
    });

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        return connection;
    }

    // Written out because an exception of the database must be put in plain words wherever the walk meets it.
    private IEnumerable<T> Stream<T>(string text, DynamicParameters parameters)
    {
        using SqliteConnection connection = Guarded(Path, Connect);
        using IEnumerator<T> rows = Guarded(Path, () => connection.Query<T>(text, parameters, buffered: false).GetEnumerator());
        while (Guarded(Path, rows.MoveNext)) yield return rows.Current;
    }
}
