using System.Xml.Linq;

namespace Annalist.Tests.House;

/// <summary>Arrows between the projects go down only, and only where ARCHITECTURE.md draws them.</summary>
public sealed class FloorsTests
{
    private static readonly Dictionary<string, string[]> Drawn = new()
    {
        ["Annalist.Model"] = [],
        ["Annalist.Language"] = ["Annalist.Model"],
        ["Annalist.World"] = ["Annalist.Model"],
        ["Annalist.Store"] = ["Annalist.Model"],
        ["Annalist.Coding"] = ["Annalist.Language", "Annalist.Model", "Annalist.World"],
        ["Annalist.Analysis"] = ["Annalist.Model", "Annalist.Store", "Annalist.World"],
        ["Annalist.Ingest"] = ["Annalist.Coding", "Annalist.Language", "Annalist.Model", "Annalist.Store", "Annalist.World"],
        ["Annalist.Web"] = ["Annalist.Analysis", "Annalist.Coding", "Annalist.Ingest", "Annalist.Language", "Annalist.Model", "Annalist.Store", "Annalist.World"],
        ["Annalist.Cli"] = ["Annalist.Analysis", "Annalist.Coding", "Annalist.Ingest", "Annalist.Language", "Annalist.Model", "Annalist.Store", "Annalist.Web", "Annalist.World"],
    };

    private static readonly Dictionary<string, string[]> Packages = new()
    {
        ["Annalist.Model"] = [],
        ["Annalist.Language"] = [],
        ["Annalist.World"] = [],
        ["Annalist.Coding"] = [],
        ["Annalist.Store"] = ["Dapper", "Microsoft.Data.Sqlite", "SQLitePCLRaw.bundle_e_sqlite3"],
    };

    [Fact]
    public void References_are_those_drawn()
    {
        var read = Projects().ToDictionary(p => p.Name, p => Includes(p.Xml, "ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Replace('\\', '/'))).Order(StringComparer.Ordinal).ToArray());
        Assert.Equal(Drawn.Keys.Order(StringComparer.Ordinal), read.Keys.Order(StringComparer.Ordinal));
        foreach ((string project, string[] references) in Drawn) Assert.Equal(references, read[project]);
    }

    [Fact]
    public void Floors_of_judgement_have_no_packages()
    {
        foreach ((string name, XDocument xml) in Projects())
        {
            if (Packages.TryGetValue(name, out string[]? allowed)) Assert.Equal(allowed, Includes(xml, "PackageReference").Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Every_project_has_a_lock_file()
    {
        foreach (string project in Repo.Files("*.csproj")) Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json")), $"{project}: run 'dotnet restore' and commit packages.lock.json");
    }

    private static IEnumerable<(string Name, XDocument Xml)> Projects() => Repo.Files("*.csproj", "src").Select(f => (Path.GetFileNameWithoutExtension(f), XDocument.Load(f)));

    private static IEnumerable<string> Includes(XDocument xml, string element) => xml.Descendants(element).Select(e => e.Attribute("Include")!.Value);
}
