using Annalist.Model;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Annalist.Store;

public sealed partial class RecordStore
{
    /// <summary>Keeps what a person says of a finding. The latest verdict of a finding counts; the earlier ones are kept. No later coding takes a verdict away.</summary>
    /// <param name="id">Id of the finding, or the beginning of it when only one begins so; one that a later coding no longer finds can be judged too.</param>
    /// <param name="verdict">What is said.</param>
    /// <param name="why">Why, in the person's words; null when nothing is said.</param>
    /// <param name="moment">Now, as the caller has it; kept to the second.</param>
    /// <returns>Null when no finding begins so.</returns>
    /// <exception cref="RecordException">Several findings begin so, or the file cannot be written.</exception>
    public JudgeOutcome? Judge(string id, Judgement verdict, string? why, DateTimeOffset moment)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return InTransaction(t =>
        {
            if (Resolve(writer, id, t) is not { } found) return null;
            StoredVerdict? before = Standing(writer, found, t);
            string? words = string.IsNullOrWhiteSpace(why) ? null : why.Trim();
            // Said again of a finding that has changed since, it is about the finding as it is now.
            bool same = before is null ? verdict == Judgement.Withdrawn : before.Judgement == verdict && (words is null || words == before.Why) && before.State != JudgedState.Changed;
            if (same) return new JudgeOutcome(found, false, before);
            StoredFinding finding = writer.QueryFirst<StoredFinding>(Sql.FindingById, new { id = found }, t);
            writer.Execute(Sql.AddVerdict, new { finding = found, report = finding.ReportHash, verdict = Codes.Of(verdict), why = words, json = finding.Json, learned = Stamp.Moment(moment) }, t);
            return new JudgeOutcome(found, true, before);
        });
    }

    /// <summary>The verdicts that count, one for each finding that has one, in the order in which they were said; what was withdrawn is left out.</summary>
    /// <param name="asOf">Those that counted at this moment, with the findings as they stood then; null: those that count.</param>
    /// <exception cref="RecordException">The file cannot be read.</exception>
    public IReadOnlyList<StoredVerdict> Verdicts(DateTimeOffset? asOf = null) =>
        Reading(c => c.Query<StoredVerdict>(Sql.Verdicts, new { asOf = asOf is { } at ? Stamp.Moment(at) : null, finding = (string?)null }).AsList());

    /// <summary>Everything that was ever said of findings, in the order in which it was said, withdrawals too.</summary>
    /// <exception cref="RecordException">The file cannot be read.</exception>
    public IReadOnlyList<StoredVerdict> VerdictHistory() => Reading(c => c.Query<StoredVerdict>(Sql.VerdictHistory, new { asOf = (string?)null }).AsList());

    private static StoredVerdict? Standing(SqliteConnection c, string finding, SqliteTransaction? t = null) => c.QueryFirstOrDefault<StoredVerdict>(Sql.Verdicts, new { asOf = (string?)null, finding }, t);

    // An id given in full is never ambiguous; of a beginning, those that stand go before those that were replaced.
    private static string? Resolve(SqliteConnection c, string id, SqliteTransaction? t = null)
    {
        List<string> standing = Ids(c, id, standing: true, t);
        if (standing.Contains(id)) return id;
        List<string> replaced = Ids(c, id, standing: false, t);
        if (replaced.Contains(id)) return id;
        List<string> ids = standing.Count > 0 ? standing : replaced;
        if (ids.Count > 1) throw new RecordException($"several findings begin with {id}: {string.Join(", ", ids.Take(5))}{(ids.Count > 5 ? ", …" : "")}", "give more of the id");
        return ids.Count == 0 ? null : ids[0];
    }

    private static List<string> Ids(SqliteConnection c, string prefix, bool standing, SqliteTransaction? t) =>
        [.. c.Query<string>(Sql.IdsLike, new { low = prefix, high = prefix + '\uffff', standing }, t)];
}
