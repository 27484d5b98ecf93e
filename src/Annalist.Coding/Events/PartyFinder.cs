using Annalist.Language;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Coding;

/// <summary>Turns the words that fill a slot into parties: the mention there, or the owner of a thing ("the Russian decision", "troops of X").</summary>
internal sealed class PartyFinder(World world, Passage passage, IReadOnlyList<Statement> statements, DateTable? dates = null, Codebook? codebook = null)
{
    /// <summary>A party with how sure its resolution is and what was left in doubt.</summary>
    public readonly record struct Found(Party Party, double Confidence, IReadOnlyList<string> Notes, int Token);

    /// <summary>Parties of the tokens that fill a slot, groups standing for their members.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="tokens">What fills the slot.</param>
    /// <param name="places">True for those to whom something is done: a place stands for the state that it lies in.</param>
    public IReadOnlyList<Found> Of(Sentence s, IReadOnlyList<int> tokens, bool places = false)
    {
        var found = new List<Found>();
        foreach (int token in tokens)
        {
            foreach (Found f in At(s, token, 0))
            {
                if (!found.Exists(o => Same(o.Party, f.Party))) found.Add(f);
            }
            if ((places || s.Tokens[token].Relation is "nsubj" && Lies(s, token) is not null) && found.Count == 0 && Ground(s, token) is { } ground) found.Add(ground);
        }
        return Reduce(found);
    }

    /// <summary>A group takes the place of its members that stand beside it ("five countries (A, B, …)").</summary>
    public IReadOnlyList<Found> Reduce(IReadOnlyList<Found> found)
    {
        if (found.Count < 2) return found;
        var groups = found.Where(f => world.Actor(f.Party.Code)?.Kind is ActorKind.Group).Select(f => f.Party.Code).ToHashSet(StringComparer.Ordinal);
        if (groups.Count == 0) return found;
        var members = groups.SelectMany(g => world.MembersOf(g, passage.Report.ReferenceDate)).ToHashSet(StringComparer.Ordinal);
        return [.. found.Where(f => groups.Contains(f.Party.Code) || !members.Contains(f.Party.Code))];
    }

    /// <summary>True when the two are one party.</summary>
    public static bool Same(Party a, Party b) => a.Code == b.Code && a.Sector == b.Sector && (a.Name ?? "") == (b.Name ?? "") && (a.Code != "UNK" || a.Mention == b.Mention);

