namespace Annalist.Analysis.Evaluation;

/// <summary>What gold or a run has of one report.</summary>
internal sealed class CodedReportLines
{
    public ArticleLine? Article { get; set; }

    public List<EventLine> Events { get; } = [];

    public List<StatementLine> Statements { get; } = [];

    public List<TieLine> Ties { get; } = [];

    public List<FigureLine> Figures { get; } = [];
}
