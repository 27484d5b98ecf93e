namespace Annalist.Ingest;

/// <summary>Tells the language of a text by its commonest function words, or by its script.</summary>
internal sealed class LanguageGuesser(IngestData data)
{
    private const int MostWords = 1500;
    private const int LeastWords = 12;

    /// <summary>The least share of function words of the language that is named.</summary>
    private const double LeastShare = 0.08;

    private static readonly (char From, char To, string Code)[] Scripts =
    [
        ('\u3040', '\u30FF', "ja"), ('\uAC00', '\uD7AF', "ko"), ('\u4E00', '\u9FFF', "zh"), ('\u0370', '\u03FF', "el"), ('\u0590', '\u05FF', "he"),
        ('\u10A0', '\u10FF', "ka"), ('\u0530', '\u058F', "hy"), ('\u0E00', '\u0E7F', "th"), ('\u0900', '\u097F', "hi"),
    ];

    /// <summary>ISO 639-1 code; null when the text is too short or looks like no language known.</summary>
    public string? Guess(string text)
    {
        var words = PageLine.WordsOf(text.Length > 40_000 ? text[..40_000] : text).Take(MostWords).Select(w => w.ToLowerInvariant()).ToList();
        string? best = null;
        int most = 0;
        foreach (var (code, common) in data.Languages)
        {
            int hits = words.Count(common.Contains);
            if (hits <= most) continue;
            most = hits;
            best = code;
        }
        if (words.Count >= LeastWords && most >= LeastShare * words.Count && most >= 3) return best;
        int letters = text.Take(4000).Count(char.IsLetter);
        if (letters < 20) return null;
        foreach (var (from, to, code) in Scripts)
        {
            // Kana decides for Japanese even among many Chinese signs.
            if (text.Take(4000).Count(c => c >= from && c <= to) > (code == "ja" ? 0.1 : 0.5) * letters) return code;
        }
        return null;
    }
}
