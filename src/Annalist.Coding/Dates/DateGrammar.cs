using static Annalist.Coding.DateExpression;

namespace Annalist.Coding;

/// <summary>Reads phrases of time from the atoms of a sentence. It knows shapes; the words come from <see cref="DateWords"/>.</summary>
internal sealed class DateGrammar(DateWords words)
{
    private readonly CalendarGrammar calendar = new(words);

    /// <summary>What a phrase that begins at an atom means, and where it ends.</summary>
    /// <param name="Value">Its meaning.</param>
    /// <param name="Next">The atom after it.</param>
    public sealed record Match(DateExpression Value, int Next);

    /// <summary>The longest phrase that begins at the atom, ranges included; null when none does.</summary>
    public Match? At(IReadOnlyList<DateAtom> atoms, int i)
    {
        Match? first = Point(atoms, i);
        if (first is null) return null;
        string before = Text(atoms, i - 1);
        if (first.Value is Duration) return first;
        // "from X to Y", "between X and Y", "X-Y"
        string joint = Text(atoms, first.Next);
        bool from = before is "from" or "between" || before == "the" && Text(atoms, i - 2) is "from" or "between";
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
        Match? match = Offset(atoms, i) ?? Part(atoms, i) ?? Relative(atoms, i) ?? calendar.At(atoms, i, governed) ?? Length(atoms, i);
        return match is null ? null : match with { Next = HourAfter(atoms, match.Next) };
    }

    /// <summary>"two years ago", "a week earlier", "two days after the fighting", "within a month", "in three weeks".</summary>
    private Match? Offset(IReadOnlyList<DateAtom> atoms, int i)
    {
        string before = Text(atoms, i - 1);
        if (Text(atoms, i) is "the" or "this" or "that" && Text(atoms, i + 1) is "day" or "week" or "month" or "year")
        {
            DateUnit unit = words.Units[Text(atoms, i + 1)];
            if (Text(atoms, i) == "the" && Text(atoms, i + 2) is "before" && Text(atoms, i + 3) == "yesterday") return new(new Shifted(DateUnit.Day, -2), i + 4);
            if (Text(atoms, i) == "the" && Text(atoms, i + 2) is "after" && Text(atoms, i + 3) == "tomorrow") return new(new Shifted(DateUnit.Day, 2), i + 4);
            if (Text(atoms, i) == "the" && Text(atoms, i + 2) is "before" or "after")
            {
                int sign = Text(atoms, i + 2) == "after" ? 1 : -1;
                return Closed(atoms, i + 3) ? new(new Shifted(unit, sign, true), i + 3) : new(new Offset(unit, sign), i + 3);
            }
            if (Text(atoms, i) == "that") return new(new Shifted(unit, 0, true), i + 2);
            return null;
        }
        if (Amount(atoms, i, out int count, out DateUnit u, out int next) is false) return null;
        string after = Text(atoms, next);
        switch (after)
        {
            case "ago":
                return new(new Shifted(u, -count), next + 1);
            case "earlier" or "previously" or "beforehand":
                return new(new Shifted(u, -count, true), next + 1);
            case "later" or "afterwards" or "afterward":
                return new(new Shifted(u, count, true), next + 1);
            case "hence":
                return new(new Shifted(u, count), next + 1);
            case "from" when Text(atoms, next + 1) is "now" or "today":
                return new(new Shifted(u, count), next + 2);
            case "before" or "after":
                int sign = after == "after" ? 1 : -1;
                if (before is "within" or "in") return new(new Window(u, sign * count, true), next);
                if (u == DateUnit.Hour) return Closed(atoms, next + 1) ? new(new Shifted(DateUnit.Day, 0, true), next + 1) : new(new Duration(), next);
                return Closed(atoms, next + 1) ? new(new Shifted(u, sign * count, true), next + 1) : new(new Offset(u, sign * count), next + 1);
        }
        if (before == "within") return new(new Window(u, count), next);
        return null;
    }

    /// <summary>"the end of 2022", "early May", "late last year", "the first half of the year", "earlier this month".</summary>
    private Match? Part(IReadOnlyList<DateAtom> atoms, int i)
    {
        int j = Skip(atoms, i, "the");
        string word = Text(atoms, j);
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
            bool year = whole.Value is DateExpression.Calendar { Year: not null, Month: null } or Shifted { Unit: DateUnit.Year };
            return new(noun && year && third != 1 ? new Part(whole.Value, third == 0 ? 0 : 3, 4) : new Part(whole.Value, third, 3), whole.Next);
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
        Match? match = Relative(atoms, i) ?? calendar.At(atoms, j, governed: true);
        if (match is not null) return match.Value is Duration ? null : match;
        return Text(atoms, j) is "year" or "month" or "week" or "decade" && j > i ? new(new Shifted(words.Units[Text(atoms, j)], 0), Possessive(atoms, j + 1)) : null;
    }

