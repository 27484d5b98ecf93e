using Annalist.Language;
using Annalist.Model;

namespace Annalist.Coding;

/// <summary>How far an act has come: from tense, modals, negation, conditions and governing words (codebook 3, rule 3, and 9).</summary>
internal sealed partial class StatusFinder(Codebook codebook)
{
    /// <summary>A reading of the words around a predicate.</summary>
    /// <param name="Status">The status; null when the act is not to be recorded.</param>
    /// <param name="Modality">Why it is only possible; null otherwise.</param>
    /// <param name="Governor">The operator's token that decided; −1 when there is none.</param>
    public readonly record struct Reading(EventStatus? Status, Modality? Modality, int Governor);

    /// <summary>Reads the status of a predicate.</summary>
    public Reading Find(Sentence s, Predicate p, EventType type)
    {
        Reading own = Own(s, p, type);
        EventStatus status = own.Status ?? EventStatus.Occurred;
        Modality? modality = own.Modality;
        int governor = -1;
        int below = p.Anchor;
        if (p.Light < 0 && p.Pos == "noun" && Attributive(s, p.Token) is Reading attribute)
        {
            status = attribute.Status!.Value;
            modality = attribute.Modality;
        }
        // A light verb may shade its noun as a governor does: "plans a visit", "offered aid".
        if (p.Light >= 0 && codebook.OperatorsOf(s.Tokens[p.Light].Lemma, "verb").FirstOrDefault(o => Applies(o, s, p.Token, p.Light)) is Operator carrier)
        {
            if (carrier.Status == "none") return new(null, null, p.Light);
            EventStatus carried = Combine(status, Codes.Parse<EventStatus>(carrier.Status) ?? EventStatus.Occurred);
            if (carried != status) (status, modality, governor) = (carried, carrier.Modality, p.Light);
        }
        for (int steps = 0; steps < 6; steps++)
        {
            Token t = s.Tokens[below];
            int head = t.Head;
            if (head < 0) break;
            string relation = t.Relation;
            if (relation == "conj")
            {
                // A conjunct shares its first conjunct's governors and, without an auxiliary of its own, its modals.
                if (s.Tokens[head].Upos == "VERB" && below == p.Anchor && s.Child(below, "aux", "nsubj", "aux:pass") < 0)
                {
                    Reading first = Verb(s, head, type, shared: true);
                    if (first.Status is EventStatus f && f != EventStatus.Occurred && f != EventStatus.Ongoing && status is EventStatus.Occurred or EventStatus.Ongoing)
                    {
                        status = first.Status!.Value;
                        modality = first.Modality;
                    }
                }
                below = head;
                continue;
            }
            // A relative clause says more of its noun, it does not fill it: "a move that drew criticism" drew it.
            if (relation == "advcl" && s.Children(below).Any(c => s.Tokens[c] is { Relation: "mark", Lemma: "that" })) relation = "ccomp";   // the tree's slip
            bool complement = relation is "xcomp" or "ccomp" || (relation == "acl" && t.Deprel != "acl:relcl") || (relation == "advcl" && HasTo(s, below)) || (p.Pos == "noun" && below == p.Token && relation is "obj" or "nmod" or "obl" or "nsubj");
            if (!complement) break;
            string pos = s.Tokens[head].Upos switch { "VERB" or "AUX" => "verb", "ADJ" => "adj", _ => "noun" };
            Operator? op = codebook.OperatorsOf(s.Tokens[head].Lemma, pos).FirstOrDefault(o => Applies(o, s, below, head));
            if (op is null)
            {
                if (relation is "ccomp" or "acl" or "advcl" || s.Tokens[head].Upos is "NOUN" || (p.Pos == "noun" && p.Light < 0)) break;
                below = head;
                continue;
            }
            // Who tried in vain to persuade has asked (codebook 9).
            bool asked = type == EventType.Request && (op.Modality == Modality.Attempt || op.Lemma is "fail" or "failure");
            // "the aim of the visit": the visit that is known has an aim; "the aim of a visit" is one.
            bool known = pos == "noun" && op.Modality == Modality.Goal && below == p.Token && p.Pos == "noun" && IsDefinite(s, below);
            if (asked || known)
            {
                below = head;
                continue;
            }
            if (op.Status == "none") return new(null, null, head);
            EventStatus given = Codes.Parse<EventStatus>(op.Status) ?? EventStatus.Occurred;
            bool negated = IsNegated(s, head);
            // "did not refuse" did it; "does not rule out" may do it.
            if (negated) given = given != EventStatus.Denied ? EventStatus.Denied : op.Modality is null ? EventStatus.Occurred : EventStatus.Possible;
            EventStatus combined = Combine(status, given);
            if (combined == given && combined != status) modality = combined == EventStatus.Possible ? op.Modality : null;
            status = combined;
            if (governor < 0) governor = head;
            // The operator's own modals and negation shade it once more ("may try to").
            Reading upper = Verb(s, head, type, shared: true);
            if (!negated && upper.Status is EventStatus.Possible && status is EventStatus.Planned or EventStatus.Occurred) (status, modality) = (EventStatus.Possible, upper.Modality);
            // "will begin to buy": what is to begin is still to come; what will be continued goes on.
            if (!negated && upper.Status is EventStatus.Planned && status is EventStatus.Occurred or EventStatus.Ongoing && op.Lemma is "begin" or "start" or "commence" or "resume" or "restart") status = EventStatus.Planned;
            below = head;
        }
        if (s.Tokens[p.Anchor].Upos == "VERB" && IsContradicted(s, p.Anchor)) (status, modality) = (EventStatus.Denied, null);
        if (status is EventStatus.Occurred or EventStatus.Planned or EventStatus.Ongoing && InCondition(s, p.Anchor)) (status, modality) = (EventStatus.Possible, Modality.Conditional);
        if (status != EventStatus.Possible) modality = null;
        return new(status, modality, governor);
    }

