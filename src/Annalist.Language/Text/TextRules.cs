using System.Collections.Frozen;
using System.Globalization;

namespace Annalist.Language;

/// <summary>Word classes that splitter and tokenizer go by, read from <c>text-rules.tsv</c>. Immutable.</summary>
public sealed class TextRules
{
    private readonly FrozenDictionary<string, FrozenSet<string>> classes;
    private readonly FrozenDictionary<string, int> contractions;

    private TextRules(FrozenDictionary<string, FrozenSet<string>> classes, FrozenDictionary<string, int> contractions)
    {
        this.classes = classes;
        this.contractions = contractions;
        Titles = Get("title");
        Numbers = Get("number");
        Months = Get("month");
        Never = Get("never");
        Companies = Get("company");
        Starters = Get("starter");
        Prefixes = Get("prefix");
        Units = Get("unit");
        Speech = Get("speech");
    }

    internal FrozenSet<string> Titles { get; }

    internal FrozenSet<string> Numbers { get; }

    internal FrozenSet<string> Months { get; }

    internal FrozenSet<string> Never { get; }

    internal FrozenSet<string> Companies { get; }

    internal FrozenSet<string> Starters { get; }

    internal FrozenSet<string> Prefixes { get; }

    internal FrozenSet<string> Units { get; }

    internal FrozenSet<string> Speech { get; }

    /// <summary>Length of the first word of a contraction written without an apostrophe ("cannot": 3); 0 for any other word.</summary>
    internal int Contraction(string lower) => contractions.TryGetValue(lower, out int n) ? n : 0;

    /// <summary>True for any abbreviation that keeps its full stop.</summary>
    internal bool IsAbbreviation(string lower) =>
        Titles.Contains(lower) || Months.Contains(lower) || Never.Contains(lower) || Companies.Contains(lower);

    /// <summary>Reads the file's lines: class, word and, for a contraction, the length of its first part; <c>#</c> begins a comment.</summary>
    /// <exception cref="FormatException">A line has no tabulator, or a contraction no length.</exception>
    public static TextRules Read(TextReader source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var sets = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var contractions = new Dictionary<string, int>(StringComparer.Ordinal);
        int number = 0;
        while (source.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            string[] parts = line.Split('\t');
            if (parts.Length < 2) throw new FormatException($"line {number.ToString(CultureInfo.InvariantCulture)}: no tabulator");
            if (parts[0] == "contraction")
            {
                if (parts.Length < 3 || !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out int n) || n <= 0 || n >= parts[1].Length)
                {
                    throw new FormatException($"line {number.ToString(CultureInfo.InvariantCulture)}: a contraction without a length");
                }
                contractions[parts[1]] = n;
                continue;
            }
            if (!sets.TryGetValue(parts[0], out var set)) sets[parts[0]] = set = new HashSet<string>(StringComparer.Ordinal);
            set.Add(parts[1]);
        }
        return new TextRules(sets.ToFrozenDictionary(s => s.Key, s => s.Value.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal), contractions.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private FrozenSet<string> Get(string name) => classes.TryGetValue(name, out var set) ? set : FrozenSet<string>.Empty;
}
