using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>Answers and their lines as JSON lines: a public contract, whose keys may grow.</summary>
public static class AnswerJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One line: <c>{"kind":"answer","find":…,"ask":…,"at":…,"answer":…,"told":…,"standing":…,…,"reason":…,"lines":[…]}</c>.</summary>
    public static string Write(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return Line(w =>
        {
            w.WriteString("kind", "answer");
            w.WriteString("find", answer.Find);
            Field(w, "ask", answer.Ask);
            Field(w, "at", answer.At.Count switch { 0 => null, 1 => Day(answer.At[0]), _ => answer.At.Select(Day).ToArray() });
            Field(w, "answer", answer.Value);
            Field(w, "told", answer.Told);
            Field(w, "standing", answer.Standing is { } s ? Codes.Of(s) : null);
            if (answer.Members is not null) Field(w, "members", answer.Members);
            if (answer.Ruling is { } r)
            {
                Field(w, "consent_of", r.ConsentOf);
                Field(w, "unless", r.Unless);
                Field(w, "conditions", r.Conditions);
                Field(w, "clashes", r.Clashes);
            }
            w.WriteString("reason", answer.Reason);
            w.WriteStartArray("lines");
            foreach (AnswerLine line in answer.Lines)
            {
                w.WriteStartObject();
                Body(w, line);
                w.WriteEndObject();
            }
            w.WriteEndArray();
        });
    }

    /// <summary>One fact with its role, standing and receipt, after fields of the caller's own.</summary>
    public static string Write(AnswerLine line, IEnumerable<(string Name, object? Value)>? first = null)
    {
        ArgumentNullException.ThrowIfNull(line);
        return Line(w =>
        {
            foreach ((string name, object? value) in first ?? []) Field(w, name, value);
            Body(w, line);
        });
    }

    /// <summary>A line of plain fields: texts, numbers, truth values, lists of texts, nulls.</summary>
    public static string Write(IEnumerable<(string Name, object? Value)> fields) => Line(w =>
    {
        foreach ((string name, object? value) in fields) Field(w, name, value);
    });

    private static string Line(Action<Utf8JsonWriter> body)
    {
        using var buffer = new MemoryStream();
        using (var w = new Utf8JsonWriter(buffer, Options))
        {
            w.WriteStartObject();
            body(w);
            w.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Body(Utf8JsonWriter w, AnswerLine line)
    {
        w.WriteString("role", line.Role);
        w.WriteString("kind", FactFields.Kind(line.Fact));
        foreach ((string name, object? value) in FactFields.Of(line.Fact)) Field(w, name, value);
        w.WriteString("standing", Codes.Of(line.Standing));
        Field(w, "why", line.Why);
        w.WritePropertyName("receipt");
        Receipt(w, line.Receipt);
        w.WriteStartArray("others");
        foreach (Receipt other in line.Others) Receipt(w, other);
        w.WriteEndArray();
    }

    private static void Receipt(Utf8JsonWriter w, Receipt r)
    {
        w.WriteStartObject();
        w.WriteString("layer", Codes.Of(r.Layer));
        w.WriteString("source", r.Source);
        if (r.Pack is not null)
        {
            w.WriteString("pack", r.Pack);
            Field(w, "line", r.Line);
        }
        if (r.Finding is not null)
        {
            w.WriteString("finding", r.Finding);
            Field(w, "report", r.Report);
            Field(w, "outlet", r.Outlet);
            Field(w, "told", r.Told is { } d ? Day(d) : null);
            Field(w, "sentence", r.Sentence);
        }
        w.WriteEndObject();
    }

    private static void Field(Utf8JsonWriter w, string name, object? value)
    {
        switch (value)
        {
            case null: w.WriteNull(name); break;
            case bool b: w.WriteBoolean(name, b); break;
            case double d: w.WriteNumber(name, d); break;
            case string s: w.WriteString(name, s); break;
            case IEnumerable<string> list:
                w.WriteStartArray(name);
                foreach (string item in list) w.WriteStringValue(item);
                w.WriteEndArray();
                break;
            default: throw new ArgumentException($"{value.GetType().Name} is no value of an answer", nameof(value));
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
