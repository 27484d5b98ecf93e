using Annalist.Benchmarks;
using BenchmarkDotNet.Running;

// --quick language [UD folder]: figures in seconds; anything else goes to BenchmarkDotNet.
if (args is ["--quick", "language", ..])
{
    LanguageQuick.Run(args.Length > 2 ? args[2] : "../shared/ud");
    return 0;
}
BenchmarkSwitcher.FromAssembly(typeof(LanguageBenchmarks).Assembly).Run(args);
return 0;
