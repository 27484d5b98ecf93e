using Annalist.Language;
using Annalist.Model;

namespace Annalist.Coding;

/// <summary>Finds the words that a cue introduces. One reader serves one passage.</summary>
/// <param name="passage">The passage.</param>
/// <param name="quotes">Its quotations, in text order.</param>
internal sealed class ContentReader(Passage passage, IReadOnlyList<Quotation> quotes)
{
    private readonly string text = passage.Text;
    private IReadOnlySet<int> taken = new HashSet<int>();

    /// <summary>The content of a cue; null when it introduces none.</summary>
    /// <param name="cue">The cue.</param>
    /// <param name="used">Quotations that are already somebody's words.</param>
    public ContentSpans? Read(Cue cue, IReadOnlySet<int> used)
    {
        taken = used;
        foreach (CueFrame frame in cue.Group.Frames)
        {
            ContentSpans? content = frame switch
            {
                CueFrame.Quote => Quote(cue),
                CueFrame.Clause => Quote(cue) ?? (Bracketed(cue) ? Insert(cue) : null) ?? Clause(cue),
                CueFrame.Insert => Insert(cue),
                CueFrame.Object => Object(cue),
                CueFrame.Of => Of(cue),
                CueFrame.At => At(cue),
                CueFrame.Predicate => Predicate(cue),
                CueFrame.Quoted => Quoted(cue),
                CueFrame.Source => Source(cue),
                _ => null,
            };
            if (content is not null) return content;
        }
        return null;
    }

    /// <summary>Index of the quotation that the token stands in; −1 when it stands in none.</summary>
    public int QuoteAt(TextSpan token)
    {
        for (int q = 0; q < quotes.Count; q++)
        {
            if (quotes[q].Outer.Contains(token)) return q;
        }
        return -1;
    }

    /// <summary>A quotation right before or right after the clause of cue and speaker.</summary>
    private ContentSpans? Quote(Cue cue)
    {
        Sentence s = cue.Sentence;
        if (cue.Group.Pos == "noun") return null;
        int start = s.Tokens[cue.Clause.First].Span.Start, end = s.Tokens[cue.Clause.Last - 1].Span.End;
        int inside = QuoteAt(cue.Span);
        if (inside >= 0) return Inside(cue, inside);
        int before = Before(start), after = After(end, colon: false);
        if (before >= 0 && StartsItsSentence(before))
        {
            var spans = new List<TextSpan>(quotes[before].Pieces);
            var used = new List<int> { before };
            if (after >= 0 && Joins(end, after) && !OtherCueAfter(after))
            {
                spans.AddRange(quotes[after].Pieces);
                used.Add(after);
            }
            return new ContentSpans(spans, StatementForm.Direct, CueFrame.Quote, used);
        }
        if (before >= 0 || cue.Group.Class == "judge") return null;
        int next = After(s.Tokens[cue.Last - 1].Span.End, colon: true);
        if (next < 0) next = After(end, colon: true);
        if (next < 0 || IsNounPhrase(s, next)) return null;
        // More of the clause follows the quotation: then the whole of it is content.
        if (Clause(cue) is { } clause && (clause.Whole.End > quotes[next].Outer.End + 2 || clause.Whole.Start < quotes[next].Outer.Start - 2)) return null;
        return new ContentSpans([.. quotes[next].Pieces], StatementForm.Direct, CueFrame.Quote, [next]);
    }

    /// <summary>"are only a “screen”": an article right before the mark makes it a noun phrase, and the words nobody's.</summary>
    private bool IsNounPhrase(Sentence s, int quote) =>
        s.Tokens.LastOrDefault(t => t.Span.End <= quotes[quote].Outer.Start) is { Upos: "DET" } && !quotes[quote].Inner.Cut(text).Contains(' ', StringComparison.Ordinal);

