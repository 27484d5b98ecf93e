namespace Annalist.Store;

/// <summary>How far the review has come. A finding counts once, by the verdict that counts of it; a verdict on what stands no longer is not counted.</summary>
/// <param name="Standing">Findings of the corrected view.</param>
/// <param name="Reviewed">Findings with a verdict.</param>
/// <param name="Accepted">Accepted as they were.</param>
/// <param name="Rejected">Rejected.</param>
/// <param name="Mended">Mended.</param>
/// <param name="Added">Added by hand.</param>
/// <param name="Merged">Merged into another.</param>
/// <param name="Open">Findings without a verdict.</param>
public sealed record ReviewProgress(int Standing, int Reviewed, int Accepted, int Rejected, int Mended, int Added, int Merged, int Open);
