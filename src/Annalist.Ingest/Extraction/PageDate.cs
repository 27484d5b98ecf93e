namespace Annalist.Ingest;

/// <summary>A date as a page writes it.</summary>
/// <param name="Start">Where it begins in the line.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Year">Year; null when it is not written.</param>
/// <param name="Month">Month 1..12.</param>
/// <param name="Day">Day; null when only the month is written.</param>
/// <param name="Swapped">True when day and month could as well change places: 04/07/2024.</param>
/// <param name="Numeric">True when it is written in digits only.</param>
internal sealed record PageDate(int Start, int End, int? Year, int Month, int? Day, bool Swapped, bool Numeric)
{
    /// <summary>The day, where year, month and day are written.</summary>
    public DateOnly? Full => Year is { } y && Day is { } d ? new DateOnly(y, Month, d) : null;

    /// <summary>The other reading of a doubtful date.</summary>
    public DateOnly? Other => Swapped && Year is { } y && Day is { } d ? new DateOnly(y, d, Month) : null;
}
