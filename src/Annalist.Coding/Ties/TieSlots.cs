using Annalist.Language;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Coding;

/// <summary>
/// Who fills a slot of a tie's pattern: the lexicon's slots, with what ties need beyond them. Ties stand in relative and
/// verbless clauses, where trees err most, so words that the tree leaves open are read off the order of the words.
/// </summary>
internal sealed class TieSlots(World world, Codebook codebook, Passage passage, PartyFinder parties)
{
    private const int Back = 5;   // sentences back in which a bare "member" or "both" finds its organisation or pair

    /// <summary>
    /// Known parties in a slot. Beside the lexicon's: <c>clausesubject</c>, the subject of the clause that the word stands in;
    /// <c>possname</c>, a possessor that is no pronoun; <c>lastorg</c>, the organisation named last, for a bare "is not a member".
    /// </summary>
    public IReadOnlyList<PartyFinder.Found> Of(Sentence s, Predicate p, string slot)
    {
        if (slot == "lastorg") return LastOrganisation(s, p);
        foreach (IReadOnlyList<int> tokens in Candidates(s, p, slot))
        {
            IReadOnlyList<PartyFinder.Found> found = Known(s, tokens);
            if (found.Count > 0) return found;
        }
        return [];
    }

    /// <summary>The state spoken of last before a sentence, other than a code; null when there is none near.</summary>
    public PartyFinder.Found? StateBefore(Sentence s, string but)
    {
        for (int i = s.Index - 1; i >= Math.Max(0, s.Index - 2); i--)
        {
            ActorMention? m = passage.Mentions.In(i).LastOrDefault(m => m.Codes.Count == 1 && m.Codes[0] != but && IsState(m.Codes[0]) && m.Kind is MentionKind.Name
                && (passage.Sentences[i].Tokens[m.Head].Relation is "nsubj" or "root" || (m.Last < passage.Sentences[i].Tokens.Count && passage.Sentences[i].Tokens[m.Last] is { Upos: "AUX" } or { Xpos: "VBD" or "VBZ" or "VBP" })));
            if (m is not null) return Made(m, m.Codes[0], 0.6, 0);
        }
        return null;
    }

    private IEnumerable<IReadOnlyList<int>> Candidates(Sentence s, Predicate p, string slot)
    {
        if (slot.StartsWith("under.", StringComparison.Ordinal))
        {
            yield return Under(s, p.Token, slot[6..]);
            yield break;
        }
        if (slot.StartsWith("above.", StringComparison.Ordinal))
        {
            if (s.Tokens[p.Token].Head is int above and >= 0) yield return Under(s, above, slot[6..]);
            yield break;
        }
        switch (slot)
        {
            case "aboveobject":
                yield return AboveObject(s, p);
                yield break;
            case "clausesubject":
                yield return ClauseSubject(s, p.Token);
                yield break;
            case "possname":
                yield return [.. p.Fill("poss").Where(t => s.Tokens[t].Upos != "PRON")];
                yield break;
            case "title":
                yield return Titled(s, p.Token);
                yield break;
            case "before":
                yield return Before(s, p.Token);
                yield break;
            case "subject":
                if (p.Pos == "verb" && NameBefore(s, p.Token) is >= 0 and var named) yield return [named];
                // "had in fact formed": the tree may put the auxiliary above the participle.
                if (p.Pos == "verb" && s.Tokens[p.Token] is { Relation: "ccomp", Xpos: "VBN" or "VBD", Head: >= 0 and var had } && s.Tokens[had].Lemma == "have" && s.Child(p.Token, "nsubj") < 0 && s.Child(had, "nsubj") >= 0) yield return With(s, s.Child(had, "nsubj"));
                if (p.Pos == "verb") foreach (int a in s.Children(p.Token).Where(c => s.Tokens[c].Relation == "aux" && s.Child(c, "nsubj") >= 0)) yield return With(s, s.Child(a, "nsubj"));
                yield return p.Fill(slot);
                if (p.Pos == "verb" && !p.IsPassive) foreach (int c in s.Children(p.Token).Where(c => s.Tokens[c].Relation == "nsubj")) yield return [c];
                // "to which both belong"
                if (p.Pos == "verb" && p.Token > 0 && s.Tokens[p.Token - 1].Lemma.Equals("both", StringComparison.OrdinalIgnoreCase)) yield return [p.Token - 1];
                yield break;
            case "is":
                yield return p.Fill(slot);
                yield return Remains(s, p.Token);
                // "X, which has Y, is no part of Z": the main clause hung on the relative one.
                if (s.Child(p.Token, "cop") >= 0 && s.Child(p.Token, "nsubj") < 0 && s.Tokens[p.Token].Relation is "parataxis" or "conj" && s.Child(s.Tokens[p.Token].Head, "nsubj") is int shared and >= 0) yield return With(s, shared);
                yield break;
            default:
                yield return p.Fill(slot);
                // "trade and investment partner of X": the phrase hangs on the first of the joined nouns.
                if (s.Tokens[p.Token].Relation == "conj" && Predicate.At(s, codebook, s.Tokens[p.Token].Head) is Predicate first && first.Pos == p.Pos) yield return first.Fill(slot);
                // "has soldiers stationed in X": the place hangs on the participle.
                foreach (int o in p.Fill("object").Append(p.Token))
                {
                    foreach (int a in s.Children(o).Where(a => s.Tokens[a].Relation == "acl" && s.Tokens[a].Lemma is "leave" or "station" or "base" or "deploy" or "remain" && s.Tokens[a].Upos == "VERB"))
                    {
                        if (Predicate.At(s, codebook, a) is Predicate below) yield return below.Fill(slot);
                    }
                }
                yield break;
        }
    }

