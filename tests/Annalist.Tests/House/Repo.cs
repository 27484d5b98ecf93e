namespace Annalist.Tests.House;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repo
{
    /// <summary>Its top folder.</summary>
    public static string Root { get; } = Find();

    /// <summary>Files that git would track under the folders, without build output, sorted.</summary>
    public static IEnumerable<string> Files(string pattern, params string[] folders) =>
        (folders.Length == 0 ? ["."] : folders)
            .Select(f => Path.Combine(Root, f)).Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, pattern, SearchOption.AllDirectories))
            .Where(f => !Path.GetRelativePath(Root, f).Split('/', '\\').Any(p => p is "bin" or "obj" or ".git" or ".build" or "TestResults"))
            .Order(StringComparer.Ordinal);

    private static string Find()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Annalist.slnx"))) at = at.Parent;
        return at?.FullName ?? throw new InvalidOperationException("the tests do not stand inside the repository");
    }
}
