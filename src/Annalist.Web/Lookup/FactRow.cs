using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Web.Lookup;

/// <summary>A fact as a row of a table.</summary>
public sealed record FactRow
{
    /// <summary>The day or days; null when unknown.</summary>
    public string? When { get; init; }

    /// <summary>The fact in words.</summary>
    public required IReadOnlyList<Piece> What { get; init; }

    /// <summary>Stage, status, phase or state; null where there is none worth a word.</summary>
    public string? State { get; init; }

    /// <summary>What belongs under it: moves of a commitment, the act that met an expectation.</summary>
    public IReadOnlyList<FactRow> Under { get; init; } = [];

    /// <summary>How far it is established.</summary>
    public required Standing Standing { get; init; }

    /// <summary>Where it is from.</summary>
    public required Receipt Receipt { get; init; }

    /// <summary>Who else says so, or otherwise.</summary>
    public IReadOnlyList<Receipt> Others { get; init; } = [];

    /// <summary>Why it is contradicted, counts or does not; null when that is plain.</summary>
    public string? Why { get; init; }

    /// <summary>A fact of an answer.</summary>
    public static FactRow Of(AnswerLine line, World world, DateOnly? at = null, bool why = true) => new()
    {
        When = Day(line.Fact, line.Receipt),
        What = Raised(FactPieces.Of(line.Fact, world)),
        State = StateOf(line.Fact, at),
        Under = line.Fact is WorldCommitment { Moves: { Count: > 0 } moves } ? [.. moves.Select(m => Of(m, line))] : [],
        Standing = line.Standing,
        Receipt = line.Receipt,
        Others = line.Others,
        Why = why ? line.Why : null,
    };

    /// <summary>A fact of the view.</summary>
    public static FactRow Of<T>(Held<T> held, World world, DateOnly? at = null) where T : notnull => Of(AnswerLine.Of("basis", held), world, at);

    /// <summary>An expectation with what has become of it.</summary>
    public static FactRow Of(WatchedExpectation watched, World world) => Of(AnswerLine.Of("basis", watched.Expectation), world) with
    {
        State = Codes.Of(watched.State) + (watched.Since is { } since ? "\n" + Days.Iso(since) : ""),
        Under = [.. new[] { Act("condition met", watched.Trigger, world), Act("came about", watched.Outcome, world) }.OfType<FactRow>()],
    };

    private static FactRow? Act(string word, AnswerLine? line, World world) => line is null ? null : Of(line, world) with { What = [new Piece(word + ": "), .. FactPieces.Of(line.Fact, world)], State = null };

    private static FactRow Of(CommitmentMove m, AnswerLine line) => new()
    {
        When = Days.Iso(m.On),
        What = [new Piece(Codes.Of(m.Stage).Replace('_', ' ')), .. m.Note is null ? [] : new[] { new Piece(": "), new Piece(m.Note, null, true) }],
        Standing = m.Receipt.Layer switch { Layer.Pack => Standing.Corroborated, Layer.Accepted => Standing.Accepted, _ => line.Receipt.Layer == Layer.Read ? line.Standing : Standing.Told },
        Receipt = m.Receipt,
    };

    private static string? Day(object fact, Receipt receipt) => fact switch
    {
        WorldTie t => Days.Of(t.Period),
        WorldRule r => Days.Of(r.Period),
        WorldCommitment c => c.Due is { } due ? Days.Iso(due) : null,
        WorldExpectation e => e.Horizon is { } by ? "by " + Days.Iso(by) : null,
        WorldAim a => receipt.Layer == Layer.Pack ? Days.Of(a.Period) : Told(receipt),
        WorldFigure f => Days.Of(f.Period),
        Position p => Days.Of(p.Period),
        Meeting m => Days.Of(m.Period),
        Event e => Text.FindingText.Days(e.From, e.To),
        Statement => Told(receipt),
        _ => null,
    };

    // A line begins as a sentence does, names that are common nouns among them.
    private static IReadOnlyList<Piece> Raised(IReadOnlyList<Piece> pieces) =>
        pieces.Count > 0 && pieces[0].Text is { Length: > 0 } text && char.IsLower(text[0]) ? [pieces[0] with { Text = char.ToUpperInvariant(text[0]) + text[1..] }, .. pieces.Skip(1)] : pieces;

    private static string? Told(Receipt receipt) => receipt.Told is { } told ? Days.Iso(told) : null;

    private static string? StateOf(object fact, DateOnly? at) => fact switch
    {
        WorldTie { Phase: not Phase.InForce } t => Codes.Of(t.Phase).Replace('_', ' '),
        WorldCommitment c => c.StageAt(at) is { } move ? Codes.Of(move.Stage).Replace('_', ' ') : "stage unknown",
        Event e => Codes.Of(e.Status),
        _ => null,
    };
}
