using System.Buffers;
using System.Collections.Frozen;

namespace Annalist.Ingest;

/// <summary>Says of a line alone what it is, by its words and its form.</summary>
internal sealed class LineClassifier(IngestData data, PageDates dates)
{
    private static readonly char[] Separators = ['|', '·', '•', '→', '›', '»', '/', '>', '–', '—', '\t'];

    private static readonly SearchValues<char> MoneySigns = SearchValues.Create("$€£₽₴₸¥%°▲▼↑↓");

    private readonly FrozenSet<string> tickerUnits = data.Terms("ticker-unit").ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenSet<string> genericAuthors = data.Terms("generic-author").ToFrozenSet(StringComparer.Ordinal);

    private readonly FrozenSet<string> bylineWords = data.Terms("byline-word").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Sets kind, noise and dates of a line.</summary>
    public void Classify(PageLine line)
    {
        bool prose = IsProse(line);
        line.Kind = prose ? LineKind.Prose : line.EndsSentence && line.Words is >= 2 and <= 8 && !line.CutOff ? LineKind.Short : LineKind.Plain;
        if (!prose && IsByline(line))
        {
            line.Kind = LineKind.Byline;
            line.Noise = "byline";
            line.Dates = dates.Find(line.Text);
            return;
        }
        string? noise = data.Noise.KindOf(line.Folded, line.Words, prose) ?? (prose ? null : NoiseByForm(line));
        if (noise is "byline" or "carrier" or "stamp")
        {
            // A sentence may begin with such words; a label stands before names and dates.
            if (prose && line.Words > 25) return;
            line.Kind = noise switch { "byline" => LineKind.Byline, "carrier" => LineKind.Carrier, _ => LineKind.Stamp };
            line.Noise = noise;
            line.Dates = dates.Find(line.Text);
            return;
        }
        if (noise is not null)
        {
            line.Kind = LineKind.Noise;
            line.Noise = noise;
            if (line.Words <= 40) line.Dates = dates.Find(line.Text);
            return;
        }
        if (prose) return;
        line.Dates = dates.Find(line.Text);
        if (IsStamp(line)) line.Kind = LineKind.Stamp;
        if (line.Kind is LineKind.Stamp) line.Noise = "stamp";
    }

    private static bool IsProse(PageLine line)
    {
        if (line.Words == 0)
        {
            return false;
        }
        if (line.EndsSentence && line.Words >= 6) return line.FunctionShare >= 0.1 || line.Words >= 10;
        if (line.Words >= 18 && line.FunctionShare >= 0.2) return true;
        // Scripts that put no spaces between words.
        return line.Words < 8 && line.Text.Length >= 25 && line.Text.Count(c => c is >= '\u3040' and <= '\u9FFF' or >= '\u0E00' and <= '\u0EFF') > line.Text.Length / 2;
    }

    private string? NoiseByForm(PageLine line)
    {
        if (line.Words == 0) return "rule";
        string text = line.Text;
        string[] tokens = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (tokens.All(t => t[0] is '#' && t.Length > 1)) return "tags";
        if (tokens.Length <= 2 && tokens.Any(t => t.StartsWith("http", StringComparison.OrdinalIgnoreCase) || t.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || (t.Contains('@', StringComparison.Ordinal) && t.Length > 1))) return "link";
        if (tokens.Length is 2 or 3 or 4 && tokens[0] is "Support" or "SUPPORT" && tokens.All(t => char.IsUpper(t[0]))) return "donate";
        if (IsTicker(tokens)) return "ticker";
        return IsMenu(line) ? "menu" : null;
    }

