using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Annalist.Language;

namespace Annalist.Training;

/// <summary>Writes <c>manifest.json</c>: what the weights are, where they come from, how good they are.</summary>
internal static class Manifest
{
    private static readonly string[] Files = ["tagger.weights", "moves.weights", "labels.weights", "inventory.tsv", "lemmas.tsv", "feats.tsv", "network.weights"];
    private static readonly string[] Parts = ["ewt-dev", "ewt-test", "gum-cc-dev", "gum-cc-test"];
    private static readonly JsonWriterOptions Options = new() { Indented = true };
    private static readonly JsonSerializerOptions Plain = new() { WriteIndented = true };

    /// <summary>Writes the version alone, so that the folder can be loaded.</summary>
    public static void Begin(string folder, string version) => File.WriteAllText(Path.Combine(folder, "manifest.json"), $"{{\n  \"version\": \"{version}\"\n}}\n");

    /// <summary>Measures the folder's model on the development and test parts and writes the whole.</summary>
    public static void Write(string folder, string ud, string version, string date, IReadOnlyDictionary<string, string> recipe)
    {
        var analyzer = Analyzer.Load(folder);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("version", version);
            json.WriteString("date", date);
            json.WriteString("language", "en");
            json.WriteString("licence", "CC BY-SA 4.0");
            json.WriteStartObject("treebanks");
            json.WriteString("UniversalDependencies/UD_English-EWT", "15d613d8447b3478787d4c278730a1e48a945efb");
            json.WriteString("UniversalDependencies/UD_English-GUM", "afb41ee9bca57991125814fa04d96a0e61470c8b");
            json.WriteEndObject();
            json.WriteString("train", "ewt-train, gum-cc-train");
            json.WriteStartObject("recipe");
            foreach (var (key, value) in recipe.OrderBy(r => r.Key, StringComparer.Ordinal)) json.WriteString(key, value);
            json.WriteEndObject();
            json.WriteStartObject("figures");
            foreach (string part in Parts) Measure(analyzer, Path.Combine(ud, part + ".conllu"), part, json);
            json.WriteEndObject();
            json.WriteStartObject("sha256");
            foreach (string file in Files.Where(f => File.Exists(Path.Combine(folder, f)))) json.WriteString(file, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, file)))));
            json.WriteEndObject();
            json.WriteEndObject();
        }
        File.WriteAllText(Path.Combine(folder, "manifest.json"), System.Text.Encoding.UTF8.GetString(stream.ToArray()).ReplaceLineEndings("\n") + "\n");
    }

    /// <summary>After the tables alone have been made anew: their hashes and the shares of lemmas on the development parts; the test parts' stay as the last release measured them.</summary>
    public static void Refresh(string folder, string ud)
    {
        string file = Path.Combine(folder, "manifest.json");
        var manifest = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        var hashes = manifest["sha256"]!.AsObject();
        foreach (string name in Files.Where(f => File.Exists(Path.Combine(folder, f)))) hashes[name] = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, name))));
        var analyzer = Analyzer.Load(folder);
        foreach (string part in Parts.Where(p => p.EndsWith("-dev", StringComparison.Ordinal)))
        {
            var pairs = Corpus.Read(Path.Combine(ud, part + ".conllu")).SelectMany(g => g.Tokens.Zip(analyzer.AnalyzeWords(g).Tokens)).ToList();
            double share = Math.Round(100.0 * pairs.Count(p => p.First.Lemma == p.Second.Lemma || p.First.Lemma == "_") / pairs.Count, 2);
            manifest["figures"]![part]!["lemma"] = share;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{part} lemma {share:F2}"));
        }
        File.WriteAllText(file, manifest.ToJsonString(Plain).ReplaceLineEndings("\n") + "\n");
    }

    private static void Measure(Analyzer analyzer, string file, string part, Utf8JsonWriter json)
    {
        int words = 0, upos = 0, xpos = 0, lemma = 0, uas = 0, las = 0;
        foreach (var gold in Corpus.Read(file))
        {
            foreach (var (g, r) in gold.Tokens.Zip(analyzer.AnalyzeWords(gold).Tokens))
            {
                words++;
                if (g.Upos == r.Upos) upos++;
                if (g.Xpos == r.Xpos) xpos++;
                if (g.Lemma == r.Lemma || g.Lemma == "_") lemma++;
                if (g.Head != r.Head) continue;
                uas++;
                if (g.Deprel == r.Deprel) las++;
            }
        }
        json.WriteStartObject(part);
        json.WriteNumber("words", words);
        foreach (var (name, n) in new[] { ("upos", upos), ("xpos", xpos), ("lemma", lemma), ("uas", uas), ("las", las) })
        {
            json.WriteNumber(name, Math.Round(100.0 * n / words, 2));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{part} {name} {100.0 * n / words:F2}"));
        }
        json.WriteEndObject();
    }
}
