using Annalist.Language;
using Annalist.Model;

namespace Annalist.Coding;

/// <summary>What a tie's pattern reads beside its two sides: phase, since when, channel, goods, through whom, places.</summary>
internal sealed class TieDetails(Codebook codebook, Passage passage, DateTable dates, TieSlots slots)
{
    private const int Near = 8;   // words between a tie's word and the span of time that it lasts
    private const int Around = 2; // sentences around in which a base makes a place name a base

    private static readonly string[] Channels = ["energy", "transit", "security", "remittances", "finance", "trade"];

    /// <summary>The tie with its details, once for each of its places; none when the pattern asks for a channel and the words tell none.</summary>
    public IEnumerable<Tie> Fill(Tie tie, Sentence s, Predicate p, TieSense sense, StatusFinder.Reading reading)
    {
        string? channel = sense.Channel == "@" ? Channel(s, p) : sense.Channel;
        if (sense.Channel is not null && channel is null) return [];
        (DateOnly? from, DateOnly? to, bool ended) = Span(s, p, tie);
        Tie full = tie with
        {
            Phase = sense.Phase ?? (sense.Phases ? Phase(reading) : ended ? Model.Phase.Ended : tie.Phase),
            From = tie.From ?? from,
            To = to,
            Channel = channel,
            Goods = sense.Goods is string slot ? Goods(s, p, slot) : null,
            Via = sense.Via is string through && slots.Of(s, p, through) is { Count: > 0 } via ? string.Join('|', via.Select(v => v.Party.Code).Distinct(StringComparer.Ordinal)) : null,
            Licit = sense.Licit,
            Rank = tie.Relation is Relation.DependsOn or Relation.PartnerOf ? Rank(s, p) : null,
        };
        if (sense.Places is not string places) return [full];
        string[] names = [.. Places(s, p, places)];
        return names.Length == 0 ? [full] : names.Select(n => full with { Place = n, Id = FindingIds.Of('t', passage.Report, passage.Part, s.Tokens[p.Token].Span, full.Subject, Codes.Of(full.Relation), full.Object, n) });
    }

    /// <summary>Whether a condition that only ties know holds; null when it is not one of theirs.</summary>
    public bool? Holds(Sentence s, Predicate p, string slot, Words words) => slot switch
    {
        "near" => words.All.Any(w => Phrase(s, p).Contains(w, StringComparison.Ordinal)),
        "sentence" => words.All.Any(w => s.Text.Contains(w, StringComparison.OrdinalIgnoreCase)),
        "above" => s.Tokens[p.Token].Head is int above and >= 0 && words.All.Any(w => codebook.Is(s.Tokens[above].Lemma, w)),
        "present" => IsPresent(s, p),
        "past" => s.Tokens[p.Token].Xpos == "VBD",
        "around" => Enumerable.Range(Math.Max(0, s.Index - Around), Math.Min(passage.Sentences.Count - 1, s.Index + Around) - Math.Max(0, s.Index - Around) + 1)
            .Any(i => passage.Sentences[i].Tokens.Any(t => words.All.Any(w => codebook.Is(t.Lemma, w)))),
        "places" => Places(s, p, words.All[0]).Any(),
        _ => null,
    };

    /// <summary>The words that hang on the predicate, or on the first of the nouns that it is joined to ("the main trade and investment <b>partner</b>").</summary>
    private static string Phrase(Sentence s, Predicate p) => TieCoder.Phrase(s, s.Tokens[p.Token].Relation == "conj" && s.Tokens[p.Token].Head >= 0 && s.Tokens[s.Tokens[p.Token].Head].Upos == "NOUN" ? s.Tokens[p.Token].Head : p.Token);

    /// <summary>A standing practice: "supplies", "is supplying", "has long supplied".</summary>
    private static bool IsPresent(Sentence s, Predicate p)
    {
        string tag = s.Tokens[p.Token].Xpos;
        var aux = s.Children(p.Token).Where(c => s.Tokens[c].Relation == "aux").Select(c => s.Tokens[c].Xpos).ToList();
        return !p.IsPassive && (tag is "VBZ" or "VBP" || (tag is "VBG" or "VBN" && aux.Count > 0 && aux.All(a => a is "VBZ" or "VBP")));
    }

    private static Phase Phase(StatusFinder.Reading reading) => reading.Status switch
    {
        EventStatus.Planned => Model.Phase.Agreed,
        EventStatus.Possible => reading.Modality is Modality.May ? Model.Phase.Floated : Model.Phase.Proposed,
        _ => Model.Phase.InForce,
    };

    private string? Channel(Sentence s, Predicate p)
    {
        int[] words = [.. p.Fill("for").SelectMany(f => s.Subtree(f)), .. s.Subtree(s.Tokens[p.Token].Relation == "conj" && s.Tokens[p.Token].Head >= 0 ? s.Tokens[p.Token].Head : p.Token)];
        foreach (int t in words)
        {
            if (Channels.FirstOrDefault(c => codebook.Is(s.Tokens[t].Lemma.ToLowerInvariant(), "@channel-" + c)) is string channel) return channel;
        }
        return null;
    }

