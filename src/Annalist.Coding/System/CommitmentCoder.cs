using Annalist.Language;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Coding;

/// <summary>Finds promises and how far they have come: floated, pledged, signed, funded, delivered, lapsed, broken (codebook 7b). Thread-safe.</summary>
internal sealed class CommitmentCoder
{
    private readonly World world;
    private readonly Codebook codebook;
    private readonly string dataVersion;
    private readonly ActReader acts;
    private readonly StatusFinder status;
    private readonly ByWord<CommitmentPattern> patterns;

    /// <summary>Reads the patterns.</summary>
    /// <exception cref="DataFileException">The file is missing or broken.</exception>
    public CommitmentCoder(World world, Codebook codebook, string file, string dataVersion)
    {
        this.world = world;
        this.codebook = codebook;
        this.dataVersion = dataVersion;
        CommitmentFile read = SystemFile.Read(file, SystemJson.Default.CommitmentFile);
        Patterns = read.Patterns;
        acts = new ActReader(read.Acts);
        status = new StatusFinder(codebook);
        patterns = new ByWord<CommitmentPattern>(Patterns.SelectMany(p => p.Lemmas.Select(l => (l, p.Pos, p))));
    }

    /// <summary>All patterns with their examples.</summary>
    public IReadOnlyList<CommitmentPattern> Patterns { get; }

    private sealed record Told(Commitment Commitment, int Cue, MatterReader.Matter Matter);

    /// <summary>Commitments of a passage, in text order.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="dates">Its dates.</param>
    /// <param name="events">The acts coded in it: they name the act promised, and parties that the sentence does not.</param>
    /// <param name="statements">The statements in it: they lend "we" a speaker.</param>
    /// <param name="figures">The amounts in it.</param>
    public IReadOnlyList<Commitment> Code(Passage passage, DateTable dates, IReadOnlyList<Event> events, IReadOnlyList<Statement> statements, IReadOnlyList<Figure> figures)
    {
        var parties = new PartyFinder(world, passage, statements, dates);
        var reader = new Reader(passage, dates, events, figures, parties, new MatterReader(passage, dates, statements), new PromiserFinder(world, codebook, passage, parties, events),
            new SlotConditions(codebook, passage, parties, figures), []);
        foreach (Sentence s in passage.Sentences)
        {
            if (s.Text.TrimEnd('"', '”', '’', ' ').EndsWith('?')) continue;
            var told = new List<Told>();
            for (int i = 0; i < s.Tokens.Count; i++)
            {
                Sentence tree = s;
                string lemma = s.Tokens[i].Lemma.ToLowerInvariant();
                if (!patterns.Knows(lemma) || Predicate.At(s, codebook, i) is not Predicate p) continue;
                if (p.Pos == "noun" && patterns.Contains(lemma, "verb") && VerbMender.Mend(s, i) is Sentence mended) (tree, p) = (mended, Predicate.At(mended, codebook, i)!);
                foreach (CommitmentPattern pattern in patterns[lemma, p.Pos])
                {
                    if (Match(reader, tree, p, pattern) is not Told found) continue;
                    told.Add(found);
                    break;
                }
            }
            reader.Found.AddRange(Once(told).Select(t => t.Commitment));
        }
        return reader.Found;
    }

    private sealed record Reader(Passage Passage, DateTable Dates, IReadOnlyList<Event> Events, IReadOnlyList<Figure> Figures, PartyFinder Parties, MatterReader Matters, PromiserFinder Promisers, SlotConditions Conditions, List<Commitment> Found);

