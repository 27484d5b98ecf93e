using System.Diagnostics;
using System.Globalization;
using Annalist.Language;
using Annalist.Training;

if (args is ["--network", ..])
{
    Environment.ExitCode = NetworkCommand.Run(args);
    return;
}

if (args is ["--raw", ..])
{
    Environment.ExitCode = RawText.Run(args);
    return;
}
if (args is ["--tables", ..])
{
    // Only the tables of lemmas and features: seconds instead of an hour. The weights stay as they are.
    string Option(string name, string usual) => Array.IndexOf(args, name) is > 0 and var at && at + 1 < args.Length ? args[at + 1] : usual;
    string from = Option("--ud", "../shared/ud"), to = Option("--out", "data/language/en");
    var examples = new Corpus().Load(Corpus.Read(Path.Combine(from, "ewt-train.conllu")).Concat(Corpus.Read(Path.Combine(from, "gum-cc-train.conllu"))), true);
    File.WriteAllText(Path.Combine(to, "lemmas.tsv"), LemmaTables.Write(examples));
    File.WriteAllText(Path.Combine(to, "feats.tsv"), Tables.Feats(examples));
    Manifest.Refresh(to, from);
    return;
}

string ud = "../shared/ud", folder = "data/language/en", cache = "", step = "all", date = "", version = "en-0.3";
int tagEpochs = 8, parseEpochs = 8, folds = 5, minUpdates = 3;
double explore = 0.9;
for (int i = 0; i + 1 < args.Length; i += 2)
{
    if (args[i] == "--ud") ud = args[i + 1];
    else if (args[i] == "--out") folder = args[i + 1];
    else if (args[i] == "--cache") cache = args[i + 1];
    else if (args[i] == "--step") step = args[i + 1];
    else if (args[i] == "--date") date = args[i + 1];
    else if (args[i] == "--version") version = args[i + 1];
    else if (args[i] == "--epochs") parseEpochs = int.Parse(args[i + 1], CultureInfo.InvariantCulture);
    else if (args[i] == "--min") minUpdates = int.Parse(args[i + 1], CultureInfo.InvariantCulture);
    else if (args[i] == "--explore") explore = double.Parse(args[i + 1], CultureInfo.InvariantCulture);
}
var recipe = new Dictionary<string, string>
{
    ["tagger"] = FormattableString.Invariant($"averaged perceptron, left to right, {tagEpochs} epochs, seed 1; a dictionary decides frequent words with one tag"),
    ["parser"] = FormattableString.Invariant($"greedy arc-hybrid, averaged perceptrons for move and label, dynamic oracle, exploration {explore}, best of {parseEpochs} epochs on dev, features of {minUpdates} corrections or more, seed 3"),
    ["network"] = new NetworkOptions().Recipe,
    ["tags for the parser's training"] = FormattableString.Invariant($"{folds}-fold jackknife"),
};
if (step == "manifest")
{
    Manifest.Write(folder, ud, version, date, recipe);
    return;
}
// The tables that are kept by hand belong to the model: a clean folder gets them from the one in the repository.
Directory.CreateDirectory(folder);
foreach (string table in new[] { "text-rules.tsv", "lemma-words.tsv" })
{
    string target = Path.Combine(folder, table);
    if (!File.Exists(target)) File.Copy(Path.Combine("data/language/en", table), target);
}
var clock = Stopwatch.StartNew();
var corpus = new Corpus();
var train = corpus.Load(Corpus.Read(Path.Combine(ud, "ewt-train.conllu")).Concat(Corpus.Read(Path.Combine(ud, "gum-cc-train.conllu"))), true);
var dev = corpus.Load(Corpus.Read(Path.Combine(ud, "ewt-dev.conllu")), false);
var dev2 = corpus.Load(Corpus.Read(Path.Combine(ud, "gum-cc-dev.conllu")), false);
var tagSet = new TagSet(corpus.Tags);
Log($"read {train.Count} sentences, {train.Sum(e => e.Length)} words, {corpus.Tags.Count} tags, {corpus.Labels.Count} labels");

