using System.Globalization;

namespace Annalist.Ingest;

/// <summary>Gives each document of a run a label of its own: the second of a name gets -2.</summary>
internal sealed class LabelMaker
{
    private static readonly string[] KnownEndings = [".txt", ".text", ".json", ".jsonl", ".ndjson", ".html", ".htm", ".xhtml", ".md", ".gz", ".bz2", ".xz", ".zst", ".utf8"];

    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>The label, or the label with the first suffix that is free.</summary>
    public string Make(string label)
    {
        if (taken.Add(label)) return label;
        int number = counts.GetValueOrDefault(label, 1);
        string next;
        do next = label + "-" + (++number).ToString(CultureInfo.InvariantCulture);
        while (!taken.Add(next));
        counts[label] = number;
        return next;
    }

    /// <summary>A file's name without its endings.</summary>
    public static string OfFile(string path)
    {
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        string stem = name;
        while (KnownEndings.FirstOrDefault(e => stem.Length > e.Length && stem.EndsWith(e, StringComparison.OrdinalIgnoreCase)) is { } ending) stem = stem[..^ending.Length];
        if (stem.Length == name.Length && Path.GetExtension(name) is { Length: > 1 and <= 6 } other && other.Length < name.Length && other.Skip(1).All(char.IsAsciiLetterOrDigit)) stem = name[..^other.Length];
        return stem.Length == 0 ? name : stem;
    }
}
