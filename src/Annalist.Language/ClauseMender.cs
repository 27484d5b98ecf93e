namespace Annalist.Language;

/// <summary>
/// Gives a sentence its clause back where the parser read the finite verb as a participle: "China | used force" with "force" as the root and "used"
/// as its attribute, "The rebels | disarmed in 2007" with a reduced relative clause. Short sentences of the press are often read so. A sentence
/// is touched only when its tree has a noun for the root, no copula and no finite verb in a main clause.
/// </summary>
internal static class ClauseMender
{
    /// <summary>Words fewer than this are a heading or a label rather than a clause.</summary>
    private const int Shortest = 4;

    /// <summary>The tokens with the verb as the root and with subjects that fit their verb's voice, or the same tokens when there is nothing to mend.</summary>
    public static Token[] Mend(Token[] tokens) => Voice(Clause(Perfect(tokens)));

    /// <summary>"The two have | shared evidence": a participle with "have" as its auxiliary is the clause's verb, the noun it was taken to describe its object.</summary>
    private static Token[] Perfect(Token[] tokens)
    {
        int verb = Array.FindIndex(tokens, t => t.Upos == "VERB" && t.Relation == "amod" && t.Xpos is "VBN" or "VBD" && t.Head > t.Index - 1 && Array.Exists(tokens, x => x.Head == t.Index && x.Relation == "aux" && x.Lemma == "have"));
        if (verb < 0) return tokens;
        int noun = tokens[verb].Head;
        if (noun <= verb || Has(tokens, noun, "cop") || tokens[noun].Upos is not ("NOUN" or "PROPN")) return tokens;
        var mended = (Token[])tokens.Clone();
        mended[verb] = Hang(tokens[verb], tokens[noun].Head, tokens[noun].Deprel);
        mended[noun] = Hang(tokens[noun], verb, "obj");
        for (int c = 0; c < tokens.Length; c++)
        {
            if (tokens[c].Head == noun && c != verb && (c < verb || tokens[c].Relation is "punct" or "advcl" or "parataxis")) mended[c] = Hang(tokens[c], verb, tokens[c].Deprel);
        }
        return mended;
    }

    /// <summary>A passive's subject without the passive's auxiliary is an active one, and the other way round: the two labels are predicted apart.</summary>
    private static Token[] Voice(Token[] tokens)
    {
        Token[] mended = tokens;
        for (int i = 0; i < tokens.Length; i++)
        {
            Token t = mended[i];
            if (t.Relation != "nsubj" || t.Head < 0 || tokens[t.Head].Upos != "VERB") continue;
            bool passive = Array.Exists(tokens, x => x.Head == t.Head && (x.Deprel == "aux:pass" || (x.Relation == "aux" && x.Lemma == "get")));
            if (passive == (t.Deprel == "nsubj:pass")) continue;
            if (ReferenceEquals(mended, tokens)) mended = (Token[])tokens.Clone();
            mended[i] = Hang(t, t.Head, passive ? "nsubj:pass" : "nsubj");
            if (!passive && tokens[t.Head].Xpos == "VBN" && !Has(tokens, t.Head, "aux")) mended[t.Head] = Finite(mended[t.Head]);
        }
        return mended;
    }

    private static Token[] Clause(Token[] tokens)
    {
        if (tokens.Length < Shortest) return tokens;
        int root = Array.FindIndex(tokens, t => t.Head < 0);
        if (root < 0 || tokens[root].Upos is not ("NOUN" or "PROPN") || Has(tokens, root, "cop") || Has(tokens, root, "nsubj")) return tokens;
        int verb = Attribute(tokens, root, out int subject);
        if (verb >= 0) return IsOther(tokens, root, verb) ? tokens : WithObject(tokens, root, verb, subject);
        verb = Reduced(tokens, root);
        return verb < 0 || IsOther(tokens, root, verb) ? tokens : WithSubject(tokens, root, verb);
    }

    /// <summary>"China used force": a verb before the root as its attribute, with a noun phrase right before the verb; −1 when there is none.</summary>
    private static int Attribute(Token[] tokens, int root, out int subject)
    {
        for (int v = 1; v < root; v++)
        {
            if (tokens[v].Head != root || tokens[v].Upos != "VERB" || tokens[v].Relation is not ("amod" or "compound") || tokens[v].Xpos is not ("VBN" or "VBD" or "VBZ" or "VBP")) continue;
            subject = Array.FindIndex(tokens, 0, v, t => t.Head == v && t.Relation == "nsubj");
            for (int c = v - 1; c >= 0 && subject < 0; c--)
            {
                Token t = tokens[c];
                bool name = t.Upos is "NOUN" or "PROPN" or "PRON" || (t.Upos == "ADJ" && Has(tokens, c, "flat"));
                if ((t.Head == root || t.Head == v) && name && t.Relation is "compound" or "nmod" or "nsubj" or "flat" or "amod" && !Has(tokens, c, "case") && Reaches(tokens, c, v)) subject = c;
            }
            if (subject >= 0) return v;
        }
        subject = -1;
        return -1;
    }

