using Annalist.Model;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Annalist.Store;

public sealed partial class RecordStore
{
    /// <summary>Keeps what a person says of a finding. The latest verdict of a finding counts; the earlier ones are kept. No later coding takes a verdict away.</summary>
    /// <param name="id">Id of the finding, or the beginning of it when only one begins so; one that a later coding no longer finds can be judged too.</param>
    /// <param name="verdict">Accepted, rejected or withdrawn. A finding that was mended is accepted as it was mended; of one that was added, a withdrawal takes the addition away.</param>
    /// <param name="why">Why, in the person's words; null when nothing is said.</param>
    /// <param name="moment">Now, as the caller has it; kept to the second.</param>
    /// <param name="author">Who says it; null when that is not said.</param>
    /// <returns>Null when no finding begins so.</returns>
    /// <exception cref="ArgumentException">The verdict is one of those that <see cref="Mend"/>, <see cref="Add"/> and <see cref="Merge"/> give.</exception>
    /// <exception cref="RecordException">Several findings begin so, or the file cannot be written.</exception>
    public JudgeOutcome? Judge(string id, Judgement verdict, string? why, DateTimeOffset moment, string? author = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        if (verdict is not (Judgement.Accepted or Judgement.Rejected or Judgement.Withdrawn)) throw new ArgumentException($"a finding is not judged as {Codes.Of(verdict)}: mend, add or merge it");
        return InTransaction(t =>
        {
            if (Resolve(writer, id, t) is not { } found) return null;
            StoredVerdict? before = Standing(writer, found, t);
            // Said again of a finding that has changed since, it is about the finding as it is now.
            bool same = before is null
                ? verdict == Judgement.Withdrawn
                : before.Judgement == verdict && SameWords(before, why, author) && before.State != JudgedState.Changed;
            if (same) return new JudgeOutcome(found, false, before);
            string? mended = verdict == Judgement.Accepted && before?.Judgement is Judgement.Mended or Judgement.Accepted ? before.Mended : null;
            return Say(found, verdict, why, moment, author, before, t, mended);
        });
    }

    /// <summary>The verdicts that count, one for each finding that has one, in the order in which they were said; what was withdrawn is left out.</summary>
    /// <param name="asOf">Those that counted at this moment, with the findings as they stood then; null: those that count.</param>
    /// <exception cref="RecordException">The file cannot be read.</exception>
    public IReadOnlyList<StoredVerdict> Verdicts(DateTimeOffset? asOf = null) =>
        Reading(c => c.Query<StoredVerdict>(Sql.Verdicts, new { asOf = asOf is { } at ? Stamp.Moment(at) : null, finding = (string?)null }).AsList());

    /// <summary>Everything that was ever said of findings, in the order in which it was said: withdrawals too, and what was taken back (<see cref="StoredVerdict.Undoes"/>).</summary>
    /// <param name="id">Id of the finding, in full; null for all.</param>
    /// <exception cref="RecordException">The file cannot be read.</exception>
    public IReadOnlyList<StoredVerdict> VerdictHistory(string? id = null) => Reading(c => c.Query<StoredVerdict>(Sql.VerdictHistory, new { asOf = (string?)null, finding = id }).AsList());

    private static StoredVerdict? Standing(SqliteConnection c, string finding, SqliteTransaction? t = null) => c.QueryFirstOrDefault<StoredVerdict>(Sql.VerdictOf, new { asOf = (string?)null, finding }, t);

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

    // Nothing is said that was not said before, or not by this person.
    private static bool SameWords(StoredVerdict before, string? why, string? author) => (Words(why) ?? before.Why) == before.Why && (Words(author) ?? before.Author) == before.Author;

    private static string? Words(string? given) => string.IsNullOrWhiteSpace(given) ? null : given.Trim();

    private JudgeOutcome Say(string id, Judgement verdict, string? why, DateTimeOffset moment, string? author, StoredVerdict? before, SqliteTransaction t, string? mended = null, string? target = null)
    {
        StoredFinding finding = AsCoded(id, t);
        // Where the program finds it no longer, a person's form stands: what it was before is what the last verdict was given of.
        string json = finding.ByHand && before is not null ? before.Json : finding.Json;
        Keep(new { finding = id, report = finding.ReportHash, verdict = Codes.Of(verdict), why = Words(why), json, learned = Stamp.Moment(moment), author = Words(author), mended, target, undoes = (long?)null, restores = (long?)null }, t);
        settling.Finding(id, Stamp.Moment(moment), t);
        return new JudgeOutcome(id, true, before);
    }

    private long Keep(object line, SqliteTransaction t) => writer.ExecuteScalar<long>(Sql.AddVerdict, line, t);

    private StoredFinding AsCoded(string id, SqliteTransaction t) => writer.QueryFirst<StoredFinding>(Sql.FindingAsCoded, new { id }, t);
}
