using Annalist.Language;

namespace Annalist.Training;

/// <summary>A sentence of a treebank with the hashes that the models see.</summary>
internal sealed class Example
{
    public required Sentence Sentence { get; init; }

    public required WordInfo[] Words { get; init; }

    /// <summary>Gold classes of the tagger.</summary>
    public required int[] Tags { get; init; }

    public required int[] Heads { get; init; }

    public required int[] Labels { get; init; }

    public int Length => Words.Length;
}

/// <summary>Inventory of tags and labels, and the reading of treebanks.</summary>
internal sealed class Corpus
{
    public List<string> Tags { get; } = [];

    public List<string> Labels { get; } = [];

    private readonly Dictionary<string, int> tagIndex = [];
    private readonly Dictionary<string, int> labelIndex = [];

    public static List<Sentence> Read(string path)
    {
        using var reader = new StreamReader(path);
        return [.. ConlluReader.Read(reader).Select(s => s.Sentence)];
    }

    public List<Example> Load(IEnumerable<Sentence> sentences, bool grow)
    {
        var list = new List<Example>();
        foreach (var s in sentences)
        {
            list.Add(new Example
            {
                Sentence = s,
                Words = [.. s.Tokens.Select(t => WordInfo.Of(t.Form))],
                Tags = [.. s.Tokens.Select(t => Id(Tags, tagIndex, t.Upos + "|" + t.Xpos, grow))],
                Heads = [.. s.Tokens.Select(t => t.Head)],
                Labels = [.. s.Tokens.Select(t => Id(Labels, labelIndex, t.Deprel, grow))],
            });
        }
        return list;
    }

    private static int Id(List<string> names, Dictionary<string, int> index, string name, bool grow)
    {
        if (index.TryGetValue(name, out int i)) return i;
        if (!grow) return -1;
        names.Add(name);
        return index[name] = names.Count - 1;
    }
}
