using Annalist.Model;
using static Annalist.Coding.DateExpression;

namespace Annalist.Coding;

/// <summary>What dates are reckoned from at one place of a text.</summary>
/// <param name="Reference">The report's day; null when there is none.</param>
/// <param name="Told">The days told last before this place; null when none were.</param>
/// <param name="Year">The year told last; null when none was.</param>
/// <param name="Tense">Which way the clause looks.</param>
/// <param name="Perfect">True in the present perfect and the progressive: what lasts, lasts until the reference day.</param>
internal readonly record struct DateContext(DateOnly? Reference, DateRange? Told, int? Year, Tense Tense, bool Perfect = false);

/// <summary>Reckons the meaning of a phrase to days. Null: what it would need is not known.</summary>
internal static class DateResolver
{
    private static readonly int[] Window3 = [0, -1, 1];

    public static DateRange? Resolve(DateExpression expression, DateContext at) => expression switch
    {
        Exact e => e.Range,
        Calendar c => OfCalendar(c, at),
        Weekday w => at.Reference is { } r ? DateRange.Day(OfWeekday(r, w.Day, w.Shift, at.Tense)) : null,
        WeekdayOf w => Resolve(w.Week, at) is { } week ? DateRange.Day(week.From.AddDays(((int)w.Day + 6) % 7)) : null,
        DayOf d => OfDay(d, at),
        Around a => Resolve(a.Day, at) is { } inside ? UnitAt(inside.From, a.Unit, 0) : null,
        DateExpression.Stretch s => Resolve(s.Whole, at) is { } all ? OfStretch(all, s) : null,
        Ahead { Count: < 0 } back => at.Reference is { } before ? DateRange.Day(Add(before, back.Unit, back.Count)) : null,
        Ahead a => at.Reference is { } start && at.Tense is Tense.Future or Tense.Present ? UnitAt(start, a.Unit, a.Count) : null,
        Lasting l => at.Perfect ? OfWindow(new Window(l.Unit, -l.Count), at) : null,
        Now => at.Reference is { } today ? DateRange.Day(today) : null,
        Named { FromTold: true } n => (at.Told?.From ?? at.Reference) is { } then ? OfNamed(then, n, Tense.Unknown) : null,
        Named n => at.Reference is { } r ? OfNamed(r, n, at.Tense) : n.Shift is null && at.Year is int y ? OfMonths(y, n.Month, n.Length) : null,
        Season s => (s.Year ?? (at.Reference?.Year + s.YearShift)) is int y ? OfMonths(y, s.Month, 3) : null,
        Shifted s => OfShifted(s, at),
        Window w => OfWindow(w, at),
        Weekend w => at.Reference is { } r ? OfWeekend(r, w.Shift, at.Tense) : null,
        Years y when y.First >= 1 => new DateRange(new DateOnly(y.First, 1, 1), new DateOnly(y.First + y.Count - 1, 12, 31)),
        Part p => Resolve(p.Whole, at) is { } whole ? OfPart(whole, p.Index, p.Of) : null,
        Rest r => Resolve(r.Whole, at) is { } whole ? OfRest(whole, r.Side, at.Reference) : null,
        Between b => OfBetween(b, at),
        Offset o => OfOffset(o, at),
        _ => null,
    };

    /// <summary>True when the words themselves fix the year.</summary>
    public static bool IsStated(DateExpression expression) => expression switch
    {
        Exact or Years => true,
        Calendar c => c.Year is not null,
        Season s => s.Year is not null,
        Part p => IsStated(p.Whole),
        Between b => IsStated(b.To) || b.To is Now && IsStated(b.From),
        DateExpression.Stretch s => IsStated(s.Whole),
        Around a => IsStated(a.Day),
        _ => false,
    };

