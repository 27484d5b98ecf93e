using System.Text;

namespace Annalist.Ingest;

/// <summary>Chooses among the eight-bit encodings by how much the words look like words in each.</summary>
internal static class EightBit
{
    /// <summary>Bytes that are looked at.</summary>
    private const int Sample = 200_000;

    /// <summary>Code pages, the likelier first, each with the letters beyond ASCII that are common in its languages.</summary>
    private static readonly (int Page, string Common)[] Candidates =
    [
        (1252, "éèêàâçîôûùëïüöäßñáíóúãõåøæÉÀÖÜÄÁÍÓÚÇÑ"),
        (1251, "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґўқғңөұһәҳҷ"),
        (20866, "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"),
        (866, "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"),
        (28595, "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"),
        (1250, "ąćęłńóśźżčšžřěůýáíéúťďňőűöüăâîțşţđß"),
        (28592, "ąćęłńóśźżčšžřěůýáíéúťďňőűöüăâîşţđß"),
        (1254, "ğışöüçâîûİŞĞÖÜÇ"),
        (1253, "αβγδεζηθικλμνξοπρστυφχψωάέήίόύώς"),
    ];

    /// <summary>The text and the encoding in which it reads best.</summary>
    public static (string Text, Encoding Page) Decode(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes.Length > Sample ? bytes[..Sample] : bytes;
        Encoding? best = null;
        double bestScore = double.NegativeInfinity;
        foreach (var (number, common) in Candidates)
        {
            var page = TextDecoder.CodePage(number);
            double score = Score(page.GetString(sample), common);
            if (score <= bestScore) continue;
            bestScore = score;
            best = page;
        }
        return (best!.GetString(bytes), best);
    }

    private static double Score(string text, string common)
    {
        double score = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c < 0x80) continue;
            char before = i > 0 ? text[i - 1] : ' ', after = i + 1 < text.Length ? text[i + 1] : ' ';
            if (char.IsLetter(c))
            {
                int rank = common.IndexOf(char.ToLowerInvariant(c), StringComparison.Ordinal);
                if (rank < 0) rank = common.IndexOf(c, StringComparison.Ordinal);
                score += rank < 0 ? -0.6 : common.Length > 30 && rank < 12 ? 1.2 : 1;
                // A capital inside a word, and two scripts in one word, are signs of a wrong reading.
                if (char.IsUpper(c) && char.IsLower(before)) score -= 1.5;
                if (c >= 0x370 && ((before < 0x80 && char.IsLetter(before)) || (after < 0x80 && char.IsLetter(after)))) score -= 2;
                // A letter of a Latin alphabet stands among other letters of ASCII far more often than among its like.
                if (c < 0x250 && before >= 0x80 && char.IsLetter(before) && after >= 0x80 && char.IsLetter(after)) score -= 1.5;
            }
            else if (c is '“' or '”' or '‘' or '’' or '–' or '—' or '…' or '«' or '»' or '\u00A0' or '€' or '•' or '№' or '°' or '§' or '©')
            {
                // A closing quotation mark inside a word is an apostrophe or nothing.
                score += char.IsLetter(before) && char.IsLetter(after) && c is not ('’' or '–' or '—') ? -1 : 0.5;
            }
            else
            {
                score -= char.IsControl(c) ? 3 : 1.2;
            }
        }
        return score;
    }
}
