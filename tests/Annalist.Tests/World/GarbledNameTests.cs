using Annalist.Worlds;

namespace Annalist.Tests.Worlds;

public sealed class GarbledNameTests : IDisposable
{
    private readonly PackFolder folder = PackFolder.Small(
        names: "RUR\tZhubrovnik\tcapital\t\t\t\tx\nFRE\tFreedonian\tdemonym\t\t\t\tx\n",
        people: "a\tKhazim-Zhomart Yusufbekov\t\tRUR\tGOV\tx\nb\tNikolai Wolschin\t\tRUR\tGOV\tx\nc\tJoe Bidden\t\tFRE\tGOV\tx\nd\tGurbat Mirzachoyevsky\t\tFRE\tGOV\tx\n"
            + "e\tAnton Tarbekov\t\tFRE\tGOV\tx\nf\tOtto Tirbekov\t\tRUR\tGOV\tx\ng\tEva Scholz\t\tRUR\tGOV\tx\n",
        words: "schools\tx\nmarket\tx\n");

    private readonly World world;

    public GarbledNameTests() => world = World.Load(folder.Root);

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Yusufbekow", "a")]
    [InlineData("Jusufbekov", "a")]
    [InlineData("Yusufbiekov's", "a")]
    [InlineData("Hazim-Jomart Usufbekov", "a")]
    [InlineData("Joe Bidin", "c")]
    [InlineData("Nicolay Volshin", "b")]
    [InlineData("Mirzachoevski", "d")]
    [InlineData("Mirzatchoyevskiy", "d")]
    public void A_transliteration_leads_to_its_person(string words, string person)
    {
        NameMatch? match = world.Names.FindGarbled(words);
        Assert.Equal(person, match?.Entry.Person?.Id);
        Assert.InRange(match!.Similarity, 0.5, 0.9999);
    }

    /// <summary>Words that are too long to be remembered are answered all the same.</summary>
    [Fact]
    public void Very_long_words_get_the_same_answer_twice()
    {
        string words = "Joe " + new string('B', 5000);
        for (int i = 0; i < 2; i++)
        {
            Assert.Null(world.Names.FindGarbled(words));
            Assert.Null(world.Names.FindGarbledLong(words));
            Assert.False(world.Names.IsKnownWord(words));
        }
    }

    [Fact]
    public void What_one_world_answered_is_not_the_answer_of_another()
    {
        using var other = PackFolder.Small(people: "z\tJoe Bidden\t\tRUR\tGOV\tx\n");
        World second = World.Load(other.Root);
        for (int i = 0; i < 2; i++)
        {
            Assert.Equal("c", world.Names.FindGarbled("Joe Bidin")?.Entry.Person?.Id);
            Assert.Equal("z", second.Names.FindGarbled("Joe Bidin")?.Entry.Person?.Id);
            Assert.True(world.Names.IsKnownWord("schools"));
            Assert.False(second.Names.IsKnownWord("schools"));
        }
    }

    [Fact]
    public void A_garbled_state_or_capital_is_found()
    {
        Assert.Equal("RUR", world.Names.FindGarbled("Ruritannia")?.Entry.Code);
        Assert.Equal(NameType.Capital, world.Names.FindGarbled("Jubrovnik")?.Entry.Type);
    }

    [Theory]
    [InlineData("Schools")]
    [InlineData("Market")]
    [InlineData("Bidders")]
    [InlineData("Volume")]
    [InlineData("Sholz")]
    [InlineData("Bidenn")]
    [InlineData("Freedonian")]
    [InlineData("Zhubrovnik")]
    [InlineData("Yusufbekov")]
    [InlineData("yusufbekow")]
    [InlineData("Freedonian Bidan")]
    [InlineData("YUSUFBEKOW")]
    [InlineData("Bidn")]
    [InlineData("")]
    [InlineData("12 Yusufbekow")]
    public void A_word_or_a_listed_name_is_not_made_a_person(string words) => Assert.Null(world.Names.FindGarbled(words));

    [Fact]
    public void A_name_as_near_to_two_people_is_nobody() => Assert.Null(world.Names.FindGarbled("Terbekov"));

    [Theory]
    [InlineData("Volshin", "b")]
    [InlineData("Yusufbeokv", "a")]
    [InlineData("Mirzach0yevsky", "d")]
    public void The_same_sounds_two_letters_swapped_and_a_misread_digit_are_the_same_name(string words, string person) => Assert.Equal(person, world.Names.FindGarbled(words)?.Entry.Person?.Id);

    [Fact]
    public void The_span_leaves_the_possessive_out() => Assert.Equal("Yusufbekow", world.Names.FindGarbled("Yusufbekow\u2019s")!.Span.Cut("Yusufbekow\u2019s"));
}
