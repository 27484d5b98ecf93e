using Annalist.Language;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Coding;

/// <summary>Cuts clauses out of a sentence's tree: their words, the actors in them, and the act that they tell. One reader serves one passage.</summary>
internal sealed class ClauseReader(World world, Passage passage, PartyFinder parties, IReadOnlyList<EventCoder.Coded> events)
{
    private static readonly HashSet<string> Moves = new(StringComparer.Ordinal) { "prompt", "force", "push", "lead", "encourage", "compel", "drive", "induce", "oblige", "inspire", "motivate", "cause", "enable", "allow", "help", "urge", "persuade", "convince" };

    private const int Leap = 3;   // words between a governor and its "that" ("expected on Monday that …")

    /// <summary>The words of a clause or phrase: the unbroken stretch around its head that hangs on it, without what hangs on the words left out.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="head">The word that all others hang on.</param>
    /// <param name="without">Words that are cut off with all below them.</param>
    /// <param name="from">The first word that may belong; −1 for no bound.</param>
    public static (int First, int Last) Stretch(Sentence s, int head, IReadOnlyList<int> without, int from = -1)
    {
        // What the head itself hangs on cuts nothing off; "according to him" and "he warns" are not of the words.
        int[] cut = [.. without.Where(w => w != head && s.IsUnder(w, head)), .. s.Children(head).Where(c => IsAside(s, c, head))];
        bool Mine(int t) => s.IsUnder(t, head) && !cut.Any(w => s.IsUnder(t, w));
        bool Light(int t) => s.Tokens[t].Upos == "PUNCT";
        int first = head, last = head;
        bool Bound(int t) => s.Tokens[t].Form is ":" or ";";
        while (first - 1 > from - 1 && first > 0 && (Mine(first - 1) || (Light(first - 1) && first > 1 && Mine(first - 2)))) first--;
        while (last + 1 < s.Tokens.Count && !Bound(last + 1) && (Mine(last + 1) || (Light(last + 1) && last + 2 < s.Tokens.Count && Mine(last + 2)))) last++;
        return Trim(s, first, last, head);
    }

    private static bool IsAside(Sentence s, int child, int head)
    {
        if (s.Subtree(child).FirstOrDefault(t => s.Tokens[t].Upos != "PUNCT", child) is int first && s.Tokens[first].Form.Equals("according", StringComparison.OrdinalIgnoreCase)) return true;
        return s.Tokens[child].Relation is "parataxis" or "ccomp" && s.Subtree(child).Count <= 4 && s.Tokens[child].Upos == "VERB" && s.Tokens[child].Xpos is "VBZ" or "VBD" && (child > head || s.Tokens[child].Relation == "parataxis") && s.Child(child, "nsubj") >= 0;
    }

    /// <summary>The stretch without punctuation and joining words at its ends.</summary>
    public static (int First, int Last) Trim(Sentence s, int first, int last, int head)
    {
        while (first < head && (s.Tokens[first].Upos is "PUNCT" or "CCONJ" || s.Tokens[first] is { Relation: "mark" or "obj", Lemma: "that" or "if" or "unless" or "once" or "because" or "while" or "although" or "since" or "as" } || (s.Tokens[first].Relation == "advmod" && s.Tokens[first].Lemma is "when"))) first++;
        while (last > head && s.Tokens[last].Upos is "PUNCT" or "CCONJ" && s.Tokens[last].Form is not ("”" or "’" or ")" or "%")) last--;
        // A closing mark without its opening one is not of the words.
        while (last > head && s.Tokens[last].Form is "”" or "’" or "\"" && !Enumerable.Range(first, last - first).Any(t => s.Tokens[t].Form is "“" or "‘" or "\"")) last--;
        while (last > head && s.Tokens[last].Lemma is "only" && s.Tokens[last].Upos == "ADV") last--;
        while (last > head && s.Tokens[last].Upos is "PUNCT" && s.Tokens[last].Form is "," or "." or ";" or ":" or "–" or "-") last--;
        return (first, last);
    }

    /// <summary>The exact words from one token to another.</summary>
    public string Cut(Sentence s, (int First, int Last) at) => s.Tokens[at.First].Span.Union(s.Tokens[at.Last].Span).Cut(passage.Text);

