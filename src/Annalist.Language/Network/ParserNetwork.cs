using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Annalist.Language;

/// <summary>
/// Tagger and dependency parser in one network: vectors of words, gated convolutions and recurrences, tags from the middle, arcs from
/// pairs of words, a tree over the arcs, labels on it. Immutable in use; buffers belong to the caller's thread.
/// </summary>
internal sealed unsafe class ParserNetwork
{
    private readonly NetworkShape shape;
    private readonly NetworkLayout layout;
    private readonly FloatBuffer packed = new();
    private readonly int[] packedAt;
    private readonly StepMatrix[] matrices;

    /// <summary>A network over weights.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="training">True to multiply in floating point and to follow changes of the weights; else whole steps are used.</param>
    public ParserNetwork(NetworkWeights weights, bool training = false)
    {
        Weights = weights;
        Tags = new TagSet(weights.Shape.Tags);
        shape = weights.Shape;
        layout = weights.Layout;
        packedAt = new int[layout.Parts.Count];
        if (!training)
        {
            matrices = [.. layout.Parts.Select(p => new StepMatrix(P(p), p.Rows, p.Rows > 1 ? p.Columns : 0))];
            return;
        }
        matrices = [];
        int at = 0;
        for (int i = 0; i < packedAt.Length; i++)
        {
            packedAt[i] = at;
            if (layout.Parts[i].Rows > 1) at += layout.Parts[i].Rows * MatrixProduct.RoundUp(layout.Parts[i].Columns);
        }
        packed.Ensure(at);
        Pack();
    }

    public NetworkWeights Weights { get; }

    /// <summary>The tags in their two parts.</summary>
    public TagSet Tags { get; }

    /// <summary>Takes over weights that training has changed.</summary>
    public void Pack()
    {
        for (int i = 0; i < packedAt.Length; i++)
        {
            var p = layout.Parts[i];
            if (p.Rows > 1) MatrixProduct.Pack(P(p), p.Columns, p.Rows, p.Columns, packed.P + packedAt[i]);
        }
    }

    /// <summary>Adds one sentence to a run.</summary>
    public void Add(NetworkBuffers b, ReadOnlySpan<string> forms)
    {
        foreach (string form in forms) AddWord(b, form);
        EndSentence(b);
    }

    /// <summary>Adds one word to a run.</summary>
    public void AddWord(NetworkBuffers b, string form)
    {
        if (matrices.Length == 0 || b.Training)
        {
            Weights.Fill(form, b.Slots.AsSpan(b.Rows * WordSlots.Count, WordSlots.Count));
        }
        else if (!b.Words.TryCopy(this, form, b.X.P + ((nint)b.Rows * shape.Hidden)))
        {
            Weights.Fill(form, b.Slots.AsSpan(b.Fresh.Count * WordSlots.Count, WordSlots.Count));
            b.Fresh.Add(b.Rows);
            b.FreshForms.Add(form);
        }
        b.Rows++;
    }

    /// <summary>Ends the sentence of the words that were added.</summary>
    public static void EndSentence(NetworkBuffers b) => b.Starts.Add(b.Rows);

    /// <summary>Fills tags, heads and labels of the run.</summary>
    public void Run(NetworkBuffers b)
    {
        if (b.Rows == 0) return;
        Encode(b);
        for (int i = 0; i < b.Rows; i++) b.Tags[i] = RowMath.Highest(b.TagShares.P + ((nint)i * shape.TagWidth), shape.Tags.Length);
        ScoreArcs(b);
        for (int s = 0; s + 1 < b.Starts.Count; s++)
        {
            int start = b.Starts[s], n = b.Starts[s + 1] - start;
            if (n == 0) continue;
            float* scores = ScoreSentence(b, start, n, out int stride);
            b.Decoder.Decode(scores, stride, b.Heads.AsSpan(start, n));
        }
        ScoreLabels(b, b.Heads);
        int root = Array.IndexOf(shape.Labels, "root");
        for (int i = 0; i < b.Rows; i++)
        {
            float* row = b.LabelScores.P + ((nint)i * shape.LabelWidth);
            if (root >= 0) row[root] = b.Heads[i] < 0 ? float.PositiveInfinity : float.NegativeInfinity;
            b.Labels[i] = RowMath.Highest(row, shape.Labels.Length);
        }
    }

    /// <summary>From the words' rows to the last layer, with the tags on the way.</summary>
    public void Encode(NetworkBuffers b)
    {
        if (matrices.Length == 0 || b.Training) First(b);
        else FirstOfFresh(b);
        for (int i = 0; i <= shape.Layers.Length; i++)
        {
            if (i == shape.TagAfter) Tag(b);
            if (i < shape.Layers.Length) Layer(b, i);
        }
        Normalize(b, b.Last, layout.LastGain, layout.LastShift);
    }

