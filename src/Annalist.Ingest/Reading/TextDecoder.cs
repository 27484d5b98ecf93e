using System.Text;
using Annalist.Model;

namespace Annalist.Ingest;

/// <summary>Turns bytes of unknown encoding into text and mends text that was decoded wrongly before it came here.</summary>
public static class TextDecoder
{
    private static readonly System.Buffers.SearchValues<char> EntityLetters = System.Buffers.SearchValues.Create("#abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    static TextDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>
    /// Decodes a file: by its byte-order mark, as UTF-8 where that fits, as UTF-16 where every second byte is zero, else in the
    /// eight-bit encoding in whose letters the words look most like words. Damaged stretches ("â€™") are mended, all else is kept.
    /// </summary>
    /// <returns>The text; its encoding is null where the bytes are no text.</returns>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes)
    {
        var (text, encoding, guessed) = Read(bytes);
        if (encoding is null) return new DecodedText("", null, []);
        string plain = WithoutEntities(text);
        string mended = Mojibake.Mend(plain);
        var notes = new List<Note>();
        if (guessed) notes.Add(new Note(NoteIds.EncodingMended, Severity.Info, null, $"read as {encoding}"));
        if (!ReferenceEquals(plain, text)) notes.Add(new Note(NoteIds.EncodingMended, Severity.Info, null, "character references of a page were resolved"));
        if (!ReferenceEquals(mended, plain)) notes.Add(new Note(NoteIds.EncodingMended, Severity.Info, null, "characters that had been decoded wrongly were restored"));
        return new DecodedText(mended, encoding, notes);
    }

    /// <summary>Mends what an earlier wrong decoding did to a text; a sound text comes back as it is.</summary>
    public static string Mend(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Mojibake.Mend(text);
    }

    /// <summary>Resolves what a page writes as <c>&amp;amp;</c> or <c>&amp;#8217;</c>; the same object where there is nothing of the kind.</summary>
    private static string WithoutEntities(string text)
    {
        for (int at = 0; (at = text.IndexOf('&', at)) >= 0; at++)
        {
            int end = text.AsSpan(at, Math.Min(10, text.Length - at)).IndexOf(';');
            if (end > 2 && text.AsSpan(at + 1, end - 1).IndexOfAnyExcept(EntityLetters) < 0) return System.Net.WebUtility.HtmlDecode(text);
        }
        return text;
    }

    /// <summary>An eight-bit encoding by its name or number.</summary>
    internal static Encoding CodePage(int number) => Encoding.GetEncoding(number);

    private static (string Text, string? Encoding, bool Guessed) Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return Utf8(bytes[3..]) is { } marked ? (marked, "utf-8", false) : (Encoding.UTF8.GetString(bytes[3..]), "utf-8", true);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0])) return (Encoding.UTF32.GetString(bytes[4..]), "utf-32", false);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return (Encoding.Unicode.GetString(bytes[2..]), "utf-16", false);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return (Encoding.BigEndianUnicode.GetString(bytes[2..]), "utf-16be", false);
        if (bytes.Contains((byte)0)) return Wide(bytes);
        if (Utf8(bytes) is { } text) return (text, "utf-8", false);
        if (MostlyUtf8(bytes) is { } mixed) return (mixed, "utf-8", true);
        var (guess, page) = EightBit.Decode(bytes);
        return (guess, page.WebName, true);
    }

    private static string? Utf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>UTF-16 without a mark: in Latin text every second byte is zero, and only those.</summary>
    private static (string Text, string? Encoding, bool Guessed) Wide(ReadOnlySpan<byte> bytes)
    {
        int even = 0, odd = 0, looked = Math.Min(bytes.Length & ~1, 4096);
        for (int i = 0; i < looked; i += 2)
        {
            if (bytes[i] == 0) even++;
            if (bytes[i + 1] == 0) odd++;
        }
        bool little = odd > 0.3 * looked / 2 && even < 0.02 * looked;
        bool big = even > 0.3 * looked / 2 && odd < 0.02 * looked;
        if (!little && !big) return ("", null, false);
        return ((little ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes), little ? "utf-16" : "utf-16be", true);
    }

    /// <summary>UTF-8 with a few broken places, as where two files were put together: those places are read as Windows-1252.</summary>
    private static string? MostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        int good = 0, bad = 0;
        var text = new StringBuilder(bytes.Length);
        var fallback = CodePage(1252);
        for (int at = 0; at < bytes.Length;)
        {
            if (Rune.DecodeFromUtf8(bytes[at..], out var rune, out int used) == System.Buffers.OperationStatus.Done)
            {
                if (used > 1) good++;
                text.Append(rune.ToString());
            }
            else
            {
                bad++;
                text.Append(fallback.GetString(bytes.Slice(at, used)));
            }
            at += used;
        }
        return good > 2 * bad ? text.ToString() : null;
    }
}
