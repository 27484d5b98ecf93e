using System.Globalization;
using Annalist.Model;
using Annalist.Store;

namespace Annalist.Cli.Output;

/// <summary>One column of a table of findings.</summary>
/// <param name="Name">Its head.</param>
/// <param name="Value">Text of a finding; null for an empty cell.</param>
/// <param name="IsNumber">True when the text is a number, written with a point.</param>
internal sealed record Column(string Name, Func<StoredFinding, Finding, string?> Value, bool IsNumber = false);

/// <summary>What is shown of each kind.</summary>
internal static class Columns
{
    private static readonly Column[] Head = [new("id", (s, _) => s.Id), new("report", (s, _) => s.ReportLabel), new("outlet", (s, _) => s.Outlet), new("told", (s, _) => s.Told)];

    private static readonly Column[] Tail =
    [
        new("confidence", (_, f) => Number(f.Confidence), true), new("sentence", (_, f) => f.Sentence), new("rule", (_, f) => f.Rule), new("data", (_, f) => f.Data), new("notes", (_, f) => List(f.Notes)), new("verdict", (s, _) => s.Verdict),
    ];

    /// <summary>Columns of a CSV file: everything that a spreadsheet can use.</summary>
    public static IReadOnlyList<Column> Full(string kind) => kind switch
    {
        "event" =>
        [
            .. Head, Of<Event>("type", e => Codes.Of(e.Type)), Of<Event>("modes", e => List(e.Modes)), Of<Event>("status", e => Codes.Of(e.Status)), Of<Event>("modality", e => e.Modality is { } m ? Codes.Of(m) : null),
            Of<Event>("actors", e => List(e.Actors.Select(p => p.Code))), Of<Event>("actor_sectors", e => List(e.Actors.Select(p => Codes.Of(p.Sector)))), Of<Event>("actor_names", e => List(e.Actors.Select(p => p.Name ?? ""))),
            Of<Event>("recipients", e => List(e.Recipients.Select(p => p.Code))), Of<Event>("recipient_sectors", e => List(e.Recipients.Select(p => Codes.Of(p.Sector)))), Of<Event>("recipient_names", e => List(e.Recipients.Select(p => p.Name ?? ""))),
            Of<Event>("from", e => Day(e.From)), Of<Event>("to", e => Day(e.To)), Of<Event>("date_basis", e => e.DateBasis is { } b ? Codes.Of(b) : null), Of<Event>("place", e => e.Place), Of<Event>("matter", e => e.Matter),
            Of<Event>("context", e => List(e.Context)), Of<Event>("attributed_to", e => e.AttributedTo), Of<Event>("score", e => Number(e.Score), true), Of<Event>("main", e => e.Main ? "true" : "false"), .. Tail,
        ],
        "statement" =>
        [
            .. Head, Of<Statement>("speaker", s => s.Speaker), Of<Statement>("speaker_code", s => s.SpeakerCode), Of<Statement>("speaker_sector", s => Codes.Of(s.SpeakerSector)), Of<Statement>("role", s => s.Role),
            Of<Statement>("cue", s => s.Cue), Of<Statement>("form", s => Codes.Of(s.Form)), Of<Statement>("content", s => s.Content), Of<Statement>("about", s => List(s.About)),
            Of<Statement>("stance", s => List(s.Stance.Select(t => t.Toward + (t.Polarity < 0 ? ":-1" : ":1")))), .. Tail,
        ],
        "tie" =>
        [
            .. Head, Of<Tie>("subject", t => t.Subject), Of<Tie>("relation", t => Codes.Of(t.Relation)), Of<Tie>("object", t => t.Object), Of<Tie>("polarity", t => Number(t.Polarity), true), Of<Tie>("phase", t => Codes.Of(t.Phase)),
            Of<Tie>("from", t => Day(t.From)), Of<Tie>("to", t => Day(t.To)), Of<Tie>("office", t => t.Office), Of<Tie>("place", t => t.Place),
            Of<Tie>("channel", t => t.Channel), Of<Tie>("goods", t => t.Goods), Of<Tie>("via", t => t.Via), Of<Tie>("licit", t => t.Licit is { } licit ? licit ? "true" : "false" : null), Of<Tie>("rank", t => t.Rank is { } rank ? Number(rank) : null, true), .. Tail,
        ],
        "figure" =>
        [
            .. Head, Of<Figure>("measure", f => Codes.Of(f.Measure)), Of<Figure>("value", f => Number(f.Value), true), Of<Figure>("unit", f => f.Unit), Of<Figure>("actors", f => List(f.Actors)),
            Of<Figure>("from", f => Day(f.From)), Of<Figure>("to", f => Day(f.To)), .. Tail,
        ],
        _ => [.. Head, .. Tail],
    };

