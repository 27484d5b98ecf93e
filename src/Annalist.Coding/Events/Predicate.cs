using Annalist.Language;

namespace Annalist.Coding;

/// <summary>
/// A verb, noun or adjective with the slots of its frame, read off the tree with voice, control, relative clauses,
/// coordination and light verbs taken into account (docs/lexicon.md). Slots give head tokens, conjuncts included.
/// </summary>
internal sealed partial class Predicate
{
    private readonly Sentence sentence;
    private readonly Codebook codebook;
    private readonly bool swap;

    private Predicate(Sentence sentence, Codebook codebook, int token, string pos, int light, bool swap)
    {
        this.sentence = sentence;
        this.codebook = codebook;
        this.swap = swap;
        Token = token;
        Pos = pos;
        Light = light;
    }

    /// <summary>The predicate's token.</summary>
    public int Token { get; }

    /// <summary><c>verb</c>, <c>noun</c> or <c>adj</c>.</summary>
    public string Pos { get; }

    /// <summary>The light verb that carries the noun; −1 when there is none.</summary>
    public int Light { get; }

    /// <summary>The token from which tense, modals and governors are read: the light verb, else the predicate.</summary>
    public int Anchor => Light >= 0 ? Light : Token;

    /// <summary>The predicate at a token, or null when the word can be none.</summary>
    public static Predicate? At(Sentence sentence, Codebook codebook, int token)
    {
        Token t = sentence.Tokens[token];
        switch (t.Upos)
        {
            case "VERB":
                return new Predicate(sentence, codebook, token, "verb", -1, false);
            case "ADJ":
                return new Predicate(sentence, codebook, token, "adj", -1, false);
            case "NOUN" or "PROPN":
                (int light, bool swap) = FindLight(sentence, codebook, token);
                return new Predicate(sentence, codebook, token, "noun", light, swap);
            default:
                return null;
        }
    }

    /// <summary>Tokens that fill a slot, text order of heads then conjuncts; empty when nothing does.</summary>
    public IReadOnlyList<int> Fill(string slot) => slot switch
    {
        "subject" => swap ? Owner() : Expand(Subject()),
        "object" => Expand(Measured(Object())),
        "iobject" => IndirectObject(),
        "clause" => Expand(ClauseSubject()),
        "poss" => Expand(sentence.Child(Token, "nmod:poss")),
        "adj" => Modifiers(Token),
        "modifier" => [.. sentence.Children(Token).Where(c => sentence.Tokens[c].Relation is "amod" or "compound" or "advmod" or "nummod")],
        "aux" => [.. sentence.Children(Token).Where(c => sentence.Tokens[c].Relation == "aux")],
        "case" => [.. sentence.Children(Token).Where(c => sentence.Tokens[c].Relation == "case")],
        "is" => Expand(Identified()),
        "lightsubject" => Light >= 0 ? Expand(new Predicate(sentence, codebook, Light, "verb", -1, false).Subject()) : [],
        "outer" => Expand(Outer()),
        _ when slot.Contains('|', StringComparison.Ordinal) => slot.Split('|').Select(Fill).FirstOrDefault(f => f.Count > 0) ?? [],
        _ when slot.StartsWith("below.", StringComparison.Ordinal) => Below(slot[6..]),
        _ => Prepositional(slot),
    };

    /// <summary>True when the noun's light verb tells that it happens or is held, with nobody said to do it ("talks took place", "a meeting was held").</summary>
    public bool IsHappening => Light >= 0 && (codebook.Is(sentence.Tokens[Light].Lemma, "@happen") || (sentence.Children(Light).Any(c => sentence.Tokens[c].Deprel == "aux:pass") && sentence.Tokens[Light].Lemma is "hold" or "conduct" or "stage" or "organise" or "organize")) && sentence.Tokens[Token].Relation.StartsWith("nsubj", StringComparison.Ordinal);

