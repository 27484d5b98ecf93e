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
    private const int Back = 3;   // sentences back in which a bare "member" or "both" finds its organisation or pair

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
                && passage.Sentences[i].Tokens[m.Head].Relation is "nsubj" or "root");
            if (m is not null) return Made(m, m.Codes[0], 0.6, 0);
        }
        return null;
    }

    private IEnumerable<IReadOnlyList<int>> Candidates(Sentence s, Predicate p, string slot)
    {
        switch (slot)
        {
            case "clausesubject":
                yield return ClauseSubject(s, p.Token);
                yield break;
            case "possname":
                yield return [.. p.Fill("poss").Where(t => s.Tokens[t].Upos != "PRON")];
                yield break;
            case "subject":
                yield return p.Fill(slot);
                if (p.Pos == "verb" && !p.IsPassive) foreach (int c in s.Children(p.Token).Where(c => s.Tokens[c].Relation == "nsubj")) yield return [c];
                yield break;
            case "is":
                yield return p.Fill(slot);
                yield return Remains(s, p.Token);
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
            else if (word == "both" && passage.Mentions.Covering(s.Index, t) is null) found.AddRange(Both(s));
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
        for (int i = s.Index; i >= Math.Max(0, s.Index - Back); i--)
        {
            ActorMention? m = passage.Mentions.In(i).LastOrDefault(m => m.Codes.Count == 1 && world.Actor(m.Codes[0])?.Kind is ActorKind.Organisation or ActorKind.Bloc && !m.IsPerson && m.Kind is not MentionKind.Role
                && (i < s.Index || p is null || m.Last <= p.Token));
            if (m is not null) return [Made(m, m.Codes[0], 0.7, 0)];
        }
        return [];
    }

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
