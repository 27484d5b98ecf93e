using System.Globalization;
using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>Reads the days of packs: <c>YYYY</c>, <c>YYYY-MM</c>, <c>YYYY-MM-DD</c>.</summary>
internal static class PackDay
{
    /// <summary>The days that the text spans; null when it is no day.</summary>
    public static DateRange? Parse(string text)
    {
        if (text.Length is not (4 or 7 or 10)) return null;
        for (int i = 0; i < text.Length; i++)
        {
            bool dash = i is 4 or 7;
            if (dash ? text[i] != '-' : !char.IsAsciiDigit(text[i])) return null;
        }
        int year = int.Parse(text.AsSpan(0, 4), CultureInfo.InvariantCulture);
        int month = text.Length > 4 ? int.Parse(text.AsSpan(5, 2), CultureInfo.InvariantCulture) : 1;
        if (year < 1 || month is < 1 or > 12) return null;
        if (text.Length == 4) return DateRange.Year(year);
        if (text.Length == 7) return DateRange.Month(year, month);
        int day = int.Parse(text.AsSpan(8, 2), CultureInfo.InvariantCulture);
        if (day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        return DateRange.Day(new DateOnly(year, month, day));
    }
}
