using Annalist.Model;
using Annalist.Web.Text;
using Annalist.Worlds;

namespace Annalist.Web.Lookup;

/// <summary>A fact in a line of words, its actors as links. Its days stand in a column of their own.</summary>
internal static class FactPieces
{
    private const int MostWords = 320;

    /// <summary>The line.</summary>
    /// <exception cref="ArgumentException">It is no fact.</exception>
    public static IReadOnlyList<Piece> Of(object fact, World world) => fact switch
    {
        WorldTie t => Tie(t, world),
        WorldRule r => Rule(r, world),
        WorldCommitment c =>
        [
            .. Codes(c.By, world), .. c.Toward.Count > 0 ? [new Piece(" to "), .. Mutual(c.By, c.Toward) ? [new Piece("each other")] : Codes(c.Toward, world)] : Array.Empty<Piece>(), new Piece(": "), Words(c.Matter ?? (c.Act is { } a ? Model.Codes.Of(a) : "matter unknown")),
            .. c.Amount is { } n ? [new Piece($", {FindingText.Number(n)} {c.Unit}")] : Array.Empty<Piece>(), .. More(("by", c.Instrument is null ? null : Named(c.Instrument, world))),
        ],
        WorldExpectation e =>
        [
            Words(e.By ?? "The author"), new Piece(": "), .. e.If is null ? [] : new[] { new Piece("if "), Words(e.If), new Piece(", ") }, Words(e.Then), .. More(("unless", e.Unless is null ? null : Words(e.Unless))),
            new Piece($" ({Model.Codes.Of(e.Likelihood)})"),
        ],
        WorldAim a => [.. Codes([a.Of], world), new Piece(" wants "), Words(a.Matter), .. a.Toward.Count > 0 ? [new Piece(", toward "), .. Codes(a.Toward, world)] : Array.Empty<Piece>(), .. a.AscribedBy is null ? [] : new[] { new Piece(", according to "), Words(a.AscribedBy) }],
        WorldFigure f => [new Piece($"{(f.Measure == Measure.Other ? "" : Model.Codes.Of(f.Measure).Replace('_', ' ') + " ")}{FindingText.Number(f.Value)} {f.Unit}"), .. f.Actors.Count > 0 ? [new Piece(" of "), .. Codes(f.Actors, world)] : Array.Empty<Piece>(), .. f.About is null ? [] : new[] { new Piece(": "), Words(f.About) }],
        Position p =>
        [
            .. Codes([p.Actor], world), new Piece($" {Model.Codes.Of(p.Stand)} that "), .. Codes(p.Bearer, world), new Piece(" " + world.Acts.Phrase(p.Act) + " "), .. p.Toward.Count > 0 ? Codes(p.Toward, world) : [new Piece("anybody")],
            .. p.Note is null ? [] : new[] { new Piece(". "), Words(FindingText.Sentence(p.Note)) },
        ],
        Meeting m => [.. Codes([m.Institution], world), new Piece($", {m.Level ?? "level unknown"}{(m.Place is null ? "" : ", " + m.Place)}"), .. m.Note is null ? [] : new[] { new Piece(": "), Words(m.Note) }],
        Dossier d => [new Piece(d.Title, Links.Dossier(d.Id), true)],
        Event e => [new Piece(Type(e), Act: true), .. Parties(e.Actors, world), .. e.Recipients.Count > 0 ? [new Piece(" → "), .. Parties(e.Recipients, world)] : Array.Empty<Piece>(), .. e.Matter is null ? [] : new[] { new Piece(": "), Words(e.Matter) }],
        Statement s => [Speaker(s, world), new Piece(": "), Words(s.Content)],
        CompleteList c => [new Piece($"all {Relation(c.Relation)} of "), .. Codes([c.Code], world), new Piece($" as {Model.Codes.Of(c.Side)} are listed")],
        _ => throw new ArgumentException($"{fact.GetType().Name} is no fact", nameof(fact)),
    };

    /// <summary>Codes as links with their names; <c>!CODE</c> is said in words.</summary>
    public static IReadOnlyList<Piece> Codes(IEnumerable<string> codes, World world)
    {
        var pieces = new List<Piece>();
        foreach (string code in codes)
        {
            if (pieces.Count > 0) pieces.Add(new Piece(", "));
            string bare = code.TrimStart('!');
            if (bare.Length < code.Length) pieces.Add(new Piece("those outside "));
            pieces.Add(Named(bare, world));
        }
        return pieces;
    }

    /// <summary>A code or name, as a link where a pack knows it.</summary>
    public static Piece Named(string code, World world) => code.StartsWith("area:", StringComparison.Ordinal)
        ? new Piece("institutions of " + code["area:".Length..])
        : new Piece(FindingText.Short(FindingText.Name(code, world), 160), Links.Actor(code, world), true);

    /// <summary>A relation in words.</summary>
    public static string Relation(Relation relation) => Model.Codes.Of(relation).Replace('_', ' ');