    private Told? Match(Reader r, Sentence s, Predicate p, CommitmentPattern pattern)
    {
        if (pattern.Passive is bool passive && p.IsPassive != passive) return null;
        if (!r.Conditions.Hold(s, p, pattern.If, pattern.Unless)) return null;
        if (StageOf(s, p, pattern) is not CommitmentStage stage) return null;
        if (pattern.Speaker && !p.Fill("subject").Any(t => s.Tokens[t].Upos == "PRON" && s.Tokens[t].Lemma.ToLowerInvariant() is "we" or "i")) return null;
        PromiserFinder.Group by = By(r, s, p, pattern);
        if (r.Matters.Find(s, p, pattern.Matter, t => r.Passage.Mentions.Covering(s.Index, t) is { Kind: MentionKind.Name or MentionKind.Seat or MentionKind.Demonym or MentionKind.Person } || codebook.ShortForms.ContainsKey(s.Tokens[t].Lemma)) is not { } matter) return null;
        string? instrument = null;
        if (by.Codes.Count == 0 && p.Pos == "noun" && s.Children(p.Token).Any(c => s.Tokens[c].Relation == "det" && s.Tokens[c].Lemma is "the" or "this" or "that")) by = LastFloated(r, s);
        // A thing between several is theirs, whoever speaks of it.
        PromiserFinder.Group between = r.Promisers.Between(s, matter.First, matter.Last);
        if (between.Codes.Count > 1 && (by.Codes.Count == 0 || pattern.Mutual || !by.Codes.All(between.Codes.Contains) && !r.Promisers.Of(s, p, pattern.By, pattern.Mutual, f => IsNamed(r, s, f)).Codes.Any())) by = between;
        if (by.Codes.Count < 2 && pattern.Mutual && r.Promisers.InName(s, matter.Head, matter.First) is { Codes.Count: > 1 } inName) by = inName;
        if (Instrument(s, p, pattern) is int document)
        {
            instrument = Words(r, s, document);
            if (by.Codes.Count == 0) by = r.Promisers.LastSeveral(s);
        }
        if (by.Codes.Count == 0 || pattern.Mutual && by.Codes.Count < 2) by = More(by, r.Promisers.AtCue(s, p.Token, recipients: false), pattern.Mutual);
        if (pattern.Mutual && by.Codes.Count == 1 && r.Promisers.Counterpart(s, by.Codes) is { Codes.Count: > 0 } partner && p.Fill("with").Count == 0) by = new([.. by.Codes, .. partner.Codes], by.Confidence * 0.7, true);
        // "A protocol was signed": by those who have just met.
        if (by.Codes.Count == 0 && pattern is { Mutual: true, Stage: CommitmentStage.Signed }) by = r.Promisers.LastSeveral(s, 3) is var met && met.Codes.All(r.Promisers.IsStateOrGroup) ? met with { Confidence = met.Confidence * 0.8 } : by;
        if (by.Codes.Any(c => world.Actor(c)?.Kind is ActorKind.Project or ActorKind.Treaty)) return null;
        if (by.Codes.Count == 0 || pattern.Mutual && by.Codes.Count < 2 && by.Codes.All(c => world.Actor(c)?.Kind is ActorKind.State or ActorKind.Territory or null)) return null;
        by = r.Promisers.Pair(s, p, by);
        PromiserFinder.Group toward = Toward(r, s, p, pattern, by, matter);
        bool counted = r.Figures.Any(f => f.In == r.Passage.Part && f.CueSpan is TextSpan c && matter.Span.Contains(c));
        if (pattern.Other && (toward.Codes.Count == 0 || toward.Inferred && !counted || toward.Codes.All(by.Codes.Contains))) return null;
        if (pattern.Mutual && s.Tokens[p.Token].Upos == "VERB" && matter.Head == p.Fill("object").FirstOrDefault(-1)) instrument ??= Words(r, s, matter.Head);
        bool named = acts.Of(s, matter.Head, matter.First, matter.Last) is not null;
        Figure? amount = r.Figures.Where(f => f.In == r.Passage.Part && f.CueSpan is TextSpan c && matter.Span.Contains(c)).OrderByDescending(f => f.Unit is { Length: 3 } u && char.IsUpper(u[0])).FirstOrDefault();
        // What one party promises to nobody and that is no act between actors is a matter of its own house.
        bool domestic = toward.Codes.Count == 0 && by.Codes.Count == 1 && stage is CommitmentStage.Floated or CommitmentStage.Pledged;
        if (domestic && !named && amount is null) return null;
        double confidence = Math.Round((domestic ? 0.7 : 1) * Math.Clamp(0.8 * by.Confidence * (toward.Inferred ? 0.9 : 1), 0.05, 0.95), 3);
        TextSpan cue = s.Tokens[p.Token].Span;
        string words = matter.Span.Cut(r.Passage.Text);
        var commitment = new Commitment
        {
            Id = FindingIds.Of('c', r.Passage.Report, r.Passage.Part, cue, string.Join('+', by.Codes), words),
            Report = r.Passage.Report.Label,
            Sentence = s.Text,
            Span = s.Span,
            In = r.Passage.Part,
            By = by.Codes,
            Toward = toward.Codes,
            Act = pattern.Act ?? Act(r, s, p, matter, amount),
            Matter = words,
            Amount = amount?.Value,
            Unit = amount?.Unit,
            Due = Due(r, s, p, matter),
            Stage = stage,
            Instrument = instrument,
            Confidence = confidence,
            Rule = "commitment:" + pattern.Id,
            Data = dataVersion,
            Notes = by.Inferred || toward.Inferred ? [NoteIds.PartyInferred] : [],
        };
        return new Told(commitment, p.Token, matter);
    }

