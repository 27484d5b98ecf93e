using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Annalist.Web;

/// <summary>Styles, scripts and pictures, embedded in the program and served under /assets. An address with the right <c>v</c> may be kept for ever.</summary>
internal static class EmbeddedAssets
{
    private static readonly FrozenDictionary<string, (byte[] Bytes, string Type, string Version)> Files = Load();

    /// <summary>The address of an asset, with its version.</summary>
    /// <exception cref="KeyNotFoundException">There is none of the name.</exception>
    public static string Address(string name) => $"/assets/{name}?v={Files[name].Version}";

    public static void Map(WebApplication app)
    {
        app.MapGet("/assets/{name}", (string name, string? v, HttpContext context) =>
        {
            if (!Files.TryGetValue(name, out var file)) return Results.NotFound();
            context.Response.Headers.CacheControl = v == file.Version ? "public, max-age=31536000, immutable" : "no-cache";
            return Results.Bytes(file.Bytes, file.Type, entityTag: new Microsoft.Net.Http.Headers.EntityTagHeaderValue($"\"{file.Version}\""));
        }).ExcludeFromDescription();
        app.MapGet("/favicon.ico", () => Results.Redirect(Address("icon.svg"))).ExcludeFromDescription();
    }

    private static FrozenDictionary<string, (byte[], string, string)> Load()
    {
        Assembly assembly = typeof(EmbeddedAssets).Assembly;
        var files = new Dictionary<string, (byte[], string, string)>(StringComparer.Ordinal);
        foreach (string resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith("assets/", StringComparison.Ordinal)))
        {
            using Stream stream = assembly.GetManifestResourceStream(resource)!;
            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            string name = resource["assets/".Length..];
            files[name] = (bytes, TypeOf(name), Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]);
        }
        return files.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".json" => "application/json",
        _ => "application/octet-stream",
    };
}
