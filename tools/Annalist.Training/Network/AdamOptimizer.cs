using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Annalist.Language;

namespace Annalist.Training;

/// <summary>
/// Adam over the matrices and, row by row where a word was seen, over the tables; with a running average of all weights.
/// The shards' derivatives are added in their order, so the number of threads changes nothing.
/// </summary>
internal sealed unsafe class AdamOptimizer
{
    private const float Beta1 = 0.9f, Beta2 = 0.99f, Epsilon = 1e-8f, LargestNorm = 5;
    private const int Halves = 2, AverageEvery = 4;
    private readonly NetworkWeights weights;
    private readonly NetworkWeights average;
    private readonly FloatBuffer first, second, sum;
    private readonly FloatBuffer[] tableFirst, tableSecond, tableSum;
    private readonly int[][] seen;
    private readonly List<int>[,] touched;
    private readonly double averaging;
    private int step;

    public AdamOptimizer(NetworkWeights weights, double averaging)
    {
        this.weights = weights;
        this.averaging = averaging;
        average = new NetworkWeights(weights.Shape, weights.Words, weights.Vectors);
        (first, second, sum) = (new(weights.Dense.Length), new(weights.Dense.Length), new(weights.Dense.Length));
        tableFirst = [.. weights.Tables.Select(t => new FloatBuffer(t.Length))];
        tableSecond = [.. weights.Tables.Select(t => new FloatBuffer(t.Length))];
        tableSum = [.. weights.Tables.Select(t => new FloatBuffer(t.Length))];
        seen = [.. weights.Shape.Rows.Select(r => new int[r])];
        touched = new List<int>[Halves, seen.Length];
        for (int half = 0; half < Halves; half++)
        {
            for (int t = 0; t < seen.Length; t++) touched[half, t] = [];
        }
        Average(0);
    }

    /// <summary>The running average.</summary>
    public NetworkWeights Averaged => average;

    /// <summary>One step.</summary>
    public void Step(NetworkGradient[] shards, double rate)
    {
        step++;
        int length = weights.Dense.Length, middle = (length / 2) & -16;
        var norms = new double[Halves];
        Parallel.For(0, Halves, half =>
        {
            int from = half == 0 ? 0 : middle, to = half == 0 ? middle : length;
            norms[half] = Reduce(shards, from, to);
        });
        double norm = Math.Sqrt(norms[0] + norms[1]);
        float clip = norm > LargestNorm ? (float)(LargestNorm / norm) : 1;
        // Both corrections of the start-up in one factor.
        float r = (float)(rate * Math.Sqrt(1 - Math.Pow(Beta2, step)) / (1 - Math.Pow(Beta1, step)));
        Parallel.For(0, Halves, half =>
        {
            int from = half == 0 ? 0 : middle, to = half == 0 ? middle : length;
            Update(weights.Dense.P + from, sum.P + from, first.P + from, second.P + from, to - from, r, clip);
            for (int t = 0; t < seen.Length; t++) Table(shards, t, half, (float)rate, clip);
        });
        if (step % AverageEvery == 0) Average(Math.Min(Math.Pow(averaging, AverageEvery), (1.0 + step) / (40 + step)));
    }

    private double Reduce(NetworkGradient[] shards, int from, int to)
    {
        double norm = 0;
        for (int i = from; i < to; i += 8)
        {
            var g = Vector256.Load(shards[0].Dense.P + i);
            for (int s = 1; s < shards.Length; s++) g += Vector256.Load(shards[s].Dense.P + i);
            g.Store(sum.P + i);
            norm += Vector256.Sum(g * g);
        }
        return norm;
    }

    private void Table(NetworkGradient[] shards, int table, int half, float rate, float clip)
    {
        int width = weights.Shape.Parts[table], input = weights.Shape.Input, offset = weights.Shape.Parts.Take(table).Sum();
        var rows = touched[half, table];
        rows.Clear();
        foreach (var shard in shards)
        {
            var b = shard.Buffers;
            for (int i = 0; i < b.Rows; i++)
            {
                var slots = b.Slots.AsSpan(i * WordSlots.Count, WordSlots.Count);
                int runs = slots[WordSlots.Runs];
                var used = table switch
                {
                    0 => slots[..1],
                    1 => slots.Slice(1, 1),
                    2 => slots.Slice(2, WordSlots.Affixes),
                    _ => slots.Slice(WordSlots.Runs + 1, runs),
                };
                var scale = Vector256.Create(table == 3 ? 1f / MathF.Sqrt(Math.Max(1, runs)) : 1f);
                float* d = shard.Input.P + ((nint)i * input) + offset;
                foreach (int row in used)
                {
                    if ((row & 1) != half) continue;
                    float* target = tableSum[table].P + ((nint)row * width);
                    if (seen[table][row] != step)
                    {
                        seen[table][row] = step;
                        rows.Add(row);
                        new Span<float>(target, width).Clear();
                    }
                    for (int c = 0; c < width; c += 8) Vector256.MultiplyAddEstimate(Vector256.Load(d + c), scale, Vector256.Load(target + c)).Store(target + c);
                }
            }
        }
        foreach (int row in rows)
        {
            nint at = (nint)row * width;
            Update(weights.Tables[table].P + at, tableSum[table].P + at, tableFirst[table].P + at, tableSecond[table].P + at, width, rate, clip);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Update(float* w, float* g, float* m, float* v, int length, float rate, float clip)
    {
        var r = Vector256.Create(rate);
        var e = Vector256.Create(Epsilon);
        for (int i = 0; i < length; i += 8)
        {
            var d = Vector256.Load(g + i) * clip;
            var a = (Vector256.Load(m + i) * Beta1) + (d * (1 - Beta1));
            var b = (Vector256.Load(v + i) * Beta2) + (d * d * (1 - Beta2));
            a.Store(m + i);
            b.Store(v + i);
            (Vector256.Load(w + i) - (r * a / (Vector256.Sqrt(b) + e))).Store(w + i);
        }
    }

    private void Average(double keep)
    {
        float k = (float)keep;
        Parallel.For(0, weights.Tables.Length + 1, t =>
        {
            var (from, to) = t == 0 ? (weights.Dense, average.Dense) : (weights.Tables[t - 1], average.Tables[t - 1]);
            for (int i = 0; i < from.Length; i += 8)
            {
                var x = Vector256.Load(from.P + i);
                (x + ((Vector256.Load(to.P + i) - x) * k)).Store(to.P + i);
            }
        });
    }
}
