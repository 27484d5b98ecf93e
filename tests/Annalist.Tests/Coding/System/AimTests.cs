using Annalist.Coding;
using Annalist.Model;

namespace Annalist.Tests.Coding.SystemLayer;

/// <summary>Every pattern of aims.json gives the aims of its examples and is silent in its near misses.</summary>
public sealed class AimTests
{
    private static readonly IReadOnlyList<AimSense> Patterns = new AimCoder(Coder.Default.World, Coder.Default.Codebook, Path.Combine(Coder.DefaultFolder, "codebook", "aims.json"), "test").Senses;

    public static TheoryData<string> Ids => [.. Patterns.Select(p => p.Id)];

    [Fact]
    public void Ids_stand_once_and_every_pattern_has_an_example_and_a_near_miss()
    {
        Assert.Equal(Patterns.Count, Patterns.Select(p => p.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(Patterns.Where(p => p.Fires.Count == 0 || p.Silent.Count == 0).Select(p => p.Id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Examples_give_their_aim(string id)
    {
        foreach (AimExample x in Patterns.Single(p => p.Id == id).Fires)
        {
            IReadOnlyList<Aim> aims = Read(x.Text);
            Assert.True(aims.Any(a => a.Rule == "aim:" + id && a.Of == x.Of && a.Matter == x.Matter && (x.Toward is null || a.Toward.SequenceEqual(x.Toward))), $"{x.Text}\n  gave {Lines(aims)}");
            Assert.All(aims, a => Assert.Contains(a.Matter, a.Sentence, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Near_misses_stay_silent(string id)
    {
        foreach (string text in Patterns.Single(p => p.Id == id).Silent)
        {
            Aim[] own = [.. Read(text).Where(a => a.Rule == "aim:" + id)];
            Assert.True(own.Length == 0, $"{text}\n  gave {Lines(own)}");
        }
    }

    [Fact]
    public void Two_aims_joined_are_two()
    {
        IReadOnlyList<Aim> aims = Read("Spain's goal is to buy gas from Algeria and an attempt to calm Morocco.");
        Assert.Contains(aims, a => a.Matter == "to calm Morocco" && a.Of == "ESP");
    }

    [Fact]
    public void A_power_without_a_name_is_unknown_and_says_so()
    {
        Aim aim = Assert.Single(Read("Outside powers are trying to impose their rules on Libya."));
        Assert.Equal(("UNK", "to impose their rules on Libya"), (aim.Of, aim.Matter));
        Assert.Equal([NoteIds.ActorUnresolved], aim.Notes);
    }

    [Fact]
    public void A_speaker_s_words_are_ascribed_to_the_speaker()
    {
        Aim aim = Assert.Single(Read("“Turkey wants to sell more drones to Poland,” said Anna Berg, a political scientist from Vienna."));
        Assert.Equal("Anna Berg", aim.AscribedBy);
    }

    private static IReadOnlyList<Aim> Read(string text) => [.. Coder.Default.Code(text).Findings.OfType<Aim>()];

    private static string Lines(IEnumerable<Aim> aims) => string.Join("; ", aims.Select(a => $"{a.Of}: {a.Matter} [{string.Join(' ', a.Toward)}] {a.Rule}"));
}
