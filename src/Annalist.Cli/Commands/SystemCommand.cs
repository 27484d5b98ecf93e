using System.CommandLine;
using System.Globalization;
using Annalist.Cli.Output;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Cli.Commands;

/// <summary><c>annalist system [NAME]</c></summary>
internal static class SystemCommand
{
    public static Command Build(Host host)
    {
        Argument<string?> name = new("NAME") { Description = "Code or name of an institution, state or project, or id of a dossier; without it all of them are listed", Arity = ArgumentArity.ZeroOrOne };
        Option<string?> pack = new("--pack") { Description = "Lists only what this pack brings", HelpName = "ID" };
        var options = new WorldOptions();
        var command = new Command("system", "Shows what is held on an institution, a state, a project or a dossier: ties, rules, commitments, figures, meetings, expectations, and what was read.") { name, pack };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            SystemView view = options.View(parsed);
            OutputFormat format = options.Format(parsed, host);
            if (parsed.GetValue(name) is not { } given)
            {
                List(host, view, parsed.GetValue(pack), options.At(parsed), format);
                return ExitCodes.Done;
            }
            string code = view.Dossiers.Any(d => d.Fact.Id == given) ? given : CodeArgument.Resolve(view.World, given);
            IReadOnlyList<(string Section, IReadOnlyList<AnswerLine> Lines)> sheet = new SystemSheet(view).Of(code, options.At(parsed))!;
            if (format == OutputFormat.Table) Text(host, view, code, sheet);
            else AnswerOutput.WriteLines(host, sheet.SelectMany(s => s.Lines.Select(l => (s.Section, l))), format, "section");
            return ExitCodes.Done;
        });
        return command;
    }

    private static void List(Host host, SystemView view, string? pack, DateOnly? at, OutputFormat format)
    {
        var roster = new Roster(view);
        var rows = new List<(string Code, string Kind, string Name, string? Level, string Areas, int Members, string? Founded)>();
        foreach (Actor a in view.World.Actors.Where(a => a.Kind is not (ActorKind.State or ActorKind.Territory or ActorKind.Movement) && (pack is null || a.Pack == pack)))
        {
            Institution? i = view.World.Institution(a.Code);
            rows.Add((a.Code, Codes.Of(a.Kind), a.Name, i?.Level, string.Join('|', i?.Areas ?? []), roster.Of(a.Code, at).Count, a.Founded is { } f ? f.From == f.To ? Columns.Day(f.From) : f.From.Year.ToString(CultureInfo.InvariantCulture) : null));
        }
        foreach (Held<Dossier> d in view.Dossiers.Where(d => pack is null || d.Receipt.Pack == pack)) rows.Add((d.Fact.Id, "dossier", d.Fact.Title, null, string.Join('|', d.Fact.Codes), 0, null));
        string[] head = ["code", "kind", "name", "level", "areas", "members", "founded"];
        switch (format)
        {
            case OutputFormat.Jsonl:
                foreach (var r in rows)
                {
                    host.Text.Write(AnswerJson.Write([("code", r.Code), ("kind", r.Kind), ("name", r.Name), ("level", r.Level), ("areas", r.Areas.Length == 0 ? [] : r.Areas.Split('|')), ("members", (double)r.Members), ("founded", r.Founded)]) + "\n");
                }
                break;
            case OutputFormat.Csv:
                using (var csv = new CsvOutput(host))
                {
                    csv.Head(head);
                    foreach (var r in rows) csv.Row([(r.Code, false), (r.Kind, false), (r.Name, false), (r.Level, false), (r.Areas, false), (r.Members.ToString(CultureInfo.InvariantCulture), true), (r.Founded, false)]);
                }
                break;
            default:
                TableOutput.Write(host, [.. head.Select(h => (h == "name" ? "title" : h, h == "members"))], rows.Select(r => (IReadOnlyList<string?>)[r.Code, r.Kind, r.Name, r.Level, r.Areas, r.Members == 0 ? "" : r.Members.ToString(CultureInfo.InvariantCulture), r.Founded]));
                break;
        }
        host.Text.Flush();
    }

    private static void Text(Host host, SystemView view, string code, IReadOnlyList<(string Section, IReadOnlyList<AnswerLine> Lines)> sheet)
    {
        Actor? actor = view.World.Actor(code);
        string title = actor?.Name ?? view.Dossiers.First(d => d.Fact.Id == code).Fact.Title;
        AnswerOutput.Head(host, $"{code}  {title}");
        if (actor is not null)
        {
            Institution? i = view.World.Institution(code);
            string[] facts =
            [
                .. new[] { Codes.Of(actor.Kind), actor.Founded is { } f ? "since " + (f.From == f.To ? Columns.Day(f.From) : f.ToString()) : null, actor.Ended is { } e ? "until " + (e.From == e.To ? Columns.Day(e.From) : e.ToString()) : null, i?.Level is { } level ? "meets at the level of " + level : null,
                    i?.Areas.Count > 0 ? string.Join(", ", i.Areas) : null, i?.DecidesBy is { } d ? "decides by " + d : null }.OfType<string>(),
            ];
            AnswerOutput.Line(host, string.Join(" · ", facts));
            if (i?.Note is { } note) AnswerOutput.Line(host, note);
        }
        foreach ((string section, IReadOnlyList<AnswerLine> lines) in sheet) AnswerOutput.Section(host, section, lines);
        host.Text.Flush();
    }
}
