using System.Globalization;

namespace Annalist.Store;

/// <summary>Days and moments as the record spells them: ISO, sortable as text.</summary>
internal static class Stamp
{
    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Moment(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
