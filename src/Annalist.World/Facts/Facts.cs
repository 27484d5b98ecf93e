namespace Annalist.Worlds;

/// <summary>The facts of all packs, each with its receipt. One that another pack lies over is kept, <see cref="Model.Standing.Rejected"/>, with the line that took its place.</summary>
public sealed record Facts
{
    /// <summary>What holds between actors, with offices as ties of a person.</summary>
    public IReadOnlyList<Held<WorldTie>> Ties { get; init; } = [];

    /// <summary>Lists that are complete.</summary>
    public IReadOnlyList<CompleteList> Complete { get; init; } = [];

    /// <summary>What binds whom.</summary>
    public IReadOnlyList<Held<WorldRule>> Rules { get; init; } = [];

    /// <summary>Who consents or objects.</summary>
    public IReadOnlyList<Held<Position>> Positions { get; init; } = [];

    /// <summary>What was promised, with its moves in the order of days.</summary>
    public IReadOnlyList<Held<WorldCommitment>> Commitments { get; init; } = [];

    /// <summary>What is expected.</summary>
    public IReadOnlyList<Held<WorldExpectation>> Expectations { get; init; } = [];

    /// <summary>What is wanted.</summary>
    public IReadOnlyList<Held<WorldAim>> Aims { get; init; } = [];

    /// <summary>What was counted.</summary>
    public IReadOnlyList<Held<WorldFigure>> Figures { get; init; } = [];

    /// <summary>Who met.</summary>
    public IReadOnlyList<Held<Meeting>> Meetings { get; init; } = [];

    /// <summary>Topics.</summary>
    public IReadOnlyList<Held<Dossier>> Dossiers { get; init; } = [];

    /// <summary>Lines in whose place the lines of other packs stand; those of actors, people and places too.</summary>
    public IReadOnlyList<ReplacedLine> Replaced { get; init; } = [];
}