    private static IReadOnlyList<Piece> Tie(WorldTie t, World world)
    {
        string?[] details =
        [
            t.Office, t.Place is null ? null : "at " + t.Place, t.Channel, t.Goods, t.Licit == false ? "illicit" : null, t.Rank is { } r ? $"rank {Links.Number(r)}" : null, t.Share is { } s ? FindingText.Number(s) + " percent" : null,
        ];
        string more = string.Join(", ", details.OfType<string>());
        return
        [
            Named(t.Subject, world), new Piece($" {Verb(t.Relation, t.Polarity < 0, t.Phase == Phase.Ended || t.Period.To is not null, world)} "), Named(t.Object, world),
            .. more.Length > 0 ? [new Piece(", "), Words(more)] : Array.Empty<Piece>(), .. t.Via.Count > 0 ? [new Piece(", via "), .. Codes(t.Via, world)] : Array.Empty<Piece>(),
        ];
    }

    /// <summary>A relation as a verb in its sentence: <c>is a member of</c>, <c>does not depend on</c>.</summary>
    /// <param name="relation">The relation.</param>
    /// <param name="not">True where it expressly does not hold.</param>
    /// <param name="past">True where it held and holds no more.</param>
    /// <param name="world">Has the words.</param>
    public static string Verb(Relation relation, bool not, bool past, World world)
    {
        string phrase = world.Acts.Phrase(Model.Codes.Of(relation));
        if (phrase.StartsWith("be ", StringComparison.Ordinal)) return $"{(past ? "was" : "is")}{(not ? " not" : "")}{phrase[2..]}";
        return not && phrase != Model.Codes.Of(relation) ? $"{(past ? "did" : "does")} not {phrase}" : (not ? "not " : "") + Relation(relation);
    }

    private static bool Mutual(IReadOnlyList<string> by, IReadOnlyList<string> toward) => by.Count == toward.Count && by.All(toward.Contains);

    private static bool OfMembers(string code, World world) => world.Actor(code)?.Kind is ActorKind.Organisation or ActorKind.Bloc or ActorKind.Format or ActorKind.Treaty;

    // A rule of an institution toward itself binds its members toward each other.
    private static IReadOnlyList<Piece> Sides(WorldRule r, World world) => r.Bearer is [var only] && Mutual(r.Bearer, r.Toward) && OfMembers(only, world)
        ? [new Piece("members of "), Named(only, world), Verb(r, world), new Piece("each other")]
        : [.. Codes(r.Bearer, world), Verb(r, world), .. r.Toward.Count == 0 ? [new Piece("anybody")] : r.Toward.Count > 1 && Mutual(r.Bearer, r.Toward) ? [new Piece("each other")] : Codes(r.Toward, world)];

    private static Piece Verb(WorldRule r, World world) => new($" {Model.Codes.Of(r.Force).Replace('_', ' ')} {world.Acts.Phrase(r.Act)} ");

    private static IReadOnlyList<Piece> Rule(WorldRule r, World world) =>
    [
        .. Sides(r, world),
        .. r.Matter is null ? [] : new[] { new Piece(" ("), Words(r.Matter), new Piece(")") },
        .. More((r.ConsentOf is { } all && OfMembers(all, world) ? "only with the consent of all members of" : "only with the consent of all of", r.ConsentOf is null ? null : Named(r.ConsentOf, world)), ("if", r.Condition is null ? null : Words(r.Condition)), ("unless", r.Unless is null ? null : Words(r.Unless)),
            ("by", r.Instrument is null ? null : Named(r.Instrument, world))),
    ];

    private static string Type(Event e) => Model.Codes.Of(e.Type) + (e.Modes.Count > 0 ? " " + string.Join(", ", e.Modes) : "");

    private static Piece Speaker(Statement s, World world) => s.Speaker is { } name
        ? new Piece(FindingText.Short(WorldIndex.Of(world).Shown(name, s.SpeakerCode), 120), Person(name, s.SpeakerCode, world) ?? Links.Actor(s.SpeakerCode, world), true)
        : Named(s.SpeakerCode, world);

    private static string? Person(string name, string code, World world) => WorldIndex.Of(world).PersonNamed(name, code) is { } p ? Links.Person(p.Id) : null;

    private static IEnumerable<Piece> Parties(IReadOnlyList<Party> parties, World world)
    {
        for (int i = 0; i < parties.Count; i++)
        {
            if (i > 0) yield return new Piece(", ");
            Party p = parties[i];
            yield return p.Name is { } name ? new Piece(FindingText.Short(WorldIndex.Of(world).Shown(name, p.Code), 120), Person(name, p.Code, world) ?? Links.Actor(p.Code, world), true) : Named(p.Code, world);
        }
    }

    private static Piece Words(string text) => new(FindingText.Short(text, MostWords), null, true);

    private static IEnumerable<Piece> More(params (string Word, Piece? Piece)[] parts) => parts.Where(p => p.Piece is not null).SelectMany(p => new[] { new Piece($", {p.Word} "), p.Piece!.Value });
}
