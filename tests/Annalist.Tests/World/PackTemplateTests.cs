using System.Text.Json;
using Annalist.Worlds;

namespace Annalist.Tests.Worlds;

public sealed class PackTemplateTests
{
    [Fact]
    public void A_new_pack_has_every_table_with_its_header_and_an_example_behind_a_mark()
    {
        using var folder = new PackFolder();
        string pack = Path.Combine(folder.Root, "rhine");
        IReadOnlyList<string> files = PackTemplate.Write(pack, "rhine", "Rhine", new DateOnly(2026, 1, 5));
        Assert.Equal(Directory.GetFiles(pack).Select(Path.GetFileName).Order(StringComparer.Ordinal), files);
        foreach (PackTableFormat table in PackFormat.Tables)
        {
            string[] lines = File.ReadAllLines(Path.Combine(pack, table.File));
            Assert.Equal(table.Columns, lines[0].Split('\t'));
            Assert.All(lines.Skip(1), l => Assert.Equal(table.Columns.Count, l[1..].Split('\t').Length));
            Assert.True(lines.Length > 1 && lines.Skip(1).All(l => l.StartsWith('#')), table.File);
        }
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(pack, "manifest.json")));
        Assert.Equal(("rhine", "Rhine", "2026-01-05", true), (manifest.RootElement.GetProperty("id").GetString(), manifest.RootElement.GetProperty("title").GetString(), manifest.RootElement.GetProperty("date").GetString(), manifest.RootElement.GetProperty("overlay").GetBoolean()));
        Assert.StartsWith("# Rhine", File.ReadAllText(Path.Combine(pack, "README.md")), StringComparison.Ordinal);
        Assert.Contains("tables.json", files);
        Assert.Contains("manifest.schema.json", files);
        Assert.Empty(PackValidator.Check(pack));
    }

    [Fact]
    public void The_examples_of_a_new_pack_are_sound()
    {
        using PackFolder folder = PackSchemaTests.NewPack(out string pack);
        Assert.Empty(PackValidator.Check(pack));
        World world = World.Load(World.DefaultFolder, folder.Root);
        Assert.Equal("mine", world.Packs[^1].Manifest.Id);
        Assert.Empty(world.Facts.Replaced);
        Assert.Equal(["BEL", "CHE", "DEU", "FRA", "NLD"], world.MembersOf("CCNR"));
    }

    [Fact]
    public void A_folder_that_is_not_empty_is_left_as_it_is()
    {
        using var folder = new PackFolder();
        folder.Write("mine/notes.txt", "mine");
        Assert.Throws<IOException>(() => PackTemplate.Write(Path.Combine(folder.Root, "mine"), "mine", "Mine", new DateOnly(2026, 1, 5)));
        Assert.Equal(["notes.txt"], Directory.GetFiles(Path.Combine(folder.Root, "mine")).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("rhine", "rhine")]
    [InlineData("My Packs_2026", "my-packs-2026")]
    [InlineData("Genève", "geneve")]
    [InlineData("--", "")]
    [InlineData("中亚", "")]
    public void An_id_is_made_of_the_folder_s_name(string name, string id) => Assert.Equal(id, PackTemplate.IdOf(name));
}
