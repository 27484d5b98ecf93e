namespace Annalist.Worlds;

/// <summary>What has become of an expectation.</summary>
public enum ExpectationState
{
    /// <summary>Neither has its condition been met nor what it foresees come, nor has its horizon passed.</summary>
    Open,

    /// <summary>An act meets its condition.</summary>
    Triggered,

    /// <summary>What it foresees has come.</summary>
    Fulfilled,

    /// <summary>Its horizon has passed, and what it foresees has not been read.</summary>
    Lapsed,
}
