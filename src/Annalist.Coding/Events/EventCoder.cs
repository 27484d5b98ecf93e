using Annalist.Language;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Coding;

/// <summary>
/// Finds who did what to whom: predicates of the lexicon, their parties from the slots of their frames, status, date,
/// place, context and attribution (codebook 3). Pure; thread-safe.
/// </summary>
internal sealed partial class EventCoder(World world, Codebook codebook, DateWords times, string dataVersion)
{
    private readonly StatusFinder status = new(codebook);
    private readonly EventDetails details = new(codebook, world);
    private readonly PlaceFinder places = new(codebook, world);

    /// <summary>An event with the senses that were weighed and lost.</summary>
    public sealed record Coded(Event Event, Sense Sense, IReadOnlyList<string> Rivals);

    /// <summary>Codes the events of a passage, in text order.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="dates">Its date phrases.</param>
    /// <param name="statements">Statements found in it: they attribute acts and lend "we" a speaker.</param>
    public IReadOnlyList<Coded> Code(Passage passage, DateTable dates, IReadOnlyList<Statement> statements)
    {
        var parties = new PartyFinder(world, passage, statements, dates, codebook);
        var topic = new Topic(world, codebook);
        var scenes = new SceneFinder(world, codebook, passage);
        var carrier = new DateCarrier(passage, dates, times);
        var all = new List<Coded>();
        foreach (Sentence s in passage.Sentences)
        {
            if (s.Tokens.Count == 0) continue;
            foreach (Coded c in Sentence(passage, s, dates, carrier, parties, topic, scenes))
            {
                topic.Add(s.Index, c.Event);
                scenes.Add(s.Index, c.Event);
                all.Add(c);
            }
        }
        return all;
    }

    /// <summary>Every sense of every word of a sentence and why it did not fit; for a person who edits the lexicon.</summary>
    public IReadOnlyList<string> Weigh(Passage passage, Sentence s)
    {
        var parties = new PartyFinder(world, passage, [], null, codebook);
        var told = new List<string>();
        for (int i = 0; i < s.Tokens.Count; i++)
        {
            if (Predicate.At(s, codebook, i) is not { } p) continue;
            foreach (Sense sense in codebook.SensesOf(s.Tokens[i].Lemma.ToLowerInvariant(), p.Pos))
            {
                Candidate? c = Fits(passage, s, p, sense, parties, out string why);
                told.Add($"{s.Tokens[i].Form}: {sense.Id} ({Codes.Of(sense.Type)}) {(c is null ? "no: " + why : "fits")}");
            }
        }
        return told;
    }

    private List<Coded> Sentence(Passage passage, Sentence s, DateTable dates, DateCarrier carrier, PartyFinder parties, Topic topic, SceneFinder scenes)
    {
        var found = new List<Candidate>();
        for (int i = 0; i < s.Tokens.Count; i++)
        {
            string lemma = s.Tokens[i].Lemma.ToLowerInvariant();
            if (!codebook.HasSenses(lemma) || Predicate.At(s, codebook, i) is not Predicate p) continue;
            IReadOnlyList<Sense> senses = codebook.SensesOf(lemma, p.Pos);
            if (senses.Count == 0) continue;
            var fitting = new List<Candidate>();
            foreach (Sense sense in senses)
            {
                if (Fits(passage, s, p, sense, parties, out _) is Candidate c) fitting.Add(c);
            }
            if (fitting.Count == 0) continue;
            // The most particular sense wins: more conditions, then more parties; the file's order decides a tie.
            Candidate best = fitting.OrderByDescending(c => c.Weight).First();
            found.Add(best with { Rivals = [.. fitting.Where(c => c != best).Select(c => c.Sense.Id)] });
        }
        found = Prune(s, [.. found.Select(c => c with { Reading = status.Find(s, c.Predicate, c.Sense.Type) })]);
        var result = new List<Coded>();
        foreach (Candidate c in found)
        {
            StatusFinder.Reading reading = c.Reading;
            if (reading.Status is not EventStatus told) continue;
            if (s.Text.TrimEnd('"', '”', '’', ' ', '\'').EndsWith('?') && told is not EventStatus.Denied) continue;
            Candidate r = told == EventStatus.Denied && StatusFinder.IsRefusal(s, c.Predicate) ? Refusal(s, c, parties) : c;
            if (r != c) told = EventStatus.Occurred;
            r = Together(Inside(s, r, parties));
            Event built = ByTeller(s, r.Predicate, Build(passage, s, r, r.Sense.Status is EventStatus.Occurred && status.IsStandingRefusal(s, r.Predicate) ? EventStatus.Ongoing : r.Sense.Status ?? told, reading.Modality, dates, carrier, parties), parties);
            Event? e = topic.Complete(s.Index, built, r.Sense, r.Predicate.Complements.Any(x => codebook.Is(s.Tokens[x].Lemma, "@mediating")), Meant(s, r.Predicate));
            if (e is not null && !IsPrivate(e = Unnamed(passage, s, r, e, parties))) result.Add(new Coded(scenes.Complete(s, r.Predicate, e), r.Sense, r.Rivals));
        }
        return MarkMain(s, result);
    }

