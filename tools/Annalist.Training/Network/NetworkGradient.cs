using System.Runtime.Intrinsics;
using Annalist.Language;

namespace Annalist.Training;

/// <summary>Gold answers of a run, word by word.</summary>
internal sealed class GoldRun
{
    public List<int> Tags { get; } = [];

    public List<int> Heads { get; } = [];

    public List<int> Labels { get; } = [];

    public void Clear()
    {
        Tags.Clear();
        Heads.Clear();
        Labels.Clear();
    }
}

/// <summary>Loss of a run and its derivative by every number of the network, by hand. One per shard of a batch.</summary>
internal sealed unsafe class NetworkGradient
{
    private readonly ParserNetwork network;
    private readonly NetworkShape shape;
    private readonly NetworkLayout layout;
    private readonly FloatBuffer toX = new(), toScaled = new(), toResult = new(), toGates = new(), toColumns = new(), toTags = new(), toShares = new();
    private readonly FloatBuffer toInput = new(), toArc = new(), toLabel = new(), toPair = new(), toDistance = new(), toSide = new(), toNames = new(), toNameInput = new();
    private readonly FloatBuffer pack = new();
    private int[] heads = [];

    public NetworkGradient(ParserNetwork network)
    {
        this.network = network;
        shape = network.Weights.Shape;
        layout = network.Weights.Layout;
        Buffers = new NetworkBuffers(shape, true);
        Dense = new FloatBuffer(layout.Length);
    }

    public NetworkBuffers Buffers { get; }

    public GoldRun Gold { get; } = new();

    /// <summary>Derivative by the matrices.</summary>
    public FloatBuffer Dense { get; }

    /// <summary>Derivative by the words' vectors as they enter, a row a word.</summary>
    public FloatBuffer Input { get; } = new();

    /// <summary>Sums of the losses of tags, arcs and labels.</summary>
    public double TagLoss { get; private set; }

    public double ArcLoss { get; private set; }

    public double LabelLoss { get; private set; }

    public double Loss => TagLoss + ArcLoss + LabelLoss;

    /// <summary>Runs forward and back. Masks must be filled for <see cref="NetworkBuffers.Rows"/> words.</summary>
    /// <param name="scale">Weight of one word.</param>
    public void Run(float scale)
    {
        var b = Buffers;
        TagLoss = ArcLoss = LabelLoss = 0;
        new Span<float>(Dense.P, Dense.Length).Clear();
        if (b.Rows == 0) return;
        network.Encode(b);
        TagLosses(scale);
        network.ScoreArcs(b);
        int m = b.Rows, a = shape.Arc, l = shape.Label, h = shape.Hidden;
        Clear(toArc, m * 2 * a);
        Clear(toLabel, m * 2 * l);
        Arcs(scale);
        Names(scale);
        GradientMath.Rectify(toArc.P, b.Arc.P, b.ArcMask.P, m * 2 * a);
        GradientMath.Rectify(toLabel.P, b.Label.P, b.LabelMask.P, m * 2 * l);
        Weight(layout.Arc, layout.ArcBias, b.Last.Scaled.P, h, m, toArc.P);
        Weight(layout.Label, layout.LabelBias, b.Last.Scaled.P, h, m, toLabel.P);
        toScaled.Ensure(m * h);
        Back(layout.Arc, toArc.P, m, toScaled.P, h, false);
        Back(layout.Label, toLabel.P, m, toScaled.P, h, true);
        RowMath.Scale(toScaled.P, b.Last.Mask.P, m * h);
        Clear(toX, m * h);
        Normal(b.Last, layout.LastGain, layout.LastShift);
        for (int i = shape.Layers.Length; i >= 0; i--)
        {
            if (i < shape.Layers.Length) Layer(i);
            if (i == shape.TagAfter) Tag();
        }
        Weight(layout.Input, layout.InputBias, b.Input.P, shape.Input, m, toX.P);
        // The product fills whole panels, which the width of all parts need not: row by row it would write over the next row's start, and after the last over what is not ours.
        int stride = MatrixProduct.RoundUp(shape.Input);
        toInput.Ensure(m * stride);
        Back(layout.Input, toX.P, m, toInput.P, stride, false);
        Input.Ensure(m * shape.Input);
        for (int i = 0; i < m; i++) toInput.Span.Slice(i * stride, shape.Input).CopyTo(Input.Span[(i * shape.Input)..]);
        RowMath.Scale(Input.P, b.InputMask.P, m * shape.Input);
    }

