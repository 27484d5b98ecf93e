using System.Globalization;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Coding;

/// <summary>Forms that stand for several: "they", "both countries", "the six", "all three".</summary>
internal sealed partial class CoreferenceResolver
{
    private void TakePlural(Draft d)
    {
        Draft? group = history.LastOrDefault(a => d.Sentence.Index - a.Sentence.Index <= 2 && a.Codes.Count > 0 && !a.PlaceOnly && !IsSubjectOf(a, d) && (a.Codes.Count > 1 || a.Plural || world.Actor(a.Codes[0])?.Kind is ActorKind.Group or ActorKind.Movement));
        if (group is not null) { Take(d, group); d.IsPerson = false; return; }
        TakePair(d);
    }

    /// <summary>"the six countries": the nearest sentence before that lists just so many states, or names a group or bloc of so many members; else the nearest that names so many.</summary>
    private void TakeNumber(Draft d, int number)
    {
        for (int loose = 0; loose < 2; loose++)
        {
            for (int back = 0; back <= 12; back++)
            {
                if ((loose == 0 ? Told(d.Sentence.Index - back, number) : Loose(d.Sentence.Index - back, number)) is not { } set) continue;
                d.Codes.AddRange(set);
                d.Sector = Sector.Gov;
                d.Pending = false;
                return;
            }
        }
        Unresolved(d);
    }

    private List<string>? Told(int sentence, int number)
    {
        if (ListOf(sentence, number) is { } list) return list;
        var codes = CodesIn(sentence);
        var groups = codes.Where(c => world.Actor(c)?.Kind is ActorKind.Group or ActorKind.Bloc).ToList();
        if (groups.Count == 0) return null;
        var members = groups.SelectMany(g => world.MembersOf(g)).ToHashSet(StringComparer.Ordinal);
        foreach (List<string> set in groups.Select(g => new List<string> { g }).Append([.. groups.Concat(codes.Where(c => IsState(c) && !members.Contains(c)))]).Append(groups))
        {
            if (set.Sum(c => IsState(c) ? 1 : world.MembersOf(c).Count) == number) return set;
        }
        return null;
    }

    private List<string>? Loose(int sentence, int number)
    {
        var states = CodesIn(sentence).Where(IsState).ToList();
        return states.Count == number ? states : null;
    }

    private List<string> CodesIn(int sentence) => [.. history.Where(a => a.Sentence.Index == sentence && a.Codes.Count == 1 && !a.PlaceOnly).Select(a => a.Codes[0]).Distinct(StringComparer.Ordinal)];

    /// <summary>States that a sentence names in one list, "A, B and C", when they are just so many; null otherwise.</summary>
    private List<string>? ListOf(int sentence, int number)
    {
        var run = new List<Draft>();
        foreach (Draft a in history.Where(a => a.Sentence.Index == sentence && a.Codes.Count == 1 && a.Kind is MentionKind.Name or MentionKind.Seat && IsState(a.Codes[0])).OrderBy(a => a.First))
        {
            if (run.Count > 0 && !Enumerable.Range(run[^1].Last, a.First - run[^1].Last).All(i => a.Sentence.Tokens[i].Form == "," || a.Sentence.Tokens[i].Upos == "CCONJ"))
            {
                if (run.Count == number) break;
                run.Clear();
            }
            run.Add(a);
        }
        return run.Count == number ? [.. run.Select(a => a.Codes[0]).Distinct(StringComparer.Ordinal)] : null;
    }

    private static int Number(string word) => word.ToLowerInvariant() switch
    {
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        _ => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n is > 2 and < 40 ? n : 0,
    };

    /// <summary>"both countries": two that were named side by side, else the two of the nearest sentence that names two, else the two of which the report has spoken most.</summary>
    private void TakePair(Draft d)
    {
        for (int back = 0; back <= 3; back++)
        {
            List<Draft> near = [.. history.Where(a => a.Sentence.Index == d.Sentence.Index - back && !a.PlaceOnly && (a.Kind != MentionKind.Seat || a.IsSubject || !a.IsWhere && back > 0) && !(a.Kind == MentionKind.Role && a.Sector is Sector.Reb or Sector.Uaf or Sector.Crm or Sector.Cvl))];
            var codes = near.SelectMany(a => a.Codes).Where(IsState).Distinct(StringComparer.Ordinal).ToList();
            if (codes.Count < 2) continue;
            if (codes.Count > 2 && (d.RoleNoun is null || IsTwo(d))) codes = SideBySide(near) ?? Salient(d, codes);
            d.Codes.AddRange(codes);
            d.Sector = Sector.Gov;
            d.Pending = false;
            return;
        }
        if (Main(d) is { } main)
        {
            d.Codes.AddRange(main);
            d.Sector = Sector.Gov;
            d.Pending = false;
            d.Confidence *= 0.8;
            return;
        }
        Unresolved(d);
    }

    /// <summary>The two states of which the report is: each named three times and twice as often as any other; null when there are no such two.</summary>
    private List<string>? Main(Draft d)
    {
        var told = history.Where(a => !a.PlaceOnly && d.Sentence.Index - a.Sentence.Index <= 12).SelectMany(a => a.Codes).Where(IsState).GroupBy(c => c, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        return told.Count < 2 || told[1].Count() < 3 || (told.Count > 2 && 2 * told[2].Count() > told[1].Count()) ? null : [told[0].Key, told[1].Key];
    }

    /// <summary>True for a phrase with "both" or "the two".</summary>
    private static bool IsTwo(Draft d) => Enumerable.Range(d.First, d.Last - d.First).Any(i => d.Sentence.Tokens[i].Lemma == "both" || (d.Sentence.Tokens[i].Lemma == "two" && i > 0 && d.Sentence.Tokens[i - 1].Lemma is "the" or "these" or "those"));

    /// <summary>Two states joined in one sentence ("A and B", "A–B"); null when there is no such pair or more than one.</summary>
    private List<string>? SideBySide(List<Draft> near)
    {
        var pairs = new List<List<string>>();
        List<Draft> order = [.. near.Where(a => a.Codes.Count == 1 && IsState(a.Codes[0])).OrderBy(a => a.First)];
        for (int i = 1; i < order.Count; i++)
        {
            if (order[i].Codes[0] == order[i - 1].Codes[0] || order[i].First <= order[i - 1].Last) continue;
            if (Enumerable.Range(order[i - 1].Last, order[i].First - order[i - 1].Last).Any(t => order[i].Sentence.Tokens[t] is not ({ Form: "-" or "–" } or { Upos: "CCONJ" or "DET" }))) continue;
            pairs.Add([order[i - 1].Codes[0], order[i].Codes[0]]);
        }
        return pairs.Count > 0 && pairs.All(p => p.ToHashSet(StringComparer.Ordinal).SetEquals(pairs[0])) ? pairs[0] : null;
    }

    /// <summary>The two of the candidates of which most has been said, the nearer sentences counting more.</summary>
    private List<string> Salient(Draft d, List<string> candidates) =>
        [.. candidates.OrderByDescending(c => history.Where(a => a.Codes.Contains(c) && !a.PlaceOnly).Sum(a => 1.0 / (1 + d.Sentence.Index - a.Sentence.Index))).Take(2).OrderBy(candidates.IndexOf)];
}
