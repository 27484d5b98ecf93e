using System.Globalization;
using System.Text.Json;
using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>
/// A question in the plain machine form: a JSON object with <c>find</c> (<c>tie rule commitment figure event statement expectation aim dispute</c>) and the keys that say which. A key that the
/// kind does not know is an error; what belongs to the form of a test (<see cref="Ignored"/>) is passed over.
/// </summary>
public sealed class Question
{
    private const int MostBytes = 64 * 1024;
    private static readonly string[] Common = ["find", "ask", "at", "scope", "told_in", "match"];

    private static readonly Dictionary<string, string[]> Keys = new(StringComparer.Ordinal)
    {
        ["tie"] = ["subject", "relation", "object", "polarity", "phase", "from", "to", "place", "office", "channel", "goods", "via", "licit", "rank", "share"],
        ["rule"] = ["bearer", "act", "toward", "object", "force", "matter", "purpose", "if", "as", "instrument", "consent_of"],
        ["commitment"] = ["by", "toward", "act", "stage", "contains", "contains_all", "matter", "amount", "unit", "due", "instrument", "from", "to"],
        ["figure"] = ["measure", "actors", "value", "unit", "year", "from", "to", "about", "contains"],
        ["event"] = ["type", "actors", "recipients", "from", "to", "year", "modes", "status", "place", "sector", "level", "format", "about", "name", "after", "contains"],
        ["statement"] = ["speaker", "about", "contains", "from", "to"],
        ["expectation"] = ["by", "if_contains", "then_contains", "contains", "actors", "likelihood", "horizon", "state"],
        ["aim"] = ["of", "toward", "contains", "contains_all", "matter", "ascribed_by"],
        ["dispute"] = ["over", "sides"],
    };

    private readonly Dictionary<string, JsonElement> values;
    private readonly Dictionary<string, string[]> texts = new(StringComparer.Ordinal);

