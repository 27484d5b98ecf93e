using Annalist.Language;

namespace Annalist.Coding;

/// <summary>Finds the token that names who speaks: the tree's subject, checked against the names that stand beside the cue.</summary>
internal static class SubjectFinder
{
    /// <summary>The token that names who speaks; −1 when nothing shows it.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="mentions">Its actors.</param>
    /// <param name="cue">The cue's main word.</param>
    /// <param name="patient">True for a cue whose passive subject is the one who holds it ("is convinced").</param>
    public static int Find(Sentence sentence, IReadOnlyList<ActorMention> mentions, int cue, bool patient)
    {
        bool passive = !patient && sentence.Tokens[cue].Xpos == "VBN" && sentence.Child(cue, "aux:pass") >= 0;
        if (passive) return Agent(sentence, cue);
        int chain = ChainStart(sentence, cue), after = cue + 1;
        ActorMention? beside = mentions.Where(m => m.Last == chain && CanSpeak(m)).MaxBy(m => m.Last - m.First);
        if (Inverted(sentence, mentions, cue, chain) is >= 0 and var inverted) return inverted;
        int tree = OfTree(sentence, cue);
        if (tree >= 0 && BodyBefore(sentence, mentions, tree) is >= 0 and var body) return body;
        if (beside is not null && tree >= 0 && (tree < beside.First || tree >= beside.Last))
        {
            // The subject of the tree lies elsewhere: the name right before the cue wins unless it is only part of the subject's phrase.
            bool part = sentence.IsUnder(beside.Head, tree) && sentence.Tokens[beside.Head].Relation != "appos" && tree < beside.First;
            if (part && Named(mentions, tree)) return tree;
            if (beside.IsPerson || StartsClause(sentence, beside.First) || !Named(mentions, tree)) return beside.Head;
            return tree;
        }
        if (tree >= 0 && (Named(mentions, tree) || sentence.Tokens[tree].Upos == "PRON")) return tree;
        if (beside is not null) return beside.Head;
        // A name that opens the cue's clause: "…, Xland's Committee for Y said".
        int start = chain;
        while (start > 0 && sentence.Tokens[start - 1].Upos is not "PUNCT" and not "VERB") start--;
        ActorMention? opens = mentions.Where(m => (m.First == start || m.First == start + 1 && sentence.Tokens[start].Upos == "DET") && m.Last <= chain && CanSpeak(m)).MaxBy(m => m.Last - m.First);
        bool bodyGoesOn = opens is not null && opens.Last < chain && sentence.Tokens[opens.Last].Upos is "ADP" or "SCONJ";
        if (opens is not null && start < chain && chain - opens.Last <= 8 && (bodyGoesOn || !(tree >= 0 && sentence.Tokens[tree].Upos == "PROPN" && tree > opens.Last))) return opens.Head;
        if (opens is not null && start < chain && tree < 0) return opens.Head;
        ActorMention? follows = mentions.FirstOrDefault(m => (m.First == after || m.First == after + 1 && sentence.Tokens[after].Upos == "DET") && CanSpeak(m));
        if (follows is not null && tree < 0 && sentence.Tokens[cue].Xpos is "VBD" or "VBZ" or "VBP" or "NNS" && (cue == 0 || sentence.Tokens[cue - 1].Upos == "PUNCT")) return follows.Head;
        // Behind a clause in commas: "Xtown, which lent its port, hints that".
        if (chain > 1 && sentence.Tokens[chain - 1].Form == "," && mentions.FirstOrDefault(m => CanSpeak(m) && m.Last < chain && !AfterPreposition(sentence, m.First) && StartsClause(sentence, m.First)) is { } outer) return outer.Head;
        return tree >= 0 ? tree : Beside(sentence, cue);
    }

    /// <summary>Right behind a closing quotation mark the verb stands before its speaker, whatever the tree makes of him: "…”, explains Smith".</summary>
    private static int Inverted(Sentence sentence, IReadOnlyList<ActorMention> mentions, int cue, int chain)
    {
        int mark = chain - 1, after = cue + 1;
        if (mark >= 0 && sentence.Tokens[mark].Form is "," or "–" or "-") mark--;
        if (mark < 0 || after >= sentence.Tokens.Count || !ContentReader.IsQuote(sentence.Tokens[mark].Form) || sentence.Tokens[chain].Xpos is not ("VBZ" or "VBD" or "VBP" or "NNS")) return -1;
        if (mentions.FirstOrDefault(m => (m.First == after || m.First == after + 1 && sentence.Tokens[after].Upos == "DET") && CanSpeak(m)) is { } name) return name.Head;
        if (sentence.Tokens[after] is not { Upos: "PROPN" } || sentence.Tokens[after].Lemma is "that") return -1;
        return Top(sentence, after, cue);
    }

    private static bool CanSpeak(ActorMention m) => m.Kind != MentionKind.Demonym && m.Kind != MentionKind.Pronoun && (m.Codes.Count > 0 || m.Name is not null || m.IsPerson);