    private bool IsTicker(string[] tokens)
    {
        int numbers = 0, others = 0;
        foreach (string token in tokens)
        {
            string bare = token.Trim('.', ',', '(', ')', ':', ';', '%', '+', '-', '−', '▲', '▼', '↑', '↓', '°', '$', '€', '£', '₽', '₴', '₸', '¥').ToLowerInvariant();
            if (bare.Length == 0 || char.IsDigit(bare[0])) numbers++;
            else if (!tickerUnits.Contains(bare) && bare.Any(char.IsLetter)) others++;
        }
        if (numbers == 0 || tokens.Length > 24) return false;
        bool money = tokens.Any(t => t.AsSpan().ContainsAny(MoneySigns));
        return others == 0 || (others == 1 && tokens.Length <= 6 && money && numbers >= 1 && tokens.Length - others >= 2 * others)
            || (money && numbers >= 2 * others && numbers >= 3);
    }

    /// <summary>A row of labels: three or more pieces of few words between separators or wide gaps.</summary>
    private static bool IsMenu(PageLine line)
    {
        if (line.EndsSentence && line.Words > 12) return false;
        var pieces = new List<string>();
        foreach (string wide in line.Text.Split(["  ", "\t", " \u00A0", "\u00A0 "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            int start = 0;
            for (int i = 0; i < wide.Length; i++)
            {
                bool spaced = i > 0 && i + 1 < wide.Length && wide[i - 1] == ' ' && wide[i + 1] == ' ';
                if (!Separators.Contains(wide[i]) || (!spaced && wide[i] is '/' or '–' or '—' or '>')) continue;
                pieces.Add(wide[start..i]);
                start = i + 1;
            }
            pieces.Add(wide[start..]);
        }
        pieces.RemoveAll(string.IsNullOrWhiteSpace);
        if (pieces.Count < 3) return false;
        int small = pieces.Count(p => PageLine.WordsOf(p).Count() <= 4);
        return small >= pieces.Count - 1;
    }

    /// <summary>A date or a time of day stands almost alone, or is set off at one end of a short line.</summary>
    private bool IsStamp(PageLine line)
    {
        if (line.Words > 16) return false;
        bool time = PageDates.HasTime(line.Text);
        var whole = line.Dates.Where(d => d.Year is not null).ToList();
        if (line.Dates.Count == 0 && !time) return false;
        string rest = PageDates.Without(line.Text, line.Dates);
        int words = 0;
        foreach (string word in PageLine.WordsOf(rest))
        {
            string lower = word.ToLowerInvariant();
            if (!data.Weekdays.ContainsKey(lower) && lower is not ("gmt" or "utc" or "msk" or "est" or "edt" or "cet" or "cest" or "et" or "at" or "ist" or "bst" or "local" or "time" or "on") && !char.IsDigit(word[0])) words++;
        }
        if (words == 0) return true;
        if (whole.Count == 0) return time && words <= 1 && line.Dates.Count > 0;
        var first = whole[0];
        if (words <= 2 && line.FunctionShare < 0.3 && !line.EndsSentence) return true;
        // "7.2.2024 – Outlet, service", "Outlet | 7 February 2024", "Headline   17.09.2022".
        string before = line.Text[..first.Start].TrimEnd(), after = line.Text[first.End..].TrimStart();
        bool setOff = (before.Length == 0 && after.Length > 0 && Separators.Contains(after[0])) || (after.Length == 0 && before.Length > 0 && Separators.Contains(before[^1]))
            || (before.Length == 0 && time) || (after.Length == 0 && line.Text[..first.Start].EndsWith("  ", StringComparison.Ordinal));
        return setOff || (first.Numeric && time) || (first.Numeric && first.Full is not null && words <= 8 && (before.Length == 0 || after.Length == 0));
    }

    private bool IsByline(PageLine line)
    {
        if (line.Words > 16 || genericAuthors.Contains(line.Folded)) return genericAuthors.Contains(line.Folded);
        int space = line.Text.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && space + 2 < line.Text.Length && bylineWords.Contains(line.Text[..space].TrimEnd(':').ToLowerInvariant()) && char.IsUpper(line.Text[space + 1])
            && char.IsUpper(line.Text[0]) && line.CapitalShare >= 0.5 && !line.EndsSentence;
    }
}
