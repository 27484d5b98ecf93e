using System.Text.Json.Serialization;

namespace Annalist.Model;

/// <summary>Which part of a report a finding's spans point into.</summary>
[JsonConverter(typeof(CodeConverter<TextPart>))]
public enum TextPart
{
    /// <summary>The article's body.</summary>
    Text,

    /// <summary>The title.</summary>
    Title,
}