    /// <summary>For a swapped light verb ("came under attack"), its subject is the act's recipient.</summary>
    public IReadOnlyList<int> SwappedRecipient => swap && Light >= 0 ? Expand(new Predicate(sentence, codebook, Light, "verb", -1, false).Subject()) : [];

    /// <summary>True when the verb stands in the passive, a participle after its noun included.</summary>
    public bool IsPassive => Pos == "verb" && IsPassiveVerb(Token);

    /// <summary>Lemmas of the particles of a phrasal verb.</summary>
    public IEnumerable<string> Particles => (Stray() is int stray and >= 0 ? [sentence.Tokens[stray].Lemma] : Enumerable.Empty<string>()).Concat(sentence.Children(Token).Where(c => sentence.Tokens[c].Deprel == "compound:prt" || (sentence.Tokens[c].Relation == "advmod" && sentence.Tokens[c].Upos is "ADV" or "ADP")).Select(c => sentence.Tokens[c].Lemma));

    /// <summary>A particle that the parser took for a preposition: it stands right after the verb ("handed over | six men"); −1 when there is none.</summary>
    private int Stray()
    {
        int next = Token + 1;
        return Pos == "verb" && next < sentence.Tokens.Count && sentence.Tokens[next].Upos is "ADP" or "ADV" && sentence.Tokens[next].Relation is "case" or "advmod" && sentence.Tokens[next].Lemma is "over" or "out" or "off" or "up" or "down" or "back" or "away" ? next : -1;
    }

    private bool HasMarkTo(int verb) => sentence.Children(verb).Any(c => sentence.Tokens[c].Relation == "mark" && sentence.Tokens[c].Lemma == "to");

    private static (int Light, bool Swap) FindLight(Sentence s, Codebook codebook, int noun)
    {
        Token n = s.Tokens[noun];
        int head = n.Head;
        string relation = n.Relation;
        // "talks and a visit": a conjunct shares the light verb of the first.
        for (int steps = 0; relation == "conj" && head >= 0 && steps < 8; steps++)
        {
            relation = s.Tokens[head].Relation;
            head = s.Tokens[head].Head;
        }
        // "two rounds of talks": the noun that only measures passes its place on.
        int placed = noun;
        if (relation == "nmod" && head >= 0 && codebook.Is(s.Tokens[head].Lemma, "@measure") && s.Children(noun).Any(c => s.Tokens[c].Lemma == "of"))
        {
            placed = head;
            relation = s.Tokens[head].Relation;
            head = s.Tokens[head].Head;
        }
        if (head < 0 || s.Tokens[head].Upos != "VERB") return (-1, false);
        string? prep = s.Children(placed).Where(c => s.Tokens[c].Relation == "case").Select(c => s.Tokens[c].Lemma).FirstOrDefault();
        // "a meeting took place", "clashes erupted": a verb of happening carries its subject.
        if (relation == "nsubj" && codebook.Is(s.Tokens[head].Lemma, "@happen") && (s.Tokens[head].Lemma != "take" || s.Children(head).Any(c => s.Tokens[c].Lemma == "place"))) return (head, false);
        bool isObject = relation == "obj" || s.Tokens[placed].Deprel == "nsubj:pass" || (relation == "nsubj" && IsParticiple(s.Tokens[head]));
        foreach (LightVerb use in codebook.LightUses(s.Tokens[head].Lemma))
        {
            if (use.Prep is null ? !isObject : !(relation == "obl" && use.Prep == prep)) continue;
            if (use.Nouns.Count > 0 && !use.Nouns.Any(w => codebook.Is(n.Lemma, w))) continue;
            if (use.Particle is not null && !s.Children(head).Any(c => s.Tokens[c].Lemma == use.Particle)) continue;
            return (head, use.Swap);
        }
        return (-1, false);
    }

    private static bool IsParticiple(Token t) => t.Xpos == "VBN";

