using System.Text.RegularExpressions;

namespace Annalist.Tests.House;

/// <summary>What the house rules say of files, checked on the files.</summary>
public sealed class ConventionTests
{
    private static readonly string[] Text = ["*.cs", "*.md", "*.json", "*.tsv", "*.props", "*.csproj", "*.slnx", "*.sh", "*.sql", "*.txt"];

    [Fact]
    public void No_source_file_is_longer_than_500_lines()
    {
        var longer = Repo.Files("*.cs", "src", "tests", "tools", "bench").Select(f => (File: f, Lines: File.ReadLines(f).Count())).Where(x => x.Lines > 500).Select(x => $"{x.File}: {x.Lines}");
        Assert.Empty(longer);
    }

    [Fact]
    public void No_file_names_a_package_registry()
    {
        string[] hosts = ["api.nu" + "get.org", "registry.npm" + "js.org", "deb.deb" + "ian.org", "artifact" + "ory"];
        var found = Text.SelectMany(p => Repo.Files(p)).Where(f => hosts.Any(h => File.ReadAllText(f).Contains(h, StringComparison.OrdinalIgnoreCase)));
        Assert.Empty(found);
    }

    [Fact]
    public void The_code_of_the_lower_floors_names_no_region()
    {
        // A region is a pack of data: nothing below the command line knows a state of one.
        var names = new Regex("\"[^\"]*(Kazakh|Uzbek|Tajik|Kyrgyz|Turkmen|Russia|Kremlin|Moscow|China|Beijing)[^\"]*\"", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        var found = Repo.Files("*.cs", "src").Where(f => !f.Contains("Annalist.Cli", StringComparison.Ordinal))
            .SelectMany(f => File.ReadLines(f).Where(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal) && names.IsMatch(l)).Select(l => $"{f}: {l.Trim()}"));
        Assert.Empty(found);
    }

    [Fact]
    public void Model_language_coding_and_world_do_no_network()
    {
        var found = Repo.Files("*.cs", "src/Annalist.Model", "src/Annalist.Language", "src/Annalist.World", "src/Annalist.Coding")
            .Where(f => File.ReadAllText(f).Contains("System.Net", StringComparison.Ordinal));
        Assert.Empty(found);
    }
}