    /// <summary>"The rebels disarmed in 2007.": a participle that alone describes the root of a sentence with a full stop; −1 when there is none.</summary>
    private static int Reduced(Token[] tokens, int root)
    {
        if (tokens[^1].Form is not ("." or "!" or "”" or "\"")) return -1;
        for (int v = root + 1; v < tokens.Length; v++)
        {
            if (tokens[v].Head != root || tokens[v].Upos != "VERB" || tokens[v].Deprel != "acl" || tokens[v].Xpos is not ("VBN" or "VBD")) continue;
            for (int c = 0; c < tokens.Length; c++)
            {
                // "a decree signed by the king": a participle indeed
                if (tokens[c].Head == v && (tokens[c].Deprel is "obl:agent" or "aux:pass" || (tokens[c].Relation == "obl" && HasCase(tokens, c, "by")))) return -1;
            }
            return v;
        }
        return -1;
    }

    private static Token[] WithObject(Token[] tokens, int root, int verb, int subject)
    {
        var mended = (Token[])tokens.Clone();
        mended[verb] = Finite(tokens, verb);
        mended[root] = Hang(tokens[root], verb, "obj");
        mended[subject] = Hang(tokens[subject], verb, "nsubj");
        for (int c = 0; c < tokens.Length; c++)
        {
            Token t = tokens[c];
            if (t.Head == verb && c < subject && t.Relation is "det" or "amod" or "compound" or "nummod" or "case") mended[c] = Hang(t, subject, t.Deprel);
            if (t.Head != root || c == verb || c == subject) continue;
            if (c < verb)
            {
                bool inside = c < subject && (t.Relation is "det" or "amod" or "compound" or "nummod" or "case" || t.Deprel == "nmod:poss");
                mended[c] = Hang(t, inside ? subject : verb, inside || t.Relation != "nmod" ? t.Deprel : "obl");
            }
            else if (c > root && (t.Relation is "punct" or "advcl" or "parataxis" or "advmod" || (t.Relation == "conj" && t.Upos == "VERB") || IsWhen(tokens, c)))
            {
                mended[c] = Hang(t, verb, t.Relation == "nmod" ? "obl" : t.Deprel);
            }
        }
        return mended;
    }

    private static Token[] WithSubject(Token[] tokens, int root, int verb)
    {
        var mended = (Token[])tokens.Clone();
        mended[verb] = Finite(tokens, verb);
        mended[root] = Hang(tokens[root], verb, "nsubj");
        for (int c = 0; c < tokens.Length; c++)
        {
            Token t = tokens[c];
            if (t.Head == root && c > verb) mended[c] = Hang(t, verb, t.Relation switch { "nmod" => "obl", "acl" => "advcl", _ => t.Deprel });
        }
        return mended;
    }

    private static Token Finite(Token[] tokens, int verb)
    {
        Token v = tokens[verb];
        bool perfect = Array.Exists(tokens, t => t.Head == verb && t.Relation == "aux");
        return Hang(v.Xpos == "VBN" && !perfect ? Finite(v) : v, -1, "root");
    }

    /// <summary>The word under another head; a new token, because its relation without the subtype is set when it is made.</summary>
    private static Token Hang(Token t, int head, string deprel) => new(t.Index, t.Span, t.Form, t.Lemma, t.Upos, t.Xpos, t.Feats, head, deprel) { SpaceAfter = t.SpaceAfter, Multiword = t.Multiword };

    /// <summary>True when another finite verb stands in a main clause: then the sentence has its clause already.</summary>
    private static bool IsOther(Token[] tokens, int root, int verb)
    {
        for (int i = 0; i < tokens.Length; i++)
        {
            Token t = tokens[i];
            if (i != verb && t.Head == root && t.Upos is "VERB" or "AUX" && t.Relation is "parataxis" or "conj" or "appos" && t.Xpos is "VBD" or "VBZ" or "VBP") return true;
        }
        return false;
    }

    /// <summary>True when nothing but an adverb, an auxiliary or the phrase itself stands between a noun phrase and the verb.</summary>
    private static bool Reaches(Token[] tokens, int noun, int verb)
    {
        for (int i = noun + 1; i < verb; i++)
        {
            int w = i;
            for (int steps = 0; w >= 0 && w != noun && w != verb && steps < tokens.Length; steps++) w = tokens[w].Head;
            if (w != noun && w != verb && tokens[i].Upos is not ("ADV" or "AUX")) return false;
        }
        return true;
    }

    /// <summary>True when a phrase tells the time of the act rather than something of the noun.</summary>
    private static bool IsWhen(Token[] tokens, int word) => tokens[word].Relation == "nmod" && (tokens[word].Upos == "NUM" || Array.Exists(tokens, t => t.Head == word && t.Upos == "NUM" && t.Index > word)
        || HasCase(tokens, word, "after") || HasCase(tokens, word, "before") || HasCase(tokens, word, "during") || HasCase(tokens, word, "since") || HasCase(tokens, word, "within") || HasCase(tokens, word, "until"));

    private static bool Has(Token[] tokens, int head, string relation) => Array.Exists(tokens, t => t.Head == head && t.Relation == relation);

    private static bool HasCase(Token[] tokens, int word, string lemma) => Array.Exists(tokens, t => t.Head == word && t.Relation == "case" && t.Lemma == lemma);

    private static Token Finite(Token v) => v with { Xpos = "VBD", Feats = "Mood=Ind|Tense=Past|VerbForm=Fin" };
}
