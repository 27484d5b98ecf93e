using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>Everything that the world holds on an institution, a state, a project or a dossier, by section.</summary>
public sealed class SystemSheet
{
    private const int MostTellings = 20;
    private readonly SystemView view;

    /// <summary>Sheets over a view.</summary>
    public SystemSheet(SystemView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        this.view = view;
    }

    /// <summary>The sections with their lines, empty ones left out; null when neither an actor nor a dossier has the name.</summary>
    /// <param name="code">Code of an actor or id of a dossier.</param>
    /// <param name="at">The day; null for what has no end.</param>
    public IReadOnlyList<(string Section, IReadOnlyList<AnswerLine> Lines)>? Of(string code, DateOnly? at)
    {
        ArgumentNullException.ThrowIfNull(code);
        Dossier? dossier = view.Dossiers.FirstOrDefault(d => d.Fact.Id == code)?.Fact;
        Actor? actor = view.World.Actor(code);
        if (dossier is null && actor is null) return null;
        bool Takes(string words, params IEnumerable<string?> codes) => dossier is not null ? dossier.Takes(codes.OfType<string>(), words) : codes.Contains(code);
        bool Took(IEnumerable<string> scope) => scope.Any(s => s.TrimStart('!') == code || (dossier is not null && dossier.Codes.Contains(s.TrimStart('!'))));
        var watch = new Watch(view);
        IEnumerable<Held<WorldTie>> ties = view.Ties.Where(t => t.Standing != Standing.Rejected && t.Fact.Relation != Relation.HoldsOffice
            && Takes($"{Codes.Of(t.Fact.Relation).Replace('_', ' ')} {t.Fact.Place} {t.Fact.Goods} {t.Fact.Object} {t.Receipt.Sentence}", [t.Fact.Subject, t.Fact.Object, .. t.Fact.Via]));
        Held<WorldTie>[] own = [.. ties];
        List<(string, IReadOnlyList<AnswerLine>)> sections =
        [
            ("holds", Lines(own.Where(t => t.Stands && t.Fact.Polarity == 1 && !Backed(t) && Times.Holds(t, at)))),
            ("not in force", Lines(own.Where(t => t.Stands && t.Fact.Polarity == 1 && !Backed(t) && !Times.Holds(t, at)))),
            ("does not hold", Lines(own.Where(t => t.Stands && t.Fact.Polarity == -1 && !Backed(t) && Times.Covers(t, at)))),
            ("told, contradicted", Lines(own.Where(t => t.Standing == Standing.Contradicted), "told")),
            ("rules", Lines(view.Rules.Where(r => r.Stands && !(r.Receipt.Layer == Layer.Read && r.Others.Any(o => o.Layer == Layer.Pack)) && Times.InForce(r.Fact.Period, at) && (dossier is null ? r.Fact.Instrument == code || Took(r.Fact.Bearer) || (actor!.Kind is not (ActorKind.State or ActorKind.Group) && Took(r.Fact.Toward)) : Takes(Sayings.Rule(r.Fact), [.. r.Fact.Bearer, .. r.Fact.Toward, r.Fact.Instrument]))))),
            ("positions", Lines(view.Positions.Where(p => p.Stands && Takes(p.Fact.Note ?? "", [p.Fact.Actor, .. p.Fact.Bearer, .. p.Fact.Toward])))),
            ("commitments", Lines(view.Commitments.Where(c => c.Stands && Takes($"{c.Fact.Matter} {c.Receipt.Sentence}", [.. c.Fact.By, .. c.Fact.Toward, c.Fact.Instrument]) && (at is null || c.Fact.Moves.Count == 0 || c.Fact.StageAt(at) is not null)))),
            ("figures", Lines(view.Figures.Where(f => f.Stands && Takes(f.Fact.About ?? "", f.Fact.Actors) && Times.Meet(f.Fact.Period, null, at)))),
            ("meetings", Lines(view.Meetings.Where(m => Takes(m.Fact.Note ?? "", [m.Fact.Institution]) && (at is null || m.Fact.Period.From is not { } from || from.From <= at)))),
            ("expectations", [.. watch.All(at).Where(w => Takes($"{w.Expectation.Fact.If} {w.Expectation.Fact.Then}", w.Expectation.Fact.Actors)).Select(w => AnswerLine.Of(Codes.Of(w.State), w.Expectation))]),
            ("aims", Lines(view.Aims.Where(a => a.Stands && Takes(a.Fact.Matter, [a.Fact.Of, .. a.Fact.Toward]) && Times.Covers(a.Fact.Period, at)))),
            ("events", Lines(view.Events.Where(e => e.Stands && Takes(e.Fact.Sentence, [.. e.Fact.Actors.Concat(e.Fact.Recipients).Select(p => p.Code)]) && (at is null || e.Fact.From is null || e.Fact.From <= at)).OrderByDescending(e => e.Fact.From ?? DateOnly.MinValue).Take(MostTellings))),
            ("statements", Lines(view.Statements.Where(s => s.Stands && Takes(s.Fact.Content, [s.Fact.SpeakerCode, .. s.Fact.About]) && (at is null || s.Receipt.Told is null || s.Receipt.Told <= at)).OrderByDescending(s => s.Receipt.Told ?? DateOnly.MinValue).Take(MostTellings))),
        ];
        return [.. sections.Where(s => s.Item2.Count > 0)];
    }

    private static bool Backed(Held<WorldTie> t) => t.Receipt.Layer == Layer.Read && t.Others.Any(o => o.Layer == Layer.Pack);

    private static List<AnswerLine> Lines<T>(IEnumerable<Held<T>> held, string role = "basis") where T : notnull => [.. held.Select(h => AnswerLine.Of(role, h))];
}
