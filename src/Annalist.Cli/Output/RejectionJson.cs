using System.Text.Json;
using System.Text.Json.Serialization;
using Annalist.Store;

namespace Annalist.Cli.Output;

/// <summary>Inputs that were set aside, as lines of JSON: <c>uri line reason remedy learned</c>.</summary>
internal static class RejectionJson
{
    /// <summary>One line, without its break.</summary>
    public static string Write(StoredRejection rejection) => JsonSerializer.Serialize(rejection, RejectionContext.Default.StoredRejection);
}

/// <summary>The generated writer.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(StoredRejection))]
internal sealed partial class RejectionContext : JsonSerializerContext;
