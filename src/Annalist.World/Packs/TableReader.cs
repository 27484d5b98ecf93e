using System.Globalization;
using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>What the readers of a pack's tables share: rows into records, cells into values, a fault for each that cannot be used.</summary>
internal abstract class TableReader(string folder, List<PackFault> faults, Dictionary<object, PackRow> rows)
{
    /// <summary>The pack's folder.</summary>
    protected string Folder { get; } = folder;

    /// <summary>Gets what is wrong.</summary>
    protected List<PackFault> Faults { get; } = faults;

    /// <summary>Gets the row of each record, by reference.</summary>
    protected Dictionary<object, PackRow> Rows { get; } = rows;

    protected List<T> Table<T>(string name, Func<PackRow, T?> make, bool needed = false) where T : class
    {
        string file = Path.Combine(Folder, name);
        var made = new List<T>();
        if (!File.Exists(file))
        {
            if (needed) Faults.Add(new(file, 0, PackFaultIds.TableMissing, $"the pack has no {name}.", "Add it; a header alone will do.", Severity.Error));
            return made;
        }
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (PackRow row in PackTable.Read(file, PackFormat.Of(name).Columns, Faults).Rows)
        {
            if (!seen.TryAdd(row.Whole, row.Line))
            {
                Fault(row, PackFaultIds.LineDoubled, $"the line stands on line {seen[row.Whole]} already.", "Delete one of the two.", Severity.Warning);
            }
            if (row["source"].Length == 0) Fault(row, PackFaultIds.SourceMissing, "the line names no source.", "Name a document, or write 'general knowledge'.");
            if (make(row) is not { } fact) continue;
            Rows[fact] = row;
            made.Add(fact);
        }
        return made;
    }

    protected bool NameFilled(PackRow r)
    {
        if (r["name"].Length > 0) return true;
        Fault(r, PackFaultIds.NameEmpty, "the name is empty.", "Write the name, or delete the line.");
        return false;
    }

    protected bool Filled(PackRow r, string column)
    {
        if (r[column].Length > 0) return true;
        Fault(r, PackFaultIds.CellEmpty, $"the cell '{column}' is empty.", "Fill it, or delete the line.");
        return false;
    }

    protected Sector? Sector(PackRow r)
    {
        string cell = r["sector"];
        return cell.Length == 0 ? null : Spelled<Sector>(r, "sector", PackFaultIds.SectorUnknown);
    }

    protected T? Spelled<T>(PackRow r, string column, string id) where T : struct, Enum
    {
        T? value = Codes.Parse<T>(r[column]);
        if (value is null) Fault(r, id, $"'{r[column]}' is no {column}.", $"Use one of {string.Join(' ', Codes.All<T>())}.");
        return value;
    }

    protected Period Period(PackRow r, string fromColumn, string toColumn)
    {
        DateRange? from = Day(r, fromColumn), to = Day(r, toColumn);
        if (from is { } f && to is { } t && f.From > t.To)
        {
            Fault(r, PackFaultIds.DaysReversed, $"'{fromColumn}' ({r[fromColumn]}) is after '{toColumn}' ({r[toColumn]}).", "Mend one of the two.");
        }
        return new Period(from, to);
    }

    protected DateRange? Day(PackRow r, string column)
    {
        string cell = r[column];
        if (cell.Length == 0) return null;
        DateRange? day = PackDay.Parse(cell);
        if (day is null) Fault(r, PackFaultIds.DayBad, $"'{cell}' in '{column}' is no day.", "Write YYYY, YYYY-MM or YYYY-MM-DD of the calendar, or leave it empty.");
        return day;
    }

    protected void Fault(PackRow row, string id, string message, string remedy, Severity severity = Severity.Error) => Faults.Add(new(row.File, row.Line, id, message, remedy, severity));

    protected List<string> Variants(PackRow r)
    {
        string cell = r["variants"];
        if (cell.Length == 0) return [];
        string[] parts = cell.Split('|', StringSplitOptions.TrimEntries);
        if (parts.Contains("")) Fault(r, PackFaultIds.NameEmpty, "one of the variants is empty.", "Delete the stray '|'.", Severity.Warning);
        return [.. parts.Where(p => p.Length > 0)];
    }

    /// <summary>The cell, or null when it is empty.</summary>
    protected static string? Cell(PackRow r, string column) => r[column].Length == 0 ? null : r[column];

    /// <summary>The values of a cell that may hold several, separated by <c>|</c>.</summary>
    protected List<string> Several(PackRow r, string column)
    {
        string cell = r[column];
        if (cell.Length == 0) return [];
        string[] parts = cell.Split('|', StringSplitOptions.TrimEntries);
        if (parts.Contains("")) Fault(r, PackFaultIds.CellEmpty, $"one of the values in '{column}' is empty.", "Delete the stray '|'.", Severity.Warning);
        return [.. parts.Where(p => p.Length > 0)];
    }

    /// <summary>A plain number; null when the cell is empty or holds none (a fault).</summary>
    protected double? Number(PackRow r, string column)
    {
        string cell = r[column];
        if (cell.Length == 0) return null;
        if (double.TryParse(cell, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)) return number;
        Fault(r, PackFaultIds.NumberBad, $"'{cell}' in '{column}' is no number.", "Write plain digits with a point, as 80600000000 or 2.8.");
        return null;
    }

    /// <summary>The value when it is one of the list; null when the cell is empty or holds another (a fault).</summary>
    protected string? OneOf(PackRow r, string column, IReadOnlyList<string> known)
    {
        string? cell = Cell(r, column);
        if (cell is null || known.Contains(cell)) return cell;
        Fault(r, PackFaultIds.WordUnknown, $"'{cell}' is no {column}.", $"Use one of {string.Join(' ', known)}.");
        return null;
    }
}
