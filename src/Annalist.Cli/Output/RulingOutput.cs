using Annalist.Worlds;

namespace Annalist.Cli.Output;

/// <summary>A ruling as a reader wants it: the answer first, then the rules, who belongs to what, who objects, what was done before.</summary>
internal static class RulingOutput
{
    /// <summary>Writes it.</summary>
    public static void Write(Host host, ActWords acts, MayQuestion q, Ruling r)
    {
        string question = $"May {q.Bearer} {(q.AsRecipient ? $"get {q.Act} from" : acts.Phrase(q.Act))} {q.Toward ?? "anybody"}{(q.Matter is null ? "" : $" ({q.Matter})")}{(q.At is { } day ? " on " + Columns.Day(day) : "")}{(q.If is null ? "" : $", if {q.If}")}?";
        string answer = r.Answer switch
        {
            Permission.Yes => "yes",
            Permission.No => r.Unless is null ? "no" : $"no, unless {r.Unless}",
            Permission.OnlyWithConsent => $"only with the consent of all of {r.ConsentOf}",
            _ => "unknown",
        };
        AnswerOutput.Head(host, $"{question}  {answer}");
        AnswerOutput.Line(host, r.Reason);
        foreach (string condition in r.Conditions) AnswerOutput.Line(host, "on condition: " + condition, 2);
        Answer lines = Answer.Of(r, q.At);
        (string Role, string Title)[] titles = [("rule", "rules that apply"), ("not_applied", "rules that do not"), ("prospect", "what joining would bring"), ("membership", "by which ties"), ("consents", "who consents"), ("objects", "who objects"), ("precedent", "precedents"), ("act", "done before")];
        foreach ((string role, string title) in titles)
        {
            AnswerLine[] of = [.. lines.Lines.Where(l => l.Role == role)];
            if (of.Length > 0) AnswerOutput.Section(host, title, of);
        }
        if (r.Clashes.Count > 0)
        {
            host.Text.Write("\n");
            AnswerOutput.Head(host, $"what does not go together ({r.Clashes.Count})");
            foreach (string clash in r.Clashes) AnswerOutput.Line(host, clash, 2);
        }
        host.Text.Flush();
    }
}
