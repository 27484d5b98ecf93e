using Annalist.Model;

namespace Annalist.Store;

/// <summary>A finding with its receipt.</summary>
/// <param name="Stored">The finding as it stands in the record.</param>
/// <param name="Finding">The finding, in the form that counts.</param>
/// <param name="Report">Its report.</param>
/// <param name="SameSentence">The other findings of its sentence that stand, in the order of the text.</param>
/// <param name="Sources">Other addresses from which the same text came.</param>
/// <param name="Verdict">What a person said of it; null when nobody did, or it was withdrawn.</param>
/// <param name="Tellings">Findings that were merged into it, directly or through another, in the order in which they were; as the program found them.</param>
public sealed record ShownFinding(
    StoredFinding Stored, Finding Finding, StoredReport Report, IReadOnlyList<StoredFinding> SameSentence, IReadOnlyList<string> Sources, StoredVerdict? Verdict, IReadOnlyList<StoredFinding> Tellings);
