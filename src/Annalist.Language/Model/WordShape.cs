namespace Annalist.Language;

/// <summary>How a word is written, as far as the case of its lemma hangs on it.</summary>
internal enum WordShape
{
    /// <summary>No capital.</summary>
    Small,

    /// <summary>A capital, then small letters.</summary>
    Title,

    /// <summary>The same as the first word of a sentence.</summary>
    FirstTitle,

    /// <summary>One capital alone.</summary>
    Letter,

    /// <summary>Two to four capitals.</summary>
    Capitals,

    /// <summary>Five or six.</summary>
    LongCapitals,

    /// <summary>Seven and more.</summary>
    LongestCapitals,

    /// <summary>Capitals with figures or marks.</summary>
    CapitalsWithMarks,

    /// <summary>Anything else.</summary>
    Mixed,
}
