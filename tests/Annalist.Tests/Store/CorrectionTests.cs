using Annalist.Model;
using Annalist.Store;
using Annalist.Tests.Model;
using static Annalist.Tests.Store.Desk;

namespace Annalist.Tests.Store;

public sealed class CorrectionTests : IDisposable
{
    private readonly Desk desk = new();

    private RecordStore Store => desk.Store;

    public void Dispose() => desk.Dispose();

    [Fact]
    public void A_verdict_names_its_author_and_none_where_nobody_said()
    {
        Store.Judge("e1", Judgement.Accepted, null, Noon, " Ada ");
        Store.Judge("t1", Judgement.Rejected, null, Noon);
        Assert.Equal(["Ada", null], Store.Verdicts().Select(v => v.Author));
        Assert.Equal(("accepted", "Ada", "2026-01-05T12:00:00Z"), (desk.Listed("e1").Verdict, desk.Listed("e1").Author, desk.Listed("e1").Judged));
        StoredFinding unjudged = desk.Listed("s1");
        Assert.Equal((null, null, null, false), (unjudged.Verdict, unjudged.Author, unjudged.Judged, unjudged.ByHand));
    }

    [Fact]
    public void The_same_verdict_of_a_second_person_is_kept_too()
    {
        Store.Judge("e1", Judgement.Accepted, null, Noon, "Ada");
        Assert.False(Store.Judge("e1", Judgement.Accepted, null, Noon, "Ada")!.Changed);
        Assert.False(Store.Judge("e1", Judgement.Accepted, null, Noon)!.Changed);
        Assert.True(Store.Judge("e1", Judgement.Accepted, null, Noon, "Ben")!.Changed);
        Assert.Equal("Ben", desk.Listed("e1").Author);
    }

    [Fact]
    public void A_mended_finding_counts_everywhere_in_its_mended_form()
    {
        Event mended = Act with { Place = "Linz", Recipients = [new Party("CCC", Sector.Gov, null, null, null)], Type = EventType.Agree };
        Assert.True(Store.Mend("e1", mended, "the wrong town", Noon, "Ada")!.Changed);
        StoredFinding listed = desk.Listed("e1");
        Assert.Equal((mended, "mended", "Ada", true), (listed.Read(), listed.Verdict, listed.Author, listed.ByHand));
        Assert.Equal("2026-01-05T08:00:00Z", listed.Learned);
        Assert.Equal(mended, Store.Show("e1")!.Finding);
        Assert.Equal("", desk.Ids(new FindingFilter { Actor = "BBB", Kinds = ["event"] }));
        Assert.Equal("e1", desk.Ids(new FindingFilter { Actor = "AAA", Toward = "CCC", Kinds = ["event"] }));
        Assert.Equal("e1", desk.Ids(new FindingFilter { Types = ["AGREE"] }));
        Assert.Contains(new TypeCount("event", "AGREE", 1), Store.TypeCounts());
        Assert.Equal("CCC", Assert.Single(Store.DyadCounts(9)).B);
        Assert.Equal(Samples.Full.Count, Store.Reports(new FindingFilter()).Single().Findings);
    }

    [Fact]
    public void A_mend_keeps_how_it_was_and_how_it_should_be()
    {
        Store.Mend("e1", Act with { Place = "Linz" }, " the wrong town ", Noon, "Ada");
        StoredVerdict v = Assert.Single(Store.Verdicts());
        Assert.Equal((Judgement.Mended, "the wrong town", JudgedState.Stands), (v.Judgement, v.Why, v.State));
        Assert.Equal(("Vienna", "Linz"), (((Event)v.ReadBefore()).Place, ((Event)v.Read()).Place));
    }

    [Fact]
    public void A_mended_finding_can_be_mended_again_accepted_and_rejected()
    {
        Store.Mend("e1", Act with { Place = "Linz" }, null, Noon, "Ada");
        Assert.False(Store.Mend("e1", Act with { Place = "Linz" }, null, Noon, "Ada")!.Changed);
        Store.Mend("e1", Act with { Place = "Graz" }, null, Noon, "Ada");
        Assert.Equal("Graz", ((Event)desk.Listed("e1").Read()).Place);
        Store.Judge("e1", Judgement.Accepted, null, Noon, "Ben");
        Assert.Equal(("Graz", "accepted"), (((Event)desk.Listed("e1").Read()).Place, desk.Listed("e1").Verdict));
        Assert.Equal("Vienna", ((Event)Assert.Single(Store.Verdicts()).ReadBefore()).Place);
        Store.Judge("e1", Judgement.Rejected, null, Noon, "Ben");
        Assert.DoesNotContain("e1", desk.Ids(), StringComparison.Ordinal);
        Store.Judge("e1", Judgement.Withdrawn, null, Noon, "Ben");
        Assert.Equal((Act, null), ((Event)desk.Listed("e1").Read(), desk.Listed("e1").Verdict));
    }

