using System.CommandLine;
using Annalist.Ingest;

namespace Annalist.Cli.Commands;

/// <summary><c>annalist parse</c>: only the analysis, as CoNLL-U.</summary>
internal static class ParseCommand
{
    public static Command Build(Host host)
    {
        Argument<string[]> inputs = CommonOptions.Inputs(needed: false);
        Option<string?> conllu = new("--conllu") { Description = "Take words and sentence bounds from this file and predict all else", HelpName = "FILE" };
        var command = new Command("parse", "Writes sentences, words, tags and trees as CoNLL-U.") { inputs, conllu };
        command.SetAction(parsed =>
        {
            string[] given = parsed.GetValue(inputs) ?? [];
            string? file = parsed.GetValue(conllu);
            if (file is not null && given.Length > 0) throw new UseException("INPUT and --conllu cannot be given together", "give one of them");
            if (file is not null) return Words(host, file);
            if (given.Length == 0)
            {
                if (host.InputIsTerminal) throw new UseException("nothing to parse", "give files, - for standard input, or --conllu FILE");
                given = ["-"];
            }
            return Texts(host, given);
        });
        return command;
    }

    private static int Words(Host host, string file)
    {
        using StreamReader reader = Files.OpenText(host, file);
        try
        {
            host.Engine.ParseWords(reader, host.Text);
            return ExitCodes.Done;
        }
        catch (FormatException e)
        {
            return Rejections.Tell(host, [new RejectedInput(file, null, e.Message, ConlluText.Remedy)]);
        }
    }

    // Of standard input the text is taken as it is: who pipes a sentence wants that sentence.
    private static int Texts(Host host, string[] inputs)
    {
        if (inputs is ["-"])
        {
            using StreamReader reader = Files.OpenText(host, "-");
            host.Engine.Parse(reader.ReadToEnd(), host.Text, "");
            return ExitCodes.Done;
        }
        var rejected = new List<RejectedInput>();
        foreach (ReadResult input in host.Engine.Read(inputs, host.Input))
        {
            host.Stop.ThrowIfCancellationRequested();
            if (input is RejectedInput r) rejected.Add(r);
            else if (input is SourceDocument d) host.Engine.Parse(host.Engine.Extract(d).Text, host.Text, d.Label + "-");
        }
        return Rejections.Tell(host, rejected);
    }
}
