using Annalist.Store;
using Annalist.Tests.Model;
using Microsoft.Data.Sqlite;

namespace Annalist.Tests.Store;

public sealed class OpeningTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Db => folder.File("r.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_text_file_is_refused_and_left_as_it_is()
    {
        File.WriteAllText(Db, "The two ministers met in Vienna on Tuesday.");
        RecordException e = Assert.Throws<RecordException>(() => RecordStore.Open(Db));
        Assert.Contains("no record of Annalist", e.Message, StringComparison.Ordinal);
        Assert.NotEmpty(e.Remedy);
        Assert.Equal("The two ministers met in Vienna on Tuesday.", File.ReadAllText(Db));
        Assert.False(RecordStore.IsRecord(Db));
    }

    [Fact]
    public void The_database_of_another_program_is_refused_and_left_as_it_is()
    {
        Sql("CREATE TABLE t (x); INSERT INTO t VALUES (1)");
        byte[] before = File.ReadAllBytes(Db);
        RecordException e = Assert.Throws<RecordException>(() => RecordStore.Open(Db));
        Assert.Contains("another program", e.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Db));
    }

    [Fact]
    public void A_damaged_file_is_told_as_damaged()
    {
        using (RecordStore store = RecordStore.Open(Db)) store.Write(Samples.FullReport(), Samples.Full, "d", DateTimeOffset.UnixEpoch);
        byte[] bytes = File.ReadAllBytes(Db);
        Array.Fill(bytes, (byte)0xAA, 100, bytes.Length - 100);
        File.WriteAllBytes(Db, bytes);
        RecordException e = Assert.Throws<RecordException>(() =>
        {
            using RecordStore store = RecordStore.Open(Db);
            _ = store.Findings(new FindingFilter()).ToList();
        });
        Assert.Contains("damaged", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_off_file_is_told_as_damaged()
    {
        using (RecordStore store = RecordStore.Open(Db)) store.Write(Samples.FullReport(), Samples.Full, "d", DateTimeOffset.UnixEpoch);
        using (FileStream f = File.OpenWrite(Db)) f.SetLength(f.Length / 3);
        Assert.Throws<RecordException>(() =>
        {
            using RecordStore store = RecordStore.Open(Db);
            _ = store.Findings(new FindingFilter()).ToList();
        });
    }

    [Fact]
    public void A_newer_schema_is_refused_in_plain_words()
    {
        RecordStore.Open(Db).Dispose();
        Sql("PRAGMA user_version = 999");
        RecordException e = Assert.Throws<RecordException>(() => RecordStore.Open(Db));
        Assert.Contains("newer", e.Message, StringComparison.Ordinal);
        Assert.Contains("999", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_becomes_a_record()
    {
        File.WriteAllBytes(Db, []);
        using RecordStore store = RecordStore.Open(Db);
        Assert.Equal(0, store.ReportCount());
    }

    [Fact]
    public void A_missing_record_is_not_created_when_it_is_only_asked()
    {
        RecordException e = Assert.Throws<RecordException>(() => RecordStore.OpenExisting(Db));
        Assert.Contains("no record at", e.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Db));
    }

    [Fact]
    public void A_folder_or_a_file_in_no_folder_is_refused()
    {
        Assert.Throws<RecordException>(() => RecordStore.Open(folder.Root));
        Assert.Throws<RecordException>(() => RecordStore.Open(folder.File("none/r.db")));
    }

    [Fact]
    public void The_file_says_that_it_is_ours_and_writes_ahead()
    {
        using RecordStore store = RecordStore.Open(Db);
        Assert.Equal(0x416E6E61L, Scalar("PRAGMA application_id"));
        Assert.Equal("wal", Scalar("PRAGMA journal_mode"));
        Assert.True(RecordStore.IsRecord(Db));
    }

    private object? Scalar(string text)
    {
        using var c = new SqliteConnection($"Data Source={Db};Pooling=False");
        c.Open();
        using SqliteCommand command = c.CreateCommand();
        command.CommandText = text;
        return command.ExecuteScalar();
    }

    private void Sql(string text) => Scalar(text);
}
