using Annalist.Language;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Coding;

/// <summary>Modes, contexts, place and matter of an event.</summary>
internal sealed class EventDetails(Codebook codebook, World world)
{
    /// <summary>The sense's modes, and for a meeting those that its parties and means show; in the codebook's order.</summary>
    public IReadOnlyList<string> Modes(Sentence s, Sense sense, IReadOnlyList<Party> actors)
    {
        var modes = new HashSet<string>(sense.Modes, StringComparer.Ordinal);
        if (sense.Type == EventType.Consult)
        {
            if (!modes.Contains("visit") && !modes.Contains("phone") && Many(actors)) modes.Add("multilateral");
            if (s.Tokens.Any(t => codebook.Is(t.Lemma.ToLowerInvariant(), "@phone"))) modes.Add("phone");
        }
        return [.. codebook.Type(sense.Type).Modes.Keys.Where(modes.Contains)];
    }

    /// <summary>Three or more: a group, a format or an organisation that meets is more than two by itself.</summary>
    private bool Many(IReadOnlyList<Party> actors)
    {
        int count = 0;
        foreach (string code in actors.Select(a => a.Code).Distinct(StringComparer.Ordinal))
        {
            bool several = world.Actor(code)?.Kind is ActorKind.Group or ActorKind.Format || (world.Actor(code)?.Kind is ActorKind.Organisation or ActorKind.Bloc && actors.Any(a => a.Code == code && a.Name is null));
            count += several ? 3 : 1;
        }
        return count >= 3;
    }

    /// <summary>Contexts that the sense brings or the sentence's words show; in the codebook's order.</summary>
    public IReadOnlyList<string> Contexts(Sentence s, Sense sense)
    {
        var lemmas = s.Tokens.Select(t => t.Lemma.ToLowerInvariant()).ToList();
        string joined = " " + string.Join(' ', lemmas) + " ";
        var found = new List<string>();
        foreach ((string context, IReadOnlyList<string> words) in codebook.Contexts)
        {
            if (sense.Context.Contains(context) || words.Any(w => joined.Contains(" " + w + " ", StringComparison.Ordinal))) found.Add(context);
        }
        return found;
    }

    /// <summary>The place named beside the predicate, with those joined to it; for a visit, the place visited; null when none is named.</summary>
    public string? Place(Passage passage, Sentence s, Predicate p, Sense sense, IReadOnlyList<Party> recipients)
    {
        if (sense.Type == EventType.Assault && Struck(passage, s, p) is string struck) return struck;
        (int First, int Last)? best = null;
        int bestDistance = int.MaxValue;
        foreach ((int first, int last) in Named(passage, s))
        {
            int before = first - 1;
            while (before >= 0 && (s.Tokens[before].Upos is "DET" or "PROPN" or "ADJ" or "NOUN" || (s.Tokens[before].Lemma == "of" && before > 0 && codebook.Is(s.Tokens[before - 1].Lemma, "@locality"))) && first - before < 5) before--;
            if (before < 0 || s.Tokens[before].Lemma is not ("in" or "at" or "near" or "outside" or "around") && !(sense.Type == EventType.Retreat && s.Tokens[before].Lemma == "from")) continue;
            // "the ambassador in X", "officials in X" say where somebody is posted, not where the act was.
            if (before > 0 && codebook.Is(s.Tokens[before - 1].Lemma, "@posted")) continue;
            if (!MayBePlaceOf(s, p, first, last, before)) continue;
            bool under = s.IsUnder(first, p.Token) || s.IsUnder(first, p.Anchor);
            int distance = Math.Abs(first - p.Anchor) + (under ? 0 : 40);
            if (distance < bestDistance) (best, bestDistance) = ((first, last), distance);
        }
        if (best is (int f, int l)) return s.SpanOf(Enumerable.Range(f, Joined(passage, s, l) - f)).Cut(passage.Text);
        if (!sense.Modes.Contains("visit")) return null;
        Party? host = recipients.FirstOrDefault(r => r.Name is null && r.Span is TextSpan span && Named(passage, s).Any(n => s.Tokens[n.First].Span.Start == span.Start));
        return host?.Mention;
    }

    /// <summary>The place that an attack is on ("shelled the village of <b>X</b>", "opened fire on <b>X</b>"), a state not being one; null when none is named.</summary>
    private static string? Struck(Passage passage, Sentence s, Predicate p)
    {
        foreach (int f in p.Fill("object").Concat(p.Fill("on")))
        {
            foreach (PlaceMention m in passage.Places.Where(x => x.Sentence == s.Index && s.IsUnder(x.First, f)))
            {
                if (m.First > 0 && s.Tokens[m.First - 1].Upos == "ADP" && s.Tokens[m.First - 1].Lemma is not ("of" or "on") && f != m.First) continue;
                return s.SpanOf(Enumerable.Range(m.First, m.Last - m.First)).Cut(passage.Text);
            }
        }
        return null;
    }

