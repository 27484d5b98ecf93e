using System.Text.Json.Serialization;

namespace Annalist.Model;

/// <summary>How much a note matters.</summary>
[JsonConverter(typeof(CodeConverter<Severity>))]
public enum Severity
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>Something was not resolved.</summary>
    Warning,

    /// <summary>Something could not be read.</summary>
    Error,
}
