using Annalist.Language;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Coding;

/// <summary>Recipients that no slot of a frame reaches: whom the words inside of what was done, promised or lifted name.</summary>
internal sealed partial class EventCoder
{
    private const int Deepest = 6;

    /// <summary>Below it, whose people they are was guessed from the report rather than told.</summary>
    private const double Told = 0.7;

    /// <summary>
    /// The recipient inside of what the predicate governs: "agreed to open its borders for trucks to enter <b>X</b>", "eased the curfew in parts of <b>X</b>",
    /// "would not lift the ban until <b>X</b> …". A party with a code goes before one of the actor's own state, and that before a role that no pack knows.
    /// </summary>
    private Candidate Inside(Sentence s, Candidate c, PartyFinder parties)
    {
        if (c.Recipients.Count > 0 || c.Sense.Type is EventType.Mobilize or EventType.Protest) return c;
        // One who agrees alone has agreed to something toward somebody.
        bool alone = c.Sense.Type == EventType.Agree && c.Actors.Select(a => a.Party.Code).Distinct(StringComparer.Ordinal).Count() == 1;
        if (IsMutual(c.Sense) ? !alone : c.Sense.Recipient.Count == 0) return c;
        bool Own(PartyFinder.Found f) => c.Actors.Any(a => a.Party.Code == f.Party.Code);
        int plain = -1;
        PartyFinder.Found? role = null, kin = null;
        // What was withdrawn or handed over is not toward whom, unless the frame says so.
        IReadOnlyList<int> thing = c.Sense.Recipient.Contains("object") || c.Predicate.Pos != "verb" ? [] : c.Predicate.Fill("object");
        foreach (int token in Governed(s, c.Predicate))
        {
            IReadOnlyList<PartyFinder.Found> found = [.. parties.Of(s, [token], true).Where(f => s.Tokens[f.Token].Upos != "PRON" && (f.Token == token || s.IsUnder(f.Token, token)))];
            int known = found.ToList().FindIndex(f => f.Party.Code != "UNK" && f.Confidence > Told && !Own(f) && world.Actor(f.Party.Code)?.Kind is not (ActorKind.Project or ActorKind.Format));
            // People whom a clause of their own says more of are meant themselves: "two airlines to land", not the state spoken of later.
            if (known >= 0 && (plain < 0 || Described(s, token, plain))) return With(found[known]);
            if (known >= 0) break;
            if (thing.Contains(token)) continue;
            kin ??= found.FirstOrDefault(f => f.Party.Code != "UNK" && f.Confidence > Told && Own(f) && f.Party.Sector is not (Sector.Gov or Sector.Mil) && c.Actors.All(a => a.Party.Span != f.Party.Span)) is { Party: not null } own ? own : null;
            if (s.Tokens[token].Relation != "compound") role ??= found.FirstOrDefault(f => f.Party.Code == "UNK" && f.Party.Sector != Sector.Unk) is { Party: not null } unknown ? unknown : null;
            if (plain < 0 && s.Tokens[token].Relation != "compound" && (kin is not null || found.Count > 0 || role is not null || IsSomebody(s, token))) plain = token;
        }
        if (c.Actors.Count == 0) return c;
        if ((kin ?? role) is { } other) return With(other);
        return plain < 0 ? c : c with { Plain = plain };

        Candidate With(PartyFinder.Found f) => c with { Recipients = [f with { Confidence = f.Confidence * 0.85 }] };
    }

    /// <summary>Whom a frame's own slots name in words that no pack knows: people first, then whoever the words inside tell, then any thing.</summary>
    private IReadOnlyList<Party> UnnamedRecipients(Sentence s, Candidate c, PartyFinder parties)
    {
        foreach (string slot in c.Sense.Recipient)
        {
            IReadOnlyList<int> filled = c.Predicate.Fill(slot);
            IReadOnlyList<Party> found = parties.Unnamed(s, filled);
            if (found.Count > 0) return c.Plain < 0 || filled.Any(t => IsSomebody(s, t)) ? found : parties.Unnamed(s, [c.Plain]);
        }
        return c.Plain < 0 ? [] : parties.Unnamed(s, [c.Plain]);
    }

