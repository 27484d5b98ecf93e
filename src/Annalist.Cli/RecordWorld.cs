using System.Globalization;
using Annalist.Store;
using Annalist.Worlds;

namespace Annalist.Cli;

/// <summary>What a record adds to the packs: its findings, as the world takes them.</summary>
internal static class RecordWorld
{
    /// <summary>All findings that stand, the newest first.</summary>
    /// <param name="store">The record.</param>
    /// <param name="asOf">The record as it stood at this moment; null: as it stands.</param>
    /// <exception cref="RecordException">The file cannot be read.</exception>
    public static IReadOnlyList<ToldFinding> Load(RecordStore store, DateTimeOffset? asOf) =>
        [.. store.Findings(new FindingFilter { AsOf = asOf }).Select(f => new ToldFinding(f.Read(), f.Outlet, Day(f.Told), Moment(f.Learned)))];

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
