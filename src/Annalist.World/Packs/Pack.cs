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

    /// <summary>What holds between actors.</summary>
    public IReadOnlyList<WorldTie> Ties { get; init; } = [];

    /// <summary>Words that are no names: never taken for a surname alone nor for a garbled name. As written.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}