    private bool IsPassiveVerb(int verb)
    {
        Token t = sentence.Tokens[verb];
        foreach (int c in sentence.Children(verb))
        {
            if (sentence.Tokens[c].Deprel is "aux:pass" || (sentence.Tokens[c].Deprel is "nsubj:pass" or "csubj:pass" && t.Xpos is not ("VBD" or "VBZ" or "VBP"))) return true;
        }
        if (t.Relation == "acl" && t.Deprel != "acl:relcl" && t.Xpos is "VBN" or "VBD" && sentence.Child(verb, "obj") < 0 && !sentence.Children(verb).Any(IsCounted)) return true;
        if (t.Relation is "amod" && t.Xpos == "VBN") return true;
        if (t.Relation == "advcl" && t.Xpos == "VBN" && sentence.Child(verb, "aux") < 0 && sentence.Child(verb, "obj") < 0 && sentence.Child(verb, "nsubj") < 0) return true;
        // A conjunct without own auxiliary shares the voice: "were arrested and freed".
        if (t.Relation == "conj" && t.Head >= 0 && t.Xpos == "VBN" && sentence.Child(verb, "aux", "nsubj") < 0 && sentence.Tokens[t.Head].Upos == "VERB") return IsPassiveVerb(t.Head);
        return false;
    }

    private int Subject()
    {
        if (Pos == "verb")
        {
            if (IsPassiveVerb(Token)) return Agent(Token);
            int s = SurfaceSubject(Token, 0);
            return s >= 0 ? s : FirstBefore();
        }
        if (Pos == "adj") return AdjectiveSubject();
        if (Light >= 0 && sentence.Tokens[Token].Relation != "nsubj")
        {
            int s = new Predicate(sentence, codebook, Light, "verb", -1, false).Subject();
            if (s >= 0) return s;
        }
        else if (sentence.Child(Token, "cop") >= 0)
        {
            // "was on a visit", "is in talks": the copula's subject does it.
            bool preposed = sentence.Children(Token).Any(c => sentence.Tokens[c].Relation == "case");
            int s = sentence.Child(Token, "nsubj");
            if (preposed && s >= 0) return Antecedent(s);
        }
        IReadOnlyList<int> owner = Owner();
        return owner.Count > 0 ? owner[0] : -1;
    }

    /// <summary>The possessor, demonym or name before a noun, or its "by" phrase.</summary>
    private IReadOnlyList<int> Owner()
    {
        int poss = sentence.Child(Token, "nmod:poss");
        if (poss >= 0) return Expand(poss);
        IReadOnlyList<int> adj = Modifiers(Token);
        if (adj.Count > 0) return adj;
        return Prepositional("by");
    }

    private List<int> Modifiers(int noun)
    {
        var found = new List<int>();
        foreach (int c in sentence.Children(noun))
        {
            Token t = sentence.Tokens[c];
            if (IsAgainst(c)) continue;
            // "a Saudi-led strike": who led it did it
            if (c < noun && t.Relation == "amod" && t.Form is "led" && c > 1 && sentence.Tokens[c - 1].Form is "-" or "–" && char.IsUpper(sentence.Tokens[c - 2].Form[0])) found.Add(c - 2);
            if (c < noun && t.Relation is "amod" or "compound" or "nmod" && c < noun && (t.Upos == "PROPN" || char.IsUpper(t.Form[0]))) found.AddRange(Expand(c));
            // "a Saudi air attack": the demonym hung on the first noun of the compound
            else if (c < noun && t.Relation == "compound") found.AddRange(sentence.Children(c).Where(k => k < c && sentence.Tokens[k].Relation is "amod" or "compound" && char.IsUpper(sentence.Tokens[k].Form[0])));
        }
        return found;
    }

    private int AdjectiveSubject()
    {
        int s = sentence.Child(Token, "nsubj");
        if (s >= 0) return Antecedent(s);
        Token t = sentence.Tokens[Token];
        if (t.Relation == "xcomp" && t.Head >= 0) return SurfaceSubject(t.Head, 0);
        if (t.Relation is "conj" && t.Head >= 0) return SurfaceSubject(t.Head, 0);
        return t.Relation == "amod" ? t.Head : -1;
    }

