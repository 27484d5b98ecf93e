using Annalist.Coding;
using Annalist.Language;
using Annalist.Worlds;

namespace Annalist.Tests.Coding;

/// <summary>The first of two speeds sends on what may hold a finding, and little else.</summary>
public sealed class FirstPassTests
{
    private static readonly FirstPass Pass = new(Coder.Default.Codebook, CueBook.Load(Path.Combine(Coder.DefaultFolder, "codebook")), _ => [], MeasureWords.Load(Path.Combine(Coder.DefaultFolder, "codebook")).MayMeasure);

    [Theory]
    [InlineData("Hungary signed an agreement with Austria.")]
    [InlineData("The two ministers met in Vienna on Tuesday.")]
    [InlineData("Norway withdrew its troops from the valley.")]
    [InlineData("Poland is near. The president said that the bridge would stay shut.")]
    [InlineData("Poland is near. “The wall will fall,” she told them.")]
    public void Sentences_that_may_hold_a_finding_are_kept(string text) => Assert.Single(Kept(text));

    [Theory]
    [InlineData("Stir the sugar into the butter and add two eggs.")]
    [InlineData("We visited the market and thanked the cook.")]
    [InlineData("Norway lost the match in the last minute.")]
    [InlineData("Japan is far. I think of the sea.")]
    [InlineData("The \"old\" barn is grey.")]
    [InlineData("Norway is cold. You may visit the market.")]
    [InlineData("Norway makes \"brown cheese\" of milk.")]
    public void Sentences_that_can_hold_none_are_not(string text) => Assert.Empty(Kept(text));

    [Theory]
    [InlineData("Stir the sugar into the butter.", Parsing.None)]
    [InlineData("We visited the market and thanked the cook.", Parsing.None)]
    [InlineData("Stir the sugar into the butter and read page 300 again.", Parsing.None)]
    [InlineData("The boat is 12 feet long and green.", Parsing.None)]
    [InlineData("They sold 300 tons of flour.", Parsing.Greedy)]
    [InlineData("They walked a 20-km trail.", Parsing.Greedy)]
    [InlineData("The cook paid $4.7bn.", Parsing.Greedy)]
    [InlineData("The cook fed 40 people.", Parsing.Greedy)]
    [InlineData("Norway is cold.", Parsing.Greedy)]
    [InlineData("“The wall will fall,” she told them.", Parsing.Greedy)]
    [InlineData("The minister slept.", Parsing.None)]
    [InlineData("Norway is cold. The minister slept.", Parsing.Greedy)]
    [InlineData("Norway is cold. The minister will wake.", Parsing.Greedy)]
    [InlineData("Norway is cold. The minister said little.", Parsing.Greedy)]
    public void Sentences_that_tell_nothing_get_no_tree(string text, Parsing expected)
    {
        var worth = Pass.Of(text, World.Default.Names.Find(text));
        Analyzer.Default.Analyze(text, (span, words) =>
        {
            Assert.Equal(expected, worth(span, words));
            return Parsing.None;
        });
    }

    [Fact]
    public void Who_was_named_shortly_before_counts_and_who_was_named_long_before_does_not()
    {
        const string Filler = " The river is deep and the hills are green.";
        Assert.Contains(1, Kept("Finland is large. They attacked the border post."));
        Assert.DoesNotContain(12, Kept("Finland is large." + string.Concat(Enumerable.Repeat(Filler, 11)) + " They attacked the border post."));
    }

    [Theory]
    [InlineData("Norway is cold. He visited Sweden in May.", false)]
    [InlineData("The president of Norway slept. He visited Sweden in May.", true)]
    [InlineData("Norway is cold. The minister visited Sweden in May.", true)]
    [InlineData("Norway is cold. The tourists went to Sweden in May.", false)]
    public void A_visit_needs_a_visitor_of_public_life_before_its_verb(string text, bool kept) => Assert.Equal(kept, Kept(text).Contains(1));

    [Theory]
    [InlineData("She thanked her aunt at a ball in Norway.", false)]
    [InlineData("Sweden thanked the doctors at a ball in Norway.", true)]
    public void Where_something_was_done_is_no_party_of_a_private_act(string text, bool kept) => Assert.Equal(kept, Kept(text).Count == 1);

    [Theory]
    [InlineData("Norway takes part in the choir.", false)]
    [InlineData("Norway takes in the orphans.", true)]
    [InlineData("Troops attack as Norway sleeps.", true)]
    public void What_a_sense_asks_for_stands_on_its_side_of_the_verb(string text, bool kept) => Assert.Equal(kept, Kept(text).Count == 1);

    [Fact]
    public void The_parties_of_an_act_may_have_been_told_before()
    {
        const string Text = "Chad and Niger met in Zinder. A protocol on the river was signed.";
        var worth = Pass.Of(Text, World.Default.Names.Find(Text));
        var asked = new List<Parsing>();
        Analyzer.Default.Analyze(Text, (span, words) =>
        {
            asked.Add(worth(span, words));
            return Parsing.None;
        });
        Assert.Equal([Parsing.Network, Parsing.Greedy], asked);
    }

    [Fact]
    public void Nearly_all_examples_of_the_lexicon_are_kept()
    {
        string[] texts = [.. Coder.Default.Codebook.Senses.SelectMany(s => s.Fires).Select(x => x.Text)];
        string[] lost = [.. texts.Where(t => Kept(t).Count == 0)];
        Assert.True(lost.Length <= texts.Length / 200, $"{lost.Length} of {texts.Length}:\n  " + string.Join("\n  ", lost));
    }

    /// <summary>Indices of the sentences that are sent on.</summary>
    private static List<int> Kept(string text)
    {
        var worth = Pass.Of(text, World.Default.Names.Find(text));
        var kept = new List<int>();
        int at = 0;
        Analyzer.Default.Analyze(text, (span, words) =>
        {
            if (worth(span, words) == Parsing.Network) kept.Add(at);
            at++;
            return Parsing.None;
        });
        return kept;
    }
}
