namespace Annalist.Worlds;

/// <summary>That an actor consents or objects to what others do (<c>positions.tsv</c>). It decides nothing; answers show it.</summary>
/// <param name="Actor">Code of who takes the position.</param>
/// <param name="Stand">For or against.</param>
/// <param name="Bearer">Whose act, as in <see cref="WorldRule.Bearer"/>.</param>
/// <param name="Act">Event type or relation, in the record's spelling.</param>
/// <param name="Toward">Toward whom; empty for anybody.</param>
/// <param name="Period">When it is held.</param>
/// <param name="Note">What was said, in the pack's words; null when there is none.</param>
public sealed record Position(string Actor, PositionStand Stand, IReadOnlyList<string> Bearer, string Act, IReadOnlyList<string> Toward, Period Period, string? Note);