    /// <summary>A cue put between dashes inside the marks ("Wait, - he said. - It rains"): the quotation as a whole.</summary>
    private ContentSpans? Inside(Cue cue, int quote)
    {
        int start = cue.Sentence.Tokens[cue.Clause.First].Span.Start;
        int k = start - 1;
        while (k > quotes[quote].Inner.Start && text[k] == ' ') k--;
        bool dash = text[k] is '-' or '–' or '—' && k > quotes[quote].Inner.Start + 1 && text[k - 1] is ' ' or ',' or '.';
        return dash ? new ContentSpans([.. quotes[quote].Pieces], StatementForm.Direct, CueFrame.Quote, [quote]) : null;
    }

    private int Before(int start)
    {
        for (int q = quotes.Count - 1; q >= 0; q--)
        {
            int end = quotes[q].Outer.End;
            if (end > start) continue;
            return start - end <= 6 && !taken.Contains(q) && Only(end, start, " ,.-–—\n") ? q : -1;
        }
        return -1;
    }

    private int After(int end, bool colon)
    {
        for (int q = 0; q < quotes.Count; q++)
        {
            int start = quotes[q].Outer.Start;
            if (start < end) continue;
            if (taken.Contains(q)) return -1;
            return start - end <= 8 && (Only(end, start, colon ? " ,:-–—\n" : " ,.;:-–—") || colon && text[end..start].Trim(' ', ',', ':') == "that") ? q : -1;
        }
        return -1;
    }

    /// <summary>Between a cue and the quotation after it: a comma in the same sentence, or a full stop and the next sentence of the paragraph.</summary>
    private bool Joins(int end, int quote) => !text[end..quotes[quote].Outer.Start].Contains('\n', StringComparison.Ordinal);

    /// <summary>True when a cue of its own follows the quotation (", he added").</summary>
    private bool OtherCueAfter(int quote)
    {
        int end = quotes[quote].Outer.End;
        int k = end;
        while (k < text.Length && text[k] is ' ' or ',') k++;
        return k < text.Length && k > end && char.IsLower(text[k]) || end >= 2 && end < text.Length && text[end - 2] == ',' && k < text.Length && char.IsUpper(text[k]);
    }

    private bool Only(int start, int end, string allowed)
    {
        for (int k = start; k < end; k++)
        {
            if (!allowed.Contains(text[k], StringComparison.Ordinal)) return false;
        }
        return true;
    }

    private bool StartsItsSentence(int quote)
    {
        int start = quotes[quote].Outer.Start;
        Sentence? s = passage.Sentences.FirstOrDefault(x => x.Span.Start <= start + 1 && start < x.Span.End);
        return s is null || Only(Math.Min(s.Span.Start, start), start, " \n-–—") || start > 1 && text[..start].TrimEnd() is [.., ':'];
    }

    /// <summary>The complement clause after the cue.</summary>
    private ContentSpans? Clause(Cue cue)
    {
        Sentence s = cue.Sentence;
        int root = -1;
        foreach (int c in s.Children(cue.Head))
        {
            Token t = s.Tokens[c];
            bool complement = t.Relation == "ccomp" && !Circumstance(s, c) || cue.Group.Pos == "noun" && t.Deprel is "acl" && HasThat(s, c)
                || cue.Group.Pos == "adj" && t.Relation is "advcl" or "acl" && HasThat(s, c) || t.Relation is "parataxis" or "dep" or "obj" && c > cue.Head && ClauseLike(s, c) && FollowsCue(cue, c);
            if (complement && c > cue.Head && !IsAside(s, c)) root = root < 0 ? c : root;
        }
        if (root < 0 && cue.Last < s.Tokens.Count && s.Tokens[cue.Last].Lemma is "how" or "why" or "what" or "where" && cue.Group.Pos == "verb" && s.Child(cue.Head, "obj", "advmod") >= cue.Last)
        {
            return Indirect(s, cue.Last, s.Tokens.Count - 1, CueFrame.Clause);
        }
        if (root < 0) return Linear(cue);
        if (cue.Group.Class == "ask" && !Asks(s, s.Subtree(root))) return null;
        // "is telling, which …": who tells tells somebody.
        if (cue.Group.Addressee && s.Child(cue.Head, "obj", "iobj", "obl") < 0 && s.Child(cue.Head, "aux:pass") < 0 && !HasThat(s, root)) return null;
        if (cue.Group.Class == "believe" && s.Child(root, "nsubj", "expl", "csubj") < 0 && s.Child(root, "mark") < 0) return null;
        List<int> words = [.. s.Subtree(root).Where(w => w > cue.Head)];
        Drop(s, words, root);
        if (words.Count == 0 || s.Tokens[words[0]].Lemma is "after" or "before" or "while" or "because" or "until") return null;
        return Indirect(s, words[0], words[^1], CueFrame.Clause);
    }

