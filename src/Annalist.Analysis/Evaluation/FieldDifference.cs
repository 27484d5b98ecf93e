using System.Text.Json;
using Annalist.Model;

namespace Annalist.Analysis.Evaluation;

/// <summary>In which fields two forms of a finding differ.</summary>
internal static class FieldDifference
{
    // What gave a finding, where it stands, and what follows from other fields.
    private static readonly string[] Passed = ["kind", "id", "report", "sentence", "span", "in", "confidence", "rule", "data", "notes", "score", "main", "date_basis", "date_text"];
    private static readonly (string Suffix, string Key)[] OfParties = [("_sectors", "sector"), ("_names", "name")];

    /// <summary>Keys of the fields that differ, in the order of the record; none when both say the same.</summary>
    public static IReadOnlyList<string> Of(Finding now, Finding should)
    {
        using JsonDocument a = JsonDocument.Parse(RecordJson.Write(now)), b = JsonDocument.Parse(RecordJson.Write(should));
        var fields = new List<string>();
        foreach (JsonProperty p in a.RootElement.EnumerateObject())
        {
            if (Passed.Contains(p.Name) || p.Name.EndsWith("_span", StringComparison.Ordinal)) continue;
            JsonElement other = b.RootElement.GetProperty(p.Name);
            if (JsonElement.DeepEquals(p.Value, other)) continue;
            if (now is Event && p.Name is "actors" or "recipients") fields.AddRange(Parties(p.Name, p.Value, other));
            else fields.Add(p.Name);
        }
        return fields;
    }

    // Other words for the same party, or another place of them, are no other party.
    private static IEnumerable<string> Parties(string name, JsonElement now, JsonElement should)
    {
        if (now.EnumerateArray().Any(p => p.ValueKind != JsonValueKind.Object) || should.EnumerateArray().Any(p => p.ValueKind != JsonValueKind.Object) || Values(now, "code") != Values(should, "code")) return [name];
        return OfParties.Where(o => Values(now, o.Key) != Values(should, o.Key)).Select(o => name[..^1] + o.Suffix);
    }

    private static string Values(JsonElement parties, string key) => string.Join('|', parties.EnumerateArray().Select(p => p.GetProperty(key).GetString()).Order(StringComparer.Ordinal));
}
