using System.Text;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Tests.Worlds;

public sealed class PackValidatorTests
{
    private const string Head = "code\tname\ttype\tsector\tfrom\tto\tsource\n";

    [Fact]
    public void A_sound_pack_has_no_faults()
    {
        using var folder = PackFolder.Small(names: "RUR\tRuritanian\tdemonym\t\t\t\tx\n");
        Assert.Empty(PackValidator.Check(folder.Root));
        Assert.Empty(PackValidator.Check(Path.Combine(folder.Root, "small")));
    }

    [Fact]
    public void All_faults_of_a_pack_are_told_at_once_with_line_and_remedy()
    {
        using var folder = PackFolder.Small(
            actors: PackFolder.Actors + "RUR\tstate\tRuritania again\tGOV\t\t\tx\nNEW\trepublic\tNewland\tGOV\t\t\tx\n",
            names: "RUR\tTwin\tname\t\t\t\tx\nFRE\tTwin\tname\t\t\t\tx\nRUR\t\tname\t\t\t\tx\nRUR\tA\tnickname\t\t\t\tx\nRUR\tB\tname\tKING\t\t\tx\nRUR\tC\tname\t\t2000-02-30\t\tx\n"
                + "RUR\tD\tname\t\t2001\t2000\tx\nQQQ\tE\tname\t\t\t\tx\nRUR\tF\tname\nRUR\tG\tname\t\t\t\t\n",
            people: "ann\tAnn Alder\t\tRUR\tGOV\tx\nbob\tBob Birch\t\tRUR\tGOV\tx\nann\tAnn Again\t\tRUR\tGOV\tx\n",
            offices: "ann\tRUR\tpresident\tGOV\t2000\t\tx\nbob\tRUR\tpresident\tGOV\t2005\t\tx\nzed\tRUR\tenvoy\tGOV\t\t\tx\n",
            places: "p\tPort\t\tRUR\tharbour\tx\np2\tPort Two\t\tRUR\tcity\tx\np2\tPort Three\t\tRUR\tcity\tx\n",
            ties: "RUR\tloves\tLOG\t\t\t\t\t\tx\nRUR\tmember_of\tLOG\t2\t\t\t\t\tx\nRUR\tmember_of\tLOG\t\tmaybe\t\t\t\tx\nRUR\tmember_of\tNIL\t\t\t\t\t\tx\n");
        IReadOnlyList<PackFault> faults = PackValidator.Check(folder.Root);
        string[] expected =
        [
            "actors.tsv:5 code-doubled", "actors.tsv:6 kind-unknown", "names.tsv:3 name-ambiguous", "names.tsv:4 name-empty", "names.tsv:5 type-unknown",
            "names.tsv:6 sector-unknown", "names.tsv:7 day-bad", "names.tsv:8 days-reversed", "names.tsv:9 code-unknown", "names.tsv:10 cell-count", "names.tsv:11 source-missing",
            "offices.tsv:3 office-overlap", "offices.tsv:4 person-unknown", "people.tsv:4 person-doubled", "places.tsv:2 type-unknown", "places.tsv:4 place-doubled",
            "ties.tsv:2 relation-unknown", "ties.tsv:3 polarity-bad", "ties.tsv:4 phase-unknown", "ties.tsv:5 code-unknown",
        ];
        Assert.Equal(expected, faults.Select(f => $"{Path.GetFileName(f.File)}:{f.Line} {f.Id}"));
        Assert.All(faults, f => Assert.True(f.Remedy.Length > 10 && f.Message.Length > 10));
    }

