using Annalist.Language;
using Annalist.Model;

namespace Annalist.Coding;

/// <summary>Parties that stand outside of the predicate's own slots: in the clauses below it, in who tells of it, in the act that its object takes up.</summary>
internal sealed partial class EventCoder
{
    /// <summary>Slots of the act below through which its recipient is reached.</summary>
    private static readonly string[] Reached = ["iobject", "to", "with", "against", "on", "object", "for", "from"];

    /// <summary>Slots of the clause that says more of what is lifted, rejected or backed.</summary>
    private static readonly string[] Imposed = ["on", "upon", "against"];

    private static readonly string[] Praised = ["object", "on", "upon", "against"];

    /// <summary>Who tells of help, troops or arrests in the passive, and is of those who give, send or make them, tells of the own: "the ministry said that two ships had been sent".</summary>
    private static Event ByTeller(Sentence s, Predicate p, Event e, PartyFinder parties)
    {
        if (!p.IsPassive || e.Actors.Any(a => a.Code != "UNK" || a.Mention is not null) || parties.Speech(s.Tokens[p.Anchor].Span) is not { } said || said.SpeakerCode == "UNK") return e;
        bool own = e.Type is EventType.Mobilize or EventType.Aid or EventType.Retreat ? IsRuling(said.SpeakerSector) : e.Type == EventType.Coerce && said.SpeakerSector is Sector.Cop or Sector.Jud;
        if (!own || e.Recipients.Any(r => r.Code == said.SpeakerCode) && e.Type != EventType.Coerce) return e;
        return Topic.Inferred(e with { Actors = [new Party(said.SpeakerCode, said.SpeakerSector, null, null, null)] });
    }

    /// <summary>The types of the act that a definite noun takes up as the object ("backed <b>the request</b>"); null when the object has an owner of its own or is no such noun.</summary>
    private IReadOnlySet<EventType>? Meant(Sentence s, Predicate p)
    {
        foreach (int f in p.Pos == "verb" ? p.Fill("object") : [])
        {
            Token t = s.Tokens[f];
            if (t.Upos != "NOUN" || !codebook.Is(t.Lemma, "@act-noun") || s.Child(f, "nmod:poss") >= 0 || !s.Children(f).Any(c => s.Tokens[c].Relation == "det" && s.Tokens[c].Lemma is "the" or "this" or "that")) continue;
            return codebook.SensesOf(t.Lemma.ToLowerInvariant(), "noun").Select(x => x.Type).ToHashSet();
        }
        return null;
    }

    /// <summary>Toward whom a promise, a threat or a refusal goes is often told by the act promised: "agreed to lend a billion <b>to X</b>".</summary>
    private IReadOnlyList<PartyFinder.Found> Below(Sentence s, Predicate p, PartyFinder parties, List<PartyFinder.Found> actors)
    {
        foreach (int c in p.Complements)
        {
            if (s.Tokens[c].Upos != "VERB" || Predicate.At(s, codebook, c) is not { } below) continue;
            foreach (string slot in Reached)
            {
                IReadOnlyList<PartyFinder.Found> found = [.. parties.Of(s, below.Fill(slot), true).Where(r => r.Party.Code != "UNK" && !actors.Exists(a => a.Party.Code == r.Party.Code))];
                if (found.Count > 0) return [.. found.Select(f => f with { Confidence = f.Confidence * 0.8 })];
            }
        }
        // "lifted the ban that it had imposed <b>on X</b>", "rejected the text praising <b>X</b>": toward whom the thing is.
        foreach (int c in p.Pos == "verb" ? p.Fill("object").SelectMany(f => s.Children(f)).Where(c => s.Tokens[c] is { Relation: "acl", Upos: "VERB" }) : [])
        {
            if (Predicate.At(s, codebook, c) is not { } below) continue;
            foreach (string slot in s.Tokens[c].Xpos == "VBG" ? Praised : Imposed)
            {
                IReadOnlyList<PartyFinder.Found> found = [.. parties.Of(s, below.Fill(slot), true).Where(r => r.Party.Code != "UNK" && !actors.Exists(a => a.Party.Code == r.Party.Code))];
                if (found.Count > 0) return [.. found.Select(f => f with { Confidence = f.Confidence * 0.8 })];
            }
        }
        return [];
    }
}