    /// <summary>
    /// The name that stands right before a verb at the beginning of its clause ("… in Yerevan – <b>Uzbekistan</b> has left the bloc"); −1 when the verb has a
    /// subject of its own, or no name stands there.
    /// </summary>
    private int NameBefore(Sentence s, int verb)
    {
        if (s.Child(verb, "nsubj") >= 0 || s.Tokens[verb].Relation is "acl" or "amod" or "xcomp") return -1;
        int chain = verb;
        while (chain > 0 && s.Tokens[chain - 1].Upos is "AUX" or "ADV" or "PART") chain--;
        ActorMention? m = passage.Mentions.In(s.Index).Where(m => m.Last == chain && m.Kind == MentionKind.Name && m.Codes.Count == 1).MaxBy(m => m.Last - m.First);
        return m is not null && (m.First == 0 || s.Tokens[m.First - 1].Form is "-" or "–" or "—" or ";" or ":") ? m.Head : -1;
    }

    /// <summary>Those whom a noun titles: "member states <b>X</b> and Y", "an ally, <b>X</b>", the name that it stands before.</summary>
    private static IReadOnlyList<int> Titled(Sentence s, int noun)
    {
        int next = noun + 1;
        if (next < s.Tokens.Count && s.Tokens[next].Lemma is "state" or "country" or "nation") next++;
        if (next >= s.Tokens.Count || s.Tokens[next].Upos != "PROPN") return [];
        int head = next;
        while (s.Tokens[head].Relation is "compound" or "flat" or "nmod" && s.Tokens[head].Head is int above && above >= next && s.Tokens[above].Upos == "PROPN") head = s.Tokens[head].Head;
        return With(s, head);
    }

    /// <summary>The name that ends right before a noun, adjectives between them allowed ("<b>NATO</b> member", "the European Union's founding member").</summary>
    private IReadOnlyList<int> Before(Sentence s, int noun)
    {
        int end = noun;
        while (end > 0 && s.Tokens[end - 1].Upos is "ADJ" && passage.Mentions.Covering(s.Index, end - 1) is null) end--;
        ActorMention? m = passage.Mentions.In(s.Index).Where(m => m.Last == end && m.Codes.Count == 1 && m.Kind is MentionKind.Name or MentionKind.Seat or MentionKind.Demonym).MaxBy(m => m.Last - m.First);
        return m is null ? [] : [m.Head];
    }

    private static IReadOnlyList<int> With(Sentence s, int first) => [first, .. s.Children(first).Where(c => s.Tokens[c].Relation == "conj")];

    /// <summary>Phrases with a preposition anywhere below a word, with what is joined to them, but in no clause of its own.</summary>
    private static List<int> Under(Sentence s, int word, string preposition)
    {
        var found = new List<int>();
        foreach (int t in s.Subtree(word).Where(t => t != word && s.Children(t).Any(c => s.Tokens[c].Relation == "case" && s.Tokens[c].Lemma == preposition)))
        {
            bool own = true;
            for (int w = s.Tokens[t].Head; w != word && w >= 0; w = s.Tokens[w].Head) own &= s.Tokens[w].Upos != "VERB" || s.Tokens[w].Xpos == "VBG" || s.Child(w, "nsubj") < 0;
            if (own) found.AddRange(With(s, t).Where(x => !found.Contains(x)));
        }
        return found;
    }