    /// <summary>1 for "the main partner", "the closest ties", 2 for "the second largest"; null for "one of the largest" and where nothing ranks.</summary>
    private int? Rank(Sentence s, Predicate p)
    {
        int noun = s.Tokens[p.Token].Relation == "conj" && s.Tokens[p.Token].Head >= 0 ? s.Tokens[p.Token].Head : p.Token;
        if (s.Tokens[noun].Head is int above and >= 0 && s.Tokens[above].Lemma is "one" or "among") return null;
        int[] words = [.. s.Children(noun).Concat(s.Children(p.Token)).Where(c => s.Tokens[c].Relation is "amod" or "compound" or "nmod")];
        if (!words.Any(w => s.Tokens[w].Xpos == "JJS" || codebook.Is(s.Tokens[w].Lemma.ToLowerInvariant(), "@rank-first"))) return null;
        int[] near = [.. words.SelectMany(w => s.Subtree(w))];
        return near.Any(w => s.Tokens[w].Lemma is "second") ? 2 : near.Any(w => s.Tokens[w].Lemma is "third") ? 3 : 1;
    }

    /// <summary>Since when and until when: "since 2015", "until 2005", "for the past six years".</summary>
    private (DateOnly? From, DateOnly? To, bool Ended) Span(Sentence s, Predicate p, Tie tie)
    {
        if (tie.Relation is Relation.HoldsOffice or Relation.Policy) return default;
        foreach (DateMention d in dates.In(s.Index).Where(d => d.Range is not null && Math.Min(Math.Abs(d.First - p.Token), Math.Abs(d.Last - p.Token)) <= Near))
        {
            if (d.Kind == DateKind.Since) return (d.Range!.Value.From, null, false);
            if (d.Kind == DateKind.Until) return (null, d.Range!.Value.To, true);
            bool past = d.Kind == DateKind.Period && Enumerable.Range(d.First, d.Last - d.First).Any(t => s.Tokens[t].Lemma is "past" or "last");
            if (past && tie.Relation is Relation.ObserverOf or Relation.MemberOf or Relation.AllyOf or Relation.PartnerOf or Relation.DependsOn) return (d.Range!.Value.From, null, false);
        }
        return default;
    }

    /// <summary>What is supplied: the words of the slot up to the phrases that name the sides.</summary>
    private string? Goods(Sentence s, Predicate p, string slot)
    {
        if (p.Fill(slot) is not [int first, ..] all) return null;
        int last = all[^1];
        int from = first;
        while (from > 0 && s.Tokens[from - 1].Head == first && s.Tokens[from - 1].Relation is "amod" or "compound") from--;
        if (last < first) last = first;
        while (last > first && (passage.Mentions.Covering(s.Index, last) is not null || s.Tokens[last].Upos is not ("NOUN" or "PROPN"))) last--;
        return s.Tokens[from].Span.Union(s.Tokens[last].Span).Cut(passage.Text);
    }

    /// <summary>Names of places in a slot, none of them a state: "Karst and Limen in X".</summary>
    private IEnumerable<string> Places(Sentence s, Predicate p, string slot)
    {
        var heads = p.Fill(slot).ToList();
        foreach (int o in heads.ToList().Where(o => codebook.Is(s.Tokens[o].Lemma, "base") || codebook.Is(s.Tokens[o].Lemma, "airbase") || s.Tokens[o].Lemma is "airfield" or "facility"))
        {
            heads.Remove(o);
            // "used the base at X": the place hangs on the base or on the verb.
            IEnumerable<int> around = s.Tokens[o].Head is int verb and >= 0 && s.Tokens[o].Relation == "obj" ? s.Children(verb).Where(c => c > o && s.Tokens[c].Relation == "obl").SelectMany(s.Subtree) : [];
            heads.AddRange(s.Subtree(o).Concat(around).Where(t => s.Tokens[t].Upos == "PROPN" && s.Children(t).Any(c => s.Tokens[c].Relation == "case" && s.Tokens[c].Lemma is "at" or "in" or "of" or "near")));
            heads.AddRange(heads.ToList().SelectMany(h => s.Children(h).Where(c => s.Tokens[c].Relation == "conj" && s.Tokens[c].Upos == "PROPN")));
        }
        foreach (int h in heads.Distinct().Order())
        {
            if (s.Tokens[h].Upos != "PROPN" || passage.Mentions.Covering(s.Index, h) is { Codes.Count: > 0 }) continue;
            int last = h, first = h;
            while (last + 1 < s.Tokens.Count && s.Tokens[last + 1].Relation is "flat" or "compound" && s.Tokens[last + 1].Upos == "PROPN" && s.Tokens[last + 1].Head == h) last++;
            while (first > 0 && s.Tokens[first - 1].Head == h && s.Tokens[first - 1].Upos is "PROPN" or "PUNCT" && s.Tokens[first - 1].Relation is "compound" or "punct" or "flat" && s.Tokens[first - 1].Form is not ",") first--;
            yield return s.Tokens[first].Span.Union(s.Tokens[last].Span).Cut(passage.Text);
        }
    }
}
