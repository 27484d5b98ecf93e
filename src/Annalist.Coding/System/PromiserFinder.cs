using Annalist.Language;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Coding;

/// <summary>Who promises and to whom, where the words beside the promise do not say it: the parties of the document, of the acts told before, of the thing promised.</summary>
internal sealed class PromiserFinder(World world, Codebook codebook, Passage passage, PartyFinder parties, IReadOnlyList<Event> events)
{
    private const int Window = 4;     // sentences back in which the counterpart of a party was spoken of
    private const int Document = 15;  // a document's parties are told once and stay a report's topic for longer

    /// <summary>Parties with how sure they are.</summary>
    /// <param name="Codes">Their codes in text order.</param>
    /// <param name="Confidence">0 to 1.</param>
    /// <param name="Inferred">True when no word of the sentence names them.</param>
    public readonly record struct Group(IReadOnlyList<string> Codes, double Confidence, bool Inferred);

    /// <summary>Nobody.</summary>
    public static Group Nobody { get; } = new([], 1, false);

    /// <summary>The known parties of the slots: of the first that names any, or of all of them.</summary>
    public Group Of(Sentence s, Predicate p, IReadOnlyList<string> slots, bool all, Func<PartyFinder.Found, bool>? fits = null)
    {
        var found = new List<PartyFinder.Found>();
        foreach (string slot in slots)
        {
            found.AddRange(Known(s, p.Fill(slot)).Where(f => fits is null || fits(f)));
            if (found.Count > 0 && !all) break;
        }
        return Made(parties.Reduce(found));
    }

    /// <summary>The known public parties of the tokens together.</summary>
    public Group Of(Sentence s, IReadOnlyList<int> tokens) => Made(parties.Reduce([.. Known(s, tokens)]));

    /// <summary>The known public parties of the tokens.</summary>
    public IEnumerable<PartyFinder.Found> Known(Sentence s, IReadOnlyList<int> tokens) => parties.Of(s, [.. tokens.Where(t => !codebook.Is(s.Tokens[t].Lemma, "@private")).Select(t => Apposed(s, t))]).Where(f => f.Party.Code != "UNK" && IsPublic(f.Party));

    /// <summary>"The host, Anna Berg, …": the name beside a role without a state of its own.</summary>
    private int Apposed(Sentence s, int token)
    {
        if (passage.Mentions.Covering(s.Index, token) is not { Kind: MentionKind.Role, Name: null, Codes.Count: < 2 } role) return token;
        return s.Children(token).FirstOrDefault(c => s.Tokens[c].Relation == "appos" && c >= role.Last && passage.Mentions.Covering(s.Index, c) is { IsPerson: true, Codes.Count: > 0 }, token);
    }

    /// <summary>Actors named in a stretch of words, states and groups only.</summary>
    public Group Named(Sentence s, int first, int last, IReadOnlyList<string> but)
    {
        var found = new List<PartyFinder.Found>();
        foreach (ActorMention m in passage.Mentions.In(s.Index).Where(m => m.First >= first && m.Last <= last && m.Codes.Count > 0 && m.Kind is not (MentionKind.Role or MentionKind.Body)))
        {
            if (!m.Codes.All(IsStateOrGroup) || m.Codes.Any(but.Contains) || IsAgainst(s, m) || m.Kind == MentionKind.Pronoun && m.Confidence < 0.6) continue;
            found.AddRange(m.Codes.Select(c => new PartyFinder.Found(new Party(c, m.Sector, null, m.Text, m.Span), m.Confidence * 0.8, m.Notes, m.Head)));
        }
        return Made(parties.Reduce(found));
    }

    /// <summary>The states that a thing is said to lie "between" ("a partnership between A, B and C"); nobody when fewer than two are named.</summary>
    public Group Between(Sentence s, int first, int last)
    {
        for (int i = first; i < last; i++)
        {
            if (s.Tokens[i].Lemma is not ("between" or "among")) continue;
            var codes = passage.Mentions.In(s.Index).Where(m => m.First > i && m.Last <= last && m.Kind is MentionKind.Name or MentionKind.Seat or MentionKind.Demonym && m.Codes.Count > 0).ToList();
            // Only a list without a gap belongs to the word.
            var list = new List<PartyFinder.Found>();
            int at = i + 1;
            foreach (ActorMention m in codes)
            {
                if (Enumerable.Range(at, Math.Max(0, m.First - at)).Any(k => s.Tokens[k].Upos is not ("DET" or "PUNCT" or "CCONJ" or "ADJ"))) break;
                list.AddRange(m.Codes.Select(c => new PartyFinder.Found(new Party(c, m.Sector, null, m.Text, m.Span), m.Confidence, m.Notes, m.Head)));
                at = m.Last;
            }
            Group between = Made(parties.Reduce(list));
            if (between.Codes.Count > 1) return between;
        }
        return Nobody;
    }

