using System.Collections.Frozen;
using System.Globalization;

namespace Annalist.Ingest;

/// <summary>The word lists of data/ingest: what noise, calendars, languages and media look like. Immutable; shared by all threads.</summary>
internal sealed class IngestData
{
    private static readonly Lazy<IngestData> Shared = new(() => new IngestData(Path.Combine(AppContext.BaseDirectory, "data", "ingest")));

    private readonly FrozenDictionary<string, string[]> terms;

    /// <summary>Reads the tables of a folder.</summary>
    /// <exception cref="IOException">A table is missing or cannot be read.</exception>
    public IngestData(string folder)
    {
        Noise = new NoiseLexicon(Rows(folder, "noise.tsv").Select(r => (r[0], r[1], r[2])));
        Languages = Rows(folder, "languages.tsv").Select(r => (r[0], r[1].Split(' ').ToFrozenSet(StringComparer.Ordinal))).ToArray();
        AllFunctionWords = Languages.SelectMany(l => l.Words).ToFrozenSet(StringComparer.Ordinal);
        var months = new Dictionary<string, int>(StringComparer.Ordinal);
        var weekdays = new Dictionary<string, DayOfWeek>(StringComparer.Ordinal);
        foreach (var row in Rows(folder, "calendar.tsv"))
        {
            int number = int.Parse(row[1], CultureInfo.InvariantCulture);
            foreach (string name in row[2].Split(' '))
            {
                if (row[0] == "month") months[name] = number;
                else weekdays[name] = (DayOfWeek)(number % 7);
            }
        }
        Months = months.ToFrozenDictionary(StringComparer.Ordinal);
        Weekdays = weekdays.ToFrozenDictionary(StringComparer.Ordinal);
        KnownMedia = Rows(folder, "media.tsv").Select(r => r[1]).ToArray();
        terms = Rows(folder, "terms.tsv").ToFrozenDictionary(r => r[0], r => r[1].Split('|'), StringComparer.Ordinal);
        LanguageNames = terms["language-name"].Select(p => p.Split('=')).ToFrozenDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
    }

    /// <summary>The tables that come with the program.</summary>
    public static IngestData Default => Shared.Value;

    public NoiseLexicon Noise { get; }

    public IReadOnlyList<(string Code, FrozenSet<string> Words)> Languages { get; }

    public FrozenSet<string> AllFunctionWords { get; }

    /// <summary>Month numbers by lower-case name.</summary>
    public FrozenDictionary<string, int> Months { get; }

    public FrozenDictionary<string, DayOfWeek> Weekdays { get; }

    public IReadOnlyList<string> KnownMedia { get; }

    /// <summary>ISO codes by the lower-case English name of the language.</summary>
    public FrozenDictionary<string, string> LanguageNames { get; }

    /// <summary>The words of one row of terms.tsv.</summary>
    public IReadOnlyList<string> Terms(string term) => terms[term];

    private static IEnumerable<string[]> Rows(string folder, string file) =>
        File.ReadLines(Path.Combine(folder, file)).Where(l => l.Length > 0 && l[0] != '#').Skip(1).Select(l => l.Split('\t'));
}
