using Spectre.Console;
using Spectre.Console.Rendering;

namespace Annalist.Cli.Output;

/// <summary>Tables for people.</summary>
internal static class TableOutput
{
    // One finding, one line: an eye that runs down a table must not lose its row. The whole sentence is one `show` away.
    private const int LongestCell = 30;
    private const int ShortestText = 24;
    private const int ShortestCell = 8;

    /// <summary>Writes rows under a head; nothing but the head when there are none.</summary>
    /// <param name="host">Where to.</param>
    /// <param name="head">Names of the columns, with true where numbers stand.</param>
    /// <param name="rows">Cells.</param>
    public static void Write(Host host, IReadOnlyList<(string Name, bool IsNumber)> head, IEnumerable<IReadOnlyList<string?>> rows)
    {
        List<IReadOnlyList<string?>> all = [.. rows];
        int texts = head.Count(h => IsText(h.Name));
        int[] widest = [.. head.Select((h, i) => Math.Max(h.Name.Length, all.Count == 0 ? 0 : all.Max(r => r[i]?.Length ?? 0)))];
        int cap = LongestCell;
        int Left() => host.Width - head.Select((h, i) => IsText(h.Name) ? 0 : h.Name == "id" ? widest[i] : Math.Min(cap, widest[i])).Sum() - (3 * head.Count) - 2;
        while (Left() < texts * ShortestText && cap > ShortestCell) cap--;
        int text = Math.Max(ShortestText, texts == 0 ? 0 : Left() / texts);
        int Room(int column) => IsText(head[column].Name) ? text : head[column].Name == "id" ? widest[column] : cap;
        var table = new Table { Border = host.OutputIsTerminal ? TableBorder.Rounded : TableBorder.Simple, ShowRowSeparators = false, UseSafeBorder = true };
        foreach ((string name, bool isNumber) in head)
        {
            var column = new TableColumn(new Text(name, new Style(decoration: Decoration.Bold)));
            if (isNumber) column.RightAligned();
            column.NoWrap();
            table.AddColumn(column);
        }
        foreach (IReadOnlyList<string?> row in all) table.AddRow(row.Select((c, i) => (IRenderable)new Text(SafeText.Line(c, Math.Max(1, Room(i)))) { Overflow = Overflow.Ellipsis }));
        Console(host).Write(table);
        host.Text.Flush();
    }

    /// <summary>Columns that take what room the others leave.</summary>
    private static bool IsText(string name) => name is "sentence" or "what" or "title" or "reason";

    /// <summary>A Spectre console over standard output.</summary>
    public static IAnsiConsole Console(Host host)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = host.Colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = host.Colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(host.Text),
        });
        console.Profile.Width = host.Width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
