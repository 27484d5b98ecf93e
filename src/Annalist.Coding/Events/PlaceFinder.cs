using Annalist.Language;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Coding;

/// <summary>Where an act was done, by the words of its own sentence; <see cref="SceneFinder"/> adds what earlier sentences say. Thread-safe.</summary>
internal sealed class PlaceFinder(Codebook codebook, World world)
{
    /// <summary>The place named beside the predicate, with those joined to it; for a visit, the place visited; null when none is named.</summary>
    public string? Find(Passage passage, Sentence s, Predicate p, Sense sense, IReadOnlyList<Party> recipients)
    {
        if (sense.Type == EventType.Assault && Struck(passage, s, p) is string struck) return struck;
        (int First, int Last)? best = null;
        int bestDistance = int.MaxValue;
        foreach ((int first, int last) in Named(passage, s))
        {
            int before = Preposition(s, first);
            if (before < 0 || !IsWhere(s.Tokens[before].Lemma, sense) || !Governs(s, before, first, last)) continue;
            // "the ambassador in X", "officials in X" say where somebody is posted, not where the act was.
            if (before > 0 && codebook.Is(s.Tokens[before - 1].Lemma, "@posted")) continue;
            if (!MayBePlaceOf(s, p, sense, first, last, before)) continue;
            bool under = s.IsUnder(first, p.Token) || s.IsUnder(first, p.Anchor);
            int distance = Math.Abs(first - p.Anchor) + (under ? 0 : 40);
            if (distance < bestDistance) (best, bestDistance) = ((first, last), distance);
        }
        if (best is (int f, int l)) return Words(passage, s, f, Joined(passage, s, l));
        if (Relative(passage, s, p, sense.Type) is (int rf, int rl)) return Words(passage, s, rf, Joined(passage, s, rl));
        if (Described(passage, s, p) is string scene) return scene;
        if (!sense.Modes.Contains("visit")) return null;
        Party? host = recipients.FirstOrDefault(r => r.Name is null && r.Span is TextSpan span && Named(passage, s).Any(n => s.Tokens[n.First].Span.Start == span.Start));
        return host?.Mention;
    }

    private static string Words(Passage passage, Sentence s, int first, int last) => s.SpanOf(Enumerable.Range(first, last - first)).Cut(passage.Text);

    /// <summary>The token before a place's phrase: its preposition, where it has one; −1 at the sentence's start.</summary>
    private int Preposition(Sentence s, int first)
    {
        int before = first - 1;
        while (before >= 0 && (s.Tokens[before].Upos is "DET" or "PROPN" or "ADJ" or "NOUN" || (s.Tokens[before].Lemma == "of" && before > 0 && codebook.Is(s.Tokens[before - 1].Lemma, "@locality"))) && first - before < 5) before--;
        return before;
    }

    /// <summary>Prepositions that say where; out of where forces go, and where to somebody is invited.</summary>
    private static bool IsWhere(string preposition, Sense sense) => preposition is "in" or "at" or "near" or "outside" or "around"
        || (preposition == "from" && sense.Type == EventType.Retreat) || (preposition == "to" && sense.Type == EventType.Request && sense.Modes.Contains("meet"));

    /// <summary>False for a preposition that the tree gives to a phrase of which the place is no part: "at the same time | X demanded".</summary>
    private static bool Governs(Sentence s, int preposition, int first, int last)
    {
        Token t = s.Tokens[preposition];
        return t.Relation != "case" || t.Head < preposition || (t.Head >= first && t.Head < last) || s.IsUnder(first, t.Head) || s.IsUnder(t.Head, first);
    }