    /// <summary>True when somebody will not, would not or is not going to do the act.</summary>
    public static bool IsRefusal(Sentence s, Predicate p)
    {
        int verb = p.Anchor, head = s.Tokens[verb].Head;
        if (s.Tokens[verb].Upos != "VERB" || p.IsPassive) return false;
        if (s.Tokens[verb].Relation == "xcomp" && head >= 0 && s.Tokens[head].Form == "going" && IsNegated(s, head)) return true;
        return IsNegated(s, verb) && s.Children(verb).Any(c => s.Tokens[c].Relation == "aux" && s.Tokens[c].Lemma is "will" or "would" or "wo" or "'ll" or "shall");
    }

    /// <summary>True when a negation hangs on the word, its auxiliary or its determiner.</summary>
    public static bool IsNegated(Sentence s, int token)
    {
        foreach (int c in s.Children(token))
        {
            Token t = s.Tokens[c];
            if (t.Relation is "advmod" or "det" or "cc:preconj" or "cc" && t.Lemma is "not" or "never" or "no" or "neither" or "n't" && t.Relation is not "cc") return true;
            if (t.Form is "n't" or "n’t" or "not" && t.Relation is "advmod" or "aux") return true;
            // "nobody", "no party": a negated subject denies the act.
            if (t.Relation == "nsubj" && (t.Lemma is "nobody" or "none" or "nothing" or "neither" || s.Children(c).Any(k => s.Tokens[k].Relation is "det" or "cc:preconj" or "cc" && s.Tokens[k].Lemma is "no" or "neither"))) return true;
        }
        return false;
    }

    private Reading Own(Sentence s, Predicate p, EventType type)
    {
        if (p.Pos == "noun" && p.Light < 0)
        {
            int cop = s.Child(p.Token, "cop");
            if (cop >= 0) return Verb(s, p.Token, type, shared: false);
            if (Clause(s, p.Token, type) is Reading told) return told;
            if (type == EventType.Assault && codebook.Is(s.Tokens[p.Token].Lemma.ToLowerInvariant(), "@conflict") && IsPresent(s, p.Token) && !s.Subtree(p.Token).Any(i => s.Tokens[i].Upos == "NUM")) return new(EventStatus.Ongoing, null, -1);
            // "American sanctions" last; "the delivery", "the expulsion" are done once.
            return new(codebook.Is(s.Tokens[p.Token].Lemma.ToLowerInvariant(), "@standing") ? EventStatus.Ongoing : EventStatus.Occurred, null, -1);
        }
        Reading own = Verb(s, p.Anchor, type, shared: false);
        if (p.Light >= 0 && p.IsHappening && own.Status is EventStatus.Occurred or EventStatus.Ongoing)
        {
            if (IsScheduled(s, p.Light)) return new(EventStatus.Planned, null, -1);
            if (IsLasting(s, p.Light)) return new(EventStatus.Ongoing, null, -1);
        }
        // "held no talks", "made no promise"
        if (p.Light >= 0 && own.Status != EventStatus.Denied && s.Children(p.Token).Any(c => s.Tokens[c].Relation == "det" && s.Tokens[c].Lemma == "no")) return new(EventStatus.Denied, null, -1);
        return own;
    }

