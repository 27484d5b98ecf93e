using Annalist.Model;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Annalist.Store;

public sealed partial class RecordStore
{
    /// <summary>Gives a finding other fields than the program gave it. It counts as accepted in this form; how it was is kept beside it.</summary>
    /// <param name="id">Id of the finding, or the beginning of it when only one begins so.</param>
    /// <param name="mended">The finding as it should be: id, kind, report, place and sentence as they are.</param>
    /// <param name="why">Why, in the person's words; null when nothing is said.</param>
    /// <param name="moment">Now, as the caller has it; kept to the second.</param>
    /// <param name="author">Who mends it; null when that is not said.</param>
    /// <returns>Null when no finding begins so; unchanged when the finding is so already.</returns>
    /// <exception cref="ArgumentException">The mended finding is another one, or a span lies outside the text.</exception>
    /// <exception cref="RecordException">Several findings begin so, or the file cannot be written.</exception>
    public JudgeOutcome? Mend(string id, Finding mended, string? why, DateTimeOffset moment, string? author = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(mended);
        return InTransaction(t =>
        {
            if (Resolve(writer, id, t) is not { } found) return null;
            StoredFinding shown = writer.QueryFirst<StoredFinding>(Sql.FindingById, new { id = found }, t);
            Finding was = shown.Read();
            HandMade.CheckMended(was, mended, ReportOf(shown.ReportHash, t));
            StoredVerdict? before = Standing(writer, found, t);
            bool counts = before is null or { Judgement: Judgement.Accepted or Judgement.Added } || (before.Judgement == Judgement.Mended && SameWords(before, why, author));
            if (counts && mended == was) return new JudgeOutcome(found, false, before);
            return Say(found, Judgement.Mended, why, moment, author, before, t, RecordJson.Write(mended));
        });
    }

    /// <summary>Adds a finding that the program did not find. The same addition twice is one.</summary>
    /// <param name="report">Label of its report, or the beginning of its hash (8 digits or more).</param>
    /// <param name="byHand">What the report says: span and sentence as in its text or title. Id, report, rule, data and confidence are set by the record: <c>hand</c>, and 1.</param>
    /// <param name="moment">Now, as the caller has it; kept to the second.</param>
    /// <param name="author">Who adds it; null when that is not said.</param>
    /// <returns>With the id that it got; unchanged when it is there already.</returns>
    /// <exception cref="ArgumentException">The sentence does not stand where it says, or a span lies outside the text.</exception>
    /// <exception cref="RecordException">There is no such report or there are several, or the file cannot be written.</exception>
    public JudgeOutcome Add(string report, Finding byHand, DateTimeOffset moment, string? author = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(report);
        ArgumentNullException.ThrowIfNull(byHand);
        return InTransaction(t =>
        {
            List<long> keys = writer.Query<long>(Sql.ReportsLike, new { words = report }, t).AsList();
            if (keys.Count != 1)
            {
                throw new RecordException(keys.Count == 0 ? $"no report is called {report}" : $"several reports begin with {report}", "give the label or more of the hash; annalist reports lists them");
            }
            Report target = writer.QueryFirst<ReportRow>($"SELECT {Sql.ReportColumns} FROM reports r WHERE r.key = @key", new { key = keys[0] }, t).ToReport().Report;
            Finding added = HandMade.Added(byHand, target);
            StoredVerdict? before = Standing(writer, added.Id, t);
            // What somebody has made of the addition since is not taken back by adding it again.
            if (before is not null && before.Judgement != Judgement.Rejected) return new JudgeOutcome(added.Id, false, before);
            string now = Stamp.Moment(moment);
            Keep(
                new { finding = added.Id, report = target.Hash, verdict = Codes.Of(Judgement.Added), why = (string?)null, json = RecordJson.Write(added), learned = now, author = Words(author), mended = (string?)null, target = (string?)null, undoes = (long?)null, restores = (long?)null },
                t);
            settling.Finding(added.Id, now, t);
            return new JudgeOutcome(added.Id, true, before);
        });
    }

