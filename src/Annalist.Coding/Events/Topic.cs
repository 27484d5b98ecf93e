using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Coding;

/// <summary>
/// What the report has been speaking of: the acts told last. In a third of the acts that news tell a party is named by no word of the
/// sentence; it is then the counterpart of the acts before. Such a party has no mention, and its event the note <c>party-inferred</c>.
/// </summary>
internal sealed class Topic(World world, Codebook codebook)
{
    private const int Window = 3;   // sentences back; beyond, a report has moved on more often than not
    private const int Often = 3;    // acts with the same other side before it is taken for the usual one
    private const int Conflict = 8; // a fight stays a report's topic for longer: who shells whom is said once

    private readonly List<(int Sentence, Event Event)> acts = [];

    /// <summary>Takes note of an act.</summary>
    public void Add(int sentence, Event e) => acts.Add((sentence, e with { Recipients = IsCall(e) ? [] : [.. e.Recipients.Where(r => r.Code != "UNK" || r.Sector != Sector.Unk)] }));

    /// <summary>True for a third's call on two that quarrel, neither of them named: it does not make the third a side.</summary>
    private static bool IsCall(Event e) => e.Type is EventType.Request or EventType.Agree && e.Recipients.Count > 1 && e.Recipients.All(r => r.Mention is null);

    /// <summary>The event with parties filled in where its sentence names none; null when nobody at all can be named.</summary>
    /// <param name="sentence">Index of its sentence.</param>
    /// <param name="e">The event with the parties that its sentence names.</param>
    /// <param name="sense">Its sense.</param>
    /// <param name="mediates">True for what a third party offers to two that quarrel: to mediate, to host their talks.</param>
    /// <param name="meant">Types of the act that its object takes up ("the request"); null when it takes up none.</param>
    public Event? Complete(int sentence, Event e, Sense sense, bool mediates = false, IReadOnlySet<EventType>? meant = null)
    {
        if (e.Type == EventType.Concede) e = Lifted(sentence, e, sense);
        if (e.Type == EventType.Protest) return Protest(e);
        bool mutual = sense.Mutual || (codebook.Type(e.Type).Mutual && !sense.Modes.Contains("visit"));
        if (e.Actors.All(a => a.Code == "UNK" && a.Mention is null) && e.Recipients.Count == 0)
        {
            Event? last = Last(sentence, Window, x => x.Actors.Any(a => a.Code != "UNK"));
            if (last is null) return null;
            IEnumerable<Party> all = mutual && e.Status != EventStatus.Denied ? last.Actors.Concat(last.Recipients) : last.Actors;
            return Inferred(e with { Actors = [.. Plain(all)], Recipients = mutual ? [] : [.. Plain(last.Recipients)] });
        }
        if (e.Actors.All(a => a.Code == "UNK" && a.Mention is null) && !mutual)
        {
            // Done to somebody by nobody named: by the counterpart of the acts before.
            if (e.Recipients.Count == 0 || (Counterparts(sentence, e.Recipients[0].Code, IsConflict(e.Type)) is { Count: > 0 } near ? near : Usual(e.Recipients[0].Code)) is not { Count: > 0 } doers) return codebook.Type(e.Type).Quad is 1 or 3 ? null : e;
            return Inferred(e with { Actors = doers });
        }
        if (mutual)
        {
            if (e.Type is EventType.Consult && e.Status != EventStatus.Denied && e.Actors.Count == 1 && IsState(e.Actors[0].Code) && (Counterparts(sentence, e.Actors[0].Code) is { Count: > 0 } beside ? beside : Usual(e.Actors[0].Code)) is { Count: > 0 } others) return Inferred(e with { Actors = [.. e.Actors, .. others] });
            return e;
        }
        if (e.Recipients.Count > 0 || sense.Recipient.Count == 0 || e.Actors.Count != 1 || e.Actors[0].Code == "UNK") return e;
        // Police break up, arrest and search at home.
        if (e.Type == EventType.Coerce && e.Actors[0].Sector == Sector.Cop) return Inferred(e with { Recipients = [new Party(e.Actors[0].Code, Sector.Cvl, null, null, null)] });
        IReadOnlyList<Party> found = mediates || (e.Type == EventType.Request && (sense.Modes.Contains("meet") || sense.Modes.Contains("yield"))) ? Quarrel(sentence, e.Actors[0].Code) : [];
        if (found.Count == 0 && meant is not null) found = Owner(sentence, meant, e.Actors[0].Code);
        if (found.Count == 0) found = Counterparts(sentence, e.Actors[0].Code, IsConflict(e.Type));
        if (found.Count == 0) found = Usual(e.Actors[0].Code);
        return found.Count == 0 ? e : Inferred(e with { Recipients = found });
    }

    /// <summary>A crowd in the street stands against its own government unless the sentence says otherwise (PLOVER manual: PROTEST).</summary>
    private Event? Protest(Event e)
    {
        string? code = e.Actors.Select(a => a.Code).FirstOrDefault(c => c != "UNK") ?? e.Recipients.Select(r => r.Code).FirstOrDefault(c => c != "UNK");
        if (code is null) return e.Actors.Any(a => a.Mention is not null && (a.Sector != Sector.Unk || a.Name is null)) ? e with { Actors = [.. e.Actors.Select(a => a.Sector == Sector.Unk ? a with { Sector = Sector.Cvl } : a)] } : null;
        Party[] actors = [.. e.Actors.Select(a => a.Code == "UNK" ? a with { Code = code, Sector = a.Sector == Sector.Unk ? Sector.Cvl : a.Sector } : a.Sector is Sector.Gov or Sector.Unk ? a with { Sector = Sector.Cvl } : a)];
        if (e.Recipients.Any(r => r.Code != "UNK") || !IsState(code)) return e with { Actors = actors };
        return Inferred(e with { Actors = actors, Recipients = [.. e.Recipients, new Party(code, Sector.Gov, null, null, null)] });
    }

