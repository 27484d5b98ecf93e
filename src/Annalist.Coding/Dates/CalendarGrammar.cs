using System.Globalization;
using Annalist.Model;
using static Annalist.Coding.DateExpression;
using Calendar = Annalist.Coding.DateExpression.Calendar;

namespace Annalist.Coding;

/// <summary>Reads days, months, seasons and years written by name or in figures.</summary>
internal sealed class CalendarGrammar(DateWords words)
{
    private readonly NamedDayGrammar days = new(words);

    /// <summary>The phrase that begins at the atom; null when none does.</summary>
    /// <param name="atoms">Atoms of the sentence.</param>
    /// <param name="i">Where.</param>
    /// <param name="governed">True when what stands before makes a bare month or year a date ("end of", "early").</param>
    public DateGrammar.Match? At(IReadOnlyList<DateAtom> atoms, int i, bool governed = false)
    {
        if (i >= atoms.Count) return null;
        return Figures(atoms, i) ?? WithWeekday(atoms, i) ?? MonthDay(atoms, i) ?? DayMonth(atoms, i) ?? Month(atoms, i, governed) ?? Season(atoms, i, governed) ?? Year(atoms, i, governed);
    }

    /// <summary>2020-10-15, 15.10.2020, 10/15/2020.</summary>
    private static DateGrammar.Match? Figures(IReadOnlyList<DateAtom> a, int i)
    {
        if (i + 4 < a.Count && a[i].IsYear && a[i + 1].Text == a[i + 3].Text && a[i + 1].Text is "-" && a[i].Token == a[i + 4].Token && a[i + 2].IsDay && a[i + 4].IsDay)
        {
            return Day(a[i].Number!.Value, a[i + 2].Number!.Value, a[i + 4].Number!.Value, i + 5);
        }
        if (i + 4 < a.Count && a[i].IsDay && a[i + 2].IsDay && a[i + 4].IsYear && a[i + 1].Text == "/" && a[i + 3].Text == "/")
        {
            (int month, int day) = (a[i].Number!.Value, a[i + 2].Number!.Value);
            return month > 12 ? Day(a[i + 4].Number!.Value, day, month, i + 5) : Day(a[i + 4].Number!.Value, month, day, i + 5);
        }
        // 5-5-2023
        if (i + 4 < a.Count && a[i].IsDay && a[i + 2].IsDay && a[i + 4].IsYear && a[i + 1].Text == "-" && a[i + 3].Text == "-" && a[i].Token == a[i + 4].Token) return Day(a[i + 4].Number!.Value, a[i + 2].Number!.Value, a[i].Number!.Value, i + 5);
        if (i + 4 < a.Count && a[i].IsYear && a[i + 2].IsDay && a[i + 4].IsDay && a[i + 1].Text == "/" && a[i + 3].Text == "/") return Day(a[i].Number!.Value, a[i + 2].Number!.Value, a[i + 4].Number!.Value, i + 5);
        // 2023-05: with a leading nought no range of years.
        if (i + 2 < a.Count && a[i].IsYear && a[i + 1].Text == "-" && a[i].Token == a[i + 2].Token && a[i + 2].Raw.Length == 2 && a[i + 2].Number is int mon and >= 1 and <= 12 && mon <= a[i].Number % 100) return new(new Calendar(a[i].Number, mon, null), i + 3);
        string[] parts = a[i].Text.Split('.');
        if (parts is [{ Length: 4 } y0, { Length: 2 } m0, { Length: 2 } d0] && Number(y0) is int yy0 and > 1000 && Number(m0) is int mm0 && Number(d0) is int dd0) return Day(yy0, mm0, dd0, i + 1);
        if (parts is [{ Length: 2 } d1, { Length: 2 } m1] && DateGrammar.Text(a, i - 1) == "on" && Number(d1) is int dd1 and >= 1 and <= 31 && Number(m1) is int mm1 and >= 1 and <= 12) return new(new Calendar(null, mm1, dd1), i + 1);
        if (parts is [{ Length: 1 or 2 } d, { Length: 1 or 2 } m, { Length: 4 } y] && Number(d) is int dd && Number(m) is int mm && Number(y) is int yy) return Day(yy, mm, dd, i + 1);
        return null;
    }

    private static int? Number(string s) => int.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : null;

