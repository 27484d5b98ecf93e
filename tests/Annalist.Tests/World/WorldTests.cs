using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Tests.Worlds;

public sealed class WorldTests : IDisposable
{
    private readonly PackFolder folder = PackFolder.Small(
        names: "RUR\tOldburg\tcapital\t\t1950\t1999-06-30\tx\nRUR\tNewburg\tcapital\tGOV\t1999-07-01\t\tx\n",
        people: "ann\tAnn Alder\tA. Alder\tRUR\tGOV\tx\nbob\tBob Birch\t\tRUR\tGOV\tx\n",
        offices: "ann\tRUR\tpresident\tGOV\t2000-05\t2008-05-07\tx\nbob\tRUR\tpresident\tGOV\t2008-05-07\t\tx\nann\tLOG\tsecretary general\tIGO\t2010\t\tx\n",
        ties: "RUR\tmember_of\tLOG\t\t\t1990-01-01\t2005-06-30\t\tx\nFRE\tmember_of\tLOG\t\t\t\t\t\tx\nRUR\tobserver_of\tLOG\t\t\t2005-07-01\t\t\tx\nLOG\tmember_of\tFRE\t-1\t\t\t\t\tx\n"
            + "RUR\tpolicy\tnon-aligned\t\t\t\t\t\tx\nRUR\tmember_of\tFRE\t\tproposed\t\t\t\tx\n");

    private readonly World world;

    public WorldTests() => world = World.Load(folder.Root);

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("2000-04-30", "")]
    [InlineData("2000-05-01", "ann")]
    [InlineData("2008-05-06", "ann")]
    [InlineData("2008-05-07", "bob ann")]
    [InlineData("2008-05-08", "bob")]
    public void An_office_is_held_between_its_days_and_by_both_on_the_handover(string day, string holders) =>
        Assert.Equal(holders, string.Join(' ', world.HoldersOf("RUR", "President", Day(day)).Select(o => o.Person)));

    [Fact]
    public void A_person_has_the_offices_of_the_day()
    {
        Assert.Equal(["president"], world.OfficesOf("ann", Day("2007-01-01")).Select(o => o.Title));
        Assert.Equal(["secretary general"], world.OfficesOf("ann", Day("2010-01-01")).Select(o => o.Title));
        Assert.Equal(["secretary general", "president"], world.OfficesOf("ann").Select(o => o.Title));
        Assert.Empty(world.OfficesOf("nobody"));
    }

    [Theory]
    [InlineData("1989-12-31", "FRE")]
    [InlineData("2005-06-30", "FRE RUR")]
    [InlineData("2005-07-01", "FRE")]
    [InlineData(null, "FRE")]
    public void Members_are_those_of_the_day_without_observers(string? day, string members) =>
        Assert.Equal(members, string.Join(' ', world.MembersOf("LOG", day is null ? null : Day(day))));

    [Fact]
    public void What_does_not_hold_or_is_only_proposed_is_no_membership()
    {
        Assert.Empty(world.MembersOf("FRE"));
        Assert.Equal(["LOG"], world.MembershipsOf("RUR", Day("2000-01-01")));
        Assert.Empty(world.MembershipsOf("RUR"));
    }

    [Fact]
    public void A_name_tells_when_it_was_in_use()
    {
        NameEntry old = world.Names.Find("in Oldburg")[0].Entry;
        Assert.True(old.Period.Covers(Day("1950-03-01")));
        Assert.False(old.Period.SurelyCovers(Day("1950-03-01")));
        Assert.False(old.Period.Covers(Day("1999-07-01")));
        Assert.Null(world.Names.Find("in Newburg")[0].Entry.To);
    }

    [Fact]
    public void A_day_known_to_the_month_is_the_days_of_the_month() =>
        Assert.Equal(DateRange.Month(2000, 5), world.OfficesOf("ann", Day("2007-01-01"))[0].Period.From);

    [Fact]
    public void The_version_names_the_packs_in_the_order_in_which_they_build_on_each_other()
    {
        folder.Write("atop/manifest.json", """{ "id": "atop", "version": "2.1", "title": "Atop", "requires": ["small"] }""");
        folder.Write("atop/actors.tsv", "code\tkind\tname\tsector\tfounded\tended\tsource\n");
        folder.Write("atop/names.tsv", "# added later\nname\tcode\ttype\tsector\tfrom\tto\tsource\n\nRuritanian realm\tRUR\tname\t\t\t\tx\n");
        World both = World.Load(folder.Root);
        Assert.Equal("small 1.0; atop 2.1", both.Version);
        Assert.Equal("RUR", Assert.Single(both.Names.Find("the Ruritanian realm")).Entry.Code);
        Assert.Equal("small 1.0", World.Load(folder.Root, ["small"]).Version);
        Assert.Equal("small 1.0; atop 2.1", World.Load(folder.Root, ["atop"]).Version);
        Assert.Equal("small 1.0; atop 2.1", World.Load(Path.Combine(folder.Root, "atop")).Version);
    }

    [Fact]
    public void Packs_with_errors_are_not_loaded_and_all_errors_are_told()
    {
        folder.Write("small/names.tsv", "code\tname\ttype\tsector\tfrom\tto\tsource\nXXX\tA\tname\t\t\t\tx\nRUR\tB\tnome\t\t\t\tx\n");
        PackException e = Assert.Throws<PackException>(() => World.Load(folder.Root));
        Assert.Equal([PackFaultIds.CodeUnknown, PackFaultIds.TypeUnknown], e.Faults.Select(f => f.Id));
        Assert.Contains("names.tsv:3: error type-unknown", e.Message, StringComparison.Ordinal);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
