using System.Globalization;
using Annalist.Worlds;

namespace Annalist.Web.Lookup;

/// <summary>Addresses of the desk's pages. Codes and ids are escaped: some have a plus sign.</summary>
internal static class Links
{
    /// <summary>The page of an actor; null for a code that no pack knows.</summary>
    public static string? Actor(string code, World world) => world.Actor(code) is { } actor ? Actor(actor) : null;

    /// <summary>The page of an actor.</summary>
    public static string Actor(Actor actor) => (IsState(actor) ? "/states/" : "/institutions/") + Escape(actor.Code);

    /// <summary>True for what has a state's page: states and territories.</summary>
    public static bool IsState(Actor actor) => actor.Kind is ActorKind.State or ActorKind.Territory;

    public static string Finding(string id) => "/findings/" + Escape(id);

    /// <summary>A report, at one of its findings if one is given.</summary>
    public static string Report(string label, string? finding = null) => "/reports/" + Escape(label) + (finding is null ? "" : "#f-" + Escape(finding));

    public static string Dyad(string a, string b) => string.CompareOrdinal(a, b) <= 0 ? $"/dyads/{Escape(a)}/{Escape(b)}" : $"/dyads/{Escape(b)}/{Escape(a)}";

    public static string Dossier(string id) => "/dossiers/" + Escape(id);

    public static string Person(string id) => "/people/" + Escape(id);

    /// <summary>An address with its query; what is null or empty is left out.</summary>
    public static string With(string path, params IEnumerable<(string Name, string? Value)> query)
    {
        string text = string.Join('&', query.Where(q => !string.IsNullOrEmpty(q.Value)).Select(q => $"{q.Name}={Escape(q.Value!)}"));
        return text.Length == 0 ? path : path + "?" + text;
    }

    /// <summary>A whole number in an address.</summary>
    public static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);

    private static string Escape(string text) => Uri.EscapeDataString(text);
}
