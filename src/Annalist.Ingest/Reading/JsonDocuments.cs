using System.Globalization;
using System.Text.Json;
using Annalist.Model;

namespace Annalist.Ingest;

/// <summary>Reads documents from JSON: one object a line, or one file with an object or an array of objects.</summary>
internal static class JsonDocuments
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32 };

    /// <summary>Reads JSON lines. A broken line is rejected with its number; the others are read.</summary>
    public static IEnumerable<ReadResult> Lines(Stream stream, string uri, string label, LabelMaker labels)
    {
        long number = 0;
        bool any = false;
        foreach (var (line, fault) in ByteLines(stream))
        {
            number++;
            if (fault is not null)
            {
                any = true;
                yield return new RejectedInput(uri, number, fault, "split the document, or mend the line");
                continue;
            }
            var bytes = number == 1 && line!.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? line.AsMemory(3) : line.AsMemory();
            if (IsBlank(bytes.Span)) continue;
            any = true;
            yield return FromLine(bytes, uri, number, label, labels);
        }
        if (!any) yield return new RejectedInput(uri, null, "it is empty", "give a file with documents in it");
    }

    /// <summary>Reads a file that ends in .json: JSON lines, one object, or an array of objects.</summary>
    public static IEnumerable<ReadResult> Whole(byte[] bytes, string uri, string label, LabelMaker labels)
    {
        if (FirstLineIsObject(bytes)) return Lines(new MemoryStream(bytes), uri, label, labels);
        JsonDocument json;
        try
        {
            int start = bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
            json = JsonDocument.Parse(bytes.AsMemory(start), Options);
        }
        catch (JsonException e)
        {
            return [new RejectedInput(uri, e.LineNumber + 1, "it is not JSON: " + Short(e.Message), "mend the file, or write one object a line")];
        }
        using (json)
        {
            if (json.RootElement.ValueKind != JsonValueKind.Array) return [FromElement(json.RootElement, uri, null, label, labels)];
            var results = json.RootElement.EnumerateArray().Select(e => FromElement(e, uri, null, label, labels)).ToList();
            return results.Count > 0 ? results : [new RejectedInput(uri, null, "it is empty", "give a file with documents in it")];
        }
    }

    private static bool FirstLineIsObject(byte[] bytes)
    {
        int end = Array.IndexOf(bytes, (byte)'\n');
        var line = bytes.AsMemory(0, end < 0 ? bytes.Length : end);
        if (line.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) line = line[3..];
        if (line.Span.TrimStart(" \t"u8) is not [(byte)'{', ..]) return false;
        try
        {
            using var json = JsonDocument.Parse(line, Options);
            return json.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            // A broken first line among whole ones is still JSON lines: one that stands for itself closes its brace.
            return line.Span.TrimEnd(" \t\r"u8) is [.., (byte)'}'];
        }
    }

    private static ReadResult FromLine(ReadOnlyMemory<byte> line, string uri, long number, string label, LabelMaker labels)
    {
        try
        {
            using var json = JsonDocument.Parse(line, Options);
            return FromElement(json.RootElement, uri, number, label, labels);
        }
        catch (JsonException e)
        {
            return new RejectedInput(uri, number, "the line is not JSON: " + Short(e.Message), "mend the line; the others were read");
        }
    }

    private static ReadResult FromElement(JsonElement element, string uri, long? line, string label, LabelMaker labels)
    {
        const string Shape = "write {\"id\":…,\"text\":…} with both in quotation marks";
        try
        {
            if (element.ValueKind != JsonValueKind.Object) return new RejectedInput(uri, line, "it is no JSON object", Shape);
            if (!element.TryGetProperty("text", out var body) || body.ValueKind != JsonValueKind.String) return new RejectedInput(uri, line, "the document has no \"text\"", Shape);
            string text = body.GetString()!;
            if (string.IsNullOrWhiteSpace(text)) return new RejectedInput(uri, line, "the document's \"text\" is empty", Shape);
            if (text.Length > DocumentReader.MostCharacters) return DocumentReader.TooLong(uri, line, text.Length);
            string? id = Value(element, "id") ?? Value(element, "report");
            var notes = new List<Note>();
            return new SourceDocument
            {
                Uri = Value(element, "uri") ?? Value(element, "url") ?? uri,
                Label = labels.Make(string.IsNullOrWhiteSpace(id) ? label : id),
                Text = text,
                IsArticle = true,
                Title = Value(element, "title"),
                Outlet = Value(element, "outlet"),
                Published = Day(Value(element, "published") ?? Value(element, "date"), notes),
                Author = Value(element, "author"),
                Language = Value(element, "language"),
                Notes = notes,
            };
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair escaped alone: JSON allows it, no text holds it.
            return new RejectedInput(uri, line, "a string holds half of a character (\\uD800–\\uDFFF alone)", "write the characters in full");
        }
    }

    private static string? Value(JsonElement element, string key)
    {
        if (!element.TryGetProperty(key, out var value)) return null;
        string? text = value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null };
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    /// <summary>An ISO day, with or without a time behind it; else a date as pages write them, when it can be read in one way only.</summary>
    private static DateOnly? Day(string? given, List<Note> notes)
    {
        if (given is null) return null;
        string text = given.Trim();
        if (text.Length >= 10 && (text.Length == 10 || text[10] is 'T' or ' ' or 't') && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        if (text.Length == 8 && DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)) return day;
        var read = new PageDates(IngestData.Default).Find(text).Where(d => d.Full is not null && !d.Swapped).ToList();
        if (read.Count == 1) return read[0].Full;
        notes.Add(new Note(NoteIds.DateUnresolved, Severity.Warning, null, "the document's day of publication is not understood: " + (text.Length > 60 ? text[..60] : text)));
        return null;
    }

    /// <summary>The lines as bytes. A line beyond the limit is passed over and reported; it is not kept in memory.</summary>
    private static IEnumerable<(byte[]? Line, string? Fault)> ByteLines(Stream stream)
    {
        byte[] buffer = new byte[1 << 16];
        using var line = new MemoryStream();
        bool tooLong = false, pending = false;
        while (true)
        {
            int read = 0;
            string? fault = null;
            try
            {
                read = stream.Read(buffer);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                fault = "it cannot be read further: " + e.Message;
            }
            if (fault is not null)
            {
                yield return (null, fault);
                yield break;
            }
            if (read == 0) break;
            for (int at = 0; at < read;)
            {
                int end = Array.IndexOf(buffer, (byte)'\n', at, read - at);
                int stop = end < 0 ? read : end;
                pending = true;
                if (line.Length + stop - at > DocumentReader.MostLineBytes) tooLong = true;
                else if (!tooLong) line.Write(buffer, at, stop - at);
                at = stop + 1;
                if (end < 0) break;
                yield return Done(line, tooLong);
                line.SetLength(0);
                tooLong = pending = false;
            }
        }
        if (pending) yield return Done(line, tooLong);
    }

    private static (byte[]? Line, string? Fault) Done(MemoryStream line, bool tooLong) => tooLong
        ? (null, string.Create(CultureInfo.InvariantCulture, $"the line has more than {DocumentReader.MostLineBytes} bytes"))
        : (line.ToArray(), null);

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.Trim(" \t\r"u8).IsEmpty;

    /// <summary>The message without the reader's own path and position.</summary>
    private static string Short(string message)
    {
        int cut = message.IndexOf(" Path:", StringComparison.Ordinal);
        if (cut < 0) cut = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (cut < 0 ? message : message[..cut]).TrimEnd('.', ' ');
    }
}
