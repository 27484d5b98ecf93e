using System.Text;

namespace Annalist.Cli;

/// <summary>Everything outside the program that a command touches, so that tests can stand in for it.</summary>
internal sealed class Host : IDisposable
{
    /// <summary>UTF-8 without a mark at the beginning; a lone half of a pair is written as U+FFFD.</summary>
    public static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private StreamWriter? text;

    /// <summary>Standard input.</summary>
    public required Stream Input { get; init; }

    /// <summary>Standard output: results, nothing else.</summary>
    public required Stream Output { get; init; }

    /// <summary>Standard error: all else.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>True when nobody has redirected standard input.</summary>
    public bool InputIsTerminal { get; init; }

    /// <summary>True when results go to a terminal.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>True when messages go to a terminal.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>True when results may be coloured.</summary>
    public bool Colour { get; init; }

    /// <summary>Columns of the terminal; 120 where there is none.</summary>
    public int Width { get; init; } = 120;

    /// <summary>Who gives verdicts where the line does not say; null when nobody is named.</summary>
    public string? Author { get; init; }

    /// <summary>Says when the record learns something.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The stages; loaded by the first command that needs them.</summary>
    public Engine Engine { get; init; } = new ProgramEngine();

    /// <summary>The folder of the user's own packs, as <see cref="Worlds.World.UserFolder"/>; asked for when it is needed.</summary>
    public Func<string?> OwnPacks { get; init; } = () => Worlds.World.UserFolder;

    /// <summary>Set by Ctrl-C.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Results as text: UTF-8, line feeds.</summary>
    public TextWriter Text => text ??= new StreamWriter(Output, Utf8, 1 << 16, leaveOpen: true) { NewLine = "\n" };

    /// <summary>Writes out what is still held.</summary>
    public void Dispose()
    {
        text?.Flush();
        Output.Flush();
        Error.Flush();
    }
}
