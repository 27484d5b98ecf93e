using System.Text.RegularExpressions;
using Annalist.Coding;
using Annalist.Model;
using Annalist.Tests.House;

namespace Annalist.Tests.Demo;

/// <summary>What the README shows compiles and does what it says.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void Three_lines_code_a_sentence()
    {
        // README: begin
        var coding = Coder.Default.Code("Uzbekistan sent 40 tonnes of flour to Afghanistan on Saturday.", published: new DateOnly(2021, 9, 20));
        foreach (Event e in coding.Events)
            Console.WriteLine($"{e.From:yyyy-MM-dd} {e.Actors[0].Code} {e.Type} {e.Recipients[0].Code}: {e.Rule}");
        // README: end
        Event aid = Assert.Single(coding.Events);
        Assert.Equal(EventType.Aid, aid.Type);
        Assert.Equal("UZB", aid.Actors[0].Code);
        Assert.Equal("AFG", aid.Recipients[0].Code);
        Assert.Equal(new DateOnly(2021, 9, 18), aid.From);
    }

    [Fact]
    public void The_readme_shows_the_lines_that_are_compiled()
    {
        string source = File.ReadAllText(Path.Combine(Repo.Root, "tests", "Annalist.Tests", "Demo", "ReadmeTests.cs"));
        string shown = source[(source.IndexOf("// README: begin", StringComparison.Ordinal) + 16)..source.IndexOf("// README: end", StringComparison.Ordinal)];
        string readme = Squeeze(File.ReadAllText(Path.Combine(Repo.Root, "README.md")));
        Assert.Contains(Squeeze(shown), readme, StringComparison.Ordinal);
    }

    [Fact]
    public void The_test_command_stands_in_the_readme_on_a_line_of_its_own()
    {
        Assert.Matches(new Regex("^dotnet test -c Release$", RegexOptions.Multiline), File.ReadAllText(Path.Combine(Repo.Root, "README.md")));
    }

    private static string Squeeze(string text) => Regex.Replace(text, "\\s+", " ").Trim();
}