    /// <summary>The place that an attack is on ("shelled the village of <b>X</b>", "opened fire on <b>X</b>", "on the <b>X</b> border post"), a state not being one; null when none is named.</summary>
    private string? Struck(Passage passage, Sentence s, Predicate p)
    {
        IReadOnlyList<int> struck = [.. p.Fill("object"), .. p.Fill("on")];
        foreach (int f in struck)
        {
            foreach (PlaceMention m in passage.Places.Where(x => x.Sentence == s.Index && s.IsUnder(x.First, f)))
            {
                if (m.First > 0 && s.Tokens[m.First - 1].Upos == "ADP" && s.Tokens[m.First - 1].Lemma is not ("of" or "on") && f != m.First) continue;
                return Words(passage, s, m.First, m.Last);
            }
        }
        // A post, base or village with a name that no pack knows.
        foreach (int f in struck)
        {
            if (s.Tokens[f].Upos is not ("NOUN" or "PROPN") || !codebook.Is(s.Tokens[f].Lemma.ToLowerInvariant(), "@territory")) continue;
            int name = s.Children(f).FirstOrDefault(c => s.Tokens[c].Upos == "PROPN" && s.Tokens[c].Relation is "compound" or "flat" or "appos" && passage.Mentions.Covering(s.Index, c) is null, -1);
            if (name >= 0) return Words(passage, s, name, name + 1);
        }
        return null;
    }

    /// <summary>
    /// False when the tree shows that a place is not the act's: it stands in a clause below the act's, the act stands in a clause below the place's ("in X, the
    /// leader whom Y punished, said"), or it hangs on a noun of another phrase ("amid the conflict in X"). Dates pass a place on to what they date ("on May 4 in X").
    /// </summary>
    private bool MayBePlaceOf(Sentence s, Predicate p, Sense sense, int first, int last, int preposition)
    {
        int where = last < s.Tokens.Count && s.Tokens[last].Form == "," ? last + 1 : last;
        if (where < s.Tokens.Count && s.Tokens[where].Lemma == "where" && p.Anchor > where) return true;
        int head = s.Tokens[preposition].Relation == "case" && s.Tokens[preposition].Head > preposition ? s.Tokens[preposition].Head : first;
        int on = s.Tokens[head].Head;
        while (on >= 0 && (on > preposition && on < last || s.Tokens[on].Upos == "NUM" || (s.Tokens[on].Upos == "PROPN" && s.Children(on).Any(c => s.Tokens[c].Upos == "NUM")))) on = s.Tokens[on].Head;
        if (on < 0 || on == p.Token || on == p.Anchor) return true;
        var above = new List<int>();
        for (int w = p.Anchor; w >= 0 && above.Count < s.Tokens.Count; w = s.Tokens[w].Head) above.Add(w);
        if (s.IsUnder(p.Token, on) && !above.Contains(on)) return true;
        // "exercises to be held in X": the clause only says where and when the act is.
        if (p.Pos == "noun" && s.Tokens[on].Upos == "VERB" && s.Tokens[on].Relation is "acl" or "advcl" && on > p.Token && on - p.Token < 7 && first > on && codebook.Is(s.Tokens[on].Lemma, "@happen") && s.Child(on, "nsubj", "obj") < 0) return true;
        // What is said, promised or asked of a thing somewhere is not done there: "proposed to turn the office in X into a centre".
        bool reached = s.Tokens[preposition].Lemma == "to" && s.Tokens[on].Head == p.Token;   // "invited both | to X", hung on the guests
        if (reached) return true;
        int thing = on;
        while (s.Tokens[thing].Relation is "nmod" or "flat" or "compound" && s.Tokens[thing].Head >= 0 && !above.Contains(thing)) thing = s.Tokens[thing].Head;
        if (IsTold(sense.Type) && s.Tokens[thing].Upos == "NOUN" && !above.Contains(thing) && s.Tokens[thing].Relation is "obj" or "nsubj" && s.Tokens[thing].Head != p.Token && s.Tokens[thing].Head != p.Anchor && !codebook.Is(s.Tokens[thing].Lemma, "@locality") && !IsMeeting(s, thing)) return false;
        // Up from the place to the first word that the act hangs on too.
        bool abstractly = false;
        int meet = on;
        while (!above.Contains(meet))
        {
            Token t = s.Tokens[meet];
            // "talks about the plant in X", "against the backdrop of the war in X": a matter, not the scene.
            if (t.Upos is "NOUN" && s.Children(meet).Any(c => s.Tokens[c].Relation == "case" && s.Tokens[c].Lemma is "about" or "over" or "against" or "amid" or "despite" or "towards" or "toward")) return false;
            // "after their arrival in X": another act's place.
            if (t.Upos is "NOUN" && IsVisit(s, meet) && s.Children(meet).Any(c => s.Tokens[c].Relation == "case" && s.Tokens[c].Lemma is "after" or "before" or "since")) return false;
            // "said after meeting X in Y": said there too.
            if (t is { Relation: "advcl", Upos: "VERB" } && IsTold(sense.Type) && s.Child(meet, "nsubj") < 0 && codebook.SensesOf(t.Lemma.ToLowerInvariant(), "verb").Any(x => x.Type == EventType.Consult))
            {
                meet = t.Head;
                continue;
            }
            if (t.Relation is "acl" or "advcl" or "ccomp" or "parataxis" || (t.Relation == "conj" && t.Upos == "VERB" && s.Child(meet, "nsubj") >= 0)) return false;
            abstractly |= t.Relation == "obl" && s.Tokens[on].Upos == "NOUN" && !codebook.Is(s.Tokens[meet].Lemma, "@locality") && !IsMeeting(s, meet);
            meet = t.Head;
        }
        if (abstractly && on != meet && s.Tokens[on].Head != p.Token && s.Tokens[on].Head != p.Anchor) return false;
        // Down from there to the act.
        foreach (int w in above.TakeWhile(w => w != meet))
        {
            // "it is known that on May 4 in X they met": behind the "that" the place is the clause's own, wherever the tree hangs it.
            if (s.Tokens[w].Relation == "ccomp" && s.Children(w).Any(c => s.Tokens[c] is { Relation: "mark", Lemma: "that" } && c < first) && first < p.Anchor) continue;
            // "In X, crowds gathered; police dispersed them": what opens the sentence is the scene of what is done in it.
            if (s.Tokens[w].Relation == "parataxis" && preposition == 0 && !IsTold(sense.Type)) continue;
            if (s.Tokens[w].Relation is "ccomp" or "parataxis" || s.Tokens[w].Deprel == "acl:relcl" || (s.Tokens[w].Relation is "advcl" && s.Child(w, "nsubj") >= 0)) return false;
            if (IsMatter(s, w, sense.Type)) return false;
        }
        return true;
    }

