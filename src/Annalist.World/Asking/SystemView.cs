using System.Collections.Concurrent;
using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>
/// The system as it is known at a moment: the packs, what was read laid over them, what people accepted over that, each with its standing. Immutable; safe to share between threads.
/// Questions are put through <see cref="Questions"/>.
/// </summary>
public sealed class SystemView
{
    private readonly ToldFinding[] known;
    private readonly ILookup<string, Held<WorldTie>> tiesBySubject;
    private readonly ILookup<string, Held<WorldTie>> tiesByObject;
    private readonly ILookup<string, Held<WorldRule>> rulesByAct;
    private readonly ILookup<(string, Relation), CompleteList> complete;
    private readonly ILookup<string, int> eventsByCode;
    private readonly ILookup<(string, EventType), int> eventsByCodeAndType;
    private readonly ILookup<(string, EventType), Held<Event>> eventsInOrder;
    private readonly Lazy<ILookup<(string A, string B, EventType Type), Held<Event>>> eventsBetween;
    private readonly ILookup<Relation, Held<WorldTie>> tiesByRelation;
    private readonly Lazy<DateOnly?> latest;
    private readonly Lazy<ILookup<string, ToldFinding>> knownByReport;

    private SystemView(World world, Facts facts, IReadOnlyList<ToldFinding> told, DateTimeOffset? asOf)
    {
        World = world;
        AsOf = asOf;
        // In one order whatever order they come in, so that every answer is the same to the last line.
        known =
        [
            .. told.Where(t => Known(t.Learned)).Select(t => Known(t.Judged) ? t : new ToldFinding(t.Finding, t.Outlet, t.Told, t.Learned, Title: t.Title))
                .OrderBy(t => t.Told ?? DateOnly.MaxValue).ThenBy(t => t.Finding.Report, StringComparer.Ordinal).ThenBy(t => t.Finding.Span.Start).ThenBy(t => t.Finding.Id, StringComparer.Ordinal).ThenBy(t => t.Outlet, StringComparer.Ordinal),
        ];
        PackTies = Packed(facts.Ties);
        Belonging = new Belonging(world, PackTies);
        CompleteLists = [.. facts.Complete.Where(c => Known(c.Receipt.Learned))];
        Held<WorldTie>[] read = [.. Of<Tie>(known).Select(x => ToldFacts.Tie(x.Told, x.Finding))];
        (IReadOnlyList<Held<WorldTie>> weighed, IReadOnlyList<Held<WorldTie>> backed) = TieStandings.Weigh(Belonging, PackTies, read, CompleteLists);
        Ties = [.. backed, .. weighed];
        Belonging = new Belonging(world, Ties);
        Rules = RuleStandings.Weigh(Packed(facts.Rules), [.. Of<Rule>(known).Select(x => ToldFacts.Rule(x.Told, x.Finding))]);
        Positions = Packed(facts.Positions);
        Commitments = Worlds.Commitments.Merge([.. Packed(facts.Commitments).Select(Moved)], [.. Of<Commitment>(known).Select(x => ToldFacts.Commitment(x.Told, x.Finding))]);
        Expectations = [.. Packed(facts.Expectations), .. Of<Expectation>(known).Select(x => ToldFacts.Expectation(x.Told, x.Finding))];
        Aims = [.. Packed(facts.Aims), .. Of<Aim>(known).Select(x => ToldFacts.Aim(x.Told, x.Finding))];
        Figures = [.. Packed(facts.Figures), .. Of<Figure>(known).Select(x => ToldFacts.Figure(x.Told, x.Finding))];
        Meetings = Packed(facts.Meetings);
        Dossiers = [.. Packed(facts.Dossiers).Where(h => h.Stands)];
        Events = [.. Of<Event>(known).Select(x => ToldFacts.Hold(x.Told, x.Finding))];
        Statements = [.. Of<Statement>(known).Select(x => ToldFacts.Hold(x.Told, x.Finding))];
        tiesBySubject = Ties.ToLookup(t => t.Fact.Subject, StringComparer.Ordinal);
        tiesByObject = Ties.ToLookup(t => t.Fact.Object, StringComparer.Ordinal);
        rulesByAct = Rules.ToLookup(r => r.Fact.Act, StringComparer.Ordinal);
        complete = CompleteLists.ToLookup(c => (c.Code, c.Relation));
        eventsByCode = Events.SelectMany((e, i) => PartiesOf(e).Select(c => (c, i))).ToLookup(x => x.c, x => x.i, StringComparer.Ordinal);
        eventsByCodeAndType = Events.SelectMany((e, i) => PartiesOf(e).Select(c => (c, e.Fact.Type, i))).ToLookup(x => (x.c, x.Type), x => x.i);
        eventsInOrder = Events.Where(e => e.Fact.From is not null).OrderBy(e => e.Fact.From).ThenBy(e => e.Fact.Id, StringComparer.Ordinal).SelectMany(e => PartiesOf(e).Select(c => (c, e))).ToLookup(x => (x.c, x.e.Fact.Type), x => x.e);
        eventsBetween = new(() => Events.Where(e => e.Fact.From is not null).OrderBy(e => e.Fact.From).ThenBy(e => e.Fact.Id, StringComparer.Ordinal)
            .SelectMany(e => Pairs([.. PartiesOf(e)]).Select(p => ((p.A, p.B, e.Fact.Type), Event: e))).ToLookup(x => x.Item1, x => x.Event));
        tiesByRelation = Ties.ToLookup(t => t.Fact.Relation);
        latest = new(() => Events.Select(e => e.Receipt.Told).Concat(Statements.Select(s => s.Receipt.Told)).Max());
        knownByReport = new(() => known.ToLookup(t => t.Finding.Report, StringComparer.Ordinal));
    }

