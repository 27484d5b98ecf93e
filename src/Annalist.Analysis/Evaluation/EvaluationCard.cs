namespace Annalist.Analysis.Evaluation;

/// <summary>What came of comparing a run with gold.</summary>
/// <param name="Scores">Scores of the kinds.</param>
/// <param name="Shares">Shares of the details; those that were never asked are left out.</param>
/// <param name="ScoresByType">Scores of events, by event type in the order of the codebook; types that neither side has are left out.</param>
/// <param name="SharesByType">Shares of the details of events, by event type.</param>
/// <param name="Pairings">All pairs and what has no partner, by report; optional gold that was missed is left out.</param>
/// <param name="Reports">Number of gold's reports.</param>
/// <param name="Absent">Labels of gold's reports that the run does not have.</param>
public sealed record EvaluationCard(
    IReadOnlyList<PairScore> Scores, IReadOnlyList<ShareScore> Shares, IReadOnlyList<PairScore> ScoresByType, IReadOnlyList<ShareScore> SharesByType, IReadOnlyList<PairingLine> Pairings, int Reports, IReadOnlyList<string> Absent);
