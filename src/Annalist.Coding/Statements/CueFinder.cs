using Annalist.Language;

namespace Annalist.Coding;

/// <summary>Finds the cues of a sentence and the words that name their speakers.</summary>
/// <param name="book">The cues.</param>
internal sealed class CueFinder(CueBook book)
{
    /// <summary>All cues of the sentence in text order; one word can be several cues.</summary>
    public IReadOnlyList<Cue> Find(Sentence sentence)
    {
        var found = new List<Cue>();
        for (int i = 0; i < sentence.Tokens.Count; i++)
        {
            Token t = sentence.Tokens[i];
            switch (t.Upos)
            {
                case "VERB":
                    Verb(sentence, i, found);
                    break;
                case "ADJ":
                    if (sentence.Child(i, "cop") >= 0) Plain(sentence, i, "adj", found);
                    break;
                case "NOUN":
                    Noun(sentence, i, found);
                    break;
            }
            Phrase(sentence, i, found);
        }
        return found;
    }

    private void Verb(Sentence sentence, int i, List<Cue> found)
    {
        Token t = sentence.Tokens[i];
        int particle = sentence.Child(i, "compound:prt");
        string lemma = t.Lemma.ToLowerInvariant();
        IReadOnlyList<CueGroup> groups = particle >= 0 ? book.Of("verb", lemma + " " + sentence.Tokens[particle].Lemma) : [];
        if (groups.Count == 0) groups = book.Of("verb", lemma);
        if (groups.Count == 0 && t.Xpos == "VBN" && sentence.Child(i, "aux:pass", "cop") >= 0) groups = book.Of("adj", lemma);
        if (groups.Count == 0) return;
        bool negated = IsNegated(sentence, i);
        if (IsUnreal(sentence, i)) return;
        int speaker = Subject(sentence, i);
        foreach (CueGroup group in groups)
        {
            if (group.Negated ? !negated : negated && group.Class is not "believe" and not "deny") continue;
            found.Add(Make(sentence, group, i, Chain(sentence, i, speaker), Math.Max(i, particle) + 1, speaker));
        }
    }

    private void Plain(Sentence sentence, int i, string pos, List<Cue> found)
    {
        foreach (CueGroup group in book.Of(pos, sentence.Tokens[i].Lemma.ToLowerInvariant()))
        {
            int speaker = Subject(sentence, i);
            found.Add(Make(sentence, group, i, Chain(sentence, i, speaker), i + 1, speaker));
        }
    }

    private void Noun(Sentence sentence, int i, List<Cue> found)
    {
        string lemma = sentence.Tokens[i].Lemma.ToLowerInvariant();
        int owner = sentence.Child(i, "nmod:poss");
        if (owner < 0) owner = sentence.Child(i, "amod", "compound") is int m and >= 0 && sentence.Tokens[m].Upos is "PROPN" or "ADJ" ? m : -1;
        foreach (CueGroup group in book.Of("noun", lemma))
        {
            if (owner >= 0) found.Add(Make(sentence, group, i, i, i + 1, owner));
        }
        int possessor = sentence.Child(i, "nmod:poss"), preposition = sentence.Child(i, "case");
        if (possessor < 0 || preposition < 0 || sentence.Tokens[preposition].Lemma is not "in" and not "by" and not "to") return;
        foreach (CueGroup group in book.Of("possessed", lemma))
        {
            found.Add(Make(sentence, group, i, preposition, i + 1, possessor));
        }
    }

    private void Phrase(Sentence sentence, int i, List<Cue> found)
    {
        foreach ((CueGroup group, string[] words) in book.Phrases)
        {
            if (i + words.Length >= sentence.Tokens.Count) continue;
            bool fits = true;
            for (int k = 0; k < words.Length && fits; k++) fits = sentence.Tokens[i + k].Form.Equals(words[k], StringComparison.OrdinalIgnoreCase);
            if (!fits) continue;
            int last = i + words.Length;
            int speaker = NounHead(sentence, last);
            if (speaker < 0) continue;
            IReadOnlyList<int> under = sentence.Subtree(speaker);
            int end = speaker + 1;
            while (end < sentence.Tokens.Count && under.Contains(end) && !(sentence.Tokens[end].Form == "," && !AppositionAfter(sentence, speaker, end))) end++;
            found.Add(new Cue(sentence, group, i, i, last, speaker) { Clause = (i, end) });
            return;
        }
    }

