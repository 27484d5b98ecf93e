using Annalist.Model;
using Microsoft.Data.Sqlite;

namespace Annalist.Store;

/// <summary>Puts findings into the tables in which they are looked for.</summary>
internal sealed class FindingWriter(PreparedCommands prepared)
{
    /// <summary>Adds a finding.</summary>
    /// <param name="finding">The finding, labelled as in the record.</param>
    /// <param name="place">Its report and its place among the report's findings.</param>
    /// <param name="hand">True when it stands by a person's word.</param>
    /// <param name="now">Now, as a stamp.</param>
    /// <param name="t">The transaction, which holds the write lock.</param>
    /// <returns>Key of its row.</returns>
    public long Add(Finding finding, FindingPlace place, bool hand, string now, SqliteTransaction t)
    {
        // No other writer can come between: the transaction holds the write lock.
        long key = (prepared.Number(Sql.LastFinding, t) ?? 0) + 1;
        FindingRow row = FindingRow.Of(finding, place.Told);
        string day = row.HoldsFrom ?? place.Told ?? "";
        prepared.Execute(
            Sql.AddFinding, t, key, finding.Id, place.Report, place.Order, row.Kind, row.Type, row.Status, day, row.HoldsFrom, row.HoldsTo, place.Told, now, Named(Sql.AddSpeaker, Sql.SpeakerKey, row.Speaker, t),
            place.Outlet, row.Score, row.Main, finding.Confidence, finding.Rule, finding.Data, RecordJson.Write(finding), hand ? 1 : 0);
        AddParties(key, row, day, t);
        return key;
    }

    /// <summary>Key of a name, which is added when it is new; null for null.</summary>
    public long? Named(string add, string find, string? name, SqliteTransaction t)
    {
        if (name is null) return null;
        if (prepared.Number(find, t, name) is { } key) return key;
        prepared.Execute(add, t, name, name.ToLowerInvariant());
        return prepared.Number(find, t, name);
    }

    private void AddParties(long finding, FindingRow row, string day, SqliteTransaction t)
    {
        var sides = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (int ord = 0; ord < row.Parties.Count; ord++)
        {
            PartyRow p = row.Parties[ord];
            prepared.Execute(Sql.AddParty, t, finding, ord, p.Role, p.Code, p.Sector, p.Name);
            sides[p.Code] = sides.GetValueOrDefault(p.Code) | p.Side;
        }
        foreach ((string code, int side) in sides) prepared.Execute(Sql.AddInvolved, t, code, row.Kind, day, finding, row.HoldsTo ?? "", side);
        string[] codes = [.. sides.Keys];
        for (int a = 0; a < codes.Length; a++)
        {
            for (int b = a + 1; b < codes.Length; b++) prepared.Execute(Sql.AddDyad, t, codes[a], codes[b], row.Kind, day, finding, row.HoldsTo ?? "");
        }
    }
}

/// <summary>Where a finding belongs.</summary>
/// <param name="Report">Key of its report.</param>
/// <param name="Order">Place among the report's findings, from 0.</param>
/// <param name="Outlet">Key of the report's outlet; null when unknown.</param>
/// <param name="Told">ISO day on which the report was told; null when unknown.</param>
internal readonly record struct FindingPlace(long Report, long Order, long? Outlet, string? Told);
