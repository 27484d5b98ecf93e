namespace Annalist.Model;

/// <summary>All ids that a <see cref="Note"/> can carry. An id never changes its meaning.</summary>
public static class NoteIds
{
    /// <summary>No day of publication is shown by the text.</summary>
    public const string PublishedUnknown = "published-unknown";

    /// <summary>Relative dates are reckoned from an estimate made from the text.</summary>
    public const string ReferenceEstimated = "reference-estimated";

    /// <summary>A date phrase could not be turned into days.</summary>
    public const string DateUnresolved = "date-unresolved";

    /// <summary>A date phrase is impossible, as 31 June.</summary>
    public const string DateImpossible = "date-impossible";

    /// <summary>A pronoun or short form was not resolved to an actor.</summary>
    public const string ActorUnresolved = "actor-unresolved";

    /// <summary>A name fits several actors; the more likely one was taken.</summary>
    public const string ActorAmbiguous = "actor-ambiguous";

    /// <summary>A name was recognised although it is garbled.</summary>
    public const string ActorGarbled = "actor-garbled";

    /// <summary>A party is named by no word of the sentence; it was taken from the act told before it.</summary>
    public const string PartyInferred = "party-inferred";

    /// <summary>A quotation whose speaker was not found.</summary>
    public const string SpeakerUnresolved = "speaker-unresolved";

    /// <summary>The encoding was guessed or mended.</summary>
    public const string EncodingMended = "encoding-mended";

    /// <summary>The text was longer than is read; the rest was left out.</summary>
    public const string TextTruncated = "text-truncated";

    /// <summary>A sentence was longer than is parsed; it was cut into pieces for the parser.</summary>
    public const string SentenceTooLong = "sentence-too-long";

    /// <summary>No article was found: all lines look like noise.</summary>
    public const string ArticleNotFound = "article-not-found";

    /// <summary>The text does not look like English; nothing was coded.</summary>
    public const string LanguageUnsupported = "language-unsupported";

    /// <summary>All ids, for tests and documentation.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        PublishedUnknown, ReferenceEstimated, DateUnresolved, DateImpossible, ActorUnresolved, ActorAmbiguous, ActorGarbled, PartyInferred,
        SpeakerUnresolved, EncodingMended, TextTruncated, SentenceTooLong, ArticleNotFound, LanguageUnsupported,
    ];
}
