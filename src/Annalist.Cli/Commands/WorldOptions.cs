using System.CommandLine;
using Annalist.Analysis;
using Annalist.Store;
using Annalist.Worlds;

namespace Annalist.Cli.Commands;

/// <summary>What the commands that ask the world share: the record to lay over the packs, the day, the moment of knowledge, the format.</summary>
internal sealed class WorldOptions
{
    private readonly Option<string> record = new("--record", "-r") { Description = "The record whose readings are laid over the packs; without it annalist.db where there is one, else the packs alone", HelpName = "FILE", DefaultValueFactory = _ => "annalist.db" };
    private readonly Option<DateOnly?> at = CommonOptions.Day("--at", "The world on this day; without it what has no end");
    private readonly Option<DateTimeOffset?> asOf = CommonOptions.Moment("--as-of", "What was known then: later readings, verdicts and packs are left out");
    private readonly Option<string?> format = CommonOptions.Format("table", "jsonl", "csv");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(at);
        command.Add(asOf);
        command.Add(format);
        command.Add(record);
    }

    /// <summary>The day asked for.</summary>
    public DateOnly? At(ParseResult parsed) => parsed.GetValue(at);

    /// <summary>The format.</summary>
    public Output.OutputFormat Format(ParseResult parsed, Host host) => CommonOptions.FormatOf(parsed, format, host);

    /// <summary>The view over packs and record.</summary>
    /// <exception cref="RecordException">The record that was named is not there or cannot be read.</exception>
    public SystemView View(ParseResult parsed)
    {
        string path = parsed.GetValue(record)!;
        bool named = parsed.GetResult(record) is { Implicit: false };
        if (!named && !File.Exists(path)) return SystemView.Of(World.Default, null, parsed.GetValue(asOf));
        using RecordStore store = RecordStore.OpenExisting(path);
        return SystemView.Of(World.Default, RecordWorld.Load(store, parsed.GetValue(asOf)), parsed.GetValue(asOf));
    }
}
