using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>Who belongs to an institution on a day, groups opened into states.</summary>
public sealed class Roster
{
    private static readonly Relation[] Ways = [Relation.MemberOf, Relation.ParticipantIn, Relation.PartyTo];
    private readonly SystemView view;

    /// <summary>Rosters over a view.</summary>
    public Roster(SystemView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        this.view = view;
    }

    /// <summary>The members, participants or parties; of a state those who hold its offices. One line a code, by code.</summary>
    /// <param name="code">Code of the institution or state.</param>
    /// <param name="at">The day; null for those without an end.</param>
    /// <param name="all">True to list observers, candidates, former ones and those who were only told too, after the others.</param>
    public IReadOnlyList<MemberLine> Of(string code, DateOnly? at, bool all = false)
    {
        ArgumentNullException.ThrowIfNull(code);
        Held<WorldTie>[] ties = [.. view.TiesTo(code).Where(t => t.Standing != Standing.Rejected && t.Fact.Polarity == 1)];
        if (view.World.Actor(code)?.Kind is ActorKind.State or ActorKind.Territory) return Offices(ties, at);
        var lines = new List<MemberLine>();
        foreach (Held<WorldTie> t in ties.Where(t => t.Stands && Ways.Contains(t.Fact.Relation) && Times.Holds(t, at))) Add(lines, t, Word(t.Fact.Relation), at);
        List<MemberLine> full = First(lines);
        if (!all) return full;
        var more = new List<MemberLine>();
        foreach (Held<WorldTie> t in ties)
        {
            string? way = t.Fact.Relation switch
            {
                Relation.ObserverOf when t.Stands && Times.Holds(t, at) => "observer",
                Relation.PartnerOf when t.Stands && Times.Holds(t, at) => "partner",
                Relation.ObserverOf or Relation.MemberOf or Relation.ParticipantIn or Relation.PartyTo when !t.Stands && Times.Holds(t, at) => "told",
                Relation.MemberOf or Relation.ParticipantIn or Relation.PartyTo when t.Stands && t.Fact.Phase is Phase.Floated or Phase.Proposed or Phase.Agreed && Times.Covers(t, at) => "candidate",
                Relation.MemberOf or Relation.ParticipantIn or Relation.PartyTo when t.Stands && t.Fact.Period.To is { } to && (at is null || to.To < at) => "former",
                _ => null,
            };
            if (way is not null) Add(more, t, way, at);
        }
        var listed = full.Select(l => l.Code).ToHashSet(StringComparer.Ordinal);
        return [.. full, .. more.GroupBy(l => (l.Code, l.As)).Select(g => g.First()).Where(l => l.As is not ("former" or "told") || !listed.Contains(l.Code)).OrderBy(l => l.As, StringComparer.Ordinal).ThenBy(l => l.Code, StringComparer.Ordinal)];
    }

    private static List<MemberLine> Offices(IEnumerable<Held<WorldTie>> ties, DateOnly? at) =>
        [.. ties.Where(t => t.Stands && t.Fact.Relation == Relation.HoldsOffice && Times.Holds(t, at)).Select(t => new MemberLine(t.Fact.Object, t.Fact.Subject, t.Fact.Office ?? "office unknown", null, AnswerLine.Of("basis", t))).OrderBy(l => l.As, StringComparer.Ordinal).ThenBy(l => l.Name, StringComparer.Ordinal)];

    private void Add(List<MemberLine> lines, Held<WorldTie> tie, string way, DateOnly? at)
    {
        string subject = tie.Fact.Subject;
        IReadOnlyList<string> members = view.Belonging.Open(subject, at);
        if (members.Count == 0) lines.Add(new(subject, Name(subject), way, null, AnswerLine.Of("basis", tie)));
        foreach (string member in members) lines.Add(new(member, Name(member), way, subject, AnswerLine.Of("basis", tie)));
    }

    private string Name(string code) => view.World.Actor(code)?.Name ?? code;

    // Its own tie says more than a group's, a pack's more than a telling.
    private static List<MemberLine> First(IEnumerable<MemberLine> lines) =>
        [.. lines.GroupBy(l => l.Code, StringComparer.Ordinal).Select(g => g.OrderBy(l => l.Through is not null).ThenBy(l => l.Line.Receipt.Layer).First()).OrderBy(l => l.Code, StringComparer.Ordinal)];

    private static string Word(Relation relation) => relation switch { Relation.MemberOf => "member", Relation.ParticipantIn => "participant", _ => "party" };
}
