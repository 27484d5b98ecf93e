using System.Diagnostics;
using System.Globalization;
using Annalist.Language;

namespace Annalist.Benchmarks;

/// <summary>Words a second of the analysis, measured in seconds rather than minutes: <c>--quick language [UD folder]</c>.</summary>
internal static class LanguageQuick
{
    public static void Run(string ud)
    {
        var clock = Stopwatch.StartNew();
        var analyzer = Analyzer.Default;
        Print($"loaded in {clock.Elapsed.TotalMilliseconds:F0} ms, version {analyzer.Version}");
        List<ConlluSentence> sentences;
        using (var reader = new StreamReader(Path.Combine(ud, "ewt-test.conllu"))) sentences = [.. ConlluReader.Read(reader)];
        string text = string.Join('\n', sentences.Select(s => s.Sentence.Text));
        int words = sentences.Sum(s => s.Sentence.Tokens.Count);
        var prepared = sentences.Select(s => s.Sentence.Tokens.Select(t => t.Form).ToArray()).ToList();
        for (int i = 0; i < 4; i++) analyzer.MeasureCore(prepared);
        double core = Best(() => analyzer.MeasureCore(prepared));
        Print($"tag and parse, given words: {words / core:F0} words/s");
        double given = Best(() => { foreach (var s in sentences) analyzer.AnalyzeWords(s.Sentence); });
        Print($"given words to sentences:   {words / given:F0} words/s");
        int found = 0;
        double raw = Best(() => found = analyzer.Analyze(text).Sum(s => s.Tokens.Count));
        Print($"raw text to sentences:      {found / raw:F0} words/s, {sentences.Count / raw:F0} sentences/s");
    }

    private static double Best(Action action)
    {
        double best = double.MaxValue;
        for (int i = 0; i < 5; i++)
        {
            // Processor time of this process: the figure means the same on a busy machine.
            var before = Environment.CpuUsage.TotalTime;
            action();
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }
        return best;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