    /// <summary>Whom no pack knows and no act before tells is kept in the report's words: "investigates <b>the jets</b>".</summary>
    private Event Unnamed(Passage passage, Sentence s, Candidate c, Event e, PartyFinder parties)
    {
        IReadOnlyList<Party> First(IReadOnlyList<string> slots) => slots.Select(x => parties.Unnamed(s, c.Predicate.Fill(x))).FirstOrDefault(x => x.Count > 0) ?? [];
        if (e.Recipients.All(r => r.Code == "UNK") && !IsMutual(c.Sense) && e.Type is EventType.Aid or EventType.Mobilize or EventType.Assault or EventType.Coerce or EventType.Retreat && details.Ground(passage, s, c.Predicate, e.Type, e.Actors) is Party ground) return e with { Recipients = [ground] };
        if (e.Recipients.Count == 0 && (!IsMutual(c.Sense) || c.Plain >= 0)) e = e with { Recipients = [.. UnnamedRecipients(s, c, parties).Where(r => !e.Actors.Any(a => a.Span is { } x && x.Overlaps(r.Span!.Value)))] };
        if (!e.Actors.All(a => a.Code == "UNK" && a.Mention is null)) return e;
        List<Party> doers = [.. First(c.Sense.Actor).Where(a => !e.Recipients.Any(r => r.Span is { } x && x.Overlaps(a.Span!.Value)))];
        return doers.Count > 0 ? e with { Actors = doers } : e;
    }

    /// <summary>
    /// What private people say, agree, give and pay visits to is no politics, unless it is said to or of those who govern. Whom no pack knows and no role
    /// tells is taken for private; a visited country says nothing of the visitor.
    /// </summary>
    private bool IsPrivate(Event e)
    {
        if (codebook.Type(e.Type).Quad is 4 || e.Actors.All(a => a.Mention is null)) return false;
        if (!e.Actors.Concat(e.Recipients).Any(IsPublic)) return true;
        if (e.Actors.Any(a => !IsPrivate(a))) return false;
        return e.Modes.Contains("visit") || !e.Recipients.Any(IsPublic);
    }

    private static bool IsPublic(Party p) => p.Code != "UNK" ? p.Sector is not (Sector.Cvl or Sector.Edu) : IsPublic(p.Sector);

    /// <summary>True for those who govern, fight, judge or lead.</summary>
    public static bool IsPublic(Sector s) => s is Sector.Gov or Sector.Mil or Sector.Leg or Sector.Jud or Sector.Cop or Sector.Spy or Sector.Pty or Sector.Opp or Sector.Reb or Sector.Prm or Sector.Uaf or Sector.Igo or Sector.Lab;

    private bool IsPrivate(Party p) => p.Sector == Sector.Cvl
        || (p.Sector == Sector.Unk && p.Mention is string m && (p.Name is not null || Codebook.LastWord(m) is [>= 'A' and <= 'Z', ..] || m.ToLowerInvariant() is "he" or "she" or "they" or "it" or "him" or "his" or "her" or "their" or "them" || codebook.Is(Codebook.LastWord(m).ToLowerInvariant(), "@person")));