    /// <summary>True for acts of words: they are done where the speaker is, whatever they are about.</summary>
    private bool IsTold(EventType type) => type != EventType.Consult && codebook.Type(type).Quad is 1 or 3;

    private bool IsMeeting(Sentence s, int noun) => codebook.SensesOf(s.Tokens[noun].Lemma.ToLowerInvariant(), "noun").Any(x => x.Type == EventType.Consult);

    private bool IsVisit(Sentence s, int noun) => codebook.SensesOf(s.Tokens[noun].Lemma.ToLowerInvariant(), "noun").Any(x => x.Modes.Contains("visit"));

    /// <summary>True for what is agreed, asked or discussed: it is not done where it is agreed ("in X they agreed <b>to pull back</b>").</summary>
    private bool IsMatter(Sentence s, int word, EventType type)
    {
        Token t = s.Tokens[word];
        if (t.Head < 0 || s.Tokens[t.Head].Upos != "VERB" || !(t.Relation == "xcomp" || (t.Relation == "obj" && t.Upos == "NOUN" && type is not (EventType.Consult or EventType.Agree)))) return false;
        var senses = codebook.SensesOf(s.Tokens[t.Head].Lemma.ToLowerInvariant(), "verb");
        return senses.Any(x => x.Type is EventType.Agree or EventType.Request or EventType.Consult or EventType.Threaten or EventType.Reject) && senses.All(x => x.Type != type);
    }

