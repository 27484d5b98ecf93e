using Annalist.Coding;
using Annalist.Model;

namespace Annalist.Tests.Coding.SystemLayer;

/// <summary>Every pattern of rules.json gives the rules of its examples and is silent in its near misses.</summary>
public sealed class RuleTests
{
    private static readonly IReadOnlyList<RulePattern> Patterns = new RuleCoder(Coder.Default.World, Coder.Default.Codebook, Path.Combine(Coder.DefaultFolder, "codebook", "rules.json"), "test").Patterns;

    public static TheoryData<string> Ids => [.. Patterns.Select(p => p.Id)];

    [Fact]
    public void Ids_stand_once_and_every_pattern_has_an_example_and_a_near_miss()
    {
        Assert.Equal(Patterns.Count, Patterns.Select(p => p.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(Patterns.Where(p => p.Fires.Count == 0 || p.Fires.Any(x => x.Rules.Count == 0) || p.Silent.Count == 0).Select(p => p.Id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Examples_give_their_rules(string id)
    {
        foreach (RuleExample example in Patterns.Single(p => p.Id == id).Fires)
        {
            string[] got = [.. Read(example.Text).Where(r => ((Finding)r).Rule == "rule:" + id).Select(Line)];
            Assert.True(got.SequenceEqual(example.Rules, StringComparer.Ordinal), $"{example.Text}\n  wanted {string.Join("; ", example.Rules)}\n  got {string.Join("; ", Read(example.Text).Select(r => Line(r) + " by " + ((Finding)r).Rule))}");
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Near_misses_stay_silent(string id)
    {
        foreach (string text in Patterns.Single(p => p.Id == id).Silent)
        {
            string[] got = [.. Read(text).Where(r => ((Finding)r).Rule == "rule:" + id).Select(Line)];
            Assert.True(got.Length == 0, $"{text}\n  gave {string.Join("; ", got)}");
        }
    }

    [Fact]
    public void Acts_are_relations_or_event_types_of_the_record()
    {
        foreach (string act in Patterns.SelectMany(p => p.Fires).SelectMany(x => Read(x.Text)).Select(r => r.Act)) Assert.True(Codes.Parse<Relation>(act) is not null || Codes.Parse<EventType>(act) is not null, act);
    }

    [Fact]
    public void A_verb_of_promising_taken_for_a_noun_is_mended() =>
        Assert.Contains("CHL+ARG must_not hosts_forces_of", Read("Chile and Argentina undertake not to make their territory available to foreign troops.").Select(Line));

    [Fact]
    public void Plain_must_in_speech_is_no_rule() => Assert.Empty(Read("\"Norway must trade with Sweden,\" the Danish minister said."));

    private static IReadOnlyList<Rule> Read(string text) => [.. Coder.Default.Code(text).Findings.OfType<Rule>()];

    private static string Line(Rule r) => $"{string.Join('+', r.Bearer)} {Codes.Of(r.Force)} {r.Act}{(r.Toward.Count == 0 ? "" : " > " + string.Join('+', r.Toward))}{(r.ConsentOf is null ? "" : " consent of " + r.ConsentOf)}";
}
