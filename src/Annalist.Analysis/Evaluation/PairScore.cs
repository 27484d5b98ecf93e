namespace Annalist.Analysis.Evaluation;

/// <summary>How well a run's findings pair with gold's.</summary>
/// <param name="Measure">What is measured: <c>events_type events events_strict statements ties figures</c>.</param>
/// <param name="EventType">The type of events that it is for; null for all of the kind.</param>
/// <param name="Credit">Sum of the credit of the pairs, those with optional gold left out.</param>
/// <param name="Run">Findings of the run, those paired with optional gold left out.</param>
/// <param name="Gold">Findings of gold, optional ones left out.</param>
public sealed record PairScore(string Measure, string? EventType, double Credit, int Run, int Gold)
{
    /// <summary>Credit by finding of the run, 0 to 1; 0 when there is none.</summary>
    public double Precision => Run == 0 ? 0 : Credit / Run;

    /// <summary>Credit by finding of gold, 0 to 1; 0 when there is none.</summary>
    public double Recall => Gold == 0 ? 0 : Credit / Gold;

    /// <summary>Harmonic mean of precision and recall, 0 to 1.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}