    /// <summary>Another speaker's short clause ("answered: no, <b>he said</b>, it rains") is no content.</summary>
    private static bool IsAside(Sentence s, int c) => s.Tokens[c].Relation == "parataxis" && s.Subtree(c).Count(w => s.Tokens[w].Upos != "PUNCT") <= 3 && s.Child(c, "nsubj") >= 0 && s.Child(c, "obj", "cop", "xcomp") < 0;

    /// <summary>"said after the talks had ended": a clause of time or cause is no content.</summary>
    private static bool Circumstance(Sentence s, int root) =>
        s.Child(root, "mark") is int m and >= 0 && s.Tokens[m].Lemma is "after" or "before" or "when" or "while" or "because" or "since" or "as" or "until" || s.Child(root, "mark") is int to and >= 0 && s.Tokens[to].Xpos == "TO" && s.Child(root, "nsubj") < 0;

    private static bool HasThat(Sentence s, int root) => s.Child(root, "mark") is int m and >= 0 && s.Tokens[m].Lemma is "that" or "whether" or "if";

    private static bool Asks(Sentence s, IReadOnlyList<int> words) => s.Tokens[words[0]].Lemma is "whether" or "if" || s.Tokens[words[0]].Xpos.StartsWith('W');

    private static bool ClauseLike(Sentence s, int c) => s.Tokens[c].Upos is "VERB" && s.Child(c, "nsubj", "expl") >= 0 || s.Child(c, "cop") >= 0 && s.Child(c, "nsubj") >= 0;

    private static bool FollowsCue(Cue cue, int c)
    {
        int first = cue.Sentence.Subtree(c)[0];
        bool mark = false;
        for (int t = cue.Last; t < first; t++)
        {
            if (cue.Sentence.Tokens[t].Form is ":") return true;
            mark |= cue.Sentence.Tokens[t].Upos == "PUNCT";
        }
        return !mark && first <= cue.Last + 3;
    }

    /// <summary>Where the tree has no complement: "that" or a colon right after the cue, and a verb behind it.</summary>
    private ContentSpans? Linear(Cue cue)
    {
        Sentence s = cue.Sentence;
        if (cue.Group.Pos is not "verb" and not "adj" and not "noun") return null;
        int limit = Math.Min(s.Tokens.Count, cue.Last + (cue.Group.Addressee ? 8 : 6));
        for (int t = cue.Last; t < limit; t++)
        {
            Token token = s.Tokens[t];
            if (token.Upos == "PUNCT" && token.Form is not "," and not ":" || token.Upos == "VERB" || cue.Group.Class == "ask" && token.Lemma == "that") return null;
            bool opens = token.Lemma is "that" or "whether" && (t == cue.Last || t == cue.Last + 1 && s.Tokens[cue.Last].Form == "," || cue.Group.Addressee || token.Upos == "SCONJ" && token.Head >= 0 && s.Tokens[token.Head].Relation is not "acl") || token.Form == ":" && t <= cue.Last + 2;
            if (!opens || t + 1 >= s.Tokens.Count) continue;
            bool verb = s.Tokens.Skip(t + 1).Any(x => x.Upos is "VERB" or "AUX");
            return verb ? Indirect(s, t + 1, s.Tokens.Count - 1, CueFrame.Clause) : null;
        }
        return null;
    }

    private static void Drop(Sentence s, List<int> words, int root)
    {
        while (words.Count > 0 && (s.Tokens[words[0]].Upos == "PUNCT" && !IsQuote(s.Tokens[words[0]].Form) || s.Tokens[words[0]].Lemma == "that" && s.Tokens[words[0]].Relation == "mark" && s.Tokens[words[0]].Head == root)) words.RemoveAt(0);
        while (words.Count > 0 && s.Tokens[words[^1]].Upos == "PUNCT" && !IsQuote(s.Tokens[words[^1]].Form)) words.RemoveAt(words.Count - 1);
    }