    private IReadOnlyList<int> AboveObject(Sentence s, Predicate p)
    {
        for (int w = s.Tokens[p.Token].Head, steps = 0; w >= 0 && steps < 3; w = s.Tokens[w].Head, steps++)
        {
            if (s.Tokens[w].Upos == "VERB" && Predicate.At(s, codebook, w) is Predicate verb) return verb.Fill("object");
        }
        return [];
    }

    /// <summary>The subject of "remains", "has become" and the like, of which the noun is the complement.</summary>
    private int[] Remains(Sentence s, int noun)
    {
        int w = noun;
        while (s.Tokens[w].Relation == "conj" && s.Tokens[w].Head >= 0) w = s.Tokens[w].Head;
        int verb = s.Tokens[w].Head;
        if (verb < 0 || s.Tokens[w].Relation is not ("obj" or "xcomp" or "obl") || s.Tokens[verb].Lemma is not ("remain" or "become" or "stay")) return [];
        return Predicate.At(s, codebook, verb) is Predicate p ? [.. p.Fill("subject")] : [];
    }

    private static IReadOnlyList<int> ClauseSubject(Sentence s, int token)
    {
        for (int w = token, steps = 0; w >= 0 && steps < 10; w = s.Tokens[w].Head, steps++)
        {
            int subject = s.Children(w).LastOrDefault(c => c < w && s.Tokens[c].Relation == "nsubj", s.Child(w, "nsubj"));
            if (subject >= 0) return [subject];
            if (s.Tokens[w].Relation == "acl" && s.Tokens[w].Head >= 0) return [s.Tokens[w].Head];
        }
        return [];
    }

    private IReadOnlyList<PartyFinder.Found> Known(Sentence s, IReadOnlyList<int> tokens)
    {
        var found = new List<PartyFinder.Found>();
        foreach (int t in tokens)
        {
            string word = s.Tokens[t].Form.ToLowerInvariant();
            if (word is "which" or "who" or "whom" or "that" or "whose") found.AddRange(Relative(s, t));
            else if (word is "our" or "my" && parties.Speech(s.Tokens[t].Span) is { SpeakerCode: not "UNK" } said) found.Add(new(new Party(said.SpeakerCode, said.SpeakerSector, null, s.Tokens[t].Form, s.Tokens[t].Span), said.Confidence * 0.9, [], t));
            else if (word == "both" && passage.Mentions.Covering(s.Index, t) is null) found.AddRange(Both(s));
            // "the organisation's tenth member", where the body is known already.
            else if (s.Child(t, "nmod:poss") is int body and >= 0 && codebook.ShortForms.TryGetValue(s.Tokens[body].Lemma.ToLowerInvariant(), out string? form) && form == "organisation" && passage.Mentions.Covering(s.Index, body) is { Codes: [string known], Kind: not MentionKind.Role } whole && world.Actor(known)?.Kind is ActorKind.Organisation or ActorKind.Bloc) found.Add(Made(whole, known, 0.8, body));
            else if (s.Child(t, "nmod:poss") is int owner and >= 0 && codebook.ShortForms.TryGetValue(s.Tokens[owner].Lemma.ToLowerInvariant(), out string? owned) && owned == "organisation" && passage.Mentions.Covering(s.Index, owner) is null or { Kind: MentionKind.Role }) found.AddRange(LastOrganisation(s, null));
            else if (codebook.ShortForms.TryGetValue(s.Tokens[t].Lemma.ToLowerInvariant(), out string? kind) && kind == "organisation" && passage.Mentions.Covering(s.Index, t) is null or { Kind: MentionKind.Role }) found.AddRange(LastOrganisation(s, null));
            else found.AddRange(parties.Of(s, [t]).Where(f => f.Party.Code != "UNK"));
        }
        foreach (PartyFinder.Found f in found.ToList()) found.AddRange(Joined(s, f).Where(j => !found.Exists(o => o.Party.Code == j.Party.Code)));
        var distinct = new List<PartyFinder.Found>();
        foreach (PartyFinder.Found f in found)
        {
            if (!distinct.Exists(o => PartyFinder.Same(o.Party, f.Party))) distinct.Add(f);
        }
        return parties.Reduce(distinct);
    }

