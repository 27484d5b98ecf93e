using System.Diagnostics;
using System.Globalization;
using Annalist.Language;

namespace Annalist.Training;

/// <summary>Trains the network: batches over shards, a checkpoint and a line of figures each epoch.</summary>
internal sealed class NetworkTraining
{
    private readonly NetworkOptions options;
    private readonly List<Example> train;
    private readonly List<(string Name, List<Example> Data)> dev = [];
    private readonly int[][] slots;
    private readonly NetworkWeights weights;
    private readonly ParserNetwork network;
    private readonly NetworkGradient[] shards;
    private readonly Dropout[] streams;
    private readonly double[][] chance;
    private readonly TextWriter log;

    public NetworkTraining(NetworkOptions options, TextWriter log)
    {
        this.options = options;
        this.log = log;
        var corpus = new Corpus();
        train = corpus.Load(Corpus.Read(Path.Combine(options.Ud, "ewt-train.conllu")).Concat(Corpus.Read(Path.Combine(options.Ud, "gum-cc-train.conllu"))), true);
        foreach (string part in new[] { "ewt-dev", "gum-cc-dev" }) dev.Add((part, corpus.Load(Corpus.Read(Path.Combine(options.Ud, part + ".conllu")), false)));
        var (lower, lowerCount) = Vocabulary(train.SelectMany(e => e.Words.Select(w => w.Lower)));
        var (forms, formCount) = Vocabulary(train.SelectMany(e => e.Words.Select(w => w.Form)));
        var vectors = options.Vectors.Length > 0 ? VectorFile.Read(options.Vectors, options.VectorWords) : WordVectors.None;
        weights = new NetworkWeights(options.Shape(lower.Length, forms.Length, corpus.Tags, corpus.Labels) with { Vectors = vectors.Width }, [lower, forms], vectors);
        chance = [Chance(lowerCount), Chance(formCount)];
        Start(weights, options.Seed);
        network = new ParserNetwork(weights, training: true);
        shards = [.. Enumerable.Range(0, options.Shards).Select(_ => new NetworkGradient(network))];
        streams = [.. Enumerable.Range(0, options.Shards).Select(s => new Dropout((ulong)((options.Seed * 1000) + s)))];
        if (options.Limit < train.Count) train = [.. train.Take(options.Limit)];
        slots = [.. train.Select(Slots)];
    }

    /// <summary>Random weights to begin with.</summary>
    public static unsafe void Start(NetworkWeights weights, int seed)
    {
        var random = new Dropout((ulong)seed + 77);
        foreach (var p in weights.Layout.Parts)
        {
            float* w = weights.Dense.P + p.Start;
            bool gain = p.Name.EndsWith("gain", StringComparison.Ordinal);
            float size = p.Rows > 1 ? MathF.Sqrt(1f / p.Rows) : p.Name == "arc root" ? 0.1f : 0;
            if (p.Name is "distance weight" or "tag back weight" or "pair weight") size *= 0.5f;
            for (int i = 0; i < p.Length; i++) w[i] = gain ? 1 : size == 0 ? 0 : size * random.Normal();
        }
        // A recurrence remembers at first.
        for (int i = 0; i < weights.Shape.Layers.Length; i++)
        {
            int h = weights.Shape.Hidden;
            if (weights.Shape.Layers[i] == 0) new Span<float>(weights.Dense.P + weights.Layout.Bias[i].Start + h, h).Fill(1);
        }
        foreach (var t in weights.Tables)
        {
            for (int i = 0; i < t.Length; i++) t.P[i] = 0.1f * random.Normal();
        }
    }

    public void Run()
    {
        Directory.CreateDirectory(options.Out);
        var optimizer = new AdamOptimizer(weights, options.Average);
        var clock = Stopwatch.StartNew();
        long words = train.Sum(e => (long)e.Length);
        int perEpoch = (int)(words / options.BatchWords) + 1, step = 0;
        long total = (long)perEpoch * options.Epochs;
        Log(clock, $"{train.Count} sentences, {words} words, {weights.Layout.Length} numbers in matrices, {weights.Tables.Sum(t => t.Length)} in tables, about {perEpoch} steps an epoch");
        double best = 0;
        bool over = false;
        for (int epoch = 1; epoch <= options.Epochs && !over; epoch++)
        {
            double tag = 0, arc = 0, label = 0;
            foreach (var batch in Batches(epoch))
            {
                over = options.Minutes > 0 && clock.Elapsed.TotalMinutes > options.Minutes;
                if (over) break;
                Fill(batch);
                int n = shards.Sum(s => s.Buffers.Rows);
                double progress = Math.Min(1, options.Minutes > 0 ? clock.Elapsed.TotalMinutes / options.Minutes : (double)step / total);
                double rate = options.Rate * Math.Min((step + 1.0) / options.Warmup, 0.5 * (1 + Math.Cos(Math.PI * progress)) + 0.005);
                Parallel.For(0, shards.Length, s =>
                {
                    streams[s].Masks(shards[s].Buffers, weights.Shape, options.InputDrop, options.LayerDrop, options.HeadDrop);
                    shards[s].Run(1f / n);
                });
                optimizer.Step(shards, rate);
                network.Pack();
                step++;
                tag += shards.Sum(s => s.TagLoss);
                arc += shards.Sum(s => s.ArcLoss);
                label += shards.Sum(s => s.LabelLoss);
                if (step is 1 or 10 or 50 || (epoch == 1 && step % 100 == 0)) Log(clock, $"step {step} loss of the batch {shards.Sum(s => s.Loss) / n:F3}");
            }
            Log(clock, $"epoch {epoch} step {step} loss tag {tag / words:F4} arc {arc / words:F4} label {label / words:F4}");
            if (epoch < options.EvalFrom && !over) continue;
            using (var file = File.Create(Path.Combine(options.Out, "last.weights"))) optimizer.Averaged.Write(file);
            var averaged = new ParserNetwork(optimizer.Averaged);
            var figures = new Figures[dev.Count];
            Parallel.For(0, dev.Count, d => figures[d] = Measure(averaged, dev[d].Data));
            for (int d = 0; d < dev.Count; d++) Log(clock, $"epoch {epoch} {dev[d].Name} {figures[d]}");
            double las = figures.Sum(f => f.Las);
            if (las <= best) continue;
            best = las;
            File.Copy(Path.Combine(options.Out, "last.weights"), Path.Combine(options.Out, "best.weights"), true);
        }
    }

