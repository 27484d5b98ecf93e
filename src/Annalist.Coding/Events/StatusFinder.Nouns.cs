using Annalist.Language;
using Annalist.Model;

namespace Annalist.Coding;

/// <summary>Acts told by a noun or a bare participle: what their modifiers and the verb of their clause tell.</summary>
internal sealed partial class StatusFinder
{
    /// <summary>What an adjective, participle or clause beside the noun tells: "the <b>planned</b> visit", "talks <b>due</b> to be held", "a summit <b>that will take place</b>".</summary>
    private Reading? Attributive(Sentence s, int noun)
    {
        foreach (int c in s.Children(noun))
        {
            switch (s.Tokens[c].Lemma)
            {
                case "planned" or "upcoming" or "forthcoming" or "scheduled" or "future" or "coming" or "next" or "promised" or "plan" or "schedule" when s.Tokens[c].Relation == "amod":
                    return new(EventStatus.Planned, null, -1);
                case "possible" or "potential" or "eventual" or "proposed" or "likely" or "propose" when s.Tokens[c].Relation == "amod":
                    return new(EventStatus.Possible, Modality.May, -1);
                case "attempted" or "attempt" when s.Tokens[c].Relation == "amod":
                    return new(EventStatus.Possible, Modality.Attempt, -1);
                case "alleged" when s.Tokens[c].Relation == "amod":
                    return null;
                case "no" when s.Tokens[c].Relation == "det":
                    return new(EventStatus.Denied, null, -1);
            }
            if (c > noun && Postposed(s, c) is Reading after) return after;
        }
        return null;
    }

    /// <summary>"exercises <b>due</b> in May", "talks <b>scheduled</b> for Monday", "a summit <b>to be held</b> in Vienna".</summary>
    private Reading? Postposed(Sentence s, int word)
    {
        Token t = s.Tokens[word];
        if (t.Relation is not ("acl" or "amod")) return null;
        if (t.Deprel == "acl:relcl")
        {
            bool own = s.Children(word).Any(c => s.Tokens[c].Relation == "nsubj" && s.Tokens[c].Lemma is "that" or "which");
            return own && Verb(s, word, EventType.Consult, shared: true, denied: false) is { Status: EventStatus.Planned } told ? told : null;
        }
        if (t.Lemma is "due" or "plan" or "schedule" or "slate" or "set" or "planned" or "scheduled" or "slated" && t.Xpos is "VBN" or "VBD" or "JJ") return new(EventStatus.Planned, null, -1);
        if (t.Lemma is "propose" or "proposed" or "suggest" && t.Xpos is "VBN" or "JJ") return new(EventStatus.Possible, Modality.May, -1);
        if (t.Lemma is "expect" or "expected" && t.Xpos is "VBN" or "JJ") return new(EventStatus.Possible, Modality.Expected, -1);
        return HasTo(s, word) && s.Children(word).Any(c => s.Tokens[c].Deprel == "aux:pass") ? new(EventStatus.Planned, null, -1) : null;
    }

    /// <summary>
    /// What the verb of its clause tells of an act named by a noun: "the talks <b>will</b> be held", "at the summit they <b>will</b> discuss", "the protest <b>goes</b> on",
    /// "trade <b>reached</b> 41 billion". Null when it tells nothing: a denial denies what is said of the act, not the act.
    /// </summary>
    private Reading? Clause(Sentence s, int noun, EventType type)
    {
        Token n = s.Tokens[noun];
        if (n.Head < 0) return null;
        // "the visit and the talks": joined nouns share the place of the first.
        for (int steps = 0; n.Relation == "conj" && s.Tokens[n.Head].Upos is "NOUN" or "PROPN" && s.Tokens[n.Head].Head >= 0 && steps < 4; steps++) n = s.Tokens[noun = n.Head];
        bool subject = n.Relation == "nsubj";
        bool within = n.Relation == "obl" && s.Children(noun).Any(c => s.Tokens[c].Relation == "case" && s.Tokens[c].Lemma is "in" or "at" or "during" or "within");
        if (!subject && !within) return null;
        Reading verb = Verb(s, n.Head, type, shared: true, denied: false);
        if (verb.Status is EventStatus.Planned) return verb;
        if (within && IsIntended(s, n.Head)) return new(EventStatus.Planned, null, -1);
        if (subject && IsScheduled(s, n.Head)) return new(EventStatus.Planned, null, -1);
        if (!subject) return null;
        if (verb.Status is EventStatus.Possible) return verb;
        Token v = s.Tokens[n.Head];
        bool goesOn = v.Xpos == "VBG" && s.Children(n.Head).Any(c => s.Tokens[c].Relation == "aux" && s.Tokens[c].Lemma == "be");
        if (goesOn || (IsMaterial(type) && v.Xpos is "VBZ" or "VBP")) return new(EventStatus.Ongoing, null, -1);
        // Trade that grew is trade that was done; pressure that grew lasts.
        return type == EventType.Cooperate && v.Xpos == "VBD" && v.Lemma is "reach" or "total" or "amount" or "exceed" or "grow" or "rise" or "increase" or "fall" or "drop" or "decline" or "double" or "hit" or "stand" ? new(EventStatus.Occurred, null, -1) : null;
    }

