using Annalist.Model;

namespace Annalist.Coding;

/// <summary>What a phrase of time means, before it is reckoned to days.</summary>
internal abstract record DateExpression
{
    /// <summary>Day, month and year as far as written. <paramref name="YearShift"/> is −1 for "of last year", 0 for "of the current year"; it counts from the year told last when <paramref name="FromTold"/>.</summary>
    public sealed record Calendar(int? Year, int? Month, int? Day, DayOfWeek? On = null, int? YearShift = null, bool FromTold = false) : DateExpression;

    /// <summary>A weekday; the shift is −1 "last", 0 "this", 1 "next", null when bare.</summary>
    public sealed record Weekday(DayOfWeek Day, int? Shift) : DateExpression;

    /// <summary>A weekday of a stretch ("Friday of last week").</summary>
    public sealed record WeekdayOf(DayOfWeek Day, DateExpression Week) : DateExpression;

    /// <summary>A day of a month by number ("the first of the month"); of the nearest fitting month when <paramref name="Month"/> is null.</summary>
    public sealed record DayOf(int Day, DateExpression? Month) : DateExpression;

    /// <summary>The week, month or year in which a day lies ("the week of 8 May").</summary>
    public sealed record Around(DateUnit Unit, DateExpression Day) : DateExpression;

    /// <summary>The <paramref name="Index"/>-th stretch of some units in a whole, 0 the first, −1 the last ("the first two weeks of May").</summary>
    public sealed record Stretch(DateExpression Whole, DateUnit Unit, int Count, int Index) : DateExpression;

    /// <summary>"in two weeks": so much after the reference day in a clause that looks ahead; a length of time in one that looks back.</summary>
    public sealed record Ahead(DateUnit Unit, int Count) : DateExpression;

    /// <summary>"for two years": in the perfect a stretch up to the reference day; else a length of time.</summary>
    public sealed record Lasting(DateUnit Unit, int Count) : DateExpression;

    /// <summary>The reference day as an end of a range.</summary>
    public sealed record Now : DateExpression;

    /// <summary>A month or a season by name with −1 "last", 0 "this", 1 "next", null bare. <paramref name="Length"/> is in months, 1 or 3.</summary>
    public sealed record Named(int Month, int Length, int? Shift, bool FromTold = false) : DateExpression;

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
    public sealed record Offset(DateUnit Unit, int Count, bool Vague = false) : DateExpression;

    /// <summary>Days written out in figures.</summary>
    public sealed record Exact(DateRange Range) : DateExpression;

    /// <summary>A day that the calendar does not have.</summary>
    public sealed record Impossible : DateExpression;

    /// <summary>Words of time that name no day.</summary>
    public sealed record Duration : DateExpression;
}
