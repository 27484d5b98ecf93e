namespace Annalist.Tests;

/// <summary>The measuring data that stand beside the checkout.</summary>
internal static class Shared
{
    /// <summary>Their folder: <c>../shared</c> beside the repository, or what <c>ANNALIST_SHARED</c> names.</summary>
    public static string Folder { get; } = Environment.GetEnvironmentVariable("ANNALIST_SHARED") ?? Path.GetFullPath(Path.Combine(House.Repo.Root, "..", "shared"));

    /// <summary>True when they are there.</summary>
    public static bool IsThere { get; } = Directory.Exists(Path.Combine(Folder, "gold"));
}

/// <summary>A test that measures on the shared data and is skipped, with a clear message, where they are absent.</summary>
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        if (!Shared.IsThere) Skip = $"the measuring data are not at {Shared.Folder} (set ANNALIST_SHARED to their folder)";
    }
}
