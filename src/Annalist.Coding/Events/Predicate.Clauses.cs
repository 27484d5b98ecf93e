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
}
