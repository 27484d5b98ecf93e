using System.Text;
using Annalist.Worlds;

namespace Annalist.Coding;

/// <summary>The names of the packs that a running text can be taken to mean.</summary>
internal static class NamesInText
{
    /// <summary>
    /// All names in the text but those that a text without diacritics makes of other words: "Male" for Malé, "San Jose" for San José. Where the pack doubts the name (<c>capital?</c>) and the text
    /// leaves its marks out, it stands for its actor only beside another name of that actor.
    /// </summary>
    /// <param name="world">The world.</param>
    /// <param name="text">The text.</param>
    /// <param name="beside">Names in the report's other part; those that the pack doubts tell nothing.</param>
    public static IReadOnlyList<NameMatch> Find(World world, string text, IReadOnlyList<NameMatch> beside)
    {
        IReadOnlyList<NameMatch> found = world.Names.Find(text);
        if (!found.Any(m => m.Entries.Any(e => IsBare(e, m, text)))) return found;
        var sure = found.SelectMany(m => m.Entries.Where(e => !IsBare(e, m, text))).Concat(beside.SelectMany(m => m.Entries.Where(e => !e.Ambiguous))).Select(e => e.Code).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var kept = new List<NameMatch>(found.Count);
        foreach (NameMatch m in found)
        {
            NameEntry[] entries = [.. m.Entries.Where(e => !IsBare(e, m, text) || sure.Contains(e.Code!))];
            if (entries.Length > 0) kept.Add(entries.Length == m.Entries.Count ? m : m with { Entries = entries });
        }
        return kept;
    }

    private static bool IsBare(NameEntry e, NameMatch m, string text) => e is { Ambiguous: true, Code: not null } && !Ascii.IsValid(e.Name) && Ascii.IsValid(text.AsSpan(m.Span.Start, m.Span.Length));
}
