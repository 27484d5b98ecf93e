using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Annalist.Language;

/// <summary>What the two kinds of layers do between their products.</summary>
internal static unsafe class LayerMath
{
    /// <summary>Lays each word's neighbours at a distance beside it; zeros beyond the sentence.</summary>
    public static void Spread(NetworkBuffers b, LayerBuffers l, int h, int distance)
    {
        float* t = l.Columns.Ensure(b.Rows * 3 * h);
        for (int s = 0; s + 1 < b.Starts.Count; s++)
        {
            int start = b.Starts[s], end = b.Starts[s + 1];
            for (int i = start; i < end; i++)
            {
                for (int k = -1; k <= 1; k++, t += h)
                {
                    int j = i + (k * distance);
                    if (j >= start && j < end) new ReadOnlySpan<float>(l.Scaled.P + ((nint)j * h), h).CopyTo(new Span<float>(t, h));
                    else new Span<float>(t, h).Clear();
                }
            }
        }
    }

    /// <summary>a · sigmoid(g), where a and g are the halves of the gates, is added to the encoder's rows. In training it becomes the result instead, and the sigmoid is kept in g's place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gate(NetworkBuffers b, LayerBuffers l, int h)
    {
        float* a = l.Gates.P, r = b.Training ? l.Result.P : b.X.P;
        bool keep = b.Training;
        for (int i = 0; i < b.Rows; i++, a += 2 * h, r += h)
        {
            for (int c = 0; c < h; c += 8)
            {
                var g = RowMath.Sigmoid(Vector256.Load(a + h + c));
                var x = Vector256.Load(a + c) * g;
                if (keep) g.Store(a + h + c);
                else x = Vector256.Load(r + c) + x;
                x.Store(r + c);
            }
        }
    }

    /// <summary>
    /// state = f · before + (1 − f) · tanh z, result = sigmoid(o) · state, where z, f and o are the thirds of the gates. The first half
    /// of the columns runs left to right, the second right to left. The result is added to the encoder's rows; in training it is stored instead, and the functions' values are kept in the gates.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Recur(NetworkBuffers b, LayerBuffers l, int h)
    {
        float* gates = l.Gates.P, state = l.State.Ensure(b.Rows * h), result = b.Training ? l.Result.P : b.X.P;
        bool keep = b.Training;
        var one = Vector256<float>.One;
        for (int s = 0; s + 1 < b.Starts.Count; s++)
        {
            int start = b.Starts[s], n = b.Starts[s + 1] - start;
            for (int way = 0; way < 2; way++)
            {
                int from = way * h / 2, to = from + (h / 2);
                for (int k = 0; k < n; k++)
                {
                    int i = way == 0 ? start + k : start + n - 1 - k;
                    float* g = gates + ((nint)i * 3 * h), now = state + ((nint)i * h), r = result + ((nint)i * h);
                    float* before = way == 0 ? now - h : now + h;
                    for (int c = from; c < to; c += 8)
                    {
                        var twice = RowMath.Sigmoid(Vector256.Load(g + c) * 2f);
                        var z = twice + twice - one;
                        var f = RowMath.Sigmoid(Vector256.Load(g + h + c));
                        var o = RowMath.Sigmoid(Vector256.Load(g + (2 * h) + c));
                        var x = k == 0 ? Vector256<float>.Zero : Vector256.Load(before + c);
                        x = Vector256.MultiplyAddEstimate(f, x - z, z);
                        x.Store(now + c);
                        if (keep)
                        {
                            z.Store(g + c);
                            f.Store(g + h + c);
                            o.Store(g + (2 * h) + c);
                            (o * x).Store(r + c);
                        }
                        else
                        {
                            (Vector256.Load(r + c) + (o * x)).Store(r + c);
                        }
                    }
                }
            }
        }
    }
}
