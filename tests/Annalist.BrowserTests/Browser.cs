namespace Annalist.BrowserTests;

/// <summary>What the tests need beside the program: Chromium, and axe-core from the web view's own packages.</summary>
internal static class Browser
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>The browser; null where there is none. <c>ANNALIST_CHROMIUM</c> names another.</summary>
    public static string? Path { get; } = Environment.GetEnvironmentVariable("ANNALIST_CHROMIUM") is { Length: > 0 } named ? named : Places.FirstOrDefault(File.Exists);

    /// <summary>axe-core; null where <c>npm ci</c> was not run in src/Annalist.Web/client.</summary>
    public static string? Axe { get; } = Found("src", "Annalist.Web", "client", "node_modules", "axe-core", "axe.min.js");

    /// <summary>Why the tests cannot run here; null when they can.</summary>
    public static string? Missing { get; } =
        Path is null ? "no Chromium was found: install it (Debian: apt-get install chromium) or name it in ANNALIST_CHROMIUM" : Axe is null ? "axe-core was not found: run 'npm ci' in src/Annalist.Web/client" : null;

    private static string? Found(params string[] parts)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Annalist.slnx"))) return File.Exists(System.IO.Path.Combine([folder.FullName, .. parts])) ? System.IO.Path.Combine([folder.FullName, .. parts]) : null;
        }
        return null;
    }
}

/// <summary>A test in a real browser; skipped, with the reason, where there is none.</summary>
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Browser.Missing;
}

/// <summary>The same over several cases.</summary>
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Browser.Missing;
}
