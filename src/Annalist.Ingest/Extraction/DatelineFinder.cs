using System.Text.RegularExpressions;

namespace Annalist.Ingest;

/// <summary>Finds a dateline at the start of a paragraph: "VIENNA, May 3, 2021 (Agency) -", "Vienna (Agency) -", "VIENNA/GRAZ.".</summary>
internal sealed class DatelineFinder(PageDates dates, IngestData data)
{
    /// <summary>A dateline is no longer than this.</summary>
    private const int Reach = 110;

    private static readonly Regex Agency = new(@"[(/\[]([^()/\[\]]{2,50})[)/\]]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>The dateline of a paragraph; null when it begins with its first sentence.</summary>
    public Dateline? Find(string paragraph)
    {
        int reach = Math.Min(paragraph.Length - 1, Reach);
        for (int i = 2; i < reach; i++)
        {
            char c = paragraph[i];
            int after = i + 1;
            bool dash = c is '–' or '—' || (c == '-' && paragraph[i - 1] is ' ' or '-' or ')' or '/');
            if (!dash && c is not ('.' or ':')) continue;
            if (dash && paragraph[i - 1] is not (' ' or ')' or '/' or '-' or '.') && c != '—') continue;
            while (after < paragraph.Length && paragraph[after] is '-' or '–' or '—') after++;
            if (after < paragraph.Length && !char.IsWhiteSpace(paragraph[after]) && !dash) continue;
            while (after < paragraph.Length && char.IsWhiteSpace(paragraph[after])) after++;
            if (after >= paragraph.Length || !(char.IsUpper(paragraph[after]) || char.IsDigit(paragraph[after]) || "\"“'‘«".Contains(paragraph[after], StringComparison.Ordinal) || dash)) continue;
            if (PageLine.WordsOf(paragraph[after..Math.Min(paragraph.Length, after + 80)]).Take(4).Count() < 3) continue;
            if (Read(paragraph[..i].TrimEnd(' ', '-', '–', '—', '.', ','), dash, c == ':', after) is { } found) return found;
        }
        return null;
    }

    private Dateline? Read(string head, bool dash, bool colon, int length)
    {
        if (head.Length < 3 || head.Contains('"', StringComparison.Ordinal) || head.Contains('“', StringComparison.Ordinal)) return null;
        string? agency = null;
        var bracket = Agency.Match(head);
        if (bracket.Success && bracket.Index + bracket.Length >= head.Length - 30)
        {
            agency = bracket.Groups[1].Value.Trim();
            if (!char.IsLetterOrDigit(agency[0]) || agency.Any(char.IsDigit) && dates.Find(agency).Count > 0) agency = null;
            else head = head.Remove(bracket.Index, bracket.Length);
        }
        var found = dates.Find(head).Where(d => d.Day is not null).ToList();
        if (found.Count > 1) return null;
        var date = found.Count == 1 ? found[0] : null;
        if (date is not null) head = head.Remove(date.Start, date.End - date.Start);
        string[] pieces = head.Split([',', '/', '|', '.', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var places = pieces.Where(p => !data.Weekdays.ContainsKey(p.ToLowerInvariant().Trim('-', '–', ' '))).Select(p => p.Trim('-', '–', '—', ' ')).Where(p => p.Length > 0).ToList();
        if (places.Count == 0) return agency is not null && dash && agency.Split(' ').Length <= 4 ? new Dateline(null, date, agency, length) : null;
        if (places.Count > 4 || !places.All(IsPlace)) return null;
        bool capitals = places[0].Count(char.IsLetter) >= 3 && PageLine.InCapitals(places[0]);
        // An agency in capitals behind a full stop: "VIENNA. WIRENAME -".
        if (agency is null && places.Count == 2 && capitals && head.Contains(". ", StringComparison.Ordinal) && dash)
        {
            agency = places[1];
            places.RemoveAt(1);
        }
        bool firm = agency is not null || date is not null;
        if (!firm && !(capitals && places[0].Count(char.IsLetter) >= 5)) return null;
        // Behind a colon speaks a person: "MINISTER: …".
        if (!firm && (colon || (!dash && head.Contains(',', StringComparison.Ordinal)))) return null;
        if (!dash && !capitals && agency is null && !(date is { Year: not null })) return null;
        string separator = head.Contains('/', StringComparison.Ordinal) ? "/" : ", ";
        return new Dateline(string.Join(separator, places), date, agency, length);
    }

    private static bool IsPlace(string piece)
    {
        string[] words = piece.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= 4 && words.All(w => char.IsUpper(w[0]) || w is "de" or "la" or "le" or "al" or "del" or "of" or "the" or "and" or "am" or "an" or "sur") && !piece.Any(char.IsDigit);
    }
}
