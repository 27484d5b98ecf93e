using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Annalist.Language;

namespace Annalist.Training;

/// <summary>Derivatives of what <see cref="RowMath"/> and <see cref="LayerMath"/> compute.</summary>
internal static unsafe class GradientMath
{
    /// <summary>Adds the derivative by the rows before normalization to <paramref name="toward"/>, and those by gain and shift to theirs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Normalize(LayerBuffers l, float* above, int m, int h, float* gain, float* toGain, float* toShift, float* toward)
    {
        float* normal = l.Normal.P;
        for (int i = 0; i < m; i++, above += h, normal += h, toward += h)
        {
            var sum = Vector256<float>.Zero;
            var product = Vector256<float>.Zero;
            for (int c = 0; c < h; c += 8)
            {
                var d = Vector256.Load(above + c);
                var x = Vector256.Load(normal + c);
                Vector256.MultiplyAddEstimate(d, x, Vector256.Load(toGain + c)).Store(toGain + c);
                (Vector256.Load(toShift + c) + d).Store(toShift + c);
                d *= Vector256.Load(gain + c);
                sum += d;
                product = Vector256.MultiplyAddEstimate(d, x, product);
            }
            var mean = Vector256.Create(Vector256.Sum(sum) / h);
            var along = Vector256.Create(Vector256.Sum(product) / h);
            var inverse = Vector256.Create(l.Inverse.P[i]);
            for (int c = 0; c < h; c += 8)
            {
                var d = Vector256.Load(above + c) * Vector256.Load(gain + c);
                var x = Vector256.Load(normal + c);
                (Vector256.Load(toward + c) + (inverse * (d - mean - (x * along)))).Store(toward + c);
            }
        }
    }

    /// <summary>Adds each column's sum.</summary>
    public static void Columns(float* rows, int m, int width, float* target)
    {
        for (int i = 0; i < m; i++, rows += width) RowMath.Add(target, rows, width);
    }

    /// <summary>Derivative before rectifier and mask: nothing where the result was 0.</summary>
    public static void Rectify(float* above, float* result, float* mask, int length)
    {
        for (int i = 0; i < length; i += 8)
        {
            var open = Vector256.GreaterThan(Vector256.Load(result + i), Vector256<float>.Zero);
            (Vector256.ConditionalSelect(open, Vector256.Load(above + i), Vector256<float>.Zero) * Vector256.Load(mask + i)).Store(above + i);
        }
    }

    /// <summary>Derivative of the gate; <paramref name="above"/> is m × h, <paramref name="target"/> m × 2h.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gate(LayerBuffers l, float* above, int m, int h, float* target)
    {
        float* a = l.Gates.P;
        for (int i = 0; i < m; i++, a += 2 * h, target += 2 * h, above += h)
        {
            for (int c = 0; c < h; c += 8)
            {
                var g = Vector256.Load(a + h + c);
                var d = Vector256.Load(above + c) * g;
                d.Store(target + c);
                (d * Vector256.Load(a + c) * (Vector256<float>.One - g)).Store(target + h + c);
            }
        }
    }

    /// <summary>Adds the derivative by spread columns to the words that they were taken from.</summary>
    public static void Fold(NetworkBuffers b, float* columns, int h, int distance, float* target)
    {
        new Span<float>(target, b.Rows * h).Clear();
        for (int s = 0; s + 1 < b.Starts.Count; s++)
        {
            int start = b.Starts[s], end = b.Starts[s + 1];
            for (int i = start; i < end; i++)
            {
                for (int k = -1; k <= 1; k++, columns += h)
                {
                    int j = i + (k * distance);
                    if (j >= start && j < end) RowMath.Add(target + ((nint)j * h), columns, h);
                }
            }
        }
    }

    /// <summary>Derivative of the recurrence; <paramref name="above"/> is m × h and is used up, <paramref name="target"/> m × 3h.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Recur(NetworkBuffers b, LayerBuffers l, float* above, int h, float* target)
    {
        var one = Vector256<float>.One;
        float* carry = stackalloc float[h];
        for (int s = 0; s + 1 < b.Starts.Count; s++)
        {
            int start = b.Starts[s], n = b.Starts[s + 1] - start;
            new Span<float>(carry, h).Clear();
            for (int way = 0; way < 2; way++)
            {
                int from = way * h / 2, to = from + (h / 2);
                for (int k = n - 1; k >= 0; k--)
                {
                    int i = way == 0 ? start + k : start + n - 1 - k;
                    float* g = l.Gates.P + ((nint)i * 3 * h), t = target + ((nint)i * 3 * h), now = l.State.P + ((nint)i * h);
                    float* before = way == 0 ? now - h : now + h;
                    for (int c = from; c < to; c += 8)
                    {
                        var z = Vector256.Load(g + c);
                        var f = Vector256.Load(g + h + c);
                        var o = Vector256.Load(g + (2 * h) + c);
                        var x = k == 0 ? Vector256<float>.Zero : Vector256.Load(before + c);
                        var d = Vector256.Load(above + ((nint)i * h) + c);
                        var state = (d * o) + Vector256.Load(carry + c);
                        (d * Vector256.Load(now + c) * o * (one - o)).Store(t + (2 * h) + c);
                        (state * (one - f) * (one - (z * z))).Store(t + c);
                        (state * (x - z) * f * (one - f)).Store(t + h + c);
                        (state * f).Store(carry + c);
                    }
                }
            }
        }
    }

    /// <summary>Adds the derivative through a softmax to <paramref name="target"/>.</summary>
    public static void Softmax(float* above, float* shares, int width, float* target)
    {
        var sum = Vector256<float>.Zero;
        for (int c = 0; c < width; c += 8) sum = Vector256.MultiplyAddEstimate(Vector256.Load(above + c), Vector256.Load(shares + c), sum);
        var mean = Vector256.Create(Vector256.Sum(sum));
        for (int c = 0; c < width; c += 8)
        {
            (Vector256.Load(target + c) + (Vector256.Load(shares + c) * (Vector256.Load(above + c) - mean))).Store(target + c);
        }
    }
}