    private static bool AppositionAfter(Sentence sentence, int head, int comma) => sentence.Child(head, "appos") > comma;

    /// <summary>The head of the noun phrase that begins at a token.</summary>
    private static int NounHead(Sentence sentence, int at)
    {
        int w = at;
        for (int steps = 0; steps < sentence.Tokens.Count; steps++)
        {
            int head = sentence.Tokens[w].Head;
            if (head < at || sentence.Tokens[w].Relation is not ("det" or "amod" or "compound" or "nmod" or "nummod" or "flat" or "case" or "advmod") || sentence.Tokens[w].Relation == "nmod" && head > w && sentence.Tokens[w].Deprel != "nmod:poss") break;
            w = head;
        }
        return sentence.Tokens[w].Upos is "NOUN" or "PROPN" or "PRON" ? w : -1;
    }

    private static Cue Make(Sentence sentence, CueGroup group, int head, int first, int last, int speaker) =>
        new(sentence, group, head, first, last, speaker) { Clause = ClauseOf(sentence, head, first, last, speaker) };

    /// <summary>From the punctuation before speaker and cue to the punctuation after them.</summary>
    private static (int First, int Last) ClauseOf(Sentence sentence, int head, int first, int last, int speaker)
    {
        (int from, int to) = (first, last);
        if (speaker >= 0 && Math.Abs(speaker - head) < 40 && SpeakerWords(sentence, speaker) is { } words && (sentence.Tokens[speaker].Head == head || words.Last <= from || words.First >= to))
        {
            from = Math.Min(from, words.First);
            to = Math.Max(to, words.Last);
        }
        while (from > 0 && !IsMark(sentence.Tokens[from - 1])) from--;
        while (to < sentence.Tokens.Count && !IsMark(sentence.Tokens[to])) to++;
        return (from, to);
    }

    private static bool IsMark(Token t) => t.Upos == "PUNCT" && t.Form is not "-" and not "." || t.Form is "." or "—" or "–";

    /// <summary>The speaker's words: title, apposition and possessors, no relative clause.</summary>
    public static (int First, int Last) SpeakerWords(Sentence sentence, int speaker)
    {
        var inside = new List<int> { speaker };
        var open = new Stack<int>();
        open.Push(speaker);
        while (open.Count > 0)
        {
            foreach (int c in sentence.Children(open.Pop()))
            {
                Token t = sentence.Tokens[c];
                if (t.Relation is "det" or "amod" or "compound" or "flat" or "nmod" or "appos" or "case" or "nummod" or "conj" or "cc" or "fixed" or "goeswith" or "list" && !(t.Relation == "case" && t.Head == speaker && c < speaker))
                {
                    inside.Add(c);
                    open.Push(c);
                }
                else if (t.Upos == "PUNCT" && t.Form is "-" or "\"" or "“" or "”")
                {
                    inside.Add(c);
                }
            }
        }
        return (inside.Min(), inside.Max() + 1);
    }

    /// <summary>First token of auxiliaries and negation that stand unbroken before the word, adverbs between them allowed.</summary>
    private static int Chain(Sentence sentence, int head, int speaker)
    {
        int first = head;
        foreach (int c in sentence.Children(head))
        {
            Token t = sentence.Tokens[c];
            if (c < first && (t.Relation is "aux" or "cop" || t.Relation == "advmod" && t.Lemma is "not" or "n't" or "never" || t.Xpos == "TO" && t.Relation == "mark")) first = Math.Min(first, c);
        }
        return speaker >= first && speaker < head ? head : first;
    }