    /// <summary>Who says that he will not help, yield or meet refuses it: REJECT of that mode (PLOVER manual). The candidate itself where its subject is nobody known.</summary>
    private static Candidate Refusal(Sentence s, Candidate c, PartyFinder parties)
    {
        string? mode = c.Sense.Type switch
        {
            EventType.Aid or EventType.Cooperate or EventType.Support => "assist",
            EventType.Concede or EventType.Retreat => "yield",
            EventType.Consult => "meet",
            _ => null,
        };
        IReadOnlyList<PartyFinder.Found> who = parties.Of(s, c.Predicate.Fill("subject"));
        if (mode is null || !who.Any(f => f.Party.Code != "UNK" || f.Party.Sector != Sector.Unk)) return c;
        List<PartyFinder.Found> toward = [.. c.Recipients];
        Add(toward, [.. c.Actors.Where(a => !who.Any(w => PartyFinder.Same(w.Party, a.Party)))]);
        return c with { Sense = c.Sense with { Type = EventType.Reject, Modes = [mode], Mutual = false }, Actors = who, Recipients = toward };
    }

    private bool IsMutual(Sense sense) => sense.Mutual || (codebook.Type(sense.Type).Mutual && !sense.Modes.Contains("visit") && !sense.Modes.Contains("third-party"));

    private sealed record Candidate(Sense Sense, Predicate Predicate, IReadOnlyList<PartyFinder.Found> Actors, IReadOnlyList<PartyFinder.Found> Recipients, double Weight)
    {
        public IReadOnlyList<string> Rivals { get; init; } = [];

        public StatusFinder.Reading Reading { get; init; }

        /// <summary>The noun inside of what was done that tells, without a name, toward whom; −1 when there is none.</summary>
        public int Plain { get; init; } = -1;
    }

