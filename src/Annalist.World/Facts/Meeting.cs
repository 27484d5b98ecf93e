namespace Annalist.Worlds;

/// <summary>A meeting of a format or organisation (<c>meetings.tsv</c>).</summary>
/// <param name="Institution">Code of what met.</param>
/// <param name="Level">At which level, in plain words; null when the pack does not say.</param>
/// <param name="Period">When; both ends the same for one day.</param>
/// <param name="Place">Town; null when the pack does not say.</param>
/// <param name="Note">A remark in the pack's words; null when there is none.</param>
public sealed record Meeting(string Institution, string? Level, Period Period, string? Place, string? Note);
