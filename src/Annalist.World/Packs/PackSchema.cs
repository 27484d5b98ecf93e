using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Annalist.Worlds;

/// <summary>Writes the format of packs for editors and checkers: the manifest as JSON Schema 2020-12, the tables as a Frictionless tabular data package.</summary>
internal static class PackSchema
{
    private const string IdPattern = "^[a-z0-9]+(-[a-z0-9]+)*$";
    private const string DayPattern = "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$";

    private static readonly (string Name, string Type, bool Required, string? Pattern, string Description)[] Keys =
    [
        ("$schema", "string", false, null, "Where this schema stands; editors look here."),
        ("id", "string", true, IdPattern, "The pack's id, by which others build on it: lower case, with hyphens."),
        ("version", "string", true, null, "Its version."),
        ("title", "string", true, null, "Its title."),
        ("description", "string", false, null, "What it holds."),
        ("date", "string", false, "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "Day on which it was last revised; its facts are known from the end of that day on."),
        ("licence", "string", false, null, "Licence of the data."),
        ("overlay", "boolean", false, null, "True when its lines take the place of lines of the packs before it where both speak of the same thing; false when a doubled one is a fault."),
        ("requires", "array", false, IdPattern, "Ids of the packs that it builds on."),
        ("sources", "array", false, null, "Where its facts come from."),
    ];

    /// <summary>JSON Schema of <c>manifest.json</c>.</summary>
    public static string Manifest() => Written(w =>
    {
        w.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        w.WriteString("title", "Manifest of an Annalist pack");
        w.WriteString("type", "object");
        w.WriteStartObject("properties");
        foreach ((string name, string type, bool required, string? pattern, string description) in Keys)
        {
            w.WriteStartObject(name);
            w.WriteString("description", description);
            w.WriteString("type", type);
            if (type == "array")
            {
                w.WriteStartObject("items");
                w.WriteString("type", "string");
                if (pattern is not null) w.WriteString("pattern", pattern);
                w.WriteEndObject();
            }
            else
            {
                if (pattern is not null) w.WriteString("pattern", pattern);
                else if (required) w.WriteNumber("minLength", 1);
            }
            w.WriteEndObject();
        }
        w.WriteEndObject();
        Texts(w, "required", Keys.Where(k => k.Required).Select(k => k.Name));
        w.WriteBoolean("additionalProperties", false);
    });

    /// <summary>The tables as a tabular data package.</summary>
    public static string Tables() => Written(w =>
    {
        w.WriteString("profile", "tabular-data-package");
        w.WriteString("name", "annalist-pack");
        w.WriteString("title", "Tables of an Annalist pack");
        w.WriteStartArray("resources");
        foreach (PackTableFormat table in PackFormat.Tables)
        {
            w.WriteStartObject();
            w.WriteString("profile", "tabular-data-resource");
            w.WriteString("name", table.Name);
            w.WriteString("path", table.File);
            w.WriteString("description", table.Description);
            w.WriteString("format", "tsv");
            w.WriteString("mediatype", "text/tab-separated-values");
            w.WriteString("encoding", "utf-8");
            w.WriteStartObject("dialect");
            w.WriteString("delimiter", "\t");
            w.WriteString("lineTerminator", "\n");
            w.WriteString("quoteChar", "");
            w.WriteString("commentChar", "#");
            w.WriteBoolean("header", true);
            w.WriteEndObject();
            w.WriteStartObject("schema");
            Texts(w, "missingValues", [""]);
            w.WriteStartArray("fields");
            foreach (PackField field in table.Fields) Field(w, field);
            w.WriteEndArray();
            w.WriteEndObject();
            w.WriteEndObject();
        }
        w.WriteEndArray();
    });

    private static void Field(Utf8JsonWriter w, PackField field)
    {
        w.WriteStartObject();
        w.WriteString("name", field.Name);
        w.WriteString("type", field.Kind == PackFieldKind.Number ? "number" : "string");
        w.WriteString("description", field.Several ? field.Description + " Several are separated by |." : field.Description);
        bool counted = field.Kind == PackFieldKind.Word;
        if (field.Required || counted || field.Kind == PackFieldKind.Day)
        {
            w.WriteStartObject("constraints");
            if (field.Required) w.WriteBoolean("required", true);
            if (field.Kind == PackFieldKind.Day) w.WriteString("pattern", DayPattern);
            if (counted && field.Several) w.WriteString("pattern", $"^({string.Join('|', field.Words)})(\\|({string.Join('|', field.Words)}))*$");
            else if (counted) Texts(w, "enum", field.Words);
            w.WriteEndObject();
        }
        w.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter w, string name, IEnumerable<string> texts)
    {
        w.WriteStartArray(name);
        foreach (string text in texts) w.WriteStringValue(text);
        w.WriteEndArray();
    }

    private static string Written(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var w = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            w.WriteStartObject();
            write(w);
            w.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }
}
