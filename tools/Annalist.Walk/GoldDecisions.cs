using System.Text.Json;
using System.Text.Json.Nodes;

namespace Annalist.Walk;

/// <summary>What a careful person decides of a finding: it is right, it is right but for some fields, or it is not so.</summary>
internal enum Decision
{
    /// <summary>It says what the gold says.</summary>
    Accept,

    /// <summary>The same thing, with other parties or another status.</summary>
    Mend,

    /// <summary>The gold has nothing like it.</summary>
    Reject,

    /// <summary>It is of a kind that the gold does not have: it is let pass, and counted apart.</summary>
    Pass,
}

/// <summary>Gold records of one report, taken one after the other.</summary>
internal sealed class GoldDecisions
{
    private readonly List<JsonObject> open;

    private GoldDecisions(List<JsonObject> open) => this.open = open;

    /// <summary>Those that no finding has taken and that a coder must have.</summary>
    public IReadOnlyList<JsonObject> Missing => [.. open.Where(g => g["optional"]?.GetValue<bool>() != true)];

    public static GoldDecisions Load(string path) => new([.. File.ReadLines(path).Where(l => l.Length > 2).Select(l => JsonNode.Parse(l)!.AsObject()).Where(g => (string?)g["kind"] is "event" or "statement" or "tie" or "figure")]);

    /// <summary>Decides on a finding; a gold record is taken by the first finding that fits it.</summary>
    public (Decision Decision, JsonObject? Gold) On(JsonObject finding)
    {
        string kind = (string)finding["kind"]!;
        if (kind is not ("event" or "statement" or "tie" or "figure")) return (Decision.Pass, null);
        JsonObject[] like = [.. open.Where(g => (string?)g["kind"] == kind && SameSentence(g, finding) && SameCore(kind, g, finding))];
        JsonObject? gold = like.FirstOrDefault(g => Wrong(kind, g, finding).Count == 0) ?? like.FirstOrDefault();
        if (gold is null) return (Decision.Reject, null);
        open.Remove(gold);
        return (Wrong(kind, gold, finding).Count == 0 ? Decision.Accept : Decision.Mend, gold);
    }

    /// <summary>Fields in which a finding differs from its gold record, with what should stand there.</summary>
    public static IReadOnlyList<(string Field, string Value)> Wrong(string kind, JsonObject gold, JsonObject finding)
    {
        var wrong = new List<(string, string)>();
        if (kind == "event")
        {
            if (Text(gold, "status") != Text(finding, "status")) wrong.Add(("status", Text(gold, "status") ?? "occurred"));
            foreach (string side in new[] { "actors", "recipients" })
            {
                if (!Codes(gold, side).SequenceEqual(Codes(finding, side))) wrong.Add((side, string.Join("; ", gold[side]!.AsArray().Select(p => (string)p!["code"]!))));
            }
        }
        else if (kind == "statement" && Text(gold, "speaker_code") != Text(finding, "speaker_code"))
        {
            wrong.Add(("speaker_code", Text(gold, "speaker_code") ?? "UNK"));
        }
        return wrong;
    }

    // What makes it the same thing at all.
    private static bool SameCore(string kind, JsonObject gold, JsonObject finding) => kind switch
    {
        "event" => Text(gold, "type") == Text(finding, "type"),
        "statement" => Overlap(Text(gold, "content") ?? "", Text(finding, "content") ?? "") >= 0.5,
        "tie" => Text(gold, "relation") == Text(finding, "relation") && Text(gold, "subject") == Text(finding, "subject") && Text(gold, "object") == Text(finding, "object"),
        _ => Math.Abs((double)gold["value"]! - (double)finding["value"]!) <= 0.01 * Math.Abs((double)gold["value"]!),
    };

    private static bool SameSentence(JsonObject gold, JsonObject finding) => Same(Text(gold, "sentence") ?? "", Text(finding, "sentence") ?? "");

    /// <summary>True when one holds the other, spaces and quotation marks aside.</summary>
    public static bool Same(string a, string b)
    {
        string x = Fold(a), y = Fold(b);
        return x.Length > 0 && y.Length > 0 && (x.Contains(y, StringComparison.Ordinal) || y.Contains(x, StringComparison.Ordinal));
    }

    private static string Fold(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static double Overlap(string a, string b)
    {
        HashSet<string> x = [.. a.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)], y = [.. b.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        return x.Count == 0 || y.Count == 0 ? 0 : x.Intersect(y).Count() / (double)Math.Min(x.Count, y.Count);
    }

    public static string? Text(JsonObject o, string key) => o[key] is JsonValue v && v.GetValueKind() == JsonValueKind.String ? v.GetValue<string>() : null;

    private static IEnumerable<string> Codes(JsonObject o, string side) => o[side]?.AsArray().Select(p => (string)p!["code"]!).Distinct().Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>();
}
