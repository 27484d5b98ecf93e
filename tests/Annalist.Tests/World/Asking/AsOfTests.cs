using Annalist.Model;
using Annalist.Worlds;
using static Annalist.Tests.Worlds.TinyWorld;

namespace Annalist.Tests.Worlds;

/// <summary>What was known at a moment.</summary>
public sealed class AsOfTests : IDisposable
{
    private readonly PackFolder folder = new();
    private readonly Annalist.Worlds.World world;

    public AsOfTests()
    {
        Write(folder);
        folder.Write("later/manifest.json", """{ "id": "later", "version": "1", "title": "Later", "date": "2024-03-31", "overlay": true, "requires": ["tiny"] }""");
        folder.Write("later/actors.tsv", "code\tkind\tname\tsector\tfounded\tended\tsource\n");
        folder.Write("later/rules.tsv", "rule\tbearer\tforce\tact\tmatter\ttoward\tcondition\tunless\tconsent_of\tinstrument\tfrom\tto\tsource\ncar-law\tCAR\tmay\thosts_forces_of\tforeign military bases\t\t\t\t\tNew Basic Law\t2005-01-01\t\tgazette\n");
        folder.Write("later/complete.tsv", "code\trelation\tside\tfrom\tto\tsource\nLEAGUE\tmember_of\tobject\t\t\tgazette\n");
        folder.Write("later/moves.tsv", "commitment\tstage\ton\tnote\tsource\nbridge\tdelivered\t2020-06-01\t\tgazette\n");
        world = Annalist.Worlds.World.Load(folder.Root);
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("2021-06-30", "unknown")]
    [InlineData("2021-07-01", "yes")]
    public void A_pack_is_known_from_the_end_of_its_day(string known, string answer) =>
        Assert.Equal(answer, Said(Ask(At(known), """{"find":"tie","subject":"AVO","relation":"member_of","object":"PACT","at":"2019-01-01"}""").Value));

    [Theory]
    [InlineData("2024-03-31", Permission.No)]
    [InlineData("2024-04-01", Permission.Yes)]
    public void A_line_that_a_later_pack_lies_over_stood_until_then(string known, Permission answer) =>
        Assert.Equal(answer, new Questions(At(known)).May(new MayQuestion { Bearer = "CAR", Act = "hosts_forces_of", Toward = "DOR", At = Day("2019-01-01") }).Answer);

    [Theory]
    [InlineData("2024-03-31", "unknown")]
    [InlineData("2024-04-01", "no")]
    public void A_list_is_complete_from_when_its_pack_is_known(string known, string answer) =>
        Assert.Equal(answer, Said(Ask(At(known), """{"find":"tie","subject":"BRE","relation":"member_of","object":"LEAGUE","at":"2019-01-01"}""").Value));

    [Theory]
    [InlineData("2024-03-31", "under_way")]
    [InlineData("2024-04-01", "delivered")]
    public void A_move_that_a_later_pack_adds_is_known_from_then(string known, string stage) =>
        Assert.Equal(stage, Said(Ask(At(known), """{"find":"commitment","by":"MAG","ask":"stage"}""").Value));

    [Fact]
    public void A_verdict_counts_from_when_it_was_given()
    {
        var told = new ToldFinding(Telling.Tie("BRE", Relation.PartnerOf, "MAG"), "Harbour Post", Day("2020-01-01"), Moment("2022-01-01"), Verdict.Rejected, Moment("2023-01-01"));
        const string Partner = """{"find":"tie","subject":"BRE","relation":"partner_of","object":"MAG","at":"2021-01-01"}""";
        Assert.Null(Ask(SystemView.Of(world, [told], Moment("2021-12-31")), Partner).Value);
        Assert.Equal(true, Ask(SystemView.Of(world, [told], Moment("2022-06-01")), Partner).Value);
        Assert.Null(Ask(SystemView.Of(world, [told], Moment("2023-01-01")), Partner).Value);
    }

    private SystemView At(string known) => SystemView.Of(world, null, Moment(known));

    private static DateTimeOffset Moment(string day) => new(Day(day), TimeOnly.MinValue, TimeSpan.Zero);
}