    /// <summary>"X, which": the words right before the comma; else the noun that the clause hangs on.</summary>
    private IEnumerable<PartyFinder.Found> Relative(Sentence s, int token)
    {
        int before = token - 1;
        if (before >= 0 && s.Tokens[before].Upos == "ADP") before--;
        if (before >= 0 && s.Tokens[before].Form == ",") before--;
        if (before >= 0 && passage.Mentions.In(s.Index).Where(m => m.Last == before + 1 && m.Codes.Count > 0).MaxBy(m => m.Last - m.First) is ActorMention near) return near.Codes.Select(c => Made(near, c, 0.9, token));
        for (int w = s.Tokens[token].Head, steps = 0; w >= 0 && steps < 6; w = s.Tokens[w].Head, steps++)
        {
            if (s.Tokens[w].Deprel == "acl:relcl" && s.Tokens[w].Head >= 0) return parties.Of(s, [s.Tokens[w].Head]).Where(f => f.Party.Code != "UNK");
        }
        // A comma and words between them: the state named last before.
        ActorMention? state = passage.Mentions.In(s.Index).LastOrDefault(m => m.Last <= token && m.Last >= token - 6 && m.Codes.Count == 1 && IsState(m.Codes[0]) && m.Kind == MentionKind.Name);
        if (state is not null && before >= 0 && s.Tokens[token].Form.Equals("which", StringComparison.OrdinalIgnoreCase)) return [Made(state, state.Codes[0], 0.7, token)];
        return [];
    }

    private IEnumerable<PartyFinder.Found> Both(Sentence s)
    {
        for (int i = s.Index; i >= Math.Max(0, s.Index - 12); i--)
        {
            ActorMention? pair = passage.Mentions.In(i).LastOrDefault(m => m.Codes.Count == 2 && m.Codes.All(IsState));
            if (pair is not null) return pair.Codes.Select(c => Made(pair, c, 0.7, 0));
        }
        return [];
    }

    private IReadOnlyList<PartyFinder.Found> LastOrganisation(Sentence s, Predicate? p)
    {
        // A bare noun only: "a member of the delegation" has its own owner.
        if (p is not null && (p.Fill("of").Count > 0 || p.Fill("poss").Count > 0 || p.Fill("in").Count > 0)) return [];
        // The one spoken of most so far; of two, the one named last.
        ActorMention? best = null;
        int often = 0;
        for (int i = s.Index; i >= Math.Max(0, s.Index - Back); i--)
        {
            foreach (ActorMention m in passage.Mentions.In(i).Reverse().Where(m => m.Codes.Count == 1 && IsBody(m) && (i < s.Index || p is null || m.Last <= p.Token)))
            {
                int times = Enumerable.Range(0, s.Index + 1).Sum(k => passage.Mentions.In(k).Count(o => IsBody(o) && o.Codes.Count == 1 && o.Codes[0] == m.Codes[0]));
                if (times > often) (best, often) = (m, times);
            }
        }
        return best is null ? [] : [Made(best, best.Codes[0], 0.7, 0)];
    }

    private bool IsBody(ActorMention m) => m.Codes.Count > 0 && world.Actor(m.Codes[0])?.Kind is ActorKind.Organisation or ActorKind.Bloc && !m.IsPerson && m.Kind is not MentionKind.Role;

    /// <summary>Names in one list with a party that the tree split ("<b>X</b> and Y are no members"): joined by "and" or a comma, and hung inside the list.</summary>
    private IEnumerable<PartyFinder.Found> Joined(Sentence s, PartyFinder.Found f)
    {
        ActorMention? m = passage.Mentions.In(s.Index).FirstOrDefault(m => m.Kind == MentionKind.Name && m.First <= f.Token && f.Token < m.Last && m.Codes.Count == 1);
        if (m is null) yield break;
        int first = m.First;
        foreach (ActorMention n in passage.Mentions.In(s.Index).Reverse().Where(n => n.Kind == MentionKind.Name && n.Codes.Count == 1 && n.Last < m.First))
        {
            if (n.Last != first - 1 || s.Tokens[n.Last].Upos != "CCONJ" && s.Tokens[n.Last].Form != ",") yield break;
            int head = s.Tokens[n.Head].Head;
            if (head < n.First || head >= m.Last) yield break;
            first = n.First;
            yield return Made(n, n.Codes[0], 0.8, n.Head);
        }
    }

    private static PartyFinder.Found Made(ActorMention m, string code, double factor, int token) => new(new Party(code, m.Sector, m.IsPerson ? m.Name : null, m.Text, m.Span), m.Confidence * factor, m.Notes, token);

    private bool IsState(string code) => world.Actor(code)?.Kind is ActorKind.State or ActorKind.Territory;
}