    /// <summary>Codes of the actors that a stretch names, in text order, each once; who only acts for a firm, a paper or himself is left out.</summary>
    public IReadOnlyList<string> Codes(Sentence s, (int First, int Last) at)
    {
        var codes = new List<string>();
        foreach (ActorMention m in passage.Mentions.In(s.Index).Where(m => m.First <= at.Last && at.First < m.Last && m.Head >= at.First && m.Head <= at.Last))
        {
            if (m.Kind == MentionKind.Pronoun && s.Tokens[m.Head].Relation == "nmod" && m.Last - m.First == 1) continue;   // "their railway" names nobody else
            if (m.IsPerson && m.Sector is not (Sector.Gov or Sector.Mil or Sector.Leg or Sector.Igo or Sector.Reb or Sector.Uaf)) continue;
            foreach (string code in m.Codes.Where(c => c != "UNK" && world.Actor(c) is not null && !codes.Contains(c, StringComparer.Ordinal))) codes.Add(code);
        }
        foreach (int t in Enumerable.Range(at.First, at.Last - at.First + 1).Where(t => s.Tokens[t].Upos == "PRON" && s.Tokens[t].Lemma is "we" or "us" or "our" or "I"))
        {
            foreach (PartyFinder.Found f in parties.Of(s, [t]).Where(f => f.Party.Code != "UNK" && f.Party.Sector is Sector.Gov or Sector.Mil or Sector.Igo && !codes.Contains(f.Party.Code, StringComparer.Ordinal))) codes.Add(f.Party.Code);
        }
        return codes;
    }

    /// <summary>
    /// Who is the subject of a predicate. Beyond the lexicon's slot: "X, which …, seeks", where the tree lost the relative clause, and a verb that shares the
    /// subject of the clause joined before it.
    /// </summary>
    public IReadOnlyList<PartyFinder.Found> Subjects(Sentence s, Predicate p)
    {
        int verb = p.Light >= 0 ? p.Light : p.Token;
        int own = s.Children(verb).LastOrDefault(c => c < verb && s.Tokens[c].Relation == "nsubj", s.Child(verb, "nsubj"));
        if (own >= 0)
        {
            IReadOnlyList<PartyFinder.Found> found = parties.Of(s, p.Fill("subject"));
            return found.Count == 0 && IsRelative(s, own) ? Named(s, own) : found;
        }
        if (p.IsPassive) return parties.Of(s, p.Fill("subject"));
        // "prompted them to search": whom the verb above moves does it, also where the tree makes the infinitive an adjunct.
        if (s.Tokens[verb] is { Relation: "advcl", Head: >= 0 and var mover } && mover < verb && Moves.Contains(s.Tokens[mover].Lemma) && s.Child(verb, "mark") is int mark && mark >= 0 && s.Tokens[mark].Lemma == "to"
            && s.Child(mover, "obj") is int moved && moved > mover && moved < verb) return parties.Of(s, [moved]);
        for (int t = verb - 1; t >= 0; t--)
        {
            if (s.Tokens[t].Xpos is "VBD" or "VBZ" or "VBP" or "MD" && !(s.Tokens[t].Relation is "aux" or "cop" && t > verb - 4)) break;
            if (s.Tokens[t].Relation == "nsubj" && !IsRelative(s, t)) break;
            if (IsRelative(s, t) && s.Tokens[t].Relation == "nsubj" && Named(s, t) is { Count: > 0 } named) return named;
        }
        if (s.Tokens[verb].Relation == "conj" && s.Tokens[verb].Head is int head and >= 0)
        {
            int beside = s.Children(head).LastOrDefault(c => c < verb && c != head && s.Tokens[c].Relation is "conj" or "parataxis" && s.Child(c, "nsubj") >= 0, -1);
            if (beside > head) return parties.Of(s, [s.Child(beside, "nsubj")]);
        }
        // A name right before a finite verb, hung on a phrase before it.
        if (s.Tokens[verb].Xpos is "VBZ" or "VBP" or "VBD" && verb > 0 && s.Tokens[verb - 1].Upos == "PROPN" && s.Tokens[verb - 1].Relation is "appos" or "nmod" or "flat" && s.Children(verb - 1).All(c => s.Tokens[c].Relation != "case")
            && parties.Of(s, [verb - 1]) is { Count: > 0 } before && before[0].Party.Code != "UNK") return before;
        IReadOnlyList<PartyFinder.Found> rest = parties.Of(s, p.Fill("subject"));
        return rest.Count == 0 && p.Fill("subject") is [int who, ..] && IsRelative(s, who) ? Named(s, who) : rest;
    }

