using Annalist.Model;
using Annalist.Store;
using Annalist.Tests.Model;
using static Annalist.Tests.Store.Desk;

namespace Annalist.Tests.Store;

public sealed class ReviewTests : IDisposable
{
    private readonly Desk desk = new();
    private readonly string added;

    public ReviewTests()
    {
        Store.Write(Samples.BareReport(), Samples.Bare, "d1", Morning);
        Store.Judge("s1", Judgement.Accepted, null, Noon);
        Store.Judge("f1", Judgement.Rejected, null, Noon);
        Store.Mend("e1", Act with { Place = "Linz" }, null, Noon);
        added = Store.Add("first", Meeting, Noon).Id;
        string second = Store.Add("first", Meeting with { Place = "Graz" }, Noon).Id;
        Store.Merge(second, added, null, Noon);
    }

    private RecordStore Store => desk.Store;

    public void Dispose() => desk.Dispose();

    [Fact]
    public void The_views_are_as_corrected_as_coded_and_all()
    {
        var first = new FindingFilter { Report = "first" };
        Assert.Equal(Sorted("e1 s1 t1 r1 c1 x1 a1 " + added), desk.Ids(first));
        Assert.Equal(Sorted("e1 s1 t1 f1 r1 c1 x1 a1"), desk.Ids(first with { Review = Review.AsCoded }));
        Assert.Equal("Vienna", ((Event)desk.Listed("e1", first with { Review = Review.AsCoded }).Read()).Place);
        Assert.Equal("Linz", ((Event)desk.Listed("e1", first with { Review = Review.All }).Read()).Place);
        Assert.Equal(
            ["rejected True", "merged True"],
            Store.Findings(first with { Review = Review.All }).Where(f => f.LeftOut).OrderByDescending(f => f.Verdict).Select(f => $"{f.Verdict} {f.LeftOut}"));
    }

    [Theory]
    [InlineData(Review.Corrected)]
    [InlineData(Review.AsCoded)]
    [InlineData(Review.All)]
    public void A_count_is_that_of_the_list(Review review)
    {
        FindingFilter[] filters =
        [
            new(), new() { Kinds = ["event"] }, new() { Kinds = ["event", "figure"] }, new() { Actor = "AAA" }, new() { Actor = "AAA", With = "BBB" }, new() { By = "CCC" }, new() { Report = "first" },
            new() { Outlet = "vienna" }, new() { Speaker = "élan" }, new() { Types = ["CONSULT"] }, new() { Since = new DateOnly(2020, 10, 14), Kinds = ["event"] }, new() { Confidence = 0.5 }, new() { AsOf = Morning },
            new() { AsOf = Noon }, new() { AsOf = Noon, Actor = "AAA" }, new() { AsOf = Morning.AddHours(-1) }, new() { Limit = 1, Offset = 1 },
        ];
        foreach (FindingFilter f in filters)
        {
            FindingFilter filter = f with { Review = review };
            Assert.Equal(Store.Findings(filter with { Limit = null, Offset = 0 }).Count(), Store.Count(filter));
        }
    }

    [Fact]
    public void Pages_put_together_are_the_list()
    {
        string[] all = [.. Store.Findings(new FindingFilter()).Select(f => f.Id)];
        for (int at = 0; at < all.Length; at += 3) Assert.Equal(all.Skip(at).Take(3), Store.Findings(new FindingFilter { Limit = 3, Offset = at }).Select(f => f.Id));
        Assert.Equal(all.Skip(2), Store.Findings(new FindingFilter { Offset = 2 }).Select(f => f.Id));
        Assert.Equal(["bare"], Store.Reports(new FindingFilter { Offset = 1 }).Select(r => r.Report.Label));
        Assert.Equal(["first"], Store.Reports(new FindingFilter { Limit = 1 }).Select(r => r.Report.Label));
        Assert.Equal((2, 1), (Store.CountReports(new FindingFilter { Limit = 1 }), Store.CountReports(new FindingFilter { Outlet = "vienna" })));
        Assert.Throws<ArgumentOutOfRangeException>(() => Store.Findings(new FindingFilter { Offset = -1 }).Count());
    }

    [Fact]
    public void The_queue_is_what_nobody_judged_the_least_sure_first()
    {
        Assert.Equal("r1 c1 x1 a1 t1", Queue(new QueueFilter { Report = "first" }));
        Assert.Equal("e0 s0 t0 f0 r0 c0 x0 a0 r1 c1 x1 a1 t1", Queue(new QueueFilter()));
        Assert.Equal("t0 t1", Queue(new QueueFilter { Kinds = ["tie"] }));
        Assert.Equal("c1 x1", Queue(new QueueFilter { Report = Samples.FullReport().Hash[..9], Limit = 2, Offset = 1 }));
        Assert.Equal("", Queue(new QueueFilter { Report = "nowhere" }));
        Store.Judge("r1", Judgement.Rejected, null, Noon);
        Assert.Equal("c1 x1 a1 t1", Queue(new QueueFilter { Report = "first" }));
        Store.Undo(Noon);
        Assert.Equal("r1 c1 x1 a1 t1", Queue(new QueueFilter { Report = "first" }));
    }

    [Fact]
    public void Progress_counts_each_finding_once()
    {
        Assert.Equal(new ReviewProgress(8, 5, 1, 1, 1, 1, 1, 5), Store.Progress("first"));
        Assert.Equal(new ReviewProgress(16, 5, 1, 1, 1, 1, 1, 13), Store.Progress());
        Assert.Equal(new ReviewProgress(8, 0, 0, 0, 0, 0, 0, 8), Store.Progress("bare"));
        Assert.Equal(new ReviewProgress(0, 0, 0, 0, 0, 0, 0, 0), Store.Progress("nowhere"));
        Assert.Equal(Store.Count(new FindingFilter()), Store.Progress().Standing);
        desk.Code("d2", Noon.AddHours(1), Act);
        Assert.Equal(new ReviewProgress(3, 4, 1, 0, 1, 1, 1, 0), Store.Progress("first"));
    }

    [Fact]
    public void Counts_by_type_and_by_report_are_of_the_corrected_view()
    {
        Assert.DoesNotContain(Store.TypeCounts(), t => t is { Kind: "figure", Type: "trade" });
        Assert.Equal(2, Store.TypeCounts().Single(t => t is { Kind: "event", Type: "CONSULT" }).Count);
        Assert.Equal(8, Store.Reports(new FindingFilter { Report = "first" }).Single().Findings);
    }

    [Theory]
    [InlineData("event", null, "findings_kind")]
    [InlineData("event", "AAA", "PRIMARY KEY")]
    public void Lists_are_driven_by_an_index_and_judgements_are_looked_up(string kind, string? actor, string index)
    {
        using var c = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={desk.File};Pooling=False");
        c.Open();
        (string text, Dapper.DynamicParameters parameters) = FindingQuery.Of(new FindingFilter { Kinds = [kind], Actor = actor, Limit = 10 }, new NamedKeys(null, null, null));
        string plan = string.Join('\n', Dapper.SqlMapper.Query(c, "EXPLAIN QUERY PLAN " + text, parameters).Select(r => (string)r.detail));
        Assert.Contains(index, plan, StringComparison.Ordinal);
        Assert.Contains("SEARCH j USING INDEX judgements_finding", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    private static string Sorted(string ids) => string.Join(' ', ids.Split(' ').Order(StringComparer.Ordinal));

    private string Queue(QueueFilter filter) => string.Join(' ', Store.Queue(filter).Select(f => f.Id));
}
