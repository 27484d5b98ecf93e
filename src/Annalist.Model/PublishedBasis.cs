using System.Text.Json.Serialization;

namespace Annalist.Model;

/// <summary>What showed the day of publication.</summary>
[JsonConverter(typeof(CodeConverter<PublishedBasis>))]
public enum PublishedBasis
{
    /// <summary>The dateline.</summary>
    Dateline,

    /// <summary>A date beside the author.</summary>
    Byline,

    /// <summary>A date in the head of the page.</summary>
    Masthead,

    /// <summary>The document's own metadata.</summary>
    Metadata,
}
