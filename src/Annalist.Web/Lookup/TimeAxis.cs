using System.Globalization;
using Annalist.Worlds;

namespace Annalist.Web.Lookup;

/// <summary>A stretch of years on which bars are drawn, in per cent of its width.</summary>
public sealed class TimeAxis
{
    private const int MostTicks = 7;
    private readonly int from;
    private readonly int to;

    /// <param name="periods">What is drawn.</param>
    /// <param name="today">A day that must lie on it.</param>
    public TimeAxis(IEnumerable<Period> periods, DateOnly today)
    {
        int[] years = [.. periods.SelectMany(p => new[] { p.From?.From.Year, p.To?.To.Year }).OfType<int>().Append(today.Year)];
        from = Day(years.Min());
        // A little room after the last day, so that the line of the day is seen.
        to = Day(years.Max() + 1) + 90;
        int first = years.Min(), last = years.Max() + 1;
        int step = new[] { 1, 2, 5, 10, 20, 25, 50, 100, 200 }.First(s => (last - first) / s <= MostTicks || s == 200);
        Ticks = [.. Enumerable.Range(first, last - first + 1).Where(y => y % step == 0 || first == last).Select(y => (At(Day(y)), y.ToString(CultureInfo.InvariantCulture)))];
    }

    /// <summary>Years to write, with their places in per cent.</summary>
    public IReadOnlyList<(string X, string Year)> Ticks { get; }

    /// <summary>The place of a day.</summary>
    public string At(DateOnly day) => At(day.DayNumber);

    /// <summary>Where a period begins and how wide it is; an end that is not known reaches the edge.</summary>
    public (string X, string Width) Bar(Period p, DateOnly? told = null)
    {
        int start = Math.Clamp(p.From?.From.DayNumber ?? told?.DayNumber ?? from, from, to), end = Math.Clamp(p.To?.To.DayNumber ?? to, start, to);
        // A day's width would not be seen.
        return (At(start), Percent(Math.Max(0.6, 100.0 * (end - start) / (to - from))));
    }

    private string At(int day) => Percent(100.0 * (day - from) / (to - from));

    private static string Percent(double share) => share.ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static int Day(int year) => new DateOnly(Math.Clamp(year, 1, 9999), 1, 1).DayNumber;
}