    internal static bool IsQuote(string form) => form is "\"" or "“" or "”" or "''" or "``" or "«" or "»" or "„" or "‘" or "’";

    /// <summary>The rest of the sentence without the cue's clause ("it rains, officials said", "as he noted, it rains").</summary>
    private ContentSpans? Insert(Cue cue)
    {
        Sentence s = cue.Sentence;
        Token head = s.Tokens[cue.Head];
        (int first, int last) = cue.Clause;
        if (cue.Speaker < 0 || cue.Speaker < first || cue.Speaker >= last) return null;
        bool asClause = s.Tokens[first].Lemma == "as" && first < cue.Head && s.Tokens[first + 1].Lemma is not "for" and not "well";
        // The cue's clause ends where punctuation or the sentence does, holds no other verb, and brings no object of its own.
        for (int t = first; t < last; t++)
        {
            if (t < cue.First && s.Tokens[t].Upos == "VERB" && s.Tokens[t].Relation is not ("amod" or "acl" or "compound")) return null;
        }
        if (!asClause)
        {
            if (s.Child(cue.Head, "obj", "xcomp") is int o and >= 0 && !cue.Group.Addressee && o > cue.Head && o < last && o != cue.Speaker) return null;
            bool ends = last >= s.Tokens.Count || s.Tokens[last].Form is "." || s.Tokens.Skip(last).All(t => t.Upos == "PUNCT");
            bool finite = head.Xpos is "VBD" or "VBZ" or "VBP" or "NNS" || cue.Group.Pos == "adj" || s.Child(cue.Head, "aux", "cop") >= 0;
            if (cue.Group.Addressee && s.Child(cue.Head, "obj", "iobj") < 0) return null;
            if (first == 0 || !finite || !IsComma(s, first - 1)) return null;
            if (head.Relation is "acl" or "xcomp" or "amod" && !ends) return null;
            if (!ends && s.Child(cue.Head, "ccomp") is int right and >= 0 && right > cue.Head && right < last) return null;
        }
        return Around(cue, first, last);
    }

    /// <summary>Speaker and cue alone between commas: ", it says,".</summary>
    private static bool Bracketed(Cue cue)
    {
        (int first, int last) = cue.Clause;
        Sentence s = cue.Sentence;
        return cue.Group.Pos == "verb" && first > 0 && last < s.Tokens.Count - 1 && IsComma(s, first - 1) && s.Tokens[last].Form is "," or "-" or "—" or "–" && cue.Speaker >= first && cue.Speaker < last
            && !s.Tokens.Skip(last + 1).Take(1).Any(t => t.Lemma is "that") && !s.Tokens.Skip(cue.Last).Take(last - cue.Last).Any(t => t.Lemma is "that" && t.Relation == "mark");
    }

    private static bool IsComma(Sentence s, int t) => t >= 0 && s.Tokens[t].Form is "," or "-" or "—" or "–" or "”" or "\"" or "?" or "!" or "(" or ".";

