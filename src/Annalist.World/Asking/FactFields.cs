using System.Globalization;
using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>The fields of a fact under the names of the record, for JSON lines and tables.</summary>
public static class FactFields
{
    /// <summary>The fact's kind as in the record: <c>tie rule commitment expectation aim figure position meeting event statement dossier complete_list</c>.</summary>
    /// <exception cref="ArgumentException">It is no fact.</exception>
    public static string Kind(object fact) => fact switch
    {
        WorldTie => "tie",
        WorldRule => "rule",
        WorldCommitment => "commitment",
        WorldExpectation => "expectation",
        WorldAim => "aim",
        WorldFigure => "figure",
        Position => "position",
        Meeting => "meeting",
        Dossier => "dossier",
        CompleteList => "complete_list",
        Event => "event",
        Statement => "statement",
        _ => throw new ArgumentException($"{fact?.GetType().Name} is no fact", nameof(fact)),
    };

    /// <summary>The fact in a line of plain words.</summary>
    public static string Say(object fact) => fact switch
    {
        WorldTie t => Sayings.Tie(t),
        WorldRule r => Sayings.Rule(r),
        WorldCommitment c => Sayings.Commitment(c, null),
        WorldExpectation e => Sayings.Expectation(e),
        WorldAim a => $"{a.Of} wants {a.Matter}{(a.AscribedBy is null ? "" : $" (according to {a.AscribedBy})")}",
        WorldFigure f => Sayings.Figure(f) + (f.Id is null && f.About is not null ? ": " + f.About : ""),
        Position p => $"{p.Actor} {Codes.Of(p.Stand)}: {string.Join(", ", p.Bearer)} {p.Act}{(p.Toward.Count > 0 ? " toward " + string.Join(", ", p.Toward) : "")}{Sayings.When(p.Period)}{(p.Note is null ? "" : ": " + p.Note)}",
        Meeting m => $"{m.Institution}, {m.Level ?? "level unknown"}{Sayings.When(m.Period)}{(m.Place is null ? "" : ", " + m.Place)}{(m.Note is null ? "" : ": " + m.Note)}",
        Dossier d => d.Title,
        CompleteList c => $"all {Codes.Of(c.Relation)} of {c.Code} as {Codes.Of(c.Side)} are listed{Sayings.When(c.Period)}",
        Event e => Sayings.Event(e),
        Statement s => $"{s.Speaker ?? s.SpeakerCode}: {s.Content}",
        _ => throw new ArgumentException($"{fact?.GetType().Name} is no fact", nameof(fact)),
    };

    /// <summary>Name and value of each field; a value is a text, a number, a truth value, a list of texts or null.</summary>
    /// <exception cref="ArgumentException">It is no fact.</exception>
    public static IReadOnlyList<(string Name, object? Value)> Of(object fact) => fact switch
    {
        WorldTie t =>
        [
            ("subject", t.Subject), ("relation", Codes.Of(t.Relation)), ("object", t.Object), ("polarity", (double)t.Polarity), ("phase", Codes.Of(t.Phase)), ("from", Times.Iso(t.Period.From)), ("to", Times.Iso(t.Period.To)),
            ("place", t.Place), ("office", t.Office), ("channel", t.Channel), ("goods", t.Goods), ("via", t.Via), ("licit", t.Licit), ("rank", (double?)t.Rank), ("share", t.Share),
        ],
        WorldRule r =>
        [
            ("id", r.Id), ("bearer", r.Bearer), ("force", Codes.Of(r.Force)), ("act", r.Act), ("matter", r.Matter), ("toward", r.Toward), ("condition", r.Condition), ("unless", r.Unless), ("consent_of", r.ConsentOf),
            ("instrument", r.Instrument), ("from", Times.Iso(r.Period.From)), ("to", Times.Iso(r.Period.To)),
        ],
        WorldCommitment c =>
        [
            ("id", c.Id), ("by", c.By), ("toward", c.Toward), ("act", c.Act is { } a ? Codes.Of(a) : null), ("matter", c.Matter), ("amount", c.Amount), ("unit", c.Unit), ("due", Day(c.Due)), ("instrument", c.Instrument),
            ("stage", c.Moves.Count > 0 ? Codes.Of(c.Moves[^1].Stage) : null), ("moves", c.Moves.Select(m => $"{Times.Iso(m.On) ?? "unknown day"} {Codes.Of(m.Stage)}{(m.Note is null ? "" : ": " + m.Note)} ({Sayings.Source(m.Receipt)})").ToArray()),
        ],
        WorldExpectation e =>
        [
            ("id", e.Id), ("by", e.By), ("if", e.If), ("if_act", e.IfAct?.ToString()), ("then", e.Then), ("then_act", e.ThenAct?.ToString()), ("unless", e.Unless), ("horizon", Day(e.Horizon)), ("likelihood", Codes.Of(e.Likelihood)), ("actors", e.Actors),
        ],
        WorldAim a => [("id", a.Id), ("of", a.Of), ("matter", a.Matter), ("toward", a.Toward), ("ascribed_by", a.AscribedBy), ("from", Times.Iso(a.Period.From)), ("to", Times.Iso(a.Period.To))],
        WorldFigure f => [("id", f.Id), ("measure", Codes.Of(f.Measure)), ("value", f.Value), ("unit", f.Unit), ("actors", f.Actors), ("from", Times.Iso(f.Period.From)), ("to", Times.Iso(f.Period.To)), ("about", f.Id is null ? f.About : null)],
        Position p => [("actor", p.Actor), ("position", Codes.Of(p.Stand)), ("bearer", p.Bearer), ("act", p.Act), ("toward", p.Toward), ("from", Times.Iso(p.Period.From)), ("to", Times.Iso(p.Period.To)), ("note", p.Note)],
        Meeting m => [("institution", m.Institution), ("level", m.Level), ("from", Times.Iso(m.Period.From)), ("to", Times.Iso(m.Period.To)), ("place", m.Place), ("note", m.Note)],
        CompleteList c => [("code", c.Code), ("relation", Codes.Of(c.Relation)), ("side", Codes.Of(c.Side)), ("from", Times.Iso(c.Period.From)), ("to", Times.Iso(c.Period.To))],
        Dossier d => [("id", d.Id), ("title", d.Title), ("codes", d.Codes), ("words", d.Words)],
        Event e =>
        [
            ("id", e.Id), ("type", Codes.Of(e.Type)), ("modes", e.Modes), ("status", Codes.Of(e.Status)), ("actors", e.Actors.Select(p => p.Code).ToArray()), ("recipients", e.Recipients.Select(p => p.Code).ToArray()),
            ("from", Day(e.From)), ("to", Day(e.To)), ("place", e.Place), ("matter", e.Matter), ("attributed_to", e.AttributedTo),
        ],
        Statement s => [("id", s.Id), ("speaker", s.Speaker), ("speaker_code", s.SpeakerCode), ("form", Codes.Of(s.Form)), ("content", s.Content), ("about", s.About), ("stance", s.Stance.Select(x => $"{x.Toward} {(x.Polarity < 0 ? "-1" : "1")}").ToArray())],
        _ => throw new ArgumentException($"{fact?.GetType().Name} is no fact", nameof(fact)),
    };

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
