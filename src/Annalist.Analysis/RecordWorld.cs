using System.Globalization;
using Annalist.Store;
using Annalist.Worlds;

namespace Annalist.Analysis;

/// <summary>What a record adds to the packs: its findings and what a person said of them, as the world takes them.</summary>
public static class RecordWorld
{
    /// <summary>
    /// All findings that stand, the newest first, each with its verdict; then those that a person accepted and a later coding finds no longer. An accepted finding is given as it was accepted,
    /// whatever a later coding has made of it.
    /// </summary>
    /// <param name="store">The record.</param>
    /// <param name="asOf">The record as it stood at this moment; null: as it stands.</param>
    /// <exception cref="RecordException">The file cannot be read.</exception>
    public static IReadOnlyList<ToldFinding> Load(RecordStore store, DateTimeOffset? asOf)
    {
        IReadOnlyList<StoredVerdict> verdicts = store.Verdicts(asOf);
        Dictionary<string, StoredVerdict> byId = verdicts.ToDictionary(v => v.Id, StringComparer.Ordinal);
        var all = new List<ToldFinding>();
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (StoredFinding f in store.Findings(new FindingFilter { AsOf = asOf }))
        {
            StoredVerdict? v = byId.GetValueOrDefault(f.Id);
            found.Add(f.Id);
            all.Add(v is null ? new ToldFinding(f.Read(), f.Outlet, Day(f.Told), Moment(f.Learned)) : Judged(v, v.Judgement == Judgement.Accepted ? v.Read() : f.Read()));
        }
        all.AddRange(verdicts.Where(v => v.Judgement == Judgement.Accepted && !found.Contains(v.Id)).Select(v => Judged(v, v.Read())));
        return all;
    }

    private static ToldFinding Judged(StoredVerdict v, Annalist.Model.Finding finding) =>
        new(finding, v.Outlet, Day(v.Told), Moment(v.Learned), v.Judgement == Judgement.Accepted ? Verdict.Accepted : Verdict.Rejected, Moment(v.Judged));

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
