using Dapper;

namespace Annalist.Store;

public sealed partial class RecordStore
{
    /// <summary>The whole text of the page that a report's article was found in, as it came.</summary>
    /// <param name="hash">The report's hash.</param>
    /// <returns>Null when the article is all that came, or the report was read before originals were kept.</returns>
    /// <exception cref="RecordException">The file cannot be read.</exception>
    public string? Original(string hash) => Reading(c => c.ExecuteScalar<string?>(Sql.Original, new { hash }));
}
