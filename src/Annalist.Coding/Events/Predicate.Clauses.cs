using Annalist.Language;

namespace Annalist.Coding;

/// <summary>The clauses that complete a predicate, the two of "between", and who speaks through a document.</summary>
internal sealed partial class Predicate
{
    /// <summary>Heads of the clauses that complete it.</summary>
    public IEnumerable<int> Complements => Own.Concat(Shared).Concat(OfObject);

    private IEnumerable<int> OfObject => Pos == "verb" && sentence.Child(Token, "obj") is int thing and >= 0 ? sentence.Children(thing).Where(c => sentence.Tokens[c].Deprel == "acl" && c > thing && HasMarkTo(c)) : [];

    /// <summary>A noun's infinitive is often hung on its light verb ("repeated its call on X <b>to publish</b> …").</summary>
    private IEnumerable<int> Shared => Pos == "noun" && Light >= 0 ? sentence.Children(Light).Where(c => c > Token && sentence.Tokens[c].Relation is "advcl" or "xcomp" && HasMarkTo(c)) : [];

    private IEnumerable<int> Own => sentence.Children(Token).Where(c => IsThatClause(c) || sentence.Tokens[c].Relation is "xcomp" or "ccomp" || (sentence.Tokens[c].Relation is "acl" or "advcl" && HasMarkTo(c))
        || (c > Token && sentence.Tokens[c].Deprel is "obl:unmarked" or "obl:npmod" or "obl" && sentence.Child(Token, "obj") is int o && o >= 0 && o < c && !sentence.Children(c).Any(k => sentence.Tokens[k].Relation == "case"))
        || (c > Token && sentence.Tokens[c].Relation == "obj" && sentence.Child(Token, "obj") is int first and >= 0 && first < c));   // "called X a devil": two objects

    /// <summary>"its demand <b>that X leave</b>": the clause that tells the noun's content, not one that says more of it.</summary>
    private bool IsThatClause(int clause)
    {
        Token t = sentence.Tokens[clause];
        if (Pos != "noun" || t.Relation != "acl" || sentence.Child(clause, "nsubj", "nsubj:pass") is not (int s and >= 0) || IsRelative(s)) return false;
        return sentence.Children(clause).Any(c => sentence.Tokens[c].Relation == "mark" && sentence.Tokens[c].Lemma == "that")
            || (sentence.Children(clause).Any(c => sentence.Tokens[c].Lemma == "that" && sentence.Tokens[c].Relation == "obj") && sentence.Children(clause).Count(c => sentence.Tokens[c].Relation == "obj") > 1);
    }

    /// <summary>Heads of the infinitives that complete it ("told them <b>to leave</b>"), a passive's among them.</summary>
    public IEnumerable<int> Infinitives => Complements.Where(HasMarkTo);

    /// <summary>Who issues a document: the subject of the verb that it is the object of; −1 when it is none, or has an owner of its own.</summary>
    private int Issuer(int document, int depth)
    {
        Token d = sentence.Tokens[document];
        if (d.Head < 0 || sentence.Tokens[d.Head].Upos != "VERB" || sentence.Child(document, "nmod:poss") >= 0) return -1;
        if (d.Deprel == "nsubj:pass") return Agent(d.Head);
        return d.Relation is "obj" || (d.Relation is "obl" && sentence.Children(document).Any(c => sentence.Tokens[c].Lemma is "in" or "with")) ? SurfaceSubject(d.Head, depth + 1) : -1;
    }

    /// <summary>True when a gerund is what the object of its verb does: after "of", "from" and "into", and after "for" where the verb blames.</summary>
    private bool IsOfObject(int gerund, int verb)
    {
        string? mark = sentence.Children(gerund).Where(c => sentence.Tokens[c].Relation is "mark" or "case").Select(c => sentence.Tokens[c].Lemma).FirstOrDefault();
        return mark is "of" or "from" or "into" || (mark == "for" && codebook.SensesOf(sentence.Tokens[verb].Lemma.ToLowerInvariant(), "verb").Any(x => x.Type == Model.EventType.Accuse));
    }

    /// <summary>"between" always has two: "between the president of X and the president of Y", the second hung too low.</summary>
    private IReadOnlyList<int> Two(int first)
    {
        IReadOnlyList<int> joined = Expand(first);
        if (joined.Count > 1 || sentence.Tokens[first].Xpos is "NNS" or "NNPS") return joined;
        int second = sentence.Subtree(first).Where(c => c > first && sentence.Tokens[c].Relation == "conj" && sentence.Tokens[c].Upos is "NOUN" or "PROPN").DefaultIfEmpty(-1).First();
        return second < 0 ? joined : [first, second];
    }

