namespace Annalist.Ingest;

/// <summary>An input that was set aside, with its reason.</summary>
/// <param name="Uri">The file, folder or other address as given; <c>-</c> is standard input.</param>
/// <param name="Line">Number of the line in a file of JSON lines, from 1; null when the whole input is meant.</param>
/// <param name="Reason">What is wrong, as a clause for a person.</param>
/// <param name="Remedy">What the user can do about it; null when there is nothing.</param>
public sealed record RejectedInput(string Uri, long? Line, string Reason, string? Remedy) : ReadResult;
