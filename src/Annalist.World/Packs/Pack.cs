namespace Annalist.Worlds;

/// <summary>One pack as read: its manifest and the facts of its tables, in the order of the lines. Immutable.</summary>
public sealed record Pack
{
    /// <summary>What it says of itself.</summary>
    public required PackManifest Manifest { get; init; }

    /// <summary>The folder it was read from.</summary>
    public required string Folder { get; init; }

    /// <summary>Its actors.</summary>
    public IReadOnlyList<Actor> Actors { get; init; } = [];

    /// <summary>Names of actors, its own and those of the packs it builds on.</summary>
    public IReadOnlyList<ActorName> Names { get; init; } = [];

    /// <summary>Its people.</summary>
    public IReadOnlyList<Person> People { get; init; } = [];

    /// <summary>Offices held.</summary>
    public IReadOnlyList<Office> Offices { get; init; } = [];

    /// <summary>Its places.</summary>
    public IReadOnlyList<Place> Places { get; init; } = [];

    /// <summary>What holds between actors: <c>ties.tsv</c>, then <c>levers.tsv</c>.</summary>
    public IReadOnlyList<WorldTie> Ties { get; init; } = [];

    /// <summary>More about its institutions.</summary>
    public IReadOnlyList<Institution> Institutions { get; init; } = [];

    /// <summary>Lists that it vouches for as complete.</summary>
    public IReadOnlyList<CompleteList> Complete { get; init; } = [];

    /// <summary>What binds whom.</summary>
    public IReadOnlyList<Held<WorldRule>> Rules { get; init; } = [];

    /// <summary>Who consents or objects to what.</summary>
    public IReadOnlyList<Held<Position>> Positions { get; init; } = [];

    /// <summary>What was promised; their moves stand in <see cref="Moves"/>.</summary>
    public IReadOnlyList<Held<WorldCommitment>> Commitments { get; init; } = [];

    /// <summary>How commitments went, of its own and of the packs that it builds on.</summary>
    public IReadOnlyList<CommitmentMove> Moves { get; init; } = [];

    /// <summary>What is expected.</summary>
    public IReadOnlyList<Held<WorldExpectation>> Expectations { get; init; } = [];

    /// <summary>What is wanted.</summary>
    public IReadOnlyList<Held<WorldAim>> Aims { get; init; } = [];

    /// <summary>What was counted.</summary>
    public IReadOnlyList<Held<WorldFigure>> Figures { get; init; } = [];

    /// <summary>Who met when and where.</summary>
    public IReadOnlyList<Held<Meeting>> Meetings { get; init; } = [];

    /// <summary>Topics.</summary>
    public IReadOnlyList<Held<Dossier>> Dossiers { get; init; } = [];

    /// <summary>Words that are no names: never taken for a surname alone nor for a garbled name. As written.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}
