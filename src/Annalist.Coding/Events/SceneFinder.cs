using Annalist.Language;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Coding;

/// <summary>
/// Where an act was done that its own sentence does not place: the same meeting told before, the meeting at which it was done ("at the talks"), the state
/// visited. Remembers the meetings of one passage; not thread-safe.
/// </summary>
internal sealed class SceneFinder(World world, Codebook codebook, Passage passage)
{
    private const int Window = 10;   // sentences back in which "the summit" finds its own

    private readonly List<(int Sentence, Event Event)> meetings = [];

    /// <summary>Takes note of a meeting.</summary>
    public void Add(int sentence, Event e)
    {
        if (e.Type == EventType.Consult && e.Place is not null && !e.Modes.Contains("phone")) meetings.Add((sentence, e));
    }

    /// <summary>The event with its place, where its own sentence gives none and the report tells it elsewhere.</summary>
    public Event Complete(Sentence s, Predicate p, Event e)
    {
        if (e.Place is not null || e.Modes.Contains("phone")) return e;
        string? place = e.Type == EventType.Consult ? (IsKnown(s, p) ? SameMeeting(e) : null) ?? Visited(s, e) : AtMeeting(s, p) ? meetings.LastOrDefault(m => s.Index - m.Sentence <= Window).Event?.Place : null;
        return place is null ? e : e with { Place = place };
    }

    /// <summary>False for a meeting that a bare noun brings in as new: "a meeting", "negotiations".</summary>
    private static bool IsKnown(Sentence s, Predicate p) => p.Pos != "noun" || s.Children(p.Token).Any(c => s.Tokens[c].Deprel == "nmod:poss" || (s.Tokens[c].Relation == "det" && s.Tokens[c].Lemma is "the" or "this" or "that" or "these"));

    /// <summary>The place of the meeting of just these parties told last, unless the days differ.</summary>
    private string? SameMeeting(Event e)
    {
        HashSet<string> who = Codes(e);
        if (who.Count < 2) return null;
        for (int i = meetings.Count - 1; i >= 0; i--)
        {
            Event m = meetings[i].Event;
            // What has happened is not the meeting that is still to come.
            if (!Codes(m).SetEquals(who) || (m.Status != e.Status && m.Status is EventStatus.Planned or EventStatus.Possible && e.Status == EventStatus.Occurred) || (e.From is not null && m.From is not null && (e.From > (m.To ?? m.From) || m.From > (e.To ?? e.From)))) continue;
            return m.Place;
        }
        return null;
    }

    /// <summary>The state visited, as the report names it.</summary>
    private string? Visited(Sentence s, Event e)
    {
        if (!e.Modes.Contains("visit") || e.Recipients.Select(r => r.Code).Distinct().Count() != 1 || e.Actors.Any(a => a.Code == e.Recipients[0].Code)) return null;
        string code = e.Recipients[0].Code;
        if (world.Actor(code)?.Kind is not (ActorKind.State or ActorKind.Territory)) return null;
        return Enumerable.Range(0, s.Index + 1).Reverse().SelectMany(i => passage.Mentions.In(i)).FirstOrDefault(m => m.Kind == MentionKind.Name && m.Codes.Count == 1 && m.Codes[0] == code)?.Text;
    }

    /// <summary>True when the sentence says that the act was done at a meeting known to the reader: "at <b>the talks</b>", "during <b>his visit</b>".</summary>
    private bool AtMeeting(Sentence s, Predicate p)
    {
        for (int w = p.Anchor, steps = 0; w >= 0 && steps < 6; w = s.Tokens[w].Head, steps++)
        {
            foreach (int c in s.Children(w))
            {
                if (s.Tokens[c].Upos != "NOUN" || s.Tokens[c].Relation is not ("obl" or "nmod") || !codebook.Is(s.Tokens[c].Lemma, "@talks") && s.Tokens[c].Lemma != "visit") continue;
                bool at = s.Children(c).Any(k => s.Tokens[k].Relation == "case" && s.Tokens[k].Lemma is "at" or "during");
                if (at && s.Children(c).Any(k => s.Tokens[k].Relation == "det" && s.Tokens[k].Lemma is "the" or "this" || s.Tokens[k].Deprel == "nmod:poss")) return true;
            }
            if (s.Tokens[w].Relation is "acl" or "advcl" or "ccomp" or "parataxis") break;
        }
        return false;
    }

    private static HashSet<string> Codes(Event e) => [.. e.Actors.Concat(e.Recipients).Select(p => p.Code).Where(c => c != "UNK")];
}