    [Fact]
    public void A_mend_that_changes_nothing_is_no_step()
    {
        Assert.False(Store.Mend("e1", Act, null, Noon)!.Changed);
        Assert.Empty(Store.VerdictHistory());
        Assert.Null(Store.Mend("zzz", Act, null, Noon));
    }

    [Fact]
    public void A_mended_finding_stays_in_its_place()
    {
        Assert.Contains("keeps its id", Refused(Act with { Id = "e2" }), StringComparison.Ordinal);
        Assert.Contains("keeps its report", Refused(Act with { Report = "other" }), StringComparison.Ordinal);
        Assert.Contains("keeps its place", Refused(Act with { Span = new TextSpan(0, 42) }), StringComparison.Ordinal);
        Assert.Contains("keeps its place", Refused(Act with { In = TextPart.Text }), StringComparison.Ordinal);
        Assert.Contains("keeps its sentence", Refused(Act with { Sentence = "The two ministers met." }), StringComparison.Ordinal);
        Assert.Contains("kind event", Refused(Bond with { Id = "e1" }), StringComparison.Ordinal);
        Assert.Contains("does not lie in", Refused(Act with { CueSpan = new TextSpan(18, 2100) }), StringComparison.Ordinal);
        Assert.Contains("from 0 to 1", Refused(Act with { Confidence = 1.5 }), StringComparison.Ordinal);
        Assert.Empty(Store.VerdictHistory());

        string Refused(Finding mended) => Assert.Throws<ArgumentException>(() => Store.Mend("e1", mended, null, Noon)).Message;
    }

    [Fact]
    public void An_addition_is_a_finding_like_the_others_made_by_hand()
    {
        JudgeOutcome added = Store.Add("first", Meeting, Noon, "Ada");
        StoredFinding f = desk.Listed(added.Id);
        Assert.Equal(Meeting with { Id = added.Id, Report = "first", Rule = "hand", Data = "hand", Confidence = 1 }, f.Read());
        Assert.Equal(("added", "Ada", true, "2026-01-05T12:00:00Z", "The Vienna Courier", "2020-10-15"), (f.Verdict, f.Author, f.ByHand, f.Learned, f.Outlet, f.Told));
        Assert.Matches("^e[0-9a-f]{12}$", added.Id);
        Assert.Equal(added.Id, desk.Ids(new FindingFilter { By = "CCC", Kinds = ["event"] }));
        Assert.Equal(JudgedState.Stands, Assert.Single(Store.Verdicts()).State);
        Assert.Contains(Store.Show("t1")!.SameSentence, s => s.Id == added.Id);
        Assert.Equal(Samples.Full.Count + 1, Store.Reports(new FindingFilter()).Single().Findings);
    }

    [Fact]
    public void The_same_addition_twice_is_one_whatever_the_report_is_called_by()
    {
        JudgeOutcome once = Store.Add("first", Meeting, Noon, "Ada");
        JudgeOutcome twice = Store.Add(Samples.FullReport().Hash, Meeting with { Id = "x", Report = "y", Rule = "z", Confidence = 0.2 }, Noon, "Ben");
        Assert.Equal((once.Id, true, false), (twice.Id, once.Changed, twice.Changed));
        Assert.NotEqual(once.Id, Store.Add("first", Meeting with { Place = "Linz" }, Noon).Id);
    }

    [Fact]
    public void Every_kind_can_be_added()
    {
        foreach (Finding f in Samples.Full) Store.Add("first", f with { In = TextPart.Text }, Noon);
        Assert.Equal("eXsXtXfXrXcXxXaX", string.Concat(Store.Verdicts().Select(v => v.Id[0] + "X")));
        Assert.Equal(2 * Samples.Full.Count, desk.Ids().Split(' ').Length);
    }

    [Fact]
    public void An_addition_must_stand_in_the_report()
    {
        Assert.Contains("not what stands at text [0,43)", Refused(Meeting with { Sentence = "The three ministers met in Vienna on Tuesday." }), StringComparison.Ordinal);
        Assert.Contains("does not lie in the text", Refused(Meeting with { Span = new TextSpan(0, 4300) }), StringComparison.Ordinal);
        Assert.Contains("does not lie in the text", Refused(Meeting with { Span = new TextSpan(-1, 43) }), StringComparison.Ordinal);
        Assert.Contains("does not lie in the title", Refused(Meeting with { In = TextPart.Title }), StringComparison.Ordinal);
        Assert.Contains("does not lie in the text", Refused(Meeting with { CueSpan = new TextSpan(18, 2100) }), StringComparison.Ordinal);
        Assert.Contains("no report is called nowhere", Assert.Throws<RecordException>(() => Store.Add("nowhere", Meeting, Noon)).Message, StringComparison.Ordinal);
        Store.Write(Samples.BareReport(), [], "d1", Morning);
        Assert.Contains("has no title", Assert.Throws<ArgumentException>(() => Store.Add("bare", Meeting with { In = TextPart.Title }, Noon)).Message, StringComparison.Ordinal);
        Assert.Empty(Store.VerdictHistory());

        string Refused(Finding f) => Assert.Throws<ArgumentException>(() => Store.Add("first", f, Noon)).Message;
    }