    /// <summary>The place that a clause says more of ("flew to X on Monday, <b>where</b> he met …"), or that of the meeting "<b>at which</b>" the act was done; null when the act stands in no such clause.</summary>
    private (int First, int Last)? Relative(Passage passage, Sentence s, Predicate p, EventType type)
    {
        for (int w = p.Anchor, steps = 0; w >= 0 && steps < 6; w = s.Tokens[w].Head, steps++)
        {
            foreach (int c in s.Children(w))
            {
                Token t = s.Tokens[c];
                bool there = t.Lemma == "where" && c < p.Anchor;
                bool meeting = t.Lemma == "which" && (IsTold(type) || type is EventType.Consult or EventType.Support) && c > 0 && c < p.Anchor && s.Tokens[c - 1].Lemma is "at" or "during";
                if (!there && !meeting) continue;
                (int First, int Last)? last = null;
                foreach ((int first, int end) in Named(passage, s).Where(n => n.Last <= c).OrderBy(n => n.First))
                {
                    int before = Preposition(s, first);
                    if (before < 0 || s.Tokens[before].Lemma is not ("in" or "at" or "near") && !(there && s.Tokens[before].Lemma is "to" or "for") || !Governs(s, before, first, end)) continue;
                    if (there && Enumerable.Range(end, c - end).Any(i => s.Tokens[i].Upos is "VERB" or "AUX")) continue;
                    last = (first, end);
                }
                if (last is not null) return last;
            }
            if (s.Tokens[w].Relation is "acl" or "advcl" or "ccomp") break;
        }
        return null;
    }

    /// <summary>A place without a name: "in <b>the north</b>", "in the <b>presidential palace</b>"; null when the act has none.</summary>
    private string? Described(Passage passage, Sentence s, Predicate p)
    {
        foreach (int on in new[] { p.Token, p.Anchor }.Concat(p.Fill("object")).Distinct())
        {
            foreach (int c in s.Children(on).Where(c => c > on && s.Tokens[c].Upos == "NOUN" && s.Tokens[c].Relation is "obl" or "nmod" && codebook.Is(s.Tokens[c].Lemma, "@scene")))
            {
                if (!s.Children(c).Any(k => s.Tokens[k].Relation == "case" && s.Tokens[k].Lemma is "in" or "at" or "near" or "outside") || s.Children(c).Any(k => s.Tokens[k].Deprel == "nmod:poss")) continue;
                if (!s.Children(c).Any(k => s.Tokens[k].Relation == "det" && s.Tokens[k].Lemma == "the")) continue;
                int first = c;
                while (first > 0 && s.Tokens[first - 1].Relation is "amod" or "compound" && s.Tokens[first - 1].Head == c) first--;
                return Words(passage, s, first, c + 1);
            }
        }
        return null;
    }

    /// <summary>Places, and names of states and territories, by their tokens.</summary>
    private IEnumerable<(int First, int Last)> Named(Passage passage, Sentence s)
    {
        foreach (PlaceMention m in passage.Places.Where(x => x.Sentence == s.Index)) yield return (m.First, m.Last);
        foreach (ActorMention m in passage.Mentions.In(s.Index))
        {
            if (m.Kind == MentionKind.Name && m.Codes.Count == 1 && world.Actor(m.Codes[0])?.Kind is ActorKind.State or ActorKind.Territory) yield return (m.First, m.Last);
        }
    }

    private int Joined(Passage passage, Sentence s, int last)
    {
        while (last + 1 < s.Tokens.Count && (s.Tokens[last].Form == "," || s.Tokens[last].Upos == "CCONJ"))
        {
            int next = last + 1;
            if (s.Tokens[next].Upos == "CCONJ") next++;
            int end = -1;
            foreach ((int first, int l) in Named(passage, s))
            {
                if (first == next) end = l;
            }
            if (end < 0) break;
            last = end;
        }
        return last;
    }
}
