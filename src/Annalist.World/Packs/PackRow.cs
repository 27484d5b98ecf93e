using System.Globalization;

namespace Annalist.Worlds;

/// <summary>One line of a pack's table.</summary>
public sealed class PackRow
{
    private readonly IReadOnlyList<string> columns;
    private readonly int[] order;
    private readonly string[] cells;

    internal PackRow(string file, int line, IReadOnlyList<string> columns, int[] order, string[] cells)
    {
        File = file;
        Line = line;
        this.columns = columns;
        this.order = order;
        this.cells = cells;
    }

    /// <summary>The file as found, with its folder.</summary>
    public string File { get; }

    /// <summary>Line in the file, from 1.</summary>
    public int Line { get; }

    /// <summary>The cell of a column; empty when the cell is, or when the header lacks the column.</summary>
    /// <exception cref="ArgumentException">The format knows no such column.</exception>
    public string this[string column]
    {
        get
        {
            for (int i = 0; i < columns.Count; i++)
            {
                if (columns[i] == column) return order[i] < 0 ? "" : cells[order[i]];
            }
            throw new ArgumentException($"'{column}' is no column of {File}", nameof(column));
        }
    }

    /// <summary>The file's name and the line, <c>rules.tsv:12</c>.</summary>
    public string Place => Path.GetFileName(File) + ":" + Line.ToString(CultureInfo.InvariantCulture);

    /// <summary>All cells joined, to tell whether two lines say the same.</summary>
    internal string Whole => string.Join('\t', cells);
}
