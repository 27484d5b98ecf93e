using System.Text.Json.Serialization;

namespace Annalist.Model;

/// <summary>How far a tie has come (codebook 7b).</summary>
[JsonConverter(typeof(CodeConverter<Phase>))]
public enum Phase
{
    // First, because a key that is left out means it.
    /// <summary>Holds.</summary>
    InForce,

    /// <summary>Spoken of.</summary>
    Floated,

    /// <summary>Put forward.</summary>
    Proposed,

    /// <summary>Agreed, not yet in force.</summary>
    Agreed,

    /// <summary>Held in abeyance.</summary>
    Suspended,

    /// <summary>No longer holds.</summary>
    Ended,
}
