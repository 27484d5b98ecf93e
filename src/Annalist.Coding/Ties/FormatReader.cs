using Annalist.Language;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Coding;

/// <summary>Who takes part in a format of meetings, where the sentence tells it without naming the format: "this format was launched in 2015 between …", "in the “5+1” format".</summary>
internal sealed class FormatReader(World world, Passage passage, DateTable dates)
{
    private const int Back = 4;   // sentences back in which "this format" finds its name

    /// <summary>An actor that takes part.</summary>
    /// <param name="Actor">Its code.</param>
    /// <param name="Format">Code of the format.</param>
    /// <param name="Cue">The token that tells it.</param>
    /// <param name="From">Since when; null when not said.</param>
    /// <param name="Phase">How far it has come.</param>
    /// <param name="Rule">Id of the pattern.</param>
    /// <param name="Confidence">Before the coder's own factor, 0 to 1.</param>
    public readonly record struct Part(string Actor, string Format, int Cue, DateOnly? From, Phase Phase, string Rule, double Confidence);

    /// <summary>Those whom a sentence tells to take part.</summary>
    public IEnumerable<Part> Read(Sentence s) => Launched(s).Concat(PlusOne(s));

    private IEnumerable<Part> Launched(Sentence s)
    {
        for (int v = 0; v < s.Tokens.Count; v++)
        {
            if (s.Tokens[v].Upos != "VERB" || s.Tokens[v].Lemma is not ("launch" or "establish" or "create" or "found" or "form" or "begin" or "start" or "exist") || StatusFinder.IsNegated(s, v)) continue;
            int subject = s.Child(v, "nsubj:pass", "nsubj");
            if (subject < 0 || FormatAt(s, subject) is not string format) continue;
            if (s.Children(v).Any(c => s.Tokens[c].Xpos == "MD")) continue;
            DateOnly? from = dates.For(s.Index, v)?.Range?.From;
            int between = s.Tokens.FirstOrDefault(t => t.Index > v && t.Lemma is "between" or "by" or "with")?.Index ?? -1;
            string[] named = between < 0 ? [] : Sides(passage.Mentions.In(s.Index).Where(m => m.First > between));
            string[] known = [.. world.Ties.Where(t => t.Relation == Relation.ParticipantIn && t.Object == format).Select(t => t.Subject).Distinct(StringComparer.Ordinal)];
            // Without names in the sentence, its known sides have taken part since then.
            foreach (string actor in named.Length > 1 ? named : from is null ? [] : known) yield return new(actor, format, v, from, Phase.InForce, "format-launched", 0.85);
        }
    }

    private string? FormatAt(Sentence s, int subject)
    {
        if (passage.Mentions.Covering(s.Index, subject) is { Codes: [string code] } && IsFormat(code)) return code;
        if (s.Tokens[subject].Lemma is not ("format" or "platform" or "grouping" or "dialogue" or "mechanism")) return null;
        for (int i = s.Index; i >= Math.Max(0, s.Index - Back); i--)
        {
            ActorMention? m = passage.Mentions.In(i).LastOrDefault(m => m.Codes is [string c] && IsFormat(c) && (i < s.Index || m.Last <= subject));
            if (m is not null) return m.Codes[0];
        }
        return null;
    }

    /// <summary>"In the “5+1” format with the group …": each state beside a group takes part in the format that is known to join the two.</summary>
    private IEnumerable<Part> PlusOne(Sentence s)
    {
        int plus = Enumerable.Range(1, Math.Max(0, s.Tokens.Count - 2)).FirstOrDefault(t => s.Tokens[t].Form == "+" && s.Tokens[t - 1].Form.All(char.IsDigit) && s.Tokens[t + 1].Form == "1", -1);
        if (plus < 0) plus = Enumerable.Range(0, s.Tokens.Count).FirstOrDefault(t => s.Tokens[t].Form.Length == 3 && char.IsDigit(s.Tokens[t].Form[0]) && s.Tokens[t].Form.EndsWith("+1", StringComparison.Ordinal), -1);
        if (plus < 0 || !Enumerable.Range(Math.Max(0, plus - 6), Math.Min(s.Tokens.Count, plus + 7) - Math.Max(0, plus - 6)).Any(t => s.Tokens[t].Lemma is "format" or "formula" or "scheme")) yield break;
        string[] sides = Sides(passage.Mentions.In(s.Index));
        string? group = sides.FirstOrDefault(c => world.Actor(c)?.Kind is ActorKind.Group);
        if (group is null) yield break;
        bool proposed = s.Tokens.Any(t => t.Upos == "VERB" && t.Lemma is "propose" or "offer" or "suggest" or "invite");
        foreach (string state in sides.Where(c => world.Actor(c)?.Kind is ActorKind.State or ActorKind.Bloc or ActorKind.Organisation))
        {
            string? format = world.Ties.Where(t => t.Relation == Relation.ParticipantIn && t.Subject == state && IsFormat(t.Object) && world.Ties.Any(o => o.Relation == Relation.ParticipantIn && o.Object == t.Object && o.Subject == group)).Select(t => t.Object).Order(StringComparer.Ordinal).FirstOrDefault();
            if (format is null) continue;
            yield return new(state, format, plus, null, proposed ? Phase.Proposed : Phase.InForce, "format-plus-one", 0.75);
            yield return new(group, format, plus, null, proposed ? Phase.Proposed : Phase.InForce, "format-plus-one", 0.7);
        }
    }

    /// <summary>Codes of the states and groups named, a group for its members beside it.</summary>
    private string[] Sides(IEnumerable<ActorMention> mentions)
    {
        string[] codes = [.. mentions.Where(m => m.Codes.Count == 1 && m.Kind is MentionKind.Name or MentionKind.Seat or MentionKind.Demonym && m.Sector is not Sector.Jrn && world.Actor(m.Codes[0])?.Kind is ActorKind.State or ActorKind.Group or ActorKind.Bloc or ActorKind.Organisation).Select(m => m.Codes[0]).Distinct(StringComparer.Ordinal)];
        var members = codes.Where(c => world.Actor(c)?.Kind is ActorKind.Group).SelectMany(g => world.MembersOf(g, passage.Report.ReferenceDate)).ToHashSet(StringComparer.Ordinal);
        return [.. codes.Where(c => !members.Contains(c))];
    }

    private bool IsFormat(string code) => world.Actor(code)?.Kind is ActorKind.Format;
}
