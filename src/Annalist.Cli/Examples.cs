namespace Annalist.Cli;

/// <summary>The examples under a command's help, from Help/examples.txt: below a line with the command's name in brackets.</summary>
internal static class Examples
{
    /// <summary>The lines of a command; none when it has none.</summary>
    public static IReadOnlyList<string> Of(string command)
    {
        using Stream stream = typeof(Examples).Assembly.GetManifestResourceStream("examples.txt")!;
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        bool inside = false;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('[')) inside = line == $"[{command}]";
            else if (inside) lines.Add(line);
        }
        return lines;
    }
}
