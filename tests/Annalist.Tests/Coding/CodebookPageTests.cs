using Annalist.Tests.House;

namespace Annalist.Tests.Coding;

public sealed class CodebookPageTests
{
    private static readonly string Folder = Path.Combine(Repo.Root, "data", "codebook");

    /// <summary>With the environment variable ANNALIST_APPROVE=1 the page is written anew instead of compared.</summary>
    [Fact]
    public void The_page_of_the_codebook_is_written_from_the_data()
    {
        string file = Path.Combine(Repo.Root, "docs", "codebook.md");
        string page = CodebookPage.Write(Folder);
        if (Environment.GetEnvironmentVariable("ANNALIST_APPROVE") == "1") File.WriteAllText(file, page);
        string[] wanted = page.Split('\n'), stands = File.Exists(file) ? File.ReadAllText(file).Split('\n') : [];
        int line = Enumerable.Range(0, Math.Max(wanted.Length, stands.Length)).FirstOrDefault(i => wanted.ElementAtOrDefault(i) != stands.ElementAtOrDefault(i), -1);
        Assert.True(line < 0, $"docs/codebook.md is out of date from line {line + 1} on: run 'ANNALIST_APPROVE=1 dotnet test -c Release --filter CodebookPage' and commit it\n  stands: {stands.ElementAtOrDefault(line)}\n  wanted: {wanted.ElementAtOrDefault(line)}");
    }

    [Fact]
    public void Every_sense_stands_on_the_page_once_with_an_example()
    {
        string page = CodebookPage.Write(Folder);
        string[] lines = page[page.IndexOf("## AGREE", StringComparison.Ordinal)..page.IndexOf("## Contexts", StringComparison.Ordinal)].Split('\n');
        foreach (Annalist.Coding.Sense s in Annalist.Coding.Codebook.Load(Folder).Senses)
        {
            string row = Assert.Single(lines, l => l.StartsWith($"| `{s.Id}`", StringComparison.Ordinal));
            Assert.Equal(8, row.Replace("\\|", "", StringComparison.Ordinal).Split('|').Length);
        }
    }

    [Fact]
    public void No_table_is_broken_by_a_cell()
    {
        int columns = 0;
        foreach (string line in CodebookPage.Write(Folder).Split('\n'))
        {
            int bars = line.Replace("\\|", "", StringComparison.Ordinal).Count(c => c == '|');
            if (!line.StartsWith('|')) columns = 0;
            else if (columns == 0) columns = bars;
            else Assert.True(bars == columns, line);
        }
    }
}
