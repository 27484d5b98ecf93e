using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using System.Text.Json;
using Annalist.Coding;
using Annalist.Language;

namespace Annalist.Benchmarks;

/// <summary>Text to findings on one thread, warm: <c>--quick coding FILE… [--rounds N]</c>; a file is a text, or JSON lines with <c>text</c>.</summary>
internal static class CodingQuick
{
    /// <summary>Most rounds before the clock runs: the run-time compiles what it finds hot on a thread of its own, which is part of the start.</summary>
    private const int WarmUp = 20;

    /// <summary>Share of a round's time spent compiling below which the program is warm.</summary>
    private const double Compiling = 0.05;

    public static void Run(IReadOnlyList<string> args)
    {
        int rounds = 20;
        var texts = new List<string>();
        for (int i = 0; i < args.Count; i++)
        {
            if (args[i] == "--rounds") rounds = int.Parse(args[++i], CultureInfo.InvariantCulture);
            else if (args[i].EndsWith(".jsonl", StringComparison.Ordinal)) texts.AddRange(File.ReadLines(args[i]).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("text").GetString()!));
            else texts.Add(File.ReadAllText(args[i]));
        }
        Coder coder = Coder.Default;
        int sentences = texts.Sum(t => Analyzer.Default.Analyze(t, (_, _) => Parsing.None).Count), findings = 0;
        double best = double.MaxValue, total = 0;
        var clock = new Stopwatch();
        long allocated = 0;
        int collected = 0;
        int warming = 0;
        for (bool warm = false; !warm && warming < WarmUp; warming++)
        {
            var (before, compiled) = (Environment.CpuUsage.TotalTime, JitInfo.GetCompilationTime());
            foreach (string text in texts) coder.Code(text);
            warm = (JitInfo.GetCompilationTime() - compiled) < Compiling * (Environment.CpuUsage.TotalTime - before);
        }
        for (int k = 0; k < rounds; k++)
        {
            if (k == 0) (allocated, collected) = (GC.GetAllocatedBytesForCurrentThread(), GC.CollectionCount(0));
            clock.Start();
            // Processor time: the figure means the same on a busy machine.
            var before = Environment.CpuUsage.TotalTime;
            findings = texts.Sum(t => coder.Code(t).Findings.Count);
            double seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
            clock.Stop();
            best = Math.Min(best, seconds);
            total += seconds;
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{texts.Count} texts, {sentences} sentences, {findings} findings; warm after {warming} rounds; sentences/s of processor time: mean {sentences * rounds / total:F0}, best {sentences / best:F0}; by the clock: mean {sentences * rounds / clock.Elapsed.TotalSeconds:F0}; {(GC.GetAllocatedBytesForCurrentThread() - allocated) / (1024.0 * sentences * rounds):F1} KB a sentence, {(GC.CollectionCount(0) - collected) / (double)rounds:F1} collections a round"));
    }
}
