using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>When facts hold. What a report tells without a beginning holds from the day of telling on: it is not carried back.</summary>
internal static class Times
{
    /// <summary>True when the tie holds on the day; a null day asks for what has no end.</summary>
    public static bool Holds(Held<WorldTie> tie, DateOnly? at)
    {
        if (!tie.Fact.Holds(at)) return false;
        return at is not { } day || !Before(tie, day);
    }

    /// <summary>True when the tie's words, whatever its phase and polarity, are about the day; any day when it is null.</summary>
    public static bool Covers(Held<WorldTie> tie, DateOnly? at)
    {
        if (at is not { } day) return true;
        return tie.Fact.Period.Covers(day) && !Before(tie, day);
    }

    /// <summary>True when the day may lie in the period; any day when it is null.</summary>
    public static bool Covers(Period period, DateOnly? at) => at is not { } day || period.Covers(day);

    /// <summary>True when the two may share a day; an open or unknown end is no bar.</summary>
    public static bool Meet(Period a, Period b)
    {
        DateOnly from = Later(a.From?.From, b.From?.From), to = Earlier(a.To?.To, b.To?.To);
        return from <= to;
    }

    /// <summary>True when the period may share a day with the days asked for.</summary>
    public static bool Meet(Period a, DateOnly? from, DateOnly? to) => (to is not { } t || a.From is not { } f || f.From <= t) && (from is not { } s || a.To is not { } e || s <= e.To);

    /// <summary>True when the rule is in force on the day; a null day asks for what has no end.</summary>
    public static bool InForce(Period period, DateOnly? at) => at is { } day ? period.Covers(day) : period.To is null;

    /// <summary>A day of a pack as precise as it is known: <c>2015</c>, <c>2015-11</c>, <c>2015-11-01</c>.</summary>
    public static string? Iso(DateRange? range)
    {
        if (range is not { } r) return null;
        string day = r.From.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        if (r.From == r.To) return day;
        if (r == DateRange.Year(r.From.Year)) return day[..4];
        if (r == DateRange.Month(r.From.Year, r.From.Month)) return day[..7];
        return day;
    }

    private static bool Before(Held<WorldTie> tie, DateOnly day) => tie.Receipt.Layer != Layer.Pack && tie.Fact.Period.From is null && tie.Receipt.Told is { } told && day < told;

    private static DateOnly Later(DateOnly? a, DateOnly? b) => (a ?? DateOnly.MinValue) > (b ?? DateOnly.MinValue) ? a ?? DateOnly.MinValue : b ?? DateOnly.MinValue;

    private static DateOnly Earlier(DateOnly? a, DateOnly? b) => (a ?? DateOnly.MaxValue) < (b ?? DateOnly.MaxValue) ? a ?? DateOnly.MaxValue : b ?? DateOnly.MaxValue;
}
