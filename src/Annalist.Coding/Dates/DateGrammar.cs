using static Annalist.Coding.DateExpression;

namespace Annalist.Coding;

/// <summary>Reads phrases of time from the atoms of a sentence. It knows shapes; the words come from <see cref="DateWords"/>.</summary>
internal sealed class DateGrammar(DateWords words)
{
    private readonly CalendarGrammar calendar = new(words);
    private readonly NamedDayGrammar days = new(words);
    private readonly LengthGrammar lengths = new(words);

    /// <summary>What a phrase that begins at an atom means, and where it ends.</summary>
    /// <param name="Value">Its meaning.</param>
    /// <param name="Next">The atom after it.</param>
    public sealed record Match(DateExpression Value, int Next);

    /// <summary>The longest phrase that begins at the atom, ranges included; null when none does.</summary>
    public Match? At(IReadOnlyList<DateAtom> atoms, int i)
    {
        string before = Text(atoms, i - 1);
        // "between now and May"
        if (Text(atoms, i) == "now" && before is "between" or "from" && Text(atoms, i + 1) is "and" or "to" or "until" && Point(atoms, Skip(atoms, i + 2, "the"), governed: true) is { Value: not Duration } later) return new Match(new Between(new Now(), later.Value), later.Next);
        Match? first = Point(atoms, i);
        if (first is null) return null;
        if (first.Value is Duration) return first;
        // "from X to Y", "between X and Y", "X-Y"
        string joint = Text(atoms, first.Next);
        bool from = before is "from" or "between" or "since" || before == "the" && Text(atoms, i - 2) is "from" or "between";
        if (from && joint is "to" or "until" or "till" or "through")
        {
            int now = Skip(atoms, first.Next + 1, "the");
            if (words.Now.Contains(Text(atoms, now))) return new Match(new Between(first.Value, new Now()), Skip(atoms, now + 1, "day"));
        }
        bool joins = joint is "to" or "until" or "till" or "through" && (from || joint != "until") || joint == "and" && (before == "between" || Text(atoms, i - 2) == "between") || joint == "-";
        if (joins && Point(atoms, Skip(atoms, first.Next + 1, "the"), governed: true) is { Value: not Duration } second && Fits(first.Value, second.Value))
        {
            return new Match(new Between(first.Value, second.Value), second.Next);
        }
        return first;
    }

    private static bool Fits(DateExpression from, DateExpression to) => (from, to) is not (Shifted { FromTold: true }, _) and not (_, Shifted { FromTold: true });

    private Match? Point(IReadOnlyList<DateAtom> atoms, int i, bool governed = false)
    {
        if (i >= atoms.Count) return null;
        Match? match = Offset(atoms, i) ?? Part(atoms, i) ?? Stretch(atoms, i) ?? WeekOf(atoms, i) ?? Relative(atoms, i) ?? calendar.At(atoms, i, governed) ?? ByName(atoms, i) ?? lengths.At(atoms, i);
        if (match is null) return null;
        match = OfWeek(atoms, match);
        return match with { Next = HourAfter(atoms, match.Next) };
    }

    private Match? ByName(IReadOnlyList<DateAtom> atoms, int i) => days.At(atoms, i, j => Whole(atoms, j));