    /// <summary>The stage that tense, modals and governing words leave; null when they leave none.</summary>
    private CommitmentStage? StageOf(Sentence s, Predicate p, CommitmentPattern pattern)
    {
        if (InCondition(s, p) || IsPermitted(s, p)) return null;
        StatusFinder.Reading reading = status.Find(s, p, EventType.Agree);
        // "failed to keep", "the failure to keep": what hangs on a word of failing is not done.
        bool failed = Failing(s, p);
        // What is only urged, demanded or threatened is not recorded; what somebody is accused of is.
        EventStatus? told = failed ? EventStatus.Denied : reading.Status ?? (Accused(s, p) is null ? null : EventStatus.Occurred);
        return told switch
        {
            EventStatus.Denied => pattern.Denied,
            EventStatus.Planned => pattern.Planned,
            EventStatus.Possible when p.Pos == "noun" && pattern.Stage == CommitmentStage.Floated => pattern.Stage,
            EventStatus.Possible => reading.Modality is Modality.Goal or Modality.Offered ? pattern.Planned : null,
            EventStatus.Ongoing => pattern.Ongoing ?? pattern.Stage,
            null => null,
            _ => pattern.Stage,
        };
    }

    private bool Failing(Sentence s, Predicate p)
    {
        for (int w = p.Anchor, steps = 0; w >= 0 && steps < 3; steps++)
        {
            Token t = s.Tokens[w];
            if (t.Relation is not ("xcomp" or "acl" or "advcl" or "nmod" or "obl" or "obj" or "ccomp")) return false;
            // "accused X of failure to fulfil": the infinitive is often hung on the verb above the noun.
            for (int k = w - 1; k > Math.Max(-1, w - 4); k--)
            {
                if (s.Tokens[k].Lemma is "failure" or "fail" or "inability" or "unwillingness" or "refusal") return true;
                if (s.Tokens[k].Upos is "VERB" or "PUNCT") break;
            }
            w = t.Head;
            if (w >= 0 && codebook.Is(s.Tokens[w].Lemma, "@failing")) return true;
        }
        return false;
    }

    /// <summary>"is entitled to cancel": what may be done is not done.</summary>
    private bool IsPermitted(Sentence s, Predicate p) => s.Tokens[p.Anchor].Relation is "xcomp" or "acl" or "advcl" && s.Tokens[p.Anchor].Head is int h and >= 0 && codebook.Is(s.Tokens[h].Lemma, "@permitting");

    private static bool InCondition(Sentence s, Predicate p)
    {
        for (int w = p.Anchor, steps = 0; w >= 0 && steps < 6; w = s.Tokens[w].Head, steps++)
        {
            if (s.Children(w).Any(c => c < p.Anchor && s.Tokens[c].Relation == "mark" && s.Tokens[c].Lemma is "if" or "unless" or "whether")) return true;
            if (s.Tokens[w].Relation is "ccomp" or "conj" or "parataxis") return false;
        }
        return false;
    }

    private PromiserFinder.Group By(Reader r, Sentence s, Predicate p, CommitmentPattern pattern)
    {
        if (Accused(s, p) is int accused && r.Promisers.Known(s, [accused]).ToList() is { Count: > 0 } accusees) return new([.. accusees.Select(f => f.Party.Code).Distinct(StringComparer.Ordinal)], accusees[0].Confidence, false);
        PromiserFinder.Group named = r.Promisers.Several(s, p, r.Promisers.Of(s, p, pattern.By, pattern.Mutual));
        // "announced aid on top of 20 million promised last year": of whom the clause is.
        if (named.Codes.Count == 0 && p.IsPassive && s.Tokens[p.Token].Relation is "acl" or "amod" && ClauseSubject(s, p.Token) is { Count: > 0 } above) return r.Promisers.Of(s, above);
        // "a paper with promises of help": of those who sign it.
        if (named.Codes.Count == 0 && p.Pos == "noun" && p.Light < 0 && s.Tokens[p.Token].Relation is "obl" or "nmod" && s.Children(p.Token).Any(c => s.Tokens[c].Relation == "case" && s.Tokens[c].Lemma is "with" or "in")) return r.Promisers.Of(s, ClauseSubject(s, p.Token));
        return named;
    }

