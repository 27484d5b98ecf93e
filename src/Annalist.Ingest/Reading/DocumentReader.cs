namespace Annalist.Ingest;

/// <summary>
/// Reads files, folders and standard input into documents, one after the other and no sooner than asked for. What cannot be read
/// is reported in its place; the rest is read all the same.
/// </summary>
/// <remarks>Folders are read in ordinal order of their names: .txt, .jsonl, .json; hidden files and linked folders are left out.</remarks>
public sealed class DocumentReader
{
    /// <summary>A plain file may have this many bytes.</summary>
    public const int MostFileBytes = 64 * 1024 * 1024;

    /// <summary>A line of JSON lines may have this many bytes.</summary>
    public const int MostLineBytes = 16 * 1024 * 1024;

    /// <summary>One article may have this many UTF-16 units.</summary>
    public const int MostCharacters = 2_000_000;

    private static readonly string[] FolderEndings = [".txt", ".jsonl", ".ndjson", ".json"];

    /// <summary>Reads the inputs in the order given.</summary>
    /// <param name="inputs">Files and folders; <c>-</c> is standard input.</param>
    /// <param name="standardInput">What <c>-</c> reads; null when there is none.</param>
    /// <returns>A document or a rejection for everything that was found, lazily.</returns>
    public static IEnumerable<ReadResult> Read(IEnumerable<string> inputs, Stream? standardInput = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return ReadAll(inputs, standardInput);
    }

