using Spectre.Console;
using Spectre.Console.Rendering;

namespace Annalist.Cli.Output;

/// <summary>Tables for people.</summary>
internal static class TableOutput
{
    // Longer cells make rows that no eye can follow; the whole sentence is one `show` away.
    private const int LongestCell = 240;

    /// <summary>Writes rows under a head; nothing but the head when there are none.</summary>
    /// <param name="host">Where to.</param>
    /// <param name="head">Names of the columns, with true where numbers stand.</param>
    /// <param name="rows">Cells.</param>
    public static void Write(Host host, IReadOnlyList<(string Name, bool IsNumber)> head, IEnumerable<IReadOnlyList<string?>> rows)
    {
        var table = new Table { Border = host.OutputIsTerminal ? TableBorder.Rounded : TableBorder.Simple, ShowRowSeparators = false, UseSafeBorder = true };
        foreach ((string name, bool isNumber) in head)
        {
            var column = new TableColumn(new Text(name, new Style(decoration: Decoration.Bold)));
            if (isNumber) column.RightAligned();
            if (name is "id" or "date" or "told" or "type" or "report" or "kind" or "count") column.NoWrap();
            table.AddColumn(column);
        }
        foreach (IReadOnlyList<string?> row in rows) table.AddRow(row.Select(c => (IRenderable)new Text(SafeText.Line(c, LongestCell))));
        Console(host).Write(table);
        host.Text.Flush();
    }

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