    private IReadOnlyList<int> IndirectObject()
    {
        if (Pos != "verb") return [];
        int own = sentence.Child(Token, "iobj");
        if (own >= 0) return Expand(own);
        // "sold Chad two planes" with the state hung on the planes.
        int thing = sentence.Child(Token, "obj");
        if (thing < 0) return [];
        // "granted X a loan" with two objects: the thing is the last (see Object).
        if (thing > Token && sentence.Children(Token).Any(c => c > thing && sentence.Tokens[c].Relation == "obj")) return Expand(thing);
        if (thing == Token + 1 && sentence.Tokens[thing].Upos == "PROPN") return Expand(thing);   // "would lend X about half": the thing lost
        int first = Token + 1;
        return first < thing && sentence.Tokens[first].Upos == "PROPN" && sentence.Tokens[first].Relation is "compound" or "nmod" or "amod" ? [first] : [];
    }

    /// <summary>Modifiers under "anti-": against whom the noun is.</summary>
    private List<int> Against()
    {
        var found = new List<int>();
        foreach (int c in sentence.Children(Token).Where(c => IsAgainst(c))) found.Add(c);
        return found;
    }

    private bool IsAgainst(int token) => token > 1 && sentence.Tokens[token - 1].Form is "-" or "–" && sentence.Tokens[token - 2].Lemma.Equals("anti", StringComparison.OrdinalIgnoreCase)
        || sentence.Tokens[token].Form.StartsWith("anti-", StringComparison.OrdinalIgnoreCase);

    /// <summary>What a noun or adjective is said of: the copula's subject, the noun beside which it stands in apposition, or which it describes.</summary>
    private int Identified()
    {
        int s = sentence.Child(Token, "nsubj");
        if (s >= 0) return Antecedent(s);
        Token t = sentence.Tokens[Token];
        if (t.Head < 0) return -1;
        if (t.Relation is "appos" or "amod") return t.Head;
        if (t.Relation is "conj") return new Predicate(sentence, codebook, t.Head, Pos, -1, false).Identified();
        if (t.Relation is "xcomp" || (t.Relation is "obl" && sentence.Children(Token).Any(c => sentence.Tokens[c].Lemma == "as"))) return SurfaceSubject(t.Head, 0);
        return sentence.Child(Token, "appos");
    }

    private int Agent(int verb)
    {
        foreach (int c in sentence.Children(verb))
        {
            if (sentence.Tokens[c].Relation == "obl" && sentence.Children(c).Any(k => sentence.Tokens[k].Relation == "case" && sentence.Tokens[k].Lemma == "by")) return c;
        }
        // "was sold to X by Y": the agent is often hung on the phrase before it.
        foreach (int c in sentence.Children(verb).Where(c => c > verb))
        {
            if (sentence.Tokens[c].Relation is "obl" or "obj" && Nested(c, "by") is int n and >= 0) return n;
        }
        return -1;
    }

    /// <summary>The first phrase with the preposition that hangs on a phrase below the word; −1 when there is none.</summary>
    private int Nested(int word, string preposition)
    {
        foreach (int c in sentence.Children(word))
        {
            // "returned the mask, stolen in 1989 from a museum, to X": what is told of the thing given parts the verb from its recipient.
            bool told = preposition == "to" && Pos == "verb" && (sentence.Tokens[c].Deprel is "acl:relcl" or "appos" || (sentence.Tokens[c].Relation == "acl" && sentence.Tokens[c].Xpos == "VBN") || (sentence.Tokens[c].Relation == "amod" && sentence.Tokens[c].Lemma == "worth"));
            if (sentence.Tokens[c].Relation is not ("nmod" or "obl") && !told) continue;
            if (!told && !IsCounted(c) && sentence.Children(c).Any(k => sentence.Tokens[k].Relation == "case" && sentence.Tokens[k].Lemma == preposition)) return c;
            if (Nested(c, preposition) is int n and >= 0) return n;
        }
        return -1;
    }

