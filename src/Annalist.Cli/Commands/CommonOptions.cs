using System.CommandLine;
using System.Globalization;
using Annalist.Cli.Output;
using Annalist.Store;

namespace Annalist.Cli.Commands;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    /// <summary>The record.</summary>
    public static Option<string> Record() => new("--record", "-r") { Description = "The record: one SQLite file", HelpName = "FILE", DefaultValueFactory = _ => "annalist.db" };

    /// <summary>Number of threads.</summary>
    public static Option<int> Threads()
    {
        var option = new Option<int>("--threads", "-t") { Description = "Documents worked on at a time; the output is the same for any number", HelpName = "N", DefaultValueFactory = _ => 1 };
        option.Validators.Add(r =>
        {
            if (r.Tokens.Count == 1 && int.TryParse(r.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n is < 1 or > 256) r.AddError("--threads takes a number from 1 to 256.");
        });
        return option;
    }

    /// <summary>A format out of those that the command has.</summary>
    public static Option<string?> Format(params string[] formats)
    {
        var option = new Option<string?>("--format", "-f") { Description = "How results are written: " + string.Join(", ", formats), HelpName = string.Join('|', formats) };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }

    /// <summary>The format asked for, else a table on a terminal and lines of JSON elsewhere.</summary>
    public static OutputFormat FormatOf(ParseResult parsed, Option<string?> option, Host host) => parsed.GetValue(option) switch
    {
        "table" => OutputFormat.Table,
        "jsonl" => OutputFormat.Jsonl,
        "csv" => OutputFormat.Csv,
        "plover" => OutputFormat.Plover,
        _ => host.OutputIsTerminal ? OutputFormat.Table : OutputFormat.Jsonl,
    };

    /// <summary>An ISO day.</summary>
    public static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "YYYY-MM-DD",
        CustomParser = r =>
        {
            if (DateOnly.TryParseExact(r.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)) return day;
            r.AddError($"'{r.Tokens[0].Value}' is no day for {name}: write it as 2020-10-15.");
            return null;
        },
    };

    /// <summary>A moment; a day alone means its end, in UTC.</summary>
    public static Option<DateTimeOffset?> Moment(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DAY|MOMENT",
        CustomParser = r =>
        {
            string text = r.Tokens[0].Value;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)) return new DateTimeOffset(day.ToDateTime(new TimeOnly(23, 59, 59)), TimeSpan.Zero);
            if (DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment)) return moment;
            r.AddError($"'{text}' is no moment for {name}: write 2026-01-31 or 2026-01-31T12:00:00Z.");
            return null;
        },
    };

    /// <summary>Who gives a verdict.</summary>
    public static Option<string?> Author() => new("--author") { Description = "Who says so; without it the name in the environment's ANNALIST_AUTHOR", HelpName = "NAME" };

    /// <summary>How verdicts and corrections are taken.</summary>
    public static Option<string?> Review(string description)
    {
        var option = new Option<string?>("--review") { Description = description, HelpName = "corrected|coded|all" };
        option.AcceptOnlyFromAmong("corrected", "coded", "all");
        return option;
    }

    /// <summary>The view asked for, else the corrected one.</summary>
    public static Review ReviewOf(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) switch
    {
        "coded" => Store.Review.AsCoded,
        "all" => Store.Review.All,
        _ => Store.Review.Corrected,
    };

    /// <summary>Inputs.</summary>
    public static Argument<string[]> Inputs(bool needed)
    {
        Argument<string[]> inputs = new("INPUT")
        {
            Description = "Files, folders, archives or - for standard input",
            Arity = needed ? ArgumentArity.OneOrMore : ArgumentArity.ZeroOrMore,
        };
        inputs.Validators.Add(r =>
        {
            // What looks like an option and is no file is a slip of the keyboard.
            foreach (string token in r.Tokens.Select(t => t.Value).Where(t => t.Length > 1 && t[0] == '-' && !Path.Exists(t))) r.AddError($"there is no option '{token}'");
        });
        return inputs;
    }
}