var dictionary = TaggerTraining.Dictionary(train, out var sure, out var ambiguity);
byte[] tagBytes;
var jack = train.Select(e => (WordInfo[])e.Words.Clone()).ToArray();
if (cache.Length > 0 && File.Exists(cache + ".tagger"))
{
    tagBytes = File.ReadAllBytes(cache + ".tagger");
    byte[] tags = File.ReadAllBytes(cache + ".tags");
    int at = 0;
    foreach (var words in jack)
    {
        for (int i = 0; i < words.Length; i++) words[i].Tag = tags[at++];
    }
}
else
{
    var foldTask = Task.Run(() =>
    {
        for (int k = 0; k < folds; k++)
        {
            var rest = train.Where((_, i) => i % folds != k).ToList();
            var d = TaggerTraining.Dictionary(rest, out _, out _);
            var t = new Tagger(TaggerTraining.Train(rest, d, corpus.Tags.Count, 5, 7 + k, null).ToTable(0.02, 64), d);
            for (int i = k; i < train.Count; i += folds) t.Tag(jack[i]);
        }
    });
    var tagModel = TaggerTraining.Train(train, dictionary, corpus.Tags.Count, tagEpochs, 1, (epoch, m) =>
    {
        if (epoch % 3 == 1) Log($"tagger epoch {epoch + 1}: ewt {Figures.Measure(dev, tagSet, new Tagger(m.ToTable(0.02, 64), dictionary), null)}");
    });
    tagBytes = tagModel.Pack(0.02, 64);
    await foldTask;
    Log($"jackknife");
    if (cache.Length > 0)
    {
        File.WriteAllBytes(cache + ".tagger", tagBytes);
        File.WriteAllBytes(cache + ".tags", [.. jack.SelectMany(j => j.Select(w => (byte)w.Tag))]);
    }
}
var tagger = new Tagger(WeightTable.Read(tagBytes), dictionary);
Log($"tagger {tagBytes.Length} bytes, sure {sure.Count}, classes {ambiguity.Count}: ewt {Figures.Measure(dev, tagSet, tagger, null)} gum {Figures.Measure(dev2, tagSet, tagger, null)}");
foreach (var words in jack) Parser.Prepare(words, tagSet.UposIndex, tagSet.Kinds);
File.WriteAllBytes(Path.Combine(folder, "tagger.weights"), tagBytes);
double bestLas = 0;
ParserTraining.Train([.. train.Select((e, i) => (e, jack[i]))], corpus.Labels.Count, parseEpochs, explore, minUpdates, 3, (epoch, moves, labels) =>
{
    if (epoch is 1 or 2 && parseEpochs > 3) return;
    byte[] moveBytes = Packing.Moves(moves.Rows(0.05, 32), 4), labelBytes = Packing.Weights(labels.Rows(0.05, 32), corpus.Labels.Count, 4);
    var p = new Parser(MoveTable.Read(moveBytes), WeightTable.Read(labelBytes));
    var ewt = Figures.Measure(dev, tagSet, tagger, p);
    var gum = Figures.Measure(dev2, tagSet, tagger, p);
    Log($"parser epoch {epoch + 1}: ewt {ewt}  gum {gum} features {moves.Features} {labels.Features} bytes {moveBytes.Length} {labelBytes.Length}");
    if (ewt.Las + gum.Las <= bestLas) return;
    bestLas = ewt.Las + gum.Las;
    File.WriteAllBytes(Path.Combine(folder, "moves.weights"), moveBytes);
    File.WriteAllBytes(Path.Combine(folder, "labels.weights"), labelBytes);
});
File.WriteAllText(Path.Combine(folder, "lemmas.tsv"), LemmaTables.Write(train));
File.WriteAllText(Path.Combine(folder, "feats.tsv"), Tables.Feats(train));
File.WriteAllText(Path.Combine(folder, "inventory.tsv"), Tables.Inventory(corpus, train, sure, ambiguity));
Manifest.Begin(folder, version);
if (step == "all") Manifest.Write(folder, ud, version, date, recipe);

void Log(FormattableString line) => Console.WriteLine($"{clock.Elapsed.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture)} s {line.ToString(CultureInfo.InvariantCulture)}");
