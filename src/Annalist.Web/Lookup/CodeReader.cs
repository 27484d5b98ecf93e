using Annalist.Web.Text;
using Annalist.Worlds;

namespace Annalist.Web.Lookup;

/// <summary>Codes as people type them: in any case, or a name in any case, with or without its diacritics.</summary>
internal static class CodeReader
{
    private const int MostNear = 3;
    private const int MostLetters = 200;

    /// <summary>The code that is meant.</summary>
    /// <param name="world">The packs.</param>
    /// <param name="given">What was typed; null or blank when nothing was.</param>
    /// <returns>The code, null when nothing was typed or it means none or several; and what to say to that, null when there is nothing to say.</returns>
    public static (string? Code, string? Trouble) Read(World world, string? given)
    {
        string text = given?.Trim() ?? "";
        if (text.Length == 0) return (null, null);
        return Meant(world, text) switch
        {
            [var only] => (only, null),
            [] => (null, $"No pack knows “{FindingText.Short(text, 60)}”: give a code or a full name.{(Near(world, text) is { Count: > 0 } near ? $" Like it: {Said(near)}." : "")}"),
            var several => (null, $"“{FindingText.Short(text, 60)}” may be {Listed(several.Select(c => $"{c} ({FindingText.Name(c, world)})"), "or")}: give the code."),
        };
    }

    /// <summary>The code for a search of the record, which may hold codes and names that no pack knows: what cannot be read is looked for as it stands.</summary>
    public static (string? Code, string? Trouble) ForRecord(World world, string? given)
    {
        string text = given?.Trim() ?? "";
        if (text.Length == 0) return (null, null);
        if (Meant(world, text).Count > 0) return Read(world, text);
        return (text, $"No pack knows “{FindingText.Short(text, 60)}”: it is looked for as it stands.");
    }

    /// <summary>Codes of actors whose names are most like the words, the likest first; those that only have them inside of a word come last.</summary>
    public static IReadOnlyList<(string Code, string Name)> Near(World world, string text)
    {
        if (text.Length is < 2 or > MostLetters) return [];
        var like = WorldIndex.Of(world).ActorsLike(text).Select(a => (a.Actor.Code, a.Actor.Name)).Take(MostNear).ToList();
        if (like.Count == 0 && world.Names.FindGarbled(char.ToUpperInvariant(text[0]) + text[1..]) is { Entry: { Person: null, Code: { } code } } && world.Actor(code) is { } meant) like.Add((code, meant.Name));
        return like;
    }

    /// <summary>The only actor that a code or name means, in any case; null when there is none, or when it means several.</summary>
    public static Actor? Actor(World world, string text) => Meant(world, text.Trim()) is [var only] ? world.Actor(only) : null;

    // The code in its own case, in capitals; the name in its own case; the name in any.
    private static IReadOnlyList<string> Meant(World world, string text)
    {
        if (text.Length is 0 or > MostLetters) return [];
        if (world.Actor(text) is not null) return [text];
        if (world.Actor(text.ToUpperInvariant()) is { } upper) return [upper.Code];
        if (world.Names.Find(text) is [var only] && only.Span.Length == text.Length && Codes(only.Entries) is { Count: > 0 } exact) return exact;
        return Codes(world.Names.Whole(text));
    }

    // An actor's own name before a place's, a place's before a person's: each stands for a code, the nearest first.
    private static List<string> Codes(IEnumerable<NameEntry> entries) =>
        [.. entries.Where(e => e.Code is not null).GroupBy(e => e.Person is not null ? 2 : e.Place is not null ? 1 : 0).OrderBy(g => g.Key).Take(1).SelectMany(g => g.Select(e => e.Code!)).Distinct(StringComparer.Ordinal)];

    private static string Said(IEnumerable<(string Code, string Name)> near) => string.Join(", ", near.Select(n => $"{n.Name} ({n.Code})"));

    private static string Listed(IEnumerable<string> words, string last)
    {
        string[] all = [.. words];
        return all.Length == 1 ? all[0] : $"{string.Join(", ", all[..^1])} {last} {all[^1]}";
    }
}
