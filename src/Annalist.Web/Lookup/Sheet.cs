using System.Collections.Concurrent;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Web.Lookup;

/// <summary>The sections of a system sheet as rows, for the pages of states, institutions and dossiers.</summary>
internal sealed class Sheet
{
    private readonly Dictionary<string, IReadOnlyList<AnswerLine>> sections;
    private readonly ConcurrentDictionary<string, IReadOnlyList<(string Relation, IReadOnlyList<FactRow> Rows)>> ties = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<FactRow>> rows = new(StringComparer.Ordinal);
    private readonly SystemView view;
    private readonly DateOnly? at;
    private readonly bool bars;

    private Sheet(SystemView view, DateOnly? at, IReadOnlyList<(string Section, IReadOnlyList<AnswerLine> Lines)> sections, bool bars)
    {
        this.view = view;
        this.at = at;
        this.bars = bars;
        this.sections = sections.ToDictionary(s => s.Section, s => s.Lines, StringComparer.Ordinal);
    }

    /// <summary>The sheet of an actor or dossier; null when there is none of the name.</summary>
    /// <param name="view">The system.</param>
    /// <param name="code">Code of an actor or id of a dossier.</param>
    /// <param name="at">The day; null for what has no end.</param>
    /// <param name="bars">True to leave out the memberships, which the page draws as bars.</param>
    public static Sheet? Of(SystemView view, string code, DateOnly? at, bool bars) => ViewIndex.Of(view).Kept((code, at, bars), () => new SystemSheet(view).Of(code, at) is { } sections ? new Sheet(view, at, sections, bars) : null);

    /// <summary>The ties of a section of the sheet by relation; memberships are left out where the page draws them.</summary>
    public IReadOnlyList<(string Relation, IReadOnlyList<FactRow> Rows)> Ties(string section) => ties.GetOrAdd(section, s =>
    [
        .. Lines(s).Where(l => !bars || !Membership.Is((WorldTie)l.Fact, view.World)).GroupBy(l => ((WorldTie)l.Fact).Relation).OrderBy(g => g.Key)
            .Select(g => (FactPieces.Relation(g.Key), (IReadOnlyList<FactRow>)[.. g.OrderBy(l => Days.Start(((WorldTie)l.Fact).Period)).Select(Row)])),
    ]);

    /// <summary>The rows of a section.</summary>
    public IReadOnlyList<FactRow> Rows(string section) => rows.GetOrAdd(section, Made);

    private IReadOnlyList<FactRow> Made(string section)
    {
        IReadOnlyList<AnswerLine> lines = Lines(section);
        if (section == "expectations")
        {
            // The sheet gives the word for what has become of each; the acts that show it come with the watch.
            var states = ViewIndex.Of(view).Expectations(at).ToLookup(w => (w.Expectation.Receipt, w.Expectation.Fact.Id));
            return [.. lines.SelectMany(l => states[(l.Receipt, ((WorldExpectation)l.Fact).Id)].Take(1)).OrderBy(w => w.State is ExpectationState.Fulfilled or ExpectationState.Lapsed).Select(w => FactRow.Of(w, view.World))];
        }
        if (section == "commitments") return [.. lines.OrderBy(l => Closed(((WorldCommitment)l.Fact).StageAt(at)?.Stage)).ThenByDescending(l => Last((WorldCommitment)l.Fact)).Select(Row)];
        if (section is "figures") return [.. lines.OrderByDescending(l => ((WorldFigure)l.Fact).Period.From?.From ?? DateOnly.MinValue).Select(Row)];
        if (section is "meetings") return [.. lines.OrderByDescending(l => ((Meeting)l.Fact).Period.From?.From ?? DateOnly.MinValue).Select(Row)];
        return [.. lines.Select(Row)];
    }

    /// <summary>True for a stage after which nothing more is expected of a commitment.</summary>
    public static bool Closed(CommitmentStage? stage) => stage is CommitmentStage.Delivered or CommitmentStage.Lapsed or CommitmentStage.Broken;

    private static DateOnly Last(WorldCommitment c) => c.Moves.Count > 0 ? c.Moves[^1].On?.From ?? DateOnly.MinValue : DateOnly.MinValue;

    private FactRow Row(AnswerLine line) => FactRow.Of(line, view.World, at);

    private IReadOnlyList<AnswerLine> Lines(string section) => sections.GetValueOrDefault(section) ?? [];
}