    private static bool Named(IReadOnlyList<ActorMention> mentions, int token) => mentions.Any(m => m.First <= token && token < m.Last);

    private static bool StartsClause(Sentence sentence, int first) => first == 0 || sentence.Tokens[first - 1].Upos == "PUNCT" || first == 1 && sentence.Tokens[0].Upos is "DET" or "ADV" or "CCONJ";

    private static bool AfterPreposition(Sentence sentence, int first) => first > 0 && sentence.Tokens[first - 1].Upos is "ADP";

    private static int ChainStart(Sentence sentence, int cue)
    {
        int first = cue;
        while (first > 0 && sentence.Tokens[first - 1].Upos is "AUX" or "ADV" or "PART") first--;
        return first;
    }

    private static int OfTree(Sentence sentence, int cue)
    {
        int w = cue;
        for (int steps = 0; steps < 5 && w >= 0; steps++)
        {
            int subject = Nearest(sentence, w);
            if (subject >= 0)
            {
                if (sentence.Tokens[subject].Lemma.ToLowerInvariant() is "who" or "which" or "that" or "whom" && sentence.Tokens[w].Relation == "acl") return sentence.Tokens[w].Head;
                return subject;
            }
            Token t = sentence.Tokens[w];
            if (t.Relation == "acl" && t.Head >= 0 && t.Xpos == "VBG") return t.Head;
            if (t.Head < 0 || t.Relation is not ("conj" or "xcomp" or "advcl" or "parataxis" or "dep" or "ccomp")) break;
            if (t.Relation == "ccomp" && w != cue) break;
            if (t.Relation == "advcl" && sentence.Child(w, "mark") >= 0 && t.Xpos != "VBG") break;
            w = t.Head;
        }
        return -1;
    }

    /// <summary>Of several subjects the one that stands nearest.</summary>
    private static int Nearest(Sentence sentence, int verb)
    {
        int best = -1;
        foreach (int c in sentence.Children(verb))
        {
            if (sentence.Tokens[c].Relation != "nsubj" || JoinedAfter(sentence, c, verb)) continue;
            if (best < 0 || Math.Abs(c - verb) < Math.Abs(best - verb)) best = c;
        }
        return best;
    }

    /// <summary>"rejects the report <b>and says</b>": a noun before the "and" of a verb is no subject of it, whatever the tree makes of it.</summary>
    private static bool JoinedAfter(Sentence sentence, int noun, int verb)
    {
        foreach (int c in sentence.Children(verb))
        {
            if (sentence.Tokens[c].Relation == "cc" && noun < c && c < verb && sentence.Tokens[verb].Relation == "conj") return true;
        }
        return false;
    }

    /// <summary>"In the ministry they said": the body that a bare "they" right behind it stands for; −1 when there is none.</summary>
    private static int BodyBefore(Sentence sentence, IReadOnlyList<ActorMention> mentions, int subject)
    {
        if (!sentence.Tokens[subject].Form.Equals("they", StringComparison.OrdinalIgnoreCase)) return -1;
        int end = subject > 0 && sentence.Tokens[subject - 1].Form == "," ? subject - 1 : subject;
        ActorMention? body = mentions.Where(m => m.Last == end && !m.IsPerson && m.Kind != MentionKind.Pronoun && (m.Codes.Count > 0 || m.Name is not null)).MaxBy(m => m.Last - m.First);
        if (body is null) return -1;
        int before = body.First - 1;
        if (before >= 0 && sentence.Tokens[before].Upos == "DET") before--;
        return before >= 0 && sentence.Tokens[before].Lemma.ToLowerInvariant() is "in" or "at" ? body.Head : -1;
    }

    private static int Agent(Sentence sentence, int verb)
    {
        foreach (int c in sentence.Children(verb))
        {
            if (sentence.Tokens[c].Deprel == "obl:agent") return c;
        }
        return -1;
    }

    /// <summary>Where the tree has no subject: the noun right before the cue, or right after it ("says Smith").</summary>
    private static int Beside(Sentence sentence, int verb)
    {
        int before = ChainStart(sentence, verb) - 1;
        if (before >= 0 && sentence.Tokens[before].Upos is "PROPN" or "PRON" or "NOUN" or "ADJ" && sentence.Tokens[verb].Xpos is "VBD" or "VBZ" or "VBP" or "NNS") return Top(sentence, before, verb);
        int after = verb + 1;
        if (after < sentence.Tokens.Count && sentence.Tokens[verb].Xpos is "VBD" or "VBZ" or "NNS" && sentence.Tokens[after].Upos is "PROPN" or "PRON" && sentence.Tokens[after].Relation is not ("obj" or "iobj")) return Top(sentence, after, verb);
        return -1;
    }

    private static int Top(Sentence sentence, int w, int below)
    {
        while (sentence.Tokens[w].Relation is "flat" or "compound" && sentence.Tokens[w].Head is int head and >= 0 && head != below && sentence.Tokens[head].Upos is "PROPN" or "NOUN") w = sentence.Tokens[w].Head;
        return w;
    }
}