    [Fact]
    public void An_addition_may_stand_in_the_title()
    {
        string id = Store.Add("first", Meeting with { In = TextPart.Title, Sentence = "Ministers meet", Span = new TextSpan(0, 14), Actors = [new Party("CCC", Sector.Gov, null, null, null)], CueSpan = null }, Noon).Id;
        Assert.Equal("Ministers meet", desk.Listed(id).Read().Sentence);
    }

    [Fact]
    public void An_addition_can_be_mended_rejected_and_withdrawn()
    {
        string id = Store.Add("first", Meeting, Noon).Id;
        Store.Mend(id, desk.Listed(id).Read() is Event e ? e with { Place = "Linz" } : null!, null, Noon);
        Assert.Equal(("Linz", "mended"), (((Event)desk.Listed(id).Read()).Place, desk.Listed(id).Verdict));
        Assert.False(Store.Add("first", Meeting, Noon, "Ben").Changed);
        Store.Judge(id, Judgement.Rejected, null, Noon);
        Assert.DoesNotContain(id, desk.Ids(), StringComparison.Ordinal);
        Assert.True(desk.Listed(id, new FindingFilter { Review = Review.All }).LeftOut);
        Store.Judge(id, Judgement.Withdrawn, null, Noon);
        Assert.DoesNotContain(id, desk.Ids(new FindingFilter { Review = Review.All }), StringComparison.Ordinal);
        Assert.Null(Store.Show(id)!.Verdict);
        Store.Add("first", Meeting, Noon);
        Assert.Equal("Wien", ((Event)desk.Listed(id).Read()).Place);
    }

    [Fact]
    public void A_merged_finding_is_a_further_telling_of_the_other()
    {
        desk.Code("d2", Noon, Bond, Bond with { Id = "t2", Place = "Linz" }, Bond with { Id = "t3" });
        Assert.True(Store.Merge("t2", "t1", "the same base", Noon, "Ada")!.Changed);
        Assert.False(Store.Merge("t2", "t1", null, Noon, "Ada")!.Changed);
        Store.Merge("t1", "t3", null, Noon, "Ada");
        Assert.Equal("t3", desk.Ids());
        Assert.Equal(["t1", "t2"], Store.Show("t3")!.Tellings.Select(f => f.Id));
        Assert.Equal(("t1", "merged"), (Store.Show("t2")!.Verdict!.Target, Store.Show("t2")!.Verdict!.Verdict));
        Assert.Equal("t1 t2 t3", desk.Ids(new FindingFilter { Review = Review.All }));
        Store.Judge("t1", Judgement.Accepted, null, Noon, "Ada");
        Assert.Equal("t1 t3", desk.Ids());
    }

    [Fact]
    public void What_cannot_be_merged_is_refused_in_plain_words()
    {
        desk.Code("d2", Noon, Act, Bond, Bond with { Id = "t2" }, Bond with { Id = "t3" });
        Store.Write(Samples.BareReport(), Samples.Bare, "d", Morning);
        Store.Judge("t3", Judgement.Rejected, null, Noon);
        Store.Merge("t2", "t1", null, Noon);
        Assert.Contains("into itself", Refused("t1", "t1"), StringComparison.Ordinal);
        Assert.Contains("two kinds: tie and event", Refused("t1", "e1"), StringComparison.Ordinal);
        Assert.Contains("two reports: first and bare", Refused("t1", "t0"), StringComparison.Ordinal);
        Assert.Contains("t3 was rejected", Refused("t1", "t3"), StringComparison.Ordinal);
        Assert.Contains("t2 was itself merged into t1", Refused("t1", "t2"), StringComparison.Ordinal);
        Assert.Contains("begins with zzz", Refused("t1", "zzz"), StringComparison.Ordinal);
        Assert.Contains("stands no longer", Refused("f1", "f1x"), StringComparison.Ordinal);
        Assert.Null(Store.Merge("zzz", "t1", null, Noon));

        string Refused(string id, string into)
        {
            if (into == "f1x")
            {
                desk.Code("d3", Noon, Samples.Full[3], Samples.Full[3] with { Id = "f1x" });
                desk.Code("d4", Noon, Samples.Full[3]);
            }
            return Assert.Throws<RecordException>(() => Store.Merge(id, into, null, Noon)).Message;
        }
    }

    [Fact]
    public void Mend_add_and_merge_are_no_verdicts_that_judge_takes() => Assert.Throws<ArgumentException>(() => Store.Judge("e1", Judgement.Merged, null, Noon));
}
