namespace Annalist.Store;

/// <summary>What was done when a person said something of a finding.</summary>
/// <param name="Id">Id of the finding.</param>
/// <param name="Changed">False when the same had been said already, or there was nothing to withdraw.</param>
/// <param name="Before">The verdict that stood before; null when there was none.</param>
public sealed record JudgeOutcome(string Id, bool Changed, StoredVerdict? Before);
