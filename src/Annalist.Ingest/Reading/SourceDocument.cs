using Annalist.Model;

namespace Annalist.Ingest;

/// <summary>One document as received and decoded, before the article is found in it. Immutable.</summary>
public sealed record SourceDocument : ReadResult
{
    /// <summary>Where it came from, as given; <c>-</c> is standard input. Null when it came without an address.</summary>
    public string? Uri { get; init; }

    /// <summary>The document's <c>id</c>, else the file's name without its endings; a doubled one has the suffix -2, -3 ….</summary>
    public required string Label { get; init; }

    /// <summary>The decoded text.</summary>
    public required string Text { get; init; }

    /// <summary>True when <see cref="Text"/> is the article already: it is taken character for character.</summary>
    public bool IsArticle { get; init; }

    /// <summary>Headline given beside the text; null when none was given. The same holds for the other keys.</summary>
    public string? Title { get; init; }

    /// <summary>Outlet given beside the text, or null.</summary>
    public string? Outlet { get; init; }

    /// <summary>Day of publication given beside the text, or null.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Author given beside the text, or null.</summary>
    public string? Author { get; init; }

    /// <summary>ISO 639-1 code of the language given beside the text, or null.</summary>
    public string? Language { get; init; }

    /// <summary>What was found out while reading, such as an encoding that was mended.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];
}
