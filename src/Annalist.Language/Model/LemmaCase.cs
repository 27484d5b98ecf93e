namespace Annalist.Language;

/// <summary>How a lemma is written beside its form.</summary>
internal enum LemmaCase
{
    /// <summary>In small letters.</summary>
    Low,

    /// <summary>As the form.</summary>
    Same,

    /// <summary>A capital, then small letters.</summary>
    Title,
}