    /// <summary>The packs.</summary>
    public World World { get; }

    /// <summary>The moment whose knowledge is asked for; null for all.</summary>
    public DateTimeOffset? AsOf { get; }

    /// <summary>All ties: the packs' in their order, then the told ones.</summary>
    public IReadOnlyList<Held<WorldTie>> Ties { get; }

    /// <summary>All rules.</summary>
    public IReadOnlyList<Held<WorldRule>> Rules { get; }

    /// <summary>Who consents or objects.</summary>
    public IReadOnlyList<Held<Position>> Positions { get; }

    /// <summary>All commitments, tellings of one brought together.</summary>
    public IReadOnlyList<Held<WorldCommitment>> Commitments { get; }

    /// <summary>All expectations.</summary>
    public IReadOnlyList<Held<WorldExpectation>> Expectations { get; }

    /// <summary>All aims.</summary>
    public IReadOnlyList<Held<WorldAim>> Aims { get; }

    /// <summary>All figures.</summary>
    public IReadOnlyList<Held<WorldFigure>> Figures { get; }

    /// <summary>Meetings that the packs know of.</summary>
    public IReadOnlyList<Held<Meeting>> Meetings { get; }

    /// <summary>Topics.</summary>
    public IReadOnlyList<Held<Dossier>> Dossiers { get; }

    /// <summary>Events read.</summary>
    public IReadOnlyList<Held<Event>> Events { get; }

    /// <summary>Statements read.</summary>
    public IReadOnlyList<Held<Statement>> Statements { get; }

    internal IReadOnlyList<Held<WorldTie>> PackTies { get; }

    internal IReadOnlyList<CompleteList> CompleteLists { get; }

    internal Belonging Belonging { get; }

    /// <summary>What meets expectations, found once: the view does not change.</summary>
    internal ConcurrentDictionary<(Receipt Receipt, string Id), (Watch.Met? Trigger, Watch.Met? Outcome)> Looked { get; } = new();

    /// <summary>The last day on which something read was told; null when nothing was, or no day is known.</summary>
    internal DateOnly? Latest => latest.Value;

    /// <summary>The view of a world.</summary>
    /// <param name="world">The packs.</param>
    /// <param name="told">What was read; empty for the packs alone.</param>
    /// <param name="asOf">Leaves out what was learned later; null for all.</param>
    public static SystemView Of(World world, IEnumerable<ToldFinding>? told = null, DateTimeOffset? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(world);
        return new SystemView(world, world.Facts, told is null ? [] : [.. told], asOf);
    }

