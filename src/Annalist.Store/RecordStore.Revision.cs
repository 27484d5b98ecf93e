using Dapper;

namespace Annalist.Store;

public sealed partial class RecordStore
{
    /// <summary>A number that changes whenever findings or verdicts do, whoever writes them: what was made from the record before is stale then.</summary>
    /// <exception cref="RecordException">The file cannot be read.</exception>
    public long Revision() => Reading(c => c.ExecuteScalar<long>(Sql.Revision));
}
