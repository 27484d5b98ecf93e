using System.Runtime.CompilerServices;
using Annalist.Worlds;

namespace Annalist.Web.Lookup;

/// <summary>What the pages look up in the packs by other than codes. Made once a world.</summary>
internal sealed class WorldIndex
{
    private static readonly ConditionalWeakTable<World, WorldIndex> Made = [];
    private const int MostNames = 3;
    private readonly ILookup<string, Person> byName;
    private readonly ILookup<string, Person> bySurname;
    private readonly ILookup<string, Office> offices;

    private readonly (Actor Actor, string[] Names, int Ties)[] actors;
    private readonly (Person Person, string[] Names)[] people;

    private WorldIndex(World world)
    {
        // Names of persons are their own; a capital's or a people's name is no name of the state to look it up by.
        actors = [.. world.Actors.Select(a => (a, Folded([a.Name, a.Code, .. world.NamesOf(a.Code).Where(n => n.Type is NameType.Name or NameType.Acronym).Select(n => n.Name)]), world.TiesOf(a.Code).Count))];
        people = [.. world.People.OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase).ThenBy(p => p.Id, StringComparer.Ordinal).Select(p => (p, Folded([p.Name, .. p.Variants])))];
        byName = world.People.SelectMany(p => p.Variants.Append(p.Name).Select(n => (n, p))).ToLookup(x => x.n, x => x.p, StringComparer.OrdinalIgnoreCase);
        bySurname = world.People.ToLookup(p => Surname(p.Name), StringComparer.OrdinalIgnoreCase);
        offices = world.Offices.ToLookup(o => o.Code, StringComparer.Ordinal);
        People = [.. people.Select(p => p.Person)];
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
        Person[] own = [.. Of(all.Length > 0 ? all : bySurname[name], code)];
        return own.Length == 1 ? own[0] : null;
    }

    /// <summary>A name of a report as pages show it: a last name alone with the full name that it stands for, or with those among whom it does not tell apart.</summary>
    /// <param name="name">The name as the finding has it.</param>
    /// <param name="code">Code of the state or organisation; null when unknown.</param>
    public string Shown(string name, string? code)
    {
        if (name.Contains(' ', StringComparison.Ordinal) || !bySurname.Contains(name)) return name;
        Person[] own = [.. Of(bySurname[name], code)];
        return own.Length switch { 0 => name, 1 => own[0].Name, _ => $"{name} ({string.Join(" or ", own.Take(MostNames).Select(p => p.Name))}{(own.Length > MostNames ? " or another" : "")})" };
    }

    private IEnumerable<Person> Of(IEnumerable<Person> people, string? code) => people.Where(p => p.Code == code || offices[code ?? ""].Any(o => o.Person == p.Id));

    /// <summary>Actors that answer to what somebody typed, code or part of a name, with how well (<see cref="NameRank.Of"/>): the best first, of those as good the ones with most ties.</summary>
    public IReadOnlyList<(Actor Actor, int Rank)> ActorsLike(string words)
    {
        string folded = NameIndex.Fold(words);
        // One or two letters stand inside of nearly every name.
        int worst = folded.Length > 2 ? NameRank.Part : NameRank.Part - 1;
        return
        [
            .. actors.Select(a => (a.Actor, a.Ties, Rank: Best(a.Names, folded))).Where(a => a.Rank <= worst)
                .OrderBy(a => a.Rank).ThenByDescending(a => a.Ties).ThenBy(a => a.Actor.Code, StringComparer.Ordinal).Select(a => (a.Actor, a.Rank)),
        ];
    }

    /// <summary>People who answer to a part of a name, with how well (<see cref="NameRank.Of"/>); the best first, of those as good by name.</summary>
    public IReadOnlyList<(Person Person, int Rank)> PeopleLike(string words)
    {
        string folded = NameIndex.Fold(words);
        return [.. people.Select(p => (p.Person, Rank: Best(p.Names, folded))).Where(p => p.Rank < NameRank.None).OrderBy(p => p.Rank)];
    }

    private static int Best(string[] names, string folded) => names.Min(n => NameRank.Of(n, folded));

    private static string[] Folded(IEnumerable<string> names) => [.. names.Select(NameIndex.Fold).Distinct(StringComparer.Ordinal)];

    /// <summary>The last word of a name.</summary>
    public static string Surname(string name) => name[(name.LastIndexOf(' ') + 1)..];
}
