using System.Globalization;

namespace Annalist.Model;

/// <summary>Days from <paramref name="From"/> to <paramref name="To"/>, both included; equal for one day (codebook 3, <c>date</c>).</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, never before <paramref name="From"/>.</param>
public readonly record struct DateRange(DateOnly From, DateOnly To)
{
    /// <summary>One day.</summary>
    public static DateRange Day(DateOnly day) => new(day, day);

    /// <summary>A whole calendar month.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Year or month is not of the calendar.</exception>
    public static DateRange Month(int year, int month) => new(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)));

    /// <summary>A whole calendar year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not 1 to 9999.</exception>
    public static DateRange Year(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    /// <summary>Number of days, 1 or more.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>True when the day lies in the range.</summary>
    public bool Contains(DateOnly day) => From <= day && day <= To;

    /// <summary>True when the two share a day.</summary>
    public bool Overlaps(DateRange other) => From <= other.To && other.From <= To;

    /// <summary>ISO days, <c>2020-10-15</c> or <c>2020-10-01..2020-10-31</c>.</summary>
    public override string ToString() => From == To ? Iso(From) : Iso(From) + ".." + Iso(To);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
