using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Tests.Worlds;

public sealed class ShippedPackTests
{
    [Fact]
    public void The_packs_that_come_with_the_program_have_no_faults() => Assert.Empty(PackValidator.Check(World.DefaultFolder));

    [Fact]
    public void All_states_are_there_with_name_demonym_and_code_of_three_letters()
    {
        Actor[] states = [.. World.Default.Actors.Where(a => a is { Kind: ActorKind.State, Ended: null })];
        Assert.Equal(195, states.Length);
        Assert.All(states, s => Assert.Matches("^[A-Z]{3}$", s.Code));
        Assert.All(states, s => Assert.Contains(World.Default.NamesOf(s.Code), n => n.Type == NameType.Demonym));
    }

    [Theory]
    [InlineData("CIS", "2004-01-01", "ARM AZE BLR GEO KAZ KGZ MDA RUS TJK TKM UKR UZB")]
    [InlineData("CSTO", "2010-01-01", "ARM BLR KAZ KGZ RUS TJK UZB")]
    [InlineData("CSTO", "2021-07-01", "ARM BLR KAZ KGZ RUS TJK")]
    [InlineData("EAEU", "2015-01-01", "BLR KAZ RUS")]
    [InlineData("SCO", "2018-01-01", "CHN IND KAZ KGZ PAK RUS TJK UZB")]
    [InlineData("OTS", null, "AZE KAZ KGZ TUR UZB")]
    [InlineData("G7", "2010-01-01", "CAN DEU FRA GBR ITA JPN RUS USA")]
    [InlineData("AES", null, "BFA MLI NER")]
    [InlineData("NB8", null, "DNK EST FIN ISL LTU LVA NOR SWE")]
    public void Memberships_hold_by_date(string code, string? day, string members) =>
        Assert.Equal(members, string.Join(' ', World.Default.MembersOf(code, day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("EUN", "2020-01-31", 28)]
    [InlineData("EUN", "2020-02-01", 27)]
    [InlineData("NATO", "2003-01-01", 19)]
    [InlineData("NATO", "2024-03-07", 32)]
    [InlineData("OSCE", "2020-01-01", 57)]
    [InlineData("COE", "2023-01-01", 46)]
    [InlineData("AU", "2023-01-01", 55)]
    [InlineData("OIC", "2023-01-01", 57)]
    [InlineData("ARABL", "2023-01-01", 22)]
    [InlineData("ASEAN", "2023-01-01", 10)]
    [InlineData("ECOWAS", "2020-01-01", 15)]
    [InlineData("ECOWAS", "2025-03-01", 12)]
    public void Organisations_have_as_many_members_as_on_record(string code, string day, int members) =>
        Assert.Equal(members, World.Default.MembersOf(code, DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).Count);

    [Theory]
    [InlineData("Officials in Tashkent and Kiev spoke.", "UZB UKR")]
    [InlineData("the CSTO, or ODKB, and the SNG", "CSTO CSTO CIS")]
    [InlineData("U.S. and U.K. diplomats met the UAE's envoy", "USA GBR ARE")]
    [InlineData("The Turks and the Côte d'Ivoire team", "TUR CIV")]
    [InlineData("Nagorno-Karabakh", "AZE")]
    [InlineData("the C5 + 1 and the CA+1", "C5+1 CA+1")]
    [InlineData("cooking turkey with china plates told us who it is", "")]
    [InlineData("A wave of polish and a male bird", "")]
    public void Names_of_the_press_are_found(string text, string codes) =>
        Assert.Equal(codes, string.Join(' ', World.Default.Names.Find(text).Select(m => m.Entry.Code)));

    [Fact]
    public void A_body_has_the_sector_of_its_own()
    {
        Assert.Equal(Sector.Mil, World.Default.Names.Find("the Pentagon")[0].Entry.Sector);
        Assert.Equal(Sector.Bus, World.Default.Names.Find("Gazprom")[0].Entry.Sector);
        Assert.Equal(Sector.Jrn, World.Default.Names.Find("Reuters")[0].Entry.Sector);
        Assert.Equal(Sector.Leg, World.Default.Names.Find("the Bundestag")[0].Entry.Sector);
    }
}