    /// <summary>
    /// Who is told or made to do what an infinitive or participle tells, where the parser took it for an adverbial clause: "ordered <b>the units</b> to leave",
    /// "ordered <b>six officials</b> jailed". −1 where the governing verb does not order anybody.
    /// </summary>
    private int Controlled(int verb, int head)
    {
        if (!codebook.Is(sentence.Tokens[head].Lemma, "@ordering") || sentence.Child(head, "obj", "iobj") is not (int told and >= 0) || told > verb) return -1;
        bool infinitive = HasMarkTo(verb);
        bool participle = sentence.Tokens[verb].Xpos == "VBN" && sentence.Tokens[verb - 1].Form != "," && sentence.Children(verb).All(c => sentence.Tokens[c].Relation is not ("mark" or "aux"));
        return infinitive || participle ? told : -1;
    }

    /// <summary>True for a phrase whose preposition only bounds its number: "at least six people", "up to a billion".</summary>
    private bool IsCounted(int token) => sentence.Tokens[token].Relation == "obl" && sentence.Children(token).Any(k => sentence.Tokens[k].Relation == "case" && k + 1 < sentence.Tokens.Count
        && ((sentence.Tokens[k].Lemma == "at" && sentence.Tokens[k + 1].Form is "least" or "most") || (sentence.Tokens[k].Lemma == "to" && k > 0 && sentence.Tokens[k - 1].Form == "up" && sentence.Tokens[k + 1].Upos is "NUM" or "SYM")));

    /// <summary>
    /// The subject of a clause whose conjunction the parser took for a preposition of its first noun: "after <b>a bomb</b> struck a bus", "as <b>the forces</b> launched …".
    /// −1 when the noun does not stand right before a finite verb.
    /// </summary>
    private int Marked(int verb)
    {
        bool finite = sentence.Tokens[verb].Xpos is "VBD" or "VBZ" or "VBP" || sentence.Children(verb).Any(c => c < verb && sentence.Tokens[c].Relation == "aux");
        if (!finite || sentence.Tokens[verb].Relation is not ("advcl" or "parataxis" or "ccomp")) return -1;
        int noun = sentence.Children(verb).LastOrDefault(c => c < verb && sentence.Tokens[c].Relation == "obl", -1);
        if (noun < 0 || !sentence.Children(noun).Any(c => sentence.Tokens[c].Relation == "case" && sentence.Tokens[c].Lemma is "as" or "after" or "before" or "since" or "until" or "while" or "than")) return -1;
        for (int i = noun + 1; i < verb; i++)
        {
            if (sentence.Tokens[i].Upos is not ("AUX" or "ADV" or "PART") && !sentence.IsUnder(i, noun)) return -1;
        }
        return noun;
    }

    /// <summary>
    /// Where the tree gives a finite verb no subject, the first noun phrase of its stretch of the sentence that no preposition introduces: long
    /// appositions make a greedy parser lose its subject. −1 when the stretch has none.
    /// </summary>
    private int FirstBefore()
    {
        Token v = sentence.Tokens[Token];
        bool finite = v.Xpos is "VBD" or "VBZ" or "VBP" || sentence.Children(Token).Any(c => c < Token && sentence.Tokens[c].Relation == "aux");
        if (!finite || v.Deprel == "acl:relcl") return -1;
        int found = -1;
        for (int i = Token - 1; i >= 0; i--)
        {
            Token t = sentence.Tokens[i];
            if (t.Form is ";" or ":" or "“" or "\"" || t.Upos == "SCONJ" || (t.Upos == "VERB" && t.Xpos is "VBD" or "VBZ" or "VBP" && t.Deprel is not "acl:relcl")) break;
            if (t.Upos is not ("PROPN" or "NOUN") && !(t.Upos == "PRON" && t.Relation != "nmod:poss" && t.Lemma is "he" or "she" or "they" or "it" or "we")) continue;
            if (i + 1 < sentence.Tokens.Count && sentence.Tokens[i + 1].Form is "'s" or "’s" or "'" or "’") continue;
            if (i + 1 < sentence.Tokens.Count && sentence.Tokens[i + 1].Upos is "NOUN" or "PROPN") continue;   // not the phrase's last word
            int first = i;
            while (first > 0 && sentence.Tokens[first].Upos != "DET" && sentence.Tokens[first - 1].Upos is "DET" or "ADJ" or "NOUN" or "PROPN" or "NUM" or "PART") first--;
            if (first > 0 && sentence.Tokens[first - 1].Upos is "ADP" or "VERB") continue;
            found = i;
        }
        return found;
    }
}
