using Annalist.Language;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Coding;

/// <summary>Reads one sentence for the expectation that a pattern finds at a word: what would come, on which condition, how likely, who says so.</summary>
internal sealed class ExpectationReader(World world, Codebook codebook, Passage passage, Sentence s, PartyFinder parties, ClauseReader clauses)
{
    private const int Back = 4;   // sentences back in which the actors of "this will be …" are looked for

    /// <summary>An expectation in words of the sentence.</summary>
    /// <param name="Head">Head of the clause that tells what would come.</param>
    /// <param name="Then">Its words.</param>
    /// <param name="If">Words of the condition; null when there is none.</param>
    /// <param name="Unless">Words of what would prevent it; null when there is none.</param>
    /// <param name="Likelihood">How likely.</param>
    /// <param name="By">Who expects; null for the author.</param>
    /// <param name="Actors">Codes concerned.</param>
    /// <param name="Sure">Factor of the confidence, 0 to 1.</param>
    public sealed record Draft(int Head, (int First, int Last) Then, (int First, int Last)? If, (int First, int Last)? Unless, Likelihood Likelihood, string? By, IReadOnlyList<string> Actors, double Sure);

    /// <summary>The expectation that the pattern finds at a word; null when it does not fit.</summary>
    public Draft? Read(int word, ExpectationSense sense)
    {
        bool modal = sense.Pos is "modal" or "adv";
        int at = modal ? s.Tokens[word].Head : word;
        if (at < 0 || (sense.Pos == "modal" && s.Tokens[word].Relation != "aux")) return null;
        Predicate? p = Predicate.At(s, codebook, at);
        if (p is null || !sense.If.All(c => Holds(p, c.Key, c.Value)) || sense.Unless.Any(c => Holds(p, c.Key, c.Value))) return null;
        if (modal) return Clause(word, at, p, sense);
        bool negated = StatusFinder.IsNegated(s, at);
        if (sense.Negated && !negated) return null;
        // "is not expected to": unlikely; "did not say that": nothing.
        Likelihood? given = negated && !sense.Negated ? sense.Likelihood switch { Likelihood.Unlikely or Likelihood.Possible => null, _ => Likelihood.Unlikely } : sense.Likelihood;
        if (negated && !sense.Negated && given is null) return null;
        switch (sense.Frame)
        {
            case "that":
                int clause = ClauseReader.Content(s, at);
                if (clause < 0 || (sense.Ahead && !LooksAhead(clause))) return null;
                // "that the entry of X will bring Y": what is not yet itself is the condition.
                int maybe = Subject(clause);
                bool turn = maybe >= 0 && maybe < clause && codebook.Is(s.Tokens[maybe].Lemma.ToLowerInvariant(), "@turn") && Modal(clause) is not null && passage.Mentions.Covering(s.Index, maybe) is not { Codes.Count: > 0 };
                return Made(clause, turn ? [at, maybe] : [at], given, sense, at, p, -1, turn ? maybe : -1);
            case "to":
                int infinitive = ClauseReader.Infinitive(s, at);
                int subject = Subject(at);
                if (infinitive < 0 || subject < 0 || subject > at) return null;
                return Made(infinitive, [], given, sense, at, p, subject);
            case "object-to":
                int done = ClauseReader.Infinitive(s, at);
                int of = s.Children(at).FirstOrDefault(c => c > at && c < done && s.Tokens[c].Relation is "obj" or "nsubj", -1);
                // What one state expects another to do is a demand.
                if (done < 0 || of < 0 || passage.Mentions.Covering(s.Index, of) is { Codes.Count: > 0 } && clauses.Subjects(s, p).Any(f => f.Party.Sector is Sector.Gov or Sector.Mil or Sector.Igo)) return null;
                return Made(done, [], given, sense, at, p, of);
            case "object" or "of":
                int thing = sense.Frame == "of" ? OfPhrase(at) : p.Fill("object") is [int o, ..] && o > at ? o : -1;
                if (thing < 0) return null;
                return Made(thing, [at], given, sense, at, p, -1);
            case "has":
                int holder = -1;
                for (int w = s.Tokens[at].Head, steps = 0; w >= 0 && steps < 4 && holder < 0; w = s.Tokens[w].Head, steps++) holder = s.Children(w).LastOrDefault(c => c < at && s.Tokens[c].Relation == "nsubj", -1);
                if (holder < 0 || OfPhrase(at) < 0 && ClauseReader.Infinitive(s, at) < 0) return null;
                return Made(at, [], given, sense, at, p, holder);
            case "subject":
                return p.Fill("subject") is [int who, ..] && who < at ? Made(who, [at], given, sense, at, p, -1) : null;
            default:
                return null;
        }
    }

