using System.Collections.Frozen;
using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>What the packs say: actors, people, offices, places, ties by date, and the index of all their names. Immutable; safe to share between threads.</summary>
public sealed class World
{
    private static readonly Lazy<World> Shared = new(() => Load(DefaultFolder, UserFolder), LazyThreadSafetyMode.ExecutionAndPublication);
    private static readonly Lazy<ActWords> Verbs = new(() => ActWords.Load(Path.Combine(DefaultFolder, "acts.tsv")), LazyThreadSafetyMode.ExecutionAndPublication);
    private readonly Lazy<ActWords> acts = Verbs;
    private readonly FrozenDictionary<string, Actor> actors;
    private readonly FrozenDictionary<string, Person> people;
    private readonly FrozenDictionary<string, Place> places;
    private readonly ILookup<string, Office> officesByPerson;
    private readonly ILookup<string, Office> officesByCode;
    private readonly ILookup<string, WorldTie> tiesBySubject;
    private readonly ILookup<string, WorldTie> tiesByObject;
    private readonly ILookup<string, ActorName> names;
    private readonly ILookup<string, Institution> institutions;
    // Questions by code do without it, and it is the greater part of loading.
    private readonly Lazy<NameIndex> index;

    private World(PackSet set)
    {
        (IReadOnlyList<Pack> packs, Facts facts) = Overlay.Lay(set);
        Packs = packs;
        Facts = facts;
        Version = string.Join("; ", packs.Select(p => p.Manifest.Id + " " + p.Manifest.Version));
        Actors = [.. packs.SelectMany(p => p.Actors)];
        People = [.. packs.SelectMany(p => p.People)];
        Offices = [.. packs.SelectMany(p => p.Offices)];
        Places = [.. packs.SelectMany(p => p.Places)];
        Ties = [.. facts.Ties.Where(t => t.Stands).Select(t => t.Fact)];
        actors = Actors.ToFrozenDictionary(a => a.Code, StringComparer.Ordinal);
        people = People.ToFrozenDictionary(p => p.Id, StringComparer.Ordinal);
        places = Places.ToFrozenDictionary(p => p.Id, StringComparer.Ordinal);
        officesByPerson = Offices.ToLookup(o => o.Person, StringComparer.Ordinal);
        officesByCode = Offices.ToLookup(o => o.Code, StringComparer.Ordinal);
        tiesBySubject = Ties.ToLookup(t => t.Subject, StringComparer.Ordinal);
        tiesByObject = Ties.ToLookup(t => t.Object, StringComparer.Ordinal);
        names = packs.SelectMany(p => p.Names).ToLookup(n => n.Code, StringComparer.Ordinal);
        index = new(() => NameIndex.Build(packs), LazyThreadSafetyMode.ExecutionAndPublication);
        institutions = packs.SelectMany(p => p.Institutions).ToLookup(i => i.Code, StringComparer.Ordinal);
    }

