using Annalist.Language;
using Annalist.Model;

namespace Annalist.Coding;

/// <summary>Modes, contexts, place and matter of an event.</summary>
internal sealed class EventDetails(Codebook codebook)
{
    /// <summary>The sense's modes, and for a meeting those that its parties and means show; in the codebook's order.</summary>
    public IReadOnlyList<string> Modes(Sentence s, Sense sense, IReadOnlyList<Party> actors)
    {
        var modes = new HashSet<string>(sense.Modes, StringComparer.Ordinal);
        if (sense.Type == EventType.Consult)
        {
            if (!modes.Contains("visit") && actors.Select(a => a.Code).Distinct(StringComparer.Ordinal).Count() >= 3) modes.Add("multilateral");
            if (s.Tokens.Any(t => codebook.Is(t.Lemma.ToLowerInvariant(), "@phone"))) modes.Add("phone");
        }
        return [.. codebook.Type(sense.Type).Modes.Keys.Where(modes.Contains)];
    }

    /// <summary>Contexts that the sense brings or the sentence's words show; in the codebook's order.</summary>
    public IReadOnlyList<string> Contexts(Sentence s, Sense sense)
    {
        var lemmas = s.Tokens.Select(t => t.Lemma.ToLowerInvariant()).ToList();
        string joined = " " + string.Join(' ', lemmas) + " ";
        var found = new List<string>();
        foreach ((string context, IReadOnlyList<string> words) in codebook.Contexts)
        {
            if (sense.Context.Contains(context) || words.Any(w => joined.Contains(" " + w + " ", StringComparison.Ordinal))) found.Add(context);
        }
        return found;
    }

    /// <summary>The place named beside the predicate; null when none is.</summary>
    public static string? Place(Passage passage, Sentence s, Predicate p, IReadOnlyList<Party> recipients)
    {
        PlaceMention? best = null;
        int bestDistance = int.MaxValue;
        foreach (PlaceMention place in passage.Places.Where(x => x.Sentence == s.Index))
        {
            int before = place.First - 1;
            while (before >= 0 && s.Tokens[before].Upos is "DET" or "PROPN" or "ADJ" or "NOUN" && place.First - before < 4) before--;
            if (before < 0 || s.Tokens[before].Lemma is not ("in" or "at" or "near" or "outside" or "around")) continue;
            if (recipients.Any(r => r.Span is TextSpan span && span.Overlaps(place.Span) && r.Sector == Sector.Gov && place.Code is null)) continue;
            int head = s.Tokens[place.First].Head;
            bool under = s.IsUnder(place.First, p.Token) || s.IsUnder(place.First, p.Anchor);
            int distance = Math.Abs(place.First - p.Anchor) + (under ? 0 : 40) + (head < 0 ? 5 : 0);
            if (distance < bestDistance) (best, bestDistance) = (place, distance);
        }
        return best?.Text;
    }

    /// <summary>The words below the predicate that say what the act is about: its clause, else its "on", "about" or "over" phrase, else its object; null when there are none.</summary>
    public static string? Matter(Passage passage, Sentence s, Predicate p)
    {
        int head = p.Complements.FirstOrDefault(-1);
        if (head < 0)
        {
            foreach (string slot in new[] { "on", "about", "over", "for" })
            {
                head = p.Fill(slot).FirstOrDefault(-1);
                if (head >= 0) break;
            }
        }
        if (head < 0 && p.Pos == "verb") head = p.Fill("object").FirstOrDefault(-1);
        if (head < 0 || head == p.Token || s.IsUnder(p.Token, head)) return null;
        TextSpan span = s.SpanOf(s.Subtree(head));
        return span.Length > 300 ? null : span.Cut(passage.Text);
    }
}
