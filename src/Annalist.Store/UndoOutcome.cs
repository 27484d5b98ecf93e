namespace Annalist.Store;

/// <summary>What <see cref="RecordStore.Undo"/> took back.</summary>
/// <param name="Undone">The step that was taken back.</param>
/// <param name="Now">The verdict that counts of its finding from now on; null when none does.</param>
public sealed record UndoOutcome(StoredVerdict Undone, StoredVerdict? Now);