    private Candidate? Fits(Passage passage, Sentence s, Predicate p, Sense sense, PartyFinder parties, out string why)
    {
        why = "";
        if (sense.Lemma.Contains(' ', StringComparison.Ordinal) && !PhraseAt(s, p.Token, sense.Lemma))
        {
            why = "another phrase";
            return null;
        }
        foreach ((string slot, Words words) in sense.If)
        {
            if (Holds(passage, s, p, slot, words, parties)) continue;
            why = "if " + slot;
            return null;
        }
        foreach ((string slot, Words words) in sense.Unless)
        {
            if (!Holds(passage, s, p, slot, words, parties) || (p.Pos == "verb" && words.All.Contains("*") && IsPreposition(slot) && !p.HasOwn(slot))) continue;
            why = "unless " + slot;
            return null;
        }
        bool mutual = IsMutual(sense);
        var actors = new List<PartyFinder.Found>();
        foreach (string slot in sense.Actor)
        {
            IReadOnlyList<PartyFinder.Found> filled = parties.Of(s, Public(s, sense, p.Fill(slot)));
            Add(actors, filled);
            if (actors.Count > 0 && !mutual) break;
        }
        // "the strikers accepted", "nearly forty countries agreed": a crowd that no pack knows speaks for itself.
        if (actors.Count == 0 && p.Pos == "verb" && codebook.Type(sense.Type).Quad is 1 or 3 || sense.Type == EventType.Protest && actors.Count == 0) Add(actors, Crowd(s, Public(s, sense, sense.Actor.SelectMany(p.Fill).Take(4).ToList()), parties));
        var recipients = new List<PartyFinder.Found>();
        // The first slot with somebody known; else the first with anybody. "Its troops" are no party to their own state's offer of them.
        // Nobody visits himself, and no organisation asks itself.
        bool own = sense.Type is EventType.Agree or EventType.Aid || (sense.Type == EventType.Consult && !sense.If.ContainsKey("recipient")) || actors.Exists(a => world.Actor(a.Party.Code)?.Kind is ActorKind.Organisation or ActorKind.Bloc);
        foreach (string slot in sense.Recipient)
        {
            List<PartyFinder.Found> filled = [.. parties.Of(s, Public(s, sense, p.Fill(slot)), !mutual).Where(r => !actors.Exists(a => PartyFinder.Same(a.Party, r.Party) || (own && r.Party.Code != "UNK" && r.Party.Code == a.Party.Code)))];
            if (recipients.Count > 0 && filled.All(r => r.Party.Code == "UNK")) continue;
            recipients.Clear();
            Add(recipients, filled);
            if (recipients.Exists(r => r.Party.Code != "UNK")) break;
        }
        if (recipients.Count == 0 && p.SwappedRecipient.Count > 0) Add(recipients, parties.Of(s, p.SwappedRecipient));
        if (mutual)
        {
            Add(actors, recipients);
            recipients.Clear();
            actors = [.. parties.Reduce(actors)];
        }
        // "the Danish king visited the republic": a visitor's own state is none that he visits.
        bool named = recipients.Count > 0;
        if (sense.Modes.Contains("visit") && recipients.All(r => r.Party.Code != "UNK" && actors.Exists(a => a.Party.Code == r.Party.Code))) recipients.Clear();
        bool one = actors.Select(a => a.Party.Code).Distinct(StringComparer.Ordinal).Count() == 1;
        if (recipients.Count == 0 && (mutual ? one && sense.Type == EventType.Agree : sense.Recipient.Count > 0)) Add(recipients, Below(s, p, parties, actors));
        if (recipients.Count == 0 && sense.If.ContainsKey("recipient") && !named)
        {
            why = "no recipient";
            return null;
        }
        bool stands = Stands(s, p, sense, passage);
        if (actors.Count == 0 && recipients.Count == 0 && !stands)
        {
            why = "no party";
            return null;
        }
        bool resolved = actors.Exists(a => a.Party.Code != "UNK") || recipients.Exists(r => r.Party.Code != "UNK");
        if (sense.Type == EventType.Consult && mutual && p.Pos == "verb" && !stands && sense.Actor.Count > 1 && actors.Select(f => f.Party.Code).Distinct(StringComparer.Ordinal).Count() < 2
            && actors.All(f => f.Party.Code == "UNK" || world.Actor(f.Party.Code)?.Kind is ActorKind.State))
        {
            why = "one state with nobody, or with what is its own";
            return null;
        }
        if (p.Pos == "noun" && p.Light < 0)
        {
            bool enough = resolved || (actors.Count > 0 && recipients.Count > 0);
            if (!enough && !stands)
            {
                why = "too few parties for a bare noun";
                return null;
            }
        }
        // An act that somebody suffers with nobody named to do it is told all the same; a speech act without a speaker is not.
        if (actors.Count == 0 && !stands && (!resolved || codebook.Type(sense.Type).Quad is 1 or 3))
        {
            why = "no actor";
            return null;
        }
        // That an actor does it is asked of every act and makes no sense more particular.
        int particular = sense.General ? 0 : sense.If.Count(c => c.Key != "subject" || c.Value.All is not ["@actor"]);
        double weight = (particular * 2) + (actors.Count > 0 ? 1 : 0) + (recipients.Count > 0 ? 1.5 : 0) + (sense.Lemma.Contains(' ', StringComparison.Ordinal) ? 2 : 0);
        return new Candidate(sense, p, actors, recipients, weight);
    }

    /// <summary>Singers, cooks, runners and the like say and agree nothing political, whatever state they are of; harm done to them counts.</summary>
    private IReadOnlyList<int> Public(Sentence s, Sense sense, IReadOnlyList<int> tokens) =>
        codebook.Type(sense.Type).Quad is 1 or 3 ? [.. tokens.Where(t => !codebook.Is(s.Tokens[t].Lemma, "@private"))] : tokens;

    /// <summary>
    /// True when something fills the actor's place without being an actor itself: a document ("the agreement guarantees"), a short form that was
    /// not resolved, or a happening ("talks were held"): who it is may follow from the acts told before.
    /// </summary>
    private bool Stands(Sentence s, Predicate p, Sense sense, Passage passage)
    {
        if (p.Pos == "noun" && p.Light >= 0 && p.IsHappening) return true;
        // "the talks", "a similar clash": between whom was told before. Cooperation and agreement are too often spoken of in general.
        if (p.Pos == "noun" && p.Light < 0 && IsMutual(sense) && sense.Type is not (EventType.Cooperate or EventType.Agree) && s.Tokens[p.Token].Relation != "compound" && s.Child(p.Token, "nmod:poss") < 0) return true;
        if (p.IsPassive && sense.Actor.Contains("subject") && codebook.Type(sense.Type).Quad is 1 && p.Fill("subject").Count == 0) return true;
        // "patrols have been stepped up", "a mosque was fired upon": whose act it is was told before
        if (p.IsPassive && sense.Type is EventType.Mobilize or EventType.Assault && sense.If.ContainsKey("object") && sense.Actor.Contains("subject") && p.Fill("subject").Count == 0) return true;
        foreach (string slot in sense.Actor)
        {
            foreach (int filler in p.Fill(slot))
            {
                Token t = s.Tokens[filler];
                ActorMention? m = passage.Mentions.Covering(s.Index, filler);
                if (m is { Codes.Count: 0 } && m.Kind is MentionKind.ShortForm or MentionKind.Pronoun) return true;
                if (codebook.Is(t.Lemma.ToLowerInvariant(), "@instrument")) return true;
            }
        }
        return false;
    }