    /// <summary>A sentence built as "the more X, the more Y": the words of both halves; null when it is none.</summary>
    public static ((int First, int Last) If, (int First, int Last) Then)? Correlative(Sentence s)
    {
        int first = s.Tokens.Count > 0 && s.Tokens[0].Upos == "PUNCT" ? 1 : 0;
        if (!IsMore(s, first)) return null;
        for (int t = first + 3; t + 1 < s.Tokens.Count; t++)
        {
            bool comparative = IsMore(s, t + 1) || (t + 3 < s.Tokens.Count && s.Tokens[t + 1].Lemma == "the" && s.Tokens[t + 2].Form.EndsWith("er", StringComparison.Ordinal) && s.Tokens[t + 3].Upos is "DET" or "PRON");
            if (s.Tokens[t].Form != "," || !comparative) continue;
            int last = s.Tokens.Count - 1;
            while (last > t + 2 && s.Tokens[last].Upos == "PUNCT") last--;
            return ((first, t - 1), (t + 1, last));
        }
        return null;
    }

    private static bool IsMore(Sentence s, int t) => t + 1 < s.Tokens.Count && s.Tokens[t].Lemma.Equals("the", StringComparison.OrdinalIgnoreCase) && s.Tokens[t + 1].Xpos is "JJR" or "RBR";

    private Draft? Clause(int word, int verb, Predicate p, ExpectationSense sense)
    {
        if (!ClauseReader.IsClause(s, verb) || s.Tokens[verb].Deprel is "acl:relcl" || s.Tokens[verb].Relation is "acl" or "csubj") return null;
        (int condition, bool prevents) = Condition(verb);
        int subject = Subject(verb);
        if (condition == verb || IsUnderCondition(verb)) return null;
        // "would have left": what did not come.
        if (s.Children(verb).Any(c => c < verb && s.Tokens[c].Relation == "aux" && s.Tokens[c].Lemma == "have")) return null;
        bool empty = subject >= 0 && s.Tokens[subject].Upos is "PRON" or "DET" && s.Tokens[subject].Lemma.ToLowerInvariant() is "it" or "this" or "that" or "there";
        IReadOnlyList<PartyFinder.Found> who = subject < 0 || empty ? [] : [.. parties.Of(s, [subject]).Where(f => f.Party.Code != "UNK")];
        Statement? said = clauses.Said(s, verb);
        switch (sense.Frame)
        {
            case "clause":
                if (condition < 0 || subject < 0) return null;
                // "can come if invited": leave to act, no outlook.
                return Made(verb, [], sense.Likelihood, sense, word, p, -1);
            case "hypothesis":
                if (subject < 0 || subject > verb || passage.Mentions.Covering(s.Index, subject) is { Codes.Count: > 0 }) return null;
                return Made(verb, [subject], sense.Likelihood, sense, word, p, -1, subject);
            case "voice":
                // "It probably will not come to that", "but those present must …": of whom is told before.
                if (said is null || (who.Count == 0 && !(empty && Hedge(verb) is not null) && !sense.If.ContainsKey("conjoined")) || (Hedge(verb) is null && !IsAbout(said, who, Modal(verb)))) return null;
                // "could not be allowed", "would not be welcome": a judgement, no outlook.
                if (StatusFinder.IsNegated(s, verb) && Modal(verb) is not Likelihood.Certain) return null;
                return Made(verb, [], sense.Likelihood, sense, word, p, -1);
            case "author":
                if (said is not null || s.Tokens[verb].Relation is "ccomp" or "xcomp" or "advcl" || subject < 0 || s.Child(verb, "mark") >= 0) return null;
                if (who.Count == 0 && sense.If.Count == 0) return null;
                return Made(verb, [], sense.Likelihood, sense, word, p, -1);
            default:
                return null;
        }
    }

