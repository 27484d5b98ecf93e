using Annalist.Model;

namespace Annalist.Coding;

/// <summary>What a phrase of time means, before it is reckoned to days.</summary>
internal abstract record DateExpression
{
    /// <summary>Day, month and year as far as written. <paramref name="YearShift"/> is −1 for "of last year", 0 for "of the current year".</summary>
    public sealed record Calendar(int? Year, int? Month, int? Day, DayOfWeek? On = null, int? YearShift = null) : DateExpression;

    /// <summary>A weekday; the shift is −1 "last", 0 "this", 1 "next", null when bare.</summary>
    public sealed record Weekday(DayOfWeek Day, int? Shift) : DateExpression;

    /// <summary>A month or a season by name with −1 "last", 0 "this", 1 "next", null bare. <paramref name="Length"/> is in months, 1 or 3.</summary>
    public sealed record Named(int Month, int Length, int? Shift) : DateExpression;

    /// <summary>A season of a year.</summary>
    public sealed record Season(int Month, int? Year, int? YearShift) : DateExpression;

    /// <summary>A whole unit counted from the unit of the reference day, or of the date told last when <paramref name="FromTold"/>.</summary>
    public sealed record Shifted(DateUnit Unit, int Count, bool FromTold = false) : DateExpression;

    /// <summary>A stretch of units that ends or begins at the reference day (or the date told last); negative looks back.</summary>
    public sealed record Window(DateUnit Unit, int Count, bool FromTold = false) : DateExpression;

    /// <summary>Saturday and Sunday; shift as for a weekday.</summary>
    public sealed record Weekend(int? Shift) : DateExpression;

    /// <summary>A decade or century by its first year.</summary>
    public sealed record Years(int First, int Count) : DateExpression;

    /// <summary>One of <paramref name="Of"/> equal parts, 0 the first; −1 the last quarter or third ("the end of").</summary>
    public sealed record Part(DateExpression Whole, int Index, int Of) : DateExpression;

    /// <summary>From the one to the other.</summary>
    public sealed record Between(DateExpression From, DateExpression To) : DateExpression;

    /// <summary>What remains ("later this month", 1) or is over (−1) of a unit.</summary>
    public sealed record Rest(DateExpression Whole, int Side) : DateExpression;

    /// <summary>A number of units before (−) or after (+) what the words after it tell; that is dated, not the clause.</summary>
    public sealed record Offset(DateUnit Unit, int Count) : DateExpression;

    /// <summary>Days written out in figures.</summary>
    public sealed record Exact(DateRange Range) : DateExpression;

    /// <summary>A day that the calendar does not have.</summary>
    public sealed record Impossible : DateExpression;

    /// <summary>Words of time that name no day.</summary>
    public sealed record Duration : DateExpression;
}
