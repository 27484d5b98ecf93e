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
    private readonly ByWord<TieSense> senses;

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
        senses = new ByWord<TieSense>(Senses.Select(s => (s.Lemma, s.Pos, s)));
    }

    /// <summary>All patterns with their examples.</summary>
    public IReadOnlyList<TieSense> Senses { get; }

    /// <summary>The patterns of a word; a participle whose lemma was cut too short ("grouped": "grou") is looked up by its stem.</summary>
    private IEnumerable<TieSense> SensesOf(Token t, string pos)
    {
        TieSense[] found = senses[t.Lemma.ToLowerInvariant(), pos];
        return pos == "verb" && found.Length == 0 && IsPast(t) ? senses[t.Form[..^2].ToLowerInvariant(), "verb"] : found;
    }

    private static bool IsPast(Token t) => t.Upos == "VERB" && t.Form.EndsWith("ed", StringComparison.Ordinal);

    /// <summary>Ties of a passage, in text order, each once.</summary>
    public IReadOnlyList<Tie> Code(Passage passage, DateTable dates, IReadOnlyList<Event> events, IReadOnlyList<Statement> statements)
    {
        var slots = new TieSlots(world, codebook, passage, new PartyFinder(world, passage, statements));
        var details = new TieDetails(codebook, passage, dates, slots);
        var formats = new FormatReader(world, passage, dates);
        var plans = new AgreementReader(world, codebook, passage, slots);
        var offices = new OfficeReader(codebook, passage);
        var ties = new List<Tie>();
        foreach (Sentence s in passage.Sentences)
        {
            if (s.Text.TrimEnd().EndsWith('?')) continue;
            foreach (OfficeReader.Held o in offices.Read(s)) ties.Add(Build(passage, s, o.Cue, "office", o.Person, Relation.HoldsOffice, o.Of, 1, null, o.Confidence) with { Office = o.Office });
            for (int i = 0; i < s.Tokens.Count; i++)
            {
                Token t = s.Tokens[i];
                if (!senses.Knows(t.Lemma.ToLowerInvariant()) && !IsPast(t)) continue;
                Sentence tree = Mended(s, i);
                Predicate? p = Predicate.At(tree, codebook, i);
                if (p is null) continue;
                foreach (TieSense sense in SensesOf(tree.Tokens[i], p.Pos)) Match(passage, tree, p, sense, slots, details, dates, ties);
            }
            Formats(passage, s, events, ties);
            Expansions(passage, s, ties);
            foreach (FormatReader.Part f in formats.Read(s)) ties.Add(Build(passage, s, f.Cue, f.Rule, f.Actor, Relation.ParticipantIn, f.Format, 1, f.From, f.Confidence) with { Phase = f.Phase });
            foreach (AgreementReader.Party a in plans.Read(s)) ties.Add(Build(passage, s, a.Cue, "agreement", a.Actor, Relation.PartyTo, a.Name, 1, a.From, a.Confidence) with { To = a.To, Phase = a.Phase });
        }
        return Once(ties);
    }

    /// <summary>
    /// A noun of a tie that was taken for an adverb ("X, Y's <b>ally</b>, said"): it has an owner, so it is a noun, and is said of the name before the comma.
    /// The sentence itself for all other words.
    /// </summary>
    private Sentence Mended(Sentence s, int word)
    {
        Token t = s.Tokens[word];
        bool titles = word > 0 && word + 1 < s.Tokens.Count && s.Tokens[word + 1].Upos == "PROPN" && s.Tokens[word - 1].Upos is "PROPN" or "ADJ";
        if (t.Upos != "ADV" || !senses.Contains(t.Lemma.ToLowerInvariant(), "noun") || (!titles && s.Child(word, "nmod:poss", "det") < 0)) return s;
        int first = s.Subtree(word).SkipWhile(w => s.Tokens[w].Upos == "PUNCT").First();
        int named = first - 2;
        bool said = named >= 0 && s.Tokens[first - 1].Form == "," && s.Tokens[named].Upos == "PROPN" && !s.IsUnder(named, word);
        while (said && s.Tokens[named].Relation is "flat" or "compound" && s.Tokens[named].Head is int head && head < first && head >= 0 && s.Tokens[head].Upos == "PROPN") named = s.Tokens[named].Head;
        Token noun = said && t.Relation == "advmod" ? new(t.Index, t.Span, t.Form, t.Lemma, "NOUN", "NN", t.Feats, named, "appos") { SpaceAfter = t.SpaceAfter, Multiword = t.Multiword } : t with { Upos = "NOUN", Xpos = "NN" };
        return new Sentence(s.Index, s.Span, s.Text, [.. s.Tokens.Select(x => x.Index == word ? noun : x)]);
    }

    /// <summary>The patterns that a word may tell ties by, judged by the word alone.</summary>
    public IEnumerable<TieSense> SensesOf(Token t) => senses[t.Lemma.ToLowerInvariant(), t.Upos switch { "VERB" => "verb", "ADJ" => "adj", _ => "noun" }];

    private void Match(Passage passage, Sentence s, Predicate p, TieSense sense, TieSlots slots, TieDetails details, DateTable dates, List<Tie> ties)
    {
        bool Fits(KeyValuePair<string, Words> c) => details.Holds(s, p, c.Key, c.Value) ?? Holds(s, p, c.Key, c.Value, slots);
        if (!sense.If.All(Fits) || sense.Unless.Any(Fits)) return;
        var reading = new StatusFinder(codebook).Find(s, p, EventType.Support);
        // "remains the main partner" is no "remains to be done".
        if (reading.Governor >= 0 && s.Tokens[reading.Governor].Lemma is "remain" or "stay" && p.Pos != "verb") reading = reading with { Status = EventStatus.Ongoing };
        bool kept = IsKept(s, p);
        // "It seems that they had formed an alliance" tells what was done.
        bool appears = reading.Governor >= 0 && s.Tokens[reading.Governor].Lemma is "seem" or "appear" && s.Tokens[p.Anchor].Xpos is "VBN" or "VBD";
        bool phased = sense.Phases || sense.Phase is not null || appears;
        if (InCondition(s, p) || IsWished(s, p) || (!phased && MayBecome(s, p)) || !kept && !phased && reading.Status is null or EventStatus.Planned or EventStatus.Possible) return;
        if (sense.Phase is not null && reading.Status is EventStatus.Denied) return;
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
                        ties.AddRange(details.Fill(Build(passage, s, p.Token, sense.Id, x.Party.Code, relation, y.Party.Code, polarity, date?.Range?.From, x.Confidence * y.Confidence), s, p, sense, reading));
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

    /// <summary>"wants to become a member": a noun reached through verbs of wishing.</summary>
    private static bool IsWished(Sentence s, Predicate p)
    {
        int become = p.Pos == "verb" ? -1 : s.Tokens[p.Token].Head;
        return become >= 0 && s.Tokens[become].Lemma == "become" && s.Tokens[become].Head is int wish and >= 0 && s.Tokens[wish].Lemma is "want" or "wish" or "hope" or "aspire" or "seek" or "intend";
    }

    /// <summary>"may become allies"</summary>
    private static bool MayBecome(Sentence s, Predicate p) => p.Pos != "verb" && s.Tokens[p.Token].Head is int become and >= 0 && s.Tokens[become].Lemma is "become" or "remain"
        && s.Children(become).Any(c => s.Tokens[c].Xpos == "MD" && s.Tokens[c].Lemma is not "will");

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

    internal static string Phrase(Sentence s, int token) => string.Concat(s.Subtree(token).Select(t => s.Tokens[t].Form.ToLowerInvariant() + (s.Tokens[t].SpaceAfter ? " " : "")));

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
            case Relation.SuccessorOf:
                bool body = subject is ActorKind.Organisation or ActorKind.Bloc or ActorKind.Format or ActorKind.Treaty or ActorKind.Project;
                return body && obj is ActorKind.Organisation or ActorKind.Bloc or ActorKind.Format or ActorKind.Treaty or ActorKind.Project ? Relation.SuccessorOf : null;
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
        var at = new Dictionary<string, int>(StringComparer.Ordinal);
        var result = new List<Tie?>();
        foreach (Tie t in ties)
        {
            bool both = t.Relation is Relation.AllyOf or Relation.PartnerOf && string.CompareOrdinal(t.Subject, t.Object) > 0;
            // A plan to hold and the holding are two; so are two bases, and a dependency for gas and one for transit.
            string key = t.Relation == Relation.HoldsOffice ? $"{t.Relation}|{PersonRegister.LastName(t.Subject)}"
                : $"{t.Relation}|{(both ? t.Object : t.Subject)}|{(both ? t.Subject : t.Object)}|{t.Polarity}|{t.Phase}|{t.Place}|{t.Channel}|{t.Goods}";
            if (at.TryGetValue(key, out int first))
            {
                // The sentence that says since when is the clearest.
                if (t.From is not null && result[first]!.From is null && result[first]!.To is null)
                {
                    result[first] = null;
                    at[key] = result.Count;
                    result.Add(t);
                }
                continue;
            }
            at[key] = result.Count;
            result.Add(t);
        }
        // "strengthens its troops" without a place says nothing beside the bases that are named.
        return [.. result.OfType<Tie>().Where(t => t.Relation != Relation.HostsForcesOf || t.Place is not null || !result.Exists(o => o is not null && o.Relation == t.Relation && o.Subject == t.Subject && o.Object == t.Object && o.Phase == t.Phase && o.Polarity == t.Polarity && o.Place is not null))];
    }

    private bool IsState(string code) => world.Actor(code)?.Kind is ActorKind.State or ActorKind.Territory;
}
