using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Web.Lookup;

/// <summary>What pages look up in the view by code. Made once a view, which is made anew when the record has changed.</summary>
internal sealed class ViewIndex
{
    private const int MostSheets = 200;
    private static readonly ConditionalWeakTable<SystemView, ViewIndex> Made = [];
    private readonly Dictionary<string, (Standing Standing, Layer Layer)> standings = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Code, DateOnly? At, bool Bars), Sheet> sheets = new();
    private readonly ConcurrentDictionary<CommitmentFilter, IReadOnlyList<AnswerLine>> commitments = new();
    private readonly ConcurrentDictionary<DateOnly, IReadOnlyList<WatchedExpectation>> expectations = new();
    private readonly SystemView view;
    private IReadOnlyDictionary<string, int>? saidByPerson;
    private IReadOnlyList<Person>? people;

    private ViewIndex(SystemView view)
    {
        this.view = view;
        Events = view.Events.OrderByDescending(Day).ThenBy(e => e.Fact.Id, StringComparer.Ordinal).SelectMany(e => Sides(e.Fact).Select(c => (c, e))).ToLookup(x => x.c, x => x.e, StringComparer.Ordinal);
        Held<Statement>[] said = [.. view.Statements.OrderByDescending(s => s.Receipt.Told ?? DateOnly.MinValue).ThenBy(s => s.Fact.Id, StringComparer.Ordinal)];
        Said = said.ToLookup(s => s.Fact.SpeakerCode, StringComparer.Ordinal);
        SaidOf = said.SelectMany(s => s.Fact.About.Distinct().Select(c => (c, s))).ToLookup(x => x.c, x => x.s, StringComparer.Ordinal);
        SaidBy = said.Where(s => s.Fact.Speaker is not null).ToLookup(s => s.Fact.Speaker!, StringComparer.OrdinalIgnoreCase);
        ActedBy = view.Events.OrderByDescending(Day).ThenBy(e => e.Fact.Id, StringComparer.Ordinal).SelectMany(e => e.Fact.Actors.Concat(e.Fact.Recipients).Select(p => p.Name).OfType<string>().Distinct().Select(n => (n, e))).ToLookup(x => x.n, x => x.e, StringComparer.OrdinalIgnoreCase);
        var partners = new Dictionary<string, Dictionary<string, (int Count, double Score)>>(StringComparer.Ordinal);
        foreach (Held<Event> e in view.Events.Where(e => e.Stands && e.Fact.Status != EventStatus.Denied))
        {
            string[] sides = [.. Sides(e.Fact).Where(c => c != "UNK")];
            foreach (string a in sides)
            {
                if (!partners.TryGetValue(a, out var of)) partners[a] = of = new(StringComparer.Ordinal);
                foreach (string b in sides.Where(b => b != a)) of[b] = of.GetValueOrDefault(b) is var (n, s) ? (n + 1, s + e.Fact.Score) : (1, e.Fact.Score);
            }
        }
        Partners = partners.ToDictionary(p => p.Key, p => (IReadOnlyList<Partner>)[.. p.Value.OrderByDescending(x => x.Value.Count).ThenBy(x => x.Key, StringComparer.Ordinal).Select(x => new Partner(x.Key, x.Value.Count, x.Value.Score / x.Value.Count))], StringComparer.Ordinal);
        Stand(view.Ties);
        Stand(view.Rules);
        Stand(view.Commitments);
        Stand(view.Expectations);
        Stand(view.Aims);
        Stand(view.Figures);
        Stand(view.Events);
        Stand(view.Statements);
    }

    /// <summary>Events by code of a party, the newest first.</summary>
    public ILookup<string, Held<Event>> Events { get; }

    /// <summary>Events by name of a party, the newest first.</summary>
    public ILookup<string, Held<Event>> ActedBy { get; }

    /// <summary>Statements by the speaker's code, the newest first.</summary>
    public ILookup<string, Held<Statement>> Said { get; }

    /// <summary>Statements by code of whom they are about, the newest first.</summary>
    public ILookup<string, Held<Statement>> SaidOf { get; }

    /// <summary>Statements by the speaker's name, the newest first.</summary>
    public ILookup<string, Held<Statement>> SaidBy { get; }

    /// <summary>With whom a code shares events, the busiest first; denied events are not counted.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Partner>> Partners { get; }

    public static ViewIndex Of(SystemView view) => Made.GetValue(view, static v => new ViewIndex(v));

    /// <summary>How many events and statements involve a code.</summary>
    public int Busy(string code) => Events[code].Count() + Said[code].Count() + SaidOf[code].Count();

    /// <summary>How far what a finding says is established; told when the view does not hold it by itself.</summary>
    public (Standing Standing, Layer Layer) Standing(string finding) => standings.TryGetValue(finding, out var found) ? found : (Model.Standing.Told, Layer.Read);

    /// <summary>Statements under all names of a person, the last name alone among them, the newest first; some may be of others of that name.</summary>
    public IReadOnlyList<Held<Statement>> Of(Person person) =>
        [.. person.Variants.Append(person.Name).Append(WorldIndex.Surname(person.Name)).Distinct(StringComparer.OrdinalIgnoreCase).SelectMany(n => SaidBy[n]).Distinct().OrderByDescending(s => s.Receipt.Told ?? DateOnly.MinValue)];

    /// <summary>How many statements of the record each person made, by the person's id; those who made none are left out.</summary>
    public IReadOnlyDictionary<string, int> SaidByPerson(World world)
    {
        WorldIndex people = WorldIndex.Of(world);
        return saidByPerson ??= SaidBy.SelectMany(g => g).GroupBy(s => people.PersonNamed(s.Fact.Speaker!, s.Fact.SpeakerCode)?.Id).Where(g => g.Key is not null).ToDictionary(g => g.Key!, g => g.Count(), StringComparer.Ordinal);
    }

    /// <summary>All people of the packs, those who say most in the record first.</summary>
    public IReadOnlyList<Person> People(World world)
    {
        IReadOnlyDictionary<string, int> said = SaidByPerson(world);
        return people ??= [.. WorldIndex.Of(world).People.OrderByDescending(p => said.GetValueOrDefault(p.Id))];
    }

    /// <summary>The commitments that a filter asks for, open ones first, the latest moved first among them.</summary>
    public IReadOnlyList<AnswerLine> Commitments(CommitmentFilter filter) =>
        Kept(commitments, filter, f => [.. f.Of(view).OrderBy(l => Sheet.Closed(((WorldCommitment)l.Fact).StageAt(f.At)?.Stage))]);

    /// <summary>All expectations with what has become of them by the day; null for all that is known.</summary>
    public IReadOnlyList<WatchedExpectation> Expectations(DateOnly? at) => Kept(expectations, at ?? DateOnly.MaxValue, _ => new Watch(view).All(at));

    /// <summary>A sheet that was made before, or is made now; the view does not change.</summary>
    public Sheet? Kept((string Code, DateOnly? At, bool Bars) key, Func<Sheet?> make)
    {
        if (sheets.TryGetValue(key, out Sheet? kept)) return kept;
        if (make() is not { } made) return null;
        // Days are chosen freely: what nobody comes back to must not pile up.
        if (sheets.Count >= MostSheets) sheets.Clear();
        return sheets.GetOrAdd(key, made);
    }

    // Days and names are chosen freely: what nobody comes back to must not pile up.
    private static TValue Kept<TKey, TValue>(ConcurrentDictionary<TKey, TValue> kept, TKey key, Func<TKey, TValue> make) where TKey : notnull
    {
        if (kept.Count >= MostSheets && !kept.ContainsKey(key)) kept.Clear();
        return kept.GetOrAdd(key, make);
    }

    private static DateOnly Day(Held<Event> e) => e.Fact.From ?? DateOnly.MinValue;

    private static IEnumerable<string> Sides(Event e) => e.Actors.Concat(e.Recipients).Select(p => p.Code).Distinct();

    private void Stand<T>(IEnumerable<Held<T>> held) where T : notnull
    {
        foreach (Held<T> h in held)
        {
            if (h.Receipt.Finding is { } id) standings[id] = (h.Standing, h.Receipt.Layer);
            foreach (Receipt r in h.Others)
            {
                // Who says the same stands as it does; who contradicts is told for himself.
                if (r.Finding is { } other && h.Standing is Model.Standing.Corroborated or Model.Standing.Accepted) standings.TryAdd(r.Finding!, (h.Standing, r.Layer));
            }
        }
    }
}
