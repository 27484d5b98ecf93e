using Annalist.Benchmarks;
using BenchmarkDotNet.Running;

// --quick language [UD folder], --quick world [facts], --quick coding FILES: figures in seconds; anything else goes to BenchmarkDotNet.
if (args is ["--quick", "language", ..])
{
    LanguageQuick.Run(args.Length > 2 ? args[2] : "../shared/ud");
    return 0;
}
if (args is ["--quick", "world", ..])
{
    WorldQuick.Run(args.Length > 2 ? int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 100_000);
    return 0;
}
if (args is ["--quick", "coding", ..])
{
    CodingQuick.Run(args[2..]);
    return 0;
}
BenchmarkSwitcher.FromAssembly(typeof(LanguageBenchmarks).Assembly).Run(args);
return 0;
