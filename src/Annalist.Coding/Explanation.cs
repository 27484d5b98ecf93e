using System.Globalization;
using System.Text;
using Annalist.Language;
using Annalist.Model;

namespace Annalist.Coding;

/// <summary>Why a finding was made, for a person to read: words and tree, mentions, rule and rivals.</summary>
internal static class Explanation
{
    public static string Of(Finding finding, Passage passage, IEnumerable<EventCoder.Coded> events)
    {
        var b = new StringBuilder();
        b.Append(Line(finding)).Append('\n');
        b.Append(CultureInfo.InvariantCulture, $"  rule {finding.Rule}, confidence {finding.Confidence:0.00}\n");
        if (events.FirstOrDefault(e => e.Event.Id == finding.Id) is { } coded)
        {
            b.Append(CultureInfo.InvariantCulture, $"  actor from {string.Join(", ", coded.Sense.Actor)}; recipient from {(coded.Sense.Recipient.Count == 0 ? "nowhere" : string.Join(", ", coded.Sense.Recipient))}\n");
            b.Append("  rivals ").Append(coded.Rivals.Count == 0 ? "none" : string.Join(", ", coded.Rivals)).Append('\n');
        }
        if (finding.Notes.Count > 0) b.Append("  notes ").Append(string.Join(", ", finding.Notes)).Append('\n');
        Sentence? s = passage.Sentences.FirstOrDefault(x => x.Span == finding.Span);
        if (s is null) return b.ToString();
        Words(b, s, passage);
        return b.ToString();
    }

    /// <summary>A sentence with its mentions, tree, findings, and the senses weighed.</summary>
    public static string Of(Sentence s, Passage passage, IEnumerable<Finding> findings, IReadOnlyList<string> weighed)
    {
        var b = new StringBuilder();
        b.Append(s.Text).Append('\n');
        Words(b, s, passage);
        b.Append("  senses\n");
        foreach (string w in weighed) b.Append("    ").Append(w).Append('\n');
        b.Append("  findings\n");
        foreach (Finding f in findings.Where(f => f.Span == s.Span && f.In == passage.Part)) b.Append("    ").Append(Line(f)).Append(CultureInfo.InvariantCulture, $"  [{f.Rule}, {f.Confidence:0.00}]\n");
        return b.Append('\n').ToString();
    }

    private static void Words(StringBuilder b, Sentence s, Passage passage)
    {
        b.Append("  mentions\n");
        foreach (ActorMention m in passage.Mentions.In(s.Index))
        {
            b.Append(CultureInfo.InvariantCulture, $"    {m.Text} = {(m.Codes.Count == 0 ? "UNK" : string.Join('+', m.Codes))} {Codes.Of(m.Sector)}{(m.Name is null ? "" : ", " + m.Name)} ({Codes.Of(m.Kind)}, {m.Confidence:0.00}){(m.Notes.Count == 0 ? "" : " " + string.Join(", ", m.Notes))}\n");
        }
        b.Append("  tree\n");
        foreach (Token t in s.Tokens)
        {
            b.Append(CultureInfo.InvariantCulture, $"    {t.Index + 1,3} {t.Form,-20} {t.Lemma,-16} {t.Upos,-6} {t.Head + 1,3} {t.Deprel}\n");
        }
    }

    /// <summary>One line that says what the finding is.</summary>
    public static string Line(Finding f) => f switch
    {
        Event e => $"{e.Id} {Codes.Of(e.Type)}{(e.Modes.Count > 0 ? "/" + string.Join('/', e.Modes) : "")} {Codes.Of(e.Status)} {Sides(e.Actors)} -> {Sides(e.Recipients)} {When(e.From, e.To)}".TrimEnd(),
        Statement s => $"{s.Id} {s.Speaker ?? "somebody"} ({s.SpeakerCode} {Codes.Of(s.SpeakerSector)}) {s.Cue}: {s.Content}",
        Tie t => $"{t.Id} {t.Subject} {Codes.Of(t.Relation)} {t.Object}{(t.Polarity < 0 ? " (not)" : "")}",
        Figure x => string.Create(CultureInfo.InvariantCulture, $"{x.Id} {Codes.Of(x.Measure)} {x.Value} {x.Unit} {string.Join(',', x.Actors)}"),
        Rule r => $"{r.Id} {string.Join('+', r.Bearer)} {Codes.Of(r.Force)} {r.Act} {string.Join('+', r.Toward)}{(r.ConsentOf is null ? "" : " with the consent of " + r.ConsentOf)}",
        Commitment c => $"{c.Id} {string.Join('+', c.By)} {Codes.Of(c.Stage)} {(c.Act is EventType act ? Codes.Of(act) : "")} toward {(c.Toward.Count == 0 ? "nobody" : string.Join('+', c.Toward))}: {c.Matter}",
        _ => f.Id,
    };

    private static string Sides(IReadOnlyList<Party> parties) => parties.Count == 0 ? "(nobody)" : string.Join(" + ", parties.Select(p => $"{p.Code} {Codes.Of(p.Sector)}"));

    private static string When(DateOnly? from, DateOnly? to) => from is DateOnly f && to is DateOnly t ? new DateRange(f, t).ToString() : "";
}
