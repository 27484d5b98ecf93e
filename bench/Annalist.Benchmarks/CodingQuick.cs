using System.Globalization;
using System.Text.Json;
using Annalist.Coding;
using Annalist.Language;

namespace Annalist.Benchmarks;

/// <summary>Text to findings on one thread, warm: <c>--quick coding FILE… [--rounds N]</c>; a file is a text, or JSON lines with <c>text</c>.</summary>
internal static class CodingQuick
{
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
        for (int k = -2; k < rounds; k++)
        {
            // Processor time: the figure means the same on a busy machine.
            var before = Environment.CpuUsage.TotalTime;
            findings = texts.Sum(t => coder.Code(t).Findings.Count);
            double seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
            if (k < 0) continue;
            best = Math.Min(best, seconds);
            total += seconds;
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{texts.Count} texts, {sentences} sentences, {findings} findings; sentences/s of processor time: mean {sentences * rounds / total:F0}, best {sentences / best:F0}"));
    }
}
