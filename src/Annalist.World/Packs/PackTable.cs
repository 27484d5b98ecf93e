using System.Text;
using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>One tab-separated table of a pack: its lines as rows that know their place. Comments and blank lines are left out.</summary>
public sealed class PackTable
{
    private PackTable(string file, IReadOnlyList<PackRow> rows)
    {
        File = file;
        Rows = rows;
    }

    /// <summary>The file as found, with its folder.</summary>
    public string File { get; }

    /// <summary>The rows in order. A row with a wrong number of cells is a fault and is left out.</summary>
    public IReadOnlyList<PackRow> Rows { get; }

    /// <summary>Reads a table.</summary>
    /// <param name="file">The file.</param>
    /// <param name="columns">All columns that the format knows; the header must name each of them, in any order.</param>
    /// <param name="faults">Gets what is wrong.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static PackTable Read(string file, IReadOnlyList<string> columns, ICollection<PackFault> faults)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(faults);
        var rows = new List<PackRow>();
        string[]? header = null;
        int[] order = [];
        int line = 0;
        foreach (string text in Lines(file, faults))
        {
            line++;
            if (text.Length == 0 || text[0] == '#') continue;
            string[] cells = text.Split('\t');
            if (header is null)
            {
                header = cells;
                order = Header(file, line, cells, columns, faults);
                continue;
            }
            if (cells.Length != header.Length)
            {
                faults.Add(new(file, line, PackFaultIds.CellCount, $"{cells.Length} cells under a header of {header.Length}.", "Separate the cells with single tabs, also the empty ones.", Severity.Error));
                continue;
            }
            for (int i = 0; i < cells.Length; i++)
            {
                string trimmed = cells[i].Trim(' ');
                if (trimmed.Length == cells[i].Length) continue;
                faults.Add(new(file, line, PackFaultIds.StraySpace, $"the cell '{header[i]}' begins or ends with a space.", "Delete the space.", Severity.Warning));
                cells[i] = trimmed;
            }
            rows.Add(new PackRow(file, line, columns, order, cells));
        }
        if (header is null) Header(file, 1, [], columns, faults);
        return new PackTable(file, rows);
    }

    private static int[] Header(string file, int line, string[] cells, IReadOnlyList<string> columns, ICollection<PackFault> faults)
    {
        foreach (string cell in cells.Where(c => !columns.Contains(c)))
        {
            faults.Add(new(file, line, PackFaultIds.ColumnUnknown, $"the column '{cell}' is not known.", $"Use the columns {string.Join(' ', columns)}.", Severity.Error));
        }
        foreach (string column in columns.Where(c => !cells.Contains(c)))
        {
            faults.Add(new(file, line, PackFaultIds.ColumnMissing, $"the column '{column}' is missing.", "Add it to the header; its cells may be empty unless the format says otherwise.", Severity.Error));
        }
        return [.. columns.Select(c => Array.IndexOf(cells, c))];
    }

    /// <summary>The lines of the file, with a fault for each that is not clean UTF-8 text.</summary>
    private static List<string> Lines(string file, ICollection<PackFault> faults)
    {
        byte[] bytes = System.IO.File.ReadAllBytes(file);
        int start = bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        var strict = new UTF8Encoding(false, true);
        var lines = new List<string>();
        while (start < bytes.Length)
        {
            int length = bytes.AsSpan(start).IndexOf((byte)'\n');
            int end = length < 0 ? bytes.Length : start + length;
            int last = end > start && bytes[end - 1] == (byte)'\r' ? end - 1 : end;
            string text;
            try
            {
                text = strict.GetString(bytes, start, last - start);
            }
            catch (DecoderFallbackException)
            {
                text = Encoding.UTF8.GetString(bytes, start, last - start);
                faults.Add(new(file, lines.Count + 1, PackFaultIds.NotUtf8, "the line holds bytes that are not UTF-8.", "Save the file as UTF-8.", Severity.Error));
            }
            if (last != end || text.Any(c => c != '\t' && char.IsControl(c)))
            {
                faults.Add(new(file, lines.Count + 1, PackFaultIds.ControlCharacter, "the line holds a carriage return or another control character.", "End lines with a line feed alone and delete control characters.", Severity.Warning));
            }
            lines.Add(text);
            start = end + 1;
        }
        return lines;
    }
}
