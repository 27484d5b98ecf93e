namespace Annalist.Store;

/// <summary>An input that was set aside.</summary>
/// <param name="Uri">Where it came from, as given.</param>
/// <param name="Line">Line in the input, from 1; null when the whole is meant.</param>
/// <param name="Reason">Why.</param>
/// <param name="Remedy">What to do about it; null when there is nothing.</param>
/// <param name="Learned">Moment, ISO in UTC, at which it was first set aside.</param>
public sealed record StoredRejection(string Uri, long? Line, string Reason, string? Remedy, string Learned);
