namespace Annalist.Store;

/// <summary>How many events two codes take part in together.</summary>
/// <param name="A">The code that sorts first.</param>
/// <param name="B">The other code.</param>
/// <param name="Count">Number of events, 1 or more.</param>
/// <param name="MeanScore">Mean conflict–cooperation score of these events, −10 to 10.</param>
public sealed record DyadCount(string A, string B, int Count, double MeanScore);
