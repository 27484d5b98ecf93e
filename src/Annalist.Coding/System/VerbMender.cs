using Annalist.Language;

namespace Annalist.Coding;

/// <summary>
/// Mends trees in which a verb of promising was taken for a noun or an auxiliary: "The heads of state plan to make …", "Members of the group undertake not to …".
/// It is a verb when it stands in its base form after a plural noun phrase and before an infinitive, and the sentence has no other finite verb at its root.
/// </summary>
internal static class VerbMender
{
    /// <summary>The sentence with the verb at its root; null when the word at the token is no such verb.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="token">The word that may be a verb.</param>
    public static Sentence? Mend(Sentence s, int token)
    {
        Token t = s.Tokens[token];
        bool helper = t.Relation == "aux" && t.Upos is "VERB" or "AUX";
        if ((t.Upos != "NOUN" && !helper) || !string.Equals(t.Form, t.Lemma, StringComparison.Ordinal)) return null;
        int to = token + 1;
        if (to < s.Tokens.Count && s.Tokens[to].Lemma is "not" or "never" or "jointly") to++;
        if (to + 1 >= s.Tokens.Count || s.Tokens[to].Lemma != "to" || s.Tokens[to + 1].Xpos is not ("VB" or "VBP")) return null;
        if (s.Root != to + 1 && s.Tokens[s.Root] is { Upos: "VERB", Xpos: "VBD" or "VBZ" or "VBP" } || s.Child(s.Root, "cop") >= 0) return null;
        int subject = PluralBefore(s, token);
        if (subject < 0) return null;
        int infinitive = to + 1;
        var tokens = s.Tokens.Select(x => x).ToArray();
        int root = s.Root;
        for (int i = 0; i < tokens.Length; i++)
        {
            Token x = tokens[i];
            if (i == token) tokens[i] = Hung(x with { Upos = "VERB", Xpos = "VBP" }, -1, "root");
            else if (i == subject) tokens[i] = Hung(x, token, "nsubj");
            else if (i == infinitive) tokens[i] = Hung(x with { Upos = "VERB", Xpos = "VB" }, token, "xcomp");
            else if (i > token && i < infinitive) tokens[i] = Hung(x, infinitive, x.Lemma == "to" ? "mark" : "advmod");
            else if (i == root) tokens[i] = Hung(x, token, i < subject ? "obl" : "conj");
            else if (i < token && x.Head == token) tokens[i] = i == token - 1 ? Hung(x, subject, "nmod") : x with { Head = i > subject ? token - 1 : subject };
            else if (i < subject && x.Head == infinitive) tokens[i] = x with { Head = token };
            else if (i > infinitive && x.Head == root && root != infinitive) tokens[i] = x with { Head = token };
        }
        return Sound(tokens) ? new Sentence(s.Index, s.Span, s.Text, tokens) : null;
    }

    /// <summary>
    /// The sentence with a verb of the third person at its root where it was taken for a noun ("The law that X adopted <b>forbids</b> bases"): the root
    /// is a noun before it that may be its subject, and no finite verb stands at the root. Null when the word is no such verb.
    /// </summary>
    /// <param name="s">The sentence.</param>
    /// <param name="token">The word that may be a verb.</param>
    /// <param name="isSubject">True for a noun that may be its subject.</param>
    public static Sentence? MendThird(Sentence s, int token, Func<int, bool> isSubject)
    {
        Token t = s.Tokens[token];
        int root = s.Root;
        if (t.Upos != "NOUN" || !t.Form.EndsWith('s') || root >= token || s.Tokens[root].Upos is not ("NOUN" or "PROPN") || s.Child(root, "cop") >= 0 || !isSubject(root)) return null;
        var tokens = s.Tokens.Select(x => x.Index == token ? Hung(x with { Upos = "VERB", Xpos = "VBZ" }, -1, "root")
            : x.Index == root ? Hung(x, token, "nsubj")
            : x.Index > token && x.Head == root ? x with { Head = token }
            : x).ToArray();
        return Sound(tokens) ? new Sentence(s.Index, s.Span, s.Text, tokens) : null;
    }

    /// <summary>Head of the plural noun phrase that ends right before the token; −1 when there is none.</summary>
    private static int PluralBefore(Sentence s, int token)
    {
        // "Norway and Sweden undertake": a list of names is plural.
        int word = token - 1;
        while (word > 0 && s.Tokens[word].Upos == "PROPN") word--;
        if (word > 0 && word < token - 1 && s.Tokens[word].Lemma == "and" && s.Tokens[word - 1].Upos == "PROPN")
        {
            int head0 = word - 1;
            while (s.Tokens[head0].Head is int h and >= 0 && h < token && h != head0 && s.Tokens[h].Upos == "PROPN" && h < head0) head0 = h;
            return head0;
        }
        int first = token - 1;
        while (first >= 0 && (s.Tokens[first].Upos is "NOUN" or "PROPN" or "ADJ" or "NUM" or "DET" or "PUNCT" && s.Tokens[first].Form is not ("," or ";" or ":" or "." or "\"") || s.Tokens[first].Lemma == "of")) first--;
        first++;
        int head = first;
        while (head < token && s.Tokens[head].Lemma != "of") head++;
        head--;
        bool plural = head >= first && s.Tokens[head].Xpos is "NNS" or "NNPS";
        return plural && head < token ? head : -1;
    }

    /// <summary>The word under another head. Built anew: the relation without its subtype is reckoned when a token is made.</summary>
    private static Token Hung(Token x, int head, string relation) => new(x.Index, x.Span, x.Form, x.Lemma, x.Upos, x.Xpos, x.Feats, head, relation) { SpaceAfter = x.SpaceAfter, Multiword = x.Multiword };

    /// <summary>True when every word leads to the root.</summary>
    private static bool Sound(Token[] tokens)
    {
        foreach (Token t in tokens)
        {
            int w = t.Index, steps = 0;
            while (w >= 0 && steps++ <= tokens.Length) w = tokens[w].Head;
            if (w >= 0) return false;
        }
        return true;
    }
}
