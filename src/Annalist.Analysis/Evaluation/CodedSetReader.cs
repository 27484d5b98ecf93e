using System.Text.Json;
using Annalist.Model;

namespace Annalist.Analysis.Evaluation;

/// <summary>
/// Reads gold or a run: lines of JSON, one record each, as in the codebook's section 8. A run may have further keys. Kinds and keys of gold that evaluation does not know are passed over and named.
/// A report is known by its label; a label of three digits, an underscore and a hexadecimal number is the three digits.
/// </summary>
public sealed class CodedSetReader
{
    private static readonly string[] Compared = ["report", "event", "statement", "tie", "figure"];
    private static readonly Dictionary<string, (string[] Needed, string[] Other)> Keys = new(StringComparer.Ordinal)
    {
        ["report"] = ([], ["title", "outlet", "published", "author", "language", "translated_from", "cites", "body_first", "body_last", "noise"]),
        ["event"] = (["type", "status", "actors"], ["modes", "recipients", "from", "to", "place", "context", "attributed_to"]),
        ["statement"] = (["content", "speaker_code", "speaker_sector"], ["speaker", "cue", "form", "about", "stance"]),
        ["tie"] = (["subject", "relation", "object"], ["polarity", "from", "to", "office", "place"]),
        ["figure"] = (["value"], ["measure", "unit", "actors", "from", "to"]),
    };

    private readonly bool gold;
    private readonly Dictionary<string, CodedReportLines> reports = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Place, int Count)> passedOver = new(StringComparer.Ordinal);

    /// <summary>A reader with nothing read yet.</summary>
    /// <param name="gold">True for gold: keys that comparing needs must be there, and unknown ones are named.</param>
    public CodedSetReader(bool gold) => this.gold = gold;

    /// <summary>Reads lines of JSON; empty lines are passed over.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="name">Name of the file, for messages.</param>
    /// <exception cref="EvaluationException">A line is no JSON object, or lacks what comparing needs.</exception>
    public void Read(TextReader lines, string name)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(name);
        int number = 0;
        while (lines.ReadLine() is { } line)
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line)) Read(line, FormattableString.Invariant($"{name}, line {number}"));
        }
    }

    /// <summary>Takes one record of the program.</summary>
    public void Add(Record record)
    {
        ArgumentNullException.ThrowIfNull(record);
        Read(RecordJson.Write(record), "the record");
    }

    /// <summary>What was read so far.</summary>
    public CodedSet ToSet() => new(new(reports, StringComparer.Ordinal), [.. passedOver.Select(p => FormattableString.Invariant($"{p.Value.Place}: {p.Key} (lines: {p.Value.Count})"))]);

    private static string LabelOf(string label) =>
        label.Length > 4 && label[3] == '_' && label.AsSpan(0, 3).IndexOfAnyExceptInRange('0', '9') < 0 && label.Skip(4).All(char.IsAsciiHexDigitLower) ? label[..3] : label;

    private static EventLine Event(JsonElement o) => new()
    {
        Sentence = o.Text("sentence") ?? "",
        Optional = o.True("optional"),
        Type = o.Text("type"),
        Modes = o.Texts("modes").ToHashSet(StringComparer.Ordinal),
        Status = o.Text("status"),
        Actors = Parties(o, "actors"),
        Recipients = Parties(o, "recipients"),
        From = o.Text("from"),
        To = o.Text("to"),
        Place = new WordBag(o.Text("place")),
    };

    private static IReadOnlyList<PartyLine> Parties(JsonElement o, string key) => [.. o.Objects(key).Select(p => new PartyLine(p.Text("code"), p.Text("sector")))];

    private static StatementLine Statement(JsonElement o) => new()
    {
        Sentence = o.Text("sentence") ?? "",
        Optional = o.True("optional"),
        Speaker = o.Text("speaker"),
        SpeakerCode = o.Text("speaker_code"),
        SpeakerSector = o.Text("speaker_sector"),
        Content = o.Text("content"),
        Stances = o.Objects("stance").Select(s => (s.Text("toward"), s.Number("polarity"))).ToHashSet(),
    };

    private static TieLine Tie(JsonElement o) => new()
    {
        Sentence = o.Text("sentence") ?? "",
        Optional = o.True("optional"),
        Subject = o.Text("subject"),
        Relation = o.Text("relation"),
        Object = o.Text("object"),
        Polarity = o.TryGetProperty("polarity", out _) ? o.Number("polarity") : 1,
    };

    private static FigureLine Figure(JsonElement o) => new()
    {
        Sentence = o.Text("sentence") ?? "",
        Optional = o.True("optional"),
        Measure = o.Text("measure"),
        Value = o.Number("value"),
        Unit = o.Text("unit"),
        Actors = o.Texts("actors"),
    };

    private static ArticleLine Article(JsonElement o) => new()
    {
        Title = o.Text("title"),
        Published = o.Text("published"),
        Cites = o.Texts("cites"),
        First = o.Text("body_first"),
        Last = o.Text("body_last"),
        Noise = o.Texts("noise"),
        Text = o.Text("text"),
    };

    private void Read(string line, string place)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement o = document.RootElement;
            if (o.ValueKind != JsonValueKind.Object) throw new EvaluationException($"{place}: this is no JSON object", "one record a line, as the codebook's section 8 shows; annalist code writes such lines");
            Take(o, place);
        }
        catch (JsonException e)
        {
            throw new EvaluationException($"{place}: this is no JSON: {e.Message}", "one record a line, as the codebook's section 8 shows; annalist code writes such lines", e);
        }
    }

    private void Take(JsonElement o, string place)
    {
        string? kind = o.Text("kind");
        if (kind is null || !Compared.Contains(kind))
        {
            if (gold) Pass($"lines of the kind {kind ?? "null"} are not compared", place);
            return;
        }
        if (gold) Check(o, kind, place);
        string label = LabelOf(o.Text("report") ?? "");
        if (!reports.TryGetValue(label, out CodedReportLines? report)) reports[label] = report = new CodedReportLines();
        switch (kind)
        {
            case "report":
                report.Article ??= Article(o);
                break;
            case "event":
                report.Events.Add(Event(o));
                break;
            case "statement":
                report.Statements.Add(Statement(o));
                break;
            case "tie":
                report.Ties.Add(Tie(o));
                break;
            default:
                report.Figures.Add(Figure(o));
                break;
        }
    }

    private void Check(JsonElement o, string kind, string place)
    {
        if (o.Text("report") is null) throw new EvaluationException($"{place}: the {kind} does not say of which report it is", "give \"report\": the label that the run has for it");
        (string[] needed, string[] other) = Keys[kind];
        foreach (string key in needed)
        {
            if (!o.Has(key)) throw new EvaluationException($"{place}: the {kind} has no {key}", $"give \"{key}\", as the codebook's section 8 shows");
        }
        if (kind == "figure" && o.Number("value") is null) throw new EvaluationException($"{place}: the value of the figure is no number", "give the plain number, without unit or groups");
        foreach (JsonProperty p in o.EnumerateObject())
        {
            if (p.Name is not ("kind" or "report" or "sentence" or "optional") && !needed.Contains(p.Name) && !other.Contains(p.Name)) Pass($"the key {p.Name} of the kind {kind} is not known and not compared", place);
        }
    }

    private void Pass(string what, string place) => passedOver[what] = passedOver.TryGetValue(what, out var known) ? (known.Place, known.Count + 1) : (place, 1);
}
