using System.Runtime.CompilerServices;
using Annalist.Worlds;

namespace Annalist.Web.Lookup;

/// <summary>What the pages look up in the packs by other than codes. Made once a world.</summary>
internal sealed class WorldIndex
{
    private static readonly ConditionalWeakTable<World, WorldIndex> Made = [];
    private readonly ILookup<string, Person> byName;
    private readonly ILookup<string, Person> bySurname;
    private readonly ILookup<string, Office> offices;

    private WorldIndex(World world)
    {
        byName = world.People.SelectMany(p => p.Variants.Append(p.Name).Select(n => (n, p))).ToLookup(x => x.n, x => x.p, StringComparer.OrdinalIgnoreCase);
        bySurname = world.People.ToLookup(p => Surname(p.Name), StringComparer.OrdinalIgnoreCase);
        offices = world.Offices.ToLookup(o => o.Code, StringComparer.Ordinal);
        People = [.. world.People.OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase).ThenBy(p => p.Id, StringComparer.Ordinal)];
        Held = world.Offices.ToLookup(o => o.Person, StringComparer.Ordinal);
    }

    /// <summary>All people by name.</summary>
    public IReadOnlyList<Person> People { get; }

    /// <summary>Offices by the person's id.</summary>
    public ILookup<string, Office> Held { get; }

    public static WorldIndex Of(World world) => Made.GetValue(world, static w => new WorldIndex(w));

    /// <summary>The person of that name; of several those of the code, else none.</summary>
    public Person? PersonNamed(string name, string? code)
    {
        Person[] all = [.. byName[name].Distinct()];
        if (all.Length == 1) return all[0];
        // A last name alone is one person's only where no other of the code has it.
        Person[] own = [.. (all.Length > 0 ? all : bySurname[name]).Where(p => p.Code == code || offices[code ?? ""].Any(o => o.Person == p.Id))];
        return own.Length == 1 ? own[0] : null;
    }

    /// <summary>The last word of a name.</summary>
    public static string Surname(string name) => name[(name.LastIndexOf(' ') + 1)..];
}
