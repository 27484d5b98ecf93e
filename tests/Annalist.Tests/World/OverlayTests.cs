using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Tests.Worlds;

public sealed class OverlayTests : IDisposable
{
    private const string Rules = "rule\tbearer\tforce\tact\tmatter\ttoward\tcondition\tunless\tconsent_of\tinstrument\tfrom\tto\tsource\n";
    private const string Actors = "code\tkind\tname\tsector\tfounded\tended\tsource\n";
    private const string Ties = "subject\trelation\tobject\tpolarity\tphase\tfrom\tto\tplace\tsource\n";

    private readonly PackFolder ours = PackFolder.Small(
        people: "ann\tAnn Alder\t\tRUR\tGOV\tx\nbob\tBob Birch\t\tRUR\tGOV\tx\n",
        offices: "ann\tRUR\tpresident\tGOV\t2000\t2008\tx\nbob\tRUR\tpresident\tGOV\t2008\t\tx\n",
        ties: "RUR\tmember_of\tLOG\t\t\t1990\t1999\t\tx\nRUR\tmember_of\tLOG\t\t\t2001\t\t\tx\nFRE\tmember_of\tLOG\t\t\t\t\t\tx\n");

    private readonly PackFolder own = new();

    public OverlayTests()
    {
        ours.Write("small/rules.tsv", Rules + "no-bases\tLOG\tmust_not\thosts_forces_of\t\t!LOG\t\t\t\t\t\t\tx\nfree-trade\tLOG\tmay\tCOOPERATE\ttrade\t\t\t\t\t\t\t\tx\n");
        // Its id sorts before that of the pack that it lies over.
        own.Write("a/manifest.json", """{ "id": "a-own", "version": "1", "title": "Own", "date": "2026-01-05", "overlay": true }""");
        own.Write("a/actors.tsv", Actors);
    }

    public void Dispose()
    {
        ours.Dispose();
        own.Dispose();
    }

    [Fact]
    public void A_rule_of_the_same_id_takes_the_place_and_the_other_is_kept_as_rejected()
    {
        own.Write("a/rules.tsv", Rules + "no-bases\tRUR\tmust_not\thosts_forces_of\t\tFRE\t\t\t\t\t\t\tmine\n");
        World world = World.Load(ours.Root, own.Root);
        Held<WorldRule>[] rules = [.. world.Facts.Rules.Where(r => r.Fact.Id == "no-bases")];
        Assert.Equal(["Rejected small rules.tsv:2", "Corroborated a-own rules.tsv:2"], rules.Select(r => $"{r.Standing} {r.Receipt.Pack} {r.Receipt.Line}"));
        Assert.Equal("a-own/rules.tsv:2 lies over it", rules[0].Against);
        Assert.True(world.Facts.Rules.Single(r => r.Fact.Id == "free-trade").Stands);
        Assert.Equal([new ReplacedLine("no-bases", "small", "rules.tsv:2", "a-own", "rules.tsv:2")], world.Facts.Replaced);
    }

    [Fact]
    public void A_tie_of_the_same_parties_takes_the_place_of_all_their_periods()
    {
        own.Write("a/ties.tsv", Ties + "RUR\tmember_of\tLOG\t\t\t1990\t2004\t\tmine\n");
        World world = World.Load(ours.Root, own.Root);
        Assert.Equal(["FRE"], world.MembersOf("LOG"));
        Assert.Equal(["FRE", "RUR"], world.MembersOf("LOG", new DateOnly(2000, 5, 1)));
        Held<WorldTie>[] ties = [.. world.Facts.Ties.Where(t => t.Fact is { Subject: "RUR", Relation: Relation.MemberOf })];
        Assert.Equal([Standing.Rejected, Standing.Rejected, Standing.Corroborated], ties.Select(t => t.Standing));
        Assert.Equal(["small/ties.tsv:2", "small/ties.tsv:3"], world.Facts.Replaced.Select(r => $"{r.Pack}/{r.Line}"));
        Assert.Equal("RUR member_of LOG", world.Facts.Replaced[0].What);
    }

    [Fact]
    public void An_actor_of_the_same_code_takes_the_place()
    {
        own.Write("a/actors.tsv", Actors + "RUR\tstate\tGreater Ruritania\tGOV\t\t\tmine\n");
        World world = World.Load(ours.Root, own.Root);
        Assert.Equal("Greater Ruritania", world.Actor("RUR")!.Name);
        Assert.Single(world.Actors, a => a.Code == "RUR");
        Assert.Equal([new ReplacedLine("RUR", "small", "actors.tsv:2", "a-own", "actors.tsv:2")], world.Facts.Replaced);
    }

