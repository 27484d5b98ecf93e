namespace Annalist.Ingest;

/// <summary>A page cut into lines, with the article marked in it.</summary>
internal sealed class ArticlePage
{
    /// <summary>All lines that are not blank.</summary>
    public required IReadOnlyList<PageLine> Lines { get; init; }

    /// <summary>Index of the headline; −1 when none was found.</summary>
    public int TitleAt { get; init; } = -1;

    /// <summary>The headline's words, without an outlet's name behind it; null when none was found.</summary>
    public string? Title { get; init; }

    /// <summary>Indexes of the body's lines, ascending; empty when no article was found.</summary>
    public IReadOnlyList<int> Body { get; init; } = [];

    /// <summary>Index of the body's first line; the number of lines when there is no body.</summary>
    public int First => Body.Count == 0 ? Lines.Count : Body[0];

    /// <summary>Index of the body's last line; −1 when there is no body.</summary>
    public int Last => Body.Count == 0 ? -1 : Body[^1];
}
