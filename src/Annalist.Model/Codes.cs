using System.Collections.Frozen;

namespace Annalist.Model;

/// <summary>The spelling of an enum's members in the record: <c>AGREE</c>, <c>GOV</c>, <c>member_of</c>, <c>must_not</c>.</summary>
public static class Codes
{
    /// <summary>The member as the record spells it. Event types and sectors are upper case, all others lower case with underscores.</summary>
    public static string Of<T>(T value) where T : struct, Enum => Table<T>.Names[value];

    /// <summary>The member that the record spells so, or null when there is none.</summary>
    public static T? Parse<T>(string? text) where T : struct, Enum =>
        text is not null && Table<T>.Values.TryGetValue(text, out T value) ? value : null;

    /// <summary>All spellings, in the order of the enum.</summary>
    public static IReadOnlyList<string> All<T>() where T : struct, Enum => Table<T>.Ordered;

    private static class Table<T> where T : struct, Enum
    {
        public static readonly IReadOnlyList<string> Ordered = [.. Enum.GetValues<T>().Select(Spell)];
        public static readonly FrozenDictionary<T, string> Names = Enum.GetValues<T>().ToFrozenDictionary(v => v, Spell);
        public static readonly FrozenDictionary<string, T> Values = Enum.GetValues<T>().ToFrozenDictionary(Spell, v => v, StringComparer.Ordinal);

        private static string Spell(T value)
        {
            string name = value.ToString();
            if (typeof(T) == typeof(EventType) || typeof(T) == typeof(Sector)) return name.ToUpperInvariant();
            return string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "_") + char.ToLowerInvariant(c) : c.ToString()));
        }
    }
}
