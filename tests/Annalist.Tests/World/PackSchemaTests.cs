using System.Text.Json;
using Annalist.Model;
using Annalist.Tests.House;
using Annalist.Worlds;

namespace Annalist.Tests.Worlds;

public sealed class PackSchemaTests
{
    /// <summary>With the environment variable ANNALIST_APPROVE=1 the files are written anew instead of compared.</summary>
    [Theory]
    [InlineData("manifest.schema.json")]
    [InlineData("tables.json")]
    public void The_schema_that_is_shipped_is_the_one_that_the_readers_read_by(string name)
    {
        string file = Path.Combine(Repo.Root, "data", "packs", "schema", name);
        string text = name == "tables.json" ? PackSchema.Tables() : PackSchema.Manifest();
        if (Environment.GetEnvironmentVariable("ANNALIST_APPROVE") == "1") File.WriteAllText(file, text);
        Assert.Equal(text, File.ReadAllText(file));
    }

    [Fact]
    public void Every_table_of_the_shipped_packs_is_in_the_schema_with_its_columns()
    {
        using JsonDocument package = JsonDocument.Parse(PackSchema.Tables());
        Dictionary<string, string[]> columns = package.RootElement.GetProperty("resources").EnumerateArray().ToDictionary(
            r => r.GetProperty("path").GetString()!,
            r => r.GetProperty("schema").GetProperty("fields").EnumerateArray().Select(f => f.GetProperty("name").GetString()!).ToArray());
        string[] tables = [.. Directory.GetDirectories(World.DefaultFolder).Where(d => File.Exists(Path.Combine(d, "manifest.json"))).SelectMany(d => Directory.GetFiles(d, "*.tsv"))];
        Assert.True(tables.Length > 20);
        foreach (string table in tables) Assert.Equal(File.ReadLines(table).First(l => !l.StartsWith('#')).Split('\t').Order(), columns[Path.GetFileName(table)].Order());
    }

    [Fact]
    public void The_manifests_of_the_shipped_packs_have_the_keys_of_the_schema()
    {
        using JsonDocument schema = JsonDocument.Parse(PackSchema.Manifest());
        string[] known = [.. schema.RootElement.GetProperty("properties").EnumerateObject().Select(p => p.Name)];
        string[] required = [.. schema.RootElement.GetProperty("required").EnumerateArray().Select(e => e.GetString()!)];
        foreach (string file in Directory.GetDirectories(World.DefaultFolder).Select(d => Path.Combine(d, "manifest.json")).Where(File.Exists))
        {
            using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(file));
            string[] keys = [.. manifest.RootElement.EnumerateObject().Select(p => p.Name)];
            Assert.Empty(keys.Except(known));
            Assert.Empty(required.Except(keys));
        }
    }

    [Fact]
    public void The_guide_names_every_fault_and_every_table_with_its_columns()
    {
        string guide = File.ReadAllText(Path.Combine(Repo.Root, "docs", "packs.md"));
        Assert.DoesNotContain(PackFaultIds.All, id => !guide.Contains($"`{id}`", StringComparison.Ordinal));
        string[] lines = guide.Split('\n');
        foreach (PackTableFormat table in PackFormat.Tables)
        {
            string line = lines.First(l => l.TrimStart().StartsWith(table.File + " ", StringComparison.Ordinal));
            Assert.Equal(table.Columns, line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1));
        }
    }

    /// <summary>The columns that the schema calls required are those whose empty cell the readers refuse, and no others.</summary>
    [Fact]
    public void A_required_cell_is_one_whose_emptiness_is_a_fault()
    {
        using PackFolder folder = NewPack(out string pack);
        // Each of these may be empty only when another one is too, or is not.
        string[] paired = ["commitments amount", "commitments unit"];
        foreach (PackTableFormat table in PackFormat.Tables)
        {
            for (int i = 0; i < table.Fields.Count; i++)
            {
                PackField field = table.Fields[i];
                if (paired.Contains($"{table.Name} {field.Name}")) continue;
                IReadOnlyList<PackFault> faults = WithCell(pack, table, i, "");
                Assert.True(field.Required == faults.Any(f => f.Severity == Severity.Error && Path.GetFileName(f.File) == table.File), $"{table.Name} {field.Name}: {string.Join("; ", faults)}");
            }
        }
    }

    /// <summary>The columns that the schema gives words, days or numbers for are those where another text is a fault.</summary>
    [Fact]
    public void A_cell_of_words_days_or_numbers_takes_nothing_else()
    {
        using PackFolder folder = NewPack(out string pack);
        foreach (PackTableFormat table in PackFormat.Tables)
        {
            for (int i = 0; i < table.Fields.Count; i++)
            {
                PackField field = table.Fields[i];
                if (field.Kind == PackFieldKind.Text) continue;
                IReadOnlyList<PackFault> faults = WithCell(pack, table, i, "zz 1");
                Assert.True(faults.Any(f => f.Severity == Severity.Error && Path.GetFileName(f.File) == table.File && f.Line == 2), $"{table.Name} {field.Name}");
                foreach (string word in field.Words) Assert.True(!WithCell(pack, table, i, word).Any(f => f.Message.Contains($"'{word}' is no", StringComparison.Ordinal)), $"{table.Name} {field.Name} {word}");
            }
        }
    }

    /// <summary>A new pack whose examples all count.</summary>
    internal static PackFolder NewPack(out string pack)
    {
        var folder = new PackFolder();
        pack = Path.Combine(folder.Root, "mine");
        PackTemplate.Write(pack, "mine", "Mine", new DateOnly(2026, 1, 5));
        foreach (string file in Directory.GetFiles(pack, "*.tsv")) File.WriteAllLines(file, File.ReadAllLines(file).Select(l => l.TrimStart('#')));
        return folder;
    }

    private static List<PackFault> WithCell(string pack, PackTableFormat table, int column, string cell)
    {
        string file = Path.Combine(pack, table.File);
        string before = File.ReadAllText(file);
        string[] lines = before.Split('\n');
        string[] cells = lines[1].Split('\t');
        cells[column] = cell;
        lines[1] = string.Join('\t', cells);
        File.WriteAllText(file, string.Join('\n', lines));
        var faults = new List<PackFault>();
        // The pack alone: what it builds on takes long to read and says nothing of single cells.
        PackReader.Read(pack, new PackManifest { Id = "mine", Version = "1", Title = "Mine" }, faults, new(ReferenceEqualityComparer.Instance));
        File.WriteAllText(file, before);
        return faults;
    }
}
