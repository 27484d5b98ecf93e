using System.CommandLine;
using System.Globalization;
using Annalist.Cli.Output;
using Annalist.Worlds;

namespace Annalist.Cli.Commands;

/// <summary><c>annalist who CSTO --at 2015-10-14</c></summary>
internal static class WhoCommand
{
    public static Command Build(Host host)
    {
        Argument<string> name = new("NAME") { Description = "Code or name of an organisation, format, group, treaty or project; of a state for those who hold its offices" };
        Option<bool> all = new("--all", "-a") { Description = "Observers, candidates, former ones and those who were only told too" };
        var options = new WorldOptions();
        var command = new Command("who", "Lists who belongs to an institution on a day, groups opened into states, each with its tie and source.") { name, all };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            string code = CodeArgument.Resolve(World.Default, parsed.GetValue(name)!);
            DateOnly? at = options.At(parsed);
            IReadOnlyList<MemberLine> lines = new Roster(options.View(parsed)).Of(code, at, parsed.GetValue(all));
            switch (options.Format(parsed, host))
            {
                case OutputFormat.Jsonl:
                    foreach (MemberLine l in lines) host.Text.Write(AnswerJson.Write(l.Line, [("code", l.Code), ("name", l.Name), ("as", l.As), ("through", l.Through)]) + "\n");
                    break;
                case OutputFormat.Csv:
                    using (var csv = new CsvOutput(host))
                    {
                        csv.Head(["code", "name", "as", "through", "from", "to", "phase", "standing", "source", "receipt"]);
                        foreach (MemberLine l in lines)
                        {
                            var t = (WorldTie)l.Line.Fact;
                            csv.Row([(l.Code, false), (l.Name, false), (l.As, false), (l.Through, false), (Iso(t.Period.From), false), (Iso(t.Period.To), false), (Model.Codes.Of(t.Phase), false), (Model.Codes.Of(l.Line.Standing), false), (l.Line.Receipt.Source, false), (AnswerOutput.Receipt(l.Line.Receipt), false)]);
                        }
                    }
                    break;
                default:
                    TableOutput.Write(host, [("code", false), ("name", false), ("as", false), ("through", false), ("what", false), ("standing", false), ("receipt", false)],
                        lines.Select(l => (IReadOnlyList<string?>)[l.Code, l.Name, l.As, l.Through, FactFields.Say(l.Line.Fact), Model.Codes.Of(l.Line.Standing), AnswerOutput.Receipt(l.Line.Receipt)]));
                    break;
            }
            host.Text.Flush();
            if (lines.Count == 0) host.Error.WriteLine($"nobody is known to belong to {code}{(at is { } day ? " on " + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : " without an end: ask for a day with --at")}");
            return ExitCodes.Done;
        });
        return command;
    }

    private static string? Iso(Model.DateRange? range) => range?.From == range?.To ? Columns.Day(range?.From) : range?.ToString();
}
