using System.CommandLine;
using Annalist.Cli.Output;
using Annalist.Store;

namespace Annalist.Cli.Commands;

/// <summary><c>annalist show ID</c></summary>
internal static class ShowCommand
{
    public static Command Build(Host host)
    {
        Argument<string> id = new("ID") { Description = "Id of a finding, or the beginning of it" };
        Option<string> record = CommonOptions.Record();
        Option<string?> format = CommonOptions.Format("text", "jsonl");
        var command = new Command("show", "Shows one record with its receipt: the report's text with the words marked, the rule, the doubts.") { id, format, record };
        command.SetAction(parsed =>
        {
            string wanted = parsed.GetValue(id)!;
            if (wanted.Length == 0) throw new UseException("the id is empty", "annalist events lists ids");
            using RecordStore store = RecordStore.OpenExisting(parsed.GetValue(record)!);
            if (store.Show(wanted) is not { } shown)
            {
                host.Error.WriteLine($"annalist: no finding of {store.Path} begins with {SafeText.Line(wanted, 80)}");
                host.Error.WriteLine("  annalist events, statements, ties and figures list ids");
                return ExitCodes.SetAside;
            }
            if (parsed.GetValue(format) == "jsonl") host.Text.Write(FindingOutput.Line(shown.Stored) + "\n");
            else Receipt.Write(host.Text, shown, host.Colour);
            return ExitCodes.Done;
        });
        return command;
    }
}
