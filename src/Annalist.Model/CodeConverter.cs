using System.Text.Json;
using System.Text.Json.Serialization;

namespace Annalist.Model;

/// <summary>Reads and writes an enum in the record's spelling (<see cref="Codes"/>).</summary>
/// <typeparam name="T">The enum.</typeparam>
public sealed class CodeConverter<T> : JsonConverter<T> where T : struct, Enum
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">No member is spelled so.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return Codes.Parse<T>(text) ?? throw new JsonException($"'{text}' is no {typeof(T).Name}: use one of {string.Join(' ', Codes.All<T>())}");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(Codes.Of(value));
    }
}
