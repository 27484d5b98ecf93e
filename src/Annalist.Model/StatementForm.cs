using System.Text.Json.Serialization;

namespace Annalist.Model;

/// <summary>How a statement is told.</summary>
[JsonConverter(typeof(CodeConverter<StatementForm>))]
public enum StatementForm
{
    /// <summary>Its words stand in quotation marks.</summary>
    Direct,

    /// <summary>Reported speech.</summary>
    Indirect,

    /// <summary>Reported speech with quoted parts.</summary>
    Mixed,
}
