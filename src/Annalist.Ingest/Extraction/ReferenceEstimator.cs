namespace Annalist.Ingest;

/// <summary>Estimates the day from which "last year" and "on Tuesday" are reckoned, from the dates that the text itself tells.</summary>
internal sealed class ReferenceEstimator(PageDates dates)
{
    /// <summary>Characters from the beginning in which a day without its year is taken for the news of the day.</summary>
    private const int NewsReach = 1500;

    private const int MostRead = 100_000;

    /// <summary>The day; null when the text gives no real evidence.</summary>
    public DateOnly? Estimate(string body)
    {
        string text = body.Length > MostRead ? body[..MostRead] : body;
        var found = dates.Find(text);
        DateOnly? latest = null;
        PageDate? news = null;
        int latestAt = 0;
        foreach (var date in found)
        {
            if (IsAhead(text, date.Start)) continue;
            if (date.Full is { } day && !date.Swapped && (latest is null || day > latest))
            {
                latest = day;
                latestAt = date.Start;
            }

            if (date.Day is not null && date.Year is null && date.Start < NewsReach) news ??= date;
        }
        int told = 0, times = 0, ranged = 0;
        foreach (var (year, start) in PageDates.Years(text))
        {
            if (!PublishedFinder.IsYear(text, start) || IsAhead(text, start)) continue;
            if (IsRange(text, start))
            {
                ranged = Math.Max(ranged, year);
                continue;
            }
            if (year > told) times = 0;
            told = Math.Max(told, year);
            if (year == told) times++;
        }
        // A plan for 2016–2020 beside a memory of 2005 leaves the year of the news open.
        if (ranged > told) return null;
        if (latest is { } full && full.Year >= told && (times > 1 || latestAt < NewsReach)) return full;
        // A year told of once may be long past.
        if (times < 2) return null;
        // A day near the beginning and the latest year told of: together they are the news of the day.
        if (news is { Day: { } d } && told > 0 && d <= DateTime.DaysInMonth(told, news.Month)) return new DateOnly(told, news.Month, d);
        var month = found.LastOrDefault(x => x.Day is null && x.Year == told && !IsAhead(text, x.Start));
        return month is not null ? new DateOnly(told, month.Month, DateTime.DaysInMonth(told, month.Month)) : null;
    }

    /// <summary>Whether the words before a date put it ahead of the report: "by 2030", "until June 2025".</summary>
    private static bool IsAhead(string text, int start)
    {
        string before = text[Math.Max(0, start - 24)..start].ToLowerInvariant().TrimEnd();
        foreach (string word in (ReadOnlySpan<string>)["by", "until", "till", "before", "no later than", "by the end of", "through", "from now to", "due in", "by early", "by late", "by mid", "planned for", "scheduled for", "ahead of", "for"])
        {
            if (before.EndsWith(' ' + word, StringComparison.Ordinal) || before == word) return true;
        }
        return before.EndsWith("by the end of", StringComparison.Ordinal) || before.Contains(" will ", StringComparison.Ordinal) || before.Contains("expected", StringComparison.Ordinal);
    }

    private static bool IsRange(string text, int start) =>
        (start > 4 && text[start - 1] is '-' or '–' or '—' && char.IsDigit(text[start - 2])) || (start + 5 < text.Length && text[start + 4] is '-' or '–' or '—' && char.IsDigit(text[start + 5]));
}