    private static bool IsConflict(EventType type) => type is EventType.Assault or EventType.Coerce or EventType.Accuse or EventType.Reject or EventType.Threaten or EventType.Retreat;

    /// <summary>Sanctions are lifted by whom and for whom they were imposed, as told before.</summary>
    private Event Lifted(int sentence, Event e, Sense sense)
    {
        if (!sense.If.Values.Any(w => w.All.Contains("@sanction"))) return e;
        bool open = e.Actors.All(a => a.Code == "UNK" && a.Mention is null);
        if (!open && e.Recipients.Count > 0) return e;
        Event? imposed = Last(sentence, Conflict, x => x.Type == EventType.Sanction && x.Recipients.Any(r => r.Code != "UNK") && (open ? x.Actors.Any(a => a.Code != "UNK") && (e.Recipients.Count == 0 || x.Recipients.Any(r => e.Recipients.Any(o => o.Code == r.Code))) : x.Actors.Any(a => e.Actors.Any(o => o.Code == a.Code))));
        if (imposed is null) return e;
        return Inferred(e with { Actors = open ? [.. Plain(imposed.Actors)] : e.Actors, Recipients = e.Recipients.Count > 0 ? e.Recipients : [.. Plain(imposed.Recipients)] });
    }

    /// <summary>Whose the request or the charge is that somebody backs or rejects: of whoever did such an act last.</summary>
    private IReadOnlyList<Party> Owner(int sentence, IReadOnlySet<EventType> types, string by)
    {
        Event? act = Last(sentence, Window, x => types.Contains(x.Type) && x.Actors.All(a => a.Code != by && a.Code != "UNK"));
        return act is null || act.Actors.DistinctBy(a => a.Code).Count() > 2 ? [] : [.. Plain(act.Actors)];
    }

    /// <summary>The two that fight, where a third calls for restraint or talks: those of the act of force told last; empty when the third has part in it.</summary>
    private IReadOnlyList<Party> Quarrel(int sentence, string third)
    {
        Event? last = Last(sentence, Conflict, x => x.Type is EventType.Assault or EventType.Threaten or EventType.Retreat && x.Actors.Concat(x.Recipients).Where(p => p.Code != "UNK").Select(p => p.Code).Distinct().Count() == 2);
        if (last is null || last.Actors.Concat(last.Recipients).Any(p => p.Code == third)) return [];
        return [.. Plain(last.Actors.Concat(last.Recipients).Where(p => p.Code != "UNK")).DistinctBy(p => p.Code)];
    }

    private IReadOnlyList<Party> Counterparts(int sentence, string code, bool conflict = false)
    {
        Event? last = Last(sentence, conflict ? Conflict : Window, x => (!conflict || IsConflict(x.Type)) && (x.Actors.Concat(x.Recipients)).Any(p => p.Code == code) && x.Actors.Concat(x.Recipients).Any(p => p.Code != code && p.Code != "UNK"));
        if (last is null) return conflict ? Counterparts(sentence, code) : [];
        bool actor = last.Actors.Any(p => p.Code == code);
        IEnumerable<Party> other = actor && last.Recipients.Count > 0 ? last.Recipients : last.Actors;
        var found = Plain(other.Where(p => p.Code != code && p.Code != "UNK")).ToList();
        return found.Count > 3 ? [] : found;
    }

    /// <summary>The one with whom the party has had most to do in the report so far, where it is the other side of half of its acts and more than once.</summary>
    private List<Party> Usual(string code)
    {
        var others = acts.Where(a => a.Event.Actors.Concat(a.Event.Recipients).Any(p => p.Code == code))
            .Select(a => a.Event.Actors.Concat(a.Event.Recipients).Where(p => p.Code != code && p.Code != "UNK").DistinctBy(p => p.Code).ToList()).Where(o => o.Count > 0).ToList();
        var most = others.SelectMany(o => o).GroupBy(p => p.Code, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault();
        return most is null || most.Count() < Often || 2 * most.Count() < others.Count ? [] : [.. Plain(most.Take(1))];
    }

    private Event? Last(int sentence, int window, Func<Event, bool> fits)
    {
        for (int i = acts.Count - 1; i >= 0 && sentence - acts[i].Sentence <= window; i--)
        {
            if (fits(acts[i].Event)) return acts[i].Event;
        }
        return null;
    }

    private IEnumerable<Party> Plain(IEnumerable<Party> parties) => parties.Select(p => p with { Mention = null, Span = null, Sector = p.Name is null && IsState(p.Code) ? Sector.Gov : p.Sector }).DistinctBy(p => (p.Code, p.Sector));

    internal static Event Inferred(Event e) => e with { Confidence = Math.Round(e.Confidence * 0.7, 3), Notes = [.. e.Notes.Append(NoteIds.PartyInferred).Distinct().Order(StringComparer.Ordinal)] };

    private bool IsState(string code) => world.Actor(code)?.Kind is ActorKind.State or ActorKind.Territory;
}
