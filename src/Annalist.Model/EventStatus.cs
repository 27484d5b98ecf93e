using System.Text.Json.Serialization;

namespace Annalist.Model;

/// <summary>How far an act has come (codebook 3, rule 3).</summary>
[JsonConverter(typeof(CodeConverter<EventStatus>))]
public enum EventStatus
{
    /// <summary>Done, also years ago.</summary>
    Occurred,

    /// <summary>A continuing act or standing practice.</summary>
    Ongoing,

    /// <summary>Announced, scheduled, agreed to be done.</summary>
    Planned,

    /// <summary>May, could, expected, conditional, a goal or an attempt not done.</summary>
    Possible,

    /// <summary>The sentence says that it did not or does not happen.</summary>
    Denied,
}
