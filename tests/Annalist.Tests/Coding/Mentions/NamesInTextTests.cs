using Annalist.Coding;
using Annalist.Worlds;

namespace Annalist.Tests.Coding.Mentions;

public sealed class NamesInTextTests
{
    [Theory]
    [InlineData("Male students marched in Norway.", "NOR")]
    [InlineData("Malé received a delegation.", "MDV")]
    [InlineData("Male received a delegation of Norway. The Maldives lie in the Indian Ocean.", "MDV NOR MDV")]
    [InlineData("The firm from San Jose paid a fine.", "")]
    [InlineData("Georgia shut the bridge.", "GEO")]
    public void A_doubted_name_without_its_marks_needs_another_of_its_actor(string text, string codes) =>
        Assert.Equal(codes, string.Join(' ', NamesInText.Find(World.Default, text, []).Where(m => m.Entry.Place is null).Select(m => m.Entry.Code)));

    [Fact]
    public void The_text_tells_what_its_title_means()
    {
        IReadOnlyList<NameMatch> text = NamesInText.Find(World.Default, "The Maldives received a delegation.", []);
        Assert.Empty(NamesInText.Find(World.Default, "Male hosts envoys", []));
        Assert.Equal("MDV", Assert.Single(NamesInText.Find(World.Default, "Male hosts envoys", text)).Entry.Code);
    }
}
