namespace Annalist.Analysis.Evaluation;

/// <summary>Whether findings are as often right as they claim.</summary>
/// <param name="From">Least confidence of the band, 0 to 1.</param>
/// <param name="To">End of the band, left out, except for the last band's 1.</param>
/// <param name="Claimed">Mean confidence of those judged, 0 to 1.</param>
/// <param name="Right">Accepted as they were, of those judged.</param>
public sealed record ConfidenceBand(double From, double To, double Claimed, Proportion Right);
