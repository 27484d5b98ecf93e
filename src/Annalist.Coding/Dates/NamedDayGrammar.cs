using static Annalist.Coding.DateExpression;

namespace Annalist.Coding;

/// <summary>Reads days by their place or name: "the first of the month", "the 16th", "Friday of last week", holidays; and ordinals written out.</summary>
internal sealed class NamedDayGrammar(DateWords words)
{
    /// <summary>A day, week or century that begins at the atom; null when none does.</summary>
    /// <param name="a">Atoms of the sentence.</param>
    /// <param name="i">Where.</param>
    /// <param name="whole">Reads a stretch of time ("last month", "the week").</param>
    public DateGrammar.Match? At(IReadOnlyList<DateAtom> a, int i, Func<int, DateGrammar.Match?> whole) => Holiday(a, i) ?? DayOfMonth(a, i, whole) ?? Century(a, i) ?? Decade(a, i);

    /// <summary>An ordinal in digits or words, 1 to 31: "5th", "fifth", "twenty-first".</summary>
    public bool Ordinal(IReadOnlyList<DateAtom> a, int i, out int value, out int next)
    {
        (value, next) = (0, i);
        if (i >= a.Count) return false;
        if (a[i] is { Ordinal: true, Number: int digits })
        {
            (value, next) = (digits, i + 1);
            return true;
        }
        if (words.DayOrdinals.TryGetValue(a[i].Text, out value))
        {
            next = i + 1;
            return true;
        }
        if (!words.Numbers.TryGetValue(a[i].Text, out int tens) || tens is not (20 or 30)) return false;
        int j = DateGrammar.Skip(a, i + 1, "-");
        if (!words.DayOrdinals.TryGetValue(DateGrammar.Text(a, j), out int ones) || ones > 9) return false;
        (value, next) = (tens + ones, j + 1);
        return true;
    }

    private DateGrammar.Match? Holiday(IReadOnlyList<DateAtom> a, int i)
    {
        if (i >= a.Count || !a[i].IsCapital) return null;
        foreach (DateWords.Holiday holiday in words.Holidays)
        {
            int j = i, k = 0;
            for (; k < holiday.Words.Count; k++)
            {
                string wanted = holiday.Words[k], here = DateGrammar.Text(a, j);
                if (wanted == "'" && here is "'s" or "’s")
                {
                    // "'s" is one word here and two there.
                    k++;
                    j++;
                }
                else if (wanted == here || wanted == "'" && here == "’")
                {
                    j++;
                }
                else
                {
                    break;
                }
            }
            if (k < holiday.Words.Count) continue;
            int y = DateGrammar.Skip(a, j, ",");
            int? year = y < a.Count && a[y].IsYear ? a[y].Number : null;
            return new(new Calendar(year, holiday.Month, holiday.Day), DateGrammar.Possessive(a, year is null ? j : y + 1));
        }
        return null;
    }

    /// <summary>"the first of the month", "the 16th of last month", "on the 16th".</summary>
    private DateGrammar.Match? DayOfMonth(IReadOnlyList<DateAtom> a, int i, Func<int, DateGrammar.Match?> whole)
    {
        if (DateGrammar.Text(a, i) != "the" || !Ordinal(a, i + 1, out int day, out int next) || day is < 1 or > 31) return null;
        if (DateGrammar.Text(a, next) == "of" && whole(next + 1) is { Value: Shifted { Unit: DateUnit.Month } month } m) return new(new DayOf(day, month), m.Next);
        string before = DateGrammar.Text(a, i - 1), after = DateGrammar.Text(a, next);
        bool alone = a[i + 1].Ordinal && before is "on" or "by" or "until" or "till" or "since" && after is "" or "." or "," or ";" or "and" or "in" or "at" or "to" or "with" or "for";
        return alone && !(after == "and" && DateGrammar.Text(a, next + 1) == "the") ? new(new DayOf(day, null), next) : null;
    }

    /// <summary>"the nineteenth century", "the twenty-first century".</summary>
    private DateGrammar.Match? Century(IReadOnlyList<DateAtom> a, int i)
    {
        int j = DateGrammar.Skip(a, i, "the");
        if (!Ordinal(a, j, out int nth, out int next) || nth is < 2 or > 21 || DateGrammar.Text(a, DateGrammar.Skip(a, next, "-")) != "century") return null;
        return new(new Years((nth - 1) * 100 + 1, 100), DateGrammar.Skip(a, next, "-") + 1);
    }

    /// <summary>"the nineties", "the '90s", "the 90s".</summary>
    private DateGrammar.Match? Decade(IReadOnlyList<DateAtom> a, int i)
    {
        int j = DateGrammar.Skip(a, i, "the"), k = DateGrammar.Text(a, j) is "'" or "’" or "‘" ? j + 1 : j;
        string text = DateGrammar.Text(a, k).TrimStart('\'', '’', '‘');
        if (j == i && k == j && text.Length == DateGrammar.Text(a, k).Length && DateGrammar.Text(a, i - 1) != "-" && !words.Early.Contains(DateGrammar.Text(a, i - 1)) && !words.Late.Contains(DateGrammar.Text(a, i - 1))) return null;
        if (words.Decades.TryGetValue(text, out int named)) return a[i].Text is "the" && DateGrammar.Text(a, i - 1) is "his" or "her" ? null : new(new Years(1900 + named, 10), k + 1);
        return text.Length == 3 && text[1] == '0' && text[2] == 's' && text[0] is >= '2' and <= '9' ? new(new Years(1900 + (text[0] - '0') * 10, 10), k + 1) : null;
    }
}
