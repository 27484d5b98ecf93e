namespace Annalist.Ingest;

/// <summary>Recognises files that are no plain text by their first bytes.</summary>
internal static class FileKind
{
    private const string AsText = "save it as plain text or as JSON lines";
    private const string Unpack = "unpack it first";

    private static readonly (byte[] Magic, string Reason, string Remedy)[] Kinds =
    [
        ([0x50, 0x4B, 0x03, 0x04], "it is a zip archive or an office document, which is not read yet", "unpack it, or save it as plain text"),
        ([0x1F, 0x8B], "it is a gzip archive, which is not read yet", Unpack),
        ("BZh"u8.ToArray(), "it is a bzip2 archive, which is not read yet", Unpack),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "it is an xz archive, which is not read yet", Unpack),
        ([0x28, 0xB5, 0x2F, 0xFD], "it is a zstd archive, which is not read yet", Unpack),
        ([0x37, 0x7A, 0xBC, 0xAF], "it is a 7z archive, which is not read yet", Unpack),
        ("Rar!"u8.ToArray(), "it is a rar archive, which is not read yet", Unpack),
        ("WARC/"u8.ToArray(), "it is a web archive, which is not read yet", AsText),
        ("%PDF"u8.ToArray(), "it is a PDF, which is not read yet", AsText),
        ([0xD0, 0xCF, 0x11, 0xE0], "it is an old office document, which is not read", AsText),
        ("{\\rtf"u8.ToArray(), "it is a rich-text document, which is not read", AsText),
        ([0x89, 0x50, 0x4E, 0x47], "it is a picture", null!),
        ([0xFF, 0xD8, 0xFF], "it is a picture", null!),
        ("GIF8"u8.ToArray(), "it is a picture", null!),
        ([0x7F, 0x45, 0x4C, 0x46], "it is a program", null!),
        ("SQLite format 3"u8.ToArray(), "it is a database", null!),
        ("ID3"u8.ToArray(), "it is a sound recording", null!),
        ("OggS"u8.ToArray(), "it is a sound recording", null!),
        ("RIFF"u8.ToArray(), "it is a sound or film recording", null!),
    ];

    /// <summary>Why the bytes are no plain text, and what to do; null when they may be.</summary>
    public static (string Reason, string? Remedy)? NotText(ReadOnlySpan<byte> bytes)
    {
        foreach (var (magic, reason, remedy) in Kinds)
        {
            if (bytes.StartsWith(magic)) return (reason, remedy ?? "give the text of the document");
        }
        if (bytes.Length > 262 && bytes.Slice(257, 5).SequenceEqual("ustar"u8)) return ("it is a tar archive, which is not read yet", Unpack);
        var start = bytes[..Math.Min(bytes.Length, 512)].TrimStart((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n']);
        return StartsWithTag(start, "<!doctype html") || StartsWithTag(start, "<html") ? ("it is an HTML page, which is not read yet", AsText) : null;
    }

    private static bool StartsWithTag(ReadOnlySpan<byte> bytes, string tag)
    {
        if (bytes.Length < tag.Length) return false;
        for (int i = 0; i < tag.Length; i++)
        {
            if (char.ToLowerInvariant((char)bytes[i]) != tag[i]) return false;
        }
        return true;
    }
}
