namespace Annalist.Store;

/// <summary>One run that wrote into the record, for its log.</summary>
/// <param name="Started">When it began.</param>
/// <param name="Ended">When it ended.</param>
/// <param name="Data">Version of the data that it coded with.</param>
/// <param name="Stored">Reports that were new.</param>
/// <param name="Replaced">Reports whose findings were replaced.</param>
/// <param name="Unchanged">Reports that were there already.</param>
/// <param name="Rejected">Inputs set aside.</param>
public sealed record RunEntry(DateTimeOffset Started, DateTimeOffset Ended, string Data, int Stored, int Replaced, int Unchanged, int Rejected);
