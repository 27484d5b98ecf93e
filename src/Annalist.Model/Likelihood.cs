using System.Text.Json.Serialization;

namespace Annalist.Model;

/// <summary>How likely somebody holds a thing to be.</summary>
[JsonConverter(typeof(CodeConverter<Likelihood>))]
public enum Likelihood
{
    /// <summary>Will.</summary>
    Certain,

    /// <summary>Likely to.</summary>
    Likely,

    /// <summary>May, could.</summary>
    Possible,

    /// <summary>Hardly.</summary>
    Unlikely,
}
