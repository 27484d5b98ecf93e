using Annalist.Language;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Coding;

/// <summary>Reads the frames in which a rule stands: who is bound by what, to do or not to do what, with whose consent.</summary>
internal sealed class RuleFrames(World world, Codebook codebook, RuleFile file, Passage passage, MatterReader matters, PromiserFinder promisers, ActReader acts)
{
    private readonly NormReader norms = new(world, codebook, file, passage, promisers);

    /// <summary>What binds, in the passage.</summary>
    public NormReader Norms => norms;

    /// <summary>What a frame gave.</summary>
    public sealed record Told(PromiserFinder.Group Bearer, RuleForce Force, string Act, IReadOnlyList<string> Toward, string? Condition, string? ConsentOf, string? Instrument);

    /// <summary>The rule told at a predicate; null when the frame is not filled.</summary>
    public Told? Read(Sentence s, Predicate p, RulePattern pattern) => Frame(s, p, pattern) is Told told ? Hosting(s, told) : null;

    private Told? Frame(Sentence s, Predicate p, RulePattern pattern) => pattern.Frame switch
    {
        "undertaking" => Undertaking(s, p, pattern),
        "instrument" => Instrument(s, p, pattern),
        "bound" => Bound(s, p, pattern),
        "under" => Under(s, p),
        "consent" => Consent(s, p, pattern),
        "agreeing" => Agreeing(s, p, pattern),
        "status" => Status(s, p, pattern),
        "consensus" => Consensus(s, p, pattern),
        _ => null,
    };

    /// <summary>"undertake not to make their territory available to …"</summary>
    private Told? Undertaking(Sentence s, Predicate p, RulePattern pattern)
    {
        if (IsOpen(s, p.Token) || matters.Find(s, p, ["infinitive", "gerund"], _ => false) is not { } matter) return null;
        bool not = Enumerable.Range(p.Token + 1, Math.Max(0, matter.Head - p.Token)).Any(i => s.Tokens[i].Lemma is "not" or "never" or "refrain" or "abstain");
        if (!not || StatusFinder.IsNegated(s, p.Token)) return null;
        PromiserFinder.Group bearer = promisers.Pair(s, p, promisers.Several(s, p, promisers.Of(s, p, ["subject", "with"], all: true)));
        int norm = norms.At(s, p.Token);
        if (bearer.Codes.Count == 0 || bearer.Codes.Count == 1 && norm < 0 && s.Tokens[p.Token].Lemma != "undertake") return null;
        string? act = pattern.Act ?? acts.Of(s, matter.Head, matter.First, matter.Last);
        return act is null ? null : new Told(bearer, pattern.Force, act, promisers.Named(s, matter.First, matter.Last, bearer.Codes).Codes, Condition(s, matter.First, matter.Last), null, norm < 0 ? null : Name(s, norm));
    }