    private Question(string find, Dictionary<string, JsonElement> values)
    {
        Find = find;
        this.values = values;
        // Read once: an asker looks at them for every fact.
        foreach ((string key, JsonElement value) in values)
        {
            if (value.ValueKind == JsonValueKind.String) texts[key] = [value.GetString()!];
            else if (value.ValueKind == JsonValueKind.Number) texts[key] = [value.GetRawText()];
            else if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(e => e.ValueKind == JsonValueKind.String)) texts[key] = [.. value.EnumerateArray().Select(e => e.GetString()!)];
        }
    }

    /// <summary>Keys by which a test says what it expects; they ask nothing.</summary>
    public static IReadOnlyList<string> Ignored { get; } = ["expect", "accept", "standing", "public", "joins", "basis", "also", "told", "told_phase", "missing", "members", "unless", "note"];

    /// <summary>What is looked for.</summary>
    public string Find { get; }

    /// <summary>Which part of it is wanted; null for whether there is any.</summary>
    public string? Ask => Text("ask");

    /// <summary>True when only what the reports tell counts.</summary>
    public bool ReportsOnly => Text("scope") == "reports";

    /// <summary>True when contradicted tellings are taken into the answer too.</summary>
    public bool TakesTold => Text("scope") == "told";

    /// <summary>Reads a question.</summary>
    /// <exception cref="QuestionException">It is no JSON object, has no or an unknown <c>find</c>, or a key or value that the kind does not know.</exception>
    public static Question Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        const string Form = """write it as '{"find":"tie","subject":"AAA","relation":"member_of","object":"BBB","at":"2015-10-14"}'""";
        if (json.Length > MostBytes) throw new QuestionException("the question is longer than 64 KiB", "ask something shorter");
        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 8 });
            if (document.RootElement.ValueKind != JsonValueKind.Object) throw new QuestionException("the question is no JSON object", Form);
            foreach (JsonProperty p in document.RootElement.EnumerateObject())
            {
                if (!values.TryAdd(p.Name, p.Value.Clone())) throw new QuestionException($"the key '{p.Name}' stands twice", "give it once; several values are a list");
            }
        }
        catch (JsonException e)
        {
            throw new QuestionException($"the question is no JSON: {e.Message}", Form);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            throw Halved();
        }
        if (values.Values.Any(Halved)) throw Halved();
        if (!values.TryGetValue("find", out JsonElement find) || find.ValueKind != JsonValueKind.String) throw new QuestionException("the question has no 'find'", Form);
        string kind = find.GetString()!;
        if (!Keys.TryGetValue(kind, out string[]? keys)) throw new QuestionException($"'{kind}' is nothing to find", $"use one of {string.Join(' ', Keys.Keys)}");
        foreach (string key in values.Keys)
        {
            if (Common.Contains(key) || keys.Contains(key) || Ignored.Contains(key)) continue;
            throw new QuestionException($"the key '{key}' is not known for find {kind}", $"use some of {string.Join(' ', Common.Concat(keys))}");
        }
        var question = new Question(kind, values);
        question.Check();
        return question;
    }

    /// <summary>The same question for another day.</summary>
    public Question At(DateOnly day)
    {
        var changed = new Dictionary<string, JsonElement>(values, StringComparer.Ordinal) { ["at"] = JsonElement.Parse($"\"{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\"") };
        return new Question(Find, changed);
    }

    /// <summary>The days asked for; empty when none is.</summary>
    /// <exception cref="QuestionException">One is no day.</exception>
    public IReadOnlyList<DateOnly> Days => [.. Texts("at").Select(t => ParseDay("at", t).From)];

    internal bool Has(string key) => values.TryGetValue(key, out JsonElement value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined);

    internal bool IsNull(string key) => values.TryGetValue(key, out JsonElement value) && value.ValueKind == JsonValueKind.Null;

    internal string? Text(string key) => Has(key) ? values[key].ValueKind is JsonValueKind.String or JsonValueKind.Number ? texts[key][0] : throw Wrong(key, "one text") : null;

    internal IReadOnlyList<string> Texts(string key)
    {
        if (!Has(key)) return [];
        if (values[key].ValueKind != JsonValueKind.Array) _ = Text(key);
        return texts.TryGetValue(key, out string[]? list) ? list : throw Wrong(key, "a list of texts");
    }

    internal double? Number(string key) => Has(key) ? values[key].ValueKind == JsonValueKind.Number ? values[key].GetDouble() : throw Wrong(key, "a number") : null;

    /// <summary>The days of the year asked for; null when none is.</summary>
    internal DateRange? Year() => Number("year") is { } year ? year is >= 1 and <= 9999 && year == Math.Floor(year) ? DateRange.Year((int)year) : throw new QuestionException($"'{values["year"].GetRawText()}' is no year", "write a year of four digits, as 2015") : null;

    internal bool? Flag(string key) => Has(key) ? values[key].ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => throw Wrong(key, "true or false") } : null;

    internal DateOnly? First(string key) => Text(key) is { } text ? ParseDay(key, text).From : null;

    internal DateOnly? Last(string key) => Text(key) is { } text ? ParseDay(key, text).To : null;

    internal T? Code<T>(string key) where T : struct, Enum
    {
        if (Text(key) is not { } text) return null;
        return Codes.Parse<T>(text) ?? throw new QuestionException($"'{text}' is no {key}", $"use one of {string.Join(' ', Codes.All<T>())}");
    }

    internal IReadOnlyList<(string? Report, string? Speaker, string Says)> Sides()
    {
        if (!Has("sides")) return [];
        if (values["sides"].ValueKind != JsonValueKind.Array) throw Wrong("sides", "a list of objects with report or speaker, and says");
        return [.. values["sides"].EnumerateArray().Select(s => (Part(s, "report"), Part(s, "speaker"), Part(s, "says") ?? ""))];
    }

    private static string? Part(JsonElement side, string key) => side.ValueKind == JsonValueKind.Object && side.TryGetProperty(key, out JsonElement v) && v.ValueKind == JsonValueKind.String ? v.GetString() : null;

    private static QuestionException Halved() => new("the question holds half of a character: a lone surrogate", "write the whole character, or leave it out");

    /// <summary>True when a text in the value, however deep, is not whole.</summary>
    private static bool Halved(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString() is null,
                JsonValueKind.Array => value.EnumerateArray().Any(Halved),
                JsonValueKind.Object => value.EnumerateObject().Any(p => p.Name is null || Halved(p.Value)),
                _ => false,
            };
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    private static QuestionException Wrong(string key, string kind) => new($"the value of '{key}' is not {kind}", $"give '{key}' {kind}");

    private static DateRange ParseDay(string key, string text) => PackDay.Parse(text) ?? throw new QuestionException($"'{text}' in '{key}' is no day", "write 2015, 2015-10 or 2015-10-14");

    private void Check()
    {
        _ = Days;
        _ = Sides();
        if (Text("scope") is { } scope && scope is not ("reports" or "told" or "all")) throw new QuestionException($"'{scope}' is no scope", "use 'reports' for the reports alone, 'told' to take contradicted tellings in, or leave it out");
        if (Find == "tie" && !Has("relation")) throw new QuestionException("a question for a tie needs 'relation'", $"use one of {string.Join(' ', Codes.All<Relation>())}");
        if (Find == "tie" && !Has("subject") && !Has("object")) throw new QuestionException("a question for a tie needs 'subject' or 'object'", "name at least one side");
        if (Find == "rule" && Ask == "may" && !(Has("bearer") && Has("act"))) throw new QuestionException("whether somebody may needs 'bearer' and 'act'", "add them");
    }
}
