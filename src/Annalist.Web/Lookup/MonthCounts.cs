using System.Globalization;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Web.Lookup;

/// <summary>Events by month and by the four kinds of act of PLOVER: cooperation and conflict, each in words and in deeds. Denied events and those without a day are left out.</summary>
public sealed class MonthCounts
{
    private const int MostMonths = 120;

    /// <summary>Names of the four kinds, in the order of <see cref="Values"/>.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["cooperation in words", "cooperation in deeds", "conflict in words", "conflict in deeds"];

    /// <summary>Counts events.</summary>
    public MonthCounts(IEnumerable<Held<Event>> events)
    {
        Event[] dated = [.. events.Where(e => e.Stands && e.Fact.From is not null && e.Fact.Status != EventStatus.Denied).Select(e => e.Fact)];
        if (dated.Length == 0) return;
        int last = dated.Max(Month);
        int first = Math.Max(dated.Min(Month), last - MostMonths + 1);
        Earlier = dated.Count(e => Month(e) < first);
        Values = [.. Kinds.Select(_ => new int[last - first + 1])];
        Months = [.. Enumerable.Range(first, last - first + 1).Select(m => string.Create(CultureInfo.InvariantCulture, $"{m / 12:0000}-{(m % 12) + 1:00}"))];
        foreach (Event e in dated.Where(e => Month(e) >= first)) Values[KindOf(e.Type)][Month(e) - first]++;
        Most = Enumerable.Range(0, Months.Count).Max(m => Math.Max(Values[0][m] + Values[1][m], Values[2][m] + Values[3][m]));
    }

    /// <summary>Months from the first with an event to the last, at most ten years: <c>2023-09</c>.</summary>
    public IReadOnlyList<string> Months { get; } = [];

    /// <summary>Events a month, for each kind.</summary>
    public IReadOnlyList<int[]> Values { get; } = [];

    /// <summary>Events of before the first month that is shown.</summary>
    public int Earlier { get; }

    /// <summary>The most events of one month on one side.</summary>
    public int Most { get; }

    // The types stand in PLOVER's order, its four classes one after the other.
    private static int KindOf(EventType type) => type switch { <= EventType.Concede => 0, <= EventType.Retreat => 1, <= EventType.Threaten => 2, _ => 3 };

    private static int Month(Event e) => (e.From!.Value.Year * 12) + e.From.Value.Month - 1;
}
