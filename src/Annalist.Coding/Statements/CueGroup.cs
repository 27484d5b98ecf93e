namespace Annalist.Coding;

/// <summary>Words that introduce statements in the same way: one entry of <c>cues.json</c>.</summary>
public sealed record CueGroup
{
    /// <summary>Unique id.</summary>
    public required string Id { get; init; }

    /// <summary><c>verb</c>, <c>adj</c>, <c>noun</c>, <c>phrase</c> (fixed words before the source) or <c>possessed</c> ("in his words").</summary>
    public required string Pos { get; init; }

    /// <summary>What kind of speech it is: <c>say deny believe ask order judge</c>.</summary>
    public required string Class { get; init; }

    /// <summary>How the words hang on it, tried in the order of <see cref="CueFrame"/>.</summary>
    public required IReadOnlyList<CueFrame> Frames { get; init; }

    /// <summary>The lemmas, a verb's particle after a space; for phrases the words themselves.</summary>
    public required IReadOnlyList<string> Lemmas { get; init; }

    /// <summary>True when only its negation tells something ("does not exclude that").</summary>
    public bool Negated { get; init; }

    /// <summary>True when it takes the person spoken to as its object.</summary>
    public bool Addressee { get; init; }

    /// <summary>Sentences in which it introduces a statement.</summary>
    public IReadOnlyList<CueExample> Fires { get; init; } = [];

    /// <summary>Sentences in which it does not.</summary>
    public IReadOnlyList<string> Silent { get; init; } = [];
}
