using Annalist.Language;

namespace Annalist.Coding;

/// <summary>Reads amounts with a unit from a sentence: money, people, shares, lengths, volumes, weights.</summary>
/// <param name="words">The words of amounts.</param>
internal sealed class AmountReader(MeasureWords words)
{
    /// <summary>The amounts of a sentence in text order.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="mentions">Its actors, among them the peoples that can be counted.</param>
    /// <param name="states">Codes of the states that stand nearest, to tell whose currency is meant.</param>
    /// <param name="taken">True for a token that is part of a date, an age or a duration.</param>
    public IReadOnlyList<Amount> Read(Sentence sentence, IReadOnlyList<ActorMention> mentions, IReadOnlyList<string> states, Func<int, bool> taken)
    {
        List<AmountAtom> atoms = AmountAtom.Of(sentence);
        var found = new List<Amount>();
        int free = 0;
        for (int i = 0; i < atoms.Count; i++)
        {
            if (i < free || taken(atoms[i].Token)) continue;
            Amount? amount = Money(atoms, i, out int next) ?? Fraction(atoms, i, out next) ?? Counted(sentence, mentions, states, atoms, i, out next);
            if (amount is null) continue;
            found.Add(amount);
            free = next;
        }
        return found;
    }

    /// <summary>"$4.7bn", "US$ 3 million", "EUR 20 million".</summary>
    private Amount? Money(List<AmountAtom> a, int i, out int next)
    {
        next = i + 1;
        string? unit = null;
        int j = i;
        string sign = a[i].Raw;
        if (words.Symbols.TryGetValue(sign, out string? currency)) (unit, j) = (currency, i + 1);
        else if (sign.Length > 1 && sign[^1] == '$' && words.Prefixed.TryGetValue(a[i].Text[..^1].Replace(".", "", StringComparison.Ordinal), out currency)) (unit, j) = (currency, i + 1);
        else if (words.Prefixed.TryGetValue(a[i].Text.Replace(".", "", StringComparison.Ordinal), out currency) && Text(a, i + 1) == "$" && a[i].Raw.All(c => !char.IsLower(c)) && a[i].Span.End == a[i + 1].Span.Start) (unit, j) = (currency, i + 2);
        else if (words.IsoCodes.Contains(sign)) (unit, j) = (sign == "RMB" ? "CNY" : sign, i + 1);
        if (unit is null || !Number(a, j, out double value, out int after)) return null;
        next = after;
        return new Amount(value, unit, a[j].Token, a[j].Token, a[i].Span.Union(a[after - 1].Span));
    }

    /// <summary>"by a third", "by nearly half": a share that something changed by.</summary>
    private Amount? Fraction(List<AmountAtom> a, int i, out int next)
    {
        next = i + 1;
        if (a[i].Text != "by") return null;
        int j = i + 1;
        while (Text(a, j) is "nearly" or "almost" or "about" or "some" or "over" or "around" or "roughly" or "more" or "than" or "a" or "one") j++;
        if (!words.Fractions.TryGetValue(Text(a, j), out double value) || j > i + 5) return null;
        next = j + 1;
        return new Amount(value, "percent", a[j].Token, a[j].Token, a[j].Span);
    }

