using Annalist.Model;

namespace Annalist.Ingest;

/// <summary>Finds the day of publication that a page shows, and no other.</summary>
internal sealed class PublishedFinder(PageDates dates)
{
    /// <summary>Lines below the body in which a date with a label still counts.</summary>
    private const int TailReach = 6;

    /// <summary>How many years the text's earliest year may lie after the page's date: plans reach ahead, but no further.</summary>
    private const int MostYearsBefore = 4;

    /// <summary>Lines around the headline in which dates are looked for.</summary>
    private const int HeadReach = 40;

    /// <summary>The day and what shows it; null when the page shows none that can be trusted.</summary>
    /// <param name="page">The page with its article.</param>
    /// <param name="dateline">The dateline, or null.</param>
    /// <param name="body">The body's text, to see whether a date can be true.</param>
    /// <param name="doubtful">A date that is shown and was not taken; null when there is none.</param>
    public (DateOnly Day, PublishedBasis Basis)? Find(ArticlePage page, Dateline? dateline, string body, out string? doubtful)
    {
        doubtful = null;
        if (dateline?.Date is { } written && Settle(written, dateline.Date, page, body) is { } day && IsPlausible(day, body)) return (day, PublishedBasis.Dateline);
        int anchor = page.TitleAt >= 0 ? page.TitleAt : page.First;
        (DateOnly, PublishedBasis)? best = null;
        double bestScore = double.NegativeInfinity;
        for (int i = 0; i < page.Lines.Count && i <= page.Last + TailReach; i++)
        {
            var line = page.Lines[i];
            bool head = i < page.First || (i < page.Last && i <= page.First + 3);
            bool labelled = line.Noise == "stamp" && line.Folded.Any(char.IsLetter) && HasLabel(line);
            if (Math.Abs(i - anchor) > HeadReach && i <= page.Last) continue;
            bool ending = line.Kind == LineKind.Plain && i < page.First && line.Dates is [.., var end] && line.Text[end.End..].Trim(' ', '.', ')', ']').Length == 0;
            if ((line.Kind is LineKind.Prose or LineKind.Short or LineKind.Plain && !ending) || !(head || (labelled && i > page.Last && i <= page.Last + TailReach))) continue;
            foreach (var date in line.Dates)
            {
                if (date.Full is null) continue;
                doubtful ??= line.Text[date.Start..date.End];
                if (Settle(date, dateline?.Date, page, body) is not { } candidate || !IsPlausible(candidate, body)) continue;
                if (dates.WeekdayIn(line.Text) is { } weekday && weekday != candidate.DayOfWeek) continue;
                double score = -Math.Abs(i - anchor) + (labelled ? 3 : 0) - (line.Folded.Contains("updated", StringComparison.Ordinal) ? 2 : 0) - (i > page.Last ? 5 : 0)
                    - (line.Kind is LineKind.Noise or LineKind.Plain ? 4 : 0);
                if (score <= bestScore) continue;
                bestScore = score;
                best = (candidate, line.Kind == LineKind.Byline ? PublishedBasis.Byline : PublishedBasis.Masthead);
            }
        }
        if (best is not null) doubtful = null;
        return best;
    }

    private static bool HasLabel(PageLine line) => line.Folded.StartsWith("publi", StringComparison.Ordinal) || line.Folded.StartsWith("post", StringComparison.Ordinal)
        || line.Folded.StartsWith("date", StringComparison.Ordinal) || line.Folded.StartsWith("first publi", StringComparison.Ordinal) || line.Folded.StartsWith("issued", StringComparison.Ordinal)
        || line.Folded.StartsWith("released", StringComparison.Ordinal) || line.Folded.Contains("updated", StringComparison.Ordinal);

    /// <summary>Decides between day/month and month/day by the other dates of the page; null when nothing decides.</summary>
    private DateOnly? Settle(PageDate date, PageDate? dateline, ArticlePage page, string body)
    {
        if (date.Full is not { } day || date.Other is not { } other) return date.Full;
        if (dateline is { Day: { } d } && !dateline.Swapped)
        {
            if (dateline.Month == day.Month && d == day.Day) return day;
            if (dateline.Month == other.Month && d == other.Day) return other;
        }
        int asIs = 0, swapped = 0;
        foreach (var line in page.Lines)
        {
            foreach (var shown in line.Dates)
            {
                if (!shown.Numeric || shown.Swapped || shown.Full is null || !line.Text[shown.Start..shown.End].Contains('/', StringComparison.Ordinal)) continue;
                // The first number tells which way round this page writes its dates.
                bool monthFirst = int.Parse(line.Text.AsSpan(shown.Start, line.Text.IndexOf('/', shown.Start) - shown.Start), System.Globalization.CultureInfo.InvariantCulture) == shown.Month;
                if (monthFirst) swapped += 3;
                else asIs += 3;
            }
        }
        foreach (var told in dates.Find(body.Length > 20000 ? body[..20000] : body))
        {
            if (told.Day is not { } toldDay || told.Numeric || toldDay > DateTime.DaysInMonth(day.Year, told.Month)) continue;
            var that = new DateOnly(told.Year ?? day.Year, told.Month, toldDay);
            if (Math.Abs(day.DayNumber - that.DayNumber) <= 10) asIs++;
            if (Math.Abs(other.DayNumber - that.DayNumber) <= 10) swapped++;
        }
        return asIs == swapped ? null : asIs > swapped ? day : other;
    }

    /// <summary>A page's date is no date of the report when everything that the text dates lies after it.</summary>
    private static bool IsPlausible(DateOnly day, string body)
    {
        int earliest = int.MaxValue, latest = 0;
        foreach (var (year, start) in PageDates.Years(body))
        {
            if (!IsYear(body, start)) continue;
            earliest = Math.Min(earliest, year);
            latest = Math.Max(latest, year);
        }
        return latest == 0 || day.Year + MostYearsBefore >= earliest;
    }

    /// <summary>Four digits are a year when nothing makes them a number of something.</summary>
    internal static bool IsYear(string text, int start)
    {
        bool partOfNumber = (start > 1 && text[start - 1] is '.' or ',' or '$' or '€' or '£' && (char.IsDigit(text[start - 2]) || text[start - 1] is '$' or '€' or '£'))
            || (start + 5 < text.Length && text[start + 4] is '.' or ',' && char.IsDigit(text[start + 5]));
        if (partOfNumber) return false;
        string after = text[Math.Min(text.Length, start + 4)..Math.Min(text.Length, start + 16)];
        return !(after.StartsWith(" km", StringComparison.Ordinal) || after.StartsWith(" metres", StringComparison.Ordinal) || after.StartsWith(" soldiers", StringComparison.Ordinal)
            || after.StartsWith(" troops", StringComparison.Ordinal) || after.StartsWith(" people", StringComparison.Ordinal) || after.StartsWith(" tonnes", StringComparison.Ordinal) || after.StartsWith(" men", StringComparison.Ordinal));
    }
}