    /// <summary>"The constitution bars foreign bases", "Foreign bases are banned by the law", "the charter obliges members to …"</summary>
    private Told? Instrument(Sentence s, Predicate p, RulePattern pattern)
    {
        if (IsOpen(s, p.Token)) return null;
        int norm = p.Fill("subject").FirstOrDefault(t => norms.Is(s, t), -1);
        // "the concept forbids …, and it also bars …"
        if (norm < 0 && p.Fill("subject").Any(t => s.Tokens[t].Lemma is "it") && s.Tokens[p.Token].Relation == "conj" && s.Tokens[p.Token].Head is int joined and >= 0) norm = norms.Is(s, joined) ? joined : s.Children(joined).FirstOrDefault(c => s.Tokens[c].Relation == "nsubj" && norms.Is(s, c), -1);
        if (norm < 0) norm = new[] { "by", "under", "in" }.SelectMany(p.Fill).FirstOrDefault(t => norms.Is(s, t), -1);
        if (norm < 0) return null;
        bool negated = StatusFinder.IsNegated(s, p.Token);
        RuleForce force = !negated ? pattern.Force : pattern.Force == RuleForce.May ? RuleForce.MustNot : RuleForce.May;
        // Whom it names, else whose it is.
        PromiserFinder.Group bearer = new([.. p.Fill("object").Concat(p.Fill("iobject")).SelectMany(t => norms.Members(s, t, norm))], 0.9, false);
        if (bearer.Codes.Count == 0 && p.Infinitives.Any()) bearer = promisers.Of(s, p, ["object", "iobject"], all: false);
        if (bearer.Codes.Count == 0) bearer = norms.OwnerOf(s, norm);
        if (bearer.Codes.Count == 0) return null;
        MatterReader.Matter? matter = matters.Find(s, p, ["infinitive", "gerund", "from", "object", "for", "to"], _ => false);
        if (matter is not { } words) return null;
        string? act = pattern.Act ?? acts.Of(s, words.Head, words.First, words.Last);
        if (act is null) return null;
        return new Told(bearer, force, act, promisers.Named(s, words.First, words.Last, bearer.Codes).Codes, Condition(s, words.First, s.Tokens.Count), ConsentIn(s, words.First, words.Last, norm, bearer), Name(s, norm));
    }

    /// <summary>"Members are obliged under the treaty to …": who is bound stands as the subject; a norm or membership must be named.</summary>
    private Told? Bound(Sentence s, Predicate p, RulePattern pattern)
    {
        if (IsOpen(s, p.Token) || p.Pos == "verb" && !p.IsPassive) return null;
        int norm = norms.At(s, p.Token);
        IReadOnlyList<int> subjects = p.Pos == "verb" ? p.Fill("object") : p.Fill("subject");
        PromiserFinder.Group bearer = new([.. subjects.SelectMany(t => norms.Members(s, t, norm)).Distinct(StringComparer.Ordinal)], 0.85, false);
        if (bearer.Codes.Count == 0 && norm < 0) return null;
        if (bearer.Codes.Count == 0) bearer = promisers.Of(s, subjects);
        if (bearer.Codes.Count == 0 || matters.Find(s, p, ["infinitive", "gerund", "from"], _ => false) is not { } matter) return null;
        string? act = pattern.Act ?? acts.Of(s, matter.Head, matter.First, matter.Last);
        if (act is null) return null;
        bool negated = StatusFinder.IsNegated(s, p.Token);
        RuleForce force = !negated ? pattern.Force : pattern.Force == RuleForce.May ? RuleForce.MustNot : RuleForce.May;
        return new Told(bearer, force, act, promisers.Named(s, matter.First, matter.Last, bearer.Codes).Codes, Condition(s, matter.First, s.Tokens.Count), null, norm < 0 ? null : Name(s, norm));
    }

