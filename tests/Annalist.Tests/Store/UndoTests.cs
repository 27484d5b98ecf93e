using Annalist.Model;
using Annalist.Store;
using Annalist.Tests.Model;
using static Annalist.Tests.Store.Desk;

namespace Annalist.Tests.Store;

public sealed class UndoTests : IDisposable
{
    private readonly Desk desk = new();

    private RecordStore Store => desk.Store;

    public void Dispose() => desk.Dispose();

    [Fact]
    public void Nothing_is_undone_where_nothing_was_done()
    {
        Store.Judge("e1", Judgement.Accepted, null, Noon, "Ada");
        Assert.Null(Store.Undo(Noon, "Ben"));
        Assert.Null(Store.Undo(Noon));
    }

    [Fact]
    public void Undo_goes_back_step_by_step()
    {
        Store.Judge("e1", Judgement.Accepted, "one", Noon, "Ada");
        Store.Mend("e1", Act with { Place = "Linz" }, "two", Noon, "Ada");
        Store.Judge("t1", Judgement.Rejected, null, Noon, "Ada");
        Store.Judge("e1", Judgement.Rejected, "three", Noon, "Ada");
        Check(Store.Undo(Noon, "Ada"), "e1", "rejected", "mended");
        Assert.Equal("Linz", ((Event)desk.Listed("e1").Read()).Place);
        Check(Store.Undo(Noon, "Ada"), "t1", "rejected", null);
        Assert.Contains("t1", desk.Ids(), StringComparison.Ordinal);
        Check(Store.Undo(Noon, "Ada"), "e1", "mended", "accepted");
        Assert.Equal((Act, "accepted", "one"), ((Event)desk.Listed("e1").Read(), desk.Listed("e1").Verdict, Store.Show("e1")!.Verdict!.Why));
        Check(Store.Undo(Noon, "Ada"), "e1", "accepted", null);
        Assert.Null(desk.Listed("e1").Verdict);
        Assert.Null(Store.Undo(Noon, "Ada"));
        Assert.Empty(Store.Verdicts());
    }

    [Fact]
    public void After_an_undo_the_next_step_is_undone_first()
    {
        Store.Judge("e1", Judgement.Accepted, null, Noon, "Ada");
        Store.Undo(Noon, "Ada");
        Store.Judge("e1", Judgement.Rejected, null, Noon, "Ada");
        Check(Store.Undo(Noon, "Ada"), "e1", "rejected", null);
        Assert.Null(Store.Undo(Noon, "Ada"));
    }

    [Fact]
    public void A_withdrawal_is_a_step_too()
    {
        Store.Judge("e1", Judgement.Rejected, null, Noon, "Ada");
        Store.Judge("e1", Judgement.Withdrawn, null, Noon, "Ada");
        Check(Store.Undo(Noon, "Ada"), "e1", "withdrawn", "rejected");
        Assert.DoesNotContain("e1", desk.Ids(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_addition_undone_is_in_no_list()
    {
        string id = Store.Add("first", Meeting, Noon, "Ada").Id;
        Check(Store.Undo(Noon.AddHours(1), "Ada"), id, "added", null);
        Assert.DoesNotContain(id, desk.Ids(new FindingFilter { Review = Review.All }), StringComparison.Ordinal);
        Assert.Equal("2026-01-05T13:00:00Z", Store.Show(id)!.Stored.Retired);
        Assert.Contains(id, desk.Ids(new FindingFilter { AsOf = Noon }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_merge_undone_gives_the_telling_back()
    {
        desk.Code("d2", Noon, Bond, Bond with { Id = "t2" });
        Store.Merge("t2", "t1", null, Noon, "Ada");
        Assert.Equal("t1", desk.Ids());
        Store.Undo(Noon, "Ada");
        Assert.Equal("t1 t2", desk.Ids());
        Assert.Empty(Store.Show("t1")!.Tellings);
    }

    [Fact]
    public void What_others_said_since_still_counts()
    {
        Store.Judge("e1", Judgement.Accepted, null, Noon, "Ada");
        Store.Judge("e1", Judgement.Rejected, null, Noon, "Ben");
        Check(Store.Undo(Noon, "Ada"), "e1", "accepted", "rejected");
        Assert.Equal("Ben", Store.Show("e1")!.Verdict!.Author);
        Check(Store.Undo(Noon, "Ben"), "e1", "rejected", null);
    }

    [Fact]
    public void The_history_says_what_was_undone_and_what_counted_again()
    {
        Store.Judge("e1", Judgement.Accepted, "so it is", Noon, "Ada");
        Store.Judge("e1", Judgement.Rejected, null, Noon, "Ada");
        Store.Undo(Noon.AddHours(1), "Ada");
        Store.Undo(Noon.AddHours(2), "Ada");
        Assert.Equal(
            [("accepted", null, null), ("rejected", null, null), ("accepted", 2L, 1L), ("withdrawn", 1L, null)],
            Store.VerdictHistory("e1").Select(v => (v.Verdict, v.Undoes, v.Restores)).ToArray());
        Assert.Equal([1L, 2L, 3L, 4L], Store.VerdictHistory().Select(v => v.Key));
        StoredVerdict then = Assert.Single(Store.Verdicts(Noon.AddHours(1)));
        Assert.Equal(("so it is", "2026-01-05T12:00:00Z"), (then.Why, then.Judged));
    }

    [Fact]
    public void Steps_that_would_merge_two_findings_into_one_another_are_refused()
    {
        desk.Code("d2", Noon, Bond, Bond with { Id = "t2" });
        Store.Merge("t1", "t2", null, Noon, "Ada");
        Store.Judge("t1", Judgement.Withdrawn, null, Noon, "Ben");
        Store.Merge("t2", "t1", null, Noon, "Ada");
        Assert.Contains("merged into t1 since", Assert.Throws<RecordException>(() => Store.Undo(Noon, "Ben")).Message, StringComparison.Ordinal);
        Assert.Equal("t1", desk.Ids());
    }

    [Fact]
    public void No_line_of_the_verdicts_is_changed()
    {
        Store.Judge("e1", Judgement.Accepted, null, Noon, "Ada");
        Store.Mend("e1", Act with { Place = "Linz" }, null, Noon, "Ada");
        StoredVerdict[] before = [.. Store.VerdictHistory()];
        Store.Undo(Noon.AddHours(1), "Ada");
        desk.Code("d2", Noon.AddHours(2));
        Assert.Equal(before.Select(v => v with { Present = null }), Store.VerdictHistory().Take(2).Select(v => v with { Present = null }));
    }

    private static void Check(UndoOutcome? undone, string id, string verdict, string? now) => Assert.Equal((id, verdict, now), (undone?.Undone.Id, undone?.Undone.Verdict, undone?.Now?.Verdict));
}
