namespace Annalist.Store;

/// <summary>What a person said of a finding.</summary>
public enum Judgement
{
    /// <summary>It is so.</summary>
    Accepted,

    /// <summary>It is not so, or not what the report says.</summary>
    Rejected,

    /// <summary>What was said before no longer counts.</summary>
    Withdrawn,

    /// <summary>It is so, with other fields than the program gave it.</summary>
    Mended,

    /// <summary>The program did not find it; a person added it.</summary>
    Added,

    /// <summary>It tells again what another finding of its report tells.</summary>
    Merged,
}