    /// <summary>What a measuring noun measures: the debt of "most of the debt".</summary>
    private int Measured(int noun)
    {
        if (noun < 0 || (sentence.Tokens[noun].Upos != "NUM" && !codebook.Is(sentence.Tokens[noun].Lemma, "@measure"))) return noun;
        foreach (int c in sentence.Children(noun))
        {
            if (sentence.Tokens[c].Relation is "nmod" && sentence.Children(c).Any(k => sentence.Tokens[k].Relation == "case" && sentence.Tokens[k].Lemma == "of")) return c;
        }
        return noun;
    }

    /// <summary>Who stands as the subject in grammar: own, shared, controlled or the noun that the clause hangs on.</summary>
    private int SurfaceSubject(int verb, int depth)
    {
        if (depth > 8) return -1;
        // Where the parser gave two subjects, the one nearest before the verb is right more often.
        int own = sentence.Children(verb).LastOrDefault(c => sentence.Tokens[c].Relation == "nsubj" && c < verb, sentence.Child(verb, "nsubj"));
        if (own >= 0) return Antecedent(own);
        if (Marked(verb) is int marked and >= 0) return marked;
        Token t = sentence.Tokens[verb];
        int head = t.Head;
        if (head < 0) return -1;
        switch (t.Relation)
        {
            // "X, which …, asked for talks": a long relative clause makes the parser take the name for the root.
            case "parataxis" when head < verb && sentence.Tokens[head].Upos is "PROPN" or "NOUN" && t.Xpos is "VBD" or "VBZ" or "VBP":
                return head;
            case "conj" or "parataxis":
                return SurfaceSubject(head, depth + 1);
            case "xcomp":
                int controller = sentence.Child(head, "obj", "iobj");
                // "launched operations to detain": whose operations they are
                if (controller >= 0 && controller < verb && sentence.Tokens[controller].Upos == "NOUN" && codebook.Is(sentence.Tokens[controller].Lemma, "@act-noun")) return GovernorSubject(head, depth);
                if (controller >= 0 && controller < verb) return controller;
                return IsPassiveVerb(head) || controller < 0 ? GovernorSubject(head, depth) : controller;
            case "ccomp":
                return -1;
            case "advcl":
                if (Controlled(verb, head) is int told and >= 0) return told;
                // "accused X of sheltering", "kept X from voting": X does it.
                return t.Xpos == "VBG" && sentence.Child(head, "obj", "iobj") is int whom and >= 0 && whom < verb && IsOfObject(verb, head) ? whom : GovernorSubject(head, depth);
            case "acl":
                if (t.Deprel == "acl:relcl") return HasRelative(verb, "nsubj") || sentence.Child(verb, "obj") >= 0 || sentence.Child(verb, "mark") < 0 ? head : -1;
                // "passed a resolution condemning X", "filed a suit accusing X": the document speaks for whoever issued it.
                if (t.Xpos == "VBG" && codebook.Is(sentence.Tokens[head].Lemma, "@document") && Issuer(head, depth) is int issuer and >= 0) return issuer;
                if (t.Xpos is "VBG" or "VBN" or "VBD") return head;
                return NounOwner(head);   // "a plan to expand": whose plan
            case "amod":
                return head;
            default:
                return -1;
        }
    }

    private int GovernorSubject(int head, int depth) =>
        sentence.Tokens[head].Upos is "NOUN" or "ADJ" or "PROPN" && sentence.Child(head, "nsubj") is int s and >= 0 ? Antecedent(s)
        : sentence.Tokens[head].Upos is "NOUN" or "PROPN" && sentence.Child(head, "cop") < 0 ? NounOwner(head)
        : SurfaceSubject(head, depth + 1);

    private int NounOwner(int noun)
    {
        Predicate? p = At(sentence, codebook, noun);
        return p is null ? -1 : p.Subject();
    }

    private bool HasRelative(int verb, string relation) => sentence.Children(verb).Any(c => sentence.Tokens[c].Relation == relation && IsRelative(c));