    private static bool IsNegated(Sentence sentence, int head)
    {
        foreach (int c in sentence.Children(head))
        {
            if (sentence.Tokens[c].Lemma is "not" or "n't" or "never" or "neither" or "nor" && sentence.Tokens[c].Relation is "advmod" or "cc") return true;
        }
        return false;
    }

    /// <summary>Words that are not said: conditions, orders to say, refusals, what one could say.</summary>
    private static bool IsUnreal(Sentence sentence, int head)
    {
        Token t = sentence.Tokens[head];
        foreach (int c in sentence.Children(head))
        {
            Token k = sentence.Tokens[c];
            if (k.Relation == "mark" && k.Lemma is "if" or "whether" or "unless") return true;
            if (k.Relation == "aux" && k.Xpos == "MD" && k.Lemma is not "will" and not "would") return true;
        }
        if (t.Relation is "xcomp" && t.Head >= 0 && sentence.Tokens[t.Head].Lemma is "decline" or "refuse" or "fail" or "ask" or "want" or "hesitate" or "unable") return true;
        return false;
    }

    /// <summary>The token that names who speaks; −1 when the tree does not show it.</summary>
    private static int Subject(Sentence sentence, int verb)
    {
        int w = verb;
        for (int steps = 0; steps < 5 && w >= 0; steps++)
        {
            int passive = sentence.Child(w, "nsubj:pass"), agent = Agent(sentence, w);
            if (passive >= 0 && w == verb && sentence.Tokens[w].Xpos == "VBN" && sentence.Child(w, "aux:pass") >= 0) return agent;
            int subject = sentence.Child(w, "nsubj");
            if (subject >= 0)
            {
                if (sentence.Tokens[subject].Lemma.ToLowerInvariant() is "who" or "which" or "that" or "whom" && sentence.Tokens[w].Relation == "acl") return sentence.Tokens[w].Head;
                return subject;
            }
            if (agent >= 0) return agent;
            Token t = sentence.Tokens[w];
            if (t.Relation == "acl" && t.Head >= 0 && t.Xpos == "VBG")
            {
                // "a letter saying that": the noun, or who sent it.
                return t.Head;
            }
            if (t.Head < 0 || t.Relation is not ("conj" or "xcomp" or "advcl" or "parataxis" or "dep" or "ccomp")) break;
            if (t.Relation == "ccomp" && w != verb) break;
            if (t.Relation == "advcl" && sentence.Child(w, "mark") >= 0 && t.Xpos != "VBG") break;
            w = t.Head;
        }
        return Beside(sentence, verb);
    }

    private static int Agent(Sentence sentence, int verb)
    {
        foreach (int c in sentence.Children(verb))
        {
            Token t = sentence.Tokens[c];
            if (t.Deprel == "obl:agent" || t.Relation == "obl" && sentence.Tokens[verb].Xpos == "VBN" && sentence.Child(c, "case") is int k and >= 0 && sentence.Tokens[k].Lemma == "by") return c;
        }
        return -1;
    }

    /// <summary>Where the tree has no subject: the noun right before the cue, or right after it ("says Smith").</summary>
    private static int Beside(Sentence sentence, int verb)
    {
        int before = verb - 1;
        while (before >= 0 && sentence.Tokens[before].Upos is "AUX" or "ADV" or "PART") before--;
        if (before >= 0 && sentence.Tokens[before].Upos is "PROPN" or "PRON" or "NOUN" && sentence.Tokens[verb].Xpos is "VBD" or "VBZ" or "VBP") return Top(sentence, before);
        int after = verb + 1;
        if (after < sentence.Tokens.Count && sentence.Tokens[verb].Xpos is "VBD" or "VBZ" && sentence.Tokens[after].Upos is "PROPN" or "PRON" && sentence.Tokens[after].Relation is not ("obj" or "iobj")) return Top(sentence, after);
        return -1;
    }

    private static int Top(Sentence sentence, int w)
    {
        while (sentence.Tokens[w].Relation is "flat" or "compound" && sentence.Tokens[w].Head >= 0) w = sentence.Tokens[w].Head;
        return w;
    }
}