    /// <summary>"Under the treaty each side must help the other": the norm hangs on a verb with a modal.</summary>
    private Told? Under(Sentence s, Predicate p)
    {
        // "in accordance with the treaty" hangs on the verb by its first noun.
        bool line = s.Tokens[p.Token].Relation == "nmod" && s.Tokens[p.Token].Head is int h and >= 0 && s.Tokens[h].Lemma is "accordance" or "line" or "conformity" or "virtue";
        int phrase = line ? s.Tokens[p.Token].Head : p.Token;
        string? prep = s.Children(phrase).Where(c => s.Tokens[c].Relation == "case").Select(c => s.Tokens[c].Lemma).FirstOrDefault();
        int verb = s.Tokens[phrase].Head;
        if (!line && prep is not ("under" or "accord" or "according" or "pursuant") || s.Tokens[phrase].Relation != "obl" || verb < 0 || IsOpen(s, verb)) return null;
        if (Modal(s, verb) is not RuleForce force || Predicate.At(s, codebook, verb) is not { } act) return null;
        IReadOnlyList<int> subjects = act.IsPassive && act.Fill("subject").Count == 0 ? [] : act.Fill("subject");
        PromiserFinder.Group bearer = new([.. subjects.SelectMany(t => norms.Members(s, t, p.Token)).Distinct(StringComparer.Ordinal)], 0.8, false);
        if (bearer.Codes.Count == 0) bearer = promisers.Several(s, act, promisers.Of(s, subjects));
        // "the base in X may remain": X hosts it.
        string? standing = null;
        if (bearer.Codes.Count <= 1 && subjects.Count > 0 && acts.Of(s, subjects[0], subjects[0], subjects[0] + 1) == Codes.Of(Relation.HostsForcesOf) && Predicate.At(s, codebook, subjects[0]) is { } thing && promisers.Of(s, thing, ["in", "on", "at"], all: false) is { Codes.Count: 1 } host)
        {
            (bearer, standing) = (host, Codes.Of(Relation.HostsForcesOf));
        }
        if (bearer.Codes.Count == 0 && subjects.Any(t => s.Tokens[t].Lemma is "side" or "party" or "country" or "state" or "both" or "they")) bearer = norms.PartiesOf(s, p.Token);
        if (bearer.Codes.Count == 0) return null;
        IReadOnlyList<int> below = s.Subtree(verb);
        string? told = standing ?? acts.Of(s, verb, verb, below[^1] + 1);
        return told is null ? null : new Told(bearer, force, told, promisers.Named(s, verb, below[^1] + 1, bearer.Codes).Codes is { Count: > 0 } toward ? toward : bearer.Codes.Count > 1 && act.Fill("object").Any(o => s.Tokens[o].Lemma is "other") ? bearer.Codes : [],
            Condition(s, verb, s.Tokens.Count), null, Name(s, p.Token));
    }

    /// <summary>"only with the consent of all allies", "requires the approval of the members", "provides for the consent of …"</summary>
    private Told? Consent(Sentence s, Predicate p, RulePattern pattern)
    {
        if (IsOpen(s, p.Token)) return null;
        int givers = p.Fill("of").Concat(p.Fill("poss")).Concat(p.Fill("from")).FirstOrDefault(-1);
        if (givers < 0) return null;
        int head = s.Tokens[p.Token].Head;
        if (head < 0) return null;
        string? prep = s.Children(p.Token).Where(c => s.Tokens[c].Relation == "case").Select(c => s.Tokens[c].Lemma).FirstOrDefault();
        Token governor = s.Tokens[head];
        int norm, first, last, start;
        PromiserFinder.Group bearer;
        string? condition;
        if (governor.Upos == "VERB" && codebook.Is(governor.Lemma, "@requiring") && Predicate.At(s, codebook, head) is { } verb && (prep is null or "for"))
        {
            // The norm asks for it, or the act does.
            int subject = verb.Fill("subject").FirstOrDefault(-1);
            if (subject < 0) return null;
            bool isNorm = norms.Is(s, subject);
            if (!isNorm && acts.Of(s, subject, s.Subtree(subject)[0], subject + 1) is null) return null;
            norm = isNorm ? subject : norms.At(s, head);
            (start, first, last) = isNorm ? (p.Token, p.Token + 1, s.Subtree(p.Token)[^1] + 1) : (subject, s.Subtree(subject)[0], s.Subtree(subject)[^1] + 1);
            bearer = isNorm ? norms.OwnerOf(s, subject) : PromiserFinder.Nobody;
            condition = Text(s, First(s, p.Token), GiversEnd(s, givers));
        }
        else if (prep is "with" or "without" && ModalAbove(s, head) is { } above && Predicate.At(s, codebook, above) is { } done)
        {
            norm = norms.At(s, above);
            (start, first, last) = (above, above, s.Subtree(above)[^1] + 1);
            IReadOnlyList<int> subjects = done.IsPassive ? done.Fill("object") : done.Fill("subject");
            bearer = new([.. subjects.SelectMany(t => norms.Members(s, t, norm)).Distinct(StringComparer.Ordinal)], 0.85, false);
            if (bearer.Codes.Count == 0) bearer = promisers.Of(s, done.IsPassive ? done.Fill("in") : subjects);
            if (done.IsPassive && acts.Of(s, above, above, last) is null) first = s.Subtree(above)[0];
            condition = Text(s, First(s, p.Token), GiversEnd(s, givers));
        }
        else
        {
            return null;
        }
        string? consentOf = norms.GiversOf(s, givers, norm);
        if (bearer.Codes.Count == 0 && consentOf is not null && world.Actor(consentOf)?.Kind is ActorKind.Organisation or ActorKind.Bloc) bearer = new([consentOf], 0.8, false);
        string? act = pattern.Act ?? acts.Of(s, start, first, last);
        return bearer.Codes.Count == 0 || act is null || consentOf is null ? null : new Told(bearer, pattern.Force, act, promisers.Named(s, first, last, [.. bearer.Codes, consentOf]).Codes, condition, consentOf, norm < 0 ? null : norms.OrganisationOf(s, norm) ?? Name(s, norm));
    }

