using Annalist.Analysis.Evaluation;
using Annalist.Model;
using Annalist.Store;
using Annalist.Tests.Model;
using Annalist.Tests.Store;

namespace Annalist.Tests.Analysis;

public sealed class ReviewAccuracyTests : IDisposable
{
    private static readonly DateTimeOffset Morning = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder folder = new();
    private readonly RecordStore store;

    public ReviewAccuracyTests() => store = RecordStore.Open(folder.File("r.db"));

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Each_verdict_is_counted_where_it_belongs()
    {
        Write("d1", Act("e1", 0.45), Act("e2", 0.5), Act("e3", 0.95), Act("e4", 0.97));
        store.Judge("e1", Judgement.Accepted, null, Morning);
        store.Mend("e2", Act("e2", 0.5) with { Place = "Graz", Type = EventType.Agree }, null, Morning);
        store.Judge("e3", Judgement.Rejected, null, Morning);
        store.Merge("e4", "e1", null, Morning);
        store.Add("first", Act("", 1) with { Place = "Linz" }, Morning);
        ReviewCard card = ReviewAccuracy.Of(store, GroupMembers.None);
        ReviewRow events = Assert.Single(card.Kinds);
        Assert.Equal(new ReviewRow("event", 1, 1, 1, 1, 2, 1), events);
        Assert.Equal((new Proportion(1, 4), new Proportion(2, 4), new Proportion(2, 3)), (events.Precision, events.Kept, events.Recall));
        Assert.Equal((1, 1, 1, 0, 0), (card.Reports, card.FullyJudged, card.Added, card.Gone, card.Undecided));
        // By type: the program's own for what was judged, the right one for what there is to find.
        Assert.Equal([new ReviewRow("AGREE", 0, 0, 0, 0, 1, 0), new ReviewRow("CONSULT", 1, 1, 1, 1, 1, 1)], card.EventTypes);
        Assert.Equal([new MendedField("event", "place", new(1, 2)), new MendedField("event", "type", new(1, 2))], card.Fields);
        Assert.Equal([(0.0, 0.45, 1, 1), (0.5, 0.5, 0, 1), (0.9, 0.96, 0, 2)], card.Bands.Select(b => (b.From, Math.Round(b.Claimed, 6), b.Right.Hits, b.Right.Of)));
        Assert.Equal(["meet-v"], card.Rules.Select(r => r.Name));
        // As gold the report has three events: accepted, mended and added; the program has four.
        PairScore type = card.Scores!.Scores.Single(s => s.Measure == "events_type");
        Assert.Equal((2.0, 4, 3), (type.Credit, type.Run, type.Gold));
        Assert.DoesNotContain(card.Scores.Shares, s => s.Measure == "article");
    }

    [Fact]
    public void Recall_is_counted_only_where_every_finding_was_judged()
    {
        Write("d1", Act("e1", 0.5), Act("e2", 0.5));
        store.Judge("e1", Judgement.Accepted, null, Morning);
        ReviewCard card = ReviewAccuracy.Of(store, GroupMembers.None);
        Assert.Equal((0, new Proportion(0, 0), new Proportion(1, 1)), (card.FullyJudged, card.All.Recall, card.All.Precision));
        Assert.Null(card.Scores);
    }

    [Fact]
    public void A_verdict_is_held_against_what_the_program_has_now()
    {
        Write("d1", Act("e1", 0.5), Act("e2", 0.5), Act("e3", 0.5));
        store.Judge("e1", Judgement.Accepted, null, Morning);
        store.Judge("e2", Judgement.Rejected, null, Morning);
        store.Judge("e3", Judgement.Accepted, null, Morning);
        Write("d2", Act("e1", 0.5) with { Status = EventStatus.Planned, Modality = null }, Act("e2", 0.5) with { Place = "Graz" });
        ReviewCard card = ReviewAccuracy.Of(store, GroupMembers.None);
        Assert.Equal((0, 1, 0, 1, 1, 0), (card.All.Accepted, card.All.Mended, card.All.Rejected, card.Gone, card.Undecided, card.FullyJudged));
        Assert.Equal(["modality", "status"], card.Fields.Select(f => f.Field));
        ReviewCard before = ReviewAccuracy.Of(store, GroupMembers.None, Morning);
        Assert.Equal((2, 1, 1), (before.All.Accepted, before.All.Rejected, before.FullyJudged));
    }

    [Fact]
    public void Other_words_for_a_party_are_no_mended_party()
    {
        Write("d1", Act("e1", 0.5), Act("e2", 0.5));
        store.Mend("e1", Act("e1", 0.5) with { Recipients = [new Party("BBB", Sector.Mil, "B. General", null, null)] }, null, Morning);
        store.Mend("e2", Act("e2", 0.5) with { Recipients = [new Party("BBB", Sector.Gov, "B. General", "ministers", new(8, 17))] }, null, Morning);
        ReviewCard card = ReviewAccuracy.Of(store, GroupMembers.None);
        Assert.Equal((1, 1), (card.All.Accepted, card.All.Mended));
        Assert.Equal("recipient_sectors", Assert.Single(card.Fields).Field);
    }

    [Fact]
    public void A_record_without_reviews_has_an_empty_card()
    {
        Write("d1", Act("e1", 0.5));
        ReviewCard card = ReviewAccuracy.Of(store, GroupMembers.None);
        Assert.Equal((0, 0), (card.Reports, card.All.Judged));
        Assert.Empty(card.Kinds);
        Assert.False(card.All.Precision.IsEnough);
    }

    [Theory]
    [InlineData(8, 10, 0.490, 0.943)]
    [InlineData(0, 10, 0, 0.278)]
    [InlineData(10, 10, 0.722, 1)]
    [InlineData(50, 100, 0.404, 0.596)]
    public void The_interval_is_wilsons(int hits, int of, double low, double high)
    {
        var p = new Proportion(hits, of);
        Assert.Equal(low, p.Low, 3);
        Assert.Equal(high, p.High, 3);
        Assert.True(p.IsEnough);
        Assert.False(new Proportion(1, 9).IsEnough);
    }

    private void Write(string data, params Event[] events) => store.Write(Samples.FullReport(), [.. events.Select(e => e with { Data = data })], data, data == "d1" ? Morning : Morning.AddHours(1));

    private static Event Act(string id, double confidence) => (Event)Samples.Full[0] with { Id = id, In = TextPart.Text, Confidence = confidence };
}
