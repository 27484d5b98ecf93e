using Annalist.Language;

namespace Annalist.Training;

/// <summary>Compares the derivatives with differences of the loss, part by part, on a small network.</summary>
internal static unsafe class GradientCheck
{
    /// <summary>For each part: the slope along the derivative as derived and as measured.</summary>
    public static IReadOnlyList<(string Part, double Derived, double Measured)> Run()
    {
        var shape = new NetworkShape
        {
            Parts = [16, 16, 16, 16],
            Rows = [9, 9, 64, 64],
            Hidden = 32,
            Vectors = 8,
            Layers = [1, 0, 2],
            TagAfter = 2,
            Arc = 16,
            Label = 16,
            Tags = ["A|a", "B|b", "C|c", "D|d", "E|e"],
            Labels = ["root", "x", "y", "z"],
        };
        uint[] words = [.. Enumerable.Range(0, 8).Select(i => WordInfo.Of("w" + i).Form)];
        var weights = new NetworkWeights(shape, [words, words], new WordVectors(8, words, [.. Enumerable.Range(0, 64).Select(i => (byte)((i * 37) % 200))]));
        NetworkTraining.Start(weights, 3);
        var random = new Dropout(5);
        // Away from zeros, where a part would have no slope or a symmetric one.
        for (int i = 0; i < weights.Dense.Length; i++) weights.Dense.P[i] += 0.1f * random.Normal();
        foreach (var t in weights.Tables)
        {
            for (int i = 0; i < t.Length; i++) t.P[i] *= 5;
        }
        var network = new ParserNetwork(weights, training: true);
        var g = new NetworkGradient(network);
        g.Buffers.Begin(12);
        network.Add(g.Buffers, ["w0", "w1", "w5", "other", "w2"]);
        network.Add(g.Buffers, ["w3"]);
        network.Add(g.Buffers, ["w4", "thing", "w6", "w7", "w1", "w1"]);
        g.Gold.Tags.AddRange([0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1]);
        g.Gold.Heads.AddRange([1, -1, 1, 4, 1, -1, 2, 0, -1, 2, 5, 3]);
        g.Gold.Labels.AddRange([1, 0, 2, 3, 1, 0, 2, 3, 0, 1, 1, 2]);
        random.Masks(g.Buffers, shape, 0.1, 0.1, 0.1);
        g.Run(1);
        var parts = new List<(string, double, double)>();
        float[] derived = g.Dense.Span[..weights.Layout.Length].ToArray();
        foreach (var p in weights.Layout.Parts) parts.Add(Along(network, g, p.Name, weights.Dense.P + p.Start, derived[p.Start..(p.Start + p.Length)]));
        g.Run(1);
        int offset = 0;
        for (int t = 0; t < weights.Tables.Length; t++)
        {
            var sum = new float[weights.Tables[t].Length];
            int width = shape.Parts[t];
            for (int i = 0; i < g.Buffers.Rows; i++)
            {
                var slots = g.Buffers.Slots.AsSpan(i * WordSlots.Count, WordSlots.Count);
                int runs = slots[WordSlots.Runs];
                var used = t switch { 0 => slots[..1], 1 => slots.Slice(1, 1), 2 => slots.Slice(2, WordSlots.Affixes), _ => slots.Slice(WordSlots.Runs + 1, runs) };
                foreach (int row in used)
                {
                    for (int c = 0; c < width; c++) sum[(row * width) + c] += g.Input.P[(i * shape.Input) + offset + c] * (t == 3 ? 1f / MathF.Sqrt(runs) : 1);
                }
            }
            parts.Add(Along(network, g, $"table {t}", weights.Tables[t].P, sum));
            g.Run(1);
            offset += width;
        }
        return parts;
    }

    private static (string, double, double) Along(ParserNetwork network, NetworkGradient g, string name, float* w, float[] slope)
    {
        double length = 0;
        foreach (float x in slope) length += (double)x * x;
        length = Math.Sqrt(length);
        if (length < 1e-6) return (name, 0, 0);
        const double Small = 4e-3;
        float[] old = new Span<float>(w, slope.Length).ToArray();
        double high = At(Small), low = At(-Small);
        for (int i = 0; i < old.Length; i++) w[i] = old[i];
        network.Pack();
        return (name, length, (high - low) / (2 * Small));

        double At(double by)
        {
            for (int i = 0; i < old.Length; i++) w[i] = old[i] + (float)(by * slope[i] / length);
            network.Pack();
            g.Run(1);
            return g.Loss;
        }
    }
}
