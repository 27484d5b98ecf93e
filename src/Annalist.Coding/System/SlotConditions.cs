using Annalist.Language;
using Annalist.Model;

namespace Annalist.Coding;

/// <summary>Tells whether a pattern's conditions hold at a predicate: the lexicon's slots, and <c>amount</c>, <c>near</c> and <c>own</c> beside them.</summary>
internal sealed class SlotConditions(Codebook codebook, Passage passage, PartyFinder parties, IReadOnlyList<Figure> figures)
{
    /// <summary>True when all of <paramref name="wanted"/> hold and none of <paramref name="unwanted"/>.</summary>
    public bool Hold(Sentence s, Predicate p, IReadOnlyDictionary<string, Words> wanted, IReadOnlyDictionary<string, Words> unwanted) =>
        wanted.All(c => Holds(s, p, c.Key, c.Value)) && !unwanted.Any(c => Holds(s, p, c.Key, c.Value));

    private bool Holds(Sentence s, Predicate p, string slot, Words words)
    {
        // Several slots, joined by a bar: one of them must hold.
        if (slot.Contains('|', StringComparison.Ordinal)) return slot.Split('|').Any(one => Holds(s, p, one, words));
        switch (slot)
        {
            case "amount":
                return s.Tokens.Any(t => s.IsUnder(t.Index, p.Token) && figures.Any(f => f.CueSpan is TextSpan c && c.Overlaps(t.Span)));
            case "near":
                return s.Tokens.Any(t => Matches(t, words));
            case "self":
                return Matches(s.Tokens[p.Token], words);
            case "particle":
                return p.Particles.Any(l => words.All.Any(w => w == "*" || codebook.Is(l, w)));
            case "complement":
                return p.Complements.Any(c => words.All.Contains("*") || Matches(s.Tokens[c], words));
            case "infinitive":
                return p.Infinitives.Any(c => words.All.Contains("*") || Matches(s.Tokens[c], words));
            case "given":
                return s.Child(p.Token, "obj") is int g and >= 0 && (words.All.Contains("*") || Matches(s.Tokens[g], words));
            case "gerund":
                return Gerunds(s, p).Any(c => words.All.Contains("*") || Matches(s.Tokens[c], words));
            case "gerundobject":
                return Gerunds(s, p).Any(c => s.Child(c, "obj") is int o and >= 0 && Matches(s.Tokens[o], words));
            case "future":
                return s.Children(p.Token).Any(c => c > p.Token && s.Tokens[c].Relation is "ccomp" or "acl" or "advcl" or "parataxis" && s.Children(c).Any(k => s.Tokens[k].Relation == "aux" && s.Tokens[k].Lemma is "will" or "would" or "shall"));
            case "pair":
                return p.Fill("object").Any(o => passage.Mentions.In(s.Index).Count(m => m.First < o && m.Last <= o + 1 && s.IsUnder(m.Head, o) && m.Kind is MentionKind.Name or MentionKind.Demonym or MentionKind.Seat && m.Codes.Count > 0) > 1);
            case "light":
                return p.Light >= 0 && (words.All.Contains("*") || Matches(s.Tokens[p.Light], words));
            case "head":
                return s.Tokens[p.Token].Head is int h and >= 0 && Matches(s.Tokens[h], words);
        }
        IReadOnlyList<int> fillers = p.Fill(slot);
        if (fillers.Count == 0) return false;
        foreach (string w in words.All)
        {
            if (w == "*") return true;
            if (w == "@actor" ? parties.Of(s, fillers).Any(f => f.Party.Code != "UNK") : fillers.Any(f => Is(s.Tokens[f], w))) return true;
            // A class may stand one step inside: "a package of loans".
            if (w.StartsWith('@') && w != "@actor" && fillers.Any(f => s.Children(f).Any(c => s.Tokens[c].Relation is "nmod" or "compound" or "conj" && Is(s.Tokens[c], w)))) return true;
        }
        return false;
    }

    private static IEnumerable<int> Gerunds(Sentence s, Predicate p) => s.Children(p.Token).Where(c => c > p.Token && s.Tokens[c].Xpos == "VBG" && s.Tokens[c].Relation is "advcl" or "xcomp" or "ccomp" or "obj" or "acl" or "obl");

    /// <summary>True when the word is one of the words or of a class among them.</summary>
    public bool Matches(Token t, Words words) => words.All.Any(w => Is(t, w));

    /// <summary>The actors' mention over a token, if any.</summary>
    public ActorMention? Mention(Sentence s, int token) => passage.Mentions.Covering(s.Index, token);

    private bool Is(Token t, string word) => codebook.Is(t.Lemma, word) || codebook.Is(t.Lemma.ToLowerInvariant(), word);
}
