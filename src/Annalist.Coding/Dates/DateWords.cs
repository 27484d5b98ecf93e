using System.Globalization;
using System.Text.Json;

namespace Annalist.Coding;

/// <summary>The words of time in a language: months, weekdays, units, what points back and forth. Immutable.</summary>
public sealed class DateWords
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    private readonly HashSet<string> anyTime;

    private DateWords(Table table)
    {
        Months = table.Months;
        Weekdays = table.Weekdays.ToDictionary(p => p.Key, p => (DayOfWeek)p.Value, StringComparer.Ordinal);
        Seasons = table.Seasons;
        Units = table.Units.ToDictionary(p => p.Key, p => Enum.Parse<DateUnit>(p.Value, ignoreCase: true), StringComparer.Ordinal);
        foreach ((string word, DateUnit unit) in Units.ToList()) Units[word == "century" ? "centuries" : word + "s"] = unit;
        Few = table.Few.ToDictionary(p => Enum.Parse<DateUnit>(p.Key, ignoreCase: true), p => p.Value);
        Hours = Set(table.Hours);
        Days = table.Days;
        Last = Set(table.Last);
        Next = Set(table.Next);
        This = Set(table.This);
        Window = Set(table.Window);
        Early = Set(table.Early);
        Middle = Set(table.Middle);
        Late = Set(table.Late);
        Vague = Set(table.Vague);
        Future = Set(table.Future);
        Numbers = table.Numbers;
        Ordinals = table.Ordinals;
        WeekdaysShort = table.WeekdaysShort.ToDictionary(p => p.Key, p => (DayOfWeek)p.Value, StringComparer.Ordinal);
        About = Set(table.About);
        Approximate = Set(table.Approximate);
        Comparison = Set(table.Comparison);
        Starting = Set(table.Starting);
        Now = Set(table.Now);
        ThisDay = Set(table.ThisDay);
        GoesOn = Set(table.GoesOn);
        Live = table.Live;
        Reminding = Set(table.Reminding);
        WeekdayNames = Set(table.WeekdayNames);
        DayOrdinals = table.DayOrdinals;
        Decades = table.Decades;
        Holidays = [.. table.Holidays.Select(h => new Holiday(h.Key.Replace("'", " ' ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries), int.Parse(h.Value.AsSpan(0, 2), CultureInfo.InvariantCulture), int.Parse(h.Value.AsSpan(3), CultureInfo.InvariantCulture))).OrderByDescending(h => h.Words.Count)];
        anyTime = [.. Months.Keys, .. Weekdays.Keys, .. WeekdaysShort.Keys, .. Seasons.Keys, .. Units.Keys, .. Hours, .. Days.Keys, .. Window, .. Vague, .. Future, .. Now, .. ThisDay, .. WeekdayNames, .. DayOrdinals.Keys, .. Decades.Keys,
            .. Holidays.SelectMany(h => h.Words), "night", "evening", "morning", "afternoon", "weekend", "quarter", "half", "birthday", "anniversary", "eve", "midyear", "start", "outset", "end", "beginning", "close", "spring", "fall"];
    }

    /// <summary>A day of the year with a name of its own.</summary>
    /// <param name="Words">Its words in lower case, an apostrophe apart.</param>
    /// <param name="Month">1 to 12.</param>
    /// <param name="Day">1 to 31.</param>
    internal sealed record Holiday(IReadOnlyList<string> Words, int Month, int Day);

    /// <summary>True for a word without which, or without a number, no phrase of time stands. A sentence that has neither need not be searched.</summary>
    internal bool IsOfTime(string word) => anyTime.Contains(word);

    /// <summary>Month of a name or abbreviation, 1 to 12.</summary>
    internal IReadOnlyDictionary<string, int> Months { get; }

    internal IReadOnlyDictionary<string, DayOfWeek> Weekdays { get; }

    /// <summary>First month of a season; winter begins in December and ends in the next year.</summary>
    internal IReadOnlyDictionary<string, int> Seasons { get; }

    internal Dictionary<string, DateUnit> Units { get; }

    internal IReadOnlyDictionary<DateUnit, int> Few { get; }

    internal IReadOnlySet<string> Hours { get; }

    internal IReadOnlyDictionary<string, int> Days { get; }

    internal IReadOnlySet<string> Last { get; }

    internal IReadOnlySet<string> Next { get; }

    internal IReadOnlySet<string> This { get; }

    internal IReadOnlySet<string> Window { get; }

    internal IReadOnlySet<string> Early { get; }

    internal IReadOnlySet<string> Middle { get; }

    internal IReadOnlySet<string> Late { get; }

    internal IReadOnlySet<string> Vague { get; }

    internal IReadOnlySet<string> Future { get; }

    internal IReadOnlyDictionary<string, int> Numbers { get; }

    internal IReadOnlyDictionary<string, int> Ordinals { get; }

    /// <summary>Weekdays cut short; read only before a day of the month.</summary>
    internal IReadOnlyDictionary<string, DayOfWeek> WeekdaysShort { get; }

    /// <summary>What may stand before a number.</summary>
    internal IReadOnlySet<string> About { get; }

    /// <summary>What may stand between a preposition and its date.</summary>
    internal IReadOnlySet<string> Approximate { get; }

    /// <summary>Words after which "since" and "in" measure a rank and date nothing ("the first visit since 2014").</summary>
    internal IReadOnlySet<string> Comparison { get; }

    /// <summary>Words that make a date a beginning.</summary>
    internal IReadOnlySet<string> Starting { get; }

    /// <summary>The reference day as the end of a range.</summary>
    internal IReadOnlySet<string> Now { get; }

    /// <summary>Adverbs that put an act in the perfect or progressive on the reference day.</summary>
    internal IReadOnlySet<string> ThisDay { get; }

    /// <summary>Adverbs that carry a story on.</summary>
    internal IReadOnlySet<string> GoesOn { get; }

    /// <summary>What the title of a report says that is written while things happen.</summary>
    internal IReadOnlyList<string> Live { get; }

    /// <summary>Verbs without a subject of their own that open a told fact ("recall that", "it is known that").</summary>
    internal IReadOnlySet<string> Reminding { get; }

    /// <summary>Words that make of a weekday the name of a day or of something else ("Good Friday").</summary>
    internal IReadOnlySet<string> WeekdayNames { get; }

    /// <summary>Ordinals written out, 1 to 20 and 30.</summary>
    internal IReadOnlyDictionary<string, int> DayOrdinals { get; }

    /// <summary>Decades by name, as years of the century.</summary>
    internal IReadOnlyDictionary<string, int> Decades { get; }

    /// <summary>Days with a name that mean the same day everywhere; longest first.</summary>
    internal IReadOnlyList<Holiday> Holidays { get; }

    /// <summary>Reads <c>dates.json</c>.</summary>
    /// <exception cref="JsonException">The text is not of that form; the message says where.</exception>
    public static DateWords Parse(string json) =>
        new(JsonSerializer.Deserialize<Table>(json, Options) ?? throw new JsonException("the words of time are empty: give an object as in data/codebook/dates.json"));

    /// <summary>Reads <c>dates.json</c> from the codebook's folder.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="JsonException">The text is not of that form; the message says where.</exception>
    public static DateWords Load(string codebookFolder) => Parse(File.ReadAllText(Path.Combine(codebookFolder, "dates.json")));

    private static HashSet<string> Set(string[] words) => new(words, StringComparer.Ordinal);

    private sealed record Table(
        Dictionary<string, int> Months, Dictionary<string, int> Weekdays, Dictionary<string, int> Seasons, Dictionary<string, string> Units,
        string[] Hours, Dictionary<string, int> Days, string[] Last, string[] Next, string[] This, string[] Window, string[] Early, string[] Middle,
        string[] Late, Dictionary<string, int> Few, string[] Vague, string[] Future, Dictionary<string, int> Numbers, Dictionary<string, int> Ordinals,
        Dictionary<string, int> WeekdaysShort, string[] About, string[] Approximate, string[] Comparison, string[] Starting, string[] Now, string[] ThisDay, string[] GoesOn, string[] Live, string[] Reminding, string[] WeekdayNames,
        Dictionary<string, int> DayOrdinals, Dictionary<string, int> Decades, Dictionary<string, string> Holidays);
}
