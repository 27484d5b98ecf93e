using Annalist.Model;

namespace Annalist.Coding;

/// <summary>One side of an event in PLOVER's form.</summary>
/// <param name="Code">Code in the record: of a state, or the pack's of an organisation, format or group; <c>UNK</c> when unknown.</param>
/// <param name="Name">The fullest name in the report, else the pack's name of the code; null when neither is known.</param>
/// <param name="Country">ISO 3166-1 alpha-3 of the state; null for all others.</param>
/// <param name="Sector">What the party is.</param>
/// <param name="Raw">The words of the sentence; null when no word stands for the party.</param>
public sealed record PloverParty(string Code, string? Name, string? Country, Sector Sector, string? Raw);
