using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Annalist.Model;
using Annalist.Store;

namespace Annalist.Cli.Output;

/// <summary>Verdicts as lines of JSON: <c>id verdict why judged state report finding</c>; the finding is its contract line as it was judged. Then <c>author mended target undoes restores line</c>: the contract line as it should be; the finding merged into;
/// the numbers of the lines that this one takes back and that count again; its own number.</summary>
internal static class VerdictJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One line, without its break.</summary>
    public static string Write(StoredVerdict v)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("id", v.Id);
            json.WriteString("verdict", v.Verdict);
            json.WriteString("why", v.Why);
            json.WriteString("judged", v.Judged);
            json.WriteString("state", Codes.Of(v.State));
            json.WriteString("report", v.ReportLabel);
            json.WritePropertyName("finding");
            json.WriteRawValue(v.Json);
            json.WriteString("author", v.Author);
            json.WritePropertyName("mended");
            json.WriteRawValue(v.Mended ?? "null");
            json.WriteString("target", v.Target);
            Number(json, "undoes", v.Undoes);
            Number(json, "restores", v.Restores);
            Number(json, "line", v.Key);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Number(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }
}
