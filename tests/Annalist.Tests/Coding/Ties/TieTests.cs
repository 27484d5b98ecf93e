using Annalist.Coding;
using Annalist.Model;

namespace Annalist.Tests.Coding.Ties;

/// <summary>Every pattern of ties.json gives the ties of its examples and is silent in its near misses.</summary>
public sealed class TieTests
{
    private static readonly IReadOnlyList<TieSense> Patterns = new TieCoder(Coder.Default.World, Coder.Default.Codebook, Path.Combine(Coder.DefaultFolder, "codebook", "ties.json"), "test").Senses;

    public static TheoryData<string> Ids => [.. Patterns.Select(p => p.Id)];

    [Fact]
    public void Ids_stand_once_and_every_pattern_has_an_example_and_a_near_miss()
    {
        Assert.Equal(Patterns.Count, Patterns.Select(p => p.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(Patterns.Where(p => p.Fires.Count == 0 || p.Fires.All(x => x.Ties.Count == 0) || p.Silent.Count == 0).Select(p => p.Id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Examples_give_their_ties(string id)
    {
        foreach (TieExample example in Pattern(id).Fires)
        {
            IReadOnlyList<Tie> ties = Read(example.Text);
            string[] got = [.. ties.Where(t => t.Relation != Relation.HoldsOffice).Select(Line)];
            foreach (string wanted in example.Ties) Assert.True(got.Contains(wanted, StringComparer.Ordinal), $"{example.Text}\n  wanted {wanted}; got {string.Join("; ", ties.Select(t => Line(t) + " by " + t.Rule))}");
            string[] own = [.. ties.Where(t => t.Rule == "tie:" + id).Select(Line)];
            Assert.True(own.All(t => example.Ties.Contains(t, StringComparer.Ordinal)), $"{example.Text}\n  too much: {string.Join("; ", own.Except(example.Ties))}");
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Near_misses_stay_silent(string id)
    {
        foreach (string text in Pattern(id).Silent)
        {
            string[] got = [.. Read(text).Where(t => t.Rule == "tie:" + id).Select(Line)];
            Assert.True(got.Length == 0, $"{text}\n  gave {string.Join("; ", got)}");
        }
    }

    private static TieSense Pattern(string id) => Patterns.Single(p => p.Id == id);

    private static IReadOnlyList<Tie> Read(string text) => [.. Coder.Default.Code(text).Findings.OfType<Tie>()];

    private static string Line(Tie t) => $"{t.Subject} {Codes.Of(t.Relation)} {t.Object} {t.Polarity}";
}
