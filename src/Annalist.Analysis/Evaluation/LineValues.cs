using System.Text.Json;

namespace Annalist.Analysis.Evaluation;

/// <summary>Values of a line of JSON; what is absent or of another form is null or empty.</summary>
internal static class LineValues
{
    public static string? Text(this JsonElement line, string key) => line.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static double? Number(this JsonElement line, string key) => line.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    public static bool True(this JsonElement line, string key) => line.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.True;

    public static IReadOnlyList<string> Texts(this JsonElement line, string key) => [.. line.Items(key).Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)];

    public static IEnumerable<JsonElement> Objects(this JsonElement line, string key) => line.Items(key).Where(v => v.ValueKind == JsonValueKind.Object);

    public static bool Has(this JsonElement line, string key) => line.TryGetProperty(key, out JsonElement value) && value.ValueKind != JsonValueKind.Null;

    private static IEnumerable<JsonElement> Items(this JsonElement line, string key) => line.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : Enumerable.Empty<JsonElement>();
}