    private bool IsRelative(int token) => sentence.Tokens[token].Upos is "PRON" or "DET" && sentence.Tokens[token].Lemma is "who" or "which" or "that" or "whom" or "whose";

    /// <summary>A relative pronoun stands for the noun that its clause hangs on.</summary>
    private int Antecedent(int token)
    {
        if (!IsRelative(token)) return token;
        for (int w = sentence.Tokens[token].Head, steps = 0; w >= 0 && steps < 6; w = sentence.Tokens[w].Head, steps++)
        {
            if (sentence.Tokens[w].Deprel == "acl:relcl") return sentence.Tokens[w].Head;
        }
        return token;
    }

    private int Object()
    {
        if (Pos != "verb") return -1;
        if (IsPassiveVerb(Token))
        {
            int own = sentence.Child(Token, "nsubj:pass", "nsubj");
            return own >= 0 ? Antecedent(own) : SurfaceSubject(Token, 0);
        }
        int obj = sentence.Children(Token).LastOrDefault(c => c > Token && sentence.Tokens[c].Relation == "obj", sentence.Child(Token, "obj"));
        if (obj >= 0) return Antecedent(obj);
        // A person or state told off is at times labelled as the one given to, with nothing given.
        if (sentence.Child(Token, "iobj") is int lone and >= 0) return Antecedent(lone);
        Token t = sentence.Tokens[Token];
        // A relative clause without an object pronoun has its noun as the object: "the base the Americans used".
        if (t.Deprel == "acl:relcl" && t.Head >= 0 && sentence.Child(Token, "nsubj") is int s and >= 0 && !IsRelative(s)) return t.Head;
        if (Stray() is int stray and >= 0 && sentence.Tokens[stray].Head > Token) return sentence.Tokens[stray].Head;
        // "killed at least six people", "lend up to a billion": a bound on the number, no preposition
        if (sentence.Children(Token).FirstOrDefault(c => c > Token && IsCounted(c), -1) is int counted and >= 0) return counted;
        // "sealed off the city": a bare noun phrase after a particle is the object, whatever the parser called it
        int bare = sentence.Children(Token).FirstOrDefault(c => c > Token && sentence.Tokens[c].Deprel == "obl" && sentence.Tokens[c].Upos is "NOUN" or "PROPN" && sentence.Child(c, "case") < 0, -1);
        if (bare >= 0 && sentence.Child(Token, "compound:prt") >= 0) return bare;
        return -1;
    }

    private int ClauseSubject()
    {
        foreach (int c in Complements)
        {
            int s = sentence.Child(c, "nsubj");
            if (s >= 0) return Antecedent(s);
        }
        int obj = Pos == "verb" ? sentence.Child(Token, "obj") : -1;
        return obj;
    }

    /// <summary>A slot of the clauses that complete the predicate or its object ("refused to supply <b>X</b>", "its readiness to work with <b>X</b>").</summary>
    private List<int> Below(string slot)
    {
        var found = new List<int>();
        int obj = Pos == "verb" ? sentence.Child(Token, "obj") : -1;
        IEnumerable<int> clauses = obj < 0 ? Complements : Complements.Concat(new Predicate(sentence, codebook, obj, "noun", -1, false).Complements);
        foreach (int c in clauses)
        {
            string pos = sentence.Tokens[c].Upos switch { "VERB" => "verb", "ADJ" => "adj", _ => "noun" };
            found.AddRange(new Predicate(sentence, codebook, c, pos, -1, false).Fill(slot));
        }
        return found;
    }

    /// <summary>The subject of the clause in which a noun phrase is an adjunct ("in talks with X, <b>Y</b> offered …"); −1 when it is none.</summary>
    private int Outer()
    {
        Token t = sentence.Tokens[Token];
        if (Pos != "noun" || Light >= 0) return -1;
        // "at a conference after talks with X, <b>Y</b> said"
        for (int steps = 0; t.Relation == "nmod" && t.Deprel != "nmod:poss" && t.Head >= 0 && sentence.Tokens[t.Head].Relation is "obl" or "nmod" && codebook.Is(sentence.Tokens[t.Head].Lemma, "@talks") && steps < 3; steps++) t = sentence.Tokens[t.Head];
        if (t.Relation != "obl" || t.Head < 0 || sentence.Tokens[t.Head].Upos != "VERB") return -1;
        return new Predicate(sentence, codebook, t.Head, "verb", -1, false).Subject();
    }

