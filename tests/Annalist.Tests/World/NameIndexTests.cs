using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Tests.Worlds;

public sealed class NameIndexTests : IDisposable
{
    private readonly PackFolder folder = PackFolder.Small(
        names: "RUR\tRURITANIA\tacronym\t\t\t\tx\nRUR\tRuritanian\tdemonym\t\t\t\tx\nRUR\tUS\tacronym\t\t\t\tx\nRUR\tU.S.\tacronym\t\t\t\tx\nRUR\tWHO\tacronym\t\t\t\tx\n"
            + "RUR\tRuritanian Ministry of Finance\tbody\t\t\t\tx\nFRE\tCA+1\tname\t\t\t\tx\nFRE\tal-Fenwick\tname\t\t\t\tx\nFRE\tStrel'sau\tcapital\t\t\t\tx\nRUR\tStrelsau-Nord\tcapital?\t\t\t\tx\n",
        people: "rassendyll\tRudolf Rassendyll\tŘudolf Rassendýl\tRUR\tGOV\tx\nmay\tAnna May\t\tFRE\tGOV\tx\nelphberg\tHelena von Elphberg\t\tRUR\tGOV\tx\nsapt\tColonel al-Sapt\t\tRUR\tMIL\tx\nirons\tBlack Ruritania\t\tRUR\tMIL\tx\n",
        places: "nord\tStrelsau-Nord\t\tRUR\tcity\tx\n",
        words: "may\tx\nwho\tx\n");

    private readonly World world;

    public NameIndexTests() => world = World.Load(folder.Root);

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Ruritania signed.", "Ruritania")]
    [InlineData("RURITANIAN MINISTRY OF FINANCE SAYS NO", "RURITANIAN MINISTRY OF FINANCE")]
    [InlineData("the Ruritanian Ministry Of Finance", "Ruritanian Ministry Of Finance")]
    [InlineData("a Ruritanian minister", "Ruritanian")]
    [InlineData("ruritania", null)]
    [InlineData("told us that", null)]
    [InlineData("Us and them", null)]
    [InlineData("the US said", "US")]
    [InlineData("U.S.-led talks", "U.S.")]
    [InlineData("U.S.A. today", null)]
    [InlineData("A MAN WHO SPOKE", null)]
    [InlineData("the WHO said", "WHO")]
    public void Case_tells_a_name_from_a_word(string text, string? expected)
    {
        IReadOnlyList<NameMatch> found = world.Names.Find(text);
        Assert.Equal(expected, found.Count == 0 ? null : found[0].Span.Cut(text));
    }

    [Theory]
    [InlineData("Ruritania's ministers", "Ruritania")]
    [InlineData("Ruritania\u2019s ministers", "Ruritania")]
    [InlineData("the Ruritanians", null)]
    [InlineData("in Strel\u02BCsau's streets", "Strel\u02BCsau")]
    [InlineData("Strel'saunian", null)]
    [InlineData("O'Ruritania", null)]
    [InlineData("'Ruritania'", "Ruritania")]
    public void A_name_ends_with_its_word_and_leaves_the_possessive_out(string text, string? expected) =>
        Assert.Equal(expected, world.Names.Find(text).SingleOrDefault()?.Span.Cut(text));

    [Theory]
    [InlineData("CA+1")]
    [InlineData("CA + 1")]
    [InlineData("CA +1")]
    [InlineData("CA\u00A0+ 1")]
    [InlineData("Strelsau\u2011Nord")]
    [InlineData("Strelsau \u2013 Nord")]
    [InlineData("Strelsau  Nord")]
    [InlineData("Strelsau\nNord")]
    [InlineData("R\u00FBdolf Rassendyl")]
    [InlineData("Ru\u0302dolf Rassendyl\u0301")]
    public void Kinds_of_hyphens_spaces_and_diacritics_make_no_difference(string name)
    {
        string text = "in " + name + ".";
        Assert.Equal(name, Assert.Single(world.Names.Find(text)).Span.Cut(text));
    }

    [Fact]
    public void An_empty_line_parts_names() => Assert.Empty(world.Names.Find("Strelsau\n\nNord"));

    [Fact]
    public void The_longest_name_wins()
    {
        const string Text = "The Ruritanian Ministry of Finance and the Ruritanian Ministry of War";
        Assert.Equal(["Ruritanian Ministry of Finance", "Ruritanian"], world.Names.Find(Text).Select(m => m.Span.Cut(Text)));
    }

    [Fact]
    public void A_place_and_a_capital_of_one_name_are_both_told()
    {
        NameMatch match = Assert.Single(world.Names.Find("Strelsau-Nord"));
        Assert.Equal([NameType.Capital, NameType.Place], match.Entries.Select(e => e.Type));
        Assert.True(match.Entries[0].Ambiguous);
        Assert.Equal("nord", match.Entries[1].Place?.Id);
    }

    [Theory]
    [InlineData("Rassendyll spoke", "rassendyll")]
    [InlineData("with von Elphberg", "elphberg")]
    [InlineData("Von Elphberg spoke", "elphberg")]
    [InlineData("Sapt spoke", "sapt")]
    [InlineData("in May", null)]
    public void A_surname_alone_stands_for_its_person_unless_it_is_a_word(string text, string? person)
    {
        NameMatch? match = world.Names.Find(text).SingleOrDefault();
        Assert.Equal(person, match?.Entry.Person?.Id);
        Assert.Equal(person is not null, match?.Entry.Surname ?? false);
    }

    [Fact]
    public void A_surname_that_is_another_name_is_not_derived() =>
        Assert.All(world.Names.Find("Ruritania").Single().Entries, e => Assert.Null(e.Person));

    [Fact]
    public void A_name_can_be_asked_for_at_its_place()
    {
        const string Text = "In  Ruritania, the CA + 1";
        Assert.Equal(new TextSpan(4, 13), world.Names.MatchAt(Text, 4)?.Span);
        Assert.Null(world.Names.MatchAt(Text, 3));
        Assert.Null(world.Names.MatchAt(Text, 5));
        Assert.Equal(new TextSpan(19, 25), world.Names.MatchAt(Text, 19)?.Span);
        Assert.Null(world.Names.MatchAt(Text, Text.Length));
    }

    [Fact]
    public void An_acronym_that_is_a_name_in_capitals_too_gives_the_entry_in_its_own_case() =>
        Assert.Equal(NameType.Acronym, Assert.Single(world.Names.Find("RURITANIA")).Entry.Type);
}
