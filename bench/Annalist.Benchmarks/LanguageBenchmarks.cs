using Annalist.Language;
using BenchmarkDotNet.Attributes;

namespace Annalist.Benchmarks;

/// <summary>The analysis of a short news text of our own.</summary>
[MemoryDiagnoser]
public class LanguageBenchmarks
{
    private const string Text = """
        The foreign ministers of the two countries met in Vienna on Tuesday and agreed to reopen three border crossings.
        "We did not come here to quarrel," one of them told reporters after the talks. The agreement, which was signed by both sides, will be sent to parliament next week.
        Officials said that the crossings, closed since March, would be opened in stages. A joint commission was set up to watch over the work.
        """;

    private readonly Analyzer analyzer = Analyzer.Default;
    private readonly Sentence words = Analyzer.Default.Analyze(Text)[0];

    /// <summary>From text to trees.</summary>
    [Benchmark]
    public int RawText() => analyzer.Analyze(Text).Count;

    /// <summary>From given words to the tree.</summary>
    [Benchmark]
    public int GivenWords() => analyzer.AnalyzeWords(words).Root;

    /// <summary>Only the cutting into sentences.</summary>
    [Benchmark]
    public int Split() => analyzer.Splitter.Split(Text).Count;
}
