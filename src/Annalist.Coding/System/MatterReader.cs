using Annalist.Language;
using Annalist.Model;

namespace Annalist.Coding;

/// <summary>Finds the words that say what is promised: an infinitive, a clause, a gerund or a noun phrase, as they stand in the report.</summary>
internal sealed class MatterReader(Passage passage, DateTable dates, IReadOnlyList<Statement> statements)
{
    /// <summary>The words of a matter.</summary>
    /// <param name="Head">Token that the words hang on.</param>
    /// <param name="First">First token.</param>
    /// <param name="Last">One past the last token.</param>
    /// <param name="Span">Their place.</param>
    public readonly record struct Matter(int Head, int First, int Last, TextSpan Span);

    /// <summary>The matter in one of the places, tried in order; null when none is filled.</summary>
    public Matter? Find(Sentence s, Predicate p, IReadOnlyList<string> places, Func<int, bool> isParty)
    {
        foreach (string place in places)
        {
            Matter? found = place switch
            {
                "infinitive" => Infinitive(s, p),
                "gerund" => Gerund(s, p),
                "clause" => Clause(s, p),
                "own" => Own(s, p),
                "given" => p.IsPassive && s.Child(p.Token, "obj") is int g and >= 0 ? Phrase(s, p, g, isParty) : null,
                "below" => Below(s, p),
                _ when place is "of" or "for" && p.Fill(place).Any(isParty) => null,
                _ => p.Fill(place) is { Count: > 0 } fillers && fillers[0] != p.Token ? Phrase(s, p, fillers[0], isParty) : null,
            };
            if (found is not null) return found;
        }
        return null;
    }

    private Matter? Infinitive(Sentence s, Predicate p)
    {
        IEnumerable<int> own = p.Pos == "noun" && p.Light >= 0 ? p.Infinitives.Concat(s.Children(p.Light).Where(c => c > p.Token && s.Tokens[c].Relation is "xcomp" or "advcl" or "acl" && Mark(s, c, "to") >= 0)) : p.Infinitives;
        int verb = own.FirstOrDefault(c => c > p.Token && (s.Tokens[c].Relation is not "advcl" || c - p.Token <= 4 || Adjoins(s, p.Token, Mark(s, c, "to"))), -1);
        // "is obliged by the agreement to let …": the infinitive is often hung on the phrase between.
        if (verb < 0 && p.IsPassive) verb = s.Subtree(p.Token).FirstOrDefault(c => c > p.Token && s.Tokens[c].Relation is "acl" or "advcl" or "xcomp" && Mark(s, c, "to") >= 0, -1);
        if (verb < 0) return null;
        int first = Mark(s, verb, "to");
        while (first > p.Token + 1 && s.Tokens[first - 1].Lemma is "not" or "never" or "jointly" or "also") first--;
        return first <= p.Token ? null : Made(s, p, verb, first, End(s, verb));
    }

    /// <summary>True when only names and dates stand between ("agreed on May 17 to lift"): no other clause has begun.</summary>
    private static bool Adjoins(Sentence s, int from, int to) => to - from <= 8 && Enumerable.Range(from + 1, Math.Max(0, to - from - 1)).All(i => s.Tokens[i].Upos is "PROPN" or "NUM" or "ADP" or "CCONJ" or "DET" or "PRON" or "ADV");

    /// <summary>The infinitive that hangs on the object ("reached an agreement <b>to share …</b>").</summary>
    private Matter? Below(Sentence s, Predicate p)
    {
        foreach (int o in p.Fill("object"))
        {
            int verb = s.Children(o).FirstOrDefault(c => c > o && s.Tokens[c].Relation is "acl" or "xcomp" or "advcl" && Mark(s, c, "to") >= 0, -1);
            if (verb >= 0) return Made(s, p, verb, Mark(s, verb, "to"), End(s, verb));
        }
        return null;
    }

    private Matter? Gerund(Sentence s, Predicate p)
    {
        foreach (int c in s.Children(p.Token))
        {
            Token t = s.Tokens[c];
            if (c < p.Token || t.Xpos != "VBG" || t.Relation is not ("advcl" or "xcomp" or "acl" or "ccomp" or "obj" or "obl")) continue;
            int first = c;
            while (first - 1 > p.Token && s.Tokens[first - 1].Lemma is "not" or "never" or "jointly") first--;
            return Made(s, p, c, first, End(s, c));
        }
        return null;
    }

