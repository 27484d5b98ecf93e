using System.Globalization;
using Annalist.Language;
using Annalist.Model;

namespace Annalist.Coding;

/// <summary>A piece of a token that amounts are read from: "$4.7bn" is a sign, a number and a word.</summary>
/// <param name="Token">Index of its token.</param>
/// <param name="Span">Its place in the text.</param>
/// <param name="Raw">As written.</param>
/// <param name="Text">In lower case; for a whole token of letters its lemma is in <paramref name="Lemma"/>.</param>
/// <param name="Lemma">Lemma of the token, or the text when it is only part of one.</param>
/// <param name="Number">Its value when it is written in digits; null otherwise.</param>
internal readonly record struct AmountAtom(int Token, TextSpan Span, string Raw, string Text, string Lemma, double? Number)
{
    /// <summary>Cuts the tokens of a sentence.</summary>
    public static List<AmountAtom> Of(Sentence sentence)
    {
        var atoms = new List<AmountAtom>(sentence.Tokens.Count);
        foreach (Token token in sentence.Tokens)
        {
            string form = token.Form;
            if (form.AsSpan().IndexOfAnyInRange('0', '9') < 0 && !form.Contains('-', StringComparison.Ordinal))
            {
                atoms.Add(new AmountAtom(token.Index, token.Span, form, form.ToLowerInvariant(), token.Lemma.ToLowerInvariant(), null));
                continue;
            }
            for (int i = 0; i < form.Length;)
            {
                int j = i + 1;
                Kind kind = KindOf(form, i);
                while (j < form.Length && (KindOf(form, j) == kind && kind != Kind.Sign || kind == Kind.Digit && form[j] is '.' or ',' && j + 1 < form.Length && char.IsAsciiDigit(form[j + 1]))) j++;
                string raw = form[i..j];
                double? number = null;
                if (kind == Kind.Digit && double.TryParse(raw.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value)) number = value;
                atoms.Add(new AmountAtom(token.Index, new TextSpan(token.Span.Start + i, token.Span.Start + j), raw, raw.ToLowerInvariant(), raw.ToLowerInvariant(), number));
                i = j;
            }
        }
        return atoms;
    }

    private static Kind KindOf(string form, int i) => char.IsAsciiDigit(form[i]) ? Kind.Digit : char.IsLetter(form[i]) || form[i] is '.' or '\'' or '’' ? Kind.Letter : Kind.Sign;

    private enum Kind
    {
        Digit,
        Letter,
        Sign,
    }
}
