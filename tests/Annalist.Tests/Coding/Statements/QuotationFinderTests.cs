using Annalist.Coding;

namespace Annalist.Tests.Coding;

public sealed class QuotationFinderTests
{
    private static string[] Find(string text) => [.. QuotationFinder.Find(text).Select(q => q.Inner.Cut(text))];

    [Theory]
    [InlineData("He said “the road is safe” and left.", "the road is safe")]
    [InlineData("He said \"the road is safe\" and left.", "the road is safe")]
    [InlineData("He said «the road is safe» and left.", "the road is safe")]
    [InlineData("He said „the road is safe“ and left.", "the road is safe")]
    [InlineData("He said ``the road is safe'' and left.", "the road is safe")]
    [InlineData("‘The road is safe,’ he said.", "The road is safe")]
    public void Every_kind_of_mark_is_read(string text, string inner) => Assert.Equal([inner], Find(text));

    [Fact]
    public void A_quotation_inside_a_quotation_stays_inside() =>
        Assert.Equal(["The “old road” is safe"], Find("He said “The “old road” is safe” and left."));

    [Fact]
    public void A_quotation_goes_on_in_a_paragraph_that_opens_with_the_mark()
    {
        const string text = "“The road is safe.\n\n“We built it,” he said. Nobody asked.";
        Quotation quotation = Assert.Single(QuotationFinder.Find(text));
        Assert.Equal(["The road is safe.", "We built it"], quotation.Pieces.Select(p => p.Cut(text)));
        Assert.True(quotation.Closed);
    }

    [Fact]
    public void A_quotation_that_never_closes_ends_with_its_sentence()
    {
        const string text = "He said: “The road is safe for all. The mayor then went home.\nNobody asked.";
        Quotation quotation = Assert.Single(QuotationFinder.Find(text));
        Assert.Equal("The road is safe for all.", quotation.Inner.Cut(text));
        Assert.False(quotation.Closed);
    }

    [Theory]
    [InlineData("The ministers' plan and the mayors' road.")]
    [InlineData("It's the mayor's road.")]
    [InlineData("A 5' 10\" man.")]
    [InlineData("")]
    public void Apostrophes_and_measures_open_nothing(string text) => Assert.Empty(Find(text));
}