    private Matter? Clause(Sentence s, Predicate p)
    {
        foreach (int c in s.Children(p.Token))
        {
            if (c < p.Token || s.Tokens[c].Relation is not ("ccomp" or "acl" or "advcl" or "parataxis") || s.Tokens[c].Deprel == "acl:relcl" && p.Pos != "noun") continue;
            int that = s.Children(c).FirstOrDefault(k => k < c && s.Tokens[k].Lemma == "that", -1);
            if (that < 0 && s.Tokens[c].Relation != "ccomp") continue;
            int first = that >= 0 ? that + 1 : s.Subtree(c)[0];
            if (first <= p.Token) continue;
            return Made(s, p, c, first, End(s, c));
        }
        return null;
    }

    /// <summary>The clause of the verb itself, from its subject on.</summary>
    private Matter? Own(Sentence s, Predicate p)
    {
        int subject = s.Child(p.Token, "nsubj");
        if (subject < 0 || subject > p.Token) return null;
        return Made(s, p, p.Token, s.Subtree(subject)[0], End(s, p.Token));
    }

    /// <summary>A noun phrase, with the phrases that the tree hung on the verb instead of on it.</summary>
    private Matter? Phrase(Sentence s, Predicate p, int head, Func<int, bool> isParty)
    {
        if (s.Tokens[head].Upos is "PRON" or "DET") return null;
        // "a package of 3 million": the slot is what is measured, the words begin with the measure.
        while (s.Tokens[head].Relation == "nmod" && s.Tokens[head].Head is int above and >= 0 && above > p.Token && above < head && s.Tokens[above].Upos == "NOUN") head = above;
        int first = First(s, head);
        // "promised X a loan": X is often hung on the loan.
        foreach (int given in p.Fill("iobject"))
        {
            if (given < first || given >= head) continue;
            if (passage.Mentions.Covering(s.Index, given) is not { } m) first = given + 1; else if (m.Last <= head && s.Tokens[m.Last].Upos != "PART") first = m.Last;
        }
        int last = End(s, head);
        // "the treaty that the two signed": the clause that tells of the signing is no part of what was signed.
        foreach (int c in s.Children(head)) if (c > head && s.IsUnder(p.Token, c)) last = Math.Min(last, First(s, c));
        if (head < p.Token) last = Math.Min(last, p.Token);
        int carrier = s.Tokens[head].Head >= 0 && s.Tokens[s.Tokens[head].Head].Upos == "VERB" ? s.Tokens[head].Head : p.Anchor;
        for (bool more = head > p.Token; more;)
        {
            more = false;
            foreach (int c in s.Children(carrier))
            {
                if (c < last || First(s, c) != last || s.Tokens[c].Relation is not ("obl" or "nmod" or "acl" or "advcl" or "conj")) continue;
                int mark = First(s, c);
                if (s.Tokens[mark].Lemma is not ("in" or "for" or "of" or "on" or "within" or "worth" or "between" or "under" or "and" or "aim" or "as" or ",") || s.Tokens[c].Relation == "conj" && s.Tokens[c].Upos == "VERB") continue;
                if (s.Tokens[mark].Form == "," && (mark + 1 >= s.Tokens.Count || s.Tokens[mark + 1].Upos != "CCONJ") || dates.Covering(s.Index, c) is { Kind: DateKind.Point } || isParty(c)) continue;
                last = End(s, c);
                more = true;
            }
        }
        if (p.IsPassive)
        {
            int by = Enumerable.Range(head, last - head).FirstOrDefault(i => s.Tokens[i].Lemma == "by" && i + 1 < last && isParty(i + 1), -1);
            if (by > head) last = by;
        }
        // A period that begins inside the words belongs to them as a whole.
        if (dates.In(s.Index).FirstOrDefault(d => d.Kind == DateKind.Period && d.First > head && d.First <= last + 1 && d.Last > last) is { } period) last = period.Last;
        return Made(s, p, head, first, last);
    }

    private static int End(Sentence s, int head)
    {
        IReadOnlyList<int> below = s.Subtree(head);
        return below[^1] + 1;
    }

    private static int First(Sentence s, int head)
    {
        int first = head;
        foreach (int t in s.Subtree(head).Reverse())
        {
            if (t > head) continue;
            // Only what stands together: a phrase fronted far away is not of the noun phrase.
            if (t < first - 1) break;
            first = t;
        }
        while (first < head && s.Tokens[first].Upos is "PUNCT" && s.Tokens[first].Form is not ("\"" or "“" or "‘")) first++;
        return first;
    }