    private List<int> Prepositional(string slot)
    {
        var found = new List<int>();
        foreach (int place in Places())
        {
            foreach (int c in sentence.Children(place))
            {
                if (sentence.Tokens[c].Relation is not ("obl" or "nmod" or "advmod" or "advcl" or "acl" or "xcomp") || IsCounted(c)) continue;
                if (sentence.Children(c).Any(k => sentence.Tokens[k].Relation is "case" or "mark" && sentence.Tokens[k].Lemma == slot)) found.AddRange(slot == "between" ? Two(Antecedent(c)) : Expand(Antecedent(c)));
            }
            if (found.Count > 0) return found;
        }
        // "the delivery of jets to X", "aid from X to Y": a phrase is often hung on the one before it.
        if (slot is "by" or "to" or "from" or "against" or "on" or "with" or "into" or "between" or "toward" or "towards")
        {
            foreach (int place in Places())
            {
                if (Nested(place, slot) is int n and >= 0) return [.. Expand(Antecedent(n))];
            }
        }
        return slot == "against" ? Against() : found;
    }

    /// <summary>True when a phrase with the preposition hangs on the predicate itself, not on its object or complement.</summary>
    public bool HasOwn(string preposition) => sentence.Children(Token).Any(c => sentence.Children(c).Any(k => sentence.Tokens[k].Relation == "case" && sentence.Tokens[k].Lemma == preposition));

    /// <summary>Where a preposition phrase of the predicate may hang: on it, on its object, on its light verb or the object's.</summary>
    private IEnumerable<int> Places()
    {
        yield return Token;
        if (Pos == "verb")
        {
            foreach (int c in sentence.Children(Token))
            {
                if (sentence.Tokens[c].Relation is "obj" or "iobj" or "xcomp" || sentence.Tokens[c].Deprel == "nsubj:pass") yield return c;
            }
        }
        if (Light >= 0) yield return Light;
        // "talks took place between X and Y": the phrase is often hung on the verb's own noun.
        if (Light >= 0 && sentence.Tokens[Light].Lemma == "take" && sentence.Child(Light, "obj") is int set and >= 0 && set != Token) yield return set;
        // "talks held between X and Y"
        if (Pos == "noun" && sentence.Children(Token).FirstOrDefault(c => sentence.Tokens[c] is { Relation: "acl", Xpos: "VBN" } && codebook.Is(sentence.Tokens[c].Lemma, "@carried"), -1) is int done and >= 0) yield return done;
        if (Pos == "adj" && sentence.Tokens[Token].Relation == "xcomp" && sentence.Tokens[Token].Head >= 0) yield return sentence.Tokens[Token].Head;
        // A phrase that belongs here is often hung one phrase too low ("an offer of two helicopters to X").
        int obj = Pos == "verb" ? sentence.Child(Token, "obj") : -1;
        foreach (int place in obj < 0 ? [Token] : new[] { Token, obj })
        {
            foreach (int c in sentence.Children(place))
            {
                if (c > place && sentence.Tokens[c].Relation is "obl" or "nmod") yield return c;
            }
        }
    }

    private IReadOnlyList<int> Expand(int token)
    {
        if (token < 0) return [];
        var all = new List<int> { token };
        for (int i = 0; i < all.Count && all.Count < 32; i++)
        {
            foreach (int c in sentence.Children(all[i]))
            {
                if (sentence.Tokens[c].Relation == "conj" && sentence.Tokens[c].Upos is not ("VERB" or "AUX")) all.Add(c);
            }
        }
        return all;
    }
}