    private Amount? Counted(Sentence s, IReadOnlyList<ActorMention> mentions, IReadOnlyList<string> states, List<AmountAtom> a, int i, out int next)
    {
        next = i + 1;
        if (i > 0 && a[i - 1].Text is "-" or "+" or "#" or "no." && a[i - 1].Span.End == a[i].Span.Start && a[i - 1].Token == a[i].Token) return null;
        if (!Number(a, i, out double value, out int after)) return null;
        bool digits = a[i].Number is not null;
        bool defined = i > 0 && a[i - 1].Text is "the" or "both" or "these" or "those" or "all" or "its" or "their" or "this";
        int k = after;
        // "3 to 4 million tonnes", "10-15 km": the first number shares the unit; it is left out, the second is told.
        while (Text(a, k) is "of" or "-" or "more" or "new" or "other" or "additional" or "so-called" or "some" or "another") k++;
        // "them civilians"
        if (Text(a, after) == "of" && Text(a, after + 1) is "them" or "whom")
        {
            next = after + 2;
            return People(s, a, i, after + 1, value);
        }
        for (int at = k; at < a.Count && at <= k + 4; at++)
        {
            if (taken(a[at])) break;
            string one = a[at].Lemma, two = at + 1 < a.Count ? a[at].Text + " " + a[at + 1].Lemma : "";
            if (two.Length > 0 && words.Units.TryGetValue(two, out string? unit)) return Physical(a, i, at + 1, value, unit, out next);
            if (words.Units.TryGetValue(one, out unit) || words.Units.TryGetValue(a[at].Text, out unit))
            {
                bool thing = unit is "items" or "companies";
                if (thing && (defined || value < 2 || at > k + 2)) return null;
                return Physical(a, i, at, value, unit, out next);
            }
            if (Currency(a, at, states, mentions, out string? code))
            {
                next = at + 1;
                return new Amount(value, code!, a[i].Token, a[at].Token, a[i].Span.Union(a[at].Span));
            }
            if (words.Hurt.Contains(a[at].Text) && at <= k + 1 && s.Tokens[a[at].Token].Upos is not "AUX")
            {
                next = at + 1;
                return new Amount(value, "people", a[i].Token, a[at].Token, a[i].Span.Union(a[at].Span), true);
            }
            Token t = s.Tokens[a[at].Token];
            bool people = IsPeople(s, mentions, a[at]);
            if (people && !NextIsNoun(s, mentions, a, at))
            {
                next = at + 1;
                bool hurt = Harmed(s, a[at].Token);
                if (value < 2 && !hurt || defined && !hurt && value < 20) return null;
                return new Amount(value, "people", a[i].Token, a[at].Token, a[i].Span.Union(a[at].Span), hurt);
            }
            if (t.Upos is not ("ADJ" or "PROPN" or "NOUN" or "VERB" or "ADV" or "PART" or "PUNCT") || t.Upos == "PUNCT" && a[at].Text is not "-" and not "\"" || t.Upos == "VERB" && t.Xpos is not ("VBN" or "VBG")) break;
            if (t.Upos == "NOUN" && t.Xpos is "NNS") break;
        }
        // "three were wounded"
        Token number = s.Tokens[a[i].Token];
        if (number.Relation is "nsubj" or "conj" && number.Head >= 0 && words.Casualties.Contains(s.Tokens[number.Head].Lemma) && !s.Children(a[i].Token).Any(c => s.Tokens[c].Upos is "NOUN" or "PROPN")) return People(s, a, i, i, value);
        return null;
        bool taken(AmountAtom atom) => atom.Number is not null;
    }

    private static Amount People(Sentence s, List<AmountAtom> a, int i, int last, double value) =>
        new(value, "people", a[i].Token, a[i].Token, a[i].Span.Union(a[last].Span), true);

    private static Amount Physical(List<AmountAtom> a, int i, int at, double value, string unit, out int next)
    {
        next = at + 1;
        if (unit == "GW") (value, unit) = (value * 1000, "MW");
        return new Amount(value, unit, a[i].Token, a[at].Token, a[i].Span.Union(a[at].Span));
    }

    private bool IsPeople(Sentence s, IReadOnlyList<ActorMention> mentions, AmountAtom atom)
    {
        Token t = s.Tokens[atom.Token];
        if (t.Upos is "NOUN" or "ADJ" && words.People.Contains(atom.Lemma)) return true;
        // "23 million Afghans": the plural of a people.
        return t.Xpos is "NNPS" or "NNS" && mentions.Any(m => m.Kind == MentionKind.Demonym && m.First <= atom.Token && atom.Token < m.Last && t.Form.EndsWith('s'));
    }

    private bool NextIsNoun(Sentence s, IReadOnlyList<ActorMention> mentions, List<AmountAtom> a, int at) =>
        at + 1 < a.Count && a[at + 1].Token == a[at].Token + 1 && (IsPeople(s, mentions, a[at + 1]) || s.Tokens[a[at + 1].Token] is { Upos: "NOUN" } n && n.Index == s.Tokens[a[at].Token].Head && s.Tokens[a[at].Token].Relation == "compound");