    /// <summary>"accused <b>X</b> of breaking its promise": the one accused; null where nobody is.</summary>
    private int? Accused(Sentence s, Predicate p)
    {
        for (int w = p.Anchor, steps = 0; w >= 0 && steps < 4; w = s.Tokens[w].Head, steps++)
        {
            int head = s.Tokens[w].Head;
            if (head < 0 || s.Tokens[w].Relation is "conj" or "ccomp" or "parataxis") return null;
            if (!codebook.Is(s.Tokens[head].Lemma, "@accusing") || Predicate.At(s, codebook, head) is not { Pos: "verb" } verb) continue;
            return verb.Fill("object").FirstOrDefault(o => o != w, -1) is int o and >= 0 ? o : null;
        }
        return null;
    }

    private static bool IsNamed(Reader r, Sentence s, PartyFinder.Found f) => r.Passage.Mentions.Covering(s.Index, f.Token) is { Kind: MentionKind.Name or MentionKind.Seat or MentionKind.Demonym or MentionKind.Person };

    private static PromiserFinder.Group More(PromiserFinder.Group own, PromiserFinder.Group other, bool mutual) =>
        other.Codes.Count == 0 ? own : own.Codes.Count == 0 || mutual && own.Codes.All(other.Codes.Contains) ? other : own;

    /// <summary>"The proposal to …": of whoever proposed last.</summary>
    private static PromiserFinder.Group LastFloated(Reader r, Sentence s)
    {
        Commitment? last = r.Found.LastOrDefault(c => c.Stage is CommitmentStage.Floated or CommitmentStage.Pledged);
        int from = r.Passage.Sentences[Math.Max(0, s.Index - 5)].Span.Start;
        return last is null || last.Span.Start < from ? PromiserFinder.Nobody : new(last.By, 0.65, true);
    }

    private PromiserFinder.Group Toward(Reader r, Sentence s, Predicate p, CommitmentPattern pattern, PromiserFinder.Group by, MatterReader.Matter matter)
    {
        // What several undertake not to do they owe one another.
        bool not = s.Tokens[matter.First].Lemma is "not" or "never";
        if (by.Codes.Count > 1 && (pattern.Mutual || pattern.Toward.Count == 0 || not)) return by;
        bool Other(PartyFinder.Found f) => !by.Codes.Contains(f.Party.Code);
        PromiserFinder.Group found = r.Promisers.Of(s, p, pattern.Toward, all: false, Other);
        if (found.Codes.Count > 0) return found;
        if (Accused(s, p) is not null && s.Tokens[p.Token].Upos == "VERB")
        {
            Event? accusing = r.Events.FirstOrDefault(e => e.Span == s.Span && e.Type == EventType.Accuse && e.Recipients.Any(x => by.Codes.Contains(x.Code)));
            if (accusing is not null) return new([.. accusing.Actors.Where(PromiserFinder.IsPublic).Select(a => a.Code).Where(c => c != "UNK").Distinct(StringComparer.Ordinal)], 0.8, false);
        }
        found = r.Promisers.Named(s, matter.First, matter.Last, by.Codes);
        if (found.Codes.Count > 0) return found;
        if (by.Codes.Count > 1) return by;
        found = r.Promisers.AtCue(s, p.Token, recipients: true);
        if (found.Codes.Count > 0 && !found.Codes.Any(by.Codes.Contains)) return found;
        if (by.Codes.Count == 1 && world.Actor(by.Codes[0])?.Kind is ActorKind.Organisation or ActorKind.Format or ActorKind.Group or ActorKind.Bloc && pattern.Mutual) return by;
        return r.Promisers.Counterpart(s, by.Codes);
    }

