using System.Globalization;
using System.Text.Json;

namespace Annalist.Language;

/// <summary>All trained data of one language, loaded. Immutable.</summary>
internal sealed class LanguageModel
{
    private LanguageModel(string version, TagSet tags, string[] labels, Tagger tagger, Parser parser, Lemmatizer lemmatizer, FeatsTable feats, TextRules rules)
    {
        Version = version;
        Labels = labels;
        Tags = tags;
        Tagger = tagger;
        Parser = parser;
        Lemmatizer = lemmatizer;
        Feats = feats;
        Rules = rules;
    }

    public string Version { get; }

    public TagSet Tags { get; }

    public string[] Labels { get; }

    public Tagger Tagger { get; }

    public Parser Parser { get; }

    public Lemmatizer Lemmatizer { get; }

    public FeatsTable Feats { get; }

    public TextRules Rules { get; }

    /// <summary>Reads a folder that the training tool wrote.</summary>
    public static LanguageModel Load(string folder)
    {
        var tags = new List<string>();
        var labels = new List<string>();
        var sure = new Dictionary<uint, int>();
        var ambiguity = new Dictionary<uint, uint>();
        int number = 0;
        foreach (string line in File.ReadLines(Path.Combine(folder, "inventory.tsv")))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            string[] p = line.Split('\t');
            switch (p[0])
            {
                case "tag" when p.Length == 2: tags.Add(p[1]); break;
                case "label" when p.Length == 2: labels.Add(p[1]); break;
                case "sure" when p.Length == 3: sure[WordInfo.Of(p[2]).Form] = Number(p[1]); break;
                case "class" when p.Length == 3: ambiguity[WordInfo.Of(p[2]).Lower] = uint.Parse(p[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture); break;
                default: throw new FormatException($"inventory.tsv, line {number.ToString(CultureInfo.InvariantCulture)}: unknown");
            }
        }
        var moves = Task.Run(() => MoveTable.Read(File.ReadAllBytes(Path.Combine(folder, "moves.weights"))));
        var labelWeights = WeightTable.Read(File.ReadAllBytes(Path.Combine(folder, "labels.weights")));
        var tagger = WeightTable.Read(File.ReadAllBytes(Path.Combine(folder, "tagger.weights")));
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "manifest.json")));
        string version = manifest.RootElement.GetProperty("version").GetString() ?? "";
        // lemmas.tsv is trained; the words beside it are kept by hand, so a new training does not lose them.
        string words = Path.Combine(folder, "lemma-words.tsv");
        using var lemmas = new StringReader(File.ReadAllText(Path.Combine(folder, "lemmas.tsv")) + "\n" + (File.Exists(words) ? File.ReadAllText(words) : ""));
        using var feats = new StreamReader(Path.Combine(folder, "feats.tsv"));
        using var rules = new StreamReader(Path.Combine(folder, "text-rules.tsv"));
        return new LanguageModel(version, new TagSet(tags), [.. labels], new Tagger(tagger, new TagDictionary(sure, ambiguity)), new Parser(moves.GetAwaiter().GetResult(), labelWeights), Lemmatizer.Read(lemmas), FeatsTable.Read(feats), TextRules.Read(rules));
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