    /// <summary>The folder of the packs that come with the program: <c>data/packs</c> beside it.</summary>
    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "data", "packs");

    /// <summary>
    /// The folder of the user's own packs, laid over those that come with the program: what the environment variable <c>ANNALIST_PACKS</c> names, else <c>annalist/packs</c> in her folder
    /// for application data. It need not exist; null when the variable is set and empty.
    /// </summary>
    public static string? UserFolder
    {
        get
        {
            string? named = Environment.GetEnvironmentVariable("ANNALIST_PACKS");
            if (named is not null) return named.Length == 0 ? null : named;
            string home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
            return home.Length == 0 ? null : Path.Combine(home, "annalist", "packs");
        }
    }

    /// <summary>The packs that come with the program and the user's own, read once when first asked for.</summary>
    /// <exception cref="PackException">They have errors.</exception>
    public static World Default => Shared.Value;

    /// <summary>The packs, each after those that it builds on.</summary>
    public IReadOnlyList<Pack> Packs { get; }

    /// <summary>Ids and versions of the packs in order: <c>world 0.1.0; central-asia 0.1.0</c>.</summary>
    public string Version { get; }

    /// <summary>All actors, in the order of the packs.</summary>
    public IReadOnlyList<Actor> Actors { get; }

    /// <summary>All people, in the order of the packs.</summary>
    public IReadOnlyList<Person> People { get; }

    /// <summary>All offices held, in the order of the packs.</summary>
    public IReadOnlyList<Office> Offices { get; }

    /// <summary>All places, in the order of the packs.</summary>
    public IReadOnlyList<Place> Places { get; }

    /// <summary>All ties, in the order of the packs.</summary>
    public IReadOnlyList<WorldTie> Ties { get; }

    /// <summary>All facts of the packs with their receipts: what the system view starts from.</summary>
    public Facts Facts { get; }

    /// <summary>Ordinary words for acts.</summary>
    /// <exception cref="PackException">The table beside the program has faults.</exception>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1822", Justification = "A word of the world to its users; that there is one table today is no promise.")]
    public ActWords Acts => acts.Value;

    /// <summary>All names, found in running text.</summary>
    public NameIndex Names => index.Value;

    /// <summary>Reads packs.</summary>
    /// <param name="folder">A folder of packs, or one pack's folder.</param>
    /// <param name="packs">Ids of the packs to read (those that they build on are read too); null for all in the folder.</param>
    /// <exception cref="PackException">There are errors; it carries all faults of all packs.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static World Load(string folder, IReadOnlyList<string>? packs = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return Made(PackSet.Read(folder, DefaultFolder, packs));
    }

    /// <summary>Reads all packs of a folder and those of a second one laid over it.</summary>
    /// <param name="folder">A folder of packs.</param>
    /// <param name="over">A folder of packs that may build on them; null, or not there, for none.</param>
    /// <exception cref="PackException">There are errors; it carries all faults of all packs.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static World Load(string folder, string? over)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return Made(PackSet.Read(folder, DefaultFolder, null, over));
    }

    private static World Made(PackSet set)
    {
        PackChecks.Run(set);
        if (set.Faults.Any(f => f.Severity == Severity.Error)) throw new PackException(PackValidator.Ordered(set.Faults));
        return new World(set);
    }

    /// <summary>The actor with the code; null when there is none.</summary>
    public Actor? Actor(string code) => actors.GetValueOrDefault(code);

    /// <summary>The person with the id; null when there is none.</summary>
    public Person? Person(string id) => people.GetValueOrDefault(id);

    /// <summary>The place with the id; null when there is none.</summary>
    public Place? Place(string id) => places.GetValueOrDefault(id);

    /// <summary>What the packs say of an institution, the last pack that says something first; null when none does.</summary>
    public Institution? Institution(string code) => institutions[code].LastOrDefault();

    /// <summary>All names of an actor, in the order of the packs; empty for an unknown code.</summary>
    public IReadOnlyList<ActorName> NamesOf(string code) => [.. names[code]];

    /// <summary>Offices that the person may have held on the day, the latest begun first; all when the day is null.</summary>
    public IReadOnlyList<Office> OfficesOf(string personId, DateOnly? at = null) => [.. At(officesByPerson[personId], at)];

    /// <summary>Those who may have held the office on the day, the latest begun first: on the day of a handover both. All holders when the day is null.</summary>
    /// <param name="code">Code of the state or organisation.</param>
    /// <param name="office">The office in plain words; case does not matter.</param>
    /// <param name="at">The day.</param>
    public IReadOnlyList<Office> HoldersOf(string code, string office, DateOnly? at = null) =>
        [.. At(officesByCode[code].Where(o => string.Equals(o.Title, office, StringComparison.OrdinalIgnoreCase)), at)];

    /// <summary>Codes of the members of an organisation, format or group on the day, sorted; a null day asks for memberships without an end. Observers and participants are not among them.</summary>
    public IReadOnlyList<string> MembersOf(string code, DateOnly? at = null) =>
        [.. tiesByObject[code].Where(t => t.Relation == Relation.MemberOf && t.Holds(at)).Select(t => t.Subject).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Codes of the organisations and groups that the actor is a member of on the day, sorted; a null day asks for memberships without an end.</summary>
    public IReadOnlyList<string> MembershipsOf(string code, DateOnly? at = null) =>
        [.. tiesBySubject[code].Where(t => t.Relation == Relation.MemberOf && t.Holds(at)).Select(t => t.Object).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>All ties in which the code is subject or object, in the order of the packs.</summary>
    public IReadOnlyList<WorldTie> TiesOf(string code) => [.. tiesBySubject[code].Concat(tiesByObject[code].Where(t => t.Subject != code))];

    private static IEnumerable<Office> At(IEnumerable<Office> offices, DateOnly? at) =>
        offices.Where(o => at is not { } day || o.Period.Covers(day)).OrderByDescending(o => o.Period.From?.From ?? DateOnly.MinValue);
}