    /// <summary>Reads what was handed over as bytes: a paste, or a file that was dropped. What it holds is told by its ending, and without one by how it begins: JSON lines, a JSON object or array, or text.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="uri">What rejections call it; documents that bring an address of their own keep that.</param>
    /// <param name="label">Label of documents that bring no id.</param>
    /// <param name="ending">The file's ending with its dot; null or empty for a paste.</param>
    /// <returns>A document or a rejection for everything that was found, lazily.</returns>
    public static IEnumerable<ReadResult> Read(byte[] bytes, string uri, string label, string? ending = null)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(uri);
        ArgumentNullException.ThrowIfNull(label);
        var labels = new LabelMaker();
        bool Ends(params ReadOnlySpan<string> endings)
        {
            foreach (string e in endings) if (string.Equals(e, ending, StringComparison.OrdinalIgnoreCase)) return true;
            return false;
        }
        if (Ends(".jsonl", ".ndjson")) return JsonDocuments.Lines(new MemoryStream(bytes, writable: false), uri, label, labels);
        return Whole(new MemoryStream(bytes, writable: false), uri, label, labels, Ends(".json") || LooksLikeJson(bytes));
    }

    /// <summary>True for an object, or an array that begins with one: no report begins so.</summary>
    private static bool LooksLikeJson(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) bytes = bytes[3..];
        bytes = bytes.TrimStart(" \t\r\n"u8);
        if (bytes.StartsWith("["u8)) bytes = bytes[1..].TrimStart(" \t\r\n"u8);
        return bytes.StartsWith("{"u8);
    }

    private static IEnumerable<ReadResult> ReadAll(IEnumerable<string> inputs, Stream? standardInput)
    {
        var labels = new LabelMaker();
        bool drained = false;
        foreach (string input in inputs)
        {
            IEnumerable<ReadResult> results;
            if (input == "-")
            {
                results = standardInput is null || drained
                    ? [new RejectedInput("-", null, drained ? "standard input was read already" : "there is no standard input", "give - once, with something to read")]
                    : FromStream(standardInput, labels);
                drained = true;
            }
            else if (Directory.Exists(input))
            {
                results = FromFolder(input, labels);
            }
            else
            {
                results = FromFile(input, labels, inFolder: false);
            }
            foreach (var result in results) yield return result;
        }
    }

    private static IEnumerable<ReadResult> FromFolder(string folder, LabelMaker labels)
    {
        bool any = false;
        foreach (var (path, fault) in FilesOf(folder))
        {
            any = true;
            if (fault is not null)
            {
                yield return new RejectedInput(path, null, fault, "check that it may be read");
                continue;
            }
            foreach (var result in FromFile(path, labels, inFolder: true)) yield return result;
        }
        if (!any) yield return new RejectedInput(folder, null, "the folder holds no file ending in .txt, .jsonl or .json", "name the files one by one if they end otherwise");
    }

    /// <summary>The files of a folder and its folders. Linked folders are not entered: a link may lead back up.</summary>
    private static IEnumerable<(string Path, string? Fault)> FilesOf(string folder)
    {
        string[]? entries = null;
        string? fault = null;
        try
        {
            entries = Directory.GetFileSystemEntries(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            fault = "the folder cannot be listed: " + e.Message;
        }
        if (entries is null)
        {
            yield return (folder, fault);
            yield break;
        }
        Array.Sort(entries, StringComparer.Ordinal);
        foreach (string entry in entries)
        {
            if (Path.GetFileName(entry).StartsWith('.')) continue;
            var info = new FileInfo(entry);
            if (Directory.Exists(entry))
            {
                if (info.LinkTarget is not null) continue;
                foreach (var file in FilesOf(entry)) yield return file;
            }
            else if (FolderEndings.Any(e => entry.EndsWith(e, StringComparison.OrdinalIgnoreCase)))
            {
                yield return (entry, null);
            }
        }
    }

    private static IEnumerable<ReadResult> FromFile(string path, LabelMaker labels, bool inFolder)
    {
        var (stream, rejected) = Open(path, inFolder);
        if (stream is null) return [rejected!];
        string label = LabelMaker.OfFile(path);
        if (path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase)) return Closing(stream, JsonDocuments.Lines(stream, path, label, labels));
        return Closing(stream, Whole(stream, path, label, labels, path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)));
    }

    private static (Stream? Stream, RejectedInput? Rejected) Open(string path, bool inFolder)
    {
        try
        {
            // In a folder a pipe or an empty file is not opened at all: reading it could wait for ever.
            if (inFolder && new FileInfo(path) is { Exists: true, Length: 0, LinkTarget: null }) return (null, Empty(path));
            return (new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16), null);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, new RejectedInput(path, null, "there is no such file or folder", "check the name"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (null, new RejectedInput(path, null, "it cannot be opened: " + e.Message, "check that it is a file that may be read"));
        }
    }

    private static IEnumerable<ReadResult> Closing(Stream stream, IEnumerable<ReadResult> results)
    {
        using (stream)
        {
            foreach (var result in results) yield return result;
        }
    }

    private static IEnumerable<ReadResult> FromStream(Stream input, LabelMaker labels)
    {
        var buffered = new BufferedStart(input);
        return buffered.FirstVisible() switch
        {
            (byte)'{' => JsonDocuments.Lines(buffered, "-", "stdin", labels),
            _ => Whole(buffered, "-", "stdin", labels, json: false),
        };
    }

    private static IEnumerable<ReadResult> Whole(Stream stream, string uri, string label, LabelMaker labels, bool json)
    {
        var (bytes, fault) = Bytes(stream);
        if (fault is not null) return [new RejectedInput(uri, null, fault, fault.StartsWith("it has", StringComparison.Ordinal) ? "split it into documents, one file or one JSON line each" : "try again")];
        if (bytes!.Length == 0) return [Empty(uri)];
        if (FileKind.NotText(bytes) is { } kind) return [new RejectedInput(uri, null, kind.Reason, kind.Remedy)];
        if (json) return JsonDocuments.Whole(bytes, uri, label, labels);
        return [Plain(bytes, uri, label, labels)];
    }

    private static ReadResult Plain(byte[] bytes, string uri, string label, LabelMaker labels)
    {
        var decoded = TextDecoder.Decode(bytes);
        if (decoded.Encoding is null) return new RejectedInput(uri, null, "it holds zero bytes and is no text", "give the text of the document");
        string text = decoded.Text;
        if (string.IsNullOrWhiteSpace(text)) return Empty(uri);
        if (text.Length > MostCharacters) return TooLong(uri, null, text.Length);
        return new SourceDocument { Uri = uri, Label = labels.Make(label), Text = text, Notes = decoded.Notes };
    }

    internal static RejectedInput TooLong(string uri, long? line, int length) =>
        new(uri, line, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"the text has {length} characters; one article may have {MostCharacters}"), "split it into documents");

    private static RejectedInput Empty(string uri) => new(uri, null, "it is empty", "give a file with text in it");

    private static (byte[]? Bytes, string? Fault) Bytes(Stream stream)
    {
        try
        {
            if (stream.CanSeek && stream.Length > MostFileBytes) return (null, TooLarge(stream.Length));
            using var memory = new MemoryStream(stream.CanSeek ? (int)stream.Length : 0);
            byte[] buffer = new byte[1 << 16];
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                if (memory.Length + read > MostFileBytes) return (null, TooLarge(null));
                memory.Write(buffer, 0, read);
            }
            return (memory.ToArray(), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, "it cannot be read: " + e.Message);
        }
    }

    private static string TooLarge(long? bytes) => bytes is { } known
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"it has {known} bytes; a plain file may have {MostFileBytes}")
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"it has more than the {MostFileBytes} bytes that a plain file may have");
}
