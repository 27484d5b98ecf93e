using System.Text.Json;
using Annalist.Language;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Coding;

/// <summary>Finds what states and their like want of others: goals, attempts, wishes, purposes (codebook 7b). Only outward aims of political actors.</summary>
internal sealed class AimCoder
{
    private readonly World world;
    private readonly Codebook codebook;
    private readonly string dataVersion;
    private readonly ByWord<AimSense> senses;

    /// <summary>Reads the patterns.</summary>
    /// <exception cref="DataFileException">The file is missing or broken.</exception>
    public AimCoder(World world, Codebook codebook, string file, string dataVersion)
    {
        this.world = world;
        this.codebook = codebook;
        this.dataVersion = dataVersion;
        if (!File.Exists(file)) throw new DataFileException(file, null, "the file is missing: give the program's data folder, or build it anew");
        try
        {
            Senses = JsonSerializer.Deserialize(File.ReadAllText(file), AimJson.Default.ListAimSense) ?? [];
        }
        catch (JsonException e)
        {
            throw new DataFileException(file, $"line {e.LineNumber + 1}, {e.Path}", e.Message, e);
        }
        senses = new ByWord<AimSense>(Senses.SelectMany(x => x.Lemma.All.Select(l => (l, x.Pos, x))));
    }

    /// <summary>All patterns with their examples.</summary>
    public IReadOnlyList<AimSense> Senses { get; }

    /// <summary>Aims of a passage, in text order; one at each words that tell it.</summary>
    public IReadOnlyList<Aim> Code(Passage passage, IReadOnlyList<EventCoder.Coded> events, IReadOnlyList<Statement> statements)
    {
        var parties = new PartyFinder(world, passage, statements);
        var clauses = new ClauseReader(world, passage, parties, events);
        var slots = new TieSlots(world, codebook, passage, parties);
        var aims = new List<Aim>();
        foreach (Sentence s in passage.Sentences)
        {
            if (s.Text.TrimEnd('"', '”', '’', ' ', '\'').EndsWith('?')) continue;
            var taken = new HashSet<int>();
            for (int i = 0; i < s.Tokens.Count; i++)
            {
                string lemma = s.Tokens[i].Lemma.ToLowerInvariant();
                bool participle = s.Tokens[i].Xpos == "VBN" && senses.Knows(s.Tokens[i].Form.ToLowerInvariant());
                if (!senses.Knows(lemma) && !participle) continue;
                if (Purpose(passage, s, i, clauses, taken) is { Count: > 0 } purpose) aims.AddRange(purpose);
                if (Predicate.At(s, codebook, i) is not Predicate p) continue;
                // "are determined to": a participle that the tagger takes for a passive verb.
                IEnumerable<AimSense> held = p.IsPassive && s.Tokens[i].Xpos == "VBN" ? senses[lemma, "adj"].Concat(senses[s.Tokens[i].Form.ToLowerInvariant(), "adj"]) : [];
                foreach (AimSense sense in senses[lemma, p.Pos].Concat(held))
                {
                    if (Match(passage, s, p, sense, parties, slots, clauses, taken) is not { Count: > 0 } found) continue;
                    aims.AddRange(found);
                    break;
                }
            }
        }
        return aims;
    }

    /// <summary>What an act is done for: "closed the border <b>in order to</b> …"; its actor wants it.</summary>
    private IReadOnlyList<Aim> Purpose(Passage passage, Sentence s, int word, ClauseReader clauses, HashSet<int> taken)
    {
        AimSense? sense = senses[s.Tokens[word].Lemma.ToLowerInvariant(), "mark"].FirstOrDefault();
        if (sense is null || word == 0 || word + 2 >= s.Tokens.Count || s.Tokens[word - 1].Lemma.ToLowerInvariant() is not ("in" or "so") || s.Tokens[word + 1].Lemma != "to") return [];
        int head = s.Tokens[word + 1].Head;
        int act = head > word ? s.Tokens[head].Head : -1;
        if (act < 0 || act > word || s.Tokens[act].Upos != "VERB" || StatusFinder.IsNegated(s, act) || Predicate.At(s, codebook, act) is not Predicate p || p.IsPassive) return [];
        PartyFinder.Found[] who = [.. clauses.Subjects(s, p).Where(f => IsPolitical(s, f))];
        string[] of = [.. who.Select(w => w.Party.Code).Distinct(StringComparer.Ordinal)];
        (int First, int Last) at = ClauseReader.Stretch(s, head, [], word + 1);
        string[] toward = [.. clauses.Codes(s, at).Where(c => !of.Contains(c, StringComparer.Ordinal))];
        if (of.Length == 0 || at.Last <= at.First || (toward.Length == 0 && !Outward(s, at)) || !taken.Add(head)) return [];
        return [.. of.Select(code => Build(passage, s, word, sense, code, clauses.Cut(s, at), toward, clauses.Said(s, word)?.Speaker, who.Min(w => w.Confidence)))];
    }