    /// <summary>A forecast is of others: an expert's of any state, an official's of a state that is not his own.</summary>
    private bool IsAbout(Statement said, IReadOnlyList<PartyFinder.Found> who, Likelihood? modal)
    {
        if (said.SpeakerSector is Sector.Edu or Sector.Jrn or Sector.Bus or Sector.Soc or Sector.Eli) return true;
        // An official's "will" announces; only his "may" and "could" of others look ahead.
        if (said.SpeakerCode == "UNK" || modal is not Likelihood.Possible) return false;
        return who.All(f => f.Party.Code != said.SpeakerCode && !world.MembersOf(f.Party.Code, passage.Report.ReferenceDate).Contains(said.SpeakerCode, StringComparer.Ordinal));
    }

    private Draft? Made(int head, IReadOnlyList<int> without, Likelihood? likelihood, ExpectationSense sense, int cue, Predicate p, int from, int hypothesis = -1)
    {
        int clause = sense.Pos is "modal" or "adv" ? head : sense.Frame == "to" ? cue : head;
        (int condition, bool prevents) = Condition(clause);
        if (condition < 0 && sense.Frame == "that") (condition, prevents) = Condition(cue);
        int[] cut = condition < 0 ? [.. without] : [.. without, condition];
        // A clause of its own beside it is no part of it.
        // Under one condition told first they are one outlook: "after X, A will fall and B will rise".
        int[] beside = condition >= 0 && condition < head ? [] : [.. s.Children(head).Where(c => c > head && s.Tokens[c].Relation is "conj" or "parataxis" && ClauseReader.IsClause(s, c) && s.Children(c).Any(k => s.Tokens[k].Relation == "nsubj"))];
        (int First, int Last) then = ClauseReader.Stretch(s, head, [.. cut, .. beside], sense.Frame is "that" or "object" or "of" ? cue + 1 : -1);
        if (from >= 0) then = (ClauseReader.Stretch(s, from, []).First, then.Last);
        (int First, int Last)? given = hypothesis >= 0 ? ClauseReader.Stretch(s, hypothesis, []) : condition >= 0 ? ClauseReader.Stretch(s, condition, [head]) : null;
        if (given is { } g && g.First <= then.First && then.Last <= g.Last) return null;
        if (condition >= 0 && given is { } apart && apart.First <= then.Last && then.First <= apart.Last) then = apart.First > head ? (then.First, Math.Max(head, apart.First - 1)) : (Math.Min(head, apart.Last + 1), then.Last);
        if (condition >= 0 && condition < head && given is { } early && Opening(head) is int start and > 0 && start - 1 > condition && start <= head)
        {
            given = ClauseReader.Trim(s, early.First, Math.Min(early.Last, start - 1), Math.Clamp(condition, early.First, start - 1));
            then = (Math.Max(then.First, start), then.Last);
            if (then.First > start) then = (start, then.Last);
        }
        // "Should X end, Y might …": the tree takes both for one clause.
        int turned = s.Tokens[0].Form == "Should" ? Enumerable.Range(1, Math.Max(0, head - 1)).LastOrDefault(t => s.Tokens[t].Form == ",", -1) : -1;
        if (given is null && turned > 2 && turned < head)
        {
            given = (1, turned - 1);
            then = (turned + 1, then.Last);
        }
        then = ClauseReader.Trim(s, then.First, then.Last, Math.Clamp(head, then.First, then.Last));
        // "Monday that X will …": from the clause on.
        if (Enumerable.Range(then.First, Math.Min(3, then.Last - then.First)).FirstOrDefault(t => s.Tokens[t] is { Lemma: "that", Relation: "mark" }, -1) is int that and >= 0 && that < head) then = (that + 1, then.Last);
        if (then.Last - then.First < 1) return null;
        double sure = 0.95;
        var actors = clauses.Codes(s, then).ToList();
        if (given is { } words) actors.AddRange(clauses.Codes(s, words).Where(c => !actors.Contains(c, StringComparer.Ordinal)));
        string? by = By(cue, clause, p, sense);
        // "It will come to that": of whom is told before.
        bool empty = sense.Frame == "voice" && Subject(head) is int what and >= 0 && s.Tokens[what].Upos is "PRON" or "DET" && s.Tokens[what].Lemma.ToLowerInvariant() is "it" or "this" or "that";
        if (empty && Subject(head) is int pronoun) actors.RemoveAll(c => passage.Mentions.Covering(s.Index, pronoun) is { } m && m.Codes.Contains(c, StringComparer.Ordinal));
        bool expert = clauses.Said(s, clause) is { SpeakerSector: Sector.Edu or Sector.Jrn };
        if (actors.Count == 0 && by is not null && (empty || sense.Frame is "that" or "object" || (sense.Frame == "clause" && expert)))
        {
            actors = [.. Before()];
            sure = 0.7;
        }
        if (actors.Count == 0) return null;
        return new Draft(head, then, prevents ? null : given, prevents ? given : null, Weigh(likelihood, sense, clause), by, actors, sure);
    }