    private static void Add(List<PartyFinder.Found> into, IReadOnlyList<PartyFinder.Found> more)
    {
        foreach (PartyFinder.Found f in more)
        {
            if (!into.Exists(o => PartyFinder.Same(o.Party, f.Party))) into.Add(f);
        }
    }

    private bool Holds(Passage passage, Sentence s, Predicate p, string slot, Words words, PartyFinder parties)
    {
        if (slot.Contains('|', StringComparison.Ordinal)) return slot.Split('|').Any(one => Holds(passage, s, p, one, words, parties));
        switch (slot)
        {
            case "particle":
                return p.Particles.Any(l => words.All.Any(w => w == "*" || codebook.Is(l, w)));
            case "complement":
                return p.Complements.Any(c => words.All.Any(w => w == "*" || codebook.Is(s.Tokens[c].Lemma, w)));
            case "infinitive":
                return p.Infinitives.Any(c => words.All.Any(w => w == "*" || codebook.Is(s.Tokens[c].Lemma, w)));
            case "passive":
                return p.IsPassive;
            case "recipient":
                return true;   // asked for when the recipient is known
            default:
                IReadOnlyList<int> fillers = p.Fill(slot);
                if (fillers.Count == 0) return false;
                foreach (string w in words.All)
                {
                    if (w == "*") return true;
                    if (w == "@self")
                    {
                        // "X said that it would not": who is meant is the subject itself.
                        var own = parties.Of(s, p.Fill("subject")).Select(f => f.Party.Code).Where(c => c != "UNK").ToHashSet(StringComparer.Ordinal);
                        if (fillers.Any(f => s.Tokens[f].Upos == "PRON" && s.Tokens[f].Lemma.ToLowerInvariant() is "it" or "he" or "she" or "they" or "we" or "i") || parties.Of(s, fillers).Any(f => own.Contains(f.Party.Code))) return true;
                        continue;
                    }
                    if (w == "@actor" ? parties.Of(s, fillers).Any(f => f.Party.Code != "UNK") : fillers.Any(f => codebook.Is(s.Tokens[f].Lemma, w) || codebook.Is(s.Tokens[f].Lemma.ToLowerInvariant(), w))) return true;
                    // "rejected the charge", "backed the request": whose it is was told before; Topic names them.
                    if (w == "@actor" && slot is "object" or "of" or "to" && fillers.Any(f => codebook.Is(s.Tokens[f].Lemma, "@act-noun") && s.Children(f).Any(c => s.Tokens[c].Relation == "det" && s.Tokens[c].Lemma is "the" or "this" or "that"))) return true;
                    if (w.StartsWith('@') && fillers.Any(f => passage.Mentions.Covering(s.Index, f) is { } m && MeansClass(m, w))) return true;
                    if (w == "@ruling" && fillers.Any(f => s.Tokens[f].Upos == "PRON" && s.Tokens[f].Lemma.ToLowerInvariant() is "i" or "we" && parties.Of(s, [f]).Any(x => IsRuling(x.Party.Sector)))) return true;
                    if (slot is "object" && fillers.Any(f => codebook.Is(s.Tokens[f].Lemma, "@agreement") && s.Children(f).Any(c => s.Tokens[c].Relation == "compound" && s.Tokens[c].Lemma.Equals(w, StringComparison.OrdinalIgnoreCase)))) return true;   // "violated the ceasefire agreement"
                    // A class may stand one step inside: "a package of sanctions", "several thousand troops".
                    if (w is not "@actor" && slot is "object" or "subject" && fillers.Any(f => MeantBefore(passage, s, f, w))) return true;
                    if (w.StartsWith('@') && w != "@actor" && fillers.Any(f => s.Children(f).Any(c => s.Tokens[c].Relation is "nmod" or "compound" or "amod" or "conj" && codebook.Is(s.Tokens[c].Lemma, w)))) return true;
                }
                return false;
        }
    }

