using System.Globalization;
using Annalist.Language;

namespace Annalist.Coding;

/// <summary>A piece of a token that the grammar of dates reads: "8-9th" is three.</summary>
/// <param name="Token">Index of its token in the sentence.</param>
/// <param name="Raw">As written, without a full stop of abbreviation.</param>
/// <param name="Text">In lower case.</param>
/// <param name="Number">Its whole number, written in digits without separators ("15", "15th"); null when it is none.</param>
/// <param name="Ordinal">True for "15th".</param>
internal readonly record struct DateAtom(int Token, string Raw, string Text, int? Number, bool Ordinal)
{
    /// <summary>True for a number that can be a year: four digits, 1000 to 2199.</summary>
    public bool IsYear => Number is >= 1000 and < 2200 && Raw.Length == 4;

    /// <summary>True for a number that can be a day of a month.</summary>
    public bool IsDay => Number is >= 1 and <= 31 && (Ordinal || Raw.Length <= 2);

    /// <summary>True for a word that begins with a capital.</summary>
    public bool IsCapital => Raw.Length > 0 && char.IsUpper(Raw[0]);

    /// <summary>Cuts the tokens of a sentence into atoms.</summary>
    public static List<DateAtom> Of(Sentence sentence)
    {
        var atoms = new List<DateAtom>(sentence.Tokens.Count);
        foreach (Token token in sentence.Tokens)
        {
            string form = token.Form;
            bool cut = form.AsSpan().IndexOfAnyInRange('0', '9') >= 0 || form.StartsWith("mid", StringComparison.OrdinalIgnoreCase) || form.StartsWith("end", StringComparison.OrdinalIgnoreCase)
                || form.StartsWith("early", StringComparison.OrdinalIgnoreCase) || form.StartsWith("late", StringComparison.OrdinalIgnoreCase) || form.EndsWith("day", StringComparison.Ordinal)
                || form.EndsWith("week", StringComparison.Ordinal) || form.EndsWith("month", StringComparison.Ordinal) || form.EndsWith("year", StringComparison.Ordinal) || form.EndsWith("old", StringComparison.Ordinal);
            int start = 0;
            if (cut)
            {
                for (int i = 0; i < form.Length; i++)
                {
                    if (form[i] is not ('-' or '–' or '—' or '/')) continue;
                    if (i > start) atoms.Add(Make(token.Index, form[start..i]));
                    atoms.Add(Make(token.Index, form[i] == '/' ? "/" : "-"));
                    start = i + 1;
                }
            }
            if (start < form.Length) atoms.Add(Make(token.Index, form[start..]));
        }
        return atoms;
    }

    private static DateAtom Make(int token, string raw)
    {
        if (raw is "–" or "—" or "−") raw = "-";
        if (raw.Length > 1 && raw[^1] == '.') raw = raw[..^1];
        string text = raw.ToLowerInvariant();
        bool ordinal = text.Length > 2 && char.IsAsciiDigit(text[0]) && text[^2..] is "st" or "nd" or "rd" or "th";
        ReadOnlySpan<char> digits = ordinal ? text.AsSpan(0, text.Length - 2) : text;
        int? number = digits.Length is > 0 and <= 4 && !digits.ContainsAnyExceptInRange('0', '9') ? int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) : null;
        return new DateAtom(token, raw, text, number, ordinal && number is not null);
    }
}