    /// <summary>"two years ago", "a week earlier", "two days after the fighting", "within a month", "in three weeks".</summary>
    private Match? Offset(IReadOnlyList<DateAtom> atoms, int i)
    {
        string before = Text(atoms, i - 1);
        if (Text(atoms, i) is "the" or "this" or "that" && Text(atoms, i + 1) is "day" or "week" or "month" or "year" or "night" or "evening" or "morning" or "afternoon")
        {
            DateUnit unit = words.Units.GetValueOrDefault(Text(atoms, i + 1), DateUnit.Day);
            if (Text(atoms, i) == "the" && Text(atoms, i + 2) is "before" && Text(atoms, i + 3) == "yesterday") return new(new Shifted(DateUnit.Day, -2), i + 4);
            if (Text(atoms, i) == "the" && Text(atoms, i + 2) is "after" && Text(atoms, i + 3) == "tomorrow") return new(new Shifted(DateUnit.Day, 2), i + 4);
            if (Text(atoms, i) == "the" && Text(atoms, i + 2) == "before" && Text(atoms, i + 3) == "last") return new(new Shifted(unit, -2), i + 4);
            if (Text(atoms, i) == "the" && Text(atoms, i + 2) == "after" && Text(atoms, i + 3) == "next") return new(new Shifted(unit, 2), i + 4);
            if (Text(atoms, i) == "the" && Text(atoms, i + 2) is "before" or "after")
            {
                int sign = Text(atoms, i + 2) == "after" ? 1 : -1;
                return Closed(atoms, i + 3) ? new(new Shifted(unit, sign, true), i + 3) : new(new Offset(unit, sign), i + 3);
            }
            if (Text(atoms, i) == "that") return new(new Shifted(unit, 0, true), i + 2);
            return null;
        }
        if (Text(atoms, i) == "the" && Text(atoms, i + 1) == "eve" && Text(atoms, i + 2) == "of") return new(new Offset(DateUnit.Day, -1), i + 3);
        if (Text(atoms, i) == "the" && Text(atoms, i + 1) == "other" && Text(atoms, i + 2) == "day") return new(new Window(DateUnit.Day, -words.Few[DateUnit.Day]), i + 3);
        if (Text(atoms, i) == "that" && Text(atoms, i + 1) == "same" && Length(atoms, i + 2) is DateUnit same) return new(new Shifted(same, 0, true), i + 3);
        if (!lengths.Amount(atoms, i, out LengthGrammar.Amounted amount)) return null;
        (int count, DateUnit u, int next, bool vague) = amount;
        string after = Text(atoms, next);
        switch (after)
        {
            case "ago" when vague:
                return new(amount.Bare && u >= DateUnit.Year ? new Duration() : new Window(u, -count), next + 1);
            case "ago" when u >= DateUnit.Decade:
                return new(new Shifted(DateUnit.Year, -count * (u == DateUnit.Decade ? 10 : 100)), next + 1);
            case "ago" when words.Days.TryGetValue(Text(atoms, next + 1), out int day):
                return day == 0 ? new(new Ahead(u, -count), next + 2) : new(new Shifted(u, -count), next + 1);
            case "ago":
                return new(new Shifted(u, -count), next + 1);
            case "earlier" or "previously" or "beforehand":
                return new(vague ? new Window(u, -count, true) : new Shifted(u, -count, true), next + 1);
            case "later" or "afterwards" or "afterward":
                return new(vague ? new Window(u, count, true) : new Shifted(u, count, true), next + 1);
            case "hence":
                return new(new Shifted(u, count), next + 1);
            case "from" when Text(atoms, next + 1) is "now" or "today":
                return new(new Shifted(u, count), next + 2);
            case "before" or "after":
                int sign = after == "after" ? 1 : -1;
                if (Closed(atoms, next + 1)) return new(u == DateUnit.Hour ? new Shifted(DateUnit.Day, 0, true) : before is "within" ? new Window(u, sign * count, true) : new Shifted(u, sign * count, true), next + 1);
                return new(new Offset(u, sign * count, vague || before is "within"), next + 1);
            case "of" when before == "within":
                return new(new Offset(u, count, true), next + 1);
        }
        if (before == "within") return new(new Window(u, count), next);
        // "in two weeks", "in a week's time".
        if (before == "in" && u != DateUnit.Hour && !vague && Text(atoms, i - 2) is not "early" and not "late")
        {
            int k = Possessive(atoms, next);
            return Text(atoms, k) == "time" ? new(new Shifted(u, count), k + 1) : new(new Ahead(u, count), next);
        }
        if (before == "for" && u != DateUnit.Hour && !amount.Bare) return new(new Lasting(u, count), next);
        return null;
    }