    private IEnumerable<Found> At(Sentence s, int token, int depth)
    {
        Token t = s.Tokens[token];
        ActorMention? m = passage.Mentions.Covering(s.Index, token);
        if (passage.Datelines.TryGetValue(s.Index, out int dateline) && token < dateline)
        {
            // The parser hung the sentence on its dateline: its first words are the party.
            ActorMention? first = passage.Mentions.In(s.Index).FirstOrDefault(x => x.First >= dateline && x.First <= dateline + 2);
            if (depth == 0 && first is not null) foreach (Found f in At(s, first.Head, depth + 1)) yield return f;
            yield break;
        }
        if (IsSite(s, token, m)) yield break;
        if (m is not null && (m.Codes.Count > 0 || m.Name is not null || m.Kind == MentionKind.Role))
        {
            // An adjective inside a longer thing ("the Russian decision") is reached through the thing, not here.
            if (m.Codes.Count == 0)
            {
                yield return new(new Party("UNK", m.Sector, m.Name, Words(m), Place(m)), m.Confidence * 0.6, m.Notes, token);
                yield break;
            }
            foreach (string code in m.Codes)
            {
                yield return new(new Party(code, m.Sector, m.Name, Words(m), Place(m)), m.Confidence, m.Notes, token);
            }
            yield break;
        }
        // "the strikers said that they will not …": whom nobody knows by code still speaks of himself.
        if (depth == 0 && t.Upos == "PRON" && t.Relation == "nsubj" && m is { Kind: MentionKind.Pronoun, Codes.Count: 0 } && Teller(s, t.Head) is int teller and >= 0)
        {
            foreach (Found f in At(s, teller, 1)) yield return f with { Confidence = f.Confidence * 0.8 };
            yield break;
        }
        if (t.Upos == "PRON" && t.Form.ToLowerInvariant() is "i" or "we" or "us" or "me" or "our" or "my" or "ours")
        {
            Statement? said = Speech(t.Span);
            if (said is not null && said.SpeakerCode != "UNK") yield return new(new Party(said.SpeakerCode, said.SpeakerSector, said.Speaker, t.Form, t.Span), said.Confidence * 0.8, [], token);
            yield break;
        }
        if (depth >= 3) yield break;
        bool any = false;
        foreach (int c in s.Children(token))
        {
            Token k = s.Tokens[c];
            bool owner = k.Deprel == "nmod:poss"
                || (k.Relation is "amod" or "compound" && char.IsUpper(k.Form[0]))
                || (k.Relation is "nmod" && c < token && char.IsUpper(k.Form[0]) && s.Child(c, "case") < 0)   // a demonym that the tree calls a noun
                || (k.Relation is "compound" && s.Children(c).Any(x => s.Tokens[x].Relation is "amod" or "compound" && char.IsUpper(s.Tokens[x].Form[0])))   // "the <b>Somali</b> sea claim"
                || (k.Relation is "nmod" && s.Children(c).Any(x => s.Tokens[x].Relation == "case" && s.Tokens[x].Lemma is "of" or "between" or "among" || s.Tokens[x].Lemma == "by" && IsStrike(t)))
                || k.Relation is "appos" or "flat";
            if (!owner) continue;
            foreach (Found f in At(s, c, depth + 1))
            {
                any = true;
                yield return f with { Confidence = f.Confidence * 0.85 };
            }
            foreach (int j in s.Children(c).Where(x => s.Tokens[x].Relation == "conj"))
            {
                foreach (Found f in At(s, j, depth + 1)) yield return f with { Confidence = f.Confidence * 0.85 };
            }
            if (any && k.Relation != "nmod") break;
        }
        if (!any)
        {
            // "the programme announced by the president": his
            foreach (int c in s.Children(token).Where(c => s.Tokens[c].Relation == "acl" && s.Tokens[c].Xpos == "VBN"))
            {
                foreach (int agent in s.Children(c).Where(a => s.Children(a).Any(k => s.Tokens[k].Relation == "case" && s.Tokens[k].Lemma == "by")))
                {
                    foreach (Found f in At(s, agent, depth + 1))
                    {
                        any = true;
                        yield return f with { Confidence = f.Confidence * 0.8 };
                    }
                }
            }
        }
        if (!any && t.Upos == "PROPN" && depth == 0 && dates?.Covering(s.Index, token) is null && !t.Form.Any(char.IsDigit) && !passage.Places.Any(x => x.Sentence == s.Index && x.First <= token && token < x.Last))
        {
            // A name that no pack knows is a party all the same: unknown is a value.
            IReadOnlyList<int> words = NameWords(s, token);
            TextSpan span = s.SpanOf(words);
            string name = span.Cut(passage.Text);
            yield return new(new Party("UNK", Sector.Unk, name, name, span), 0.45, [NoteIds.ActorUnresolved], token);
        }
    }

    /// <summary>The noun phrases that fill a slot as parties without a code: a court, two servicemen, the pipeline. Unknown is a value, and the words are kept.</summary>
    public IReadOnlyList<Party> Unnamed(Sentence s, IReadOnlyList<int> tokens)
    {
        var found = new List<Party>();
        foreach (int token in tokens)
        {
            Token t = s.Tokens[token];
            if (t.Upos is not ("NOUN" or "PROPN") || passage.Datelines.TryGetValue(s.Index, out int dateline) && token < dateline || dates?.Covering(s.Index, token) is not null) continue;
            int first = token, last = token;
            foreach (int c in s.Children(token))
            {
                if (c < first && s.Tokens[c].Relation is "det" or "amod" or "compound" or "nummod" or "nmod" or "flat") first = s.Subtree(c).Min();
                else if (c == last + 1 && s.Tokens[c].Relation is "flat" or "compound") last = c;
            }
            if (token - first > 12) first = token;
            TextSpan span = s.Tokens[first].Span.Union(s.Tokens[last].Span);
            found.Add(new Party("UNK", Sector.Unk, null, span.Cut(passage.Text), span));
        }
        return found;
    }

    /// <summary>A capital before the name of a meeting says where it is held ("the Vienna summit"); two of them say who meets ("Vienna-Rome talks").</summary>
    private bool IsSite(Sentence s, int token, ActorMention? m)
    {
        Token t = s.Tokens[token];
        if (m?.Kind != MentionKind.Seat || t.Relation is not ("compound" or "amod") || t.Head < 0 || codebook is null || t.Deprel == "nmod:poss") return false;
        if (!codebook.Is(s.Tokens[t.Head].Lemma.ToLowerInvariant(), "@talks") || !IsPlace(s, token)) return false;
        return !s.Children(t.Head).Any(c => c != token && s.Tokens[c].Relation is "compound" or "amod" && passage.Mentions.Covering(s.Index, c) is { Kind: MentionKind.Seat }) && !s.Children(token).Any(c => passage.Mentions.Covering(s.Index, c) is { Kind: MentionKind.Seat });
    }

