using Annalist.Coding;
using Annalist.Language;

namespace Annalist.Tests.Coding;

public sealed class ContextTests
{
    [Theory]
    [InlineData("The supreme court sat on Friday.", "legal")]
    [InlineData("The court was supreme.", "legal")]
    [InlineData("They spoke of development banks and of free trade.", "economic")]
    [InlineData("The river rose.", "")]
    [InlineData("Human guests came by right of way.", "")]
    [InlineData("Human rights matter.", "human_rights")]
    public void Contexts_are_shown_by_words_and_whole_phrases(string text, string expected)
    {
        Codebook codebook = Coder.Default.Codebook;
        IReadOnlySet<int> shown = codebook.ContextsShown(Analyzer.Default.Analyze(text)[0].Tokens);
        Assert.Equal(expected, string.Join(' ', shown.Order().Select(i => codebook.Contexts[i].Context)));
    }
}
