using Annalist.Web.Text;
using Annalist.Worlds;

namespace Annalist.Web.Lookup;

/// <summary>Codes as people type them: in any case, or a name.</summary>
internal static class CodeReader
{
    /// <summary>The code that is meant.</summary>
    /// <param name="world">The packs.</param>
    /// <param name="given">What was typed; null or blank when nothing was.</param>
    /// <returns>The code, null when nothing was typed or it means none or several; and what to say to that, null when there is nothing to say.</returns>
    public static (string? Code, string? Trouble) Read(World world, string? given)
    {
        string text = given?.Trim() ?? "";
        if (text.Length == 0) return (null, null);
        if (world.Actor(text) is not null) return (text, null);
        if (world.Actor(text.ToUpperInvariant()) is { } upper) return (upper.Code, null);
        IReadOnlyList<NameMatch> names = text.Length <= 200 ? world.Names.Find(text) : [];
        if (names.Count == 1 && names[0].Span.Length == text.Length)
        {
            string[] codes = [.. names[0].Entries.Select(e => e.Code).OfType<string>().Distinct(StringComparer.Ordinal)];
            if (codes.Length == 1) return (codes[0], null);
            if (codes.Length > 1) return (null, $"“{FindingText.Short(text, 60)}” may be {string.Join(" or ", codes)}: give the code.");
        }
        return (null, $"No pack knows “{FindingText.Short(text, 60)}”: give a code or a full name.");
    }

    /// <summary>The code for a search of the record, which may hold codes and names that no pack knows: what cannot be read is looked for as it stands.</summary>
    public static (string? Code, string? Trouble) ForRecord(World world, string? given)
    {
        (string? code, string? trouble) = Read(world, given);
        return code is not null || trouble is null || trouble.Contains(" may be ", StringComparison.Ordinal) ? (code, trouble) : (given!.Trim(), $"No pack knows “{FindingText.Short(given.Trim(), 60)}”: it is looked for as it stands.");
    }
}
