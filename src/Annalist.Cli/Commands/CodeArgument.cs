using Annalist.Cli.Output;
using Annalist.Worlds;

namespace Annalist.Cli.Commands;

/// <summary>Codes as people type them: in any case, or a name.</summary>
internal static class CodeArgument
{
    /// <summary>The code.</summary>
    /// <exception cref="UseException">No pack knows it, or the name means several.</exception>
    public static string Resolve(World world, string given)
    {
        if (world.Actor(given) is not null) return given;
        if (world.Actor(given.ToUpperInvariant()) is not null) return given.ToUpperInvariant();
        // The name in its own case; where there is none, in any.
        string[] codes = world.Names.Find(given) is [var only] && only.Span.Length == given.Length ? Codes(only.Entries) : [];
        if (codes.Length == 0) codes = Codes(world.Names.Whole(given));
        if (codes.Length == 1) return codes[0];
        if (codes.Length > 1) throw new UseException($"'{SafeText.Line(given, 40)}' may be {string.Join(" or ", codes.Select(c => $"{c} ({world.Actor(c)?.Name ?? c})"))}", "give the code");
        throw new UseException($"no pack knows '{SafeText.Line(given, 40)}'", "'annalist system' lists codes; a pack of your own may add one: annalist packs new");
    }

    // An actor's own name before a place's, a place's before a person's.
    private static string[] Codes(IEnumerable<NameEntry> entries) =>
        [.. entries.Where(e => e.Code is not null).GroupBy(e => e.Person is not null ? 2 : e.Place is not null ? 1 : 0).OrderBy(g => g.Key).Take(1).SelectMany(g => g.Select(e => e.Code!)).Distinct(StringComparer.Ordinal)];
}