    /// <summary>States that stand in the name of a document before its noun ("a Norway – Sweden action plan").</summary>
    public Group InName(Sentence s, int head, int first)
    {
        var codes = passage.Mentions.In(s.Index).Where(m => m.First >= first && m.Last <= head + 1 && m.Kind is MentionKind.Name or MentionKind.Demonym or MentionKind.Seat).SelectMany(m => m.Codes).Distinct(StringComparer.Ordinal).ToList();
        return new Group(codes, 0.85, false);
    }

    /// <summary>Parties of the acts coded at the word itself, named or inferred there already.</summary>
    public Group AtCue(Sentence s, int token, bool recipients)
    {
        Event? e = events.FirstOrDefault(e => e.In == passage.Part && e.CueSpan == s.Tokens[token].Span);
        if (e is null) return Nobody;
        var codes = (recipients ? e.Recipients : e.Actors).Where(IsPublic).Select(a => a.Code).Where(c => c != "UNK").Distinct(StringComparer.Ordinal).ToList();
        return new Group(codes, 0.7, true);
    }

    /// <summary>The parties of the act between several that was told last: whose document it is, or who "the sides" are.</summary>
    public Group LastSeveral(Sentence s, int window = Document)
    {
        (Group named, int distance) = SeveralNear(s, window);
        Event? last = events.LastOrDefault(e => e.In == passage.Part && e.Span.Start < s.Span.Start && Sentences(e, s) <= window && e.Recipients.Count == 0 && e.Actors.Select(a => a.Code).Where(c => c != "UNK").Distinct(StringComparer.Ordinal).Count() > 1
            && e.Type is EventType.Consult or EventType.Agree or EventType.Cooperate or EventType.Support);
        if (named.Codes.Count > 1 && (last is null || distance <= Sentences(last, s))) return named;
        return last is null ? Nobody : new Group([.. last.Actors.Select(a => a.Code).Where(c => c != "UNK").Distinct(StringComparer.Ordinal)], 0.6, true);
    }

    /// <summary>With whom or toward whom a party acted last.</summary>
    public Group Counterpart(Sentence s, IReadOnlyList<string> of)
    {
        for (int i = events.Count - 1; i >= 0; i--)
        {
            Event e = events[i];
            if (e.In != passage.Part || e.Span.Start >= s.Span.Start) continue;
            if (Sentences(e, s) > Window) break;
            var all = e.Actors.Concat(e.Recipients).Select(a => a.Code).Where(c => c != "UNK").Distinct(StringComparer.Ordinal).ToList();
            if (!of.Any(all.Contains)) continue;
            List<string> rest = [.. all.Where(c => !of.Contains(c) && IsStateOrGroup(c))];
            if (rest.Count is > 0 and < 3 && e.Type is not (EventType.Assault or EventType.Coerce or EventType.Accuse or EventType.Sanction or EventType.Threaten)) return new Group(rest, 0.6, true);
        }
        return SeveralNear(s, Window * 2).Group is { Codes.Count: > 1 } several && of.All(several.Codes.Contains) ? new Group([.. several.Codes.Where(c => !of.Contains(c))], 0.5, true) : Nobody;
    }

    /// <summary>"the countries" after two acted together: they, where the short form was resolved to others of whom no act is told.</summary>
    public Group Pair(Sentence s, Predicate p, Group by)
    {
        if (by.Codes.Count != 2 || !p.Fill("subject").Any(t => passage.Mentions.Covering(s.Index, t) is { Kind: MentionKind.ShortForm, Codes.Count: 2 })) return by;
        if (events.Any(e => e.In == passage.Part && Sentences(e, s) is > 0 and <= Window && by.Codes.All(c => e.Actors.Concat(e.Recipients).Any(a => a.Code == c)))) return by;
        for (int i = s.Index - 1; i >= Math.Max(0, s.Index - Window); i--)
        {
            IReadOnlyList<ActorMention> mentions = passage.Mentions.In(i);
            Sentence before = passage.Sentences[i];
            foreach (ActorMention m in mentions.Where(m => m.Codes.Count == 1 && IsStateOrGroup(m.Codes[0]) && m.Last + 1 < before.Tokens.Count && before.Tokens[m.Last].Lemma == "and"))
            {
                ActorMention? n = mentions.FirstOrDefault(n => n.First == m.Last + 1 && n.Codes.Count == 1 && n.Codes[0] != m.Codes[0] && IsStateOrGroup(n.Codes[0]));
                if (n is not null && n.Last < before.Tokens.Count && before.Tokens[n.Last].Upos is "VERB" or "AUX" or "ADV") return new Group([m.Codes[0], n.Codes[0]], 0.55, true);
            }
        }
        return by;
    }