    private List<Aim> Match(Passage passage, Sentence s, Predicate p, AimSense sense, PartyFinder parties, TieSlots slots, ClauseReader clauses, HashSet<int> taken)
    {
        if (!sense.If.All(c => Holds(s, p, c.Key, c.Value, parties)) || sense.Unless.Any(c => Holds(s, p, c.Key, c.Value, parties)) || StatusFinder.IsNegated(s, p.Token)) return [];
        foreach (string place in sense.Matter)
        {
            int head = Matter(s, p, place);
            if (head < 0 || taken.Contains(head)) continue;
            int from = place == "object" ? -1 : p.Token + 1;
            // "to win X and an attempt to lose Y" are two aims.
            int[] others = [.. s.Subtree(head).Where(t => t > head && (s.Tokens[t].Relation == "conj" || s.Child(t, "cc") >= 0) && senses.Contains(s.Tokens[t].Lemma.ToLowerInvariant(), "noun") && ClauseReader.Infinitive(s, t) >= 0)];
            (int First, int Last) at = ClauseReader.Stretch(s, head, others, from);
            if (place == "to" && s.Children(head).FirstOrDefault(c => c < head && c > p.Token && s.Tokens[c] is { Relation: "mark", Lemma: "to" }, -1) is int to and >= 0) at = (to, at.Last);
            if (place != "object") at = (at.First, Predicated(s, head, at.Last));
            // The copula and the preposition that lead to it are no part of it.
            while (at.First < head && (s.Tokens[at.First] is { Relation: "cop" } || (s.Tokens[at.First].Relation == "case" && s.Tokens[at.First].Head == head) || (s.Tokens[at.First] is { Relation: "mark", Lemma: not "to" }))) at = (at.First + 1, at.Last);
            if (place == "object-to" && p.Fill("object") is [int one, ..] && one < head && one > p.Token) at = (ClauseReader.Stretch(s, one, [head, p.Token], from).First, at.Last);
            if (at.Last - at.First < 1 || at.First <= p.Token && place != "subject") continue;
            IReadOnlyList<PartyFinder.Found> wanters = Wanters(s, p, sense, parties, slots, clauses);
            if (wanters.Count == 0) return [];
            string[] of = [.. wanters.Select(w => w.Party.Code).Distinct(StringComparer.Ordinal)];
            var toward = clauses.Codes(s, at).Where(c => !of.Contains(c, StringComparer.Ordinal)).ToList();
            foreach (string slot in sense.Toward)
            {
                IReadOnlyList<int> fillers = slot == "aboveobject" ? Above(s, p) : p.Fill(slot);
                foreach (string code in parties.Of(s, fillers).Select(f => f.Party.Code).Where(c => c != "UNK" && !of.Contains(c, StringComparer.Ordinal) && !toward.Contains(c, StringComparer.Ordinal))) toward.Add(code);
            }
            if (toward.Count == 0 && !Outward(s, at)) continue;
            taken.Add(head);
            var found = new List<Aim>();
            foreach (int other in others)
            {
                int second = ClauseReader.Infinitive(s, other);
                (int First, int Last) there = ClauseReader.Stretch(s, second, [], other + 1);
                if (!taken.Add(second) || there.Last <= there.First) continue;
                found.AddRange(of.Select(code => Build(passage, s, other, sense, code, clauses.Cut(s, there), [.. clauses.Codes(s, there).Where(c => !of.Contains(c, StringComparer.Ordinal))], clauses.Said(s, p.Token)?.Speaker, wanters.Min(w => w.Confidence))));
            }
            return [.. of.Select(code => Build(passage, s, p.Token, sense, code, clauses.Cut(s, at), toward, clauses.Said(s, p.Token)?.Speaker, wanters.Min(w => w.Confidence))), .. found];
        }
        return [];
    }

