using System.Text.Json.Serialization;

namespace Annalist.Model;

/// <summary>What a rule does (codebook 7b).</summary>
[JsonConverter(typeof(CodeConverter<RuleForce>))]
public enum RuleForce
{
    /// <summary>Obliges.</summary>
    Must,

    /// <summary>Allows.</summary>
    May,

    /// <summary>Forbids.</summary>
    MustNot,
}
