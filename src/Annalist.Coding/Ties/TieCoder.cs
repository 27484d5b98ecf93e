using System.Text.Json;
using Annalist.Language;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Coding;

/// <summary>Finds what holds between actors: memberships, taking part, alliances, bases, doctrines, offices (codebook 5). Each tie is written once a report.</summary>
internal sealed class TieCoder
{
    private readonly World world;
    private readonly Codebook codebook;
    private readonly string dataVersion;
    private readonly ILookup<string, TieSense> senses;

    /// <summary>Reads the patterns.</summary>
    /// <exception cref="DataFileException">The file is missing or broken.</exception>
    public TieCoder(World world, Codebook codebook, string file, string dataVersion)
    {
        this.world = world;
        this.codebook = codebook;
        this.dataVersion = dataVersion;
        if (!File.Exists(file)) throw new DataFileException(file, null, "the file is missing: give the program's data folder, or build it anew");
        try
        {
            Senses = JsonSerializer.Deserialize(File.ReadAllText(file), TieJson.Default.ListTieSense) ?? [];
        }
        catch (JsonException e)
        {
            throw new DataFileException(file, $"line {e.LineNumber + 1}, {e.Path}", e.Message, e);
        }
        senses = Senses.ToLookup(s => s.Lemma + "/" + s.Pos, StringComparer.Ordinal);
    }

    /// <summary>All patterns with their examples.</summary>
    public IReadOnlyList<TieSense> Senses { get; }

    /// <summary>Ties of a passage, in text order, each once.</summary>
    public IReadOnlyList<Tie> Code(Passage passage, DateTable dates, IReadOnlyList<Event> events, IReadOnlyList<Statement> statements)
    {
        var slots = new TieSlots(world, codebook, passage, new PartyFinder(world, passage, statements));
        var offices = new OfficeReader(codebook, passage);
        var ties = new List<Tie>();
        foreach (Sentence s in passage.Sentences)
        {
            if (s.Text.TrimEnd().EndsWith('?')) continue;
            foreach (OfficeReader.Held o in offices.Read(s)) ties.Add(Build(passage, s, o.Cue, "office", o.Person, Relation.HoldsOffice, o.Of, 1, null, o.Confidence) with { Office = o.Office });
            for (int i = 0; i < s.Tokens.Count; i++)
            {
                Predicate? p = Predicate.At(s, codebook, i);
                if (p is null) continue;
                foreach (TieSense sense in senses[s.Tokens[i].Lemma.ToLowerInvariant() + "/" + p.Pos]) Match(passage, s, p, sense, slots, dates, ties);
            }
            Formats(passage, s, events, ties);
            Expansions(passage, s, ties);
        }
        return Once(ties);
    }

    private void Match(Passage passage, Sentence s, Predicate p, TieSense sense, TieSlots slots, DateTable dates, List<Tie> ties)
    {
        if (!sense.If.All(c => Holds(s, p, c.Key, c.Value, slots)) || sense.Unless.Any(c => Holds(s, p, c.Key, c.Value, slots))) return;
        var reading = new StatusFinder(codebook).Find(s, p, EventType.Support);
        bool kept = IsKept(s, p);
        if (InCondition(s, p) || !kept && reading.Status is null or EventStatus.Planned or EventStatus.Possible) return;
        int polarity = sense.Polarity * (reading.Status == EventStatus.Denied || HasNone(s, p, sense) ? -1 : 1);
        if (sense.Policy is string policy)
        {
            string? doctrine = policy == "@near" ? sense.If.TryGetValue("near", out Words? names) ? names.All.FirstOrDefault(w => Phrase(s, p.Token).Contains(w, StringComparison.Ordinal)) : null : policy;
            if (doctrine is null) return;
            foreach (PartyFinder.Found x in sense.Subject.Select(slot => slots.Of(s, p, slot)).FirstOrDefault(f => f.Any(x => IsState(x.Party.Code))) ?? [])
            {
                if (IsState(x.Party.Code)) ties.Add(Build(passage, s, p.Token, sense.Id, x.Party.Code, Relation.Policy, doctrine, polarity, null, x.Confidence));
            }
            return;
        }
        DateMention? date = sense.Begins ? dates.For(s.Index, p.Anchor) : null;
        foreach (string slot in sense.Subject)
        {
            IReadOnlyList<PartyFinder.Found> subjects = slots.Of(s, p, slot);
            foreach (string other in subjects.Count == 0 ? [] : sense.Object)
            {
                bool any = false;
                IReadOnlyList<PartyFinder.Found> objects = slots.Of(s, p, other);
                foreach (PartyFinder.Found found in subjects)
                {
                    foreach (PartyFinder.Found y in objects)
                    {
                        PartyFinder.Found x = found;
                        // "In the bloc it is only an observer": "it" is not the bloc itself.
                        if (x.Party.Code == y.Party.Code && s.Tokens[x.Token].Upos == "PRON" && slots.StateBefore(s, y.Party.Code) is { } state) x = state;
                        if (x.Party.Code == y.Party.Code || RelationOf(sense, x, y) is not Relation relation) continue;
                        if (x.Party.Name is not null && x.Party.Sector is not (Sector.Gov or Sector.Mil)) continue;
                        any = true;
                        ties.Add(Build(passage, s, p.Token, sense.Id, x.Party.Code, relation, y.Party.Code, polarity, date?.Range?.From, x.Confidence * y.Confidence));
                    }
                }
                if (any) return;
            }
        }
    }

