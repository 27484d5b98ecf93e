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
        IReadOnlyList<NameMatch> names = world.Names.Find(given);
        if (names.Count == 1 && names[0].Span.Length == given.Length)
        {
            string[] codes = [.. names[0].Entries.Select(e => e.Code).OfType<string>().Distinct(StringComparer.Ordinal)];
            if (codes.Length == 1) return codes[0];
            throw new UseException($"'{SafeText.Line(given, 40)}' may be {string.Join(" or ", codes)}", "give the code");
        }
        throw new UseException($"no pack knows '{SafeText.Line(given, 40)}'", "'annalist system' lists codes; a pack of your own may add one: annalist packs new");
    }
}
