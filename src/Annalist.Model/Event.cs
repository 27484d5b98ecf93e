namespace Annalist.Model;

/// <summary>Who did what to whom (codebook 3).</summary>
public sealed record Event : Finding
{
    /// <summary>Place of the words that tell the act.</summary>
    public TextSpan? CueSpan { get; init; }

    /// <summary>The act.</summary>
    public required EventType Type { get; init; }

    /// <summary>Modes of the type, codebook's order; empty when none is told.</summary>
    public IReadOnlyList<string> Modes { get; init => field = value ?? []; } = [];

    /// <summary>How far it has come.</summary>
    public required EventStatus Status { get; init; }

    /// <summary>Why it is only possible; null unless <see cref="Status"/> is possible and the text shows it.</summary>
    public Modality? Modality { get; init; }

    /// <summary>Who acts; never empty (<c>UNK</c> if need be). All parties of a mutual act.</summary>
    public required IReadOnlyList<Party> Actors { get; init; }

    /// <summary>To whom; empty in a mutual act and when unnamed.</summary>
    public IReadOnlyList<Party> Recipients { get; init => field = value ?? []; } = [];

    /// <summary>The words that say what the act is about; null when there are none.</summary>
    public string? Matter { get; init; }

    /// <summary>First day of the act; null when unknown.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the act; null when unknown.</summary>
    public DateOnly? To { get; init; }

    /// <summary>How the date was found; null when there is none.</summary>
    public DateBasis? DateBasis { get; init; }

    /// <summary>The words of the date; null when no word gave it.</summary>
    public string? DateText { get; init; }

    /// <summary>Place as named in the text; null when none is.</summary>
    public string? Place { get; init; }

    /// <summary>Contexts of the codebook.</summary>
    public IReadOnlyList<string> Context { get; init => field = value ?? []; } = [];

    /// <summary>Who asserts the act; null when the report's author does.</summary>
    public string? AttributedTo { get; init; }

    /// <summary>Conflict–cooperation score of type and mode, −10 to 10 (PLOVER manual, 2023).</summary>
    public double Score { get; init; }

    /// <summary>True for the event that the sentence is chiefly about.</summary>
    public bool Main { get; init; }

    /// <inheritdoc/>
    public bool Equals(Event? other) => base.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}
