using static Annalist.Coding.DateExpression;

namespace Annalist.Coding;

/// <summary>Reads numbers of units ("two years", "a year and a half", "several months") and words of time that name no day.</summary>
internal sealed class LengthGrammar(DateWords words)
{
    /// <summary>A number of units.</summary>
    /// <param name="Count">How many; what is usual of such a unit when <paramref name="Vague"/>.</param>
    /// <param name="Unit">Of what.</param>
    /// <param name="Next">The atom after it.</param>
    /// <param name="Vague">True for "several", "a few" and a bare plural.</param>
    /// <param name="Bare">True for a bare plural.</param>
    public readonly record struct Amounted(int Count, DateUnit Unit, int Next, bool Vague, bool Bare)
    {
        /// <summary>Takes it apart but for <see cref="Bare"/>.</summary>
        public void Deconstruct(out int count, out DateUnit unit, out int next, out bool vague) => (count, unit, next, vague) = (Count, Unit, Next, Vague);
    }

    /// <summary>Ages, durations and times of day: words of time that name no day.</summary>
    public DateGrammar.Match? At(IReadOnlyList<DateAtom> atoms, int i)
    {
        if (Text(atoms, i) == "aged" && i + 1 < atoms.Count && (atoms[i + 1].Number is not null || words.Numbers.ContainsKey(Text(atoms, i + 1)))) return new(new Duration(), i + 2);
        if (i < atoms.Count && Text(atoms, i).AsSpan() is [>= '0' and <= '9', ..] t && t.IndexOf(':') is 1 or 2) return new(new Duration(), i + 1);
        if (atoms[i].Number is not null && Text(atoms, i + 1) is "a.m" or "p.m" or "am" or "pm" or "o'clock" or "gmt" or "th" or "rd" or "nd") return new(new Duration(), i + 2);
        if (atoms[i].Ordinal && Text(atoms, i + 1) is "anniversary" or "birthday") return new(new Duration(), i + 2);
        if (!Amount(atoms, i, out Amounted amount) || amount.Bare) return null;
        int next = amount.Next;
        if (Text(atoms, i) is "a" or "an" && Text(atoms, i - 1) is not "for" and not "within" and not "in") return null;
        if (Text(atoms, next) == "-" && Text(atoms, next + 1) == "old") next += 2;
        else if (Text(atoms, next) == "old") next++;
        return new(new Duration(), DateGrammar.Possessive(atoms, next));
    }

    /// <summary>Reads "two years", "a week", "several months", "15-year", "half a year", "two and a half years", "days".</summary>
    public bool Amount(IReadOnlyList<DateAtom> atoms, int i, out Amounted amount)
    {
        amount = default;
        int j = i;
        if (words.About.Contains(Text(atoms, j)) && j + 1 < atoms.Count && (atoms[j + 1].Number is not null || words.Numbers.ContainsKey(Text(atoms, j + 1)))) j++;
        if (Halves(atoms, j) is { } half)
        {
            amount = half;
            return true;
        }
        int count = 0;
        bool vague = false;
        if (j < atoms.Count && atoms[j] is { Number: int digits, Ordinal: false }) (count, j) = (digits, j + 1);
        else if (Text(atoms, j) == "a" && words.Vague.Contains(Text(atoms, j + 1))) (vague, j) = (true, j + 2);
        else if (Number(atoms, j, out count, out int after)) j = after;
        else if (words.Vague.Contains(Text(atoms, j))) (vague, j) = (true, j + 1);
        else return Bare(atoms, i, out amount);
        if (vague && Text(atoms, j) == "of") j++;
        if (Text(atoms, j) == "-") j++;
        if (Text(atoms, j) is "full" or "calendar" or "more" or "whole") j++;
        if (!words.Units.TryGetValue(Text(atoms, j), out DateUnit unit)) return false;
        if (vague && !words.Few.TryGetValue(unit, out count)) return false;
        amount = new(count, unit, j + 1, vague, false);
        return true;
    }

    private bool Bare(IReadOnlyList<DateAtom> atoms, int i, out Amounted amount)
    {
        amount = default;
        if (!Text(atoms, i).EndsWith('s') || !words.Units.TryGetValue(Text(atoms, i), out DateUnit unit) || !words.Few.TryGetValue(unit, out int count)) return false;
        amount = new(count, unit, i + 1, true, true);
        return true;
    }

    private bool Number(IReadOnlyList<DateAtom> atoms, int i, out int count, out int next)
    {
        next = i;
        if (!words.Numbers.TryGetValue(Text(atoms, i), out count)) return false;
        next = i + 1;
        // "twenty-one".
        if (count is >= 20 and < 100 && Text(atoms, next) == "-" && words.Numbers.TryGetValue(Text(atoms, next + 1), out int ones) && ones < 10 && Text(atoms, next + 1).Length > 2) (count, next) = (count + ones, next + 2);
        return true;
    }

    /// <summary>"half a year", "a year and a half", "two and a half years": in the next smaller unit.</summary>
    private Amounted? Halves(IReadOnlyList<DateAtom> atoms, int i)
    {
        if (Text(atoms, i) == "half" && Text(atoms, i + 1) is "a" or "an" && words.Units.TryGetValue(Text(atoms, i + 2), out DateUnit half) && Doubled(0, half) is { } h) return new(h.Count, h.Unit, i + 3, false, false);
        if (Text(atoms, i) is "a" or "one" && words.Units.TryGetValue(Text(atoms, i + 1), out DateUnit unit) && Text(atoms, i + 2) == "and" && Text(atoms, i + 3) == "a" && Text(atoms, i + 4) == "half" && Doubled(1, unit) is { } u) return new(u.Count, u.Unit, i + 5, false, false);
        if (!Number(atoms, i, out int n, out int next) && !(i < atoms.Count && atoms[i].Number is int digits && (n = digits) > 0 && (next = i + 1) > 0)) return null;
        if (Text(atoms, next) == "and" && Text(atoms, next + 1) == "a" && Text(atoms, next + 2) == "half" && words.Units.TryGetValue(Text(atoms, next + 3), out unit) && Doubled(n, unit) is { } many) return new(many.Count, many.Unit, next + 4, false, false);
        return null;
    }

    private static (int Count, DateUnit Unit)? Doubled(int whole, DateUnit unit) => unit switch
    {
        DateUnit.Century => (whole * 100 + 50, DateUnit.Year),
        DateUnit.Decade => (whole * 10 + 5, DateUnit.Year),
        DateUnit.Year => (whole * 12 + 6, DateUnit.Month),
        DateUnit.Month => (whole * 30 + 15, DateUnit.Day),
        DateUnit.Day => (whole, DateUnit.Day),
        _ => null,
    };

    private static string Text(IReadOnlyList<DateAtom> atoms, int i) => DateGrammar.Text(atoms, i);
}
