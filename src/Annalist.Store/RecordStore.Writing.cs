using Annalist.Model;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Annalist.Store;

public sealed partial class RecordStore
{
    /// <summary>
    /// Writes a report and its findings in one transaction. The same text coded with the same data changes nothing; coded with other data, its findings are replaced and the old ones retired.
    /// A label that another report of the record has already gets a suffix, in the report and its findings. The same text from a second address is kept as a further source of the first.
    /// </summary>
    /// <param name="report">The report.</param>
    /// <param name="findings">What was found in it, in the order of the text.</param>
    /// <param name="data">Version of the data that coded it.</param>
    /// <param name="learned">Now, as the caller has it; kept to the second.</param>
    /// <exception cref="RecordException">The file cannot be written.</exception>
    public WriteOutcome Write(Report report, IReadOnlyList<Finding> findings, string data, DateTimeOffset learned)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(data);
        string now = Stamp.Moment(learned);
        return InTransaction(t =>
        {
            (long Key, string Label, string Data, string Learned)? known = Known(report.Hash, t);
            if (report.Uri is not null) writer.Execute(Sql.ClearRejected, new { uri = report.Uri }, t);
            if (known is { } k && k.Data == data)
            {
                AddSource(k.Key, report, now, t);
                return WriteOutcome.Unchanged;
            }
            report = report with { Label = known?.Label ?? FreeLabel(report.Label, t) };
            long? outlet = Named(Sql.AddOutlet, Sql.OutletKey, report.Outlet, t);
            string? told = Stamp.Day(report.Published ?? report.ReferenceDate);
            long key = writer.ExecuteScalar<long>(known is null ? Sql.AddReport : Sql.UpdateReport, Columns(report, outlet, told, now, data), t);
            AddSource(key, report, now, t);
            if (known is not null) writer.Execute(Sql.RetireFindings, new { report = key, learned = now }, t);
            AddFindings(report, key, findings, outlet, told, now, t);
            return known is null ? WriteOutcome.Stored : WriteOutcome.Replaced;
        });
    }

    /// <summary>True when the text is in the record, coded with this data: it need not be coded again.</summary>
    /// <param name="hash">The report's identity.</param>
    /// <param name="data">Version of the data.</param>
    /// <exception cref="RecordException">The file cannot be read.</exception>
    public bool Has(string hash, string data)
    {
        lock (gate)
        {
            return Guarded(Path, () => writer.ExecuteScalar<long>(Sql.Has, new { hash, data }) > 0);
        }
    }

    /// <summary>As <see cref="Write"/> for a report that is in the record already, coded with the same data: only its address is added when it is a new one.</summary>
    /// <param name="report">The report.</param>
    /// <param name="data">Version of the data.</param>
    /// <param name="learned">Now, as the caller has it.</param>
    /// <returns>False, with nothing changed, when it is not there or was coded with other data.</returns>
    /// <exception cref="RecordException">The file cannot be written.</exception>
    public bool Keep(Report report, string data, DateTimeOffset learned)
    {
        ArgumentNullException.ThrowIfNull(report);
        return InTransaction(t =>
        {
            (long Key, string Label, string Data, string Learned)? known = Known(report.Hash, t);
            if (known is not { } k || k.Data != data) return false;
            if (report.Uri is not null) writer.Execute(Sql.ClearRejected, new { uri = report.Uri }, t);
            AddSource(k.Key, report, Stamp.Moment(learned), t);
            return true;
        });
    }

    /// <summary>Keeps an input aside with its reason; the same once only.</summary>
    /// <param name="uri">Where it came from, as given.</param>
    /// <param name="line">Line in the input, from 1; null when the whole is meant.</param>
    /// <param name="reason">Why.</param>
    /// <param name="remedy">What to do about it; null when there is nothing.</param>
    /// <param name="learned">Now, as the caller has it.</param>
    /// <exception cref="RecordException">The file cannot be written.</exception>
    public void Reject(string uri, long? line, string reason, string? remedy, DateTimeOffset learned) =>
        InTransaction(t => writer.Execute(Sql.AddRejected, new { uri, line = line ?? 0, reason, remedy, learned = Stamp.Moment(learned) }, t));

    /// <summary>Adds a run to the log.</summary>
    /// <exception cref="RecordException">The file cannot be written.</exception>
    public void Log(RunEntry run)
    {
        ArgumentNullException.ThrowIfNull(run);
        InTransaction(t => writer.Execute(
            Sql.AddRun,
            new { started = Stamp.Moment(run.Started), data = run.Data, stored = run.Stored, replaced = run.Replaced, unchanged = run.Unchanged, rejected = run.Rejected, ended = Stamp.Moment(run.Ended) },
            t));
    }

    private T InTransaction<T>(Func<SqliteTransaction, T> work)
    {
        lock (gate)
        {
            return Guarded(Path, () =>
            {
                using SqliteTransaction transaction = writer.BeginTransaction(deferred: false);
                T result = work(transaction);
                transaction.Commit();
                return result;
            });
        }
    }

    private void AddFindings(Report report, long reportKey, IReadOnlyList<Finding> findings, long? outlet, string? told, string now, SqliteTransaction t)
    {
        // No other writer can come between: the transaction holds the write lock.
        long key = writer.ExecuteScalar<long>(Sql.LastFinding, transaction: t);
        for (int i = 0; i < findings.Count; i++)
        {
            Finding finding = findings[i].Report == report.Label ? findings[i] : findings[i] with { Report = report.Label };
            FindingRow row = FindingRow.Of(finding, told);
            string day = row.HoldsFrom ?? told ?? "";
            key++;
            writer.Execute(
                Sql.AddFinding,
                new
                {
                    key, id = finding.Id, report = reportKey, ord = i, kind = row.Kind, type = row.Type, status = row.Status, day, from = row.HoldsFrom, to = row.HoldsTo, told, learned = now,
                    speaker = Named(Sql.AddSpeaker, Sql.SpeakerKey, row.Speaker, t), outlet, score = row.Score, main = row.Main, confidence = finding.Confidence, rule = finding.Rule,
                    data = finding.Data, json = RecordJson.Write(finding),
                },
                t);
            AddParties(key, row, day, t);
        }
    }

    private void AddParties(long finding, FindingRow row, string day, SqliteTransaction t)
    {
        writer.Execute(Sql.AddParty, row.Parties.Select((p, ord) => new { finding, ord, role = p.Role, code = p.Code, sector = p.Sector, name = p.Name }), t);
        var sides = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (PartyRow p in row.Parties) sides[p.Code] = sides.GetValueOrDefault(p.Code) | p.Side;
        writer.Execute(Sql.AddInvolved, sides.Select(s => new { code = s.Key, kind = row.Kind, day, finding, side = s.Value }), t);
        string[] codes = [.. sides.Keys];
        writer.Execute(Sql.AddDyad, codes.SelectMany((a, i) => codes.Skip(i + 1).Select(b => new { a, b, kind = row.Kind, day, finding })), t);
    }

    private (long Key, string Label, string Data, string Learned)? Known(string hash, SqliteTransaction t) =>
        writer.QueryFirstOrDefault<(long, string, string, string)?>(Sql.ReportByHash, new { hash }, t);

    private string FreeLabel(string wanted, SqliteTransaction t)
    {
        string label = wanted;
        for (int n = 2; writer.ExecuteScalar<long>(Sql.LabelTaken, new { label }, t) > 0; n++) label = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{wanted}-{n}");
        return label;
    }

    private void AddSource(long report, Report source, string now, SqliteTransaction t) =>
        writer.Execute(Sql.AddSource, new { report, uri = source.Uri ?? "", outlet = source.Outlet ?? "", published = Stamp.Day(source.Published), learned = now }, t);

    private long? Named(string add, string find, string? name, SqliteTransaction t)
    {
        if (name is null) return null;
        if (writer.ExecuteScalar<long?>(find, new { name }, t) is { } key) return key;
        writer.Execute(add, new { name, folded = name.ToLowerInvariant() }, t);
        return writer.ExecuteScalar<long>(find, new { name }, t);
    }

    private static object Columns(Report report, long? outlet, string? told, string now, string data) => new
    {
        hash = report.Hash, label = report.Label, uri = report.Uri, title = report.Title, outlet, published = Stamp.Day(report.Published),
        published_basis = report.PublishedBasis is { } b ? Codes.Of(b) : null, reference_date = Stamp.Day(report.ReferenceDate), reference_basis = Codes.Of(report.ReferenceBasis),
        dateline = report.Dateline, author = report.Author, language = report.Language, translated_from = report.TranslatedFrom, told, learned = now, data,
        json = RecordJson.Write(report with { Text = "" }), text = report.Text,
    };
}
