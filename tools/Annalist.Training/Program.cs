using System.Diagnostics;
using Annalist.Language;
using Annalist.Training;

string ud = "../shared/ud", folder = "data/language/en";
int minUpdates = 3;
double minWeight = 0.1;
int tagEpochs = 8, parseEpochs = 12, folds = 5;
double explore = 0.9;
for (int i = 0; i < args.Length; i++)
{
    if (args[i] == "--ud") ud = args[++i];
    if (args[i] == "--out") folder = args[++i];
    if (args[i] == "--epochs") parseEpochs = int.Parse(args[++i], System.Globalization.CultureInfo.InvariantCulture);
}
var clock = Stopwatch.StartNew();
var corpus = new Corpus();
var train = corpus.Load(Corpus.Read(Path.Combine(ud, "ewt-train.conllu")).Concat(Corpus.Read(Path.Combine(ud, "gum-cc-train.conllu"))), true);
var dev = corpus.Load(Corpus.Read(Path.Combine(ud, "ewt-dev.conllu")), false);
var dev2 = corpus.Load(Corpus.Read(Path.Combine(ud, "gum-cc-dev.conllu")), false);
Console.WriteLine($"{clock.Elapsed.TotalSeconds:F1} s read {train.Count} sentences, {train.Sum(e => e.Length)} words, {corpus.Tags.Count} tags, {corpus.Labels.Count} labels");

var jack = new WordInfo[train.Count][];
var foldTask = Task.Run(() =>
{
    for (int k = 0; k < folds; k++)
    {
        var rest = train.Where((_, i) => i % folds != k).ToList();
        var d = TaggerTraining.Dictionary(rest, out _, out _);
        var m = TaggerTraining.Train(rest, d, corpus.Tags.Count, 5, 7 + k, null);
        var t = new Tagger(m.ToTable(1, 0, 64), d);
        for (int i = k; i < train.Count; i += folds)
        {
            jack[i] = (WordInfo[])train[i].Words.Clone();
            t.Tag(jack[i]);
        }
    }
});
var dictionary = TaggerTraining.Dictionary(train, out var sure, out var ambiguity);
var tagModel = TaggerTraining.Train(train, dictionary, corpus.Tags.Count, tagEpochs, 1, (epoch, m) =>
{
    var t = new Tagger(m.ToTable(2, 0.02, 64), dictionary);
    Console.WriteLine($"{clock.Elapsed.TotalSeconds:F1} s tagger epoch {epoch + 1}: ewt {Figures.Measure(dev, corpus.Tags, t, null)}  gum {Figures.Measure(dev2, corpus.Tags, t, null)} features {m.Features}");
});
byte[] tagBytes = tagModel.Pack(2, 0.02, 64);
var tagger = new Tagger(WeightTable.Read(tagBytes), dictionary);
Console.WriteLine($"tagger {tagBytes.Length} bytes, sure {sure.Count}, ambiguity {ambiguity.Count}");
await foldTask;
Console.WriteLine($"{clock.Elapsed.TotalSeconds:F1} s jackknife");
var transitions = ParserTraining.Transitions(train);
var parseModel = ParserTraining.Train([.. train.Select((e, i) => (e, jack[i]))], transitions, parseEpochs, explore, 3, (epoch, m) =>
{
    var p = new Parser(m.ToTable(2, 0.02, 32), transitions);
    Console.WriteLine($"{clock.Elapsed.TotalSeconds:F1} s parser epoch {epoch + 1}: ewt {Figures.Measure(dev, corpus.Tags, tagger, p)}  gum {Figures.Measure(dev2, corpus.Tags, tagger, p)} features {m.Features}");
});
byte[] parseBytes = parseModel.Pack(minUpdates, minWeight, 16);
Console.WriteLine($"parser {parseBytes.Length} bytes, {Figures.Measure(dev, corpus.Tags, tagger, new Parser(WeightTable.Read(parseBytes), transitions))}");
Directory.CreateDirectory(folder);
File.WriteAllBytes(Path.Combine(folder, "tagger.weights"), tagBytes);
File.WriteAllBytes(Path.Combine(folder, "parser.weights"), parseBytes);
File.WriteAllText(Path.Combine(folder, "lemmas.tsv"), Tables.Lemmas(train));
File.WriteAllText(Path.Combine(folder, "feats.tsv"), Tables.Feats(train));
File.WriteAllText(Path.Combine(folder, "inventory.tsv"), Tables.Inventory(corpus, transitions, train, sure, ambiguity));
File.WriteAllText(Path.Combine(folder, "manifest.json"), "{\n  \"version\": \"en-0.1\",\n  \"licence\": \"CC BY-SA 4.0\"\n}\n");
