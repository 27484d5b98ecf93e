using Annalist.Coding;
using Annalist.Model;

namespace Annalist.Tests.Coding.SystemLayer;

/// <summary>Every pattern of commitments.json gives the commitments of its examples and is silent in its near misses.</summary>
public sealed class CommitmentTests
{
    private static readonly IReadOnlyList<CommitmentPattern> Patterns = new CommitmentCoder(Coder.Default.World, Coder.Default.Codebook, Path.Combine(Coder.DefaultFolder, "codebook", "commitments.json"), "test").Patterns;

    public static TheoryData<string> Ids => [.. Patterns.Select(p => p.Id)];

    [Fact]
    public void Ids_stand_once_and_every_pattern_has_an_example_and_a_near_miss()
    {
        Assert.Equal(Patterns.Count, Patterns.Select(p => p.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(Patterns.Where(p => p.Fires.Count == 0 || p.Fires.Any(x => x.Commitments.Count == 0) || p.Silent.Count == 0).Select(p => p.Id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Examples_give_their_commitments(string id)
    {
        foreach (CommitmentExample example in Pattern(id).Fires)
        {
            Commitment[] got = [.. Read(example.Text).Where(c => c.Rule == "commitment:" + id)];
            Assert.True(got.Select(Line).SequenceEqual(example.Commitments, StringComparer.Ordinal), $"{example.Text}\n  wanted {string.Join("; ", example.Commitments)}\n  got {string.Join("; ", Read(example.Text).Select(c => Line(c) + " by " + c.Rule))}");
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Near_misses_stay_silent(string id)
    {
        foreach (string text in Pattern(id).Silent)
        {
            string[] got = [.. Read(text).Where(c => c.Rule == "commitment:" + id).Select(Line)];
            Assert.True(got.Length == 0, $"{text}\n  gave {string.Join("; ", got)}");
        }
    }

    [Fact]
    public void Matter_is_cut_out_of_the_report_word_for_word()
    {
        foreach (CommitmentExample example in Patterns.SelectMany(p => p.Fires))
        {
            foreach (Commitment c in Read(example.Text)) Assert.Contains(c.Matter!, example.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_amount_in_the_matter_is_the_promise_s_amount()
    {
        Commitment c = Assert.Single(Read("Sweden promised Moldova 20 million euros in budget support."));
        Assert.Equal((20000000d, "EUR"), (c.Amount, c.Unit));
    }

    [Fact]
    public void A_period_in_the_matter_ends_on_the_day_it_is_due()
    {
        Commitment c = Assert.Single(Read("A Norway - Sweden action programme was signed for the years 2026-2028."));
        Assert.Equal(new DateOnly(2028, 12, 31), c.Due);
    }

    [Fact]
    public void A_deadline_is_the_day_it_is_due()
    {
        Commitment c = Assert.Single(Read("Germany has pledged to deliver two air defence systems to Ukraine by the end of 2026."));
        Assert.Equal(new DateOnly(2026, 12, 31), c.Due);
    }

    [Fact]
    public void What_a_document_promises_is_promised_by_its_parties()
    {
        Commitment c = Assert.Single(Read("Chad and Niger met in Zinder. The protocol provides for a joint commission on the river."), c => c.Rule == "commitment:provide-v-instrument");
        Assert.Equal(["TCD", "NER"], c.By);
        Assert.Equal("protocol", c.Instrument);
    }

    [Fact]
    public void A_question_promises_nothing() => Assert.Empty(Read("Will Sweden promise to help Norway?"));

    private static CommitmentPattern Pattern(string id) => Patterns.Single(p => p.Id == id);

    private static IReadOnlyList<Commitment> Read(string text) => [.. Coder.Default.Code(text).Findings.OfType<Commitment>()];

    private static string Line(Commitment c) => $"{Side(c.By)} > {Side(c.Toward)} {(c.Act is EventType act ? Codes.Of(act) : "-")} {Codes.Of(c.Stage)}: {c.Matter}";

    private static string Side(IReadOnlyList<string> codes) => codes.Count == 0 ? "-" : string.Join('+', codes);
}