    /// <summary>True when a pronoun for things stands for a noun of the class told shortly before: "the sanctions … <b>they</b> would be lifted".</summary>
    private bool MeantBefore(Passage passage, Sentence s, int token, string word)
    {
        Token t = s.Tokens[token];
        if (t.Upos != "PRON" || t.Lemma.ToLowerInvariant() is not ("it" or "they" or "them" or "these" or "those" or "this" or "that")) return false;
        ActorMention? m = passage.Mentions.Covering(s.Index, token);
        if (m is { Kind: MentionKind.Pronoun, IsPerson: true }) return false;
        bool plural = t.Lemma.ToLowerInvariant() is "they" or "them" or "these" or "those";
        bool Fits(Token n) => n.Upos == "NOUN" && n.Xpos == "NNS" == plural && n.Relation is "nsubj" or "obj" or "root" or "conj" or "nmod" or "obl" && codebook.Is(n.Lemma.ToLowerInvariant(), word);
        return s.Tokens.Take(token).Any(Fits) || (s.Index > 0 && passage.Sentences[s.Index - 1].Tokens.Any(Fits));
    }

    private static bool IsRuling(Sector sector) => sector is Sector.Gov or Sector.Mil or Sector.Leg or Sector.Jud or Sector.Spy or Sector.Pty or Sector.Opp or Sector.Reb or Sector.Uaf or Sector.Prm or Sector.Igo;

    /// <summary>True when the actor mentioned is of the kind that a word class lists: soldiers need not be called "troops".</summary>
    private bool MeansClass(ActorMention m, string name) => name switch
    {
        "@person" or "@person-role" or "@prisoner" => m.IsPerson || (m.Kind == MentionKind.Role && !IsBody(m) && m.Sector is not (Sector.Gov or Sector.Igo or Sector.Bus)),
        "@troops" => m.Kind is MentionKind.Role or MentionKind.Body && m.Sector is Sector.Mil or Sector.Prm or Sector.Uaf or Sector.Reb,
        "@organisation" => m.Codes.Count == 1 && !m.IsPerson && world.Actor(m.Codes[0])?.Kind is ActorKind.Organisation or ActorKind.Bloc or ActorKind.Format,
        "@ruling" => IsRuling(m.Sector),
        "@media" => m.Sector == Sector.Jrn,
        "@party" => m.Sector is Sector.Pty or Sector.Opp,
        "@diplomat" => m.Kind == MentionKind.Role && m.Role is string r && codebook.Is(Codebook.LastWord(r), "@diplomat"),
        _ => false,
    };

    /// <summary>True for a role that is a body or a building, not people: a court, a mosque.</summary>
    private bool IsBody(ActorMention m) => m.Role is string r && codebook.Roles.TryGetValue(Codebook.LastWord(r).ToLowerInvariant(), out IReadOnlyList<Role>? roles) && roles.All(x => x.Kind == "body");

    private static bool IsPreposition(string slot) => slot is not ("subject" or "object" or "iobject" or "clause" or "poss" or "adj" or "is" or "modifier" or "aux" or "particle" or "complement" or "infinitive" or "passive" or "lightsubject");

    private static bool PhraseAt(Sentence s, int token, string lemma)
    {
        string[] words = lemma.Split(' ');
        int at = token;
        for (int w = words.Length - 1; w >= 0; w--, at--)
        {
            while (at >= 0 && s.Tokens[at].Form is "-" or "–") at--;
            if (at < 0 || (!string.Equals(s.Tokens[at].Lemma, words[w], StringComparison.OrdinalIgnoreCase) && !string.Equals(s.Tokens[at].Form, words[w], StringComparison.OrdinalIgnoreCase))) return false;
        }
        return true;
    }