    /// <summary>
    /// False when the tree shows that a place is not the act's: it stands in a clause below the act's, the act stands in a clause below the place's ("in X, the
    /// leader whom Y punished, said"), or it hangs on a noun of another phrase ("amid the conflict in X"). Dates pass a place on to what they date ("on May 4 in X").
    /// </summary>
    private bool MayBePlaceOf(Sentence s, Predicate p, int first, int last, int preposition)
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
        // Up from the place to the first word that the act hangs on too.
        bool abstractly = false;
        int meet = on;
        while (!above.Contains(meet))
        {
            Token t = s.Tokens[meet];
            if (t.Relation is "acl" or "advcl" or "ccomp" or "parataxis" || (t.Relation == "conj" && t.Upos == "VERB" && s.Child(meet, "nsubj") >= 0)) return false;
            abstractly |= t.Relation == "obl" && s.Tokens[on].Upos == "NOUN" && !codebook.Is(s.Tokens[meet].Lemma, "@locality") && codebook.SensesOf(s.Tokens[meet].Lemma.ToLowerInvariant(), "noun").All(x => x.Type != EventType.Consult);
            meet = t.Head;
        }
        if (abstractly && on != meet && s.Tokens[on].Head != p.Token && s.Tokens[on].Head != p.Anchor) return false;
        // Down from there to the act.
        foreach (int w in above.TakeWhile(w => w != meet))
        {
            // "it is known that on May 4 in X they met": behind the "that" the place is the clause's own, wherever the tree hangs it.
            if (s.Tokens[w].Relation == "ccomp" && s.Children(w).Any(c => s.Tokens[c] is { Relation: "mark", Lemma: "that" } && c < first) && first < p.Anchor) continue;
            if (s.Tokens[w].Relation is "ccomp" or "parataxis" || s.Tokens[w].Deprel == "acl:relcl" || (s.Tokens[w].Relation is "advcl" && s.Child(w, "nsubj") >= 0)) return false;
        }
        return true;
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

    /// <summary>
    /// The state on whose ground the act is done, by the nearest place below the predicate, its subject's words left out: "bombed depots <b>near Homs</b>",
    /// "agreed to build hospitals <b>in Louisiana</b>". Null when there is none, or it is the actor's own.
    /// </summary>
    public Party? Ground(Passage passage, Sentence s, Predicate p, EventType type, IReadOnlyList<Party> actors)
    {
        Party? best = null;
        int bestDistance = int.MaxValue;
        IReadOnlyList<int> subjects = p.Fill("subject");
        IEnumerable<(int First, string Code, TextSpan Span)> places = passage.Places.Where(x => x.Sentence == s.Index && x.Code is not null).Select(x => (x.First, x.Code!, x.Span));
        IEnumerable<(int First, string Code, TextSpan Span)> states = passage.Mentions.In(s.Index).Where(m => m.Kind == MentionKind.Name && m.Codes.Count == 1 && world.Actor(m.Codes[0])?.Kind is ActorKind.State or ActorKind.Territory && IsWhere(s, m)).Select(m => (m.First, m.Codes[0], m.Span));
        foreach ((int first, string code, TextSpan span) in places.Concat(states))
        {
            int distance = Math.Abs(first - p.Anchor);
            if (distance >= bestDistance || first < p.Token || !s.IsUnder(first, p.Anchor) || subjects.Any(x => first == x || s.IsUnder(first, x))) continue;
            if (!IsOnTheWay(s, first, p.Anchor, purpose: type == EventType.Aid)) continue;
            if (passage.Mentions.Covering(s.Index, first) is { Kind: MentionKind.Body or MentionKind.Person }) continue;
            (best, bestDistance) = (new Party(code, Sector.Gov, null, span.Cut(passage.Text), span), distance);
        }
        return best is null || actors.Any(a => a.Code == best.Code) ? null : best;
    }

    /// <summary>True when the place belongs to the act itself, not to another one told beside it ("after talks with London").</summary>
    /// <remarks>Help reaches where its purpose lies: "gave millions for those in X", "to rebuild schools in X".</remarks>
    private static bool IsOnTheWay(Sentence s, int place, int anchor, bool purpose)
    {
        for (int w = place, steps = 0; w >= 0 && w != anchor && steps < 8; w = s.Tokens[w].Head, steps++)
        {
            bool to = purpose && (s.Tokens[w].Relation == "advcl" || s.Tokens[w].Deprel == "acl:relcl");
            if (!to && s.Tokens[w].Relation is "advcl" or "ccomp" or "parataxis" || (!to && s.Tokens[w].Deprel == "acl:relcl")) return false;
            if (s.Children(w).Any(c => s.Tokens[c].Relation == "case" && (s.Tokens[c].Lemma is "with" or "after" or "before" or "by" or "than" or "like" or "without" or "despite" or "about" or "during" or "since" or "until" || (!purpose && s.Tokens[c].Lemma == "for")))) return false;
        }
        return true;
    }

    private static bool IsWhere(Sentence s, ActorMention m) => Enumerable.Range(m.First, m.Last - m.First).Any(t => s.Children(t).Any(c => s.Tokens[c].Relation == "case" && s.Tokens[c].Lemma is "in" or "into" or "inside" or "across" or "near" or "around" or "throughout"));

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

    /// <summary>The words below the predicate that say what the act is about: its clause, else its "on", "about" or "over" phrase, else its object; null when there are none.</summary>
    public static string? Matter(Passage passage, Sentence s, Predicate p, DateTable dates, IEnumerable<Party> parties)
    {
        int head = p.Complements.FirstOrDefault(c => s.Tokens[c].Relation is "xcomp" or "ccomp" or "acl" or "advcl", -1);
        if (head < 0)
        {
            foreach (string slot in new[] { "on", "about", "over", "for" })
            {
                head = p.Fill(slot).FirstOrDefault(t => dates.Covering(s.Index, t) is null, -1);
                if (head >= 0) break;
            }
        }
        if (head < 0 && p.Pos == "verb") head = p.Fill("object").FirstOrDefault(t => dates.Covering(s.Index, t) is null, -1);
        if (head < 0 || head == p.Token || s.IsUnder(p.Token, head)) return null;
        TextSpan span = s.SpanOf(s.Subtree(head));
        if (parties.Any(x => x.Span is TextSpan own && own.Contains(span))) return null;   // a party is not its own matter
        string words = span.Length > 300 ? "" : span.Cut(passage.Text).Trim(' ', ',', ';', ':', '.', '-', '–', '—');
        return words.Length == 0 ? null : words;
    }
}
