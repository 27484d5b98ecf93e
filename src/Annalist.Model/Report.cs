using System.Text.Json.Serialization;

namespace Annalist.Model;

/// <summary>One document as received, with the article found in it (codebook 7, design 3).</summary>
public sealed record Report : Record
{
    /// <summary>Label of the report within a run: the document's id, else the file's name without its endings; a doubled one gets a suffix.</summary>
    [JsonPropertyName("report")]
    public required string Label { get; init; }

    /// <summary>Where it came from, as given; null when it came without an address.</summary>
    public string? Uri { get; init; }

    /// <summary>SHA-256 of <see cref="Text"/> in UTF-8, lower-case hex: the report's identity.</summary>
    public required string Hash { get; init; }

    /// <summary>Headline; null when none was found.</summary>
    public string? Title { get; init; }

    /// <summary>Name of the outlet; null when the text does not show it.</summary>
    public string? Outlet { get; init; }

    /// <summary>Day of publication; null when the text does not show it.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>What showed the day; null exactly when <see cref="Published"/> is.</summary>
    public PublishedBasis? PublishedBasis { get; init; }

    /// <summary>The day that relative dates are reckoned from; null when there is none.</summary>
    public DateOnly? ReferenceDate { get; init; }

    /// <summary>What gave <see cref="ReferenceDate"/>.</summary>
    public ReferenceBasis ReferenceBasis { get; init; } = ReferenceBasis.None;

    /// <summary>Place of the dateline as in the text; null when there is none.</summary>
    public string? Dateline { get; init; }

    /// <summary>Author; null when none is named (a generic byline is none).</summary>
    public string? Author { get; init; }

    /// <summary>ISO 639-1 code of the text's language; null when it could not be told.</summary>
    public string? Language { get; init; }

    /// <summary>ISO 639-1 code or name of the language that the text says it was translated from; null when it does not say.</summary>
    public string? TranslatedFrom { get; init; }

    /// <summary>Outlets and agencies named as carriers, in the order of the text.</summary>
    public IReadOnlyList<string> Cites { get; init => field = value ?? []; } = [];

    /// <summary>The article's body. All spans of findings with <c>in: text</c> point into it.</summary>
    public required string Text { get; init; }

    /// <summary>What was not resolved about the report as a whole or in its text.</summary>
    public IReadOnlyList<Note> Notes { get; init => field = value ?? []; } = [];

    /// <inheritdoc/>
    public bool Equals(Report? other) => ReferenceEquals(this, other) || (other is not null && RecordJson.Write(this) == RecordJson.Write(other));

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Hash);
}
