using System.Text.RegularExpressions;
using Annalist.Coding;
using Annalist.Model;
using Annalist.Tests.Cli;
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

    [Fact]
    public void The_ruling_in_the_readme_is_the_programs_own()
    {
        string readme = File.ReadAllText(Path.Combine(Repo.Root, "README.md"));
        const string Prompt = "$ ./annalist may ";
        int start = readme.IndexOf(Prompt, StringComparison.Ordinal);
        Assert.True(start > 0, "README.md shows no ruling");
        int line = readme.IndexOf('\n', start), end = readme.IndexOf("\n```", line, StringComparison.Ordinal);
        string[] args = readme[(start + "$ ./annalist ".Length)..line].Split(' ');
        using var cli = new CommandLine();
        string printed = cli.Run([.. args, "--format", "table"]).Out;
        Assert.Equal(printed.TrimEnd('\n'), readme[(line + 1)..end]);
    }

    private static string Squeeze(string text) => Regex.Replace(text, "\\s+", " ").Trim();
}