    /// <summary>"A member may place … only if all the others consent"</summary>
    private Told? Agreeing(Sentence s, Predicate p, RulePattern pattern)
    {
        int mark = s.Children(p.Token).FirstOrDefault(c => c < p.Token && s.Tokens[c].Relation == "mark" && s.Tokens[c].Lemma is "if" or "unless", -1);
        if (mark < 1 || s.Tokens[mark].Lemma == "if" && s.Tokens[mark - 1].Lemma != "only") return null;
        int verb = mark - 1;
        while (verb >= 0 && !(s.Tokens[verb].Upos == "VERB" && Modal(s, verb) is RuleForce.May or RuleForce.MustNot)) verb--;
        int givers = s.Child(p.Token, "nsubj");
        if (verb < 0 || givers < 0 || Predicate.At(s, codebook, verb) is not { } done) return null;
        int norm = norms.At(s, verb);
        // Whom the tree gives as the subject, else the nearest word for a member before the verb.
        IEnumerable<string> members = done.Fill("subject").SelectMany(t => norms.Members(s, t, norm)).Concat(Enumerable.Range(0, verb).Reverse().TakeWhile(i => s.Tokens[i].Upos != "VERB").SelectMany(t => norms.Members(s, t, norm)).Take(1));
        PromiserFinder.Group bearer = new([.. members.Take(1)], 0.8, false);
        if (bearer.Codes.Count == 0) bearer = promisers.Of(s, done.Fill("subject"));
        string? consentOf = norms.GiversOf(s, givers, norm) ?? (file.Members.Contains(s.Tokens[givers].Lemma, StringComparer.Ordinal) && bearer.Codes.Count == 1 ? bearer.Codes[0] : null);
        string? act = acts.Of(s, verb, verb, mark);
        return bearer.Codes.Count == 0 || consentOf is null || act is null ? null : new Told(bearer, pattern.Force, act, promisers.Named(s, verb, mark, [.. bearer.Codes, consentOf]).Codes, Text(s, mark, p.Token + 1), consentOf, norm < 0 ? null : norms.OrganisationOf(s, norm) ?? Name(s, norm));
    }

    /// <summary>"the law on its neutral status"</summary>
    private Told? Status(Sentence s, Predicate p, RulePattern pattern)
    {
        if (!norms.Is(s, p.Token)) return null;
        foreach (int t in s.Subtree(p.Token).Concat(s.Subtree(s.Tokens[p.Token].Head >= 0 && s.Tokens[s.Tokens[p.Token].Head].Upos == "VERB" ? s.Tokens[p.Token].Head : p.Token)))
        {
            if (t <= p.Token || t - p.Token > 8 || acts.Of(s, t, t, t + 1) != pattern.Act || !Linked(s, p.Token, t)) continue;
            PromiserFinder.Group bearer = promisers.Named(s, p.Token, t + 1, []);
            if (bearer.Codes.Count == 0) bearer = norms.OwnerOf(s, p.Token);
            if (bearer.Codes.Count == 0) bearer = promisers.Of(s, ClauseSubject(s, p.Token));
            int end = t + 1;
            while (end < s.Tokens.Count && s.Tokens[end].Upos == "NOUN" && end - t < 3) end++;
            return bearer.Codes.Count != 1 || !promisers.IsStateOrGroup(bearer.Codes[0]) ? null : new Told(bearer, pattern.Force, pattern.Act!, [], null, null, Text(s, p.Token, end));
        }
        return null;
    }