    /// <summary>True when a verb or adjective of intending governs the clause: "at the summit they <b>plan</b> to sign".</summary>
    private bool IsIntended(Sentence s, int head)
    {
        int at = s.Tokens[head].Relation == "xcomp" && s.Tokens[head].Head >= 0 ? s.Tokens[head].Head : head;
        if (at == head && s.Child(head, "xcomp") < 0 || IsNegated(s, at)) return false;
        string pos = s.Tokens[at].Upos == "ADJ" ? "adj" : "verb";
        return Tense(s, at) == "present" && codebook.OperatorsOf(s.Tokens[at].Lemma, pos).Any(o => o.Status == "planned" && o.Complement.Contains("xcomp"));
    }

    /// <summary>The present of a timetable: "the ban takes effect in May", "the talks begin on Monday".</summary>
    private bool IsScheduled(Sentence s, int verb)
    {
        Token v = s.Tokens[verb];
        if (v.Xpos is not ("VBZ" or "VBP")) return false;
        IReadOnlyList<int> below = [.. s.Children(verb)];
        if (v.Lemma is "take" or "enter" or "come" && below.Any(c => s.Tokens[c].Lemma is "effect" or "force" && s.Tokens[c].Relation is "obj" or "obl" && s.Child(c, "nmod:poss", "det") < 0)) return true;
        return v.Lemma is "begin" or "start" or "open" or "resume" or "take" && below.Any(c => s.Tokens[c].Relation is "obl" or "advmod" && s.Subtree(c).Any(i => codebook.Is(s.Tokens[i].Lemma.ToLowerInvariant(), "@calendar")));
    }

    /// <summary>"a truce was holding", "the talks go on": told as not at its end.</summary>
    private static bool IsLasting(Sentence s, int verb) =>
        s.Tokens[verb].Lemma is "hold" or "continue" && !s.Children(verb).Any(c => s.Children(c).Any(k => s.Tokens[k].Relation is "case" or "mark" && s.Tokens[k].Lemma is "until" or "till") || s.Tokens[c].Deprel is "aux:pass" or "nsubj:pass" || (s.Tokens[c].Relation == "aux" && s.Tokens[c].Lemma == "have"));

    /// <summary>A perfect over a span is not over: "has blocked it <b>for eleven months</b>".</summary>
    private bool HasSpan(Sentence s, int verb) => s.Children(verb).Any(c => s.Tokens[c].Relation == "obl" && codebook.Is(s.Tokens[c].Lemma, "@span") && s.Children(c).Any(k => s.Tokens[k].Relation == "case" && s.Tokens[k].Lemma == "for"));

    private bool IsHabitual(Sentence s, int verb) => s.Children(verb).Concat(s.Children(verb).Where(x => s.Tokens[x].Relation == "xcomp").SelectMany(x => s.Children(x))).Any(c => s.Tokens[c].Relation is "advmod" or "obl" or "advcl"
        && (codebook.Is(s.Tokens[c].Lemma, "@habit") || s.Children(c).Any(k => s.Tokens[k].Relation == "det" && s.Tokens[k].Lemma is "every" or "each" && codebook.Is(s.Tokens[c].Lemma, "@span"))));

