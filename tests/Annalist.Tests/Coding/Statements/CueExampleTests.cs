using Annalist.Coding;
using Annalist.Language;
using Annalist.Model;

namespace Annalist.Tests.Coding;

/// <summary>The examples that stand with the cues, through the language model that comes with the program.</summary>
public sealed class CueExampleTests
{
    private static readonly CueBook Book = CueBook.Load(Trees.Codebook);
    private static readonly StatementCoder Coder = new(Book, "test");
    private static readonly Lazy<Analyzer> Language = new(() => Analyzer.Load(Path.Combine(House.Repo.Root, "data", "language", "en")));

    public static TheoryData<string> Groups => [.. Book.Groups.Select(g => g.Id)];

    private static IReadOnlyList<Statement> Code(string text) => Coder.Code(Trees.Passage(null, Language.Value.Analyze(text), text: text));

    [Theory]
    [MemberData(nameof(Groups))]
    public void Examples_fire(string id)
    {
        foreach (CueExample example in Book.Groups.Single(g => g.Id == id).Fires)
        {
            IReadOnlyList<Statement> statements = Code(example.Text);
            Assert.True(statements.Any(s => s.Cue == example.Cue && s.Content == example.Content), $"{example.Text} gave: {string.Join(" | ", statements.Select(s => $"{s.Cue}: {s.Content}"))}");
        }
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void Near_misses_stay_silent(string id)
    {
        foreach (string text in Book.Groups.Single(g => g.Id == id).Silent)
        {
            IReadOnlyList<Statement> statements = Code(text);
            Assert.True(statements.Count == 0, $"{text} gave: {string.Join(" | ", statements.Select(s => $"{s.Cue}: {s.Content}"))}");
        }
    }
}
