namespace Annalist.Analysis.Evaluation;

/// <summary>How the findings of a kind, an event type or a rule fared in review.</summary>
/// <param name="Name">The kind, the type or the rule's id.</param>
/// <param name="Accepted">Right as the program has them.</param>
/// <param name="Mended">Right with other fields.</param>
/// <param name="Rejected">Not so.</param>
/// <param name="Merged">Told again what another finding tells.</param>
/// <param name="Found">In reports of which every finding was judged: what the program has, accepted or mended. By event type: by the type that it should have.</param>
/// <param name="Missing">In those reports: what a person added, or accepted, and the program does not have.</param>
public sealed record ReviewRow(string Name, int Accepted, int Mended, int Rejected, int Merged, int Found, int Missing)
{
    /// <summary>Findings of the program that were judged.</summary>
    public int Judged => Accepted + Mended + Rejected + Merged;

    /// <summary>Accepted as they were, of those judged.</summary>
    public Proportion Precision => new(Accepted, Judged);

    /// <summary>Accepted or mended, of those judged.</summary>
    public Proportion Kept => new(Accepted + Mended, Judged);

    /// <summary>Found, of all that there is to find in reports of which every finding was judged.</summary>
    public Proportion Recall => new(Found, Found + Missing);

    /// <summary>Rejected, of those judged.</summary>
    public Proportion Refused => new(Rejected, Judged);
}