    private static DateRange? OfCalendar(Calendar c, DateContext at)
    {
        int? year = c.Year ?? (c.YearShift is int shift ? (c.FromTold ? at.Told?.From.Year ?? at.Year ?? at.Reference?.Year : at.Reference?.Year) + shift : null);
        if (c.Month is not int month) return year is int only and >= 1 and <= 9999 ? DateRange.Year(only) : null;
        if (year is int y) return c.Day is int d ? Day(y, month, d) : DateRange.Month(y, month);
        if (at.Reference is not { } reference) return at.Year is int told ? c.Day is int d ? Day(told, month, d) : DateRange.Month(told, month) : null;
        if (c.Day is not int day) return OfNamed(reference, new Named(month, 1, null), at.Tense);
        IEnumerable<DateOnly> days = Window3.Select(n => Day(reference.Year + n, month, day)).Where(r => r is not null).Select(r => r!.Value.From);
        if (c.On is DayOfWeek weekday && days.Any(d => d.DayOfWeek == weekday)) days = days.Where(d => d.DayOfWeek == weekday);
        return DateRange.Day(Nearest([.. days], reference, at.Tense, slack: 1));
    }

    private static DateRange? Day(int year, int month, int day) =>
        year is < 1 or > 9999 || day > DateTime.DaysInMonth(year, month) ? null : DateRange.Day(new DateOnly(year, month, day));

    /// <summary>The last day not after the reference, the first not before it, or the nearest, by tense. The slack lets a dateline be a day behind.</summary>
    private static DateOnly Nearest(DateOnly[] days, DateOnly reference, Tense tense, int slack)
    {
        DateOnly nearest = days.OrderBy(d => Math.Abs(d.DayNumber - reference.DayNumber)).ThenBy(d => d).First();
        if (tense == Tense.Past && days.Where(d => d <= reference.AddDays(slack)).ToArray() is { Length: > 0 } past) return past.Max();
        if (tense == Tense.Future && days.Where(d => d >= reference.AddDays(-slack)).ToArray() is { Length: > 0 } future) return future.Min();
        return nearest;
    }

    private static DateOnly OfWeekday(DateOnly reference, DayOfWeek day, int? shift, Tense tense)
    {
        int back = ((int)reference.DayOfWeek - (int)day + 7) % 7;
        DateOnly last = reference.AddDays(-back), next = back == 0 ? reference : last.AddDays(7);
        return shift switch
        {
            -1 => back == 0 ? reference.AddDays(-7) : last,
            1 => back == 0 ? reference.AddDays(7) : next,
            0 => Math.Abs(Monday(last).DayNumber - Monday(reference).DayNumber) == 0 ? last : next,
            _ => tense switch
            {
                Tense.Future => next,
                Tense.Present => back <= 3 ? last : next,
                _ => last,
            },
        };
    }

    private static DateRange OfNamed(DateOnly r, Named n, Tense tense)
    {
        DateRange[] around = [.. Enumerable.Range(-2, 5).Select(k => OfMonths(r.Year + k, n.Month, n.Length)!.Value)];
        return n.Shift switch
        {
            -1 => around.Last(m => m.To < r),
            1 => around.First(m => m.From > r),
            0 => around.FirstOrDefault(m => m.Contains(r), around.First(m => m.From.Year == r.Year)),
            _ when tense == Tense.Future => around.First(m => m.To >= r),
            _ when tense == Tense.Past => around.Last(m => m.From <= r),
            _ => around.OrderBy(m => m.Contains(r) ? 0 : Math.Min(Math.Abs(m.From.DayNumber - r.DayNumber), Math.Abs(m.To.DayNumber - r.DayNumber))).First(),
        };
    }

    private static DateRange? OfDay(DayOf d, DateContext at)
    {
        if (d.Month is not null) return Resolve(d.Month, at) is { } month ? Day(month.From.Year, month.From.Month, d.Day) : null;
        if ((at.Told is { } told && at.Reference is null ? told.From : at.Reference) is not { } reference) return null;
        DateOnly first = new(reference.Year, reference.Month, 1);
        DateOnly[] days = [.. Enumerable.Range(-2, 5).Select(first.AddMonths).Select(m => Day(m.Year, m.Month, d.Day)).Where(r => r is not null).Select(r => r!.Value.From)];
        return DateRange.Day(Nearest(days, reference, at.Tense, slack: 1));
    }