    /// <summary>The object of the verb that the word hangs on.</summary>
    private IReadOnlyList<int> Above(Sentence s, Predicate p)
    {
        for (int w = s.Tokens[p.Token].Head, steps = 0; w >= 0 && steps < 3; w = s.Tokens[w].Head, steps++)
        {
            if (s.Tokens[w].Upos == "VERB" && Predicate.At(s, codebook, w) is Predicate verb) return verb.Fill("object");
        }
        return [];
    }

    private static int Matter(Sentence s, Predicate p, string place)
    {
        if (place is "to" or "object-to")
        {
            int to = ClauseReader.Infinitive(s, p.Token);
            return place == "to" || to < 0 || p.Fill("object").Any(o => o > p.Token && o < to) ? to : -1;
        }
        if (place == "object") return p.Fill("object") is [int o, ..] && o > p.Token ? o : -1;
        if (place == "to-np") return ClauseReader.After(s, p.Token, "to", false);
        bool gerund = place.EndsWith("-ing", StringComparison.Ordinal);
        return ClauseReader.After(s, p.Token, gerund ? place[..^4] : place, gerund);
    }

    private IReadOnlyList<PartyFinder.Found> Wanters(Sentence s, Predicate p, AimSense sense, PartyFinder parties, TieSlots slots, ClauseReader clauses)
    {
        foreach (string slot in sense.Of)
        {
            IReadOnlyList<PartyFinder.Found> found = slot switch
            {
                "clausesubject" => slots.Of(s, p, slot),
                "subject" when p.IsPassive && sense.Pos == "adj" => parties.Of(s, p.Fill("object")),
                "subject" => clauses.Subjects(s, p),
                "is" => Said(s, p, parties),
                // "important for X to buy": the tree makes X the subject of the infinitive.
                "for" when p.Fill("for").Count == 0 && ClauseReader.Infinitive(s, p.Token) is int to && to >= 0 && s.Child(to, "nsubj") is int buyer && buyer >= 0 => parties.Of(s, [buyer]),
                _ => parties.Of(s, p.Fill(slot)),
            };
            PartyFinder.Found[] political = [.. parties.Reduce([.. found.Where(f => IsPolitical(s, f))])];
            if (political.Length > 0) return political;
            if (found.Count > 0 && found.Any(f => f.Party.Code != "UNK")) return [];
            // "those outside powers that try to …": a power all the same, whichever it is.
            int nameless = p.Fill(slot).FirstOrDefault(t => codebook.Is(s.Tokens[t].Lemma.ToLowerInvariant(), "@power"), -1);
            if (nameless >= 0) return [new PartyFinder.Found(new Party("UNK", Sector.Gov, null, s.Tokens[nameless].Form, s.Tokens[nameless].Span), 0.6, [NoteIds.ActorUnresolved], nameless)];
        }
        return [];
    }

    /// <summary>"the wish to buy gas <b>is old</b>": what is said of the aim is not of its words; the last word that is.</summary>
    private static int Predicated(Sentence s, int head, int last)
    {
        for (int t = head + 1; t <= last; t++)
        {
            if (s.Tokens[t].Relation is "mark" or "nsubj" && s.Tokens[t].Lemma is "that" or "which" or "who" or "so" or "because" or "as" or "while" or "what") return last;
            if (s.Tokens[t].Xpos is "VBZ" or "VBD" or "VBP" or "MD" && s.Tokens[t].Relation is "cop" or "aux" && !Enumerable.Range(head + 1, t - head - 1).Any(k => s.Tokens[k].Form == ",")) return t - 1;
        }
        return last;
    }

