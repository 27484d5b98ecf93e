using System.Text.Json;
using System.Text.Json.Serialization;

namespace Annalist.Model;

/// <summary>Reads and writes a <see cref="TextSpan"/> as a JSON array of two integers.</summary>
public sealed class TextSpanConverter : JsonConverter<TextSpan>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is not an array of two integers with 0 ≤ start ≤ end.</exception>
    public override TextSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("a span is [start,end]");
        reader.Read();
        int start = reader.GetInt32();
        reader.Read();
        int end = reader.GetInt32();
        reader.Read();
        if (reader.TokenType != JsonTokenType.EndArray || start < 0 || end < start) throw new JsonException("a span is [start,end] with 0 <= start <= end");
        return new TextSpan(start, end);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Start);
        writer.WriteNumberValue(value.End);
        writer.WriteEndArray();
    }
}
