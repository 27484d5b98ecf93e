using System.CommandLine;
using System.Globalization;
using Annalist.Cli.Output;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Cli.Commands;

/// <summary><c>annalist expectations</c></summary>
internal static class ExpectationsCommand
{
    public static Command Build(Host host)
    {
        Option<string?> actor = new("--actor") { Description = "Concerns this actor", HelpName = "CODE" };
        Option<string?> by = new("--by") { Description = "Expected by; a part of the name is enough", HelpName = "NAME" };
        Option<string?> state = new("--state") { Description = "What has become of it: " + string.Join(' ', Codes.All<ExpectationState>()), HelpName = "STATE" };
        state.AcceptOnlyFromAmong([.. Codes.All<ExpectationState>()]);
        Option<string?> likelihood = new("--likelihood") { Description = "How likely the teller holds it to be: " + string.Join(' ', Codes.All<Likelihood>()), HelpName = "WORD" };
        likelihood.AcceptOnlyFromAmong([.. Codes.All<Likelihood>()]);
        var options = new WorldOptions();
        var command = new Command("expectations", "Lists what is expected, and what has become of it: open, triggered, fulfilled, lapsed, with the acts that show it.") { actor, by, state, likelihood };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            SystemView view = options.View(parsed);
            string? code = parsed.GetValue(actor) is { } given ? CodeArgument.Resolve(view.World, given) : null;
            ExpectationState? wanted = Codes.Parse<ExpectationState>(parsed.GetValue(state));
            Likelihood? likely = Codes.Parse<Likelihood>(parsed.GetValue(likelihood));
            string? name = parsed.GetValue(by);
            WatchedExpectation[] found =
            [
                .. new Watch(view).All(options.At(parsed)).Where(w => (code is null || w.Expectation.Fact.Actors.Contains(code)) && (wanted is null || w.State == wanted)
                    && (likely is null || w.Expectation.Fact.Likelihood == likely) && (name is null || w.Expectation.Fact.By?.Contains(name, StringComparison.OrdinalIgnoreCase) == true)),
            ];
            OutputFormat format = options.Format(parsed, host);
            if (format == OutputFormat.Jsonl)
            {
                foreach (WatchedExpectation w in found)
                {
                    host.Text.Write(AnswerJson.Write(AnswerLine.Of("basis", w.Expectation), [("state", Codes.Of(w.State)), ("since", Columns.Day(w.Since)), ("trigger", Act(w.Trigger)), ("outcome", Act(w.Outcome))]) + "\n");
                }
            }
            else if (format == OutputFormat.Csv)
            {
                using var csv = new CsvOutput(host);
                csv.Head(["state", "since", "by", "if", "then", "unless", "horizon", "likelihood", "actors", "trigger", "outcome", "standing", "receipt"]);
                foreach (WatchedExpectation w in found)
                {
                    WorldExpectation e = w.Expectation.Fact;
                    csv.Row([(Codes.Of(w.State), false), (Columns.Day(w.Since), false), (e.By, false), (e.If, false), (e.Then, false), (e.Unless, false), (Columns.Day(e.Horizon), false), (Codes.Of(e.Likelihood), false), (string.Join('|', e.Actors), false), (Act(w.Trigger), false), (Act(w.Outcome), false), (Codes.Of(w.Expectation.Standing), false), (AnswerOutput.Receipt(w.Expectation.Receipt), false)]);
                }
            }
            else
            {
                TableOutput.Write(host, [("state", false), ("since", false), ("what", false), ("receipt", false)],
                    found.Select(w => (IReadOnlyList<string?>)[Codes.Of(w.State), Columns.Day(w.Since), Sayings.Expectation(w.Expectation.Fact) + ((Act(w.Outcome) ?? Act(w.Trigger)) is { } act ? " — " + act : ""), AnswerOutput.Receipt(w.Expectation.Receipt)]));
            }
            host.Text.Flush();
            if (found.Length == 0) host.Error.WriteLine("no expectations match");
            return ExitCodes.Done;
        });
        return command;
    }

    private static string? Act(AnswerLine? line) => line is null ? null : string.Create(CultureInfo.InvariantCulture, $"{FactFields.Say(line.Fact)} ({AnswerOutput.Receipt(line.Receipt)})");
}