    /// <summary>"decisions are taken by consensus"</summary>
    private Told? Consensus(Sentence s, Predicate p, RulePattern pattern)
    {
        if (!s.Children(p.Token).Any(c => s.Tokens[c].Relation == "case" && s.Tokens[c].Lemma is "by" or "on")) return null;
        int verb = s.Tokens[p.Token].Head;
        if (verb < 0 || s.Tokens[verb].Upos != "VERB" || IsOpen(s, verb) || Predicate.At(s, codebook, verb) is not { } act) return null;
        if (!act.Fill("object").Concat(act.Fill("subject")).Any(t => s.Tokens[t].Lemma is "decision" or "resolution" or "document") && s.Tokens[verb].Lemma != "decide") return null;
        // A habit, not one decision: the present tense.
        if (s.Tokens[verb].Xpos == "VBD" || s.Children(verb).Any(c => s.Tokens[c].Relation == "aux" && s.Tokens[c].Xpos == "VBD")) return null;
        string? body = s.Subtree(verb).Select(t => norms.OrganisationAt(s, t)).FirstOrDefault(c => c is not null) ?? norms.Before(s);
        return body is null ? null : new Told(new([body], 0.8, false), pattern.Force, pattern.Act ?? "AGREE", [], Text(s, First(s, p.Token), p.Token + 1), body, body);
    }

    /// <summary>Who sends troops is not who hosts them: "X may deploy soldiers in Y" binds Y as the host; moving one's own troops about at home is no hosting.</summary>
    private static Told Hosting(Sentence s, Told told)
    {
        if (told.Act != Codes.Of(Relation.HostsForcesOf) || !s.Tokens.Any(t => t.Upos == "VERB" && t.Lemma is "deploy" or "station" or "send" or "move" or "base") || s.Tokens.Any(t => t.Lemma.ToLowerInvariant() is "foreign" or "third" or "other" or "external" or "outside")) return told;
        return told.Toward.Count == 0 ? told with { Act = Codes.Of(EventType.Mobilize) } : told.Toward.Count == 1 && told.Bearer.Codes.Count == 1 ? told with { Bearer = told.Bearer with { Codes = told.Toward }, Toward = told.Bearer.Codes } : told;
    }

    private string? ConsentIn(Sentence s, int first, int last, int norm, PromiserFinder.Group bearer)
    {
        for (int i = first; i < last; i++)
        {
            if (s.Tokens[i].Lemma is "consent" or "approval" or "permission" && Predicate.At(s, codebook, i) is { } p && p.Fill("of").Concat(p.Fill("poss")).FirstOrDefault(-1) is int g and >= 0) return norms.GiversOf(s, g, norm) ?? (bearer.Codes.Count == 1 && file.Members.Contains(s.Tokens[g].Lemma) ? bearer.Codes[0] : null);
        }
        return null;
    }

    /// <summary>The verb with a modal that a phrase of consent limits; null when there is none.</summary>
    private static int? ModalAbove(Sentence s, int head)
    {
        for (int w = head, steps = 0; w >= 0 && steps < 4; w = s.Tokens[w].Head, steps++)
        {
            if (s.Tokens[w].Upos != "VERB") continue;
            return Modal(s, w) is not null ? w : null;
        }
        return null;
    }

