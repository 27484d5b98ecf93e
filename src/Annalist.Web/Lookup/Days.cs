using System.Globalization;
using Annalist.Model;
using Annalist.Web.Text;
using Annalist.Worlds;

namespace Annalist.Web.Lookup;

/// <summary>Days as pages read and write them.</summary>
internal static class Days
{
    /// <summary>A day as precise as it is known: <c>2015</c>, <c>2015-11</c>, <c>2015-11-01</c>; null for an unknown one.</summary>
    public static string? Iso(DateRange? range)
    {
        if (range is not { } r) return null;
        if (r.From == r.To) return Iso(r.From);
        if (r == DateRange.Year(r.From.Year)) return Iso(r.From)[..4];
        if (r == DateRange.Month(r.From.Year, r.From.Month)) return Iso(r.From)[..7];
        return $"{Iso(r.From)} to {Iso(r.To)}";
    }

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A period for a column of days; null when neither end is known.</summary>
    public static string? Of(Period p) => (Iso(p.From), Iso(p.To)) switch
    {
        (null, null) => null,
        ({ } from, null) => "since " + from,
        (null, { } to) => "until " + to,
        ({ } from, { } to) when from == to => from,
        // A year or month that a pack gives by its first and last day.
        _ when p is { From: { } a, To: { } b } && a.From == a.To && b.From == b.To && FindingText.Days(a.From, b.From) is { Length: < 10 } whole => whole,
        ({ } from, { } to) => $"{from} to {to}",
    };

    /// <summary>The first day of a period, to sort by; the last day of all when it is unknown.</summary>
    public static DateOnly Start(Period p) => p.From?.From ?? DateOnly.MaxValue;

    /// <summary>Reads a day of an address; null when there is none, or it is none.</summary>
    public static DateOnly? Parse(string? text) => DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;
}
