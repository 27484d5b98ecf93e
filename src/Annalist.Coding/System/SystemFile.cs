using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Annalist.Coding;

/// <summary>Reads a file of patterns of the system layer.</summary>
internal static class SystemFile
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="DataFileException">The file is missing or broken.</exception>
    public static T Read<T>(string file, JsonTypeInfo<T> type)
    {
        if (!File.Exists(file)) throw new DataFileException(file, null, "the file is missing: give the program's data folder, or build it anew");
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(file), type) ?? throw new DataFileException(file, null, "it holds null: write an object");
        }
        catch (JsonException e)
        {
            throw new DataFileException(file, $"line {e.LineNumber + 1}, {e.Path}", e.Message, e);
        }
    }
}