    /// <summary>What is continued, expanded or kept is there already ("intends to continue its policy", "will deepen the partnership").</summary>
    private bool IsKept(Sentence s, Predicate p)
    {
        for (int w = p.Token, steps = 0; w >= 0 && steps < 4; w = s.Tokens[w].Head, steps++)
        {
            if (w != p.Token && s.Tokens[w].Upos == "VERB" && codebook.Is(s.Tokens[w].Lemma, "@upkeep") && !StatusFinder.IsNegated(s, w)) return true;
            if (s.Tokens[w].Relation is not ("obj" or "obl" or "xcomp" or "nmod" or "advcl")) return false;
        }
        return false;
    }

    private static bool InCondition(Sentence s, Predicate p)
    {
        for (int w = p.Anchor, steps = 0; w >= 0 && steps < 5; w = s.Tokens[w].Head, steps++)
        {
            if (s.Children(w).Any(c => c < p.Anchor && s.Tokens[c].Relation == "mark" && s.Tokens[c].Lemma is "if" or "unless" or "whether")) return true;
        }
        return false;
    }

    /// <summary>"has no soldier in X"</summary>
    private static bool HasNone(Sentence s, Predicate p, TieSense sense) => sense.Relation == Relation.HostsForcesOf
        && p.Fill("object").Append(p.Token).Any(t => s.Children(t).Any(c => s.Tokens[c].Relation == "det" && s.Tokens[c].Lemma == "no"));

    private static string Phrase(Sentence s, int token) => string.Concat(s.Subtree(token).Select(t => s.Tokens[t].Form.ToLowerInvariant() + (s.Tokens[t].SpaceAfter ? " " : "")));

    /// <summary>The relation of a pattern between two actors, or null when their kinds do not fit it.</summary>
    private Relation? RelationOf(TieSense sense, PartyFinder.Found x, PartyFinder.Found y)
    {
        ActorKind? subject = world.Actor(x.Party.Code)?.Kind, obj = world.Actor(y.Party.Code)?.Kind;
        bool actor = subject is ActorKind.State or ActorKind.Territory or ActorKind.Group or ActorKind.Organisation or ActorKind.Bloc;
        switch (sense.Relation)
        {
            case null:
                if (!actor) return null;
                return obj switch
                {
                    ActorKind.Organisation or ActorKind.Bloc => Relation.MemberOf,
                    ActorKind.Format or ActorKind.Project => Relation.ParticipantIn,
                    ActorKind.Treaty => Relation.PartyTo,
                    _ => null,
                };
            case Relation.ObserverOf:
                return actor && obj is ActorKind.Organisation or ActorKind.Bloc ? Relation.ObserverOf : null;
            case Relation.HostsForcesOf:
                return subject is ActorKind.State or ActorKind.Territory && obj is ActorKind.State or ActorKind.Organisation or ActorKind.Bloc ? Relation.HostsForcesOf : null;
            default:
                return actor && obj is ActorKind.State or ActorKind.Territory or ActorKind.Group or ActorKind.Organisation or ActorKind.Bloc ? sense.Relation : null;
        }
    }

