using Annalist.Language;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Coding;

/// <summary>Modes, contexts, ground and matter of an event.</summary>
internal sealed class EventDetails(Codebook codebook, World world)
{
    /// <summary>The sense's modes, and for a meeting those that its parties and means show; in the codebook's order.</summary>
    public IReadOnlyList<string> Modes(Sentence s, Sense sense, IReadOnlyList<Party> actors)
    {
        var modes = new HashSet<string>(sense.Modes, StringComparer.Ordinal);
        if (sense.Type == EventType.Consult)
        {
            if (!modes.Contains("visit") && !modes.Contains("phone") && Many(actors)) modes.Add("multilateral");
            if (s.Tokens.Any(t => codebook.Is(t.Lemma.ToLowerInvariant(), "@phone"))) modes.Add("phone");
        }
        return [.. codebook.Type(sense.Type).Modes.Keys.Where(modes.Contains)];
    }

    /// <summary>Three or more: a group, a format or an organisation that meets is more than two by itself.</summary>
    private bool Many(IReadOnlyList<Party> actors)
    {
        int count = 0;
        foreach (string code in actors.Select(a => a.Code).Distinct(StringComparer.Ordinal))
        {
            bool several = world.Actor(code)?.Kind is ActorKind.Group or ActorKind.Format || (world.Actor(code)?.Kind is ActorKind.Organisation or ActorKind.Bloc && actors.Any(a => a.Code == code && a.Name is null));
            count += several ? 3 : 1;
        }
        return count >= 3;
    }

    /// <summary>Contexts that the sense brings or the sentence's words show; in the codebook's order.</summary>
    public IReadOnlyList<string> Contexts(Sentence s, Sense sense)
    {
        IReadOnlySet<int> shown = codebook.ContextsShown(s.Tokens);
        var found = new List<string>();
        for (int i = 0; i < codebook.Contexts.Count; i++)
        {
            string context = codebook.Contexts[i].Context;
            if (shown.Contains(i) || sense.Context.Contains(context)) found.Add(context);
        }
        return found;
    }

    /// <summary>
    /// The state on whose ground the act is done, by the nearest place below the predicate, its subject's words left out: "bombed depots <b>near Homs</b>",
    /// "agreed to build hospitals <b>in Louisiana</b>". Null when there is none, or it is the actor's own.
    /// </summary>
    public Party? Ground(Passage passage, Sentence s, Predicate p, EventType type, IReadOnlyList<Party> actors)
    {
        Party? best = null;
        int bestDistance = int.MaxValue;
        IReadOnlyList<int> subjects = p.Fill("subject");
        IEnumerable<(int First, string Code, TextSpan Span)> places = passage.Places.Where(x => x.Sentence == s.Index && x.Code is not null).Select(x => (x.First, x.Code!, x.Span));
        IEnumerable<(int First, string Code, TextSpan Span)> states = passage.Mentions.In(s.Index).Where(m => m.Kind == MentionKind.Name && m.Codes.Count == 1 && world.Actor(m.Codes[0])?.Kind is ActorKind.State or ActorKind.Territory && IsWhere(s, m)).Select(m => (m.First, m.Codes[0], m.Span));
        foreach ((int first, string code, TextSpan span) in places.Concat(states))
        {
            int distance = Math.Abs(first - p.Anchor);
            if (distance >= bestDistance || first < p.Token || !s.IsUnder(first, p.Anchor) || subjects.Any(x => first == x || s.IsUnder(first, x))) continue;
            if (!IsOnTheWay(s, first, p.Anchor, purpose: type == EventType.Aid)) continue;
            if (passage.Mentions.Covering(s.Index, first) is { Kind: MentionKind.Body or MentionKind.Person }) continue;
            (best, bestDistance) = (new Party(code, Sector.Gov, null, span.Cut(passage.Text), span), distance);
        }
        return best is null || actors.Any(a => a.Code == best.Code) ? null : best;
    }

    /// <summary>True when the place belongs to the act itself, not to another one told beside it ("after talks with London").</summary>
    /// <remarks>Help reaches where its purpose lies: "gave millions for those in X", "to rebuild schools in X".</remarks>
    private static bool IsOnTheWay(Sentence s, int place, int anchor, bool purpose)
    {
        for (int w = place, steps = 0; w >= 0 && w != anchor && steps < 8; w = s.Tokens[w].Head, steps++)
        {
            bool to = purpose && (s.Tokens[w].Relation == "advcl" || s.Tokens[w].Deprel == "acl:relcl");
            if (!to && s.Tokens[w].Relation is "advcl" or "ccomp" or "parataxis" || (!to && s.Tokens[w].Deprel == "acl:relcl")) return false;
            if (s.Children(w).Any(c => s.Tokens[c].Relation == "case" && (s.Tokens[c].Lemma is "with" or "after" or "before" or "by" or "than" or "like" or "without" or "despite" or "about" or "during" or "since" or "until" || (!purpose && s.Tokens[c].Lemma == "for")))) return false;
        }
        return true;
    }

    private static bool IsWhere(Sentence s, ActorMention m) => Enumerable.Range(m.First, m.Last - m.First).Any(t => s.Children(t).Any(c => s.Tokens[c].Relation == "case" && s.Tokens[c].Lemma is "in" or "into" or "inside" or "across" or "near" or "around" or "throughout"));

    /// <summary>The words below the predicate that say what the act is about: its clause, else its "on", "about" or "over" phrase, else its object; null when there are none.</summary>
    public static string? Matter(Passage passage, Sentence s, Predicate p, DateTable dates, IEnumerable<Party> parties)
    {
        int head = p.Complements.FirstOrDefault(c => s.Tokens[c].Relation is "xcomp" or "ccomp" or "acl" or "advcl", -1);
        if (head < 0)
        {
            foreach (string slot in new[] { "on", "about", "over", "for" })
            {
                head = p.Fill(slot).FirstOrDefault(t => dates.Covering(s.Index, t) is null, -1);
                if (head >= 0) break;
            }
        }
        if (head < 0 && p.Pos == "verb") head = p.Fill("object").FirstOrDefault(t => dates.Covering(s.Index, t) is null, -1);
        if (head < 0 || head == p.Token || s.IsUnder(p.Token, head)) return null;
        TextSpan span = s.SpanOf(s.Subtree(head));
        if (parties.Any(x => x.Span is TextSpan own && own.Contains(span))) return null;   // a party is not its own matter
        string words = span.Length > 300 ? "" : span.Cut(passage.Text).Trim(' ', ',', ';', ':', '.', '-', '–', '—');
        return words.Length == 0 ? null : words;
    }
}
