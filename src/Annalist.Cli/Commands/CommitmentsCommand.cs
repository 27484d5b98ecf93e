using System.CommandLine;
using Annalist.Cli.Output;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Cli.Commands;

/// <summary><c>annalist commitments</c></summary>
internal static class CommitmentsCommand
{
    public static Command Build(Host host)
    {
        Option<string?> by = new("--by") { Description = "Promised by", HelpName = "CODE" };
        Option<string?> toward = new("--toward") { Description = "Promised to", HelpName = "CODE" };
        Option<string?> act = new("--act") { Description = "The act promised: " + string.Join(' ', Codes.All<EventType>()), HelpName = "TYPE" };
        act.AcceptOnlyFromAmong([.. Codes.All<EventType>()]);
        Option<string?> stage = new("--stage") { Description = "Its stage on the day: " + string.Join(' ', Codes.All<CommitmentStage>()), HelpName = "STAGE" };
        stage.AcceptOnlyFromAmong([.. Codes.All<CommitmentStage>()]);
        Option<DateOnly?> due = CommonOptions.Day("--due-by", "Due by this day, and not delivered");
        var options = new WorldOptions();
        var command = new Command("commitments", "Lists what was promised, by whom to whom, with every move of it and its receipt.") { by, toward, act, stage, due };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            SystemView view = options.View(parsed);
            DateOnly? at = options.At(parsed);
            string? Code(Option<string?> o) => parsed.GetValue(o) is { } given ? CodeArgument.Resolve(view.World, given) : null;
            var filter = new CommitmentFilter
            {
                By = Code(by),
                Toward = Code(toward),
                Act = Codes.Parse<EventType>(parsed.GetValue(act)),
                Stage = Codes.Parse<CommitmentStage>(parsed.GetValue(stage)),
                DueBy = parsed.GetValue(due),
                At = at,
            };
            IReadOnlyList<AnswerLine> lines = filter.Of(view);
            AnswerOutput.WriteList(host, lines, options.Format(parsed, host), l => Sayings.Commitment((WorldCommitment)l.Fact, at));
            if (lines.Count == 0) host.Error.WriteLine("no commitments match");
            return ExitCodes.Done;
        });
        return command;
    }
}
