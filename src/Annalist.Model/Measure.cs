using System.Text.Json.Serialization;

namespace Annalist.Model;

/// <summary>What a figure counts (codebook 6).</summary>
[JsonConverter(typeof(CodeConverter<Measure>))]
public enum Measure
{
    /// <summary>Trade both ways.</summary>
    Trade,

    /// <summary>Sold abroad.</summary>
    Export,

    /// <summary>Bought abroad.</summary>
    Import,

    /// <summary>Invested.</summary>
    Investment,

    /// <summary>Given.</summary>
    Aid,

    /// <summary>Lent.</summary>
    Loan,

    /// <summary>Other money.</summary>
    Finance,

    /// <summary>Forces.</summary>
    Troops,

    /// <summary>Killed and wounded.</summary>
    Casualties,

    /// <summary>People otherwise.</summary>
    People,

    /// <summary>A part of a whole.</summary>
    Share,

    /// <summary>A price.</summary>
    Price,

    /// <summary>Anything else.</summary>
    Other,
}
