using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Annalist.Language;

/// <summary>Arithmetic over rows of numbers whose width is a multiple of eight. Additions are in a fixed order.</summary>
internal static unsafe class RowMath
{
    private const int Lanes = 8;
    private const float Epsilon = 1e-5f;

    /// <summary>1 / (1 + e^−x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x) =>
        Vector256<float>.One / (Vector256<float>.One + Vector256.Exp(-x));

    /// <summary>Brings every row to mean 0 and variance 1, then scales and shifts each column.</summary>
    /// <param name="x">Rows.</param>
    /// <param name="m">Their number.</param>
    /// <param name="width">Their width.</param>
    /// <param name="gain">Factor of each column.</param>
    /// <param name="bias">Addend of each column.</param>
    /// <param name="normal">Receives the rows before scaling; null for nowhere.</param>
    /// <param name="inverse">Receives 1 / deviation of each row.</param>
    /// <param name="result">Receives the rows scaled.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Normalize(float* x, int m, int width, float* gain, float* bias, float* normal, float* inverse, float* result)
    {
        bool keep = normal != null;
        for (int i = 0; i < m; i++, x += width, normal += width, result += width)
        {
            var sum = Vector256<float>.Zero;
            for (int c = 0; c < width; c += Lanes) sum += Vector256.Load(x + c);
            var mean = Vector256.Create(Vector256.Sum(sum) / width);
            var squares = Vector256<float>.Zero;
            for (int c = 0; c < width; c += Lanes)
            {
                var d = Vector256.Load(x + c) - mean;
                squares = Vector256.MultiplyAddEstimate(d, d, squares);
            }
            float inv = 1f / MathF.Sqrt((Vector256.Sum(squares) / width) + Epsilon);
            inverse[i] = inv;
            var scale = Vector256.Create(inv);
            for (int c = 0; c < width; c += Lanes)
            {
                var d = (Vector256.Load(x + c) - mean) * scale;
                if (keep) d.Store(normal + c);
                Vector256.MultiplyAddEstimate(d, Vector256.Load(gain + c), Vector256.Load(bias + c)).Store(result + c);
            }
        }
    }

    /// <summary>Negative numbers become 0.</summary>
    public static void Rectify(float* x, int length)
    {
        for (int i = 0; i < length; i += Lanes) Vector256.Max(Vector256.Load(x + i), Vector256<float>.Zero).Store(x + i);
    }

    /// <summary>x *= y.</summary>
    public static void Scale(float* x, float* y, int length)
    {
        for (int i = 0; i < length; i += Lanes) (Vector256.Load(x + i) * Vector256.Load(y + i)).Store(x + i);
    }

    /// <summary>x += y.</summary>
    public static void Add(float* x, float* y, int length)
    {
        for (int i = 0; i < length; i += Lanes) (Vector256.Load(x + i) + Vector256.Load(y + i)).Store(x + i);
    }

    /// <summary>Scores of one row to shares that sum to 1; what stands after <paramref name="count"/> up to <paramref name="width"/> becomes 0.</summary>
    /// <returns>Logarithm of the sum of the exponentials.</returns>
    public static float Softmax(float* x, int count, int width)
    {
        float top = x[0];
        for (int i = 1; i < count; i++) top = MathF.Max(top, x[i]);
        for (int i = count; i < width; i++) x[i] = float.NegativeInfinity;
        var shift = Vector256.Create(top);
        var total = Vector256<float>.Zero;
        for (int i = 0; i < width; i += Lanes)
        {
            var e = Vector256.Exp(Vector256.Load(x + i) - shift);
            e.Store(x + i);
            total += e;
        }
        float sum = Vector256.Sum(total);
        var share = Vector256.Create(1f / sum);
        for (int i = 0; i < width; i += Lanes) (Vector256.Load(x + i) * share).Store(x + i);
        return top + MathF.Log(sum);
    }

    /// <summary>Place of the highest number, the first of equals.</summary>
    public static int Highest(float* x, int count)
    {
        int best = 0;
        for (int i = 1; i < count; i++)
        {
            if (x[i] > x[best]) best = i;
        }
        return best;
    }
}
