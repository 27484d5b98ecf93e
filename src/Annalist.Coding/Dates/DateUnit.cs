namespace Annalist.Coding;

/// <summary>A unit of the calendar, from short to long.</summary>
internal enum DateUnit
{
    Hour,
    Day,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}