    /// <summary>The counted are the patient of a verb of harm, or harm is told beside them ("left 55 people dead").</summary>
    private bool Harmed(Sentence s, int counted)
    {
        int head = s.Tokens[counted].Head;
        if (s.Children(counted).Any(c => words.Hurt.Contains(s.Tokens[c].Form.ToLowerInvariant()) || s.Tokens[c].Relation is "acl" && words.Casualties.Contains(s.Tokens[c].Lemma))) return true;
        if (counted + 1 < s.Tokens.Count && words.Hurt.Contains(s.Tokens[counted + 1].Form.ToLowerInvariant())) return true;
        if (head < 0 || s.Tokens[counted].Relation is not ("nsubj" or "obj" or "conj")) return false;
        if (s.Tokens[counted].Relation == "conj") return Harmed(s, head);
        Token verb = s.Tokens[head];
        if (!words.Casualties.Contains(verb.Lemma)) return false;
        bool active = s.Tokens[counted].Deprel == "nsubj";
        return !active || verb.Lemma is "die" or "perish" or "drown" || verb.Lemma == "lose" && s.Child(head, "obj") is int o and >= 0 && s.Tokens[o].Lemma == "life" || verb.Xpos == "VBN" && s.Child(head, "obj") < 0;
    }

    private bool Currency(List<AmountAtom> a, int at, IReadOnlyList<string> states, IReadOnlyList<ActorMention> mentions, out string? code)
    {
        code = null;
        string name = words.Currencies.ContainsKey(a[at].Lemma) ? a[at].Lemma : words.Currencies.ContainsKey(a[at].Text) ? a[at].Text : a[at].Text.EndsWith('s') && words.Currencies.ContainsKey(a[at].Text[..^1]) ? a[at].Text[..^1] : "";
        if (name.Length == 0)
        {
            if (!words.IsoCodes.Contains(a[at].Raw)) return false;
            code = a[at].Raw == "RMB" ? "CNY" : a[at].Raw;
            return true;
        }
        Dictionary<string, string> by = words.Currencies[name];
        // Whose: a demonym right before, then the name alone, then the nearest state that has such a currency.
        foreach (ActorMention m in mentions.Where(m => m.Last == a[at].Token || m.Last == a[at].Token + 1))
        {
            if (m.Codes.Count > 0 && by.TryGetValue(m.Code, out code)) return true;
        }
        if (by.TryGetValue("", out code)) return true;
        foreach (string state in states)
        {
            if (by.TryGetValue(state, out code)) return true;
        }
        return false;
    }

    /// <summary>"2,000", "3.7 billion", "thirty-seven", "20.9 billions", "a million", "2 hundred thousand".</summary>
    private bool Number(List<AmountAtom> a, int i, out double value, out int next)
    {
        (value, next) = (0, i);
        if (i >= a.Count) return false;
        if (a[i].Number is double digits) (value, next) = (digits, i + 1);
        else if (words.Numbers.TryGetValue(a[i].Text, out double word))
        {
            (value, next) = (word, i + 1);
            int k = Text(a, next) == "-" ? next + 1 : next;
            if (word >= 20 && k < a.Count && words.Numbers.TryGetValue(a[k].Text, out double ones) && ones < 10) (value, next) = (word + ones, k + 1);
        }
        else if (a[i].Text is "a" or "half" && words.Multipliers.ContainsKey(Text(a, Text(a, i + 1) == "a" ? i + 2 : i + 1)) && a[i].Text.Length + Text(a, i + 1).Length > 3) (value, next) = (a[i].Text == "a" ? 1 : 0.5, Text(a, i + 1) == "a" ? i + 2 : i + 1);
        else return false;
        while (next < a.Count)
        {
            int k = Text(a, next) == "-" && words.Multipliers.ContainsKey(Text(a, next + 1)) ? next + 1 : next;
            if (!words.Multipliers.TryGetValue(a[k].Text, out double times)) break;
            // Single letters multiply only where they stand against the digits ("5m", "2k").
            if (a[k].Text.Length == 1 && (a[k].Token != a[k - 1].Token || a[i].Number is null)) break;
            value *= times;
            next = k + 1;
        }
        return true;
    }

    private static string Text(List<AmountAtom> a, int i) => i >= 0 && i < a.Count ? a[i].Text : "";
}
