using Annalist.Model;
using Annalist.Store;
using Annalist.Tests.Model;
using static Annalist.Tests.Store.Desk;

namespace Annalist.Tests.Store;

public sealed class RecodingTests : IDisposable
{
    private readonly Desk desk = new();

    private RecordStore Store => desk.Store;

    public void Dispose() => desk.Dispose();

    [Fact]
    public void What_was_accepted_mended_or_added_stands_though_a_coding_finds_it_no_longer()
    {
        Store.Judge("t1", Judgement.Accepted, null, Noon);
        Store.Mend("e1", Act with { Place = "Linz" }, null, Noon);
        string added = Store.Add("first", Meeting, Noon).Id;
        desk.Code("d2", Noon.AddHours(1));
        Assert.Equal(string.Join(' ', new[] { "e1", "t1", added }.Order(StringComparer.Ordinal)), desk.Ids());
        Assert.Equal((Bond, true), ((Tie)desk.Listed("t1").Read(), desk.Listed("t1").ByHand));
        Assert.Equal("Linz", ((Event)desk.Listed("e1").Read()).Place);
        Assert.Equal("t1", desk.Ids(new FindingFilter { Actor = "AAA", With = "BBB", Kinds = ["tie"] }));
        Assert.Equal("", desk.Ids(new FindingFilter { Review = Review.AsCoded }));
        desk.Code("d3", Noon.AddHours(2), Bond, Act);
        Assert.Equal(2, desk.Ids(new FindingFilter { Kinds = ["event"] }).Split(' ').Length);
        Assert.False(desk.Listed("t1").ByHand);
        Assert.Equal("Linz", ((Event)desk.Listed("e1").Read()).Place);
    }

    [Fact]
    public void What_was_rejected_stays_so_when_it_is_found_again()
    {
        Store.Judge("t1", Judgement.Rejected, null, Noon);
        desk.Code("d2", Noon.AddHours(1));
        Assert.Equal("", desk.Ids(new FindingFilter { Review = Review.All }));
        desk.Code("d3", Noon.AddHours(2), Bond with { Place = "Linz" });
        Assert.Equal("", desk.Ids());
        Assert.Equal("rejected", desk.Listed("t1", new FindingFilter { Review = Review.All }).Verdict);
    }

    [Fact]
    public void What_was_accepted_counts_as_it_was_when_a_coding_says_otherwise()
    {
        Store.Judge("e1", Judgement.Accepted, null, Noon);
        desk.Code("d2", Noon.AddHours(1), Act with { Place = "Linz" });
        Assert.Equal("Vienna", ((Event)desk.Listed("e1").Read()).Place);
        Assert.Equal("Linz", ((Event)desk.Listed("e1", new FindingFilter { Review = Review.AsCoded }).Read()).Place);
        Assert.Equal(JudgedState.Changed, Store.Show("e1")!.Verdict!.State);
        Assert.Equal("Linz", ((Event)Store.Show("e1")!.Verdict!.ReadPresent()!).Place);
        Store.Judge("e1", Judgement.Accepted, null, Noon.AddHours(2));
        Assert.Equal("Linz", ((Event)desk.Listed("e1").Read()).Place);
    }

    [Fact]
    public void A_surer_coding_of_the_same_is_shown_as_the_program_gives_it()
    {
        Store.Judge("e1", Judgement.Accepted, null, Noon);
        desk.Code("d2", Noon.AddHours(1), Act with { Data = "d2", Confidence = 0.9, Notes = [] });
        Assert.Equal((0.9, false), (desk.Listed("e1").Read().Confidence, desk.Listed("e1").ByHand));
    }

    [Fact]
    public void A_coding_that_comes_to_what_a_person_mended_is_one_finding()
    {
        Store.Mend("e1", Act with { Place = "Linz" }, null, Noon);
        desk.Code("d2", Noon.AddHours(1), Act with { Place = "Linz" });
        Assert.Equal(("mended", false), (desk.Listed("e1", new FindingFilter { Review = Review.All }).Verdict, desk.Listed("e1").ByHand));
    }