    private Reading Verb(Sentence s, int verb, EventType type, bool shared, bool denied = true)
    {
        Token v = s.Tokens[verb];
        if (denied && IsNegated(s, verb)) return new(EventStatus.Denied, null, -1);
        bool perfect = false, past = false, present = false, progressive = false;
        string? modal = null;
        foreach (int c in s.Children(verb))
        {
            Token t = s.Tokens[c];
            if (t.Relation is not ("aux" or "cop")) continue;
            if (t.Xpos == "MD" || t.Lemma is "will" or "shall" or "may" or "might" or "can" or "could" or "would" or "should" or "must") modal ??= t.Lemma switch { "'ll" => "will", "wo" => "will", "ca" => "can", string l => l };
            if (t.Lemma == "have") perfect = true;
            if (t.Lemma == "be" && (v.Xpos == "VBG" || t.Xpos == "VBG")) progressive = true;
            if (t.Xpos == "VBD") past = true;
            if (t.Xpos is "VBZ" or "VBP") present = true;
        }
        if (modal is null && s.Children(verb).Any(c => s.Tokens[c].Relation == "aux" && s.Tokens[c].Form.ToLowerInvariant() is "would" or "'d" or "’d")) modal = "would";
        modal ??= Astray(s, verb);
        switch (modal)
        {
            case "will" or "shall":
                return new(EventStatus.Planned, null, -1);
            case "would":
                // Reported speech shifts "will" to "would"; a condition beside it makes it possible.
                return InCondition(s, verb) || s.Children(verb).Any(c => s.Tokens[c].Relation == "advcl" && s.Children(c).Any(k => s.Tokens[k].Lemma is "if" or "unless"))
                    ? new(EventStatus.Possible, Modality.Conditional, -1)
                    : s.Tokens[verb].Relation == "ccomp" ? new(EventStatus.Planned, null, -1) : new(EventStatus.Possible, Modality.May, -1);
            case "may" or "might" or "can" or "could":
                return new(EventStatus.Possible, Modality.May, -1);
            case "should" or "must" or "ought":
                return new(EventStatus.Possible, Modality.Expected, -1);
        }
        if (!shared)
        {
            if (v.Relation is "xcomp" or "advcl" or "acl" && v.Xpos is "VB" && HasTo(s, verb))
            {
                return v.Relation == "advcl" ? new(EventStatus.Possible, Modality.Goal, -1) : new(EventStatus.Occurred, null, -1);
            }
            // "is to inspect", "are due"
            if (HasTo(s, verb) && s.Children(verb).Any(c => s.Tokens[c].Relation is "aux" or "cop" && s.Tokens[c].Lemma == "be")) return new(EventStatus.Planned, null, -1);
        }
        if (progressive && !past) return new(EventStatus.Ongoing, null, -1);
        if ((perfect && HasSpan(s, verb)) || (v.Xpos is "VBZ" or "VBP" && !perfect && IsHabitual(s, verb)) || IsStanding(s, verb, type)) return new(EventStatus.Ongoing, null, -1);
        if (perfect && v.Xpos == "VBG") return new(EventStatus.Ongoing, null, -1);
        if (v.Xpos is "VBZ" or "VBP" && !perfect && IsMaterial(type)) return new(EventStatus.Ongoing, null, -1);
        if (present && !perfect && s.Children(verb).Any(c => s.Tokens[c].Deprel == "aux:pass") && IsMaterial(type)) return new(EventStatus.Ongoing, null, -1);
        return new(EventStatus.Occurred, null, -1);
    }

    private static bool Applies(Operator op, Sentence s, int below, int head)
    {
        if (op.Particle is string particle && !s.Children(head).Any(c => s.Tokens[c].Lemma == particle && s.Tokens[c].Relation is "compound" or "advmod")) return false;
        if (op.Complement.Count == 0) return true;
        string relation = s.Tokens[below].Relation;
        if (relation == "advcl" && s.Children(below).Any(c => s.Tokens[c] is { Relation: "mark", Lemma: "that" })) relation = "ccomp";
        return op.Complement.Any(c => c switch
        {
            "obj-noun" => (relation == "obj" || s.Tokens[below].Deprel == "nsubj:pass") && s.Tokens[below].Upos is "NOUN" or "PROPN",
            "acl" => relation is "acl" or "advcl",
            _ when relation is "obl" or "nmod" or "advcl" or "acl" && s.Children(below).Any(k => s.Tokens[k].Lemma == c && s.Tokens[k].Relation is "case" or "mark") => true,
            _ => c == relation || (c is "xcomp" && relation is "advcl" or "acl") || (c is "nmod" && relation is "nmod" or "obl"),
        });
    }

    private static bool HasTo(Sentence s, int verb) => s.Children(verb).Any(c => s.Tokens[c].Relation == "mark" && s.Tokens[c].Lemma == "to");

    private static bool InCondition(Sentence s, int token)
    {
        for (int w = token, steps = 0; w >= 0 && steps < 8; w = s.Tokens[w].Head, steps++)
        {
            if (s.Tokens[w].Relation is "advcl" && s.Children(w).Any(c => s.Tokens[c].Relation == "mark" && s.Tokens[c].Lemma is "if" or "unless" or "whether")) return true;
        }
        return false;
    }

    private static bool IsMaterial(EventType type) => type is EventType.Cooperate or EventType.Aid or EventType.Protest or EventType.Sanction or EventType.Mobilize or EventType.Coerce or EventType.Assault;

    private static EventStatus Combine(EventStatus own, EventStatus given) => (own, given) switch
    {
        (EventStatus.Denied, EventStatus.Denied) => EventStatus.Occurred,
        (_, EventStatus.Denied) or (EventStatus.Denied, _) => EventStatus.Denied,
        (EventStatus.Possible, _) or (_, EventStatus.Possible) => EventStatus.Possible,
        (EventStatus.Planned, _) or (_, EventStatus.Planned) => EventStatus.Planned,
        (EventStatus.Ongoing, _) or (_, EventStatus.Ongoing) => EventStatus.Ongoing,
        _ => EventStatus.Occurred,
    };
}