    /// <summary>Several people, or states, told by a plain plural noun.</summary>
    private IReadOnlyList<PartyFinder.Found> Crowd(Sentence s, IReadOnlyList<int> tokens, PartyFinder parties) =>
        [.. tokens.Where(t => s.Tokens[t].Xpos == "NNS" && IsSomebody(s, t)).SelectMany(t => parties.Unnamed(s, [t]).Select(x => new PartyFinder.Found(x, 0.45, [NoteIds.ActorUnresolved], t)))];

    private bool IsSomebody(Sentence s, int token)
    {
        string lemma = s.Tokens[token].Lemma.ToLowerInvariant();
        return s.Tokens[token].Upos == "NOUN" && (codebook.Is(lemma, "@person") || codebook.Is(lemma, "@locality") || (codebook.Is(lemma, "@territory") && !codebook.Is(lemma, "@border")) || codebook.Is(lemma, "@protester") || lemma is "country" or "state" or "government" || codebook.Roles.ContainsKey(lemma));
    }

    /// <summary>True when only nouns and prepositions stand between a word and one that it describes: "workers in <b>X</b>".</summary>
    private static bool Described(Sentence s, int token, int noun)
    {
        int w = token;
        while (w >= 0 && w != noun && s.Tokens[w].Relation is "nmod" or "compound" or "appos" or "amod" or "conj") w = s.Tokens[w].Head;
        return w == noun;
    }

    /// <summary>Exercises of two states are cooperation, those of one are mobilisation (codebook 3).</summary>
    private Candidate Together(Candidate c) => c.Sense.Type == EventType.Mobilize && codebook.Is(c.Sense.Lemma, "@exercise") && c.Actors.Select(a => a.Party.Code).Where(x => x != "UNK").Distinct(StringComparer.Ordinal).Count() > 1
        ? c with { Sense = c.Sense with { Type = EventType.Cooperate, Modes = [], Mutual = true }, Recipients = [] } : c;

    /// <summary>The nouns below a predicate that can tell toward whom it is, in text order; conditions ("until X does …") last.</summary>
    private static List<int> Governed(Sentence s, Predicate p)
    {
        var found = new List<int>();
        var last = new List<int>();
        Walk(p.Token, 0);
        if (p.Light >= 0) Walk(p.Light, 0);
        found.AddRange(last);
        return found;

        void Walk(int head, int depth)
        {
            if (depth > Deepest) return;
            foreach (int c in s.Children(head))
            {
                Token t = s.Tokens[c];
                if (c == p.Token || (depth == 0 && c < p.Token)) continue;
                if (t.Relation == "advcl" && Condition(s, c))
                {
                    if (s.Child(c, "nsubj") is int who and >= 0) last.Add(who);
                    continue;
                }
                bool clause = t.Relation is "xcomp" || (t.Relation is "acl" && t.Deprel != "acl:relcl" && s.Children(c).All(k => s.Tokens[k].Upos != "ADP")) || (t.Relation is "advcl" && s.Children(c).Any(k => s.Tokens[k].Relation == "mark" && s.Tokens[k].Lemma == "to"))
                    || (t.Deprel == "acl:relcl" && s.Children(c).Any(k => s.Tokens[k].Relation == "nsubj" && s.Tokens[k].Lemma is not ("who" or "which" or "that")));
                bool phrase = t.Relation is "obj" or "iobj" or "nmod" or "obl" or "appos" or "compound" && Leads(c, head);
                if (!clause && !phrase) continue;
                if (phrase && t.Upos is "NOUN" or "PROPN") found.Add(c);
                Walk(c, depth + 1);
            }
        }

        // Where a light verb's act is heard or held says nothing of whom it is toward.
        bool Leads(int token, int head)
        {
            string? prep = s.Children(token).Where(k => s.Tokens[k].Relation == "case").Select(k => s.Tokens[k].Lemma).FirstOrDefault();
            return prep is null or "'s" or "to" or "for" or "on" or "against" or "from" or "into" or "toward" or "towards"
                || (head != p.Light && prep is "in" or "at" or "of" or "near" or "across" or "inside" or "among" or "between" or "within" or "over");
        }
    }

    private static bool Condition(Sentence s, int clause) => s.Children(clause).Any(k => s.Tokens[k].Relation == "mark" && s.Tokens[k].Lemma is "until" or "till" or "unless" or "if" or "before");
}
