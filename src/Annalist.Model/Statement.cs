namespace Annalist.Model;

/// <summary>A position toward an actor (codebook 4).</summary>
/// <param name="Toward">Code of the actor.</param>
/// <param name="Polarity">1 approves, −1 disapproves.</param>
public sealed record Stance(string Toward, int Polarity);

/// <summary>Who said what (codebook 4).</summary>
public sealed record Statement : Finding
{
    /// <summary>Fullest name in the report, or the body or role; null when not known.</summary>
    public string? Speaker { get; init; }

    /// <summary>Whom the speaker counts for; <c>UNK</c> when the text does not say.</summary>
    public required string SpeakerCode { get; init; }

    /// <summary>What the speaker is.</summary>
    public required Sector SpeakerSector { get; init; }

    /// <summary>The speaker's role as the text gives it; null when it does not.</summary>
    public string? Role { get; init; }

    /// <summary>The words that introduce it ("said", "according to"); null in an interview's answer.</summary>
    public string? Cue { get; init; }

    /// <summary>How it is told.</summary>
    public required StatementForm Form { get; init; }

    /// <summary>The exact words of the report, from the first start to the last end of <see cref="ContentSpan"/>.</summary>
    public required string Content { get; init; }

    /// <summary>Where the content stands; an interrupting cue is left out.</summary>
    public required IReadOnlyList<TextSpan> ContentSpan { get; init; }

    /// <summary>Where the cue stands; empty when there is none.</summary>
    public IReadOnlyList<TextSpan> CueSpan { get; init => field = value ?? []; } = [];

    /// <summary>The speaker with title and apposition; null when no word of the sentence names the speaker.</summary>
    public TextSpan? SpeakerSpan { get; init; }

    /// <summary>Codes of the actors that the content is about; never <c>UNK</c>.</summary>
    public IReadOnlyList<string> About { get; init => field = value ?? []; } = [];

    /// <summary>Positions taken; empty where neutral.</summary>
    public IReadOnlyList<Stance> Stance { get; init => field = value ?? []; } = [];

    /// <inheritdoc/>
    public bool Equals(Statement? other) => base.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}
