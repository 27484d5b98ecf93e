using System.CommandLine;
using Annalist.Cli.Output;
using Annalist.Worlds;

namespace Annalist.Cli.Commands;

/// <summary><c>annalist may UZB host USA --at 2021-07-01</c></summary>
internal static class MayCommand
{
    public static Command Build(Host host)
    {
        Argument<string> bearer = new("WHO") { Description = "Code or name of who would act" };
        Argument<string> act = new("ACT") { Description = "A verb (host, join, leave, ally, aid, trade …), a type of event or a relation" };
        Argument<string?> toward = new("WHOM") { Description = "Code or name of the other side; without it anybody", Arity = ArgumentArity.ZeroOrOne };
        Option<string?> matter = new("--matter") { Description = "Words that narrow the act, as 'overflight'", HelpName = "WORDS" };
        Option<string?> purpose = new("--purpose") { Description = "What it would be for: a rule that leaves this purpose out does not bite", HelpName = "WORDS" };
        Option<string?> supposed = new("--if") { Description = "A tie supposed to be over or to be there: 'AAA member_of BBB ended', 'AAA member_of BBB'", HelpName = "TIE" };
        Option<string?> role = new("--as") { Description = "'recipient' when WHO would be at the receiving end", HelpName = "recipient" };
        role.AcceptOnlyFromAmong("recipient");
        var options = new WorldOptions();
        var command = new Command("may", "Says whether somebody may do something on a day: yes, no, only with whose consent, or unknown, with the rules and the reason.") { bearer, act, toward, matter, purpose, supposed, role };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            World world = World.Default;
            if (world.Acts.Find(parsed.GetValue(act)!) is not { } found)
            {
                throw new UseException($"'{SafeText.Line(parsed.GetValue(act), 40)}' is no act", $"use one of {string.Join(' ', world.Acts.Verbs)}, a type of event or a relation");
            }
            var question = new MayQuestion
            {
                Bearer = CodeArgument.Resolve(world, parsed.GetValue(bearer)!),
                Act = found.Act,
                Toward = parsed.GetValue(toward) is { } other ? CodeArgument.Resolve(world, other) : null,
                At = options.At(parsed),
                Matter = parsed.GetValue(matter) ?? found.Matter,
                Purpose = parsed.GetValue(purpose),
                AsRecipient = parsed.GetValue(role) is not null || found.AsRecipient,
                If = parsed.GetValue(supposed) is { } tie ? Supposition.Parse(tie) ?? throw new UseException($"'{SafeText.Line(tie, 60)}' is no tie", "write it as 'AAA member_of BBB ended' or 'AAA member_of BBB'") : null,
            };
            Ruling ruling = new Questions(options.View(parsed)).May(question);
            OutputFormat format = options.Format(parsed, host);
            if (format == OutputFormat.Table) RulingOutput.Write(host, world.Acts, question, ruling);
            else AnswerOutput.Write(host, [Answer.Of(ruling, question.At)], format);
            return ExitCodes.Done;
        });
        return command;
    }
}
