using Annalist.Model;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Annalist.Store;

/// <summary>
/// Draws from the verdicts and the findings what counts of a finding: which row stands by a person's word, and which are left out. Called whenever one of the two has changed.
/// What counted before is retired, not changed, so that the record can be asked as it stood.
/// </summary>
internal sealed class Settling(SqliteConnection connection, FindingWriter rows)
{
    /// <summary>Settles one finding and those that were merged into it.</summary>
    public void Finding(string id, string now, SqliteTransaction t)
    {
        Settle(id, now, t);
        foreach (string telling in connection.Query<string>(Sql.MergedInto, new { finding = id }, t).AsList()) Settle(telling, now, t);
    }

    /// <summary>Settles all judged findings of a report.</summary>
    public void Report(long report, string now, SqliteTransaction t)
    {
        foreach (string id in connection.Query<string>(Sql.JudgedOfReport, new { report }, t).AsList()) Finding(id, now, t);
    }

    /// <summary>Settles all judged findings of a record from before there were judgements, each as from the coding that last changed it.</summary>
    public void All(SqliteTransaction t)
    {
        foreach (string id in connection.Query<string>(Sql.JudgedNow, transaction: t).AsList())
        {
            Row? coded = connection.Query<Row>(Sql.StandingRows, new { finding = id }, t).FirstOrDefault();
            Settle(id, coded?.Learned ?? connection.ExecuteScalar<string?>(Sql.LastRetired, new { finding = id }, t) ?? "", t);
        }
    }

    private void Settle(string id, string now, SqliteTransaction t)
    {
        StoredVerdict? verdict = connection.QueryFirstOrDefault<StoredVerdict>(Sql.VerdictOf, new { asOf = (string?)null, finding = id }, t);
        Judged? counts = connection.QueryFirstOrDefault<Judged>(Sql.Counts, new { finding = id }, t);
        if (verdict is null && counts is null) return;
        List<Row> standing = connection.Query<Row>(Sql.StandingRows, new { finding = id }, t).AsList();
        Row? coded = standing.Find(r => r.Hand == 0), hand = standing.Find(r => r.Hand == 1);
        // A clock that went back must not make two lines count at one moment.
        if (counts is not null && string.CompareOrdinal(counts.Learned, now) > 0) now = counts.Learned;
        long? handKey = PutHand(id, verdict, coded, hand, now, t, out FindingPlace place);
        if (verdict is null)
        {
            connection.Execute(Sql.RetireJudgement, new { key = counts!.Key, learned = now }, t);
            return;
        }
        int hides = verdict.Judgement switch
        {
            Judgement.Rejected => 2,
            // A further telling of what is told no longer counts for itself.
            Judgement.Merged when connection.ExecuteScalar<long>(Sql.Stands, new { finding = verdict.Target }, t) > 0 => 2,
            _ => handKey is null ? 0 : 1,
        };
        if (counts is not null)
        {
            if (counts.Verdict == verdict.Key && counts.Hand == handKey && counts.Hides == hides) return;
            connection.Execute(Sql.RetireJudgement, new { key = counts.Key, learned = now }, t);
        }
        connection.Execute(
            Sql.AddJudgement,
            new { finding = id, report = place.Report, verdict = verdict.Key, code = verdict.Verdict, author = verdict.Author, judged = verdict.Judged, target = verdict.Target, hand = handKey, hides, learned = now },
            t);
    }

    // The row that stands by the person's word; none where the program says the same.
    private long? PutHand(string id, StoredVerdict? verdict, Row? coded, Row? hand, string now, SqliteTransaction t, out FindingPlace place)
    {
        place = default;
        Finding? form = verdict is null ? null : Form(verdict, coded);
        if (verdict is not null)
        {
            (long report, long? outlet, string? told) = connection.QueryFirst<(long, long?, string?)>(Sql.ReportPlace, new { hash = verdict.ReportHash }, t);
            place = new FindingPlace(report, coded?.Ord ?? hand?.Ord ?? 0, outlet, told);
        }
        if (hand is not null)
        {
            if (form is not null && hand.Json == RecordJson.Write(form) && hand.Outlet == place.Outlet && hand.Told == place.Told) return hand.Key;
            connection.Execute(Sql.RetireFinding, new { key = hand.Key, learned = now }, t);
        }
        if (form is null) return null;
        if (coded is null && hand is null) place = place with { Order = OrderInText(form, place.Report, t) };
        return rows.Add(form, place, hand: true, now, t);
    }

    private static Finding? Form(StoredVerdict verdict, Row? coded)
    {
        Finding form = verdict.Read();
        return verdict.Judgement switch
        {
            Judgement.Rejected or Judgement.Merged => coded is null && HandMade.Is(verdict.ReadBefore()) ? form : null,
            _ => coded is not null && HandMade.SaysTheSame((Finding)RecordJson.Read(coded.Json), form) ? null : form,
        };
    }

    // That of the last coded finding that begins no later.
    private long OrderInText(Finding finding, long report, SqliteTransaction t)
    {
        long order = 0;
        foreach ((long ord, string json) in connection.Query<(long, string)>(Sql.CodedOfReport, new { report }, t))
        {
            var other = (Finding)RecordJson.Read(json);
            if (other.In == finding.In && other.Span.Start <= finding.Span.Start) order = ord;
        }
        return order;
    }

    private sealed class Row
    {
        public required long Key { get; init; }

        public required long Hand { get; init; }

        public required long Ord { get; init; }

        public string? Told { get; init; }

        public long? Outlet { get; init; }

        public required string Learned { get; init; }

        public required string Json { get; init; }
    }

    private sealed class Judged
    {
        public required long Key { get; init; }

        public required long Verdict { get; init; }

        public long? Hand { get; init; }

        public required long Hides { get; init; }

        public required string Learned { get; init; }
    }
}
