using Annalist.Coding;
using Annalist.Model;

namespace Annalist.Tests.Coding.SystemLayer;

/// <summary>Every pattern of expectations.json gives the expectations of its examples and is silent in its near misses. All persons are invented.</summary>
public sealed class ExpectationTests
{
    private static readonly IReadOnlyList<ExpectationSense> Patterns = new ExpectationCoder(Coder.Default.World, Coder.Default.Codebook, Path.Combine(Coder.DefaultFolder, "codebook", "expectations.json"), "test").Senses;

    public static TheoryData<string> Ids => [.. Patterns.Select(p => p.Id)];

    [Fact]
    public void Ids_stand_once_and_every_pattern_has_an_example_and_a_near_miss()
    {
        Assert.Equal(Patterns.Count, Patterns.Select(p => p.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(Patterns.Where(p => p.Fires.Count == 0 || p.Silent.Count == 0).Select(p => p.Id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Examples_give_their_expectation(string id)
    {
        foreach (ExpectationExample x in Patterns.Single(p => p.Id == id).Fires)
        {
            IReadOnlyList<Expectation> found = Read(x.Text);
            bool Fits(Expectation e) => e.Rule == "expectation:" + id && e.Then == x.Then && e.If == x.If && e.Likelihood == x.Likelihood && (x.By is null || e.By == x.By)
                && (x.Actors is null || e.Actors.Order(StringComparer.Ordinal).SequenceEqual(x.Actors.Order(StringComparer.Ordinal)));
            Assert.True(found.Any(Fits), $"{x.Text}\n  gave {Lines(found)}");
            Assert.All(found, e => Assert.Contains(e.Then, e.Sentence, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Near_misses_stay_silent(string id)
    {
        foreach (string text in Patterns.Single(p => p.Id == id).Silent)
        {
            Expectation[] own = [.. Read(text).Where(e => e.Rule == "expectation:" + id)];
            Assert.True(own.Length == 0, $"{text}\n  gave {Lines(own)}");
        }
    }

    [Fact]
    public void The_clauses_are_coded_as_acts_to_watch_for()
    {
        Expectation e = Assert.Single(Read("If Russia attacks Moldova, Romania will close its border."));
        Assert.Equal(new WatchedAct { Type = EventType.Assault, Actors = ["RUS"], Recipients = ["MDA"] }, e.IfAct);
    }

    [Fact]
    public void Joining_an_organisation_is_watched_for_as_a_tie()
    {
        Expectation e = Assert.Single(Read("If Georgia joins NATO, Russia will move troops to the border."));
        Assert.Equal(new WatchedAct { Relation = Relation.MemberOf, Actors = ["GEO"], Recipients = ["NATO"] }, e.IfAct);
    }

    [Fact]
    public void What_would_prevent_it_is_told_apart_from_what_would_bring_it()
    {
        Expectation e = Assert.Single(Read("Unless Greece repays its debt, Germany will stop the talks."));
        Assert.Equal((null, "Greece repays its debt"), (e.If, e.Unless));
    }

    [Fact]
    public void The_more_the_more_is_a_condition()
    {
        Expectation e = Assert.Single(Read("The more Georgia turns to NATO, the more Russia will turn to China."));
        Assert.Equal(("The more Georgia turns to NATO", "the more Russia will turn to China"), (e.If, e.Then));
    }

    [Fact]
    public void A_condition_may_begin_with_should()
    {
        Expectation e = Assert.Single(Read("Should the war in Sudan end, Egypt might open its border."));
        Assert.Equal(("the war in Sudan end", "Egypt might open its border"), (e.If, e.Then));
    }

    [Fact]
    public void A_day_in_the_clause_is_its_horizon()
    {
        Expectation e = Assert.Single(Coder.Default.Code("Analysts believe that Egypt will repay the loan to Saudi Arabia by December 31, 2027.", new DateOnly(2026, 5, 4)).Findings.OfType<Expectation>());
        Assert.Equal(new DateOnly(2027, 12, 31), e.Horizon);
    }

    [Theory]
    [InlineData("The minister will visit Spain on Monday.")]
    [InlineData("The Spanish government will send doctors to Chad, its spokesman said.")]
    [InlineData("Will Spain leave the European Union?")]
    [InlineData("If Spain had signed the treaty, France would have left.")]
    public void A_plan_a_question_and_what_did_not_come_are_none(string text) => Assert.Empty(Read(text));

    private static IReadOnlyList<Expectation> Read(string text) => [.. Coder.Default.Code(text).Findings.OfType<Expectation>()];

    private static string Lines(IEnumerable<Expectation> all) => string.Join("; ", all.Select(e => $"by {e.By ?? "-"} if «{e.If}» then «{e.Then}» {Codes.Of(e.Likelihood)} [{string.Join(' ', e.Actors)}] {e.Rule}"));
}
