using System.Globalization;
using Annalist.Language;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Coding;

/// <summary>Agreements and plans that no pack knows: "a France – Italy plan of action was signed for 2021–2023". The object of the tie is their name in the report's words.</summary>
internal sealed class AgreementReader(World world, Codebook codebook, Passage passage, TieSlots slots)
{
    /// <summary>A party to one.</summary>
    /// <param name="Actor">Its code.</param>
    /// <param name="Name">The agreement's name in the report's words.</param>
    /// <param name="Cue">The token that tells it.</param>
    /// <param name="From">First day; null when not said.</param>
    /// <param name="To">Last day; null when not said.</param>
    /// <param name="Phase">How far it has come.</param>
    /// <param name="Confidence">Before the coder's own factor, 0 to 1.</param>
    public readonly record struct Party(string Actor, string Name, int Cue, DateOnly? From, DateOnly? To, Phase Phase, double Confidence);

    /// <summary>Those whom a sentence tells to be parties.</summary>
    public IEnumerable<Party> Read(Sentence s)
    {
        for (int n = 0; n < s.Tokens.Count; n++)
        {
            if (s.Tokens[n].Upos is not ("NOUN" or "PROPN") || passage.Mentions.Covering(s.Index, n) is { Kind: MentionKind.Name }) continue;
            int act = s.Child(n, "nmod") is int c and >= 0 && s.Tokens[c].Form == "action" && s.Child(c, "case") is int of and >= 0 && s.Tokens[of].Lemma == "of" ? c : -1;
            bool kind = act >= 0 || s.Tokens[n].Lemma is "plan" or "agreement" or "treaty" or "programme" or "program" or "roadmap" or "memorandum" or "strategy" or "accord" or "pact";
            if (!kind) continue;
            (DateOnly? From, DateOnly? To) years = Years(s, n);
            bool signed = s.Tokens[n].Head is int verb and >= 0 && s.Tokens[verb].Lemma is "sign" or "conclude" or "adopt" or "ratify" && s.Tokens[n].Relation is "nsubj" or "obj" && !StatusFinder.IsNegated(s, verb) && !s.Children(verb).Any(x => s.Tokens[x].Xpos == "MD");
            string[] states = Between(s, n);
            bool pair = signed && states.Length >= 2;
            if (!pair && years.From is not null && Predicate.At(s, codebook, n) is Predicate p && s.Tokens[n].Relation is "obj" or "obl")
            {
                states = [.. slots.Of(s, p, "clausesubject").Where(f => f.Party.Sector is Sector.Gov && IsSide(f.Party.Code)).Select(f => f.Party.Code).Distinct(StringComparer.Ordinal)];
                pair = states.Length > 0 && !s.Children(s.Tokens[n].Head).Any(x => s.Tokens[x].Xpos == "MD") && !StatusFinder.IsNegated(s, s.Tokens[n].Head);
            }
            if (!pair) continue;
            (int first, int last) = Name(s, n, act);
            string name = s.Tokens[first].Span.Union(s.Tokens[last].Span).Cut(passage.Text);
            foreach (string state in states) yield return new(state, name, n, years.From, years.To, Phase.InForce, signed ? 0.8 : 0.6);
        }
    }

    private string[] Between(Sentence s, int noun) =>
        [.. passage.Mentions.In(s.Index).Where(m => m.Codes.Count == 1 && IsSide(m.Codes[0]) && m.Kind is MentionKind.Name or MentionKind.Demonym && m.Head != noun && s.IsUnder(m.Head, noun)).Select(m => m.Codes[0]).Distinct(StringComparer.Ordinal)];

    private bool IsSide(string code) => world.Actor(code)?.Kind is ActorKind.State or ActorKind.Territory or ActorKind.Group or ActorKind.Bloc or ActorKind.Organisation;

    /// <summary>"for 2020–2025", "for the years of 2015-2017": whole years; null where none are named.</summary>
    private static (DateOnly?, DateOnly?) Years(Sentence s, int noun)
    {
        for (int t = noun + 1; t + 2 < s.Tokens.Count && t < noun + 16; t++)
        {
            if (s.Tokens[t + 1].Form is not ("-" or "–" or "to" or "—") || Year(s.Tokens[t].Form) is not int from || Year(s.Tokens[t + 2].Form) is not int to || to < from) continue;
            if (Enumerable.Range(noun, t - noun).Any(k => s.Tokens[k].Lemma == "for")) return (new DateOnly(from, 1, 1), new DateOnly(to, 12, 31));
        }
        return default;
    }

    private static int? Year(string form) => form.Length == 4 && int.TryParse(form, NumberStyles.None, CultureInfo.InvariantCulture, out int y) && y is > 1900 and < 2100 ? y : null;

    /// <summary>The name: the noun with what stands before it but its article, "of action", and "for" with its years right after.</summary>
    private static (int First, int Last) Name(Sentence s, int noun, int action)
    {
        int[] before = [.. s.Subtree(noun).Where(t => t < noun)];
        int first = before.Length > 0 ? before[0] : noun;
        while (first < noun && s.Tokens[first].Upos is "DET" or "ADP" or "PUNCT") first++;
        int last = action >= 0 ? action : noun;
        if (action < 0 && noun + 2 < s.Tokens.Count && s.Tokens[noun + 1].Lemma == "for" && Year(s.Tokens[noun + 2].Form) is not null)
        {
            last = noun + 2;
            if (last + 2 < s.Tokens.Count && Year(s.Tokens[last + 2].Form) is not null) last += 2;
        }
        return (first, last);
    }
}