    /// <summary>The sentence without a stretch of it: what stands before, what stands after, or both.</summary>
    private ContentSpans? Around(Cue cue, int first, int last)
    {
        Sentence s = cue.Sentence;
        int from = 0, to = s.Tokens.Count - 1;
        for (int t = 0; t < first; t++)
        {
            if (s.Tokens[t].Form is ";" or ":") from = t + 1;
        }
        for (int t = to; t >= last; t--)
        {
            if (s.Tokens[t].Form == ";") to = t - 1;
        }
        bool left = HasVerb(s, from, first), rightVerb = HasVerb(s, last, to + 1);
        int main = MainVerb(s, cue, from, first, last, to);
        if (main < 0) return null;
        // "from which, he says, outsiders should go": only what follows is his.
        if (first > 1 && last <= to && rightVerb && s.Tokens[first - 2].Xpos is "WDT" or "WP" or "WRB") return Indirect(s, last, to, CueFrame.Insert);
        if (main < first)
        {
            bool goesOn = rightVerb && (!left || Enumerable.Range(last, Math.Max(0, to + 1 - last)).Any(t => s.Tokens[t].Relation == "conj" && s.Tokens[t].Head == main || s.Tokens[t].Relation is "ccomp" or "xcomp" && s.Tokens[t].Head < first));
            if (!goesOn || last > to) return Indirect(s, from, first - 1, CueFrame.Insert);
        }
        else if (!left && !Enumerable.Range(from, first - from).Any(t => s.Tokens[t].Upos is "NOUN" or "PROPN" or "PRON" or "VERB"))
        {
            return Indirect(s, last, to, CueFrame.Insert);
        }
        ContentSpans? one = Indirect(s, from, first - 1, CueFrame.Insert), two = Indirect(s, last, to, CueFrame.Insert);
        if (one is null || two is null) return one ?? two;
        return new ContentSpans([.. one.Spans, .. two.Spans], one.Form == two.Form ? one.Form : StatementForm.Mixed, CueFrame.Insert, [.. one.Quotes, .. two.Quotes]);
    }

    private static bool HasVerb(Sentence s, int from, int to) => Enumerable.Range(from, Math.Max(0, to - from)).Any(t => s.Tokens[t].Upos is "VERB" or "AUX");

    private static int MainVerb(Sentence s, Cue cue, int from, int first, int last, int to)
    {
        int root = s.Root;
        bool Outside(int w) => w >= from && w < first || w >= last && w <= to;
        if (root >= 0 && Outside(root)) return root;
        foreach (int c in s.Children(cue.Head))
        {
            if (s.Tokens[c].Relation is "ccomp" or "parataxis" && Outside(c)) return c;
        }
        for (int w = from; w <= to; w++)
        {
            if (Outside(w) && s.Tokens[w].Upos is "VERB" or "AUX") return w;
        }
        return -1;
    }

    private ContentSpans? Source(Cue cue)
    {
        (int first, int last) = cue.Clause;
        Sentence s = cue.Sentence;
        if (cue.Group.Pos == "possessed") (first, last) = (cue.First, cue.Last);
        return HasVerb(s, 0, first) || HasVerb(s, last, s.Tokens.Count) ? Around(cue, first, last) : null;
    }

    private ContentSpans? Object(Cue cue)
    {
        Sentence s = cue.Sentence;
        int obj = s.Child(cue.Head, "obj");
        // "has denied reports that": a tagger that reads the participle as an adjective of the noun.
        if (obj < 0 && s.Tokens[cue.Head].Relation == "amod" && s.Tokens[cue.Head].Head == cue.Last && cue.First < cue.Head) obj = cue.Last;
        if (obj < 0 || obj < cue.Head || s.Tokens[obj].Upos != "NOUN") return null;
        int[] words = [.. s.Subtree(obj).Where(w => w > cue.Head)];
        // "expressed readiness to host", "voiced concern over the delay": what the noun asks for is often hung on the verb.
        int rest = s.Children(cue.Head).FirstOrDefault(c => c > obj && s.Tokens[c].Relation is "advcl" or "obl" or "xcomp" && s.Subtree(c)[0] == words[^1] + 1
            && s.Tokens[s.Subtree(c)[0]].Lemma is "to" or "over" or "about" or "for" or "that" or "with" or "at", -1);
        if (rest < 0 && s.Child(obj, "acl", "nmod", "ccomp") < 0) return null;
        return Words(s, rest < 0 ? words : [.. words, .. s.Subtree(rest)], CueFrame.Object);
    }

