using System.Text.Json.Serialization;

namespace Annalist.Model;

/// <summary>How an event's date was found.</summary>
[JsonConverter(typeof(CodeConverter<DateBasis>))]
public enum DateBasis
{
    /// <summary>The sentence writes the day, month or year out.</summary>
    Stated,

    /// <summary>Reckoned from a relative phrase and the report's date.</summary>
    Resolved,

    /// <summary>The report's own date, for want of another.</summary>
    Reference,
}