    private DateUnit? Length(IReadOnlyList<DateAtom> atoms, int i) =>
        words.Units.TryGetValue(Text(atoms, i), out DateUnit unit) && unit != DateUnit.Hour ? unit : words.Hours.Contains(Text(atoms, i)) ? DateUnit.Day : null;

    /// <summary>"the first week of May", "the first two months of 2023", "the last days of 2022".</summary>
    private Match? Stretch(IReadOnlyList<DateAtom> atoms, int i)
    {
        int j = Skip(atoms, i, "the");
        if (!words.Ordinals.TryGetValue(Text(atoms, j), out int nth)) return null;
        bool counted = lengths.Amount(atoms, j + 1, out LengthGrammar.Amounted amount) && !amount.Vague;
        (int count, DateUnit unit, int k) = counted ? (amount.Count, amount.Unit, amount.Next) : (1, default, j + 2);
        if (!counted && !words.Units.TryGetValue(Text(atoms, j + 1), out unit)) return null;
        if (unit is DateUnit.Hour or DateUnit.Quarter or DateUnit.Century || Text(atoms, k) is not ("of" or "in") || Whole(atoms, k + 1) is not { } whole) return null;
        if (!counted && Text(atoms, j + 1).EndsWith('s')) return new(new Part(whole.Value, nth < 0 ? 2 : 0, 3), whole.Next);
        return new(new DateExpression.Stretch(whole.Value, unit, count, nth < 0 ? -1 : nth - 1), whole.Next);
    }

    /// <summary>"the week of 8 May", "the week beginning May 8".</summary>
    private Match? WeekOf(IReadOnlyList<DateAtom> atoms, int i)
    {
        int j = Skip(atoms, i, "the");
        if (Text(atoms, j) != "week" || !(Text(atoms, j + 1) is "of" || words.Starting.Contains(Text(atoms, j + 1)))) return null;
        int k = Skip(atoms, Text(atoms, j + 2) == "on" ? j + 3 : j + 2, "the");
        return calendar.At(atoms, k, governed: true) is { Value: DateExpression.Calendar { Day: not null } or Exact } day ? new(new Around(DateUnit.Week, day.Value), day.Next) : null;
    }

    /// <summary>"Friday of last week", "Monday this week".</summary>
    private Match OfWeek(IReadOnlyList<DateAtom> atoms, Match day)
    {
        if (day.Value is not Weekday { Shift: null } weekday) return day;
        int k = Skip(atoms, day.Next, "of");
        return Relative(atoms, k) is { Value: Shifted { Unit: DateUnit.Week } } week ? new(new WeekdayOf(weekday.Day, week.Value), week.Next) : day;
    }

