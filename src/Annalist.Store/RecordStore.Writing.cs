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
    /// <param name="original">The whole page that the article was found in; null when the article is all that came.</param>
    /// <exception cref="RecordException">The file cannot be written.</exception>
    public WriteOutcome Write(Report report, IReadOnlyList<Finding> findings, string data, DateTimeOffset learned, string? original = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(data);
        string now = Stamp.Moment(learned);
        return InTransaction(t =>
        {
            (long Key, string Label, string Data, string Learned)? known = Known(report.Hash, t);
            if (report.Uri is not null) prepared.Execute(Sql.ClearRejected, t, report.Uri);
            if (known is { } k && k.Data == data)
            {
                AddSource(k.Key, report, now, t);
                return WriteOutcome.Unchanged;
            }
            report = report with { Label = known?.Label ?? FreeLabel(report.Label, t) };
            long? outlet = rows.Named(Sql.AddOutlet, Sql.OutletKey, report.Outlet, t);
            string? told = Stamp.Day(report.Published ?? report.ReferenceDate);
            long key = writer.ExecuteScalar<long>(known is null ? Sql.AddReport : Sql.UpdateReport, Columns(report, outlet, told, now, data), t);
            AddSource(key, report, now, t);
            if (original is not null && original != report.Text) writer.Execute(Sql.AddOriginal, new { report = key, text = original }, t);
            if (known is not null) writer.Execute(Sql.RetireFindings, new { report = key, learned = now }, t);
            AddFindings(report, key, findings, outlet, told, now, t);
            // What a person said holds whatever the new coding says.
            if (known is not null) settling.Report(key, now, t);
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
            if (report.Uri is not null) prepared.Execute(Sql.ClearRejected, t, report.Uri);
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
        for (int i = 0; i < findings.Count; i++)
        {
            Finding finding = findings[i].Report == report.Label ? findings[i] : findings[i] with { Report = report.Label };
            rows.Add(finding, new FindingPlace(reportKey, i, outlet, told), hand: false, now, t);
        }
    }

    private (long Key, string Label, string Data, string Learned)? Known(string hash, SqliteTransaction t) =>
        writer.QueryFirstOrDefault<(long, string, string, string)?>(Sql.ReportByHash, new { hash }, t);

    private string FreeLabel(string wanted, SqliteTransaction t)
    {
        string label = wanted;
        for (int n = 2; prepared.Number(Sql.LabelTaken, t, label) > 0; n++) label = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{wanted}-{n}");
        return label;
    }

    private void AddSource(long report, Report source, string now, SqliteTransaction t) =>
        prepared.Execute(Sql.AddSource, t, report, source.Uri ?? "", source.Outlet ?? "", Stamp.Day(source.Published), now);

    private static object Columns(Report report, long? outlet, string? told, string now, string data) => new
    {
        hash = report.Hash,
        label = report.Label,
        uri = report.Uri,
        title = report.Title,
        outlet,
        published = Stamp.Day(report.Published),
        published_basis = report.PublishedBasis is { } b ? Codes.Of(b) : null,
        reference_date = Stamp.Day(report.ReferenceDate),
        reference_basis = Codes.Of(report.ReferenceBasis),
        dateline = report.Dateline,
        author = report.Author,
        language = report.Language,
        translated_from = report.TranslatedFrom,
        told,
        learned = now,
        data,
        json = RecordJson.Write(report with { Text = "" }),
        text = report.Text,
    };
}
