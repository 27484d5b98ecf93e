using System.Text.Json.Serialization;

namespace Annalist.Model;

/// <summary>How far a tie has come (codebook 7b).</summary>
[JsonConverter(typeof(CodeConverter<Phase>))]
public enum Phase
{
    /// <summary>Spoken of.</summary>
    Floated,

    /// <summary>Put forward.</summary>
    Proposed,

    /// <summary>Agreed, not yet in force.</summary>
    Agreed,

    /// <summary>Holds.</summary>
    InForce,

    /// <summary>Held in abeyance.</summary>
    Suspended,

    /// <summary>No longer holds.</summary>
    Ended,
}
