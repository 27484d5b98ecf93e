using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>Answers which rules there are, and whether somebody may.</summary>
internal sealed class RuleAsker(SystemView view, Question q)
{
    private readonly DateOnly? at = q.Days.Count > 0 ? q.Days[0] : null;

    public Answer Ask() => q.Ask switch
    {
        "may" => May(),
        null => Whether(),
        _ => throw new QuestionException($"'{q.Ask}' is nothing to ask of a rule", "use 'may', or leave it out"),
    };

    private Answer May()
    {
        string act = Act(q.Text("act")!, out string? matter, out bool recipient);
        Supposition? supposed = q.Text("if") is { } text ? Supposition.Parse(text) ?? throw new QuestionException($"'{text}' in 'if' is no tie", "write it as 'AAA member_of BBB ended' or 'AAA member_of BBB'") : null;
        Ruling ruling = new RuleEngine(view).Rule(new MayQuestion
        {
            Bearer = q.Text("bearer")!,
            Act = act,
            Toward = q.Text("toward") ?? q.Text("object"),
            At = at,
            Matter = q.Text("matter") ?? matter,
            Purpose = q.Text("purpose"),
            AsRecipient = q.Text("as") == "recipient" || recipient,
            If = supposed,
        });
        return Of(ruling, q.Days);
    }

    /// <summary>A ruling as an answer.</summary>
    public static Answer Of(Ruling ruling, IReadOnlyList<DateOnly> at) => new()
    {
        Find = "rule",
        Ask = "may",
        At = at,
        Value = Codes.Of(ruling.Answer),
        Standing = ruling.Rules.FirstOrDefault(r => r.Applies)?.Rule.Standing,
        Reason = ruling.Reason,
        Ruling = ruling,
        Lines =
        [
            .. ruling.Rules.Select(r => AnswerLine.Of(r.Applies ? "rule" : "not_applied", r.Rule, r.Why)),
            .. ruling.Prospect is { } gain ? [AnswerLine.Of("prospect", gain.Expectation)] : Array.Empty<AnswerLine>(),
            .. ruling.Rules.SelectMany(r => r.Ties).Concat(ruling.Prospect?.Ties ?? []).Distinct().Select(t => AnswerLine.Of("membership", t)),
            .. ruling.Positions.Select(p => AnswerLine.Of(Codes.Of(p.Fact.Stand), p)),
            .. ruling.Precedents.Select(t => AnswerLine.Of("precedent", t)),
            .. ruling.Acts.Select(e => AnswerLine.Of("act", e)),
        ],
    };

    private Answer Whether()
    {
        IReadOnlyList<string> bearers = q.Texts("bearer"), toward = [.. q.Texts("toward"), .. q.Texts("object")];
        string? act = q.Text("act") is { } given ? Act(given, out _, out _) : null;
        RuleForce? force = q.Code<RuleForce>("force");
        Held<WorldRule>[] found =
        [
            .. (act is null ? view.Rules : view.RulesOf(act)).Where(r => r.Standing != Standing.Rejected
                && (force is null || r.Fact.Force == force)
                && (at is null || Times.InForce(r.Fact.Period, at))
                && bearers.All(b => Covers(r.Fact.Bearer, b))
                && (r.Fact.Toward.Count == 0 || toward.All(t => Covers(r.Fact.Toward, t)))
                && (q.Text("consent_of") is not { } consent || r.Fact.ConsentOf == consent)
                && (q.Text("matter") is not { } matter || TextMatch.Related(matter, r.Fact.Matter ?? r.Fact.Instrument))
                && (q.Text("instrument") is not { } instrument || TextMatch.SameMatter(instrument, r.Fact.Instrument))),
        ];
        Held<WorldRule>[] good = [.. found.Where(r => r.Stands)];
        return new Answer
        {
            Find = "rule",
            At = q.Days,
            Value = good.Length > 0 ? true : null,
            Told = good.Length == 0 && found.Length > 0 ? true : null,
            Standing = good.Length > 0 ? good.Max(r => r.Standing) : found.Length > 0 ? Standing.Contradicted : null,
            Reason = good.Length > 0 ? string.Join("; ", good.Take(5).Select(r => $"{Sayings.Rule(r.Fact)} ({Sayings.Source(r.Receipt)})")) : "neither the packs nor the reports hold such a rule",
            Lines = [.. good.Select(r => AnswerLine.Of("basis", r)), .. found.Except(good).Select(r => AnswerLine.Of("told", r))],
        };
    }

    private bool Covers(IReadOnlyList<string> tokens, string code) =>
        tokens.Any(t => t == code || (t.StartsWith('!') ? view.Belonging.Chain(code, t[1..], at) is null : !t.Contains(':', StringComparison.Ordinal) && view.Belonging.Chain(code, t, at) is not null)
            || (t.StartsWith("area:", StringComparison.Ordinal) && view.World.Institution(code)?.Areas.Contains(t[5..]) == true));

    private string Act(string word, out string? matter, out bool recipient)
    {
        if (view.World.Acts.Find(word) is not { } found) throw new QuestionException($"'{word}' is no act", $"use a type of event ({string.Join(' ', Codes.All<EventType>())}), a relation ({string.Join(' ', Codes.All<Relation>())}) or one of {string.Join(' ', view.World.Acts.Verbs)}");
        (string act, matter, recipient) = found;
        return act;
    }
}