    /// <summary>One act told by two words of a sentence ("signed an agreement to cooperate", "talks … met") is kept once, at its fuller telling.</summary>
    private static List<Candidate> Prune(Sentence s, List<Candidate> found)
    {
        var kept = new List<Candidate>();
        // "said that it would not lift the ban": the verb that is denied tells better than "said" what is refused and to whom.
        found.RemoveAll(k => k.Sense.Type == EventType.Reject && k.Reading.Status == EventStatus.Occurred && found.Exists(c => c.Reading.Status == EventStatus.Denied
            && c.Sense.Type is EventType.Aid or EventType.Cooperate or EventType.Support or EventType.Concede or EventType.Retreat or EventType.Consult
            && StatusFinder.IsRefusal(s, c.Predicate) && k.Predicate.Complements.Contains(c.Predicate.Anchor)));
        // "declined to back the paragraph", "said that it would not lift the ban": the refusal is the act, what was refused is not told again as denied.
        found.RemoveAll(c => c.Reading.Status == EventStatus.Denied && found.Exists(k => k.Sense.Type == EventType.Reject && k != c
            && ((c.Predicate.Pos == "verb" && k.Predicate.Token == c.Reading.Governor) || (c.Sense.Type != EventType.Reject && k.Predicate.Complements.Contains(c.Predicate.Anchor)))));
        // "offered criticism": the noun tells the act, unless the verb's own sense names the noun ("signed an agreement").
        found.RemoveAll(c => c.Predicate.Pos == "verb" && found.Exists(k => k.Predicate.Light == c.Predicate.Token) && !(c.Sense.If.TryGetValue("object", out Words? named) && named.All.Any(w => w is not ("*" or "@actor"))));
        foreach (Candidate c in found.OrderByDescending(c => c.Weight + (c.Predicate.Pos == "verb" ? 0.5 : 0)).ThenBy(c => c.Predicate.Token))
        {
            bool doubled = kept.Exists(k => k.Sense.Type == c.Sense.Type && Done(k) == Done(c) && k.Sense.Modes.Contains("visit") == c.Sense.Modes.Contains("visit") && Near(s, k.Predicate, c.Predicate) && Parties(c).All(x => Parties(k).Contains(x)));
            // The light verb of a noun that tells an act is not an act of its own.
            bool light = kept.Exists(k => k.Predicate.Light == c.Predicate.Token);
            if (!doubled && !light) kept.Add(c);
        }
        return [.. kept.OrderBy(c => c.Predicate.Token)];
    }

    /// <summary>The status by which two tellings of an act are one: what goes on has also occurred.</summary>
    private static EventStatus? Done(Candidate c) => c.Reading.Status == EventStatus.Ongoing ? EventStatus.Occurred : c.Reading.Status;

    private static HashSet<string> Parties(Candidate c) => [.. c.Actors.Concat(c.Recipients).Select(f => f.Party.Code).Where(x => x != "UNK")];

    private static bool Near(Sentence s, Predicate a, Predicate b)
    {
        // Another clause tells another act; inside one, a noun repeats its verb ("agreed a deal", "a meeting … discussed").
        if (a.Pos == "verb" && b.Pos == "verb") return Math.Abs(a.Token - b.Token) <= 4;
        (int low, int high) = s.IsUnder(a.Token, b.Token) ? (a.Token, b.Token) : (b.Token, a.Token);
        for (int w = low, steps = 0; w >= 0 && steps < 8; w = s.Tokens[w].Head, steps++)
        {
            if (w == high) return true;
            if (s.Tokens[w].Relation is "advcl" or "ccomp" or "parataxis" || s.Tokens[w].Deprel == "acl:relcl") return false;
        }
        return Math.Abs(a.Token - b.Token) <= 6;
    }

