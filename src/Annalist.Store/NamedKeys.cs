using Dapper;
using Microsoft.Data.Sqlite;

namespace Annalist.Store;

/// <summary>Keys of what a filter names in words. Null where the filter names nothing; empty where nothing is called so.</summary>
/// <param name="Outlets">Outlets with the words in their names.</param>
/// <param name="Speakers">Speakers with the words in their names.</param>
/// <param name="Reports">Reports with the label or the beginning of the hash.</param>
internal sealed record NamedKeys(IReadOnlyList<long>? Outlets, IReadOnlyList<long>? Speakers, IReadOnlyList<long>? Reports)
{
    /// <summary>Looks the words up.</summary>
    public static NamedKeys Find(SqliteConnection connection, FindingFilter filter) => new(
        Keys(connection, Sql.OutletsLike, filter.Outlet?.ToLowerInvariant()), Keys(connection, Sql.SpeakersLike, filter.Speaker?.ToLowerInvariant()), Keys(connection, Sql.ReportsLike, filter.Report));

    private static List<long>? Keys(SqliteConnection connection, string text, string? words) => words is null ? null : connection.Query<long>(text, new { words }).AsList();
}