    private bool Holds(Sentence s, Predicate p, string slot, Words words, TieSlots slots)
    {
        if (slot == "near")
        {
            string phrase = Phrase(s, p.Token);
            return words.All.Any(w => phrase.Contains(w, StringComparison.Ordinal));
        }
        if (words.All.Contains("@actor")) return slots.Of(s, p, slot).Count > 0;
        IReadOnlyList<int> fillers = p.Fill(slot);
        return fillers.Count > 0 && words.All.Any(w => w == "*" || fillers.Any(f => codebook.Is(s.Tokens[f].Lemma, w)));
    }

    /// <summary>Who meets in a format takes part in it.</summary>
    private void Formats(Passage passage, Sentence s, IReadOnlyList<Event> events, List<Tie> ties)
    {
        foreach (ActorMention format in passage.Mentions.In(s.Index).Where(m => m.Codes.Count == 1 && m.Kind == MentionKind.Name && world.Actor(m.Codes[0])?.Kind is ActorKind.Format))
        {
            var known = world.Ties.Where(t => t.Relation == Relation.ParticipantIn && t.Object == format.Codes[0]).Select(t => t.Subject).ToHashSet(StringComparer.Ordinal);
            foreach (ActorMention m in passage.Mentions.In(s.Index).Where(m => m.Codes.Count == 1 && m.Kind is not MentionKind.Pronoun && m.Codes[0] != format.Codes[0]))
            {
                bool meets = events.Any(e => e.Span == s.Span && e.Type is EventType.Consult or EventType.Cooperate && e.Actors.Any(a => a.Code == m.Codes[0]));
                if (!known.Contains(m.Codes[0]) && !meets) continue;
                ties.Add(Build(passage, s, format.Head, "format", m.Codes[0], Relation.ParticipantIn, format.Codes[0], 1, null, 0.7));
            }
        }
    }

    /// <summary>A project that the text spells out by its states in brackets: "TAPI (Turkmenistan–Afghanistan–…)".</summary>
    private void Expansions(Passage passage, Sentence s, List<Tie> ties)
    {
        foreach (ActorMention project in passage.Mentions.In(s.Index).Where(m => m.Codes.Count == 1 && world.Actor(m.Codes[0])?.Kind is ActorKind.Project or ActorKind.Organisation or ActorKind.Format))
        {
            int open = project.Last;
            if (open >= s.Tokens.Count || s.Tokens[open].Form != "(") continue;
            int close = open;
            while (close < s.Tokens.Count && s.Tokens[close].Form != ")") close++;
            var states = passage.Mentions.In(s.Index).Where(m => m.First > open && m.Last <= close && m.Codes.Count == 1 && IsState(m.Codes[0])).ToList();
            if (states.Count < 2) continue;
            Relation relation = world.Actor(project.Codes[0])!.Kind is ActorKind.Organisation ? Relation.MemberOf : Relation.ParticipantIn;
            foreach (ActorMention m in states) ties.Add(Build(passage, s, project.Head, "expansion", m.Codes[0], relation, project.Codes[0], 1, null, 0.8));
        }
    }

    private Tie Build(Passage passage, Sentence s, int cue, string rule, string subject, Relation relation, string obj, int polarity, DateOnly? from, double confidence)
    {
        TextSpan span = s.Tokens[cue].Span;
        return new Tie
        {
            Id = FindingIds.Of('t', passage.Report, passage.Part, span, subject, Codes.Of(relation), obj),
            Report = passage.Report.Label,
            Sentence = s.Text,
            Span = s.Span,
            In = passage.Part,
            CueSpan = span,
            Subject = subject,
            Relation = relation,
            Object = obj,
            Polarity = polarity,
            From = from,
            Confidence = Math.Round(Math.Clamp(confidence * 0.8, 0.02, 0.98), 3),
            Rule = "tie:" + rule,
            Data = dataVersion,
        };
    }

    private static List<Tie> Once(List<Tie> ties)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var result = new List<Tie>();
        foreach (Tie t in ties)
        {
            bool both = t.Relation is Relation.AllyOf or Relation.PartnerOf && string.CompareOrdinal(t.Subject, t.Object) > 0;
            string key = t.Relation == Relation.HoldsOffice ? $"{t.Relation}|{PersonRegister.LastName(t.Subject)}" : $"{t.Relation}|{(both ? t.Object : t.Subject)}|{(both ? t.Subject : t.Object)}|{t.Polarity}";
            if (seen.Add(key)) result.Add(t);
        }
        return result;
    }

    private bool IsState(string code) => world.Actor(code)?.Kind is ActorKind.State or ActorKind.Territory;
}