    private ContentSpans? Of(Cue cue)
    {
        Sentence s = cue.Sentence;
        // "boasted of having sent help": the words follow the preposition, however the tree hangs the gerund.
        if (cue.Last + 1 < s.Tokens.Count && s.Tokens[cue.Last].Lemma is "of" or "about" && s.Tokens[cue.Last].Upos is "ADP" or "SCONJ" && s.Tokens[cue.Last + 1].Xpos == "VBG")
        {
            int end = cue.Last + 1;
            while (end + 1 < s.Tokens.Count && s.Tokens[end + 1].Upos != "PUNCT") end++;
            return Indirect(s, cue.Last + 1, end, CueFrame.Of);
        }
        foreach (int c in s.Children(cue.Head))
        {
            Token t = s.Tokens[c];
            if (c < cue.Head || t.Relation is not "obl" and not "advcl") continue;
            int mark = s.Child(c, "case", "mark");
            if (mark < 0 || s.Tokens[mark].Lemma is not "of" and not "about") continue;
            int last = s.Subtree(c)[^1];
            while (last + 1 < s.Tokens.Count && s.Tokens[last + 1].Upos != "PUNCT") last++;
            return Indirect(s, mark + 1, last, CueFrame.Of);
        }
        return null;
    }

    private ContentSpans? At(Cue cue)
    {
        Sentence s = cue.Sentence;
        int obj = s.Child(cue.Head, "obj");
        if (obj < cue.Head) return null;
        foreach (int c in s.Children(cue.Head).Concat(s.Children(obj)))
        {
            if (s.Tokens[c].Relation is not "obl" and not "nmod" || s.Child(c, "case") is not (int k and >= 0) || s.Tokens[k].Lemma != "at" || c < obj) continue;
            IReadOnlyList<int> amount = s.Subtree(c);
            if (!amount.Any(w => s.Tokens[w].Upos == "NUM" || char.IsAsciiDigit(s.Tokens[w].Form[0]))) continue;
            return Indirect(s, s.Subtree(obj)[0], amount[^1], CueFrame.At);
        }
        // "put the losses at 46 killed": a number right behind "at", to the end of its clause.
        for (int k = obj + 1; k + 1 < s.Tokens.Count && s.Tokens[k].Upos != "PUNCT"; k++)
        {
            if (s.Tokens[k] is not { Lemma: "at", Upos: "ADP" } || s.Tokens[k + 1].Upos is not ("NUM" or "SYM")) continue;
            int end = k + 1;
            while (end + 1 < s.Tokens.Count && s.Tokens[end + 1].Upos != "PUNCT") end++;
            return Indirect(s, s.Subtree(obj)[0], end, CueFrame.At);
        }
        return null;
    }

    private ContentSpans? Predicate(Cue cue)
    {
        Sentence s = cue.Sentence;
        int obj = s.Child(cue.Head, "obj");
        int what = s.Child(cue.Head, "xcomp");
        // "calls the move a mistake": the tree may make both nouns objects.
        if (what < 0 && obj >= 0) what = s.Children(cue.Head).FirstOrDefault(c => c > obj && s.Tokens[c].Relation == "obj" && s.Tokens[s.Subtree(c)[0]].Upos == "DET", -1);
        if (what < 0) what = s.Children(cue.Head).FirstOrDefault(c => s.Tokens[c].Relation is "obl" or "advcl" && s.Child(c, "case", "mark") is int k and >= 0 && s.Tokens[k].Lemma == "as", -1);
        if (obj > cue.Head && what < 0)
        {
            // "called X a thing": the tree joins the two nouns in some other way.
            int end = s.Subtree(obj).Where(w => w <= obj || s.Tokens[w].Relation is "nmod" or "case" or "det").Max() + 1;
            bool second = end < s.Tokens.Count && cue.Group.Lemmas[0] == s.Tokens[cue.Head].Lemma && (s.Tokens[end].Upos == "DET" || s.Child(obj, "appos") == end || IsQuote(s.Tokens[end].Form));
            int stop = end;
            while (second && stop < s.Tokens.Count && !(s.Tokens[stop].Upos == "PUNCT" && !IsQuote(s.Tokens[stop].Form))) stop++;
            if (second) return Indirect(s, s.Subtree(obj)[0], stop - 1, CueFrame.Predicate);
        }
        if (obj < 0 || what < cue.Head || s.Tokens[what].Upos is "VERB" && s.Tokens[what].Xpos is "VB" || what == obj) return null;
        if (obj < cue.Head) return null;
        return Words(s, [.. s.Subtree(obj), .. s.Subtree(what)], CueFrame.Predicate);
    }