    private static DateGrammar.Match Day(int year, int month, int day, int next) =>
        month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) ? new(new Impossible(), next) : new(new Exact(DateRange.Day(new DateOnly(year, month, day))), next);

    /// <summary>"Thursday", "Friday, September 16", "Thursday night".</summary>
    private DateGrammar.Match? WithWeekday(IReadOnlyList<DateAtom> a, int i)
    {
        if (!a[i].IsCapital || words.WeekdayNames.Contains(DateGrammar.Text(a, i - 1))) return null;
        bool full = words.Weekdays.TryGetValue(a[i].Text, out DayOfWeek day);
        if (!full && !words.WeekdaysShort.TryGetValue(a[i].Text, out day)) return null;
        int j = DateGrammar.Skip(a, i + 1, ".");
        if (words.Hours.Contains(DateGrammar.Text(a, j))) j++;
        int k = DateGrammar.Skip(a, DateGrammar.Skip(a, DateGrammar.Skip(a, DateGrammar.Skip(a, j, ","), "("), "on"), "the");
        if (k < a.Count && (MonthDay(a, k) ?? DayMonth(a, k)) is { Value: Calendar calendar } match) return new(calendar with { On = day }, match.Next);
        // "Friday, 2023-05-05"
        if (k < a.Count && Figures(a, k) is { Value: Exact } written) return written;
        if (!full) return null;
        return new(new Weekday(day, null), DateGrammar.Possessive(a, j));
    }

    /// <summary>"October 15", "October 15th, 2020", "October 8-9", "December 9 to 12".</summary>
    private DateGrammar.Match? MonthDay(IReadOnlyList<DateAtom> a, int i)
    {
        if (!IsMonth(a, i, out int month)) return null;
        int j = DateGrammar.Skip(a, i + 1, ".");
        j = DateGrammar.Skip(a, j, "the");
        if (!IsDay(a, j, out int first, out j) || DateGrammar.Text(a, j) is "%" or "percent") return null;
        int? second = null;
        if (DateGrammar.Text(a, j) is "," && j + 3 < a.Count && a[j + 1].IsDay && a[j + 1].Number > first && DateGrammar.Text(a, j + 2) == "and" && a[j + 3].IsDay && a[j + 3].Number > a[j + 1].Number)
        {
            second = a[j + 3].Number;
            j += 4;
        }
        else if (DateGrammar.Text(a, j) is "-" or "to" or "and" or "through" or "until" && j + 1 < a.Count && a[j + 1].IsDay && !IsMonth(a, j + 2, out _) && (DateGrammar.Text(a, j) != "and" || a[j + 1].Number > first))
        {
            second = a[j + 1].Number;
            j += 2;
        }
        (int? year, int? shift, bool told, j) = YearAfter(a, j);
        return Days(year, shift, told, month, first, second, j);
    }

    /// <summary>"15 October 2020", "the 15th of October", "8-9 October".</summary>
    private DateGrammar.Match? DayMonth(IReadOnlyList<DateAtom> a, int i)
    {
        int j = DateGrammar.Skip(a, i, "the");
        if (!IsDay(a, j, out int first, out j)) return null;
        int? second = null;
        if (DateGrammar.Text(a, j) == "," && j + 2 < a.Count && a[j + 1].IsDay && DateGrammar.Text(a, j + 2) == "and") j += 2;
        if (DateGrammar.Text(a, j) is "-" or "to" or "and" or "through" or "until" && IsDay(a, DateGrammar.Skip(a, j + 1, "the"), out int end, out int past) && end > first)
        {
            second = end;
            j = past;
        }
        j = DateGrammar.Skip(a, DateGrammar.Skip(a, j, "day"), "of");
        bool hyphens = DateGrammar.Text(a, j) == "-";
        if (hyphens) j++;
        if (!IsMonth(a, j, out int month) && !IsSmallMonth(a, j, out month)) return null;
        // 05-Aug-2016
        if (hyphens && j + 2 < a.Count && DateGrammar.Text(a, j + 1) == "-" && a[j + 2].IsYear) return Days(a[j + 2].Number, null, false, month, first, null, j + 3);
        (int? year, int? shift, bool told, j) = YearAfter(a, DateGrammar.Skip(a, j + 1, "."));
        return Days(year, shift, told, month, first, second, j);
    }

    /// <summary>A day of a month, in digits or as an ordinal in words.</summary>
    private bool IsDay(IReadOnlyList<DateAtom> a, int i, out int day, out int next)
    {
        (day, next) = (0, i);
        if (i >= a.Count) return false;
        if (a[i].IsDay)
        {
            (day, next) = (a[i].Number!.Value, i + 1);
            return true;
        }
        return days.Ordinal(a, i, out day, out next) && day is >= 1 and <= 31;
    }

    private static DateGrammar.Match Days(int? year, int? shift, bool told, int month, int first, int? second, int next)
    {
        if (Bad(year, month, first) || second is int s && Bad(year, month, s)) return new(new Impossible(), next);
        var start = new Calendar(year, month, first, null, shift, told);
        return new(second is int last ? new Between(start, start with { Day = last }) : start, next);
    }

    private static bool Bad(int? year, int month, int day) => day > DateTime.DaysInMonth(year ?? 2000, month);

    /// <summary>"May 2023", "July of 2023", "in October", "October's".</summary>
    private DateGrammar.Match? Month(IReadOnlyList<DateAtom> a, int i, bool governed)
    {
        if (!IsMonth(a, i, out int month)) return null;
        int j = DateGrammar.Skip(a, i + 1, ".");
        (int? year, int? shift, bool told, int after) = YearAfter(a, j);
        if (year is not null || shift is not null) return new(new Calendar(year, month, null, null, shift, told), after);
        string before = DateGrammar.Text(a, i - 1);
        governed |= before == "of" && DateGrammar.Text(a, i - 2) is "month" or "days" or "weeks";
        bool clear = governed || DateGrammar.Text(a, i + 1) == "-" && IsMonth(a, i + 2, out _) || words.Approximate.Contains(before) || before is "in" or "since" or "by" or "until" or "till" or "of" or "from" or "to" or "before" or "after" or "during" or "through" or "for" or "between" or "," or "-" or "and"
            or "the" or "a" or "its" or "their" or "his" || DateGrammar.Text(a, i + 1) is "'s" or "’s";
        bool near = governed || before is "in" or "since" or "until" or "from" or "between" or "during" or "-" || DateGrammar.Text(a, i + 1) == "-";
        if (!clear || !near && a[i].Text.Length < 4 && a[i].Text is not "may" || !governed && before is "," or "and" or "of" or "to" or "for" or "by" && (a[i].Text is "may" or "march" or "april" or "june" or "august")) return null;
        if (!governed && i + 1 < a.Count && a[i + 1].IsCapital && before is not "in" and not "since" and not "by") return null;
        return new(new Named(month, 1, null), DateGrammar.Possessive(a, i + 1));
    }

    /// <summary>"summer 2022", "the spring of 2021", "in the autumn".</summary>
    private DateGrammar.Match? Season(IReadOnlyList<DateAtom> a, int i, bool governed)
    {
        int j = DateGrammar.Skip(a, i, "the");
        if (!words.Seasons.TryGetValue(DateGrammar.Text(a, j), out int month)) return null;
        (int? year, int? shift, _, int after) = YearAfter(a, j + 1);
        if (year is not null || shift is not null) return new(new DateExpression.Season(month, year, shift), after);
        bool verb = DateGrammar.Text(a, j) is "fall" or "spring";
        string before = DateGrammar.Text(a, i - 1);
        bool clear = before is "in" or "by" or "before" or "until" or "till" or "since" or "during" && (!verb || j > i) || governed;
        return clear ? new(new Named(month, 3, null), j + 1) : null;
    }

    /// <summary>"in 2021", "2016-2020", "the 1990s", "the 19th century".</summary>
    private DateGrammar.Match? Year(IReadOnlyList<DateAtom> a, int i, bool governed)
    {
        int j = DateGrammar.Skip(a, i, "the");
        if (j >= a.Count) return null;
        DateAtom y = a[j];
        if (y.Text.Length == 5 && y.Text.EndsWith("0s", StringComparison.Ordinal) && Number(y.Text[..4]) is int decade and > 1000) return new(new Years(decade, 10), j + 1);
        if (y.Ordinal && DateGrammar.Text(a, j + 1) is "century" && y.Number is > 1 and < 22) return new(new Years((y.Number!.Value - 1) * 100 + 1, 100), j + 2);
        if (!y.IsYear) return null;
        string before = DateGrammar.Text(a, i - 1), after = DateGrammar.Text(a, j + 1);
        bool years = before is "year" or "years" or "of";
        if (after is ['q' or 'h', >= '1' and <= '4'] && a[j + 1].IsCapital) return new(new Part(new Calendar(y.Number, null, null), after[1] - '1', after[0] == 'q' ? 4 : 2), j + 2);
        if (after is "-" or "/" or "to" && j + 2 < a.Count && a[j + 2].Number is int end && a[j].Token <= a[j + 2].Token && (a[j + 2].IsYear || a[j + 2].Raw.Length == 2 && after != "to"))
        {
            int last = a[j + 2].IsYear ? end : y.Number!.Value / 100 * 100 + end;
            if (last > y.Number && last - y.Number < 200 && DateGrammar.Text(a, j + 3) is not "-") return new(new Between(new Calendar(y.Number, null, null), new Calendar(last, null, null)), j + 3);
        }
        if (y.Number < 1700) return null;
        bool clear = governed || j > i || years || words.Approximate.Contains(before) || before is "as" or "in" or "since" or "until" or "till" or "by" or "from" or "to" or "during" or "for" or "after" or "before" or "around" or "through" or "between" or "(" or "and" or "," or "-"
            or "its" or "their" or "his" or "'s" or "’s" or "a" or "this" or "that";
        if (!clear) return null;
        // "in 2000 villages": a count, told by the plural after it.
        bool counts = after.Length > 3 && after[^1] == 's' && !after.EndsWith("ss", StringComparison.Ordinal) && after is not "was" and not "has" && before != "(" && !governed;
        if (counts && j == i) return null;
        if (before is "and" or "," or "a" or "-" or "to" or "for" && y.Number is < 1900 or > 2100) return null;
        return new(new Calendar(y.Number, null, null), DateGrammar.Possessive(a, j + 1));
    }

    /// <summary>", 2020", "2020", "of 2020", "of last year", "this year".</summary>
    private (int? Year, int? Shift, bool FromTold, int Next) YearAfter(IReadOnlyList<DateAtom> a, int i)
    {
        int j = DateGrammar.Skip(a, i, ",");
        if (j < a.Count && a[j].IsYear && a[j].Number > 1600) return (a[j].Number, null, false, DateGrammar.Possessive(a, j + 1));
        j = DateGrammar.Skip(a, DateGrammar.Skip(a, i, "of"), "in");
        if (j < a.Count && j > i && a[j].IsYear) return (a[j].Number, null, false, DateGrammar.Possessive(a, j + 1));
        int k = DateGrammar.Skip(a, j, "the");
        string word = DateGrammar.Text(a, k);
        if (word == "this" && words.This.Contains(DateGrammar.Text(a, k + 1))) k++;
        if (word == "that" && DateGrammar.Text(a, k + 1) == "same") k++;
        if (DateGrammar.Text(a, k + 1) == "year" && (words.This.Contains(word) || words.Last.Contains(word) || words.Next.Contains(word)))
        {
            return (null, words.This.Contains(word) ? 0 : words.Last.Contains(word) ? -1 : 1, word == "previous", DateGrammar.Possessive(a, k + 2));
        }
        if (DateGrammar.Text(a, k + 1) == "year" && word is "that" or "same" or "following") return (null, word == "following" ? 1 : 0, true, DateGrammar.Possessive(a, k + 2));
        return (null, null, false, i);
    }

    /// <summary>A month without its capital, as careless or translated text has it: only after a day, and only where the word is no other.</summary>
    private bool IsSmallMonth(IReadOnlyList<DateAtom> a, int i, out int month)
    {
        month = 0;
        return i < a.Count && words.Months.TryGetValue(a[i].Text, out month) && (a[i].Text.Length > 3 && a[i].Text != "march" || i + 1 < a.Count && a[i + 1].IsYear);
    }

    private bool IsMonth(IReadOnlyList<DateAtom> a, int i, out int month)
    {
        month = 0;
        return i < a.Count && a[i].IsCapital && words.Months.TryGetValue(a[i].Text, out month);
    }
}