    /// <summary>The pattern's likelihood, lowered by the clause's own modal and adverbs; theirs alone where the pattern gives none.</summary>
    private Likelihood Weigh(Likelihood? given, ExpectationSense sense, int clause)
    {
        Likelihood? own = Hedge(clause) ?? Modal(clause);
        if (given is not Likelihood told) return own ?? Likelihood.Likely;
        return told == Likelihood.Unlikely || own is null or Likelihood.Certain ? told : (Likelihood)Math.Max((int)told, (int)own.Value);
    }

    /// <summary>How likely an adverb of a clause makes it; null without one.</summary>
    private Likelihood? Hedge(int clause) => s.Children(clause).Where(c => s.Tokens[c].Relation == "advmod").Select(c => s.Tokens[c].Lemma.ToLowerInvariant() switch
    {
        "probably" or "likely" or "presumably" or "apparently" => Likelihood.Likely,
        "possibly" or "perhaps" or "maybe" or "potentially" => Likelihood.Possible,
        "certainly" or "inevitably" or "surely" or "undoubtedly" or "definitely" => Likelihood.Certain,
        "hardly" or "scarcely" or "barely" or "unlikely" => Likelihood.Unlikely,
        _ => (Likelihood?)null,
    }).FirstOrDefault(l => l is not null);

    /// <summary>How likely the modal of a clause makes it; null without a modal that looks ahead.</summary>
    private Likelihood? Modal(int clause)
    {
        foreach (int c in s.Children(clause).Where(c => s.Tokens[c].Relation is "aux" or "cop"))
        {
            switch (s.Tokens[c].Lemma.ToLowerInvariant())
            {
                case "will" or "'ll" or "’ll" or "shall" or "wo":
                    return Likelihood.Certain;
                case "would" or "should" or "must" or "'d" or "’d" or "ought":
                    return Likelihood.Likely;
                case "may" or "might" or "could" or "can" or "ca":
                    return Likelihood.Possible;
            }
        }
        return null;
    }

    /// <summary>True when the clause tells of what is to come: "can", "should" and "must" alone mostly tell what is allowed or right.</summary>
    private bool LooksAhead(int clause) => s.Children(clause).Any(c => s.Tokens[c].Relation == "aux" && s.Tokens[c].Lemma.ToLowerInvariant() is "will" or "'ll" or "’ll" or "wo" or "shall" or "would" or "may" or "might" or "could") || (s.Tokens[clause].Lemma is "ready" or "likely" or "unlikely" or "bound" or "prepared" or "able" or "set" or "about" && ClauseReader.Infinitive(s, clause) >= 0)
        || (s.Tokens[clause].Lemma == "go" && s.Tokens[clause].Xpos == "VBG" && ClauseReader.Infinitive(s, clause) >= 0);