    /// <summary>The dependent of the cue that holds a quotation, or the quotation when it is the end of one.</summary>
    private ContentSpans? Quoted(Cue cue)
    {
        Sentence s = cue.Sentence;
        int from = s.Tokens[cue.Last - 1].Span.End, to = s.Span.End;
        for (int q = 0; q < quotes.Count; q++)
        {
            Quotation quote = quotes[q];
            if (quote.Outer.Start < from || quote.Outer.Start >= to) continue;
            if (quote.Inner.Cut(text).Count(c => c == ' ') < 3) continue;
            int first = -1;
            foreach (Token t in s.Tokens)
            {
                if (t.Span.Start >= quote.Inner.Start && t.Upos != "PUNCT")
                {
                    first = t.Index;
                    break;
                }
            }
            // The quotation belongs to the nearest cue above it.
            if (first < 0 || !s.IsUnder(first, cue.Head) || VerbBetween(s, first, cue.Head)) continue;
            return new ContentSpans([.. quote.Pieces], StatementForm.Direct, CueFrame.Quoted, [q]);
        }
        return null;
    }

    private bool VerbBetween(Sentence s, int word, int head)
    {
        int w = s.Tokens[word].Head;
        for (int steps = 0; w >= 0 && w != head && steps < s.Tokens.Count; steps++, w = s.Tokens[w].Head)
        {
            if (s.Tokens[w].Upos == "VERB" && QuoteAt(s.Tokens[w].Span) < 0 && s.Tokens[w].Relation is "ccomp" or "conj" or "parataxis" or "acl") return true;
        }
        return false;
    }

    private ContentSpans? Words(Sentence s, IReadOnlyList<int> words, CueFrame frame) => words.Count == 0 ? null : Indirect(s, words.Min(), words.Max(), frame);

    /// <summary>A stretch of tokens as reported speech: trimmed, and drawn out to the end of a quotation that begins in it or right after it.</summary>
    private ContentSpans? Indirect(Sentence s, int first, int last, CueFrame frame)
    {
        while (first <= last && Trims(s.Tokens[first], start: true)) first++;
        while (first <= last && (s.Tokens[first].Lemma is "but" or "and" or "thus" or "however" or "so" or "yet" or "also" && s.Tokens[first].Upos is "CCONJ" or "ADV" && frame is CueFrame.Insert or CueFrame.Source || Trims(s.Tokens[first], start: true))) first++;
        while (last >= first && Trims(s.Tokens[last], start: false)) last--;
        if (first > last) return null;
        int start = s.Tokens[first].Span.Start, end = s.Tokens[last].Span.End;
        var used = new List<int>();
        for (int q = 0; q < quotes.Count; q++)
        {
            Quotation quote = quotes[q];
            if (quote.Outer.Start >= end - 1 && quote.Outer.Start <= end + 3 && text[end..Math.Max(end, quote.Outer.Start)].Contains(':', StringComparison.Ordinal)) end = quote.Inner.End;
            else if (quote.Outer.Start >= start - 1 && quote.Outer.Start < end)
            {
                // A quotation begun inside is told to its end, mark and all unless it is the last word.
                if (quote.Outer.End > end && frame != CueFrame.Source && frame != CueFrame.Insert) end = Math.Max(end, quote.Closed ? quote.Outer.End : quote.Inner.End);
            }
            else
            {
                continue;
            }
            used.Add(q);
        }
        StatementForm form = used.Count == 0 || used.All(q => quotes[q].Inner.Length < 12 || !quotes[q].Inner.Cut(text).Contains(' ', StringComparison.Ordinal)) ? StatementForm.Indirect : StatementForm.Mixed;
        if (used.Count == 1 && quotes[used[0]].Inner.Start <= start + 1 && quotes[used[0]].Inner.End >= end - 1)
        {
            return new ContentSpans([.. quotes[used[0]].Pieces], StatementForm.Direct, frame, used);
        }
        return new ContentSpans([new TextSpan(start, end)], form, frame, used);
    }

    private static bool Trims(Token t, bool start) => t.Upos == "PUNCT" && !(IsQuote(t.Form) && start) && !(IsQuote(t.Form) && !start) && t.Form is not "(" and not ")" && !(t.Form is "?" or "!");
}
