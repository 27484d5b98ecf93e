using System.Text;
using Annalist.Cli;
using Annalist.Tests.Store;

namespace Annalist.Tests.Cli;

/// <summary>Runs command lines in this process, in a folder of their own, with stages that need no data.</summary>
internal sealed class CommandLine : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public string Record => folder.File("annalist.db");

    /// <summary>The folder of the user's own packs; null for none.</summary>
    public string? OwnPacks { get; set; }

    /// <summary>The author that the environment names; null for none.</summary>
    public string? Author { get; set; }

    /// <summary>The stages that commands run.</summary>
    public Engine Stages { get; set; } = new LineEngine();

    public string File(string name) => folder.File(name);

    public string Write(string name, string text)
    {
        System.IO.File.WriteAllText(File(name), text);
        return File(name);
    }

    public Result Run(params string[] args) => Run("", terminal: false, args);

    public Result OnTerminal(params string[] args) => Run("", terminal: true, args);

    public Result Run(string input, bool terminal, string[] args, CancellationToken stop = default)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        using var host = new Host
        {
            Input = new MemoryStream(Encoding.UTF8.GetBytes(input)),
            Output = output,
            Error = error,
            OutputIsTerminal = terminal,
            Colour = terminal,
            InputIsTerminal = terminal,
            Engine = Stages,
            Author = Author,
            Clock = new FixedClock(),
            OwnPacks = () => OwnPacks,
            Stop = stop,
        };
        int code = Application.Run(args, host);
        host.Text.Flush();
        return new Result(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString(), output.ToArray());
    }

    public void Dispose() => folder.Dispose();

    internal sealed record Result(int Code, string Out, string Error, byte[] Bytes)
    {
        public string[] Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    }
}
