namespace Annalist.Analysis.Evaluation;

/// <summary>How often a detail is right.</summary>
/// <param name="Measure">The detail: <c>status dates modes sectors places</c> of paired events, <c>speakers stances</c> of paired statements, <c>article</c>.</param>
/// <param name="EventType">The type of events that it is for; null for all.</param>
/// <param name="Right">How often it is right.</param>
/// <param name="Asked">How often it was asked, 1 or more.</param>
public sealed record ShareScore(string Measure, string? EventType, int Right, int Asked)
{
    /// <summary>Right by asked, 0 to 1.</summary>
    public double Share => (double)Right / Asked;
}
