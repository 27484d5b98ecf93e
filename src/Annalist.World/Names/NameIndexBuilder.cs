using System.Collections.Frozen;
using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>Gathers the names of packs under their folded keys, and derives the surnames.</summary>
internal sealed class NameIndexBuilder
{
    private static readonly HashSet<string> Particles = new(StringComparer.OrdinalIgnoreCase)
    {
        "von", "van", "der", "den", "de", "da", "di", "del", "della", "du", "la", "le", "bin", "ibn", "al", "el", "dos", "ter", "zu",
    };

    private readonly HashSet<(string Key, string Cased, NameType Type, string? Code, string? Person, string? Place, Period Period)> seen = [];

    public NameIndexBuilder(IReadOnlyList<Pack> packs)
    {
        Words = packs.SelectMany(p => p.Words).Select(TextFold.Whole).ToFrozenSet(StringComparer.Ordinal);
        var sectors = packs.SelectMany(p => p.Actors).ToDictionary(a => a.Code, a => a.Sector, StringComparer.Ordinal);
        foreach (ActorName n in packs.SelectMany(p => p.Names))
        {
            Add(n.Name, new NameEntry { Name = n.Name, Type = n.Type, Code = n.Code, Sector = n.Sector ?? sectors[n.Code], Period = n.Period, Ambiguous = n.Ambiguous });
        }
        foreach (Actor a in packs.SelectMany(p => p.Actors))
        {
            if (Names.TryGetValue(TextFold.Whole(a.Name), out List<NameIndex.Spelling>? listed) && listed.Any(s => s.Entry.Code == a.Code && s.Entry.Type != NameType.Acronym)) continue;
            Add(a.Name, new NameEntry { Name = a.Name, Type = NameType.Name, Code = a.Code, Sector = a.Sector });
        }
        Person[] people = [.. packs.SelectMany(p => p.People)];
        foreach (Person p in people)
        {
            foreach (string name in (string[])[p.Name, .. p.Variants]) Add(name, Entry(p, name, false));
        }
        foreach (Place p in packs.SelectMany(p => p.Places))
        {
            foreach (string name in (string[])[p.Name, .. p.Variants]) Add(name, new NameEntry { Name = name, Type = NameType.Place, Code = p.Code, Sector = Sector.Unk, Place = p });
        }
        var taken = Names.Keys.Concat(Words).ToHashSet(StringComparer.Ordinal);
        foreach (Person p in people)
        {
            foreach (string surname in ((string[])[p.Name, .. p.Variants]).SelectMany(Surnames).Distinct(StringComparer.Ordinal))
            {
                if (!taken.Contains(TextFold.Whole(surname))) Add(surname, Entry(p, surname, true));
            }
        }
    }

    /// <summary>All names by folded key.</summary>
    public SortedDictionary<string, List<NameIndex.Spelling>> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>Ordinary words, folded.</summary>
    public FrozenSet<string> Words { get; }

    private static NameEntry Entry(Person p, string name, bool surname) =>
        new() { Name = name, Type = NameType.Person, Code = p.Code, Sector = p.Sector ?? Sector.Unk, Person = p, Surname = surname };

    /// <summary>The last name with the particles before it, and without its article; nothing for a name of one word.</summary>
    private static IEnumerable<string> Surnames(string name)
    {
        string[] parts = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2) yield break;
        int last = parts.Length - 1;
        int first = last;
        while (first > 1 && Particles.Contains(parts[first - 1])) first--;
        string bare = parts[last];
        int dash = bare.IndexOf('-', StringComparison.Ordinal);
        if (first < last) yield return string.Join(' ', parts[first..]);
        else if (Long(bare)) yield return bare;
        if (first == last && dash > 0 && Particles.Contains(bare[..dash]) && Long(bare[(dash + 1)..])) yield return bare[(dash + 1)..];
    }

    private static bool Long(string word) => word.Length > 2 && char.IsLetter(word[^1]) && word.Any(char.IsLower);

    private void Add(string name, NameEntry entry)
    {
        string cased = TextFold.Cased(name);
        string key = cased.ToLowerInvariant();
        if (key.Length == 0 || !seen.Add((key, cased, entry.Type, entry.Code, entry.Person?.Id, entry.Place?.Id, entry.Period))) return;
        if (!Names.TryGetValue(key, out List<NameIndex.Spelling>? list)) Names[key] = list = [];
        list.Add(new NameIndex.Spelling(cased, entry));
    }
}