    /// <summary>
    /// A participle without a tense of its own shares its clause's present: "groups <b>attacking</b> in the north worry them", "is busy <b>moving</b> troops",
    /// "accuses X of <b>arming</b> rebels"; "citizens <b>held</b> in X" are in that state while the clause is not past.
    /// </summary>
    private bool IsStanding(Sentence s, int verb, EventType type)
    {
        Token v = s.Tokens[verb];
        if (!IsMaterial(type) || v.Head < 0 || v.Deprel == "acl:relcl" || s.Children(verb).Any(c => s.Tokens[c].Relation is "aux" or "nsubj")) return false;
        if (v.Xpos == "VBN") return v.Relation is "acl" or "amod" && codebook.Is(v.Lemma, "@held") && Tense(s, v.Head) is not "past";
        if (v.Xpos != "VBG") return false;
        string? mark = s.Children(verb).Where(c => s.Tokens[c].Relation is "mark" or "case").Select(c => s.Tokens[c].Lemma).FirstOrDefault();
        bool simultaneous = (v.Relation == "acl" && mark is null)
            || (v.Relation is "advcl" or "xcomp" or "ccomp" && mark is null && s.Tokens[v.Head].Upos == "ADJ")
            || (mark == "of" && v.Relation is "advcl" or "xcomp" or "ccomp" or "obl" && type is EventType.Aid or EventType.Cooperate or EventType.Mobilize);
        return simultaneous && IsPresent(s, verb);
    }

    private static bool IsPresent(Sentence s, int token) => s.Tokens[token].Head is int head and >= 0 && Tense(s, head) == "present";

    /// <summary><c>present</c> or <c>past</c> from the nearest finite verb at or above a word; null when it is neither.</summary>
    private static string? Tense(Sentence s, int token)
    {
        for (int w = token, steps = 0; w >= 0 && steps < 8; w = s.Tokens[w].Head, steps++)
        {
            Token t = s.Tokens[w];
            var helpers = s.Children(w).Where(c => s.Tokens[c].Relation is "aux" or "cop").Select(c => s.Tokens[c]).ToList();
            if (helpers.Exists(h => h.Xpos == "MD")) return null;
            if (helpers.Exists(h => h.Xpos == "VBD") || t.Xpos == "VBD" && t.Upos == "VERB") return "past";
            if (helpers.Exists(h => h.Lemma == "have")) return null;
            if (helpers.Exists(h => h.Xpos is "VBZ" or "VBP") || t.Xpos is "VBZ" or "VBP") return "present";
        }
        return null;
    }

    private static bool IsDefinite(Sentence s, int noun) => s.Children(noun).Any(c => s.Tokens[c].Deprel == "nmod:poss" || (s.Tokens[c].Relation == "det" && s.Tokens[c].Lemma is "the" or "this" or "that"));

    /// <summary>A modal that the tree hung on a word between it and its verb: "it <b>might</b> one day join them". Null when there is none.</summary>
    private static string? Astray(Sentence s, int verb)
    {
        if (s.Tokens[verb].Xpos != "VB" || HasTo(s, verb)) return null;
        for (int i = verb - 1; i >= 0 && verb - i <= 4; i--)
        {
            Token t = s.Tokens[i];
            if (t.Upos is "VERB" or "PUNCT" or "SCONJ" or "CCONJ") return null;
            if (t.Xpos == "MD") return t.Head >= 0 && t.Head < verb && t.Head > i && s.Tokens[t.Head].Upos is "NOUN" or "NUM" or "ADV" ? t.Lemma : null;
        }
        return null;
    }

    /// <summary>"claims that X fired <b>are false</b>", "<b>denied</b> reports that X fired": what the claim says is told as not so.</summary>
    private bool IsContradicted(Sentence s, int act)
    {
        for (int w = s.Tokens[act].Head, steps = 0; w >= 0 && steps < 6; w = s.Tokens[w].Head, steps++)
        {
            Token t = s.Tokens[w];
            if (t.Upos != "NOUN" || t.Head < 0 || !codebook.Is(t.Lemma, "@claim")) continue;
            if (w > act || !Enumerable.Range(w, act - w).Any(i => s.Tokens[i].Lemma == "that")) return false;
            Token head = s.Tokens[t.Head];
            bool negated = IsNegated(s, t.Head);
            if (t.Relation == "obj") return !negated && head.Lemma is "deny" or "refute" or "rebut" or "debunk" or "dismiss" or "reject";
            return t.Relation == "nsubj" && (negated ? codebook.Is(head.Lemma, "@true") : codebook.Is(head.Lemma, "@false"));
        }
        return false;
    }

    /// <summary>True when a step is told as not taken up to now and in general: "does not recognise".</summary>
    public bool IsStandingRefusal(Sentence s, Predicate p) => p.Pos == "verb" && codebook.Is(s.Tokens[p.Token].Lemma, "@stance")
        && s.Children(p.Token).Any(c => s.Tokens[c].Relation == "aux" && s.Tokens[c].Lemma == "do" && s.Tokens[c].Xpos is "VBZ" or "VBP");
}
