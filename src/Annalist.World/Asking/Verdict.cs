namespace Annalist.Worlds;

/// <summary>What a person said of a finding.</summary>
public enum Verdict
{
    /// <summary>It is so.</summary>
    Accepted,

    /// <summary>It is not so, or not what the report says.</summary>
    Rejected,
}