    private static bool IsRelative(Sentence s, int token) => s.Tokens[token].Lemma.ToLowerInvariant() is "who" or "which" && s.Tokens[token].Upos is "PRON" or "DET";

    /// <summary>The actors named right before a relative pronoun.</summary>
    private IReadOnlyList<PartyFinder.Found> Named(Sentence s, int relative)
    {
        int before = relative - 1;
        while (before >= 0 && s.Tokens[before].Upos is "PUNCT" or "ADP") before--;
        ActorMention? m = before < 0 ? null : passage.Mentions.In(s.Index).Where(m => m.Last == before + 1 && m.Codes.Count > 0).MaxBy(m => m.Last - m.First);
        return m is null ? [] : [.. m.Codes.Select(c => new PartyFinder.Found(new Party(c, m.Sector, m.IsPerson ? m.Name : null, m.Text, m.Span), m.Confidence * 0.85, m.Notes, m.Head))];
    }

    /// <summary>Who said the words; null when the report's author did.</summary>
    public Statement? Said(Sentence s, int token) => parties.Speech(s.Tokens[token].Span);

    /// <summary>
    /// The head of the clause that completes a word ("expects <b>that …</b>", "thinks <b>…</b>"); −1 when there is none. Where the tree lost the clause, "that"
    /// shows where it begins.
    /// </summary>
    public static int Content(Sentence s, int governor)
    {
        int own = s.Children(governor).FirstOrDefault(c => c > governor && s.Tokens[c].Relation is "ccomp" or "csubj" && IsClause(s, c), -1);
        if (own >= 0) return own;
        for (int t = governor + 1; t <= governor + Leap && t < s.Tokens.Count; t++)
        {
            if (s.Tokens[t].Form is "," or ";" or ".") break;
            if (s.Tokens[t].Lemma != "that" || s.Tokens[t].Relation is "det" or "nsubj") continue;
            for (int c = t + 1; c < s.Tokens.Count; c++)
            {
                if (s.Tokens[c].Head <= t && IsClause(s, c)) return c;
            }
        }
        return -1;
    }

    /// <summary>True for the head of a clause: a verb or a predicate with a subject, copula or auxiliary.</summary>
    public static bool IsClause(Sentence s, int token) => s.Tokens[token].Upos is not ("PUNCT" or "CCONJ" or "AUX") && s.Children(token).Any(c => s.Tokens[c].Relation is "nsubj" or "aux" or "cop" or "csubj" or "expl");

    /// <summary>The infinitive that completes a word, its "to" included ("tries <b>to expand …</b>", "the goal is <b>to …</b>"); −1 when there is none.</summary>
    public static int Infinitive(Sentence s, int governor)
    {
        bool To(int verb) => verb > governor && s.Children(verb).Any(c => c > governor && c < verb && s.Tokens[c].Relation == "mark" && s.Tokens[c].Lemma == "to");
        int own = s.Children(governor).FirstOrDefault(c => s.Tokens[c].Relation is "xcomp" or "acl" or "advcl" or "ccomp" or "csubj" && To(c), -1);
        if (own >= 0) return own;
        // "the goal of the visit is to win …": the infinitive is the head.
        int head = s.Tokens[governor].Head;
        if (s.Tokens[governor].Relation == "nsubj" && head >= 0 && To(head)) return head;
        // "attempts at threats to make …", "plans, to …": the clause hangs one phrase too low, or too high.
        for (int t = governor + 1; t < s.Tokens.Count && t <= governor + 2; t++)
        {
            if (s.Tokens[t] is { Lemma: "to", Relation: "mark" } && s.Tokens[t].Head > t) return s.Tokens[t].Head;
            if (s.Tokens[t].Upos is not ("ADV" or "PUNCT")) break;
        }
        // "tries, as before, to …"
        for (int t = governor + 3; governor + 1 < s.Tokens.Count && s.Tokens[governor + 1].Form == "," && t < s.Tokens.Count && t < governor + 30; t++)
        {
            if (s.Tokens[t] is { Lemma: "to", Relation: "mark" } && s.Tokens[t - 1].Form == "," && s.Tokens[t].Head > t) return s.Tokens[t].Head;
        }
        int below = s.Children(governor).Where(c => c > governor && s.Tokens[c].Relation is "nmod").SelectMany(c => s.Children(c)).FirstOrDefault(c => s.Tokens[c].Relation == "acl" && To(c), -1);
        return below;
    }

