using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Annalist.Worlds;

/// <summary>Begins a pack of the user's own: a folder with a manifest, all tables with their headers and one example each behind <c>#</c>, a README and the schema for editors.</summary>
public static class PackTemplate
{
    /// <summary>The folder that holds the schema, and under <c>template</c> what a new pack is made of.</summary>
    private static string Schema => Path.Combine(World.DefaultFolder, "schema");

    /// <summary>The id that a pack in a folder of this name gets: lower case, letters and digits, hyphens between; empty when the name has neither letter nor digit of ASCII.</summary>
    public static string IdOf(string folderName)
    {
        ArgumentNullException.ThrowIfNull(folderName);
        var id = new StringBuilder();
        foreach (char c in folderName.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c)) id.Append(char.ToLowerInvariant(c));
            else if (id.Length > 0 && id[^1] != '-' && c <= 127) id.Append('-');
        }
        return id.ToString().TrimEnd('-');
    }

    /// <summary>Writes a new pack.</summary>
    /// <param name="folder">Its folder; made when it is not there.</param>
    /// <param name="id">Its id.</param>
    /// <param name="title">Its title.</param>
    /// <param name="date">Day on which it begins.</param>
    /// <returns>Names of the files written, sorted.</returns>
    /// <exception cref="IOException">The folder is not empty, is a file, or cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    public static IReadOnlyList<string> Write(string folder, string id, string title, DateOnly date)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(title);
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()) throw new IOException($"the folder {folder} is not empty");
        Directory.CreateDirectory(folder);
        var written = new List<string>();
        void Put(string name, string text)
        {
            File.WriteAllText(Path.Combine(folder, name), text, new UTF8Encoding(false));
            written.Add(name);
        }
        Put("manifest.json", Manifest(id, title, date));
        foreach (string file in Directory.GetFiles(Path.Combine(Schema, "template"))) Put(Path.GetFileName(file), File.ReadAllText(file).Replace("{pack}", id, StringComparison.Ordinal).Replace("{title}", title, StringComparison.Ordinal));
        foreach (string name in new[] { "manifest.schema.json", "tables.json" }) Put(name, File.ReadAllText(Path.Combine(Schema, name)));
        written.Sort(StringComparer.Ordinal);
        return written;
    }

    private static string Manifest(string id, string title, DateOnly date)
    {
        using var stream = new MemoryStream();
        using (var w = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            w.WriteStartObject();
            w.WriteString("$schema", "manifest.schema.json");
            w.WriteString("id", id);
            w.WriteString("version", "0.1.0");
            w.WriteString("title", title);
            w.WriteString("description", "");
            w.WriteString("date", date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            w.WriteString("licence", "");
            w.WriteBoolean("overlay", true);
            w.WriteStartArray("requires");
            w.WriteStringValue("world");
            w.WriteEndArray();
            w.WriteStartArray("sources");
            w.WriteEndArray();
            w.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
