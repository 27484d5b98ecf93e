using System.Security.Cryptography;
using System.Text;

namespace Annalist.Model;

/// <summary>Ids and identities as hashes of what they name: same input, same id, on any machine.</summary>
public static class Fingerprint
{
    /// <summary>SHA-256 of the text in UTF-8, 64 lower-case hex digits.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The first 12 hex digits of the hash of the parts, joined by a character that no text holds.</summary>
    public static string Short(params ReadOnlySpan<string?> parts) => Of(string.Join('\u001f', parts!))[..12];
}