    /// <summary>A document that fills the promiser's place, or null.</summary>
    private int? Instrument(Sentence s, Predicate p, CommitmentPattern pattern)
    {
        if (!pattern.By.Contains("subject")) return null;
        foreach (int t in p.Pos == "noun" && p.Light < 0 ? ClauseSubject(s, p.Token) : p.Fill("subject"))
        {
            if (codebook.Is(s.Tokens[t].Lemma.ToLowerInvariant(), "@instrument") && !s.Children(t).Any(c => s.Tokens[c].Relation == "det" && s.Tokens[c].Lemma == "a")) return t;
        }
        return null;
    }

    /// <summary>The subject of the clause that a bare noun stands in ("the document …, with promises of aid").</summary>
    private IReadOnlyList<int> ClauseSubject(Sentence s, int noun)
    {
        for (int w = s.Tokens[noun].Head, steps = 0; w >= 0 && steps < 6; w = s.Tokens[w].Head, steps++)
        {
            if (s.Tokens[w].Upos == "VERB" && Predicate.At(s, codebook, w) is Predicate verb) return verb.Fill("subject");
        }
        return [];
    }

    private static string Words(Reader r, Sentence s, int noun)
    {
        var words = s.Subtree(noun).Where(t => t <= noun || s.Tokens[t].Relation is "nmod" or "case" or "det" or "compound" or "amod" && t - noun <= 6).ToList();
        int first = noun, last = noun;
        foreach (int t in words.Where(t => t <= noun).Reverse()) if (t >= first - 1) first = t;
        foreach (int t in words.Where(t => t > noun)) if (t == last + 1) last = t;
        while (first < noun && s.Tokens[first].Upos is "DET" or "PUNCT" or "ADP") first++;
        while (last > noun && s.Tokens[last].Upos is "ADP" or "DET" or "PUNCT") last--;
        return s.Tokens[first].Span.Union(s.Tokens[last].Span).Cut(r.Passage.Text);
    }

    private EventType? Act(Reader r, Sentence s, Predicate p, MatterReader.Matter matter, Figure? amount)
    {
        string? told = acts.Of(s, matter.Head, matter.First, matter.Last);
        Event? inner = r.Events.Where(e => e.In == r.Passage.Part && e.CueSpan is TextSpan c && matter.Span.Contains(c) && c != s.Tokens[p.Token].Span && e.Type is not (EventType.Agree or EventType.Sanction or EventType.Assault))
            .OrderBy(e => e.CueSpan!.Value.Start).FirstOrDefault();
        if (s.Tokens[matter.Head].Upos == "VERB" && inner is not null && inner.CueSpan == s.Tokens[matter.Head].Span && (told is null || inner.Type != EventType.Support)) return inner.Type;
        if (told is null && s.Tokens[matter.First].Lemma is "not" or "never") return EventType.Reject;
        return Codes.Parse<EventType>(told) ?? inner?.Type ?? (amount is { Unit.Length: 3 } ? EventType.Aid : EventType.Cooperate);
    }

    /// <summary>The last day of a deadline, or of a period or day to come, in the matter or on the promise.</summary>
    private static DateOnly? Due(Reader r, Sentence s, Predicate p, MatterReader.Matter matter)
    {
        DateOnly? told = r.Passage.Report.ReferenceDate;
        foreach (DateMention d in r.Dates.In(s.Index).Where(d => d.Range is not null && (d.First >= matter.First && d.Last <= matter.Last || s.IsUnder(d.Head, p.Anchor) && d.First > p.Token)).OrderByDescending(d => d.First >= matter.First && d.Last <= matter.Last))
        {
            DateOnly last = d.Range!.Value.To;
            bool bounds = d.Kind is DateKind.Deadline or DateKind.Until || d.Kind is DateKind.Period && d.Range.Value.Days > 31;
            if (told is DateOnly now ? last > now && (bounds || d.Range.Value.From > now || d.Kind is DateKind.Point) : bounds) return last;
        }
        return null;
    }

    /// <summary>A promise inside another's words is told by that one; the same words are one promise.</summary>
    private static IEnumerable<Told> Once(List<Told> told) => told.Where((t, i) => !told.Where((o, j) => j != i).Any(o =>
        o.Commitment.By.SequenceEqual(t.Commitment.By) && (o.Matter.First <= t.Cue && t.Cue < o.Matter.Last && !(t.Matter.First <= o.Cue && o.Cue < t.Matter.Last && o.Cue > t.Cue)
            || o.Matter.Head == t.Matter.Head && o.Cue < t.Cue)));
}
