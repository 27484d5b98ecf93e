using Annalist.Model;

namespace Annalist.Coding;

/// <summary>What a report says, with everything needed to explain it. Immutable.</summary>
public sealed class Coding
{
    private readonly Func<Finding, string> explain;
    private readonly Func<string> weigh;

    internal Coding(Report report, IReadOnlyList<Finding> findings, Func<Finding, string> explain, Func<string> weigh, Passage? body = null, Passage? title = null)
    {
        Body = body;
        Title = title;
        this.weigh = weigh;
        Report = report;
        Findings = findings;
        this.explain = explain;
    }

    /// <summary>The report, with the notes that coding added.</summary>
    public Report Report { get; }

    /// <summary>The report's text with its sentences, and who is meant in them; null when the report is in a language that is not coded.</summary>
    public Passage? Body { get; }

    /// <summary>The same of the title; null when there is none.</summary>
    public Passage? Title { get; }

    /// <summary>All findings, in the order of the text: the title's first.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Who did what to whom.</summary>
    public IReadOnlyList<Event> Events => [.. Findings.OfType<Event>()];

    /// <summary>Who said what.</summary>
    public IReadOnlyList<Statement> Statements => [.. Findings.OfType<Statement>()];

    /// <summary>What holds between actors.</summary>
    public IReadOnlyList<Tie> Ties => [.. Findings.OfType<Tie>()];

    /// <summary>What was counted.</summary>
    public IReadOnlyList<Figure> Figures => [.. Findings.OfType<Figure>()];

    /// <summary>Why a finding was made: the sentence's words and tree, the mentions in it, the rule and the rules that it was preferred to.</summary>
    public string Explain(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return explain(finding);
    }

    /// <summary>The whole report explained: for each sentence its words and tree, who is meant, which senses of the lexicon were weighed and why they did not fit, and its findings.</summary>
    public string Explain() => weigh();
}
