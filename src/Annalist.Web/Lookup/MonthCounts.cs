using System.Globalization;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Web.Lookup;

/// <summary>Events by month, by the side of their score: cooperation above zero, conflict below, neither at zero. Denied events and those without a day are left out.</summary>
public sealed class MonthCounts
{
    private const int MostMonths = 120;

    public MonthCounts(IEnumerable<Held<Event>> events)
    {
        Event[] dated = [.. events.Where(e => e.Stands && e.Fact.From is not null && e.Fact.Status != EventStatus.Denied).Select(e => e.Fact)];
        if (dated.Length == 0) return;
        int last = dated.Max(Month);
        int first = Math.Max(dated.Min(Month), last - MostMonths + 1);
        Earlier = dated.Count(e => Month(e) < first);
        Cooperation = new int[last - first + 1];
        Conflict = new int[last - first + 1];
        Neither = new int[last - first + 1];
        Months = [.. Enumerable.Range(first, last - first + 1).Select(m => string.Create(CultureInfo.InvariantCulture, $"{m / 12:0000}-{(m % 12) + 1:00}"))];
        foreach (Event e in dated.Where(e => Month(e) >= first)) (e.Score > 0 ? Cooperation : e.Score < 0 ? Conflict : Neither)[Month(e) - first]++;
    }

    /// <summary>Months from the first with an event to the last, at most ten years: <c>2023-09</c>.</summary>
    public IReadOnlyList<string> Months { get; } = [];

    public int[] Cooperation { get; } = [];

    public int[] Conflict { get; } = [];

    public int[] Neither { get; } = [];

    /// <summary>Events of before the first month that is shown.</summary>
    public int Earlier { get; }

    /// <summary>The most events of one month and side.</summary>
    public int Most => Cooperation.Concat(Conflict).Concat(Neither).DefaultIfEmpty().Max();

    private static int Month(Event e) => (e.From!.Value.Year * 12) + e.From.Value.Month - 1;
}