    /// <summary>The words' rows before the first layer.</summary>
    private void First(NetworkBuffers b)
    {
        int m = b.Rows, h = shape.Hidden;
        Gather(b, m);
        if (b.Training) RowMath.Scale(b.Input.P, b.InputMask.P, m * shape.Input);
        b.X.Ensure(m * h);
        Product(b, b.Input.P, shape.Input, m, layout.Input, layout.InputBias, b.X.P, h, false);
    }

    /// <summary>The same for the words that were not met lately; the others' rows are there.</summary>
    private void FirstOfFresh(NetworkBuffers b)
    {
        int m = b.Fresh.Count, h = shape.Hidden;
        if (m == 0) return;
        Gather(b, m);
        float* row = b.FreshRows.Ensure(m * h);
        Product(b, b.Input.P, shape.Input, m, layout.Input, layout.InputBias, row, h, false);
        for (int k = 0; k < m; k++, row += h)
        {
            Copy(row, b.X.P + ((nint)b.Fresh[k] * h), h);
            b.Words.Keep(b.FreshForms[k], row);
        }
    }

    /// <summary>The vectors that arcs and labels are scored from.</summary>
    public void ScoreArcs(NetworkBuffers b)
    {
        int m = b.Rows, a = shape.Arc, l = shape.Label;
        b.Arc.Ensure(m * 2 * a);
        Product(b, b.Last.Scaled.P, shape.Hidden, m, layout.Arc, layout.ArcBias, b.Arc.P, 2 * a, false);
        RowMath.Rectify(b.Arc.P, m * 2 * a);
        if (b.Training) RowMath.Scale(b.Arc.P, b.ArcMask.P, m * 2 * a);
        b.Label.Ensure(m * 2 * l);
        Product(b, b.Last.Scaled.P, shape.Hidden, m, layout.Label, layout.LabelBias, b.Label.P, 2 * l, false);
        RowMath.Rectify(b.Label.P, m * 2 * l);
        if (b.Training) RowMath.Scale(b.Label.P, b.LabelMask.P, m * 2 * l);
        b.Pair.Ensure(m * a);
        Product(b, b.Arc.P, 2 * a, m, layout.Pair, layout.PairBias, b.Pair.P, a, false);
        b.Distance.Ensure(m * NetworkShape.Distances);
        Product(b, b.Arc.P, 2 * a, m, layout.Distance, layout.DistanceBias, b.Distance.P, NetworkShape.Distances, false);
    }

    /// <summary>Scores of all heads of a sentence's words, the root first.</summary>
    public float* ScoreSentence(NetworkBuffers b, int start, int n, out int stride)
    {
        int a = shape.Arc;
        stride = MatrixProduct.RoundUp(n + 1);
        float* side = b.HeadSide.Ensure((n + 1) * a);
        Copy(P(layout.ArcRoot), side, a);
        for (int j = 0; j < n; j++) Copy(b.Arc.P + ((nint)(start + j) * 2 * a) + a, side + ((nint)(j + 1) * a), a);
        b.HeadPacked.Ensure(stride * a);
        MatrixProduct.PackTransposed(side, a, a, n + 1, b.HeadPacked.P);
        float* scores = b.Scores.Ensure(n * stride);
        MatrixProduct.Multiply(b.Pair.P + ((nint)start * a), a, 1, n, b.HeadPacked.P, a, n + 1, scores, stride, null, false);
        for (int i = 0; i < n; i++)
        {
            float* row = scores + ((nint)i * stride);
            float* distance = b.Distance.P + ((nint)(start + i) * NetworkShape.Distances);
            row[0] += distance[NetworkShape.RootDistance];
            for (int j = 0; j < n; j++)
            {
                if (j != i) row[j + 1] += distance[NetworkShape.Distance(i, j)];
            }
            row[i + 1] = float.NegativeInfinity;
        }
        return scores;
    }