    /// <summary>"they", "the leaders", "the heads of state" resolved to one state only: the nearest several who acted together, or the body that was named last.</summary>
    public Group Several(Sentence s, Predicate p, Group by)
    {
        if (by.Codes.Count != 1 || !IsStateOrGroup(by.Codes[0])) return by;
        bool open = p.Fill("subject").Any(t => passage.Mentions.Covering(s.Index, t) is { Kind: MentionKind.Role or MentionKind.ShortForm or MentionKind.Pronoun, Codes.Count: 1 } m
            && (s.Tokens[m.First].Lemma == "they" || Enumerable.Range(m.First, m.Last - m.First).Any(k => s.Tokens[k].Xpos is "NNS" or "NNPS"))
            && !passage.Mentions.In(s.Index).Any(n => n != m && n.First >= m.First && n.Last <= m.Last && n.Kind is MentionKind.Name or MentionKind.Demonym or MentionKind.Seat));
        if (!open) return by;
        Group several = LastSeveral(s, Window);
        if (several.Codes.Count > 1) return several;
        var bodies = Enumerable.Range(0, Window).Select(back => s.Index - 1 - back).Where(i => i >= 0)
            .SelectMany(i => passage.Mentions.In(i).Where(m => m.Codes.Count == 1 && m.Kind == MentionKind.Name && world.Actor(m.Codes[0])?.Kind is ActorKind.Organisation or ActorKind.Group or ActorKind.Format).Reverse()).ToList();
        // Whose meeting it is, before a body that is only spoken of.
        ActorMention? body = bodies.FirstOrDefault(IsMeeting) ?? bodies.FirstOrDefault();
        return body is null ? by : new Group(body.Codes, 0.55, true);
    }

    /// <summary>True when a promise of theirs counts: no expert, journalist or private person.</summary>
    public static bool IsPublic(Party p) => p.Sector is not (Sector.Jrn or Sector.Edu or Sector.Cvl or Sector.Soc or Sector.Lab or Sector.Med or Sector.Agr or Sector.Ref or Sector.Crm);

    /// <summary>True for a state, a territory or a group of them.</summary>
    public bool IsStateOrGroup(string code) => world.Actor(code)?.Kind is ActorKind.State or ActorKind.Territory or ActorKind.Group;

    private static Group Made(IReadOnlyList<PartyFinder.Found> found) =>
        new([.. found.Select(f => f.Party.Code).Distinct(StringComparer.Ordinal)], found.Count == 0 ? 1 : found.Average(f => f.Confidence), false);

    /// <summary>The nearest short form for several states together ("the six countries"), the sentence after included, and its distance in sentences.</summary>
    private (Group Group, int Distance) SeveralNear(Sentence s, int window)
    {
        foreach (int offset in Enumerable.Range(0, window + 1).Select(i => -i).Prepend(1).OrderBy(Math.Abs))
        {
            int i = s.Index + offset;
            if (i < 0 || i >= passage.Sentences.Count) continue;
            ActorMention? m = passage.Mentions.In(i).LastOrDefault(m => m.Codes.Count > 1 && m.Kind is MentionKind.ShortForm && m.Codes.All(IsStateOrGroup));
            if (m is not null) return (new Group(m.Codes, 0.6, true), Math.Abs(offset));
        }
        return (Nobody, int.MaxValue);
    }

    private bool IsMeeting(ActorMention m)
    {
        Sentence s = passage.Sentences[m.Sentence];
        return m.Last < s.Tokens.Count && codebook.Is(s.Tokens[m.Last].Lemma.ToLowerInvariant(), "@talks") || s.Tokens[m.Head].Head is int h and >= 0 && s.Tokens[m.Head].Relation is "compound" or "nmod" && codebook.Is(s.Tokens[h].Lemma.ToLowerInvariant(), "@talks");
    }

    private int SentenceOf(Event e)
    {
        for (int i = 0; i < passage.Sentences.Count; i++) if (passage.Sentences[i].Span == e.Span) return i;
        return -1;
    }

    private int Sentences(Event e, Sentence s) => s.Index - SentenceOf(e);

    private static bool IsAgainst(Sentence s, ActorMention m) => s.Children(m.Head).Any(c => s.Tokens[c].Relation == "case" && s.Tokens[c].Lemma is "against" or "from" or "than" or "despite" or "without" or "about" or "over")
        || m.Text.StartsWith("anti", StringComparison.OrdinalIgnoreCase);
}
