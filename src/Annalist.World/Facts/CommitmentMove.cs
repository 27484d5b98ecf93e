using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>A commitment came to a stage (<c>moves.tsv</c>, or read in a report).</summary>
/// <param name="Commitment">Id of the commitment.</param>
/// <param name="Stage">The stage reached.</param>
/// <param name="On">When, to the day, month or year; null when nobody says.</param>
/// <param name="Note">What came about, in words; null when there is none.</param>
/// <param name="Receipt">Where it is from.</param>
public sealed record CommitmentMove(string Commitment, CommitmentStage Stage, DateRange? On, string? Note, Receipt Receipt);
