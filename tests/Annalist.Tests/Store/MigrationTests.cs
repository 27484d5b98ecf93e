using Annalist.Model;
using Annalist.Store;
using Annalist.Tests.Model;
using Microsoft.Data.Sqlite;

namespace Annalist.Tests.Store;

/// <summary>Files that the scripts of older schemas made.</summary>
public sealed class MigrationTests : IDisposable
{
    private static readonly DateTimeOffset Morning = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    private static readonly Dictionary<string, string> Columns = new()
    {
        ["outlets"] = "key, name, folded",
        ["speakers"] = "key, name, folded",
        ["reports"] = "key, hash, label, uri, title, outlet, published, published_basis, reference_date, reference_basis, dateline, author, language, translated_from, told, learned, coded, data, json, text",
        ["sources"] = "report, uri, outlet, published, learned",
        ["findings"] = "key, id, report, ord, kind, type, status, day, holds_from, holds_to, told, learned, retired, speaker, outlet, score, main, confidence, rule, data, json",
        ["parties"] = "finding, ord, role, code, sector, name",
        ["involved"] = "code, kind, day, finding, last, side",
        ["dyads"] = "a, b, kind, day, finding, last",
    };

    private readonly TemporaryFolder folder = new();

    private string Db => folder.File("r.db");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void An_older_record_is_brought_to_the_present_schema_with_all_that_is_in_it(int version)
    {
        Old(version, s => s.Write(Samples.FullReport(), Samples.Full, "d", Morning));
        Assert.True(RecordStore.IsRecord(Db));
        using (RecordStore store = RecordStore.OpenExisting(Db))
        {
            Assert.Equal(Samples.Full.Count, store.Findings(new FindingFilter()).Count());
            Assert.Empty(store.Verdicts());
            Assert.Equal("first", store.Search("spokeswoman", 1, 0).Single().ReportLabel);
            Assert.Equal("r1", store.Queue(new QueueFilter()).First().Id);
            Assert.True(store.Judge("e1", Judgement.Rejected, null, Morning, "Ada")!.Changed);
            Assert.Equal(Samples.Full.Count - 1, store.Count(new FindingFilter()));
        }
        Assert.Equal(4L, Scalar("PRAGMA user_version"));
        Assert.Equal("ok", Scalar("PRAGMA integrity_check"));
        object? migrated = Scalar(Layout);
        File.Delete(Db);
        RecordStore.Open(Db).Dispose();
        Assert.Equal(Scalar(Layout), migrated);
    }

    [Fact]
    public void Verdicts_of_schema_2_hold_as_they_did()
    {
        Old(2, s =>
        {
            s.Write(Samples.FullReport(), Samples.Full, "d1", Morning);
            s.Write(Samples.FullReport(), [(Event)Samples.Full[0] with { Place = "Linz" }, Samples.Full[1], Samples.Full[3]], "d2", Morning.AddHours(3));
        });
        Verdict("e1", "accepted", Samples.Full[0], Morning.AddHours(1));
        Verdict("t1", "accepted", Samples.Full[2], Morning.AddHours(1));
        Verdict("s1", "accepted", Samples.Full[1], Morning.AddHours(1));
        Verdict("s1", "rejected", Samples.Full[1], Morning.AddHours(2));
        Verdict("f1", "rejected", Samples.Full[3], Morning.AddHours(1));
        Verdict("f1", "withdrawn", Samples.Full[3], Morning.AddHours(2));
        using RecordStore store = RecordStore.OpenExisting(Db);
        Assert.Equal(["e1", "f1", "t1"], Ids(new FindingFilter()));
        Assert.Equal("Vienna", ((Event)store.Show("e1")!.Finding).Place);
        Assert.Equal(["e1", "s1", "t1"], store.Verdicts().Select(v => v.Id).Order());
        Assert.All(store.VerdictHistory(), v => Assert.Null(v.Author));
        Assert.Equal(6, store.VerdictHistory().Count);
        Assert.Equal(["a1", "c1", "e1", "r1", "s1", "t1", "x1"], Ids(new FindingFilter { AsOf = Morning.AddHours(1) }));
        Assert.Equal(["a1", "c1", "e1", "f1", "r1", "t1", "x1"], Ids(new FindingFilter { AsOf = Morning.AddHours(2) }));
        Assert.Equal(["e1", "f1", "t1"], Ids(new FindingFilter { AsOf = Morning.AddHours(3) }));
        UndoOutcome undone = store.Undo(Morning.AddHours(4))!;
        Assert.Equal(("f1", "withdrawn", "rejected"), (undone.Undone.Id, undone.Undone.Verdict, undone.Now!.Verdict));

        string[] Ids(FindingFilter filter) => [.. store.Findings(filter).Select(f => f.Id).Order(StringComparer.Ordinal)];
    }

    private const string Layout = "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_master ORDER BY name)";

    // Written by the present program, then carried over into a file that only the old scripts made.
    private void Old(int version, Action<RecordStore> fill)
    {
        using (RecordStore store = RecordStore.Open(folder.File("new.db"))) fill(store);
        for (int v = 1; v <= version; v++)
        {
            using var reader = new StreamReader(typeof(RecordStore).Assembly.GetManifestResourceStream($"00{v}.sql")!);
            Scalar(reader.ReadToEnd());
        }
        Scalar($"PRAGMA application_id = {0x416E6E61}; PRAGMA user_version = {version}");
        Scalar($"ATTACH '{folder.File("new.db")}' AS new; " + string.Concat(Columns.Select(t => $"INSERT INTO {t.Key} ({t.Value}) SELECT {t.Value} FROM new.{t.Key};")));
    }

    private void Verdict(string id, string verdict, Finding finding, DateTimeOffset moment)
    {
        using SqliteConnection c = Connection();
        using SqliteCommand command = c.CreateCommand();
        command.CommandText = "INSERT INTO verdicts (finding, report, verdict, json, learned) VALUES (@id, @report, @verdict, @json, @learned)";
        command.Parameters.AddWithValue("@id", id);
        command.Parameters.AddWithValue("@report", Samples.FullReport().Hash);
        command.Parameters.AddWithValue("@verdict", verdict);
        command.Parameters.AddWithValue("@json", RecordJson.Write(finding));
        command.Parameters.AddWithValue("@learned", Stamp.Moment(moment));
        command.ExecuteNonQuery();
    }

    private SqliteConnection Connection()
    {
        var c = new SqliteConnection($"Data Source={Db};Pooling=False");
        c.Open();
        return c;
    }

    private object? Scalar(string text)
    {
        using SqliteConnection c = Connection();
        using SqliteCommand command = c.CreateCommand();
        command.CommandText = text;
        return command.ExecuteScalar();
    }
}
