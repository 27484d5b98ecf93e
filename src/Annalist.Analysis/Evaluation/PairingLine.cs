namespace Annalist.Analysis.Evaluation;

/// <summary>One pair of findings, or one that has no partner.</summary>
/// <param name="Kind">Kind: <c>event statement tie figure</c>.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Report">Label of the report.</param>
/// <param name="Credit">Credit of the pair, above 0 and at most 1; 0 without a partner.</param>
/// <param name="Gold">What gold says; null when gold does not have it.</param>
/// <param name="Run">What the run says; null when the run does not have it.</param>
/// <param name="Sentence">The sentence, gold's where gold has it.</param>
public sealed record PairingLine(string Kind, PairingOutcome Outcome, string Report, double Credit, string? Gold, string? Run, string Sentence);