    /// <summary>The subject of the verb that a clause is told by; −1 when the clause is told by none.</summary>
    private static int Teller(Sentence s, int verb) => s.Tokens[verb].Relation == "ccomp" && s.Tokens[verb].Head is int head and >= 0 && s.Child(head, "nsubj") is int who and >= 0 && who < verb && s.Tokens[who].Upos != "PRON" ? who : -1;

    /// <summary>True for an attack by somebody, whose doer stands behind "by": "a bombing by X killed …".</summary>
    private bool IsStrike(Token t) => codebook is not null && (codebook.Is(t.Lemma, "@strike-thing") || codebook.Is(t.Lemma, "@violence"));

    private bool IsPlace(Sentence s, int token) => passage.Places.Any(x => x.Sentence == s.Index && x.First <= token && token < x.Last);

    /// <summary>The state that a place lies in, or in which a town, building or stretch of land stands that has no name of its own; null when the text does not tell.</summary>
    private Found? Ground(Sentence s, int token)
    {
        if (passage.Datelines.TryGetValue(s.Index, out int dateline) && token < dateline) return null;
        if (Lies(s, token) is { } own) return Stand(s, own, [token], 0.6);
        Token t = s.Tokens[token];
        if (codebook is null || t.Upos is not ("NOUN" or "PROPN")) return null;
        string lemma = t.Lemma.ToLowerInvariant();
        if (!codebook.Is(lemma, "@locality") && !codebook.Is(lemma, "@target") && !codebook.Is(lemma, "@territory")) return null;
        int left = token;
        while (left > 0 && s.Tokens[left - 1].Upos is "DET" or "ADJ" or "NOUN" or "PROPN" or "NUM" && s.IsUnder(left - 1, token)) left--;
        for (int i = left; i < Math.Min(s.Tokens.Count, token + 10); i++)
        {
            Token x = s.Tokens[i];
            if (i > token && (x.Upos is "VERB" or "AUX" or "SCONJ" || x.Form is "," or ";" && i > token + 3)) break;
            if (i == token || !s.IsUnder(i, token) || i > token && !s.Children(i).Any(c => s.Tokens[c].Relation == "case" && s.Tokens[c].Lemma is "in" or "near" or "at" or "of" or "on" or "around" or "outside" or "inside" or "within")) continue;
            string? code = Lies(s, i) ?? (i > token && passage.Mentions.Covering(s.Index, i) is { Codes.Count: 1, Kind: MentionKind.Name or MentionKind.Seat } m && world.Actor(m.Codes[0])?.Kind is ActorKind.State or ActorKind.Territory ? m.Codes[0] : null);
            if (code is not null) return Stand(s, code, [.. Enumerable.Range(left, token - left + 1)], 0.55);
        }
        return null;
    }

    private string? Lies(Sentence s, int token) => passage.Places.FirstOrDefault(x => x.Sentence == s.Index && x.First <= token && token < x.Last)?.Code;

    private Found Stand(Sentence s, string code, IReadOnlyList<int> tokens, double confidence)
    {
        TextSpan span = s.SpanOf(tokens);
        return new(new Party(code, Sector.Gov, null, span.Cut(passage.Text), span), confidence, [], tokens[^1]);
    }

    /// <summary>The innermost statement whose content holds the span; null outside of speech.</summary>
    public Statement? Speech(TextSpan span) => statements.Where(x => x.In == passage.Part && x.ContentSpan.Any(c => c.Contains(span))).MinBy(x => x.ContentSpan.Sum(c => c.Length));

    /// <summary>A pronoun shows the words of its own sentence that it stands for, so that the receipt can be read.</summary>
    private static TextSpan Place(ActorMention m) => m.Antecedent ?? m.Span;

    private string Words(ActorMention m) => Place(m).Cut(passage.Text);

    private static List<int> NameWords(Sentence s, int head)
    {
        var words = new List<int> { head };
        foreach (int c in s.Children(head))
        {
            if (s.Tokens[c].Relation is "compound" or "flat" or "amod" && Math.Abs(c - head) < 6 && char.IsUpper(s.Tokens[c].Form[0])) words.Add(c);
        }
        return words;
    }
}
