using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>Finds the sides of a dispute: for each the tellings of that report or speaker that share its words. Whether they contradict each other is for the reader.</summary>
internal static class DisputeAsker
{
    public static Answer Ask(SystemView view, Question q)
    {
        var lines = new List<AnswerLine>();
        int found = 0;
        IReadOnlyList<(string? Report, string? Speaker, string Says)> sides = q.Sides();
        foreach ((string? report, string? speaker, string says) in sides)
        {
            // Labels and names are few, tellings many: each is compared once.
            var labels = new Dictionary<string, bool>(StringComparer.Ordinal);
            var names = new Dictionary<string, bool>(StringComparer.Ordinal);
            bool In(Receipt r) => report is null || Once(labels, r.Report ?? "", _ => Of(r, report));
            bool By(string? name) => speaker is null || Once(names, name ?? "", n => TextMatch.SameName(speaker, n));
            AnswerLine[] tellings =
            [
                .. view.Statements.Where(s => s.Standing != Standing.Rejected && In(s.Receipt) && By(s.Fact.Speaker) && TextMatch.Within(says, s.Fact.Content)).Take(3).Select(s => AnswerLine.Of("side", s, says)),
                .. speaker is not null ? [] : view.Events.Where(e => e.Standing != Standing.Rejected && In(e.Receipt) && TextMatch.Within(says, e.Fact.Sentence)).Take(3).Select(e => AnswerLine.Of("side", e, says)),
                .. speaker is not null ? [] : view.Ties.Where(t => t.Standing != Standing.Rejected && t.Receipt.Report is not null && In(t.Receipt) && TextMatch.Within(says, t.Receipt.Sentence)).Take(3).Select(t => AnswerLine.Of("side", t, says)),
            ];
            if (tellings.Length > 0) found++;
            lines.AddRange(tellings);
        }
        if (sides.Count == 0 && q.Text("over") is { } over)
        {
            lines.AddRange(view.Ties.Where(t => t.Standing == Standing.Contradicted && TextMatch.Related(over, Sayings.Tie(t.Fact) + " " + t.Receipt.Sentence)).Select(t => AnswerLine.Of("told", t)));
        }
        bool whole = sides.Count > 0 && found == sides.Count;
        return new Answer
        {
            Find = "dispute",
            At = q.Days,
            Value = whole || (sides.Count == 0 && lines.Count > 0) ? true : null,
            Standing = lines.Count > 0 ? Standing.Told : null,
            Reason = sides.Count == 0 ? lines.Count > 0 ? "what is told is contradicted" : "no contradicted telling is about it" : $"{found} of {sides.Count} sides were found in the reports",
            Lines = lines,
        };
    }

    private static bool Of(Receipt receipt, string? report) => report is null || receipt.IsOf(report);

    private static bool Once(Dictionary<string, bool> known, string key, Func<string, bool> compare)
    {
        if (!known.TryGetValue(key, out bool same)) known[key] = same = compare(key);
        return same;
    }
}
