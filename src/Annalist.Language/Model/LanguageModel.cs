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
        // The weights are most of the work and are read beside the rest.
        var moves = Task.Run(() => MoveTable.Read(File.ReadAllBytes(Path.Combine(folder, "moves.weights"))));
        var labelWeights = Task.Run(() => WeightTable.Read(File.ReadAllBytes(Path.Combine(folder, "labels.weights"))));
        var tagger = Task.Run(() => WeightTable.Read(File.ReadAllBytes(Path.Combine(folder, "tagger.weights"))));
        var lemmas = Task.Run(() => Lemmas(folder));
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "manifest.json")));
        string version = manifest.RootElement.GetProperty("version").GetString() ?? "";
        var (tags, labels, dictionary) = Inventory(Path.Combine(folder, "inventory.tsv"));
        using var featsSource = new StreamReader(Path.Combine(folder, "feats.tsv"));
        var feats = FeatsTable.Read(featsSource);
        using var rulesSource = new StreamReader(Path.Combine(folder, "text-rules.tsv"));
        var rules = TextRules.Read(rulesSource);
        var parser = new Parser(moves.GetAwaiter().GetResult(), labelWeights.GetAwaiter().GetResult());
        return new LanguageModel(version, new TagSet(tags), [.. labels], new Tagger(tagger.GetAwaiter().GetResult(), dictionary), parser, lemmas.GetAwaiter().GetResult(), feats, rules);
    }

    /// <summary><c>lemmas.tsv</c> is trained; the words beside it are kept by hand, so a new training does not lose them.</summary>
    private static Lemmatizer Lemmas(string folder)
    {
        string words = Path.Combine(folder, "lemma-words.tsv");
        using var source = new StringReader(File.ReadAllText(Path.Combine(folder, "lemmas.tsv")) + "\n" + (File.Exists(words) ? File.ReadAllText(words) : ""));
        return Lemmatizer.Read(source);
    }

    private static (List<string> Tags, List<string> Labels, TagDictionary Dictionary) Inventory(string file)
    {
        var tags = new List<string>();
        var labels = new List<string>();
        var sure = new Dictionary<uint, int>();
        var ambiguity = new Dictionary<uint, uint>(12_000);
        int number = 0;
        Span<Range> columns = stackalloc Range[4];
        ReadOnlySpan<char> rest = File.ReadAllText(file);
        while (rest.Length > 0)
        {
            number++;
            int end = rest.IndexOf('\n');
            var line = (end < 0 ? rest : rest[..end]).TrimEnd('\r');
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (line.Length == 0 || line[0] == '#') continue;
            int count = line.Split(columns, '\t');
            var name = line[columns[0]];
            if (count == 2 && name is "tag") tags.Add(line[columns[1]].ToString());
            else if (count == 2 && name is "label") labels.Add(line[columns[1]].ToString());
            else if (count == 3 && name is "sure") sure[WordInfo.Of(line[columns[2]]).Form] = Number(line[columns[1]]);
            else if (count == 3 && name is "class") ambiguity[WordInfo.Of(line[columns[2]]).Lower] = uint.Parse(line[columns[1]], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            else throw new FormatException($"inventory.tsv, line {number.ToString(CultureInfo.InvariantCulture)}: unknown");
        }
        return (tags, labels, new TagDictionary(sure, ambiguity));
    }

    private static int Number(ReadOnlySpan<char> text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