    private Event Build(Passage passage, Sentence s, Candidate c, EventStatus told, Modality? modality, DateTable dates, DateCarrier carrier, PartyFinder parties)
    {
        TextSpan cue = c.Predicate.Light >= 0 ? s.Tokens[c.Predicate.Light].Span.Union(s.Tokens[c.Predicate.Token].Span) : s.Tokens[c.Predicate.Token].Span;
        if (cue.Length > 60) cue = s.Tokens[c.Predicate.Token].Span;
        List<Party> actors = [.. c.Actors.Select(f => f.Party)];
        List<Party> recipients = [.. c.Recipients.Select(f => f.Party).Where(r => r.Code != "UNK" || r.Mention is not null)];
        Statement? said = parties.Speech(s.Tokens[c.Predicate.Anchor].Span);
        // "a spokesman of X said that patrols had been stepped up": a body tells of its own steps without naming itself.
        if (actors.Count == 0 && c.Predicate.IsPassive && c.Sense.Type is EventType.Mobilize or EventType.Aid or EventType.Retreat && said is { SpeakerCode: not "UNK", SpeakerSector: Sector.Gov or Sector.Mil or Sector.Igo } && recipients.All(r => r.Code != said.SpeakerCode))
        {
            actors.Add(new Party(said.SpeakerCode, said.SpeakerSector, null, null, null));
        }
        if (actors.Count == 0) actors.Add(new Party("UNK", Sector.Unk, null, null, null));
        if (c.Sense.Type is EventType.Assault or EventType.Mobilize) actors = [.. actors.Select(Armed)];
        IReadOnlyList<string> modes = details.Modes(s, c.Sense, actors);
        DateMention? date = dates.For(s.Index, c.Predicate.Anchor) ?? (c.Predicate.Anchor == c.Predicate.Token ? null : dates.For(s.Index, c.Predicate.Token));
        if (date is not null && !carrier.Agrees(s, c.Predicate.Anchor, date)) date = null;
        DateCarrier.Carried? carried = date is null ? carrier.For(s, c.Predicate.Anchor, told) : null;
        DateRange? days = date is null ? carried?.Days : date.Range;
        var notes = c.Actors.Concat(c.Recipients).SelectMany(f => f.Notes).Concat(date is { Range: null } ? date.Notes : []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return new Event
        {
            Id = FindingIds.Of('e', passage.Report, passage.Part, cue, Codes.Of(c.Sense.Type), string.Join(',', actors.Select(a => a.Code)), string.Join(',', recipients.Select(r => r.Code))),
            Report = passage.Report.Label,
            Sentence = s.Text,
            Span = s.Span,
            In = passage.Part,
            CueSpan = cue,
            Type = c.Sense.Type,
            Modes = modes,
            Status = told,
            Modality = told == EventStatus.Possible ? modality : null,
            Actors = actors,
            Recipients = recipients,
            Matter = EventDetails.Matter(passage, s, c.Predicate, dates, actors.Concat(recipients)),
            From = days?.From,
            To = days?.To,
            DateBasis = days is null ? null : date?.Basis ?? carried?.Basis,
            DateText = days is null ? null : date?.Text ?? carried?.Text,
            Place = places.Find(passage, s, c.Predicate, c.Sense, recipients),
            Context = details.Contexts(s, c.Sense),
            AttributedTo = said is null ? null : said.Speaker ?? said.Role,
            Score = codebook.Score(c.Sense.Type, modes),
            Confidence = Confidence(c),
            Rule = c.Sense.Id,
            Data = dataVersion,
            Notes = notes,
        };
    }

    /// <summary>A state that fights or moves troops acts through its forces, though the sentence names only the state.</summary>
    private Party Armed(Party p) => p.Sector == Sector.Gov && p.Name is null && world.Actor(p.Code)?.Kind is ActorKind.State or ActorKind.Territory ? p with { Sector = Sector.Mil } : p;

    private static double Confidence(Candidate c)
    {
        double base_ = c.Predicate.Pos == "verb" ? 0.75 : c.Predicate.Light >= 0 ? 0.75 : 0.6;
        if (c.Actors.Count == 0) base_ *= 0.6;
        foreach (PartyFinder.Found f in c.Actors.Concat(c.Recipients)) base_ *= 0.5 + (0.5 * f.Confidence);
        return Math.Round(Math.Clamp(base_, 0.02, 0.98), 3);
    }

    private static List<Coded> MarkMain(Sentence s, List<Coded> found)
    {
        if (found.Count == 0) return found;
        int Depth(Coded c)
        {
            int token = Enumerable.Range(0, s.Tokens.Count).First(i => s.Tokens[i].Span.Start >= c.Event.CueSpan!.Value.Start);
            int d = 0;
            for (int w = token; w >= 0 && d <= s.Tokens.Count; w = s.Tokens[w].Head) d++;
            return d;
        }
        Coded main = found.OrderBy(Depth).ThenByDescending(c => c.Event.Confidence).First();
        return [.. found.Select(c => c == main ? c with { Event = c.Event with { Main = true } } : c)];
    }
}