    [Fact]
    public void A_merged_finding_counts_for_itself_when_the_other_is_found_no_longer()
    {
        desk.Code("d2", Noon, Bond, Bond with { Id = "t2" });
        Store.Merge("t2", "t1", null, Noon);
        desk.Code("d3", Noon.AddHours(1), Bond with { Id = "t2" });
        Assert.Equal("t2", desk.Ids());
        desk.Code("d4", Noon.AddHours(2), Bond, Bond with { Id = "t2" });
        Assert.Equal("t1", desk.Ids());
        Assert.Equal("t2", Assert.Single(Store.Show("t1")!.Tellings).Id);
    }

    [Fact]
    public void Undo_after_a_recoding_leaves_what_the_program_finds()
    {
        Store.Judge("t1", Judgement.Accepted, null, Noon);
        Store.Mend("e1", Act with { Place = "Linz" }, null, Noon);
        desk.Code("d2", Noon.AddHours(1), Act with { Place = "Graz" });
        Store.Undo(Noon.AddHours(2));
        Assert.Equal("Graz", ((Event)desk.Listed("e1").Read()).Place);
        Store.Undo(Noon.AddHours(2));
        Assert.Equal("e1", desk.Ids());
    }

    [Fact]
    public void What_stands_by_hand_follows_its_report_to_another_day()
    {
        Store.Mend("s1", (Statement)Samples.Full[1] with { Speaker = "A. Speaker" }, null, Noon);
        Store.Write(Samples.FullReport() with { Published = new DateOnly(2020, 11, 1), Outlet = "The Linz Post" }, Samples.Full, "d2", Noon.AddHours(1));
        StoredFinding s = desk.Listed("s1", new FindingFilter { Outlet = "linz", Speaker = "a. speaker", Since = new DateOnly(2020, 11, 1) });
        Assert.Equal(("2020-11-01", "2026-01-05T08:00:00Z"), (s.Told, s.Learned));
    }

    [Fact]
    public void As_of_replays_corrections_and_codings()
    {
        Store.Mend("e1", Act with { Place = "Linz" }, null, Noon, "Ada");
        string added = Store.Add("first", Meeting, Noon.AddHours(1)).Id;
        Store.Judge("t1", Judgement.Rejected, null, Noon.AddHours(2));
        desk.Code("d2", Noon.AddHours(3));
        Store.Undo(Noon.AddHours(4), "Ada");
        Assert.Equal("Vienna", Place(Noon.AddSeconds(-1)));
        Assert.Equal("Linz", Place(Noon));
        Assert.Equal("Linz", Place(Noon.AddHours(3)));
        Assert.Equal(added, desk.Ids());
        Assert.DoesNotContain(added, desk.Ids(At(Noon)), StringComparison.Ordinal);
        Assert.Contains(added, desk.Ids(At(Noon.AddHours(1))), StringComparison.Ordinal);
        Assert.Contains("t1", desk.Ids(At(Noon.AddHours(1))), StringComparison.Ordinal);
        Assert.DoesNotContain("t1", desk.Ids(At(Noon.AddHours(2))), StringComparison.Ordinal);
        Assert.Equal("rejected", desk.Listed("t1", At(Noon.AddHours(2)) with { Review = Review.All }).Verdict);
        Assert.Null(desk.Listed("t1", At(Noon.AddHours(1)) with { Review = Review.All }).Verdict);
        Assert.Equal("Vienna", ((Event)desk.Listed("e1", At(Noon) with { Review = Review.AsCoded }).Read()).Place);

        FindingFilter At(DateTimeOffset moment) => new() { AsOf = moment };

        string? Place(DateTimeOffset moment) => ((Event)desk.Listed("e1", At(moment)).Read()).Place;
    }

    [Fact]
    public void A_clock_that_went_back_makes_nothing_count_twice()
    {
        Store.Mend("e1", Act with { Place = "Linz" }, null, Noon);
        Store.Judge("e1", Judgement.Rejected, null, Noon.AddHours(-1));
        Store.Mend("e1", Act with { Place = "Graz" }, null, Noon.AddHours(-2));
        Store.Undo(Noon.AddHours(-3));
        for (int h = -4; h <= 4; h++) Assert.True(Store.Findings(new FindingFilter { AsOf = Noon.AddHours(h), Kinds = ["event"], Review = Review.All }).Count() <= 1);
        Assert.Equal("", desk.Ids(new FindingFilter { Kinds = ["event"] }));
    }
}
