using System.Globalization;

namespace Annalist.Language;

/// <summary>Morphological features by tag and word. Immutable.</summary>
internal sealed class FeatsTable
{
    private readonly Dictionary<string, string> byTag = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, string>> byWord = new(StringComparer.Ordinal);

    /// <summary>Reads lines of tag, word (empty for the tag's default), features.</summary>
    /// <exception cref="FormatException">A line has not three columns.</exception>
    public static FeatsTable Read(TextReader source)
    {
        var table = new FeatsTable();
        int number = 0;
        while (source.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            string[] p = line.Split('\t');
            if (p.Length != 3) throw new FormatException($"line {number.ToString(CultureInfo.InvariantCulture)}: {p.Length} columns in place of 3");
            if (p[1].Length == 0) table.byTag[p[0]] = p[2];
            else if (table.byWord.TryGetValue(p[0], out var words)) words[p[1]] = p[2];
            else table.byWord[p[0]] = new(StringComparer.Ordinal) { [p[1]] = p[2] };
        }
        return table;
    }

    /// <summary>Features of a word; <c>_</c> when none are known.</summary>
    public string Of(string tag, string lower)
    {
        if (lower.Length <= 24 && byWord.TryGetValue(tag, out var words) && words.TryGetValue(lower, out string? feats)) return feats;
        return byTag.TryGetValue(tag, out feats) ? feats : "_";
    }
}