    private static RuleForce? Modal(Sentence s, int verb)
    {
        bool not = StatusFinder.IsNegated(s, verb);
        foreach (int c in s.Children(verb))
        {
            if (s.Tokens[c].Relation != "aux") continue;
            switch (s.Tokens[c].Lemma.ToLowerInvariant())
            {
                case "must" or "shall":
                    return not ? RuleForce.MustNot : RuleForce.Must;
                case "may" or "can" or "ca":
                    return not ? RuleForce.MustNot : RuleForce.May;
            }
        }
        int head = s.Tokens[verb].Head;
        return s.Tokens[verb].Relation == "xcomp" && head >= 0 && s.Tokens[head].Lemma == "have" ? RuleForce.Must : null;
    }

    /// <summary>Words that limit a rule: "without …", "for … needs", "unless …", "if …".</summary>
    private string? Condition(Sentence s, int first, int last)
    {
        for (int i = first + 1; i < last; i++)
        {
            string word = s.Tokens[i].Form.ToLowerInvariant();
            if (word is not ("without" or "unless" or "if" or "except" or "for") || word == "for" && !(i + 2 < last && s.Tokens[i - 1].Upos is "ADJ" or "NOUN" && Enumerable.Range(i, Math.Min(6, last - i)).Any(k => s.Tokens[k].Lemma is "need" or "purpose" or "use" or "operation" or "war"))) continue;
            int end = i + 1;
            while (end < last && s.Tokens[end].Form is not ("," or ";" or "." or "”" or "\"")) end++;
            return Text(s, i, end);
        }
        return null;
    }

    private static bool Linked(Sentence s, int norm, int status) => Enumerable.Range(norm + 1, status - norm - 1).Any(i => s.Tokens[i].Lemma is "on" or "of" or "about") && !Enumerable.Range(norm + 1, status - norm - 1).Any(i => s.Tokens[i].Upos == "VERB" || s.Tokens[i].Form is "," or ";");

    private IReadOnlyList<int> ClauseSubject(Sentence s, int token)
    {
        for (int w = s.Tokens[token].Head, steps = 0; w >= 0 && steps < 6; w = s.Tokens[w].Head, steps++)
        {
            if (s.Tokens[w].Upos is "VERB" && Predicate.At(s, codebook, w) is { } verb && verb.Fill("subject") is { Count: > 0 } subject) return subject;
            if (s.Child(w, "nsubj") is int n and >= 0) return [n];
        }
        return [];
    }

    /// <summary>True inside a question of whether, or what is only wished or feared.</summary>
    private static bool IsOpen(Sentence s, int token)
    {
        for (int w = token, steps = 0; w >= 0 && steps < 3; w = s.Tokens[w].Head, steps++)
        {
            if (s.Children(w).Any(c => c < token && s.Tokens[c].Relation == "mark" && s.Tokens[c].Lemma is "if" or "whether")) return true;
            if (s.Children(w).Any(c => s.Tokens[c].Relation == "aux" && s.Tokens[c].Lemma is "would" or "could" or "might")) return true;
            if (s.Tokens[w].Relation is "ccomp" or "conj" or "parataxis" or "root") return false;
        }
        return false;
    }

    private static int GiversEnd(Sentence s, int givers) => s.Subtree(givers).Where(t => t <= givers || s.Tokens[t].Upos is "PROPN" && t - givers < 4).Max() + 1;

    private static int First(Sentence s, int noun)
    {
        int first = noun;
        foreach (int t in s.Subtree(noun).Reverse()) if (t < first && t >= first - 1 && s.Tokens[t].Relation is "det" or "amod" or "compound" or "nmod" or "case" && s.Tokens[t].Upos != "ADP") first = t;
        return first;
    }

    private string Text(Sentence s, int first, int end) => s.Tokens[first].Span.Union(s.Tokens[end - 1].Span).Cut(passage.Text);

    private string Name(Sentence s, int norm)
    {
        int first = norm, last = norm;
        foreach (int t in s.Subtree(norm).Reverse()) if (t < first && t == first - 1 && s.Tokens[t].Upos is "ADJ" or "NOUN" or "PROPN" or "NUM") first = t;
        return Text(s, first, last + 1);
    }
}