    private void TagLosses(float scale)
    {
        var b = Buffers;
        int width = shape.TagWidth;
        Clear(toTags, b.Rows * width);
        for (int i = 0; i < b.Rows; i++)
        {
            float* shares = b.TagShares.P + ((nint)i * width), to = toTags.P + ((nint)i * width);
            TagLoss -= Math.Log(Math.Max(shares[Gold.Tags[i]], 1e-30f));
            for (int c = 0; c < width; c++) to[c] = shares[c] * scale;
            to[Gold.Tags[i]] -= scale;
        }
    }

    private void Arcs(float scale)
    {
        var b = Buffers;
        int m = b.Rows, a = shape.Arc;
        toPair.Ensure(m * a);
        Clear(toDistance, m * NetworkShape.Distances);
        for (int s = 0; s + 1 < b.Starts.Count; s++)
        {
            int start = b.Starts[s], n = b.Starts[s + 1] - start;
            float* scores = network.ScoreSentence(b, start, n, out int stride);
            for (int i = 0; i < n; i++)
            {
                float* row = scores + ((nint)i * stride), distance = toDistance.P + ((nint)(start + i) * NetworkShape.Distances);
                RowMath.Softmax(row, n + 1, stride);
                int gold = Gold.Heads[start + i];
                ArcLoss -= Math.Log(Math.Max(row[gold + 1], 1e-30f));
                for (int j = 0; j <= n; j++) row[j] *= scale;
                row[gold + 1] -= scale;
                distance[NetworkShape.RootDistance] += row[0];
                for (int j = 0; j < n; j++)
                {
                    if (j != i) distance[NetworkShape.Distance(i, j)] += row[j + 1];
                }
            }
            pack.Ensure(Math.Max((n + 1) * a, 16));
            MatrixProduct.Pack(b.HeadSide.P, a, n + 1, a, pack.P);
            MatrixProduct.Multiply(scores, stride, 1, n, pack.P, n + 1, a, toPair.P + ((nint)start * a), a, null, false);
            MatrixProduct.Pack(b.Pair.P + ((nint)start * a), a, n, a, pack.P);
            toSide.Ensure((n + 1) * a);
            MatrixProduct.Multiply(scores, 1, stride, n + 1, pack.P, n, a, toSide.P, a, null, false);
            RowMath.Add(Dense.P + layout.ArcRoot.Start, toSide.P, a);
            for (int j = 0; j < n; j++) RowMath.Add(toArc.P + ((nint)(start + j) * 2 * a) + a, toSide.P + ((nint)(j + 1) * a), a);
        }
        Weight(layout.Pair, layout.PairBias, b.Arc.P, 2 * a, m, toPair.P);
        Weight(layout.Distance, layout.DistanceBias, b.Arc.P, 2 * a, m, toDistance.P);
        Back(layout.Pair, toPair.P, m, toArc.P, 2 * a, true);
        Back(layout.Distance, toDistance.P, m, toArc.P, 2 * a, true);
    }

    private void Names(float scale)
    {
        var b = Buffers;
        int m = b.Rows, l = shape.Label, width = shape.LabelWidth;
        if (heads.Length < m) heads = new int[m];
        for (int i = 0; i < m; i++) heads[i] = Gold.Heads[i];
        network.ScoreLabels(b, heads);
        float* names = b.LabelScores.P;
        for (int i = 0; i < m; i++, names += width)
        {
            if (heads[i] < 0)
            {
                new Span<float>(names, width).Clear();
                continue;
            }
            RowMath.Softmax(names, shape.Labels.Length, width);
            LabelLoss -= Math.Log(Math.Max(names[Gold.Labels[i]], 1e-30f));
            for (int c = 0; c < width; c++) names[c] *= scale;
            names[Gold.Labels[i]] -= scale;
        }
        Weight(layout.Name, layout.NameBias, b.LabelInput.P, 3 * l, m, b.LabelScores.P);
        toNameInput.Ensure(m * 3 * l);
        Back(layout.Name, b.LabelScores.P, m, toNameInput.P, 3 * l, false);
        float* to = toNameInput.P, input = b.LabelInput.P;
        for (int s = 0; s + 1 < b.Starts.Count; s++)
        {
            int start = b.Starts[s];
            for (int i = start; i < b.Starts[s + 1]; i++, to += 3 * l, input += 3 * l)
            {
                float* word = toLabel.P + ((nint)i * 2 * l);
                float* head = heads[i] < 0 ? null : toLabel.P + ((nint)(start + heads[i]) * 2 * l) + l;
                for (int c = 0; c < l; c += 8)
                {
                    var d = Vector256.Load(to + c);
                    var w = Vector256.Load(input + l + c);
                    var x = Vector256.Load(input + (2 * l) + c);
                    (Vector256.Load(word + c) + (d * x) + Vector256.Load(to + l + c)).Store(word + c);
                    if (head != null) (Vector256.Load(head + c) + (d * w) + Vector256.Load(to + (2 * l) + c)).Store(head + c);
                }
            }
        }
    }

