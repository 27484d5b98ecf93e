using System.Diagnostics;
using System.Globalization;
using Annalist.Language;

namespace Annalist.Training;

/// <summary><c>--network train | check | parse IN OUT | speed</c>.</summary>
internal static class NetworkCommand
{
    public static int Run(string[] args)
    {
        string what = args.Length > 1 ? args[1] : "train";
        if (what == "check")
        {
            double worst = 0;
            foreach (var (part, derived, measured) in GradientCheck.Run())
            {
                double error = Math.Abs(derived - measured) / Math.Max(1e-3, Math.Abs(derived) + Math.Abs(measured));
                worst = Math.Max(worst, error);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{part,-22} {derived,12:F5} {measured,12:F5} {error:F5}"));
            }
            return worst < 0.01 ? 0 : 1;
        }
        if (what == "parse")
        {
            var o = NetworkOptions.Parse(args, 4);
            var analyzer = Analyzer.Load(o.Data, o.Weights);
            using var source = new StreamReader(args[2]);
            using var target = new StreamWriter(args[3]);
            ConlluAnalysis.WriteWords(analyzer, source, target);
            return 0;
        }
        if (what == "speed")
        {
            Speed(NetworkOptions.Parse(args, 2));
            return 0;
        }
        new NetworkTraining(NetworkOptions.Parse(args, 2), Console.Out).Run();
        return 0;
    }

    private static void Speed(NetworkOptions o)
    {
        string[][] sentences = [.. Corpus.Read(Path.Combine(o.Ud, "ewt-dev.conllu")).Select(s => s.Tokens.Select(t => t.Form).ToArray())];
        int words = sentences.Sum(s => s.Length);
        for (int k = 0; k < 3; k++)
        {
            var load = Stopwatch.StartNew();
            var analyzer = Analyzer.Load(o.Data, o.Weights);
            double loading = load.Elapsed.TotalMilliseconds;
            analyzer.MeasureCore(sentences);
            long before = GC.GetAllocatedBytesForCurrentThread();
            var clock = Stopwatch.StartNew();
            analyzer.MeasureCore(sentences);
            double seconds = clock.Elapsed.TotalSeconds;
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"loaded in {loading:F0} ms with the tables and the greedy parser, {new FileInfo(o.Weights).Length} bytes; {words / seconds:F0} words/s on one thread, {allocated} bytes allocated"));
        }
    }
}
