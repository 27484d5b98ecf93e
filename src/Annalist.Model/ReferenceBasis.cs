using System.Text.Json.Serialization;

namespace Annalist.Model;

/// <summary>What relative dates are reckoned from.</summary>
[JsonConverter(typeof(CodeConverter<ReferenceBasis>))]
public enum ReferenceBasis
{
    // First, because a key that is left out means it.
    /// <summary>Nothing: relative dates stay unresolved.</summary>
    None,

    /// <summary>The day of publication.</summary>
    Published,

    /// <summary>Estimated from dates in the text.</summary>
    Text,

    /// <summary>The file's own date, given by the user or its metadata.</summary>
    File,
}
