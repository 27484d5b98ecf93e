using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Annalist.Model;

/// <summary>The public contract: records as JSON lines. Unknown values are written as null; unknown keys are ignored when read.</summary>
public static class RecordJson
{
    // As the generated default, but letters such as “é” are not escaped: the lines are read by people too.
    private static readonly RecordJsonContext Lines = new(new JsonSerializerOptions(RecordJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>One record as one line, without its line break. Letters beyond ASCII stand as they are.</summary>
    public static string Write(Record record) => JsonSerializer.Serialize(record, Lines.Record);

    /// <summary>Writes one record and a line feed as UTF-8.</summary>
    public static void WriteLine(Stream output, Record record)
    {
        ArgumentNullException.ThrowIfNull(output);
        JsonSerializer.Serialize(output, record, Lines.Record);
        output.WriteByte((byte)'\n');
    }

    /// <summary>Reads one line.</summary>
    /// <exception cref="JsonException">The line is not JSON, has an unknown <c>kind</c>, lacks a required key or holds a value that its key does not allow.</exception>
    public static Record Read(string line) =>
        JsonSerializer.Deserialize(line, Lines.Record) ?? throw new JsonException("null is no record");
}

/// <summary>Source-generated readers and writers of all records.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.Never, AllowOutOfOrderMetadataProperties = true, MaxDepth = 16)]
[JsonSerializable(typeof(Record))]
internal sealed partial class RecordJsonContext : JsonSerializerContext;
