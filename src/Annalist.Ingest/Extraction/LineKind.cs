namespace Annalist.Ingest;

/// <summary>What a line of a page is taken for.</summary>
internal enum LineKind
{
    /// <summary>Running text: one sentence or more.</summary>
    Prose,

    /// <summary>A short sentence, as a question in an interview: running text only among running text.</summary>
    Short,

    /// <summary>A few words without a full stop: a headline, a subhead, a name, a label.</summary>
    Plain,

    /// <summary>A date or a time of day, with hardly anything else.</summary>
    Stamp,

    /// <summary>Who wrote it.</summary>
    Byline,

    /// <summary>Where it appeared first, who translated it.</summary>
    Carrier,

    /// <summary>Part of the page, not of the article.</summary>
    Noise,
}
