namespace Annalist.Store;

/// <summary>How a list of findings takes what persons said of them.</summary>
public enum Review
{
    /// <summary>As corrected: what was rejected or merged is left out; what was mended comes as it was mended; what was added by hand, and what was accepted and is coded no longer, comes too.</summary>
    Corrected,

    /// <summary>Only what the program found, as it found it.</summary>
    AsCoded,

    /// <summary>As <see cref="Corrected"/>, and what was rejected or merged as well (<see cref="StoredFinding.LeftOut"/>).</summary>
    All,
}