    /// <summary>The clause that is the condition of another, and whether it prevents rather than brings it; −1 when there is none.</summary>
    private (int Head, bool Prevents) Condition(int clause)
    {
        for (int t = 0; t < s.Tokens.Count; t++)
        {
            string word = s.Tokens[t].Lemma.ToLowerInvariant();
            bool marks = word is "if" or "unless" or "once" && s.Tokens[t].Relation is "mark" or "advmod" || word is "when" && s.Tokens[t].Relation is "advmod" or "mark" || word is "provided" && s.Tokens[t].Relation == "mark";
            int head = s.Tokens[t].Head;
            if (word == "if" && t > 0 && s.Tokens[t - 1].Lemma.Equals("even", StringComparison.OrdinalIgnoreCase)) continue;   // a concession
            if (!marks || head < 0 || head == clause || !ClauseReader.IsClause(s, head)) continue;
            bool below = s.Tokens[head].Head == clause || (s.Tokens[head].Relation is "advcl" or "conj" && s.IsUnder(head, clause) && Math.Abs(head - clause) < 40);
            bool above = s.Tokens[clause].Head == head && s.Tokens[clause].Relation is "advcl" or "ccomp" or "parataxis" && head < clause;   // "that when X …, Y will …": hung the wrong way round
            if (below || above) return (head, word == "unless");
        }
        // "in case of war", "after its arrival in X": a happening that is still to come.
        foreach (int c in s.Children(clause).Where(c => s.Tokens[c].Relation == "obl" && s.Tokens[c].Upos == "NOUN"))
        {
            string[] before = [.. s.Children(c).Where(k => s.Tokens[k].Relation is "case" or "fixed").SelectMany(k => s.Subtree(k)).Select(k => s.Tokens[k].Lemma.ToLowerInvariant())];
            // In the report's own words "after his arrival" dates a plan.
            bool turn = clauses.Said(s, clause) is not null && codebook.Is(s.Tokens[c].Lemma.ToLowerInvariant(), "@turn");
            if (turn && before.Any(w => w is "after" or "upon" or "without" or "with") && s.Children(c).Any(k => s.Tokens[k].Relation is "nmod")) return (c, false);
            if (before is ["in", "case", ..] or ["case", ..]) return (c, false);
        }
        return (-1, false);
    }

    private bool IsUnderCondition(int verb)
    {
        for (int w = verb, steps = 0; w >= 0 && steps < 6; w = s.Tokens[w].Head, steps++)
        {
            if (s.Children(w).Any(c => c < w && s.Tokens[c].Relation == "mark" && s.Tokens[c].Lemma.ToLowerInvariant() is "if" or "unless" or "whether") && w == verb) return true;
        }
        return false;
    }

    /// <summary>The first word of the main clause after a condition: after the comma right before its subject and modal; −1 when the words do not stand so.</summary>
    private int Opening(int head)
    {
        int modal = s.Children(head).Where(c => c < head && s.Tokens[c].Relation == "aux").DefaultIfEmpty(-1).First();
        int t = modal - 1;
        while (t > 0 && s.Tokens[t].Upos is "DET" or "ADJ" or "NOUN" or "PROPN" or "PRON" or "NUM" or "PART" or "ADV") t--;
        return t > 0 && t < modal - 1 && s.Tokens[t].Form == "," ? t + 1 : -1;
    }

    private int Subject(int verb)
    {
        int own = s.Children(verb).LastOrDefault(c => c < verb && s.Tokens[c].Relation == "nsubj", s.Child(verb, "nsubj"));
        if (own >= 0) return own;
        return s.Tokens[verb].Relation is "conj" or "xcomp" && s.Tokens[verb].Head >= 0 ? Subject(s.Tokens[verb].Head) : -1;
    }

    private int OfPhrase(int noun)
    {
        int gerund = ClauseReader.After(s, noun, "of", true);
        return gerund >= 0 ? gerund : ClauseReader.After(s, noun, "of", false);
    }