    /// <summary>"the end of 2022", "early May", "late last year", "the first half of the year", "earlier this month".</summary>
    private Match? Part(IReadOnlyList<DateAtom> atoms, int i)
    {
        int j = Skip(atoms, i, "the");
        string word = Text(atoms, j);
        if (word is "earlier" or "later" && Text(atoms, j + 1) == "that" && Length(atoms, j + 2) is DateUnit told)
        {
            return new(new Shifted(told, 0, true), j + 3);
        }
        if (word is "earlier" or "later" && Whole(atoms, Skip(atoms, j + 1, "in")) is { } rest && rest.Value is Shifted or Named or DateExpression.Calendar)
        {
            return rest.Value is Shifted or Named { Shift: not null } ? new(new Rest(rest.Value, word == "later" ? 1 : -1), rest.Next) : rest;
        }
        int third = words.Early.Contains(word) ? 0 : words.Middle.Contains(word) ? 1 : words.Late.Contains(word) ? 2 : -1;
        if (third >= 0)
        {
            bool noun = word is "end" or "beginning" or "start" or "middle" or "close" or "outset";
            int k = j + 1;
            if (Text(atoms, k) is "-") k++;
            else if (Text(atoms, k) is "of" or "in") k++;
            else if (noun) return null;
            if (Whole(atoms, k) is not { } whole) return null;
            if (whole.Value is Shifted { Unit: <= DateUnit.Day }) return new(whole.Value, whole.Next);
            bool year = whole.Value is DateExpression.Calendar { Year: not null, Month: null } or Shifted { Unit: DateUnit.Year };
            return new(noun && year && third != 1 ? new Part(whole.Value, third == 0 ? 0 : 3, 4) : new Part(whole.Value, third, 3), whole.Next);
        }
        // "year-end", "month's end".
        if (word is "year" or "month" or "week")
        {
            int k = Text(atoms, j + 1) == "-" ? j + 2 : Possessive(atoms, j + 1);
            if (k > j + 1 && Text(atoms, k) == "end") return new(new Part(new Shifted(words.Units[word], 0), word == "year" ? 3 : 2, word == "year" ? 4 : 3), k + 1);
        }
        if (word is "midyear") return new(new Part(new Shifted(DateUnit.Year, 0), 1, 3), j + 1);
        if (word is ['q' or 'h', >= '1' and <= '4'] && atoms[j].IsCapital && Whole(atoms, Skip(atoms, j + 1, "of")) is { } span && (word[0] == 'q' || word[1] < '3'))
        {
            return new(new Part(span.Value, word[1] - '1', word[0] == 'q' ? 4 : 2), span.Next);
        }
        if (words.Ordinals.TryGetValue(word, out int nth) && Text(atoms, j + 1) is "half" or "quarter" or "third" && (j > i || Text(atoms, j + 2) == "of"))
        {
            int of = Text(atoms, j + 1) switch { "half" => 2, "quarter" => 4, _ => 3 };
            if (nth > of || word == "last" && of == 4 && Text(atoms, j + 2) != "of") return null;
            int index = nth < 0 ? of - 1 : nth - 1;
            int k = j + 2;
            if (Text(atoms, k) is "of" or "in") k++;
            if (Whole(atoms, k) is { } whole) return new(new Part(whole.Value, index, of), whole.Next);
            return of == 3 ? null : new(new Part(new Shifted(DateUnit.Year, 0), index, of), j + 2);
        }
        return null;
    }

    /// <summary>A stretch that has parts: a year, month, season, decade, "the year", "this week".</summary>
    private Match? Whole(IReadOnlyList<DateAtom> atoms, int i)
    {
        int j = Skip(atoms, i, "the");
        Match? match = Relative(atoms, i) ?? calendar.At(atoms, j, governed: true) ?? days.At(atoms, i, _ => null);
        if (match is not null) return match.Value is Duration ? null : match;
        return Text(atoms, j) is "year" or "month" or "week" or "decade" or "day" or "century" && (j > i || Text(atoms, i - 1) is "mid" or "-" && Text(atoms, j) is "year" || Text(atoms, i - 1) == "of" && words.Late.Contains(Text(atoms, i - 2)) && Text(atoms, j) is "year" or "month" or "week") ? new(new Shifted(words.Units[Text(atoms, j)], 0), Possessive(atoms, j + 1)) : null;
    }

