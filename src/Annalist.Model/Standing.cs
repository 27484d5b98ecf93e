using System.Text.Json.Serialization;

namespace Annalist.Model;

/// <summary>How far a record is established (codebook 7b): told is not so.</summary>
[JsonConverter(typeof(CodeConverter<Standing>))]
public enum Standing
{
    /// <summary>So far only told.</summary>
    Told,

    /// <summary>By an independent second teller or the pack.</summary>
    Corroborated,

    /// <summary>By the pack or another teller.</summary>
    Contradicted,

    /// <summary>By a person.</summary>
    Accepted,

    /// <summary>By a person.</summary>
    Rejected,
}
