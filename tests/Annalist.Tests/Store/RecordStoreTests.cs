using Annalist.Model;
using Annalist.Store;
using Annalist.Tests.Model;
using Microsoft.Data.Sqlite;

namespace Annalist.Tests.Store;

public sealed class RecordStoreTests : IDisposable
{
    private static readonly DateTimeOffset Morning = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder folder = new();

    private string Db => folder.File("r.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_is_written_is_read_back_line_for_line()
    {
        using RecordStore store = RecordStore.Open(Db);
        Report report = Samples.FullReport();
        Assert.Equal(WriteOutcome.Stored, store.Write(report, Samples.Full, "d1", Morning));
        StoredReport back = Assert.Single(store.Reports(new FindingFilter()));
        Assert.Equal(report, back.Report);
        Assert.Equal(Samples.Full.Count, back.Findings);
        Assert.Equal("2026-01-05T08:00:00Z", back.Learned);
        foreach (Finding f in Samples.Full) Assert.Equal(f, store.Show(f.Id)!.Finding);
        StoredFinding e = Assert.Single(store.Findings(new FindingFilter { Kinds = ["event"] }));
        Assert.Equal(RecordJson.Write(Samples.Full[0]), e.Json);
        Assert.Equal("2020-10-15", e.Told);
        Assert.Equal("The Vienna Courier", e.Outlet);
    }

    [Fact]
    public void Records_with_nothing_but_the_needful_can_be_stored()
    {
        using RecordStore store = RecordStore.Open(Db);
        store.Write(Samples.BareReport(), Samples.Bare, "d", Morning);
        Assert.Equal(Samples.Bare.Count, store.Findings(new FindingFilter()).Count());
        Assert.Null(store.Findings(new FindingFilter()).First().Told);
    }

    [Fact]
    public void The_same_report_again_changes_not_a_byte_of_the_rows()
    {
        using RecordStore store = RecordStore.Open(Db);
        store.Write(Samples.FullReport(), Samples.Full, "d1", Morning);
        string before = Dump();
        Assert.Equal(WriteOutcome.Unchanged, store.Write(Samples.FullReport(), Samples.Full, "d1", Morning.AddDays(3)));
        Assert.Equal(before, Dump());
        Assert.True(store.Has(Samples.FullReport().Hash, "d1"));
        Assert.True(store.Keep(Samples.FullReport(), "d1", Morning));
        Assert.False(store.Keep(Samples.FullReport(), "d2", Morning));
        Assert.False(store.Keep(Samples.BareReport(), "d1", Morning));
        Assert.Equal(before, Dump());
        Assert.False(store.Has(Samples.FullReport().Hash, "d2"));
    }

    [Fact]
    public void New_data_replaces_the_findings_of_its_report_only()
    {
        using RecordStore store = RecordStore.Open(Db);
        store.Write(Samples.FullReport(), Samples.Full, "d1", Morning);
        store.Write(Samples.BareReport(), Samples.Bare, "d1", Morning);
        Assert.Equal(WriteOutcome.Replaced, store.Write(Samples.FullReport(), [Samples.Full[2] with { Data = "d2", Id = "t9" }], "d2", Morning.AddHours(1)));
        Assert.Equal(Samples.Bare.Select(f => f.Id).Append("t9").Order(), store.Findings(new FindingFilter()).Select(f => f.Id).Order());
        Assert.Equal("d2", store.Reports(new FindingFilter { Report = "first" }).Single().Data);
        Assert.Equal("2026-01-05T08:00:00Z", store.Reports(new FindingFilter { Report = "first" }).Single().Learned);
    }

    [Fact]
    public void As_of_replays_what_the_record_said_then()
    {
        using RecordStore store = RecordStore.Open(Db);
        store.Write(Samples.FullReport(), [Samples.Full[0]], "d1", Morning);
        store.Write(Samples.FullReport(), [Samples.Full[2]], "d2", Morning.AddHours(2));
        Assert.Empty(store.Findings(new FindingFilter { AsOf = Morning.AddMinutes(-1) }));
        Assert.Equal(["e1"], store.Findings(new FindingFilter { AsOf = Morning.AddHours(1) }).Select(f => f.Id));
        Assert.Equal(["t1"], store.Findings(new FindingFilter { AsOf = Morning.AddHours(2) }).Select(f => f.Id));
        Assert.Equal(["t1"], store.Findings(new FindingFilter()).Select(f => f.Id));
        Assert.Equal("2026-01-05T10:00:00Z", store.Show("e1")!.Stored.Retired);
        Assert.Empty(store.Reports(new FindingFilter { AsOf = Morning.AddMinutes(-1) }));
    }

    [Fact]
    public void A_failure_in_the_middle_leaves_no_part_of_the_report()
    {
        using (RecordStore store = RecordStore.Open(Db))
        {
            store.Write(Samples.BareReport(), Samples.Bare, "d", Morning);
            string before = Dump();
            Assert.Throws<InvalidOperationException>(() => store.Write(Samples.FullReport(), new Breaking(Samples.Full, 3), "d1", Morning));
            Assert.Equal(before, Dump());
            Assert.Throws<InvalidOperationException>(() => store.Write(Samples.BareReport(), new Breaking(Samples.Full, 3), "d1", Morning));
            Assert.Equal(before, Dump());
        }
        using RecordStore again = RecordStore.Open(Db);
        Assert.Equal(WriteOutcome.Stored, again.Write(Samples.FullReport(), Samples.Full, "d1", Morning));
        Assert.Equal(WriteOutcome.Unchanged, again.Write(Samples.BareReport(), Samples.Bare, "d", Morning));
    }

    [Fact]
    public void A_label_taken_by_another_text_gets_a_suffix_in_report_and_findings()
    {
        using RecordStore store = RecordStore.Open(Db);
        store.Write(Samples.FullReport("news", "one"), [], "d1", Morning);
        store.Write(Samples.FullReport("news", "two"), [Samples.Full[0]], "d1", Morning);
        Assert.Equal(["news", "news-2"], store.Reports(new FindingFilter()).Select(r => r.Report.Label));
        Assert.Equal("news-2", store.Findings(new FindingFilter()).Single().Read().Report);
        store.Write(Samples.FullReport("news", "two"), [Samples.Full[0]], "d2", Morning);
        Assert.Equal("news-2", store.Findings(new FindingFilter()).Single().Read().Report);
    }

    [Fact]
    public void The_same_text_from_a_second_address_is_kept_as_a_source()
    {
        using RecordStore store = RecordStore.Open(Db);
        store.Write(Samples.FullReport(), Samples.Full, "d1", Morning);
        Assert.Equal(WriteOutcome.Unchanged, store.Write(Samples.FullReport() with { Uri = "copy.txt" }, Samples.Full, "d1", Morning));
        Assert.Equal(["copy.txt"], store.Show("e1")!.Sources);
    }

    [Fact]
    public void Show_takes_the_beginning_of_an_id_when_it_is_unique()
    {
        using RecordStore store = RecordStore.Open(Db);
        store.Write(Samples.FullReport(), [Samples.Full[0] with { Id = "abc1" }, Samples.Full[1] with { Id = "abc2" }, Samples.Full[2] with { Id = "abc" }], "d1", Morning);
        ShownFinding shown = store.Show("abc1")!;
        Assert.Equal("abc1", shown.Finding.Id);
        Assert.Equal(Samples.Text, shown.Report.Report.Text);
        Assert.Equal("abc", store.Show("abc")!.Finding.Id);
        Assert.Null(store.Show("zzz"));
        RecordException e = Assert.Throws<RecordException>(() => store.Show("ab"));
        Assert.Contains("abc1, abc2", e.Message, StringComparison.Ordinal);
        Assert.NotEmpty(e.Remedy);
    }

    [Fact]
    public void Show_gives_the_other_findings_of_the_sentence()
    {
        using RecordStore store = RecordStore.Open(Db);
        store.Write(Samples.FullReport(), [.. Samples.Full, Samples.Full[3] with { Id = "elsewhere", Span = new TextSpan(50, 60) }], "d1", Morning);
        Assert.Equal(["t1", "f1", "r1", "c1", "x1", "a1"], store.Show("s1")!.SameSentence.Select(f => f.Id));
    }

    [Fact]
    public void Rejections_are_kept_once_and_cleared_when_the_input_can_be_read()
    {
        using RecordStore store = RecordStore.Open(Db);
        store.Reject("a.txt", null, "empty", "give text", Morning);
        store.Reject("a.txt", null, "empty", "give text", Morning.AddDays(1));
        store.Reject("b.jsonl", 7, "not JSON", "mend the line", Morning);
        Assert.Equal([new StoredRejection("a.txt", null, "empty", "give text", "2026-01-05T08:00:00Z"), new StoredRejection("b.jsonl", 7, "not JSON", "mend the line", "2026-01-05T08:00:00Z")], store.Rejections());
        store.Write(Samples.BareReport() with { Uri = "a.txt" }, [], "d", Morning);
        Assert.Equal(["b.jsonl"], store.Rejections().Select(r => r.Uri));
    }

    [Fact]
    public void Counts_leave_out_what_was_denied_and_what_is_unknown()
    {
        using RecordStore store = RecordStore.Open(Db);
        var e = (Event)Samples.Full[0];
        store.Write(
            Samples.FullReport(),
            [e, e with { Id = "e2", Score = -7.5 }, e with { Id = "e3", Status = EventStatus.Denied }, e with { Id = "e4", Recipients = [new Party("UNK", Sector.Unk, null, null, null)] }, Samples.Full[1]],
            "d1",
            Morning);
        DyadCount d = Assert.Single(store.DyadCounts(10));
        Assert.Equal(new DyadCount("AAA", "BBB", 2, -2.5), d);
        Assert.Equal([new TypeCount("event", "CONSULT", 4), new TypeCount("statement", "mixed", 1)], store.TypeCounts());
        Assert.Equal(1, store.ReportCount());
    }

    [Fact]
    public void A_second_connection_reads_while_the_first_writes()
    {
        using RecordStore writer = RecordStore.Open(Db);
        writer.Write(Samples.FullReport(), Samples.Full, "d1", Morning);
        using RecordStore reader = RecordStore.OpenExisting(Db);
        using IEnumerator<StoredFinding> walk = reader.Findings(new FindingFilter()).GetEnumerator();
        Assert.True(walk.MoveNext());
        writer.Write(Samples.BareReport(), Samples.Bare, "d1", Morning);
        int rest = 1;
        while (walk.MoveNext()) rest++;
        Assert.Equal(Samples.Full.Count, rest);
    }

    [Fact]
    public void Writers_in_parallel_lose_nothing()
    {
        using RecordStore store = RecordStore.Open(Db);
        Parallel.For(0, 40, i => store.Write(Samples.BareReport("p", $"text {i}"), [Samples.Bare[0] with { Id = $"id{i}" }], "d", Morning));
        Assert.Equal(40, store.ReportCount());
        Assert.Equal(40, store.Reports(new FindingFilter()).Select(r => r.Report.Label).Distinct().Count());
    }

    private string Dump()
    {
        using var c = new SqliteConnection($"Data Source={Db};Pooling=False");
        c.Open();
        var lines = new List<string>();
        foreach (string table in new[] { "reports", "findings", "parties", "involved", "dyads", "sources", "speakers", "outlets" })
        {
            using SqliteCommand command = c.CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            using SqliteDataReader reader = command.ExecuteReader();
            while (reader.Read()) lines.Add(table + "|" + string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "∅" : reader.GetString(i))));
        }
        return string.Join('\n', lines);
    }

    /// <summary>A list that fails when a certain finding is asked for, as a process that is killed would.</summary>
    private sealed class Breaking(IReadOnlyList<Finding> inner, int at) : IReadOnlyList<Finding>
    {
        public int Count => inner.Count;

        public Finding this[int index] => index == at ? throw new InvalidOperationException("killed") : inner[index];

        public IEnumerator<Finding> GetEnumerator() => inner.GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
