using Annalist.Language;
using Annalist.Model;

namespace Annalist.Coding;

/// <summary>Which sentences can tell an act: whether some sense of some word finds what it asks for, on the side of the word where it can stand, and somebody who can be a party.</summary>
internal sealed partial class FirstPass
{
    /// <summary>True when some sense of some word can fit: what it asks for stands near.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="named">The names in it and before it.</param>
    /// <param name="toldBefore">True when the parties may have been told before ("A protocol was signed"): none need stand in the sentence.</param>
    private bool Acts(IReadOnlyList<Token> words, Named named, bool toldBefore = false)
    {
        int party = Unsought;
        for (int i = 0; i < words.Count; i++)
        {
            if (PartOfSpeech(words[i]) is not string pos || IsDate(words, i) || (pos == "verb" && !named.Quoted && IsOfReader(words, i))) continue;
            foreach (Sense sense in codebook.SensesOf(words[i].Lemma.ToLowerInvariant(), pos))
            {
                if ((toldBefore || HasParty(words, i, sense, named, ref party)) && CanFit(words, i, sense, named)) return true;
            }
        }
        return false;
    }

    /// <summary>True outside quotations for what writer and reader do themselves: "I joined", "you may visit", "Take the bus".</summary>
    private static bool IsOfReader(IReadOnlyList<Token> words, int verb)
    {
        int i = verb - 1;
        while (i >= 0 && words[i].Upos is "AUX" or "ADV") i--;
        if (i < 0 || words[i].Upos == "PUNCT") return words[verb].Xpos == "VB" && (verb == 0 || words[verb - 1].Upos != "AUX");
        return words[i].Upos == "PRON" && words[i].Form.ToLowerInvariant() is "i" or "you";
    }

    /// <summary>"March 3" is no march.</summary>
    private static bool IsDate(IReadOnlyList<Token> words, int at) => words[at].Upos == "PROPN" && ((at > 0 && words[at - 1].Upos == "NUM") || (at + 1 < words.Count && words[at + 1].Upos == "NUM"));

    private static string? PartOfSpeech(Token t) => t.Upos switch { "VERB" => "verb", "NOUN" or "PROPN" => "noun", "ADJ" => "adj", _ => null };

    /// <summary>True when somebody stands in the sentence who can be a party of the act: a private act is none (see <see cref="EventCoder"/>), and a country in which somebody did something did not do it.</summary>
    private bool HasParty(IReadOnlyList<Token> words, int act, Sense sense, Named named, ref int party)
    {
        if (named.Quoted || codebook.Type(sense.Type).Quad is 4) return true;
        if (party == Unsought) party = FirstParty(words, words.Count, named, visit: false);
        // Whoever pays a visit stands before the verb; whom he visits says nothing of him.
        return sense.Pos == "verb" && words[act].Xpos != "VBG" && sense.Modes.Contains("visit") ? FirstParty(words, act, named, visit: true) >= 0 : party >= 0;
    }

    /// <summary>The first word before an end that may be a party: a name, somebody with a public role, a pronoun that stands for one; −1 when there is none.</summary>
    private int FirstParty(IReadOnlyList<Token> words, int end, Named named, bool visit)
    {
        int name = Array.BinarySearch(named.Starts, named.Span.Start);
        if (name < 0) name = ~name;
        for (int i = 0; i < end; i++)
        {
            while (name < named.Starts.Length && named.Starts[name] < words[i].Span.Start) name++;
            bool isName = name < named.Starts.Length && named.Starts[name] < words[i].Span.End;
            if (isName ? visit || !IsWhere(words, i) : Stands(words, i, named) || (words[i].Upos == "PROPN" && named.Titled.Contains(words[i].Form)) || IsPublic(words[i], persons: false)) return i;
        }
        return -1;
    }

    /// <summary>True for a role of public life: of those who govern, fight, judge or lead, or of one that is taken for its state's.</summary>
    private bool IsPublic(Token t, bool persons)
    {
        if (t.Upos is not ("NOUN" or "PROPN") || !codebook.Roles.TryGetValue(t.Lemma.ToLowerInvariant(), out IReadOnlyList<Role>? roles)) return false;
        foreach (Role r in roles)
        {
            if ((!persons || r.Kind == "person") && (EventCoder.IsPublic(r.Sector) || (r.Scope != "any" && r.Sector is not (Sector.Cvl or Sector.Edu)))) return true;
        }
        return false;
    }

    /// <summary>True behind a preposition that tells where something is done: "in France", "at the White House".</summary>
    private static bool IsWhere(IReadOnlyList<Token> words, int name)
    {
        int i = name - 1;
        while (i >= 0 && words[i].Upos is "DET" or "ADJ") i--;
        return i >= 0 && words[i].Upos is "ADP" && words[i].Form.ToLowerInvariant() is "in" or "at" or "near" or "across" or "throughout" or "within" or "inside" or "outside" or "around";
    }