    private void Layer(int i)
    {
        var b = Buffers;
        var l = b.Layers[i];
        int m = b.Rows, h = shape.Hidden, width = shape.Width(i);
        toResult.Ensure(m * h);
        new ReadOnlySpan<float>(toX.P, m * h).CopyTo(toResult.Span);
        RowMath.Scale(toResult.P, l.Mask.P, m * h);
        toGates.Ensure(m * width);
        toScaled.Ensure(m * h);
        if (shape.Layers[i] > 0)
        {
            GradientMath.Gate(l, toResult.P, m, h, toGates.P);
            Weight(layout.Weight[i], layout.Bias[i], l.Columns.P, 3 * h, m, toGates.P);
            toColumns.Ensure(m * 3 * h);
            Back(layout.Weight[i], toGates.P, m, toColumns.P, 3 * h, false);
            GradientMath.Fold(b, toColumns.P, h, shape.Layers[i], toScaled.P);
        }
        else
        {
            GradientMath.Recur(b, l, toResult.P, h, toGates.P);
            Weight(layout.Weight[i], layout.Bias[i], l.Scaled.P, h, m, toGates.P);
            Back(layout.Weight[i], toGates.P, m, toScaled.P, h, false);
        }
        Normal(l, layout.Gain[i], layout.Shift[i]);
    }

    private void Tag()
    {
        var b = Buffers;
        int m = b.Rows, h = shape.Hidden, width = shape.TagWidth;
        Weight(layout.TagBack, null, b.TagShares.P, width, m, toX.P);
        toShares.Ensure(m * width);
        Back(layout.TagBack, toX.P, m, toShares.P, width, false);
        for (int i = 0; i < m; i++) GradientMath.Softmax(toShares.P + ((nint)i * width), b.TagShares.P + ((nint)i * width), width, toTags.P + ((nint)i * width));
        Weight(layout.Tag, layout.TagBias, b.Tag.Scaled.P, h, m, toTags.P);
        toScaled.Ensure(m * h);
        Back(layout.Tag, toTags.P, m, toScaled.P, h, false);
        RowMath.Scale(toScaled.P, b.Tag.Mask.P, m * h);
        Normal(b.Tag, layout.TagGain, layout.TagShift);
    }

    private void Normal(LayerBuffers l, Part gain, Part shift) =>
        GradientMath.Normalize(l, toScaled.P, Buffers.Rows, shape.Hidden, network.Weights.Dense.P + gain.Start, Dense.P + gain.Start, Dense.P + shift.Start, toX.P);

    /// <summary>Adds the derivative by a matrix and its bias.</summary>
    private void Weight(Part weight, Part? bias, float* input, int stride, int m, float* above)
    {
        pack.Ensure(m * weight.Columns);
        MatrixProduct.Pack(above, weight.Columns, m, weight.Columns, pack.P);
        MatrixProduct.Multiply(input, 1, stride, weight.Rows, pack.P, m, weight.Columns, Dense.P + weight.Start, weight.Columns, null, true);
        if (bias is { } p) GradientMath.Columns(above, m, weight.Columns, Dense.P + p.Start);
    }

    /// <summary>The derivative by the input of a matrix.</summary>
    private void Back(Part weight, float* above, int m, float* target, int stride, bool add)
    {
        pack.Ensure(MatrixProduct.RoundUp(weight.Rows) * weight.Columns);
        MatrixProduct.PackTransposed(network.Weights.Dense.P + weight.Start, weight.Columns, weight.Columns, weight.Rows, pack.P);
        MatrixProduct.Multiply(above, weight.Columns, 1, m, pack.P, weight.Columns, weight.Rows, target, stride, null, add);
    }

    private static void Clear(FloatBuffer buffer, int length) => new Span<float>(buffer.Ensure(length), length).Clear();
}