    private static DateRange OfStretch(DateRange whole, DateExpression.Stretch s)
    {
        DateOnly from = s.Index < 0 ? Add(whole.To.AddDays(1), s.Unit, -s.Count) : Add(whole.From, s.Unit, s.Count * s.Index);
        DateOnly to = Add(from, s.Unit, s.Count).AddDays(-1);
        return new DateRange(from < whole.From ? whole.From : from, to > whole.To || to < from ? whole.To : to);
    }

    private static DateRange? OfMonths(int year, int month, int length)
    {
        if (year is < 1 or > 9990) return null;
        var from = new DateOnly(year, month, 1);
        return new DateRange(from, from.AddMonths(length).AddDays(-1));
    }

    private static DateRange? OfShifted(Shifted s, DateContext at)
    {
        DateOnly? from = s.FromTold ? at.Told?.From ?? at.Reference : at.Reference;
        if (s.FromTold && at.Told is { } told)
        {
            // "a year later" than a year is a year; "the following day" of a stretch is the day after its end.
            from = s.Count > 0 ? told.To : told.From;
        }
        return from is { } day ? UnitAt(day, s.Unit, s.Count) : null;
    }

    private static DateRange? UnitAt(DateOnly day, DateUnit unit, int count)
    {
        if (Math.Abs((long)count) > 5000) return null;
        switch (unit)
        {
            case DateUnit.Hour:
                return DateRange.Day(day);
            case DateUnit.Day:
                return DateRange.Day(day.AddDays(count));
            case DateUnit.Week or DateUnit.Fortnight:
                DateOnly monday = Monday(day).AddDays(count * (unit == DateUnit.Week ? 7 : 14));
                return new DateRange(monday, monday.AddDays(6));
            case DateUnit.Month:
                DateOnly month = day.AddMonths(count);
                return DateRange.Month(month.Year, month.Month);
            case DateUnit.Quarter:
                DateOnly first = new DateOnly(day.Year, (day.Month - 1) / 3 * 3 + 1, 1).AddMonths(3 * count);
                return new DateRange(first, first.AddMonths(3).AddDays(-1));
            default:
                int years = unit == DateUnit.Year ? 1 : unit == DateUnit.Decade ? 10 : 100;
                int start = day.Year + count * years;
                if (start is < 1 or > 9999) return null;
                if (unit == DateUnit.Year || count != 0) return DateRange.Year(start);
                start = day.Year / years * years;
                return start < 1 ? null : new DateRange(new DateOnly(start, 1, 1), new DateOnly(start + years - 1, 12, 31));
        }
    }

    private static DateRange? OfWindow(Window w, DateContext at)
    {
        DateOnly? day = w.FromTold ? (w.Count > 0 ? at.Told?.To : at.Told?.From) ?? at.Reference : at.Reference;
        if (day is not { } from || Math.Abs((long)w.Count) > 500) return null;
        DateOnly other = Add(from, w.Unit, w.Count);
        return other < from ? new DateRange(other, from) : new DateRange(from, other);
    }

    private static DateOnly Add(DateOnly day, DateUnit unit, int count) => unit switch
    {
        DateUnit.Hour => day,
        DateUnit.Day => day.AddDays(count),
        DateUnit.Week => day.AddDays(7 * count),
        DateUnit.Fortnight => day.AddDays(14 * count),
        DateUnit.Month => day.AddMonths(count),
        DateUnit.Quarter => day.AddMonths(3 * count),
        _ => day.Year + (long)count * YearsOf(unit) is >= 1 and <= 9999 ? day.AddYears(count * YearsOf(unit)) : day,
    };