    [Theory]
    [InlineData("code\tname\ttype\tsector\tfrom\tto\n", PackFaultIds.ColumnMissing)]
    [InlineData("code\tname\ttype\tsector\tfrom\tto\tsource\tcolour\n", PackFaultIds.ColumnUnknown)]
    [InlineData(Head + "RUR\tA\tname\t\t\t\tx\r\n", PackFaultIds.ControlCharacter)]
    [InlineData(Head + "RUR\t A\tname\t\t\t\tx\n", PackFaultIds.StraySpace)]
    [InlineData(Head + "RUR\tA\tname\t\t\t\tx\nRUR\tA\tname\t\t\t\tx\n", PackFaultIds.LineDoubled)]
    [InlineData(Head + "\tA\tname\t\t\t\tx\n", PackFaultIds.CellEmpty)]
    [InlineData(Head + "RUR\t...\u200B\tperson\t\t\t\tx\n", PackFaultIds.TypeUnknown)]
    public void Faults_of_form_are_told(string names, string id)
    {
        using var folder = PackFolder.Small();
        folder.Write("small/names.tsv", names);
        Assert.Equal(id, Assert.Single(PackValidator.Check(folder.Root)).Id);
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_told_with_their_line()
    {
        using var folder = PackFolder.Small();
        folder.WriteBytes("small/names.tsv", [.. Encoding.UTF8.GetBytes(Head + "RUR\tGood\tname\t\t\t\tx\nRUR\tT"), 0xFC, .. Encoding.UTF8.GetBytes("rk\tname\t\t\t\tx\n")]);
        PackFault fault = Assert.Single(PackValidator.Check(folder.Root));
        Assert.Equal((PackFaultIds.NotUtf8, 3), (fault.Id, fault.Line));
    }

    [Theory]
    [InlineData(null, PackFaultIds.ManifestMissing)]
    [InlineData("{ \"id\": ", PackFaultIds.ManifestBad)]
    [InlineData("[]", PackFaultIds.ManifestBad)]
    [InlineData("{ \"id\": \"small\", \"title\": \"S\" }", PackFaultIds.ManifestBad)]
    [InlineData("{ \"id\": \"small\", \"version\": \"1\", \"title\": \"S\", \"requires\": \"world\" }", PackFaultIds.ManifestBad)]
    [InlineData("{ \"id\": \"small\", \"version\": \"1\", \"title\": \"S\", \"requires\": [\"nowhere\"] }", PackFaultIds.RequiresUnknown)]
    [InlineData("{ \"id\": \"small\", \"version\": \"1\", \"title\": \"S\", \"requires\": [\"small\"] }", PackFaultIds.RequiresCircle)]
    public void Faults_of_the_manifest_are_told(string? manifest, string id)
    {
        using var folder = PackFolder.Small();
        if (manifest is null) File.Delete(Path.Combine(folder.Root, "small", "manifest.json"));
        else folder.Write("small/manifest.json", manifest);
        Assert.Equal(id, Assert.Single(PackValidator.Check(folder.Root)).Id);
    }

    [Fact]
    public void A_pack_of_an_id_that_is_taken_and_a_folder_without_packs_are_told()
    {
        using var folder = PackFolder.Small();
        folder.Write("twin/manifest.json", """{ "id": "small", "version": "1", "title": "Twin" }""");
        folder.Write("twin/actors.tsv", "code\tkind\tname\tsector\tfounded\tended\tsource\n");
        Assert.Equal(PackFaultIds.PackDoubled, Assert.Single(PackValidator.Check(folder.Root)).Id);
        using var empty = new PackFolder();
        Assert.Equal(PackFaultIds.NoPack, Assert.Single(PackValidator.Check(empty.Root)).Id);
    }

    [Fact]
    public void A_pack_without_its_actors_is_told()
    {
        using var folder = PackFolder.Small();
        File.Delete(Path.Combine(folder.Root, "small", "actors.tsv"));
        Assert.Equal(PackFaultIds.TableMissing, Assert.Single(PackValidator.Check(folder.Root)).Id);
    }

    [Fact]
    public void Doubt_that_is_marked_and_names_of_different_times_are_no_faults()
    {
        using var folder = PackFolder.Small(
            names: "RUR\tTwin\tname?\t\t\t\tx\nFRE\tTwin\tname?\t\t\t\tx\nRUR\tSeat\tcapital\t\t\t1990\tx\nFRE\tSeat\tcapital\t\t1991\t\tx\n",
            people: "ann\tAnn Alder\t\tRUR\tGOV\tx\nbob\tBob Birch\t\tRUR\tGOV\tx\n",
            offices: "ann\tRUR\tpresident\tGOV\t2000\t2005-03-01\tx\nbob\tRUR\tpresident\tGOV\t2005-03-01\t\tx\nann\tRUR\tdeputy\tGOV\t2000\t\tx\nbob\tRUR\tdeputy\tGOV\t2000\t\tx\n");
        Assert.Empty(PackValidator.Check(folder.Root));
    }

    [Fact]
    public void Warnings_do_not_keep_a_pack_from_being_loaded()
    {
        using var folder = PackFolder.Small(names: "RUR\tTwin\tname\t\t\t\tx\nFRE\tTwin\tname\t\t\t\tx\n");
        Assert.Equal(Severity.Warning, Assert.Single(PackValidator.Check(folder.Root)).Severity);
        Assert.True(World.Load(folder.Root).Names.Find("Twin")[0].IsAmbiguous);
    }

    [Theory]
    [InlineData("commitments", "c\tRUR\tFRE\tAID\t\tmuch\tUSD\t\t\tx", PackFaultIds.NumberBad, "'much' in 'amount'")]
    [InlineData("commitments", "c\tRUR\tFRE\tAID\t\t1,000\tUSD\t\t\tx", PackFaultIds.NumberBad, "'1,000' in 'amount'")]
    [InlineData("figures", "trade\tNaN\tUSD\tRUR\t\t\t\tx", PackFaultIds.NumberBad, "'NaN' in 'value'")]
    [InlineData("levers", "RUR\tdepends_on\tFRE\ttrade\t\t\t\tfirst\t\t\t\t\tx", PackFaultIds.NumberBad, "'first' in 'rank'")]
    [InlineData("commitments", "c\tRUR\tFRE\tAID\t\t5\t\t\t\tx", PackFaultIds.UnitMissing, "an amount needs a unit")]
    [InlineData("commitments", "c\tRUR\tFRE\tAID\t\t\tUSD\t\t\tx", PackFaultIds.UnitMissing, "an amount needs a unit")]
    [InlineData("commitments", "c\tRUR\tFRE\tGIVE\t\t\t\t\t\tx", PackFaultIds.ActUnknown, "'GIVE' is no act")]
    [InlineData("rules", "r\tRUR\tmust\tdance\t\t\t\t\t\t\t\t\tx", PackFaultIds.ActUnknown, "'dance' is no act")]
    [InlineData("positions", "RUR\tobjects\tFRE\tdance\t\t\t\t\tx", PackFaultIds.ActUnknown, "'dance' is no act")]
    [InlineData("expectations", "e\t\tx\tRUR ASSAULT FRE\ty\t\t\t\tlikely\t\tx", PackFaultIds.ActUnknown, "'RUR ASSAULT FRE' in 'if_act'")]
    [InlineData("expectations", "e\t\tx\t\ty\tASSAULT RUR FRE\t\t\tlikely\t\tx", PackFaultIds.ActUnknown, "'ASSAULT RUR FRE' in 'then_act'")]
    [InlineData("rules", "r\tRUR\tshould\tAID\t\t\t\t\t\t\t\t\tx", PackFaultIds.WordUnknown, "'should' is no force")]
    [InlineData("rules", "r\tarea:music\tmust\tAID\t\t\t\t\t\t\t\t\tx", PackFaultIds.WordUnknown, "'music' is no area")]
    [InlineData("positions", "RUR\tdoubts\tFRE\tAID\t\t\t\t\tx", PackFaultIds.WordUnknown, "'doubts' is no position")]
    [InlineData("institutions", "LOG\t\tmusic\t\t\tx", PackFaultIds.WordUnknown, "'music' is no area")]
    [InlineData("institutions", "LOG\t\t\tlot\t\tx", PackFaultIds.WordUnknown, "'lot' is no decides_by")]
    [InlineData("complete", "LOG\tmember_of\tmiddle\t\t\tx", PackFaultIds.WordUnknown, "'middle' is no side")]
    [InlineData("moves", "c\tdreamt\t\t\tx", PackFaultIds.WordUnknown, "'dreamt' is no stage")]
    [InlineData("moves", "c\tpledged\t\t\tx", PackFaultIds.CommitmentUnknown, "no commitment has the id 'c'")]
    [InlineData("expectations", "e\t\tx\t\ty\t\t\t\tsure\t\tx", PackFaultIds.WordUnknown, "'sure' is no likelihood")]
    [InlineData("levers", "RUR\tdepends_on\tFRE\tmusic\t\t\t\t\t\t\t\t\tx", PackFaultIds.WordUnknown, "'music' is no channel")]
    [InlineData("levers", "RUR\tsupplies_to\tFRE\t\tgas\t\tmaybe\t\t\t\t\t\tx", PackFaultIds.WordUnknown, "'maybe' is no licit")]
    [InlineData("figures", "weight\t5\tUSD\tRUR\t\t\t\tx", PackFaultIds.WordUnknown, "'weight' is no measure")]
    [InlineData("rules", "r\tQQQ\tmust\tAID\t\t!XXX\t\t\tZZZ\t\t\t\tx", PackFaultIds.CodeUnknown, "no actor has the code")]
    [InlineData("dossiers", "d\tTitle\t\t\tx", PackFaultIds.CellEmpty, "neither codes nor words")]
    public void Faults_of_the_system_s_tables_are_told_with_file_line_and_remedy(string table, string line, string id, string message)
    {
        using var folder = PackFolder.Small();
        folder.Write($"small/{table}.tsv", string.Join('\t', PackFormat.Of(table + ".tsv").Columns) + "\n# a remark\n" + line + "\n");
        IReadOnlyList<PackFault> faults = PackValidator.Check(folder.Root);
        Assert.Equal(id == PackFaultIds.CodeUnknown ? 3 : 1, faults.Count);
        Assert.All(faults, f =>
        {
            Assert.Equal((id, Path.Combine(folder.Root, "small", table + ".tsv"), 3, Severity.Error), (f.Id, f.File, f.Line, f.Severity));
            Assert.Contains(message, f.Message, StringComparison.Ordinal);
            Assert.True(f.Remedy.Length > 10);
        });
    }

    [Theory]
    [InlineData("rules", "x\tRUR\tmust\tAID\t\t\t\t\t\t\t\t\tx", "x\tFRE\tmay\tAID\t\t\t\t\t\t\t\t\tx")]
    [InlineData("commitments", "x\tRUR\tFRE\tAID\t\t\t\t\t\tx", "x\tFRE\tRUR\tAID\t\t\t\t\t\tx")]
    [InlineData("expectations", "x\t\ti\t\tt\t\t\t\tlikely\t\tx", "x\t\ti\t\tu\t\t\t\tlikely\t\tx")]
    [InlineData("aims", "x\tRUR\tm\t\t\t\t\tx", "x\tRUR\tn\t\t\t\t\tx")]
    [InlineData("dossiers", "x\tOne\tRUR\t\tx", "x\tTwo\tRUR\t\tx")]
    public void An_id_given_twice_is_told_with_both_lines(string table, string first, string second)
    {
        using var folder = PackFolder.Small();
        folder.Write($"small/{table}.tsv", string.Join('\t', PackFormat.Of(table + ".tsv").Columns) + "\n" + first + "\n" + second + "\n");
        PackFault fault = Assert.Single(PackValidator.Check(folder.Root));
        Assert.Equal((PackFaultIds.IdDoubled, 3), (fault.Id, fault.Line));
        Assert.Contains("'x' stands in", fault.Message, StringComparison.Ordinal);
        Assert.Contains(", line 2, already", fault.Message, StringComparison.Ordinal);
        Assert.Contains("another id", fault.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_move_may_be_of_a_commitment_of_another_pack()
    {
        using var folder = PackFolder.Small();
        folder.Write("small/commitments.tsv", "commitment\tby\ttoward\tact\tmatter\tamount\tunit\tdue\tinstrument\tsource\nloan\tRUR\tFRE\tAID\t\t5\tUSD\t\t\tx\n");
        folder.Write("more/manifest.json", """{ "id": "more", "version": "1", "title": "More", "requires": ["small"] }""");
        folder.Write("more/actors.tsv", "code\tkind\tname\tsector\tfounded\tended\tsource\n");
        folder.Write("more/moves.tsv", "commitment\tstage\ton\tnote\tsource\nloan\tdelivered\t2020\t\tx\n");
        Assert.Empty(PackValidator.Check(folder.Root));
        Assert.Equal(CommitmentStage.Delivered, Assert.Single(World.Load(folder.Root).Facts.Commitments).Fact.Moves[0].Stage);
    }
}