    /// <summary>Scores of the labels of every word under the given head.</summary>
    public void ScoreLabels(NetworkBuffers b, int[] heads)
    {
        int l = shape.Label, width = 3 * l;
        float* input = b.LabelInput.Ensure(b.Rows * width);
        for (int s = 0; s + 1 < b.Starts.Count; s++)
        {
            int start = b.Starts[s];
            for (int i = start; i < b.Starts[s + 1]; i++, input += width)
            {
                float* word = b.Label.P + ((nint)i * 2 * l);
                // The root has no vector: what is said of it is said by the word alone.
                float* head = heads[i] < 0 ? null : b.Label.P + ((nint)(start + heads[i]) * 2 * l) + l;
                for (int c = 0; c < l; c += 8)
                {
                    var w = Vector256.Load(word + c);
                    var x = head == null ? Vector256<float>.Zero : Vector256.Load(head + c);
                    (w * x).Store(input + c);
                    w.Store(input + l + c);
                    x.Store(input + (2 * l) + c);
                }
            }
        }
        b.LabelScores.Ensure(b.Rows * shape.LabelWidth);
        Product(b, b.LabelInput.P, width, b.Rows, layout.Name, layout.NameBias, b.LabelScores.P, shape.LabelWidth, false);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Gather(NetworkBuffers b, int m)
    {
        int width = shape.Input;
        float* row = b.Input.Ensure(m * width);
        int p0 = shape.Parts[0], p1 = shape.Parts[1], p2 = shape.Parts[2], p3 = shape.Parts[3];
        float* t2 = Weights.Tables[2].P, t3 = Weights.Tables[3].P;
        for (int i = 0; i < m; i++)
        {
            var slots = b.Slots.AsSpan(i * WordSlots.Count, WordSlots.Count);
            Copy(Weights.Tables[0].P + ((nint)slots[0] * p0), row, p0);
            row += p0;
            Copy(Weights.Tables[1].P + ((nint)slots[1] * p1), row, p1);
            row += p1;
            for (int c = 0; c < p2; c += 8)
            {
                var sum = Vector256<float>.Zero;
                for (int k = 0; k < WordSlots.Affixes; k++) sum += Vector256.Load(t2 + ((nint)slots[2 + k] * p2) + c);
                sum.Store(row + c);
            }
            row += p2;
            int runs = slots[WordSlots.Runs];
            var scale = Vector256.Create(1f / MathF.Sqrt(Math.Max(1, runs)));
            for (int c = 0; c < p3; c += 8)
            {
                var sum = Vector256<float>.Zero;
                for (int k = 0; k < runs; k++) sum += Vector256.Load(t3 + ((nint)slots[WordSlots.Runs + 1 + k] * p3) + c);
                (sum * scale).Store(row + c);
            }
            row += p3;
            Weights.Vectors.Copy(slots[WordSlots.Vector], row);
            row += shape.Vectors;
        }
    }

    private void Layer(NetworkBuffers b, int i)
    {
        int m = b.Rows, h = shape.Hidden, width = shape.Width(i);
        var l = b.Layers[i];
        Normalize(b, l, layout.Gain[i], layout.Shift[i]);
        l.Gates.Ensure(m * width);
        if (b.Training) l.Result.Ensure(m * h);
        if (shape.Layers[i] > 0)
        {
            LayerMath.Spread(b, l, h, shape.Layers[i]);
            Product(b, l.Columns.P, 3 * h, m, layout.Weight[i], layout.Bias[i], l.Gates.P, width, false);
            LayerMath.Gate(b, l, h);
        }
        else
        {
            Product(b, l.Scaled.P, h, m, layout.Weight[i], layout.Bias[i], l.Gates.P, width, false);
            LayerMath.Recur(b, l, h);
        }
        if (!b.Training) return;
        RowMath.Scale(l.Result.P, l.Mask.P, m * h);
        RowMath.Add(b.X.P, l.Result.P, m * h);
    }

    private void Tag(NetworkBuffers b)
    {
        int m = b.Rows, h = shape.Hidden, width = shape.TagWidth;
        Normalize(b, b.Tag, layout.TagGain, layout.TagShift);
        if (b.Training) RowMath.Scale(b.Tag.Scaled.P, b.Tag.Mask.P, m * h);
        b.TagShares.Ensure(m * width);
        Product(b, b.Tag.Scaled.P, h, m, layout.Tag, layout.TagBias, b.TagShares.P, width, false);
        for (int i = 0; i < m; i++) RowMath.Softmax(b.TagShares.P + ((nint)i * width), shape.Tags.Length, width);
        Product(b, b.TagShares.P, width, m, layout.TagBack, null, b.X.P, h, true);
    }

    private void Normalize(NetworkBuffers b, LayerBuffers l, Part gain, Part shift)
    {
        int m = b.Rows, h = shape.Hidden;
        if (b.Training) l.Normal.Ensure(m * h);
        l.Inverse.Ensure(m);
        l.Scaled.Ensure(m * h);
        RowMath.Normalize(b.X.P, m, h, P(gain), P(shift), b.Training ? l.Normal.P : null, l.Inverse.P, l.Scaled.P);
        if (b.Training && l == b.Last) RowMath.Scale(l.Scaled.P, l.Mask.P, m * h);
    }

    private void Product(NetworkBuffers b, float* a, int row, int m, Part weight, Part? bias, float* target, int stride, bool add)
    {
        float* first = bias is { } p ? P(p) : null;
        if (matrices.Length > 0) StepProduct.Multiply(a, weight.Rows, row, m, matrices[weight.Index], target, stride, first, add, b.Steps, b.StepSizes);
        else MatrixProduct.Multiply(a, row, 1, m, packed.P + packedAt[weight.Index], weight.Rows, weight.Columns, target, stride, first, add);
    }

    private float* P(Part part) => Weights.Dense.P + part.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(float* from, float* to, int length)
    {
        for (int c = 0; c < length; c += 8) Vector256.Load(from + c).Store(to + c);
    }
}
