using Annalist.Language;

namespace Annalist.Coding;

/// <summary>Finds the cues of a sentence and the words that name their speakers.</summary>
/// <param name="book">The cues.</param>
internal sealed class CueFinder(CueBook book)
{
    /// <summary>All cues of the sentence in text order; one word can be several cues.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="mentions">Its actors.</param>
    public IReadOnlyList<Cue> Find(Sentence sentence, IReadOnlyList<ActorMention> mentions)
    {
        var found = new List<Cue>();
        for (int i = 0; i < sentence.Tokens.Count; i++)
        {
            Token t = sentence.Tokens[i];
            switch (t.Upos)
            {
                case "VERB":
                    Verb(sentence, mentions, i, found);
                    break;
                case "ADJ":
                    if (sentence.Child(i, "cop") >= 0) Plain(sentence, mentions, i, "adj", found);
                    break;
                case "NOUN" when LooksLikeVerb(sentence, i):
                    Verb(sentence, mentions, i, found);
                    break;
                case "NOUN":
                    Noun(sentence, i, found);
                    break;
            }
            Phrase(sentence, mentions, i, found);
        }
        return found;
    }

    private void Verb(Sentence sentence, IReadOnlyList<ActorMention> mentions, int i, List<Cue> found)
    {
        Token t = sentence.Tokens[i];
        int particle = sentence.Child(i, "compound:prt");
        string lemma = t.Lemma.ToLowerInvariant();
        IReadOnlyList<CueGroup> groups = particle >= 0 ? book.Of("verb", lemma + " " + sentence.Tokens[particle].Lemma) : [];
        if (groups.Count == 0) groups = book.Of("verb", lemma);
        bool adjective = groups.Count == 0 && t.Xpos == "VBN" && sentence.Child(i, "aux", "cop") >= 0;
        if (adjective) groups = book.Of("adj", lemma);
        if (groups.Count == 0) return;
        bool negated = IsNegated(sentence, i);
        // An order to the reader ("Recall that …") is nobody's statement.
        if (t.Xpos == "VB" && sentence.Child(i, "nsubj", "aux", "mark") < 0 && t.Relation is "root" or "parataxis") return;
        if (IsUnreal(sentence, i)) return;
        // A participle beside a cue ("said, adding that") has the cue's speaker.
        Cue? governor = t.Xpos == "VBG" ? found.LastOrDefault(c => c.Head == t.Head) : null;
        int speaker = governor?.Speaker ?? SubjectFinder.Find(sentence, mentions, i, adjective);
        foreach (CueGroup group in groups)
        {
            if (group.Negated ? !negated : negated && group.Class is not "believe" and not "deny") continue;
            int first = Chain(sentence, i, speaker), last = Math.Max(i, particle) + 1;
            found.Add(governor is null ? Make(sentence, group, i, first, last, speaker) : Make(sentence, group, i, first, last, -1) with { Speaker = speaker });
        }
    }

    /// <summary>The tagger takes "sighs" and "demands" for plurals: a verb where "that" or a colon follows, or it stands between a quotation and a name.</summary>
    private bool LooksLikeVerb(Sentence sentence, int i)
    {
        Token t = sentence.Tokens[i];
        if (t.Xpos != "NNS" || i == 0 || i + 1 >= sentence.Tokens.Count) return false;
        Token before = sentence.Tokens[i - 1], after = sentence.Tokens[i + 1];
        if (after.Lemma == "that" && book.SpeakerNoun(before.Form.ToLowerInvariant()) is not null) return true;
        if (after.Lemma == "that" && before.Upos is "PROPN" or "PUNCT" or "PRON" or "NOUN" && sentence.Child(i, "amod", "nmod:poss", "nummod") < 0) return true;
        return ContentReader.IsQuote(before.Form) && after.Upos is "PROPN" or "PRON" or "DET";
    }

    private void Plain(Sentence sentence, IReadOnlyList<ActorMention> mentions, int i, string pos, List<Cue> found)
    {
        foreach (CueGroup group in book.Of(pos, sentence.Tokens[i].Lemma.ToLowerInvariant()))
        {
            int speaker = SubjectFinder.Find(sentence, mentions, i, true);
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

    private void Phrase(Sentence sentence, IReadOnlyList<ActorMention> mentions, int i, List<Cue> found)
    {
        foreach ((CueGroup group, string[] words) in book.PhrasesAt(sentence.Tokens[i].Form))
        {
            if (i + words.Length >= sentence.Tokens.Count) continue;
            bool fits = true;
            for (int k = 0; k < words.Length && fits; k++) fits = sentence.Tokens[i + k].Form.Equals(words[k], StringComparison.OrdinalIgnoreCase);
            if (!fits) continue;
            int last = i + words.Length;
            int speaker = NounHead(sentence, last);
            if (speaker < 0) continue;
            int end = speaker + 1;
            foreach (ActorMention m in mentions)
            {
                if (m.First <= last + 1 && m.Last > end) end = m.Last;
            }
            while (end < sentence.Tokens.Count && sentence.Tokens[end].Upos != "PUNCT") end++;
            found.Add(new Cue(sentence, group, i, i, last, speaker) { Clause = (i, end) });
            return;
        }
    }

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
        (int from, int to) = (inside.Min(), inside.Max() + 1);
        // A phrase that the tree draws across a quotation mark or a colon ends there.
        for (int t = speaker - 1; t >= from; t--)
        {
            if (Breaks(sentence.Tokens[t], from, to, sentence)) from = t + 1;
        }
        for (int t = speaker + 1; t < to; t++)
        {
            if (Breaks(sentence.Tokens[t], from, to, sentence)) to = t;
        }
        return (from, to);
    }

    /// <summary>A mark that no phrase of a speaker crosses; a pair of quotation marks inside it (a body's name) does not break it.</summary>
    private static bool Breaks(Token t, int from, int to, Sentence sentence)
    {
        if (t.Form is ":" or ";") return true;
        if (!ContentReader.IsQuote(t.Form)) return false;
        // A comma before the closing mark ends somebody's words: no phrase of a speaker goes on behind it.
        if (t.Index > 0 && sentence.Tokens[t.Index - 1].Form == ",") return true;
        int marks = 0;
        for (int k = from; k < to; k++)
        {
            if (ContentReader.IsQuote(sentence.Tokens[k].Form)) marks++;
        }
        return marks % 2 == 1;
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
}