    /// <summary>Columns of a table on a terminal: what a reader scans for.</summary>
    public static IReadOnlyList<Column> Short(string kind) => kind switch
    {
        "event" => [Id, Of<Event>("date", e => Days(e.From, e.To)), Of<Event>("type", Type), Of<Event>("status", e => Codes.Of(e.Status)), Of<Event>("who", e => Short(e.Actors)), Of<Event>("to whom", e => Short(e.Recipients)), Sentence],
        "statement" => [Id, new("told", (s, _) => s.Told), Of<Statement>("speaker", s => $"{s.Speaker ?? s.Role ?? "not known"} ({s.SpeakerCode})"), Of<Statement>("about", Attitude), Of<Statement>("what", s => s.Content)],
        "tie" => [Id, Of<Tie>("subject", t => t.Subject), Of<Tie>("relation", t => (t.Polarity < 0 ? "not " : "") + Codes.Of(t.Relation)), Of<Tie>("object", t => t.Office is null ? t.Object : $"{t.Object} ({t.Office})"), Of<Tie>("when", Period), Sentence],
        "figure" => [Id, Of<Figure>("measure", f => Codes.Of(f.Measure)), Of<Figure>("value", f => Grouped(f.Value), true), Of<Figure>("unit", f => f.Unit), Of<Figure>("actors", f => List(f.Actors)), Of<Figure>("when", f => Days(f.From, f.To)), Sentence],
        _ => [Id, Sentence, Report],
    };

    /// <summary>What a person said of it; beside the columns of a table where somebody did.</summary>
    public static Column Verdict { get; } = new("verdict", (s, _) => s.Verdict);

    /// <summary>A number that every program reads: a point, no groups.</summary>
    public static string Number(double value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary>An ISO day, or null.</summary>
    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A day or a range as a reader sees it; empty when unknown.</summary>
    public static string Days(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        ({ } f, { } t) => new DateRange(f, t).ToString(),
        ({ } f, null) => "from " + Day(f),
        (null, { } t) => "until " + Day(t),
        _ => "",
    };

    /// <summary>Codes of the parties, with the names of those who are named.</summary>
    public static string Sides(IEnumerable<Party> parties) => string.Join(", ", parties.Select(p => p.Name is null ? p.Code : $"{p.Code} ({p.Name})"));

    private static string Short(IEnumerable<Party> parties) => string.Join(", ", parties.Select(p => p.Code).Distinct(StringComparer.Ordinal));

    private static Column Id { get; } = new("id", (s, _) => s.Id);

    private static Column Sentence { get; } = new("sentence", (_, f) => f.Sentence);

    private static Column Report { get; } = new("report", (s, _) => s.ReportLabel);

    private static string Type(Event e) => Codes.Of(e.Type) + (e.Modes.Count > 0 ? "/" + string.Join('/', e.Modes) : "");

    private static string Attitude(Statement s) => string.Join(", ", s.About.Select(a => a + (s.Stance.FirstOrDefault(t => t.Toward == a)?.Polarity switch { > 0 => " +", < 0 => " -", _ => "" })));

    private static string Period(Tie t) => Days(t.From, t.To) + (t.Phase == Phase.InForce ? "" : (t.From ?? t.To) is null ? Codes.Of(t.Phase) : ", " + Codes.Of(t.Phase));

    private static string Grouped(double value) => value.ToString("#,##0.##", CultureInfo.InvariantCulture);

    private static string List(IEnumerable<string> values) => string.Join('|', values);

    private static Column Of<T>(string name, Func<T, string?> value, bool isNumber = false) where T : Finding => new(name, (_, f) => value((T)f), isNumber);
}