    /// <summary>"today", "last year", "next Thursday", "this autumn", "the past five years", "the following day".</summary>
    private Match? Relative(IReadOnlyList<DateAtom> atoms, int i)
    {
        if (words.Days.TryGetValue(Text(atoms, i), out int day)) return new(new Shifted(DateUnit.Day, day), Possessive(atoms, i + 1));
        int j = Skip(atoms, i, "the");
        string word = Text(atoms, j);
        bool last = words.Last.Contains(word), next = words.Next.Contains(word), here = words.This.Contains(word);
        bool same = word is "same", following = word is "following" or "next" && j > i, preceding = word is "preceding" or "previous" && j > i;
        if (!last && !next && !here && !same && !following && !preceding && !words.Window.Contains(word))
        {
            return j > i && Text(atoms, j) == "weekend" ? new(new Weekend(null), j + 1) : null;
        }
        int k = j + 1;
        if (here && words.Last.Contains(Text(atoms, k)))
        {
            (last, here) = (true, false);
            k++;
        }
        string target = Text(atoms, k);
        if (words.Window.Contains(word) && Amount(atoms, k, out int count, out DateUnit unit, out int after, bareVague: true) && Text(atoms, k) is not "a" and not "an")
        {
            return new(new Window(unit, word is "last" or "past" or "previous" or "recent" ? -count : count), after);
        }
        int? shift = last ? -1 : next ? 1 : 0;
        if (words.Hours.Contains(target) || target == "night") return here || last ? new(new Shifted(DateUnit.Day, last ? -1 : 0), k + 1) : null;
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
        if (word is "past" or "coming" || last && j > i && word == "last") return new(new Window(u, word == "coming" ? 1 : -1), k + 1);
        return word == "recent" ? null : new(new Shifted(u, shift.Value), Possessive(atoms, k + 1));
    }

    /// <summary>Ages, durations and times of day: words of time that name no day.</summary>
    private Match? Length(IReadOnlyList<DateAtom> atoms, int i)
    {
        if (Text(atoms, i) == "aged" && i + 1 < atoms.Count && (atoms[i + 1].Number is not null || words.Numbers.ContainsKey(Text(atoms, i + 1)))) return new(new Duration(), i + 2);
        if (i < atoms.Count && Text(atoms, i).AsSpan() is [>= '0' and <= '9', ..] t && t.IndexOf(':') is 1 or 2) return new(new Duration(), i + 1);
        if (atoms[i].Number is not null && Text(atoms, i + 1) is "a.m" or "p.m" or "am" or "pm" or "o'clock" or "gmt" or "th" or "rd" or "nd") return new(new Duration(), i + 2);
        if (atoms[i].Ordinal && Text(atoms, i + 1) is "anniversary" or "birthday") return new(new Duration(), i + 2);
        if (!Amount(atoms, i, out _, out _, out int next)) return null;
        if (Text(atoms, i) is "a" or "an" && Text(atoms, i - 1) is not "for" and not "within" and not "in") return null;
        if (Text(atoms, next) == "-" && Text(atoms, next + 1) == "old") next += 2;
        else if (Text(atoms, next) == "old") next++;
        return new(new Duration(), Possessive(atoms, next));
    }

    /// <summary>A number of units: "two years", "a week", "several months", "15-year".</summary>
    private bool Amount(IReadOnlyList<DateAtom> atoms, int i, out int count, out DateUnit unit, out int next, bool bareVague = false)
    {
        (count, unit, next) = (0, default, i);
        int j = i;
        if (Text(atoms, j) is "just" or "about" or "some" or "nearly" or "almost" or "over" or "around" && j + 1 < atoms.Count && (atoms[j + 1].Number is not null || words.Numbers.ContainsKey(Text(atoms, j + 1)))) j++;
        int vague = 0;
        if (j < atoms.Count && atoms[j] is { Number: int digits, Ordinal: false }) (count, j) = (digits, j + 1);
        else if (Text(atoms, j) == "a" && words.Vague.Contains(Text(atoms, j + 1))) (vague, j) = (1, j + 2);
        else if (words.Numbers.TryGetValue(Text(atoms, j), out int number)) (count, j) = (number, j + 1);
        else if (words.Vague.Contains(Text(atoms, j))) (vague, j) = (1, j + 1);
        else return bareVague && Text(atoms, j).EndsWith('s') && words.Units.TryGetValue(Text(atoms, j), out unit) && Few(unit, out count) && (next = j + 1) > 0;
        if (vague > 0 && Text(atoms, j) == "of") j++;
        if (Text(atoms, j) == "-") j++;
        if (Text(atoms, j) is "full" or "calendar" or "more") j++;
        if (!words.Units.TryGetValue(Text(atoms, j), out unit)) return false;
        if (vague > 0 && !Few(unit, out count)) return false;
        next = j + 1;
        return true;
    }

    private bool Few(DateUnit unit, out int count) => words.Few.TryGetValue(unit, out count);

    private int HourAfter(IReadOnlyList<DateAtom> atoms, int i) => words.Hours.Contains(Text(atoms, i)) ? i + 1 : i;

    /// <summary>True where nothing that could be dated follows.</summary>
    private static bool Closed(IReadOnlyList<DateAtom> atoms, int i) => Text(atoms, i) is "" or "." or "," or ";" or ":" or "and" or "but" or ")" or "\"" or "”" or "-";

    internal static int Possessive(IReadOnlyList<DateAtom> atoms, int i) => Text(atoms, i) is "'s" or "’s" or "'" or "’" ? i + 1 : i;

    internal static int Skip(IReadOnlyList<DateAtom> atoms, int i, string word) => Text(atoms, i) == word ? i + 1 : i;

    internal static string Text(IReadOnlyList<DateAtom> atoms, int i) => i >= 0 && i < atoms.Count ? atoms[i].Text : "";
}
