using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>The time in which a fact of a pack holds. Either end is known to the day, the month or the year: a range of days in which it lies.</summary>
/// <param name="From">When it began; null when nobody says.</param>
/// <param name="To">Its last day; null when it is open or nobody says.</param>
public readonly record struct Period(DateRange? From, DateRange? To)
{
    /// <summary>Neither end known.</summary>
    public static Period Always { get; } = new(null, null);

    /// <summary>True when it may hold on the day: the day is not before the earliest start nor after the latest end.</summary>
    public bool Covers(DateOnly day) => (From is not { } f || f.From <= day) && (To is not { } t || day <= t.To);

    /// <summary>True when it holds on the day whatever the exact days of its ends are. An end that is not known is taken as open.</summary>
    public bool SurelyCovers(DateOnly day) => (From is not { } f || f.To <= day) && (To is not { } t || day <= t.From);

    /// <summary>Days that the two surely share; 0 when they may be apart. An end that is not known is taken as open.</summary>
    public int SharedDays(Period other)
    {
        int from = Math.Max(From?.To.DayNumber ?? 0, other.From?.To.DayNumber ?? 0);
        int to = Math.Min(To?.From.DayNumber ?? DateOnly.MaxValue.DayNumber, other.To?.From.DayNumber ?? DateOnly.MaxValue.DayNumber);
        return Math.Max(0, to - from + 1);
    }

    /// <summary><c>1991-12-16 to open</c></summary>
    public override string ToString() => $"{From?.ToString() ?? "unknown"} to {To?.ToString() ?? "open"}";
}