    /// <summary>Shares of right answers of a network.</summary>
    public static Figures Measure(ParserNetwork network, IReadOnlyList<Example> data)
    {
        var shape = network.Weights.Shape;
        var tags = network.Tags;
        var b = new NetworkBuffers(shape, false);
        long n = 0, upos = 0, xpos = 0, uas = 0, las = 0;
        foreach (var e in data)
        {
            b.Begin(e.Length);
            network.Add(b, [.. e.Sentence.Tokens.Select(t => t.Form)]);
            network.Run(b);
            for (int i = 0; i < e.Length; i++)
            {
                var gold = e.Sentence.Tokens[i];
                n++;
                if (tags.Upos[b.Tags[i]] == gold.Upos) upos++;
                if (tags.Xpos[b.Tags[i]] == gold.Xpos) xpos++;
                if (b.Heads[i] != gold.Head) continue;
                uas++;
                if (shape.Labels[b.Labels[i]] == gold.Deprel) las++;
            }
        }
        return new(100.0 * upos / n, 100.0 * xpos / n, 100.0 * uas / n, 100.0 * las / n);
    }

    private IEnumerable<List<int>> Batches(int epoch)
    {
        int[] order = [.. Enumerable.Range(0, train.Count)];
        new Random((options.Seed * 997) + epoch).Shuffle(order);
        var batch = new List<int>();
        int words = 0;
        foreach (int i in order)
        {
            batch.Add(i);
            words += train[i].Length;
            if (words < options.BatchWords) continue;
            yield return batch;
            batch = [];
            words = 0;
        }
        if (batch.Count > 0) yield return batch;
    }

    private void Fill(List<int> batch)
    {
        int room = batch.Sum(i => train[i].Length);
        foreach (var s in shards)
        {
            s.Buffers.Begin(room);
            s.Gold.Clear();
        }
        foreach (int i in batch)
        {
            int at = 0;
            for (int s = 1; s < shards.Length; s++)
            {
                if (shards[s].Buffers.Rows < shards[at].Buffers.Rows) at = s;
            }
            var b = shards[at].Buffers;
            var e = train[i];
            slots[i].CopyTo(b.Slots, b.Rows * WordSlots.Count);
            if (streams[at].NextDouble() < options.CaseChange) Recase(e, b, streams[at].NextDouble());
            for (int w = 0; w < e.Length; w++)
            {
                var row = b.Slots.AsSpan((b.Rows + w) * WordSlots.Count, 2);
                if (streams[at].NextDouble() < chance[0][row[0]]) row.Clear();
                else if (streams[at].NextDouble() < chance[1][row[1]]) row[1] = 0;
                if (streams[at].NextDouble() < options.VectorDrop) b.Slots[((b.Rows + w) * WordSlots.Count) + WordSlots.Vector] = 0;
            }
            shards[at].Gold.Tags.AddRange(e.Tags);
            shards[at].Gold.Heads.AddRange(e.Heads);
            shards[at].Gold.Labels.AddRange(e.Labels);
            b.Rows += e.Length;
            b.Starts.Add(b.Rows);
        }
    }

    /// <summary>Headlines stand in capitals or in title case, and much on the web in small letters alone: some sentences are learnt that way.</summary>
    private void Recase(Example e, NetworkBuffers b, double choice)
    {
        for (int i = 0; i < e.Length; i++)
        {
            string form = e.Sentence.Tokens[i].Form;
            string changed = choice < 0.35 ? form.ToUpperInvariant() : choice < 0.8 ? string.Concat(form[..1].ToUpperInvariant(), form.AsSpan(1)) : form.ToLowerInvariant();
            weights.Fill(changed, b.Slots.AsSpan((b.Rows + i) * WordSlots.Count, WordSlots.Count));
        }
    }

    private int[] Slots(Example e)
    {
        int[] list = new int[e.Length * WordSlots.Count];
        for (int i = 0; i < e.Length; i++) weights.Fill(e.Sentence.Tokens[i].Form, list.AsSpan(i * WordSlots.Count, WordSlots.Count));
        return list;
    }

    private static (uint[] Words, int[] Counts) Vocabulary(IEnumerable<uint> words)
    {
        var kept = words.GroupBy(w => w).Select(g => (g.Key, Count: g.Count())).Where(x => x.Count > 1).OrderByDescending(x => x.Count).ThenBy(x => x.Key).ToArray();
        return ([.. kept.Select(k => k.Key)], [0, .. kept.Select(k => k.Count)]);
    }

    private double[] Chance(int[] counts) => [.. counts.Select(c => c == 0 ? 0 : options.WordDrop / (options.WordDrop + c))];

    private void Log(Stopwatch clock, FormattableString line)
    {
        string text = $"{clock.Elapsed.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture)} s {line.ToString(CultureInfo.InvariantCulture)}";
        log.WriteLine(text);
        log.Flush();
        File.AppendAllText(Path.Combine(options.Out, "log.txt"), text + "\n");
    }
}
