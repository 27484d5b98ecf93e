using System.Text.Json.Serialization;

namespace Annalist.Model;

/// <summary>How far a commitment has come (codebook 7b).</summary>
[JsonConverter(typeof(CodeConverter<CommitmentStage>))]
public enum CommitmentStage
{
    /// <summary>Spoken of.</summary>
    Floated,

    /// <summary>Promised.</summary>
    Pledged,

    /// <summary>Signed.</summary>
    Signed,

    /// <summary>Paid for.</summary>
    Funded,

    /// <summary>Being done.</summary>
    UnderWay,

    /// <summary>Done.</summary>
    Delivered,

    /// <summary>Let drop.</summary>
    Lapsed,

    /// <summary>Not kept.</summary>
    Broken,
}
