namespace Annalist.Web.Lookup;

/// <summary>The pages that the head of every page leads to, in order.</summary>
internal static class MainPages
{
    /// <summary>Address and name of each.</summary>
    public static IReadOnlyList<(string Href, string Name)> All { get; } =
    [
        ("/review", "Review"), ("/reports", "Reports"), ("/events", "Events"), ("/statements", "Statements"), ("/states", "States"), ("/institutions", "Institutions"), ("/dossiers", "Dossiers"),
    ];

    /// <summary>The sign of the desk, as it stands before its name.</summary>
    public const string Sign = """<svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true"><path d="M5 20 12 3l7 17M8 13.5h8" /><path d="M3 20h18" class="rule" /></svg>""";
}