    /// <summary>Of what the noun is said ("the visit <b>is an attempt</b>"); not of a bare "it", which stands for what was told before.</summary>
    private static IReadOnlyList<PartyFinder.Found> Said(Sentence s, Predicate p, PartyFinder parties)
    {
        if (s.Child(p.Token, "cop") < 0) return [];
        int subject = s.Child(p.Token, "nsubj");
        // Where the subject was hung beside the noun ("…, and X's offer is an attempt"), it is the noun joined last before.
        if (subject < 0 && s.Tokens[p.Token].Head is int head and >= 0) subject = s.Children(head).LastOrDefault(c => c < p.Token && s.Tokens[c].Relation == "conj" && s.Tokens[c].Upos is "NOUN" or "PROPN", -1);
        // … or it is the joined noun whose words end right before the copula.
        int cop = s.Child(p.Token, "cop");
        if (subject < 0) subject = Enumerable.Range(0, cop).LastOrDefault(c => s.Tokens[c].Relation == "conj" && s.Tokens[c].Upos is "NOUN" or "PROPN" && s.Subtree(c)[^1] == cop - 1, -1);
        return subject < 0 || s.Tokens[subject].Upos is "PRON" or "DET" ? [] : parties.Of(s, [subject]);
    }

    private bool IsPolitical(Sentence s, PartyFinder.Found f) => world.Actor(f.Party.Code) is { } actor
        && actor.Kind is not (ActorKind.Treaty or ActorKind.Project)
        && f.Party.Sector is Sector.Gov or Sector.Mil or Sector.Leg or Sector.Spy or Sector.Igo or Sector.Reb or Sector.Uaf or Sector.Prm or Sector.Unk
        && !codebook.Is(s.Tokens[f.Token].Lemma.ToLowerInvariant(), "@private");

    /// <summary>True when a word of the stretch is of the outside world: borders, bases, influence, trade.</summary>
    private bool Outward(Sentence s, (int First, int Last) at) => Enumerable.Range(at.First, at.Last - at.First + 1).Any(t => codebook.Is(s.Tokens[t].Lemma.ToLowerInvariant(), "@outward"));

    private bool Holds(Sentence s, Predicate p, string slot, Words words, PartyFinder parties)
    {
        if (slot == "particle") return p.Particles.Any(l => words.All.Contains(l, StringComparer.Ordinal)) || s.Children(p.Token).Any(c => words.All.Contains(s.Tokens[c].Lemma, StringComparer.Ordinal));
        if (slot == "modal") return s.Children(p.Token).Any(c => s.Tokens[c].Relation == "aux" && words.All.Contains(s.Tokens[c].Lemma.ToLowerInvariant(), StringComparer.Ordinal));
        if (slot == "infinitive") return ClauseReader.Infinitive(s, p.Token) is int to and >= 0 && words.All.Any(w => codebook.Is(s.Tokens[to].Lemma.ToLowerInvariant(), w));
        if (slot == "above") return s.Tokens[p.Token].Head is int above and >= 0 && words.All.Any(w => codebook.Is(s.Tokens[above].Lemma.ToLowerInvariant(), w));
        IReadOnlyList<int> fillers = p.Fill(slot);
        if (words.All.Contains("@actor")) return parties.Of(s, fillers).Any(f => f.Party.Code != "UNK");
        return fillers.Count > 0 && words.All.Any(w => w == "*" || fillers.Any(f => codebook.Is(s.Tokens[f].Lemma.ToLowerInvariant(), w)));
    }

    private Aim Build(Passage passage, Sentence s, int cue, AimSense sense, string of, string matter, IReadOnlyList<string> toward, string? by, double confidence) => new()
    {
        Id = FindingIds.Of('a', passage.Report, passage.Part, s.Tokens[cue].Span, of, matter),
        Report = passage.Report.Label,
        Sentence = s.Text,
        Span = s.Span,
        In = passage.Part,
        Of = of,
        Matter = matter,
        Toward = toward,
        AscribedBy = by,
        Confidence = Math.Round(Math.Clamp(confidence * sense.Confidence, 0.02, 0.98), 3),
        Rule = "aim:" + sense.Id,
        Data = dataVersion,
        Notes = of == "UNK" ? [NoteIds.ActorUnresolved] : [],
    };
}