    /// <summary>What the reports alone tell; of the packs only what their groups consist of is left, which is what the codes mean.</summary>
    /// <param name="labels">Labels of reports; null for all.</param>
    internal SystemView OfReports(IReadOnlyList<string>? labels)
    {
        var groups = new Facts { Ties = [.. World.Facts.Ties.Where(t => t.Fact.Relation == Relation.MemberOf && World.Actor(t.Fact.Object)?.Kind == ActorKind.Group)] };
        return new SystemView(World, groups, labels is null ? known : [.. knownByReport.Value.Where(r => labels.Any(r.First().Receipt.IsOf)).SelectMany(r => r)], AsOf);
    }

    internal IEnumerable<Held<WorldTie>> TiesFrom(string subject) => tiesBySubject[subject];

    internal IEnumerable<Held<WorldTie>> TiesTo(string @object) => tiesByObject[@object];

    internal IEnumerable<Held<WorldRule>> RulesOf(string act) => rulesByAct[act];

    internal IEnumerable<Held<WorldTie>> TiesOf(Relation relation) => tiesByRelation[relation];

    /// <summary>Events, of one type or of all, in which the code, or one whose acts may count for it, is a party, in the view's order.</summary>
    internal IReadOnlyList<Held<Event>> EventsAround(string code, EventType? type) => [.. Belonging.Around(code).SelectMany(c => type is { } t ? eventsByCodeAndType[(c, t)] : eventsByCode[c]).Distinct().Order().Select(i => Events[i])];

    /// <summary>Events of a type that have a day and in which the code is a party, by their first day, then by id.</summary>
    internal IEnumerable<Held<Event>> EventsInOrder(string code, EventType type) => eventsInOrder[(code, type)];

    /// <summary>Events of a type that have a day and in which both codes are parties, by their first day, then by id; with the same code twice those in which it is the only one.</summary>
    internal IEnumerable<Held<Event>> EventsBetween(string a, string b, EventType type) => eventsBetween.Value[string.CompareOrdinal(a, b) <= 0 ? (a, b, type) : (b, a, type)];

    /// <summary>The list that is complete for such a tie; null when the packs vouch for none.</summary>
    internal CompleteList? Complete(string? subject, Relation relation, string? @object, DateOnly? at) =>
        (subject is null ? [] : complete[(subject, relation)].Where(c => c.Side == TieSide.Subject))
            .Concat(@object is null ? [] : complete[(@object, relation)].Where(c => c.Side == TieSide.Object))
            .FirstOrDefault(c => Times.InForce(c.Period, at));

    private static IEnumerable<string> PartiesOf(Held<Event> e) => e.Fact.Actors.Concat(e.Fact.Recipients).Select(p => p.Code).Distinct();

    private static IEnumerable<(string A, string B)> Pairs(string[] codes)
    {
        if (codes.Length == 1) yield return (codes[0], codes[0]);
        for (int i = 0; i < codes.Length; i++)
        {
            for (int j = i + 1; j < codes.Length; j++) yield return string.CompareOrdinal(codes[i], codes[j]) <= 0 ? (codes[i], codes[j]) : (codes[j], codes[i]);
        }
    }

    private bool Known(DateTimeOffset? learned) => AsOf is not { } asOf || learned is not { } at || at <= asOf;

    /// <summary>A pack's facts as they were known: one that a pack of a later day lies over still stood then.</summary>
    private IReadOnlyList<Held<T>> Packed<T>(IReadOnlyList<Held<T>> facts) => AsOf is null ? facts :
    [
        .. facts.Where(h => Known(h.Receipt.Learned))
            .Select(h => h is { Standing: Standing.Rejected, Others: [var over] } && !Known(over.Learned) ? h with { Standing = Standing.Corroborated, Against = null, Others = [] } : h),
    ];

    private Held<WorldCommitment> Moved(Held<WorldCommitment> h) =>
        AsOf is null || h.Fact.Moves.All(m => Known(m.Receipt.Learned)) ? h : h with { Fact = h.Fact with { Moves = [.. h.Fact.Moves.Where(m => Known(m.Receipt.Learned))] } };

    private static IEnumerable<(ToldFinding Told, T Finding)> Of<T>(IEnumerable<ToldFinding> told) where T : Finding => told.Where(t => t.Finding is T).Select(t => (t, (T)t.Finding));
}
