using System.Text.Json.Serialization;

namespace Annalist.Model;

/// <summary>Why an act is only possible (codebook 7b).</summary>
[JsonConverter(typeof(CodeConverter<Modality>))]
public enum Modality
{
    /// <summary>May, might, could.</summary>
    May,

    /// <summary>An aim.</summary>
    Goal,

    /// <summary>Tried, not told as done.</summary>
    Attempt,

    /// <summary>Somebody expects it.</summary>
    Expected,

    /// <summary>Offered, not taken up.</summary>
    Offered,

    /// <summary>Under an if or unless.</summary>
    Conditional,
}
