using System.Globalization;
using System.Text.RegularExpressions;

namespace Annalist.Ingest;

/// <summary>Finds dates in lines of pages, in the many ways that pages write them.</summary>
internal sealed class PageDates(IngestData data)
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    private static readonly Regex Iso = new(@"\b((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?:T\d|\b)", Options);
    private static readonly Regex Digits = new(@"\b(\d{1,2})([./-])(\d{1,2})[./-]((?:19|20)\d\d)\b", Options);
    private static readonly Regex DayMonth = new(@"\b(\d{1,2})(?:st|nd|rd|th|er)?\.?[ \u00A0]+(?:de |of )?(\p{L}{3,10})\b\.?(?:,?[ \u00A0]+(?:de |of )?((?:19|20)\d\d)\b)?", Options);
    private static readonly Regex MonthDay = new(@"\b(\p{L}{3,10})\b\.?[ \u00A0]+(\d{1,2})(?:st|nd|rd|th)?\b(?:,?[ \u00A0]+((?:19|20)\d\d)\b)?", Options);
    private static readonly Regex MonthYear = new(@"\b(\p{L}{3,10})\b\.?,?[ \u00A0]+(?:de |of )?((?:19|20)\d\d)\b", Options);
    private static readonly Regex Han = new(@"((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日", Options);
    private static readonly Regex YearOnly = new(@"\b(?:19|20)\d\d\b", Options);
    private static readonly Regex TimeOfDay = new(@"\b[0-2]?\d[:.h][0-5]\d(?::[0-5]\d)?(?:[ \u00A0]?(?:[aApP]\.?[mM]\b\.?))?|\b1?\d[ \u00A0]?[aApP]\.?[mM]\b", Options);

    /// <summary>All dates of a text, in order, none overlapping another.</summary>
    public List<PageDate> Find(string text)
    {
        var found = new List<PageDate>();
        if (!text.AsSpan().ContainsAnyInRange('0', '9')) return found;
        foreach (Match m in Han.Matches(text)) Add(found, m, Number(m.Groups[1]), Number(m.Groups[2]), Number(m.Groups[3]), true);
        foreach (Match m in Iso.Matches(text)) Add(found, m, Number(m.Groups[1]), Number(m.Groups[2]), Number(m.Groups[3]), true);
        foreach (Match m in Digits.Matches(text)) AddDigits(found, m);
        foreach (Match m in DayMonth.Matches(text)) AddNamed(found, m, m.Groups[2], Number(m.Groups[1]), m.Groups[3]);
        foreach (Match m in MonthDay.Matches(text)) AddNamed(found, m, m.Groups[1], Number(m.Groups[2]), m.Groups[3]);
        foreach (Match m in MonthYear.Matches(text)) AddNamed(found, m, m.Groups[1], null, m.Groups[2]);
        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    /// <summary>All years that a text writes in four digits, with where they stand.</summary>
    public static IEnumerable<(int Year, int Start)> Years(string text)
    {
        foreach (Match m in YearOnly.Matches(text)) yield return (int.Parse(m.ValueSpan, CultureInfo.InvariantCulture), m.Index);
    }

    /// <summary>The line without its dates and times of day.</summary>
    public static string Without(string line, IReadOnlyList<PageDate> dates)
    {
        string rest = line;
        foreach (var date in dates.Reverse()) rest = rest.Remove(date.Start, date.End - date.Start).Insert(date.Start, " ");
        return TimeOfDay.Replace(rest, " ");
    }

    /// <summary>Whether the line holds a time of day.</summary>
    public static bool HasTime(string line) => TimeOfDay.IsMatch(line);

    /// <summary>The weekday named in the line; null when there is none.</summary>
    public DayOfWeek? WeekdayIn(string line)
    {
        foreach (var word in PageLine.WordsOf(line))
        {
            if (data.Weekdays.TryGetValue(word.ToLowerInvariant(), out var day)) return day;
        }
        return null;
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    private static bool Exists(int year, int month, int day) => month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static void Add(List<PageDate> found, Match m, int? year, int month, int? day, bool numeric, bool swapped = false)
    {
        if (month is < 1 or > 12 || (day is { } d && !Exists(year ?? 2000, month, d))) return;
        if (found.Any(o => m.Index < o.End && o.Start < m.Index + m.Length)) return;
        found.Add(new PageDate(m.Index, m.Index + m.Length, year, month, day, swapped, numeric));
    }

    /// <summary>Points and hyphens stand between day, month and year; with strokes the month may come first.</summary>
    private static void AddDigits(List<PageDate> found, Match m)
    {
        int a = Number(m.Groups[1]), b = Number(m.Groups[3]), year = Number(m.Groups[4]);
        if (b > 12) Add(found, m, year, a, b, true);
        else Add(found, m, year, b, a, true, m.Groups[2].ValueSpan is "/" && a <= 12 && a != b);
    }

    private void AddNamed(List<PageDate> found, Match m, Group name, int? day, Group year)
    {
        if (data.Months.TryGetValue(name.Value.ToLowerInvariant(), out int month)) Add(found, m, year.Success ? Number(year) : null, month, day, false);
    }
}
