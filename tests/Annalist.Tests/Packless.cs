using System.Runtime.CompilerServices;

namespace Annalist.Tests;

/// <summary>What holds for the whole test process.</summary>
internal static class Packless
{
    /// <summary>The tests see the packs that come with the program and those that they write themselves, never the developer's own.</summary>
    [ModuleInitializer]
    internal static void LeaveOutOwnPacks() => Environment.SetEnvironmentVariable("ANNALIST_PACKS", "");
}
