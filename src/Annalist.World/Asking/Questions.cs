namespace Annalist.Worlds;

/// <summary>Answers questions over a view. Safe to share between threads.</summary>
public sealed class Questions
{
    private readonly SystemView view;
    private readonly Lazy<SystemView> reports;

    /// <summary>Questions over a view.</summary>
    public Questions(SystemView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        this.view = view;
        reports = new(() => view.OfReports(null));
    }

    /// <summary>Answers a question; several days give one answer with the values of each in turn.</summary>
    /// <exception cref="QuestionException">A value cannot be understood.</exception>
    public Answer Ask(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        SystemView over = question.Texts("told_in") is { Count: > 0 } labels ? view.OfReports(labels) : question.ReportsOnly ? reports.Value : view;
        if (question.Days.Count <= 1) return One(over, question);
        Answer[] each = [.. question.Days.Select(d => One(over, question.At(d)))];
        return each[0] with
        {
            At = question.Days,
            Value = each.All(a => a.Value is null) ? null : each.SelectMany(a => a.Value switch { IReadOnlyList<string> list => list, string s => [s], bool b => [b ? "true" : "false"], _ => (IReadOnlyList<string>)["unknown"] }).ToArray(),
            Standing = each.Select(a => a.Standing).Max(),
            Reason = string.Join("; ", each.Select((a, i) => $"{question.Days[i]:yyyy-MM-dd}: {a.Reason}")),
            Lines = [.. each.SelectMany(a => a.Lines)],
        };
    }

    /// <summary>May X do Y toward Z?</summary>
    /// <param name="question">The question.</param>
    /// <param name="named">True to give the reasons with names in place of codes, for people to read.</param>
    public Ruling May(MayQuestion question, bool named = false)
    {
        ArgumentNullException.ThrowIfNull(question);
        return new RuleEngine(view, named).Rule(question);
    }

    private static Answer One(SystemView over, Question q) => q.Find switch
    {
        "tie" => new TieAsker(over, q).Ask(),
        "rule" => new RuleAsker(over, q).Ask(),
        "commitment" => ListAsker.Commitments(over, q),
        "figure" => FigureAsker.Ask(over, q),
        "event" => EventAsker.Ask(over, q),
        "statement" => ListAsker.Statements(over, q),
        "expectation" => ListAsker.Expectations(over, q),
        "aim" => ListAsker.Aims(over, q),
        _ => DisputeAsker.Ask(over, q),
    };
}