    private bool CanFit(IReadOnlyList<Token> words, int at, Sense sense, Named named)
    {
        int from = Math.Max(0, at - Reach), to = Math.Min(words.Count, at + Reach + 1);
        foreach ((string slot, Words asked) in sense.If)
        {
            if (!(slot.Contains('|', StringComparison.Ordinal) ? slot.Split('|').Any(one => CanFill(words, at, from, to, one, asked, named)) : CanFill(words, at, from, to, slot, asked, named))) return false;
        }
        return !sense.Lemma.Contains(' ', StringComparison.Ordinal) || sense.Lemma.Split(' ')[..^1].All(w => Has(words, from, to, w));
    }

    /// <summary>As <see cref="CanHold"/>, with the side of the verb on which the filler stands: who does it before, to whom it is done behind, unless passive, participle, relative clause or inversion may turn them.</summary>
    private bool CanFill(IReadOnlyList<Token> words, int at, int from, int to, string slot, Words asked, Named named)
    {
        string xpos = words[at].Xpos;
        // A participle and a past tense look alike to the fast tagger: the filler may be on either side.
        if (words[at].Upos != "VERB" || (xpos is "VBN" or "VBD" && slot is "object" or "subject")) return CanHold(words, from, to, slot, asked, named);
        return slot switch
        {
            "particle" => CanStand(words, at + 1, Math.Min(to, at + 1 + Particle), asked, named),
            "infinitive" => HasTo(words, at + 1, to) && CanStand(words, at + 1, to, asked, named),
            "object" when !HasRelative(words, from, at) => CanHold(words, at + 1, to, slot, asked, named),
            "subject" when xpos is "VBZ" or "VBP" && !IsTurned(words, at) => CanHold(words, 0, at, slot, asked, named),
            _ => CanHold(words, from, to, slot, asked, named),
        };
    }

    private static bool HasTo(IReadOnlyList<Token> words, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (words[i].Form.Equals("to", StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    private static bool HasRelative(IReadOnlyList<Token> words, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (words[i].Form.ToLowerInvariant() is "that" or "which" or "who" or "whom" or "what") return true;
        }
        return false;
    }

    private bool CanHold(IReadOnlyList<Token> words, int from, int to, string slot, Words asked, Named named)
    {
        if (slot is "passive" or "recipient") return true;
        if (Unmarked.Contains(slot) || slot.StartsWith("below.", StringComparison.Ordinal)) return CanStand(words, from, to, asked, named);
        // What a preposition governs stands behind it; "to" before a verb governs nothing.
        for (int i = from; i < to; i++)
        {
            if (!IsWord(words[i], slot) || (i + 1 < words.Count && words[i + 1].Upos == "VERB")) continue;
            if (CanStand(words, i + 1, Math.Min(words.Count, i + Reach + 1), asked, named)) return true;
        }
        return false;
    }

    private bool CanStand(IReadOnlyList<Token> words, int from, int to, Words asked, Named named)
    {
        foreach (string word in asked.All)
        {
            if (word == "*" || Has(words, from, to, word) || (word[0] == '@' && CanMean(words, from, to, word, named))) return true;
        }
        return false;
    }

    /// <summary>True when one of the words may name an actor: a name, an adjective of one, a role, a pronoun.</summary>
    private bool MayAct(IReadOnlyList<Token> words, int from, int to, Named named)
    {
        for (int i = from; i < to; i++)
        {
            Token t = words[i];
            if (t.Upos is "PROPN" or "NUM" || char.IsUpper(t.Form[0]) || Stands(words, i, named) || HasRole(t, _ => true) || (named.Quoted && t.Upos == "PRON")) return true;
            // "rejected the charge": whose it is was told before.
            if (IsWord(t, "@act-noun") && IsDefinite(words, i)) return true;
        }
        return false;
    }

    /// <summary>True when an actor of the sentence may be of the class, though no word of the class stands in it.</summary>
    private bool CanMean(IReadOnlyList<Token> words, int from, int to, string name, Named named) => name switch
    {
        "@actor" or "@self" or "@person" or "@person-role" or "@prisoner" or "@ruling" => MayAct(words, from, to, named),
        "@troops" => named.Body || words.Any(t => HasRole(t, s => s is Sector.Mil or Sector.Prm or Sector.Uaf or Sector.Reb)),
        "@media" => named.Actor || words.Any(t => HasRole(t, s => s == Sector.Jrn)),
        "@party" => named.Actor || words.Any(t => HasRole(t, s => s is Sector.Pty or Sector.Opp)),
        "@organisation" => named.Actor,
        _ => false,
    };
}
