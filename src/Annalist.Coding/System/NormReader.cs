using Annalist.Language;
using Annalist.Worlds;

namespace Annalist.Coding;

/// <summary>What binds: finds laws, treaties and charters in a sentence, whose they are, and whom an organisation's rules bind.</summary>
internal sealed class NormReader(World world, Codebook codebook, RuleFile file, Passage passage, PromiserFinder promisers)
{
    private const int Back = 3;   // sentences back in which "the treaty" or "the bloc" finds its organisation

    /// <summary>True for a law, a treaty and the like, or the name of one.</summary>
    public bool Is(Sentence s, int token) => file.Norms.Contains(s.Tokens[token].Lemma.ToLowerInvariant(), StringComparer.Ordinal)
        || OrganisationAt(s, token) is not null && passage.Mentions.Covering(s.Index, token) is { } m && Enumerable.Range(m.First, m.Last - m.First).Any(i => s.Tokens[i].Lemma.ToLowerInvariant() is "treaty" or "charter" or "convention");

    /// <summary>A norm that the verb, or the verb above, rests on ("under the treaty", "according to the charter"); −1 when none is named.</summary>
    public int At(Sentence s, int verb)
    {
        for (int w = verb, steps = 0; w >= 0 && steps < 3; w = s.Tokens[w].Head, steps++)
        {
            foreach (int c in s.Children(w).Where(c => s.Tokens[c].Relation is "obl" or "nmod" or "nsubj" && Is(s, c) && (s.Tokens[c].Relation != "nsubj" || w != verb))) return c;
            if (s.Tokens[w].Relation is "root" or "ccomp" or "parataxis") break;
        }
        return -1;
    }

    /// <summary>Those bound as members: the organisation's code, where the word means its members.</summary>
    public IEnumerable<string> Members(Sentence s, int token, int norm)
    {
        if (!file.Members.Contains(s.Tokens[token].Lemma.ToLowerInvariant(), StringComparer.Ordinal)) return [];
        // "members of X", "X members", "its allies"
        string? own = s.Subtree(token).Where(t => t != norm && !s.IsUnder(norm < 0 ? token : norm, t)).Select(t => OrganisationAt(s, t)).FirstOrDefault(c => c is not null);
        own ??= norm >= 0 ? OrganisationOf(s, norm) : null;
        own ??= Before(s);
        return own is null ? [] : [own];
    }

    /// <summary>Whose the instrument is: a state's law, an organisation's charter, the parties of a treaty.</summary>
    public PromiserFinder.Group OwnerOf(Sentence s, int norm)
    {
        if (OrganisationOf(s, norm) is string body) return new([body], 0.85, false);
        PromiserFinder.Group named = promisers.Of(s, [norm]);
        if (named.Codes.Count > 0) return named;
        // "the concept that X adopted"
        foreach (int c in s.Children(norm).Where(c => s.Tokens[c].Relation == "acl" && s.Tokens[c].Lemma is "adopt" or "pass" or "approve" or "enact" or "issue"))
        {
            if (Predicate.At(s, codebook, c) is { } clause && promisers.Of(s, clause, ["subject", "by"], all: false) is { Codes.Count: > 0 } author) return author;
        }
        return PartiesOf(s, norm);
    }

    /// <summary>The parties of a treaty that the sentence or the acts before name.</summary>
    public PromiserFinder.Group PartiesOf(Sentence s, int norm)
    {
        PromiserFinder.Group between = promisers.Between(s, norm, s.Tokens.Count);
        if (between.Codes.Count > 1) return between;
        // "the treaty that A and B signed"
        foreach (int c in s.Children(norm).Where(c => s.Tokens[c].Relation == "acl"))
        {
            if (Predicate.At(s, codebook, c) is { } clause && promisers.Of(s, clause, ["subject", "by", "with"], all: true) is { Codes.Count: > 1 } signed) return signed;
        }
        return s.Children(norm).Any(c => s.Tokens[c].Relation == "det" && s.Tokens[c].Lemma is "the" or "this") ? promisers.LastSeveral(s, Back) : PromiserFinder.Nobody;
    }

    /// <summary>The organisation that an instrument is of, by a name in its phrase or by its own words ("a collective defence treaty" of the Collective Defence Organisation).</summary>
    public string? OrganisationOf(Sentence s, int norm)
    {
        string? named = s.Subtree(norm).Where(t => Math.Abs(t - norm) <= 8 && !s.Subtree(norm).Any(v => v > norm && v < t && s.Tokens[v].Upos == "VERB")).Select(t => OrganisationAt(s, t)).FirstOrDefault(c => c is not null);
        if (named is not null) return named;
        int first = norm;
        while (first > 0 && s.Tokens[first - 1].Upos is "ADJ" or "NOUN" or "PROPN") first--;
        if (norm - first < 2) return null;
        string words = " " + string.Join(' ', Enumerable.Range(first, norm - first).Select(i => s.Tokens[i].Form.ToLowerInvariant())) + " ";
        return world.Actors.FirstOrDefault(a => a.Kind is ActorKind.Organisation or ActorKind.Bloc && (" " + a.Name.ToLowerInvariant() + " ").Contains(words, StringComparison.Ordinal))?.Code;
    }

    public string? OrganisationAt(Sentence s, int token) => passage.Mentions.Covering(s.Index, token) is { Codes.Count: 1, IsPerson: false, Kind: MentionKind.Name or MentionKind.ShortForm or MentionKind.Body } m && world.Actor(m.Codes[0])?.Kind is ActorKind.Organisation or ActorKind.Bloc ? m.Codes[0] : null;

    /// <summary>The organisation named last before the sentence.</summary>
    public string? Before(Sentence s)
    {
        for (int i = s.Index; i >= Math.Max(0, s.Index - Back); i--)
        {
            ActorMention? m = passage.Mentions.In(i).LastOrDefault(m => m.Codes.Count == 1 && !m.IsPerson && m.Kind is MentionKind.Name or MentionKind.Body && world.Actor(m.Codes[0])?.Kind is ActorKind.Organisation or ActorKind.Bloc);
            if (m is not null) return m.Codes[0];
        }
        return null;
    }

    public string? GiversOf(Sentence s, int token, int norm)
    {
        if (Members(s, token, norm).FirstOrDefault() is string body) return body;
        var named = promisers.Known(s, [token]).Select(f => f.Party.Code).Distinct(StringComparer.Ordinal).ToList();
        return named.Count == 1 ? named[0] : null;
    }
}
