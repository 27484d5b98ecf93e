using Annalist.Language;
using Annalist.Model;

namespace Annalist.Coding;

/// <summary>Acts that the text has dated so far, by their words: what "a month after the summit" looks back to. Filled while a passage is read.</summary>
internal sealed class DatedActs
{
    /// <summary>Letters that a verb and the noun made of it share at least.</summary>
    private const int Stem = 4;

    /// <summary>Days that the date of an act may span: "in 2019" tells no day to count from.</summary>
    private const int Longest = 92;

    private readonly List<(string Lemma, DateRange Days)> acts = [];

    /// <summary>Takes up what a date phrase dates: the words above it up to the verb, and that verb's subject and object.</summary>
    public void Add(Sentence sentence, DateMention date)
    {
        if (date.Range is not { } days || days.Days > Longest || date.Kind is not (DateKind.Point or DateKind.Period)) return;
        if (date.Dates >= 0)
        {
            Take(sentence.Tokens[date.Dates], days);
            return;
        }
        for (int w = date.Head, steps = 0; w >= 0 && steps < 6; w = sentence.Tokens[w].Head, steps++)
        {
            Token t = sentence.Tokens[w];
            if (w < date.First || w >= date.Last) Take(t, days);
            if (t.Upos != "VERB") continue;
            foreach (int c in sentence.Children(w))
            {
                if (sentence.Tokens[c].Relation is "nsubj" or "obj" or "conj") Take(sentence.Tokens[c], days);
            }
            return;
        }
    }

    /// <summary>Days of the act that the word names; null when the text has not dated it.</summary>
    public DateRange? Of(Token word)
    {
        string lemma = Key(word);
        for (int i = acts.Count - 1; i >= 0; i--)
        {
            if (acts[i].Lemma == lemma) return acts[i].Days;
        }
        for (int i = acts.Count - 1; i >= 0; i--)
        {
            if (Akin(acts[i].Lemma, lemma)) return acts[i].Days;
        }
        return null;
    }

    private void Take(Token t, DateRange days)
    {
        if (t.Upos is "NOUN" or "VERB" && Key(t).Length >= 3) acts.Add((Key(t), days));
    }

    private static string Key(Token t) => t.Lemma.ToLowerInvariant();

    /// <summary>"sign" and "signing", "invade" and "invasion".</summary>
    private static bool Akin(string a, string b)
    {
        int n = 0;
        while (n < a.Length && n < b.Length && a[n] == b[n]) n++;
        return n >= Stem && Math.Max(a.Length, b.Length) - n <= 5 && Math.Min(a.Length, b.Length) - n <= 1;
    }
}