    /// <summary>Says that a finding tells again what another tells: it is in no list from now on, and <see cref="Show"/> of the other names it.</summary>
    /// <param name="id">Id of the further telling, or the beginning of it when only one begins so.</param>
    /// <param name="into">Id of the finding that stands for both, or the beginning of it; of the same report and kind.</param>
    /// <param name="why">Why, in the person's words; null when nothing is said.</param>
    /// <param name="moment">Now, as the caller has it; kept to the second.</param>
    /// <param name="author">Who says it; null when that is not said.</param>
    /// <returns>Null when no finding begins with <paramref name="id"/>.</returns>
    /// <exception cref="RecordException">The two cannot be merged: no finding begins with <paramref name="into"/>, both are one, of two reports or kinds, or the other was rejected or merged or stands no longer;
    /// or several findings begin so, or the file cannot be written.</exception>
    public JudgeOutcome? Merge(string id, string into, string? why, DateTimeOffset moment, string? author = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentException.ThrowIfNullOrEmpty(into);
        return InTransaction(t =>
        {
            if (Resolve(writer, id, t) is not { } found) return null;
            string target = Resolve(writer, into, t) ?? throw new RecordException($"no finding begins with {into}", "annalist events, statements, ties and figures list ids");
            if (target == found) throw new RecordException($"{found} cannot be merged into itself", "name the finding that stands for both");
            StoredFinding telling = AsCoded(found, t), other = AsCoded(target, t);
            if (telling.ReportHash != other.ReportHash) throw new RecordException($"{found} and {target} stand in two reports: {telling.ReportLabel} and {other.ReportLabel}", "only findings of one report are merged");
            if (HandMade.Kind(telling.Read()) is var kind && HandMade.Kind(other.Read()) is var otherKind && kind != otherKind)
            {
                throw new RecordException($"{found} and {target} are of two kinds: {kind} and {otherKind}", "only findings of one kind are merged");
            }
            StoredVerdict? before = Standing(writer, found, t), said = Standing(writer, target, t);
            if (said?.Judgement == Judgement.Rejected) throw new RecordException($"{target} was rejected: nothing is merged into it", "accept it first, or reject both");
            if (said?.Judgement == Judgement.Merged) throw new RecordException($"{target} was itself merged into {said.Target}", $"merge into {said.Target}, or undo that first");
            if (other.Retired is not null) throw new RecordException($"{target} stands no longer: nothing is merged into it", "accept it first");
            if (before?.Judgement == Judgement.Merged && before.Target == target && SameWords(before, why, author)) return new JudgeOutcome(found, false, before);
            return Say(found, Judgement.Merged, why, moment, author, before, t, target: target);
        });
    }

    /// <summary>Takes back the last step of an author that was not yet taken back: verdicts, withdrawals, mends, additions and merges. Again, it goes further back. What others have said since of the same finding still counts.</summary>
    /// <param name="moment">Now, as the caller has it; kept to the second.</param>
    /// <param name="author">Whose step; null: the last of those of which nobody said whose they are.</param>
    /// <returns>Null when there is nothing to take back.</returns>
    /// <exception cref="RecordException">Two findings would be merged into one another, or the file cannot be written.</exception>
    public UndoOutcome? Undo(DateTimeOffset moment, string? author = null) => InTransaction<UndoOutcome?>(t =>
    {
        if (writer.QueryFirstOrDefault<StoredVerdict>(Sql.LastStep, new { asOf = (string?)null, author = Words(author) }, t) is not { } step) return null;
        StoredVerdict? left = writer.QueryFirstOrDefault<StoredVerdict>(Sql.StepBefore, new { asOf = (string?)null, finding = step.Id, step = step.Key }, t);
        if (left?.Judgement == Judgement.Withdrawn) left = null;
        if (left?.Target is not null) CheckNoCircle(step.Id, left.Target, t);
        string now = Stamp.Moment(moment);
        Keep(
            new
            {
                finding = step.Id,
                report = step.ReportHash,
                verdict = left?.Verdict ?? Codes.Of(Judgement.Withdrawn),
                why = left?.Why,
                json = left?.Json ?? step.Json,
                learned = now,
                author = Words(author),
                mended = left?.Mended,
                target = left?.Target,
                undoes = step.Key,
                restores = left?.Key,
            },
            t);
        settling.Finding(step.Id, now, t);
        return new UndoOutcome(step, Standing(writer, step.Id, t));
    });

    private void CheckNoCircle(string id, string target, SqliteTransaction t)
    {
        for (string? at = target; at is not null; at = Standing(writer, at, t) is { Judgement: Judgement.Merged } v ? v.Target : null)
        {
            if (at == id) throw new RecordException($"{id} would be merged into {target} again, which was merged into {id} since", $"withdraw the verdict on {target} first");
        }
    }

    private Report ReportOf(string hash, SqliteTransaction t) => writer.QueryFirst<ReportRow>($"SELECT {Sql.ReportColumns} FROM reports r WHERE r.hash = @hash", new { hash }, t).ToReport().Report;
}
