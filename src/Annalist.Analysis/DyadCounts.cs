using Annalist.Store;

namespace Annalist.Analysis;

/// <summary>Which pairs of actors have most to do with one another in a record.</summary>
public static class DyadCounts
{
    /// <summary>The busiest pairs, most events first; events that were denied and parties that are unknown are not counted.</summary>
    /// <param name="store">The record.</param>
    /// <param name="limit">At most so many, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is below 1.</exception>
    /// <exception cref="RecordException">The record cannot be read.</exception>
    public static IReadOnlyList<DyadCount> Busiest(RecordStore store, int limit)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return store.DyadCounts(limit);
    }
}
