using System.Globalization;
using Annalist.Model;
using Annalist.Store;
using Annalist.Worlds;

namespace Annalist.Analysis;

/// <summary>What a record adds to the packs: its findings and what persons said of them, as the world takes them.</summary>
public static class RecordWorld
{
    /// <summary>
    /// All findings of a record as they were corrected, the newest first, each with its verdict: what was mended, added or accepted counts as accepted, in that form, whatever a later coding has made of it;
    /// what was rejected comes as rejected; what was merged into another is left out.
    /// </summary>
    /// <param name="store">The record.</param>
    /// <param name="asOf">The record as it stood at this moment; null: as it stands.</param>
    /// <exception cref="RecordException">The file cannot be read.</exception>
    public static IReadOnlyList<ToldFinding> Load(RecordStore store, DateTimeOffset? asOf)
    {
        ArgumentNullException.ThrowIfNull(store);
        var all = new List<ToldFinding>();
        foreach (StoredFinding f in store.Findings(new FindingFilter { AsOf = asOf, Review = Review.All }))
        {
            Verdict? verdict = f.Verdict is null ? null : Codes.Parse<Judgement>(f.Verdict) switch
            {
                Judgement.Rejected => Verdict.Rejected,
                Judgement.Accepted or Judgement.Mended or Judgement.Added => Verdict.Accepted,
                _ => null,
            };
            if (f.LeftOut && verdict != Verdict.Rejected) continue;
            all.Add(new ToldFinding(f.Read(), f.Outlet, Day(f.Told), Moment(f.Learned), verdict, verdict is null || f.Judged is null ? null : Moment(f.Judged), f.ReportTitle));
        }
        return all;
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