    /// <summary>Who expects: the speaker whose words these are; else the person or body that is the subject of "expects".</summary>
    private string? By(int cue, int clause, Predicate p, ExpectationSense sense)
    {
        if (sense.Pos is "verb" or "adj" && sense.Frame is "that" or "object" && p.Fill("subject") is [int who, ..] && s.Tokens[who].Upos != "PRON")
        {
            ActorMention? m = passage.Mentions.Covering(s.Index, who);
            if (m is { Name: not null } && m.IsPerson) return m.Name;
            if (m is null && s.Tokens[who].Upos == "NOUN" && clauses.Said(s, clause) is null) return clauses.Cut(s, ClauseReader.Stretch(s, who, [cue])) is { Length: < 60 } role ? role : null;
        }
        return (clauses.Said(s, clause) ?? clauses.Said(s, cue))?.Speaker;
    }

    /// <summary>The organisation or format that a sentence of "the summit" is about: the one spoken of most before it; else the one spoken of last, else the actors of the sentence before.</summary>
    private IReadOnlyList<string> Before()
    {
        bool body = s.Tokens.Any(t => t.Lemma is "summit" || (codebook.ShortForms.TryGetValue(t.Lemma.ToLowerInvariant(), out string? kind) && kind == "organisation"));
        if (body)
        {
            string? most = Enumerable.Range(0, s.Index).SelectMany(i => passage.Mentions.In(i)).Where(m => m.Codes.Count == 1 && !m.IsPerson && world.Actor(m.Codes[0])?.Kind is ActorKind.Organisation or ActorKind.Bloc or ActorKind.Format)
                .GroupBy(m => m.Codes[0], StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
            if (most is not null) return [most];
        }
        for (int i = s.Index - 1; i >= Math.Max(0, s.Index - Back); i--)
        {
            ActorMention? m = passage.Mentions.In(i).LastOrDefault(m => m.Codes.Count == 1 && !m.IsPerson && world.Actor(m.Codes[0])?.Kind is ActorKind.Organisation or ActorKind.Bloc or ActorKind.Format);
            if (m is not null) return m.Codes;
        }
        if (s.Index == 0) return [];
        Sentence before = passage.Sentences[s.Index - 1];
        return before.Tokens.Count == 0 ? [] : clauses.Codes(before, (0, before.Tokens.Count - 1));
    }

    private bool Holds(Predicate p, string slot, Words words)
    {
        if (slot == "above") return s.Tokens[p.Token].Head is int above and >= 0 && words.All.Any(w => codebook.Is(s.Tokens[above].Lemma.ToLowerInvariant(), w));
        if (slot == "passive") return p.IsPassive;
        if (slot == "negated") return StatusFinder.IsNegated(s, p.Token);
        if (slot == "finite") return s.Tokens[p.Token].Xpos is not "VBG" and not "VBN";
        // "will not come to X, but Y must …": the outlook of the clause joined before.
        if (slot == "conjoined") return s.Tokens[p.Token].Relation == "conj" && s.Tokens[p.Token].Head is int first and >= 0 && s.Children(first).Any(c => s.Tokens[c].Relation == "aux" && words.All.Contains(s.Tokens[c].Lemma.ToLowerInvariant(), StringComparer.Ordinal));
        if (slot == "lemma") return words.All.Any(w => codebook.Is(s.Tokens[p.Token].Lemma.ToLowerInvariant(), w));
        IReadOnlyList<int> fillers = slot == "subject" && Subject(p.Token) is int own and >= 0 ? [own] : p.Fill(slot);
        if (words.All.Contains("@actor")) return parties.Of(s, fillers).Any(f => f.Party.Code != "UNK");
        if (words.All.Contains("@named") && fillers.Any(f => passage.Mentions.AtHead(s.Index, f) is { Codes.Count: > 0, Kind: MentionKind.Name or MentionKind.Demonym or MentionKind.Seat or MentionKind.Person })) return true;
        return fillers.Count > 0 && words.All.Any(w => w == "*" || fillers.Any(f => codebook.Is(s.Tokens[f].Lemma.ToLowerInvariant(), w)));
    }
}