    /// <summary>"today", "last year", "next Thursday", "this autumn", "the past five years", "the following day".</summary>
    private Match? Relative(IReadOnlyList<DateAtom> atoms, int i)
    {
        if (words.Days.TryGetValue(Text(atoms, i), out int day)) return new(new Shifted(DateUnit.Day, day), Possessive(atoms, i + 1));
        int j = Skip(atoms, i, "the");
        string word = Text(atoms, j);
        if (word == "that" && j == i && Text(atoms, i + 1) is var that && i + 1 < atoms.Count && atoms[i + 1].IsCapital | words.Seasons.ContainsKey(that))
        {
            if (words.Months.TryGetValue(that, out int then)) return new(new Named(then, 1, null, true), i + 2);
            if (words.Seasons.TryGetValue(that, out int thenSeason) && that is not "fall" and not "spring") return new(new Named(thenSeason, 3, null, true), i + 2);
        }
        bool last = words.Last.Contains(word), next = words.Next.Contains(word), here = words.This.Contains(word);
        bool same = word is "same", following = word is "following" or "next" && j > i, preceding = word is "preceding" or "previous" && j > i;
        if (!last && !next && !here && !same && !following && !preceding && !words.Window.Contains(word))
        {
            return j > i && Text(atoms, j) == "weekend" ? new(new Weekend(null), j + 1) : null;
        }
        int k = j + 1;
        if (here && (words.Last.Contains(Text(atoms, k)) || words.Next.Contains(Text(atoms, k))))
        {
            (last, next, here) = (words.Last.Contains(Text(atoms, k)), words.Next.Contains(Text(atoms, k)), false);
            k++;
        }
        if (Text(atoms, k) == "calendar") k++;
        string target = Text(atoms, k);
        if (words.Window.Contains(word) && lengths.Amount(atoms, k, out LengthGrammar.Amounted amount) && Text(atoms, k) is not "a" and not "an")
        {
            return new(new Window(amount.Unit, word is "last" or "past" or "previous" or "recent" ? -amount.Count : amount.Count), amount.Next);
        }
        int? shift = last ? -1 : next ? 1 : 0;
        if (words.Hours.Contains(target) || target == "night")
        {
            if (same || following || preceding || next) return new(new Shifted(DateUnit.Day, same ? 0 : preceding ? -1 : 1, true), k + 1);
            return new(new Shifted(DateUnit.Day, last ? -1 : 0), k + 1);
        }
        if (target == "weekend") return same || following ? null : new(new Weekend(shift), Possessive(atoms, k + 1));
        if (words.Weekdays.TryGetValue(target, out DayOfWeek weekday) && atoms[k].IsCapital) return same || following ? new(new Weekday(weekday, following ? 1 : null), k + 1) : new(new Weekday(weekday, shift), Possessive(atoms, k + 1));
        if (words.Months.TryGetValue(target, out int month) && atoms[k].IsCapital) return same ? null : new(new Named(month, 1, shift), Possessive(atoms, k + 1));
        if (words.Seasons.TryGetValue(target, out int season)) return same ? null : new(new Named(season, 3, shift), Possessive(atoms, k + 1));
        if (!words.Units.TryGetValue(target, out DateUnit u)) return null;
        bool plural = target[^1] == 's';
        if (u == DateUnit.Hour || target == "night") return null;
        if (plural) return words.Window.Contains(word) ? new(new Window(u, (last || word == "recent" ? -1 : 1) * words.Few[u]), k + 1) : null;
        if (same) return new(new Shifted(u, 0, true), k + 1);
        if (following || preceding) return new(new Shifted(u, following ? 1 : -1, word != "next" || u == DateUnit.Day), Possessive(atoms, k + 1));
        if (word == "next" && u == DateUnit.Day) return new(new Shifted(u, 1, true), Possessive(atoms, k + 1));
        if (word is "past" or "coming" || last && j > i && word == "last") return new(new Window(u, word == "coming" ? 1 : -1), k + 1);
        return word == "recent" ? null : new(new Shifted(u, shift.Value), Possessive(atoms, k + 1));
    }

    private int HourAfter(IReadOnlyList<DateAtom> atoms, int i) => words.Hours.Contains(Text(atoms, i)) ? i + 1 : i;

    /// <summary>True where nothing that could be dated follows.</summary>
    private static bool Closed(IReadOnlyList<DateAtom> atoms, int i) => Text(atoms, i) is "" or "." or "," or ";" or ":" or "and" or "but" or ")" or "\"" or "”" or "-" or "that" or "this" or "then" or "it" or "was" or "were" or "had";

    internal static int Possessive(IReadOnlyList<DateAtom> atoms, int i) => Text(atoms, i) is "'s" or "’s" or "'" or "’" ? i + 1 : i;

    internal static int Skip(IReadOnlyList<DateAtom> atoms, int i, string word) => Text(atoms, i) == word ? i + 1 : i;

    internal static string Text(IReadOnlyList<DateAtom> atoms, int i) => i >= 0 && i < atoms.Count ? atoms[i].Text : "";
}
