using Annalist.Model;
using Annalist.Store;
using Annalist.Tests.Model;

namespace Annalist.Tests.Store;

public sealed class VerdictTests : IDisposable
{
    private static readonly DateTimeOffset Morning = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Noon = Morning.AddHours(4);
    private readonly TemporaryFolder folder = new();
    private readonly RecordStore store;

    public VerdictTests()
    {
        store = RecordStore.Open(folder.File("r.db"));
        store.Write(Samples.FullReport(), Samples.Full, "d1", Morning);
    }

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void A_verdict_is_kept_with_its_finding_as_it_was()
    {
        Assert.Equal(new JudgeOutcome("t1", true, null), store.Judge("t1", Judgement.Accepted, " both say so ", Noon));
        StoredVerdict v = Assert.Single(store.Verdicts());
        Assert.Equal(("t1", Judgement.Accepted, "both say so", "2026-01-05T12:00:00Z"), (v.Id, v.Judgement, v.Why, v.Judged));
        Assert.Equal((Samples.FullReport().Hash, "first", "The Vienna Courier", "2020-10-15", "2026-01-05T08:00:00Z"), (v.ReportHash, v.ReportLabel, v.Outlet, v.Told, v.Learned));
        Assert.Equal(Samples.Full[2], v.Read());
        Assert.Equal(JudgedState.Stands, v.State);
        Assert.Equal(v, store.Show("t1")!.Verdict);
        Assert.Null(store.Show("e1")!.Verdict);
    }

    [Fact]
    public void Every_kind_of_finding_can_be_judged()
    {
        foreach (Finding f in Samples.Full) store.Judge(f.Id, Judgement.Rejected, null, Noon);
        Assert.Equal(Samples.Full, store.Verdicts().Select(v => v.Read()));
        Assert.All(store.Verdicts(), v => Assert.Null(v.Why));
    }

    [Fact]
    public void The_beginning_of_an_id_is_enough_when_no_other_begins_so()
    {
        store.Write(Samples.BareReport(), [Samples.Full[0] with { Id = "abc1" }, Samples.Full[1] with { Id = "abc2" }], "d1", Morning);
        Assert.Equal("abc1", store.Judge("abc1", Judgement.Accepted, null, Noon)!.Id);
        Assert.Equal("abc1, abc2", Assert.Throws<RecordException>(() => store.Judge("ab", Judgement.Accepted, null, Noon)).Message.Split(": ")[1]);
        Assert.Null(store.Judge("zzz", Judgement.Accepted, null, Noon));
        Assert.Single(store.Verdicts());
    }

    [Fact]
    public void An_id_given_in_full_means_that_finding_though_it_was_replaced()
    {
        store.Write(Samples.FullReport(), [Samples.Full[0] with { Id = "e10" }], "d2", Noon);
        Assert.Equal("e1", store.Judge("e1", Judgement.Rejected, null, Noon)!.Id);
        Assert.Equal("e1", store.Show("e1")!.Finding.Id);
    }

    [Fact]
    public void The_latest_verdict_counts_and_none_is_lost()
    {
        store.Judge("e1", Judgement.Accepted, "one", Noon);
        Assert.Equal("accepted", store.Judge("e1", Judgement.Rejected, "two", Noon.AddHours(1))!.Before!.Verdict);
        Assert.Equal("two", Assert.Single(store.Verdicts()).Why);
        Assert.True(store.Judge("e1", Judgement.Withdrawn, null, Noon.AddHours(2))!.Changed);
        Assert.Empty(store.Verdicts());
        Assert.Null(store.Show("e1")!.Verdict);
        Assert.Equal(["accepted", "rejected", "withdrawn"], store.VerdictHistory().Select(v => v.Verdict));
    }

    [Fact]
    public void The_same_said_twice_is_kept_once_unless_it_says_more()
    {
        store.Judge("e1", Judgement.Accepted, "one", Noon);
        Assert.False(store.Judge("e1", Judgement.Accepted, "one", Noon.AddHours(1))!.Changed);
        Assert.False(store.Judge("e1", Judgement.Accepted, null, Noon.AddHours(1))!.Changed);
        Assert.True(store.Judge("e1", Judgement.Accepted, "two", Noon.AddHours(1))!.Changed);
        Assert.False(store.Judge("s1", Judgement.Withdrawn, null, Noon)!.Changed);
        Assert.Equal(2, store.VerdictHistory().Count);
    }

    [Fact]
    public void As_of_replays_what_counted_then()
    {
        store.Judge("e1", Judgement.Accepted, null, Noon);
        store.Judge("e1", Judgement.Rejected, null, Noon.AddHours(2));
        store.Judge("e1", Judgement.Withdrawn, null, Noon.AddHours(4));
        Assert.Empty(store.Verdicts(Noon.AddMinutes(-1)));
        Assert.Equal("accepted", Assert.Single(store.Verdicts(Noon)).Verdict);
        Assert.Equal("rejected", Assert.Single(store.Verdicts(Noon.AddHours(3))).Verdict);
        Assert.Empty(store.Verdicts(Noon.AddHours(4)));
    }

    [Fact]
    public void A_verdict_outlives_a_coding_that_finds_its_finding_no_longer()
    {
        store.Judge("t1", Judgement.Accepted, null, Noon);
        store.Write(Samples.FullReport(), [Samples.Full[0]], "d2", Noon.AddHours(1));
        StoredVerdict v = Assert.Single(store.Verdicts());
        Assert.Equal(JudgedState.Gone, v.State);
        Assert.Equal(Samples.Full[2], v.Read());
        Assert.Equal("2026-01-05T08:00:00Z", v.Learned);
        Assert.Equal(JudgedState.Stands, Assert.Single(store.Verdicts(Noon)).State);
        Assert.Equal("t1", store.Show("t1")!.Verdict!.Id);
        store.Write(Samples.FullReport(), Samples.Full, "d3", Noon.AddHours(2));
        Assert.Equal(JudgedState.Stands, Assert.Single(store.Verdicts()).State);
    }

    [Fact]
    public void A_finding_that_says_something_else_under_its_id_is_told_and_can_be_judged_anew()
    {
        store.Judge("e1", Judgement.Accepted, null, Noon);
        Finding sure = Samples.Full[0] with { Data = "d2", Confidence = 0.9, Rule = "another", Notes = [] };
        store.Write(Samples.FullReport(), [sure], "d2", Noon.AddHours(1));
        Assert.Equal(JudgedState.Stands, Assert.Single(store.Verdicts()).State);
        var other = (Event)sure with { Place = "Linz" };
        store.Write(Samples.FullReport(), [other], "d3", Noon.AddHours(2));
        Assert.Equal(JudgedState.Changed, Assert.Single(store.Verdicts()).State);
        Assert.True(store.Judge("e1", Judgement.Accepted, null, Noon.AddHours(3))!.Changed);
        StoredVerdict v = Assert.Single(store.Verdicts());
        Assert.Equal((JudgedState.Stands, "Linz"), (v.State, ((Event)v.Read()).Place));
    }

    [Fact]
    public void Verdicts_are_there_when_the_record_is_opened_again()
    {
        store.Judge("e1", Judgement.Rejected, "no", Noon);
        store.Dispose();
        using RecordStore again = RecordStore.OpenExisting(folder.File("r.db"));
        Assert.Equal("no", Assert.Single(again.Verdicts()).Why);
    }
}
