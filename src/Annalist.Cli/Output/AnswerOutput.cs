using System.Globalization;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Cli.Output;

/// <summary>Answers of the world in the format asked for.</summary>
internal static class AnswerOutput
{
    private const int MostLines = 40;
    private static readonly string[] LineHead = ["role", "kind", "what", "standing", "why", "source", "receipt"];

    /// <summary>Writes answers.</summary>
    public static void Write(Host host, IEnumerable<Answer> answers, OutputFormat format)
    {
        switch (format)
        {
            case OutputFormat.Jsonl:
                foreach (Answer a in answers) host.Text.Write(AnswerJson.Write(a) + "\n");
                break;
            case OutputFormat.Csv:
                using (var csv = new CsvOutput(host))
                {
                    csv.Head(["answer", "told", "answer_standing", "reason", .. LineHead]);
                    foreach (Answer a in answers)
                    {
                        (string?, bool)[] first = [(Value(a.Value), false), (a.Told is null ? null : Value(a.Told), false), (a.Standing is { } s ? Codes.Of(s) : null, false), (a.Reason, false)];
                        if (a.Lines.Count == 0) csv.Row([.. first, .. LineHead.Select(_ => ((string?)null, false))]);
                        foreach (AnswerLine l in a.Lines) csv.Row([.. first, .. Cells(l).Select(c => (c, false))]);
                    }
                }
                break;
            default:
                foreach (Answer a in answers)
                {
                    Head(host, Value(a.Value) + (a.Standing is { } s ? $"  ({Codes.Of(s)})" : ""));
                    if (a.Members is not null) Line(host, "that is " + string.Join(", ", a.Members));
                    if (a.Told is not null) Line(host, "told otherwise: " + Value(a.Told));
                    Line(host, a.Reason);
                    foreach (IGrouping<string, AnswerLine> role in a.Lines.GroupBy(l => l.Role)) Section(host, role.Key, [.. role]);
                }
                break;
        }
        host.Text.Flush();
    }

    /// <summary>Writes facts as a list: a table, lines of JSON, or CSV.</summary>
    public static void WriteList(Host host, IReadOnlyList<AnswerLine> lines, OutputFormat format, Func<AnswerLine, string> say)
    {
        if (format != OutputFormat.Table)
        {
            WriteLines(host, lines.Select(l => ("", l)), format, null);
            return;
        }
        TableOutput.Write(host, [("what", false), ("standing", false), ("receipt", false)], lines.Select(l => (IReadOnlyList<string?>)[say(l), Codes.Of(l.Standing), Receipt(l.Receipt)]));
        host.Text.Flush();
    }

    /// <summary>Writes facts a line each, with a group in front when it has a name.</summary>
    public static void WriteLines(Host host, IEnumerable<(string Group, AnswerLine Line)> lines, OutputFormat format, string? group)
    {
        if (format == OutputFormat.Jsonl)
        {
            foreach ((string g, AnswerLine l) in lines) host.Text.Write(AnswerJson.Write(l, group is null ? null : [(group, g)]) + "\n");
        }
        else
        {
            using var csv = new CsvOutput(host);
            csv.Head(group is null ? LineHead : [group, .. LineHead]);
            foreach ((string g, AnswerLine l) in lines) csv.Row([.. group is null ? [] : new (string?, bool)[] { (g, false) }, .. Cells(l).Select(c => (c, false))]);
        }
        host.Text.Flush();
    }

    /// <summary>A line in bold where colours are.</summary>
    public static void Head(Host host, string text) => host.Text.Write((host.Colour ? "\u001b[1m" : "") + SafeText.Line(text) + (host.Colour ? "\u001b[0m" : "") + "\n");

    /// <summary>A plain line, broken at the terminal's edge.</summary>
    public static void Line(Host host, string text, int indent = 0)
    {
        string blank = new(' ', indent);
        string rest = SafeText.Line(text);
        int room = Math.Max(30, host.Width - indent - 2);
        bool first = true;
        while (rest.Length > room)
        {
            int cut = rest.LastIndexOf(' ', room);
            if (cut <= 0) cut = room;
            host.Text.Write((first ? blank : blank + (indent > 0 ? "  " : "")) + rest[..cut].TrimEnd() + "\n");
            rest = rest[cut..].TrimStart();
            if (first && indent > 0) room -= 2;
            first = false;
        }
        host.Text.Write((first ? blank : blank + (indent > 0 ? "  " : "")) + rest + "\n");
    }

    /// <summary>A titled list of facts with their receipts.</summary>
    public static void Section(Host host, string title, IReadOnlyList<AnswerLine> lines)
    {
        host.Text.Write("\n");
        Head(host, $"{title.Replace('_', ' ')} ({lines.Count.ToString(CultureInfo.InvariantCulture)})");
        bool mixed = lines.Select(l => l.Role).Distinct().Skip(1).Any();
        foreach (AnswerLine l in lines.Take(MostLines))
        {
            string standing = l.Standing == Standing.Corroborated && l.Receipt.Layer == Layer.Pack ? "" : $" [{Codes.Of(l.Standing)}]";
            string role = mixed ? l.Role + ": " : "";
            string why = l.Why is null ? "" : l.Role is "rule" or "not_applied" ? "" : $"; {l.Why}";
            Line(host, $"{role}{(l.Role is "rule" or "not_applied" && l.Why is not null ? l.Why : FactFields.Say(l.Fact))}{standing}{why}  ({Receipt(l.Receipt)}{(l.Others.Count > 0 ? $"; {string.Join("; ", l.Others.Select(Receipt).Distinct().Take(3))}" : "")})", 2);
        }
        if (lines.Count > MostLines) Line(host, $"… and {lines.Count - MostLines} more: --format jsonl gives all", 2);
    }

    /// <summary>Where a fact is from, short: the pack's line with its source, or the outlet with the finding's id for <c>annalist show</c>.</summary>
    public static string Receipt(Worlds.Receipt r) => r.Layer == Layer.Pack ? $"{r.Pack}/{r.Line}, {r.Source}" : $"{r.Outlet ?? r.Report}{(r.Told is { } d ? ", " + Columns.Day(d) : "")}, {r.Finding}";

    /// <summary>A value in words.</summary>
    public static string Value(object? value) => value switch
    {
        null => "unknown",
        bool b => b ? "yes" : "no",
        double d => Sayings.Number(d),
        IEnumerable<string> list => string.Join(", ", list),
        string s => s.Replace('_', ' '),
        _ => value.ToString() ?? "",
    };

    private static string?[] Cells(AnswerLine l) => [l.Role, FactFields.Kind(l.Fact), FactFields.Say(l.Fact), Codes.Of(l.Standing), l.Why, l.Receipt.Source, Receipt(l.Receipt)];
}
