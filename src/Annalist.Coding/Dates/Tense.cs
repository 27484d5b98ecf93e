using Annalist.Language;

namespace Annalist.Coding;

/// <summary>Which way a clause looks.</summary>
internal enum Tense
{
    Unknown,
    Past,
    Present,
    Future,
}

/// <summary>Reads from the tree which way the clause around a word looks.</summary>
/// <param name="words">The words that announce (due, scheduled, planned).</param>
internal sealed class TenseReader(DateWords words)
{
    /// <summary>The tense of the nearest predicate above the word that shows one.</summary>
    public Tense Around(Sentence sentence, int word)
    {
        int w = word;
        for (int steps = 0; w >= 0 && steps <= sentence.Tokens.Count; steps++, w = sentence.Tokens[w].Head)
        {
            Tense found = Of(sentence, w);
            if (found != Tense.Unknown) return found;
        }
        return Tense.Unknown;
    }

    /// <summary>True when the nearest verb above the word stands in the present perfect or the progressive of the present: what it tells lasts until now.</summary>
    public static bool IsPerfect(Sentence sentence, int word)
    {
        for (int w = word, steps = 0; w >= 0 && steps <= sentence.Tokens.Count; steps++, w = sentence.Tokens[w].Head)
        {
            if (sentence.Tokens[w].Upos is not ("VERB" or "AUX") && sentence.Child(w, "cop") < 0) continue;
            bool have = false, other = false, present = false;
            foreach (int c in sentence.Children(w))
            {
                Token k = sentence.Tokens[c];
                if (k.Relation is not ("aux" or "cop")) continue;
                have |= k.Lemma == "have" && k.Xpos is "VBZ" or "VBP";
                present |= k.Lemma == "be" && k.Xpos is "VBZ" or "VBP";
                other |= k.Xpos is "MD" or "VBD";
            }
            return (have || present && sentence.Tokens[w].Xpos == "VBG") && !other;
        }
        return false;
    }

    private Tense Of(Sentence sentence, int w)
    {
        Token t = sentence.Tokens[w];
        bool verb = t.Upos is "VERB" or "AUX";
        if (t.Upos is "ADJ" && words.Future.Contains(t.Lemma)) return Tense.Future;
        bool modal = false, have = false, past = false, present = false, to = false;
        foreach (int c in sentence.Children(w))
        {
            Token k = sentence.Tokens[c];
            if (k.Relation is "aux" or "cop")
            {
                modal |= k.Xpos == "MD";
                have |= k.Lemma == "have";
                past |= k.Xpos == "VBD" || k.Lemma == "have" && k.Xpos != "MD";
                present |= k.Xpos is "VBZ" or "VBP";
            }
            to |= k.Xpos == "TO" && k.Relation is "mark" or "aux";
        }
        if (!verb && !modal && !past && !present) return Tense.Unknown;
        if (modal) return have ? Tense.Past : Tense.Future;
        if (t.Xpos == "VBG" && present && !past) return Tense.Future;
        if (words.Future.Contains(t.Lemma) && t.Xpos is "VBN") return Tense.Future;
        if (to) return have ? Tense.Past : Tense.Future;
        if (past || t.Xpos is "VBD") return Tense.Past;
        if (t.Xpos is "VBN" && !present) return Tense.Past;
        return t.Xpos is "VBZ" or "VBP" || present ? Tense.Present : Tense.Unknown;
    }
}