    /// <summary>The gerund or noun that a preposition joins to a word ("interested <b>in activating</b>", "the aim <b>of peace</b>"); −1 when there is none.</summary>
    public static int After(Sentence s, int governor, string preposition, bool gerund)
    {
        foreach (int c in s.Children(governor).Where(c => c > governor && s.Tokens[c].Relation is "acl" or "advcl" or "nmod" or "obl" or "xcomp"))
        {
            if (s.Children(c).Any(k => s.Tokens[k].Relation is "mark" or "case" && s.Tokens[k].Lemma == preposition) && (s.Tokens[c].Xpos == "VBG") == gerund) return c;
        }
        int next = governor + 1;
        if (!gerund || next + 1 >= s.Tokens.Count || s.Tokens[next].Lemma != preposition) return -1;
        return s.Tokens[next].Head > next && s.Tokens[s.Tokens[next].Head].Xpos == "VBG" ? s.Tokens[next].Head : s.Tokens[next + 1].Xpos == "VBG" ? next + 1 : -1;
    }

    /// <summary>The act that a stretch tells, as one that can be watched for: the event whose words stand highest in it, or somebody's joining an organisation; null when none is coded.</summary>
    public WatchedAct? Act(Sentence s, (int First, int Last) at)
    {
        TextSpan span = s.Tokens[at.First].Span.Union(s.Tokens[at.Last].Span);
        (Event Event, int Depth)? best = null;
        foreach (Event e in events.Select(c => c.Event).Where(e => e.Span == s.Span && e.In == passage.Part && e.CueSpan is TextSpan cue && span.Contains(cue)))
        {
            if (Known(e.Actors).Count + Known(e.Recipients).Count == 0) continue;
            int token = Enumerable.Range(at.First, at.Last - at.First + 1).Last(t => e.CueSpan!.Value.Contains(s.Tokens[t].Span));
            int depth = Depth(s, token);
            if (best is null || depth < best.Value.Depth) best = (e, depth);
        }
        if (Joining(s, at) is WatchedAct join) return join;
        return best is { } found ? new WatchedAct { Type = found.Event.Type, Actors = Known(found.Event.Actors), Recipients = Known(found.Event.Recipients) } : null;
    }

    private WatchedAct? Joining(Sentence s, (int First, int Last) at)
    {
        if (!Enumerable.Range(at.First, at.Last - at.First + 1).Any(t => s.Tokens[t].Lemma is "join" or "accede" or "enter" or "entry" or "accession" or "admission" or "joining" && !StatusFinder.IsNegated(s, t))) return null;
        IReadOnlyList<string> codes = Codes(s, at);
        string? into = codes.LastOrDefault(c => world.Actor(c)?.Kind is ActorKind.Organisation or ActorKind.Bloc or ActorKind.Treaty);
        string[] who = [.. codes.Where(c => world.Actor(c)?.Kind is ActorKind.State or ActorKind.Territory or ActorKind.Group)];
        if (into is null || who.Length == 0) return null;
        return new WatchedAct { Relation = world.Actor(into)!.Kind is ActorKind.Treaty ? Relation.PartyTo : Relation.MemberOf, Actors = who, Recipients = [into] };
    }

    private static IReadOnlyList<string> Known(IReadOnlyList<Party> side) => [.. side.Select(p => p.Code).Where(c => c != "UNK").Distinct(StringComparer.Ordinal)];

    private static int Depth(Sentence s, int token)
    {
        int depth = 0;
        for (int w = token; s.Tokens[w].Head >= 0 && depth < s.Tokens.Count; w = s.Tokens[w].Head) depth++;
        return depth;
    }
}