    private static int Mark(Sentence s, int verb, string lemma) => s.Children(verb).FirstOrDefault(c => s.Tokens[c].Relation == "mark" && s.Tokens[c].Lemma == lemma, -1);

    /// <summary>Cuts a matter off where another clause begins, where a quotation ends and at the sentence's end.</summary>
    private Matter? Made(Sentence s, Predicate p, int head, int first, int last)
    {
        // A preposition that only introduces the phrase is not part of it.
        while (first < last && s.Tokens[first].Upos == "ADP" && s.Tokens[first].Relation == "case" && s.Tokens[first].Head == head) first++;
        Statement? said = statements.Where(x => x.In == passage.Part && x.ContentSpan.Any(c => c.Contains(s.Tokens[p.Token].Span))).MinBy(x => x.ContentSpan.Sum(c => c.Length));
        TextSpan? stretch = said?.ContentSpan.FirstOrDefault(c => c.Contains(s.Tokens[p.Token].Span));
        bool open = false;
        for (int i = first; i < last; i++)
        {
            Token t = s.Tokens[i];
            if (stretch is TextSpan limit && t.Span.End > limit.End && i > p.Token) last = i;
            else if (t.Form is "“" or "‘") open = true;
            else if (t.Form is "\"") open = !open && s.Tokens.Skip(i + 1).Take(last - i - 1).Any(x => x.Form is "\"" or "”");
            else if (t.Form is "”" && !open) last = i;
            else if (t.Form is "”") open = false;
            else if (t.Form is ";" || t.Form is ":" && i > head) last = i;
            else if (t.Form is "," or "–" or "—" && i > head && i + 1 < last && (Begins(s, i + 1) || Another(s, i + 1))) last = i;
        }
        last = Joined(s, first, last);
        while (last > first && s.Tokens[last - 1].Upos is "PUNCT" && s.Tokens[last - 1].Form is not (")" or "”" or "\"") || last > first && s.Tokens[last - 1].Upos is "CCONJ" or "SCONJ") last--;
        if (last - first < 1 || head < first || head >= last) return null;
        TextSpan span = s.Tokens[first].Span.Union(s.Tokens[last - 1].Span);
        return new Matter(head, first, last, span);
    }

    /// <summary>"between A <b>and B</b>": the tree often hangs the second elsewhere.</summary>
    private int Joined(Sentence s, int first, int last)
    {
        int between = -1;
        for (int i = first; i < last; i++)
        {
            if (s.Tokens[i].Lemma == "between") between = i;
            else if (between >= 0 && s.Tokens[i].Upos == "CCONJ") between = -1;
        }
        if (between < 0 || last >= s.Tokens.Count || s.Tokens[last].Lemma != "and") return last;
        return passage.Mentions.In(s.Index).FirstOrDefault(m => m.First == last + 1 || m.First == last + 2 && s.Tokens[last + 1].Upos == "DET")?.Last ?? last;
    }

    /// <summary>"…, and the United Nations called": another party begins a clause of its own.</summary>
    private bool Another(Sentence s, int token)
    {
        if (s.Tokens[token].Upos != "CCONJ") return false;
        if (token + 1 < s.Tokens.Count && s.Tokens[token + 1].Xpos == "VBD") return true;
        int next = token + 1 < s.Tokens.Count && s.Tokens[token + 1].Upos == "DET" ? token + 2 : token + 1;
        ActorMention? m = passage.Mentions.In(s.Index).FirstOrDefault(m => m.First == next || m.First == token + 1);
        return m is not null && m.Last < s.Tokens.Count && (s.Tokens[m.Last].Upos is "VERB" or "AUX" || s.Tokens[m.Last].Form == ",");
    }

    /// <summary>Words after a comma with which something else begins.</summary>
    private static bool Begins(Sentence s, int token) => s.Tokens[token].Form.ToLowerInvariant() is "with" or "which" or "who" or "whom" or "whose" or "where" or "while" or "whereas" or "but" or "after" or "as" or "according" or "despite" or "although" or "though"
        or "because" or "when" or "if" or "unless" or "so" or "since" or "until" or "including" or "saying" or "adding" or "thus" or "we" or "he" or "she" or "they" or "it"
        || s.Tokens[token].Form.ToLowerInvariant() is "and" && token + 1 < s.Tokens.Count && s.Tokens[token + 1].Form.ToLowerInvariant() is "we" or "he" or "she" or "they" or "it" or "that"
        || s.Tokens[token].Xpos == "VBG" && s.Tokens[token].Relation == "advcl";
}
