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
}
