using Annalist.Ingest;
using Annalist.Model;
using Annalist.Store;
using Annalist.Tests.Store;

namespace Annalist.Tests.Cli;

public sealed class PipelineTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly LineEngine engine = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_input_is_accounted_for()
    {
        using RecordStore store = RecordStore.Open(folder.File("r.db"));
        RunSummary first = Pipe().Store([Doc("a", "AAA: met."), Doc("b", "crash"), new RejectedInput("c", 3, "broken", null), Doc("d", "AAA: met.")], store, TimeProvider.System);
        Assert.Equal((1, 0, 1, 2, 4), (first.Stored, first.Replaced, first.Unchanged, first.Rejected.Count, first.Inputs));
        Assert.Equal(["b", "c"], first.Rejected.Select(r => r.Uri));
        RunSummary newer = new Pipeline(engine.Extract, engine.Code, "lines 2").Store([Doc("a", "AAA: met.")], store, TimeProvider.System);
        Assert.Equal((0, 1, 0), (newer.Stored, newer.Replaced, newer.Unchanged));
    }

    [Fact]
    public void What_is_in_the_record_is_not_coded_again()
    {
        using RecordStore store = RecordStore.Open(folder.File("r.db"));
        int coded = 0;
        var pipeline = new Pipeline(engine.Extract, r => { coded++; return engine.Code(r); }, "v");
        pipeline.Store([Doc("a", "AAA: met.")], store, TimeProvider.System);
        pipeline.Store([Doc("a", "AAA: met."), Doc("b", "BBB: met.")], store, TimeProvider.System);
        Assert.Equal(2, coded);
    }

    [Fact]
    public void A_run_that_was_stopped_goes_on_where_it_was()
    {
        using RecordStore store = RecordStore.Open(folder.File("r.db"));
        ReadResult[] docs = [.. Enumerable.Range(0, 20).Select(i => Doc($"d{i}", $"AAA: act {i}."))];
        using var stop = new CancellationTokenSource();
        RunSummary first = Pipe().Store(docs, store, TimeProvider.System, p => { if (p.Done == 5) stop.Cancel(); }, stop.Token);
        Assert.True(first.Cancelled);
        Assert.Equal(5, store.ReportCount());
        RunSummary second = Pipe().Store(docs, store, TimeProvider.System);
        Assert.Equal((15, 5, false), (second.Stored, second.Unchanged, second.Cancelled));
        Assert.Equal(20, store.ReportCount());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    public void Results_come_in_the_order_of_the_inputs_and_inputs_are_not_read_far_ahead(int threads)
    {
        int read = 0, taken = 0, most = 0;
        var labels = new List<string>();
        new Pipeline(Slow, engine.Code, "v", threads).Run(Docs(), (r, _) => { labels.Add(r.Label); most = Math.Max(most, read - ++taken); });
        Assert.Equal(Enumerable.Range(0, 200).Select(i => $"d{i}"), labels);
        Assert.True(most <= threads * 4, $"{most} documents were held");

        IEnumerable<ReadResult> Docs()
        {
            for (int i = 0; i < 200; i++)
            {
                read++;
                yield return Doc($"d{i}", $"AAA: act {i}.");
            }
        }

        Report Slow(SourceDocument d)
        {
            if (d.Label is "d3" or "d77") Thread.Sleep(30);
            return engine.Extract(d);
        }
    }

    [Fact]
    public void A_failure_of_the_sink_ends_the_run_and_the_threads() =>
        Assert.Throws<IOException>(() => new Pipeline(engine.Extract, engine.Code, "v", 4).Run(Enumerable.Range(0, 100).Select(i => Doc($"d{i}", "x")), (_, _) => throw new IOException("closed")));

    [Fact]
    public void Two_threads_write_the_same_record_as_one()
    {
        ReadResult[] docs = [.. Enumerable.Range(0, 30).Select(i => Doc($"d{i}", $"AAA: act {i}.\nCCC: act {i}."))];
        Assert.Equal(Lines("one.db", 1), Lines("two.db", 2));

        string Lines(string name, int threads)
        {
            using RecordStore store = RecordStore.Open(folder.File(name));
            new Pipeline(engine.Extract, engine.Code, "v", threads).Store(docs, store, TimeProvider.System);
            return string.Join('\n', store.Findings(new FindingFilter()).Select(f => f.Json));
        }
    }

    private Pipeline Pipe() => new(engine.Extract, engine.Code, "lines 1");

    private static SourceDocument Doc(string label, string text) => new() { Uri = label, Label = label, Text = text };
}