    private static int YearsOf(DateUnit unit) => unit == DateUnit.Year ? 1 : unit == DateUnit.Decade ? 10 : 100;

    private static DateRange OfWeekend(DateOnly reference, int? shift, Tense tense)
    {
        DateOnly saturday = Monday(reference).AddDays(5);
        bool now = reference >= saturday;
        int weeks = shift switch
        {
            -1 => -1,
            1 => 1,
            0 => 0,
            _ => tense == Tense.Past && !now ? -1 : 0,
        };
        return new DateRange(saturday.AddDays(7 * weeks), saturday.AddDays(7 * weeks + 1));
    }

    /// <summary>Equal parts: by months where the whole has enough of them, else by days.</summary>
    private static DateRange OfPart(DateRange whole, int index, int of)
    {
        int months = (whole.To.Year - whole.From.Year) * 12 + whole.To.Month - whole.From.Month + 1;
        if (months >= of && months % of == 0)
        {
            DateOnly from = whole.From.AddMonths(months / of * index);
            return new DateRange(from, from.AddMonths(months / of).AddDays(-1));
        }
        int first = whole.Days * index / of, last = whole.Days * (index + 1) / of - 1;
        return new DateRange(whole.From.AddDays(first), whole.From.AddDays(Math.Max(first, last)));
    }

    private static DateRange OfRest(DateRange whole, int side, DateOnly? reference)
    {
        if (reference is not { } r || !whole.Contains(r)) return whole;
        if (side > 0) return new DateRange(r < whole.To ? r.AddDays(1) : r, whole.To);
        return new DateRange(whole.From, r);
    }

    private static DateRange? OfBetween(Between b, DateContext at)
    {
        DateExpression second = b.To;
        // "from September 14 to 17 2022": the year belongs to both; "from 9 to 12 December" has been read as one phrase.
        if (Resolve(second, at) is not { } to) return null;
        DateExpression first = (b.From, second) switch
        {
            (Calendar { Year: null, YearShift: null, Month: not null } f, Calendar s) => f with { Year = to.From.Year - (s.Month is int m && f.Month > m ? 1 : 0) },
            (Named { Shift: null } f, _) when f.Length == 1 => new Calendar(to.From.Year - (f.Month > to.From.Month ? 1 : 0), f.Month, null),
            (Weekday { Shift: null } f, _) => new Weekday(f.Day, null),
            _ => b.From,
        };
        if (Resolve(first, at) is not { } from) return null;
        if (from.From > to.To && b.To is Weekday) to = new DateRange(to.From.AddDays(7), to.To.AddDays(7));
        return from.From <= to.To ? new DateRange(from.From, to.To) : null;
    }

    /// <summary>So much after or before the days of an act; a stretch from it when the count is vague.</summary>
    public static DateRange FromAct(DateRange act, Offset o)
    {
        DateOnly day = o.Count > 0 ? act.To : act.From;
        if (o.Unit == DateUnit.Hour) return act;
        DateOnly other = Add(day, o.Unit, o.Count);
        if (o.Vague) return other < day ? new DateRange(other, day) : new DateRange(day, other);
        // A month after a day is told of about that day; after a month, of a month.
        return o.Unit <= DateUnit.Week && act.Days == 1 ? DateRange.Day(other) : UnitAt(day, o.Unit, o.Count) ?? DateRange.Day(other);
    }

    /// <summary>"two days after the vote" beside a date: the vote was two days before it. Without one the reference stands for it.</summary>
    private static DateRange? OfOffset(Offset o, DateContext at)
    {
        // News of the day tells what lies days or weeks back, not years, and not what an act to come will follow.
        DateOnly? day = at.Told?.From ?? (o is { Count: > 0, Unit: <= DateUnit.Week } ? at.Reference : null);
        if (day is not { } from) return null;
        return o.Unit <= DateUnit.Week ? DateRange.Day(Add(from, o.Unit, -o.Count)) : UnitAt(from, o.Unit, -o.Count);
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
