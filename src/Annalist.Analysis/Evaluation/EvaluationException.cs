namespace Annalist.Analysis.Evaluation;

/// <summary>A line of gold or of a run cannot be compared.</summary>
/// <param name="message">File, line and what is wrong with it.</param>
/// <param name="remedy">What to do about it.</param>
/// <param name="inner">What the reader said; null when it said nothing.</param>
public sealed class EvaluationException(string message, string remedy, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What to do about it.</summary>
    public string Remedy { get; } = remedy;
}