    [Fact]
    public void An_office_of_the_same_person_takes_the_place_and_the_other_is_kept_as_rejected()
    {
        own.Write("a/offices.tsv", "person\tcode\toffice\tsector\tfrom\tto\tsource\nann\tRUR\tpresident\tGOV\t2000\t2005\tmine\n");
        World world = World.Load(ours.Root, own.Root);
        Assert.Empty(world.HoldersOf("RUR", "president", new DateOnly(2006, 5, 1)));
        Assert.Equal(["small offices.tsv:2 Rejected", "small offices.tsv:3 Corroborated", "a-own offices.tsv:2 Corroborated"], world.Facts.Ties.Where(t => t.Fact.Relation == Relation.HoldsOffice).Select(t => $"{t.Receipt.Pack} {t.Receipt.Line} {t.Standing}"));
        Assert.Equal("Ann Alder holds_office RUR (president)", Assert.Single(world.Facts.Replaced).What);
    }

    [Fact]
    public void Without_overlay_the_same_id_is_a_fault()
    {
        own.Write("a/manifest.json", """{ "id": "a-own", "version": "1", "title": "Own", "overlay": false }""");
        own.Write("a/rules.tsv", Rules + "no-bases\tRUR\tmust_not\thosts_forces_of\t\tFRE\t\t\t\t\t\t\tmine\n");
        own.Write("a/actors.tsv", Actors + "RUR\tstate\tGreater Ruritania\tGOV\t\t\tmine\n");
        PackException e = Assert.Throws<PackException>(() => World.Load(ours.Root, own.Root));
        Assert.Equal([PackFaultIds.CodeDoubled, PackFaultIds.IdDoubled], e.Faults.Select(f => f.Id));
        Assert.All(e.Faults, f => Assert.StartsWith(own.Root, f.File, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_taken_out_of_the_own_pack_comes_back()
    {
        World before = World.Load(ours.Root, (string?)null);
        own.Write("a/rules.tsv", Rules + "no-bases\tRUR\tmust_not\thosts_forces_of\t\tFRE\t\t\t\t\t\t\tmine\n");
        _ = World.Load(ours.Root, own.Root);
        own.Write("a/rules.tsv", Rules);
        World after = World.Load(ours.Root, own.Root);
        Assert.Equal(before.Facts.Rules.Select(r => (r.Fact.Id, r.Standing)), after.Facts.Rules.Select(r => (r.Fact.Id, r.Standing)));
        Assert.Empty(after.Facts.Replaced);
    }

    [Fact]
    public void A_fault_of_the_own_pack_is_told_with_file_line_and_remedy_before_any_warning()
    {
        ours.Write("small/names.tsv", "code\tname\ttype\tsector\tfrom\tto\tsource\nRUR\tTwin\tname\t\t\t\tx\nFRE\tTwin\tname\t\t\t\tx\n");
        own.Write("z/manifest.json", """{ "id": "z-own", "version": "1", "title": "Own", "overlay": true }""");
        own.Write("z/actors.tsv", Actors);
        own.Write("z/rules.tsv", Rules + "no-bases\tRUR\tshall_not\thosts_forces_of\t\tFRE\t\t\t\t\t\t\tmine\n");
        PackException e = Assert.Throws<PackException>(() => World.Load(ours.Root, own.Root));
        string[] lines = e.Message.Split(Environment.NewLine);
        Assert.StartsWith(Path.Combine(own.Root, "z", "rules.tsv") + ":2: error word-unknown: 'shall_not' is no force. Use one of must may must_not.", lines[1], StringComparison.Ordinal);
        Assert.Contains("name-ambiguous", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void An_own_pack_of_an_id_that_is_taken_is_told()
    {
        own.Write("a/manifest.json", """{ "id": "small", "version": "1", "title": "Own", "overlay": true }""");
        PackFault fault = Assert.Single(Assert.Throws<PackException>(() => World.Load(ours.Root, own.Root)).Faults);
        Assert.Equal((PackFaultIds.PackDoubled, Path.Combine(own.Root, "a", "manifest.json")), (fault.Id, fault.File));
    }

    [Fact]
    public void A_folder_of_own_packs_that_is_not_there_is_none()
    {
        Assert.Equal("small 1.0", World.Load(ours.Root, Path.Combine(own.Root, "none")).Version);
    }
}
