using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;
using System.Runtime.InteropServices;
using Annalist.Cli.Commands;
using Annalist.Store;

namespace Annalist.Cli;

/// <summary>The program: its commands, and what becomes of errors.</summary>
internal static class Application
{
    /// <summary>Runs over the process's own console.</summary>
    public static int RunOnConsole(string[] args)
    {
        using var stop = new CancellationTokenSource();
        ConsoleCancelEventHandler onCancel = (_, e) =>
        {
            // The second one ends the process at once.
            e.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        };
        Console.CancelKeyPress += onCancel;
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, c =>
        {
            c.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        });
        try
        {
            using var error = new StreamWriter(Console.OpenStandardError(), Host.Utf8) { AutoFlush = true, NewLine = "\n" };
            bool outputIsTerminal = !Console.IsOutputRedirected;
            using var host = new Host
            {
                Input = Console.OpenStandardInput(),
                Output = Console.OpenStandardOutput(),
                Error = error,
                InputIsTerminal = !Console.IsInputRedirected,
                OutputIsTerminal = outputIsTerminal,
                ErrorIsTerminal = !Console.IsErrorRedirected,
                Colour = outputIsTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb",
                Width = outputIsTerminal ? Math.Max(60, Console.WindowWidth) : int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out int columns) ? Math.Clamp(columns, 60, 1000) : 160,
                Author = Environment.GetEnvironmentVariable("ANNALIST_AUTHOR") is { Length: > 0 } author ? author : null,
                Stop = stop.Token,
            };
            return Run(args, host);
        }
        catch (IOException)
        {
            // Who reads our output has closed it, as `head` does: nothing more to say.
            return ExitCodes.Done;
        }
        finally
        {
            Console.CancelKeyPress -= onCancel;
        }
    }

    /// <summary>Runs one command line.</summary>
    /// <returns>The exit code (<see cref="ExitCodes"/>).</returns>
    public static int Run(string[] args, Host host)
    {
        RootCommand root = Build(host);
        // A file whose name begins with @ is a file, not a list of arguments.
        ParseResult parsed = root.Parse(args.Length == 0 ? ["--help"] : args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        // Help is given whatever else is wrong with the line.
        if (parsed.Errors.Count > 0 && parsed.Action is null or ParseErrorAction)
        {
            foreach (string message in parsed.Errors.Select(e => e.Message).Distinct()) host.Error.WriteLine("annalist: " + message);
            host.Error.WriteLine($"See 'annalist {CommandName(parsed)}--help'.");
            return ExitCodes.WrongUse;
        }
        return Failures.Guard(host, () => parsed.Invoke(new InvocationConfiguration { Output = host.Text, Error = host.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }));
    }

    private static RootCommand Build(Host host)
    {
        var root = new RootCommand("Reads news and records who did what to whom, who said what, what holds and what was counted, each with its receipt; holds the system of international relations and answers who, may and what was promised at any date.")
        {
            DemoCommand.Build(host),
            ReadCommand.Build(host),
            CodeCommand.Build(host),
            ExtractCommand.Build(host),
            ParseCommand.Build(host),
            FindingsCommand.Build(host, "event", "events", "Lists who did what to whom."),
            FindingsCommand.Build(host, "statement", "statements", "Lists who said what."),
            FindingsCommand.Build(host, "tie", "ties", "Lists what holds between actors: memberships, alliances, bases, offices."),
            FindingsCommand.Build(host, "figure", "figures", "Lists what was counted: trade, aid, troops."),
            ReportsCommand.Build(host),
            ShowCommand.Build(host),
            MayCommand.Build(host),
            WhoCommand.Build(host),
            SystemCommand.Build(host),
            CommitmentsCommand.Build(host),
            ExpectationsCommand.Build(host),
            AskCommand.Build(host),
            JudgeCommand.Build(host, Judgement.Accepted, "accept", "Says that findings are so; no later coding takes that away."),
            JudgeCommand.Build(host, Judgement.Rejected, "reject", "Says that findings are not so, or not what the report says."),
            JudgeCommand.Build(host, Judgement.Withdrawn, "withdraw", "Takes back what was said of findings."),
            VerdictsCommand.Build(host),
            ReviewCommand.Build(host),
            EvalCommand.Build(host),
            ServeCommand.Build(host),
            PacksCommand.Build(host),
        };
        foreach (Option option in root.Options)
        {
            if (option is HelpOption { Action: HelpAction action } help) help.Action = new HelpWithExamples(action);
        }
        return root;
    }

    private static string CommandName(ParseResult parsed) => parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ";

    /// <summary>The usual help, then the command's examples.</summary>
    private sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            int code = usual.Invoke(parseResult);
            Command command = parseResult.CommandResult.Command;
            TextWriter output = parseResult.InvocationConfiguration.Output;
            foreach (string line in Examples.Of(command is RootCommand ? "annalist" : command.Name)) output.WriteLine(line);
            return code;
        }
    }
}
