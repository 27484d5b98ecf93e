namespace Annalist.Store;

/// <summary>How a finding has fared since a person judged it.</summary>
public enum JudgedState
{
    /// <summary>It is found and says the same.</summary>
    Stands,

    /// <summary>It is found, but a later coding has changed what it says.</summary>
    Changed,

    /// <summary>A later coding finds it no longer.</summary>
    Gone,
}
