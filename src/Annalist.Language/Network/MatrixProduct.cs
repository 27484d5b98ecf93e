using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Annalist.Language;

/// <summary>
/// Products of dense matrices. The right factor is packed into panels of sixteen columns. Every element of a product is one chain
/// of additions in the order of the depth, whatever the number of rows: a sentence's result does not depend on its neighbours.
/// </summary>
internal static unsafe class MatrixProduct
{
    /// <summary>Columns of a panel; widths of targets are multiples of it.</summary>
    public const int Panel = 16;

    private const int Depth = 256, RowBlock = 96;
    private static readonly FloatBuffer Zeros = new(Panel);

    /// <summary>Next multiple of the panel's width.</summary>
    public static int RoundUp(int n) => (n + Panel - 1) & -Panel;

    /// <summary>Packs a k × n matrix whose rows are <paramref name="stride"/> apart; missing columns become zero.</summary>
    public static void Pack(float* source, int stride, int k, int n, float* target)
    {
        for (int j = 0; j < n; j += Panel)
        {
            int w = Math.Min(Panel, n - j);
            float* s = source + j;
            for (int p = 0; p < k; p++, s += stride, target += Panel)
            {
                if (w == Panel)
                {
                    Vector256.Store(Vector256.Load(s), target);
                    Vector256.Store(Vector256.Load(s + 8), target + 8);
                    continue;
                }
                for (int c = 0; c < Panel; c++) target[c] = c < w ? s[c] : 0;
            }
        }
    }

    /// <summary>Packs the transposed of an n × k matrix whose rows are <paramref name="stride"/> apart.</summary>
    public static void PackTransposed(float* source, int stride, int k, int n, float* target)
    {
        for (int j = 0; j < n; j += Panel)
        {
            int w = Math.Min(Panel, n - j);
            for (int c = 0; c < Panel; c++)
            {
                float* t = target + c;
                if (c < w)
                {
                    float* s = source + ((nint)(j + c) * stride);
                    for (int p = 0; p < k; p++, t += Panel) *t = s[p];
                }
                else
                {
                    for (int p = 0; p < k; p++, t += Panel) *t = 0;
                }
            }
            target += (nint)k * Panel;
        }
    }

    /// <summary>c = a · b + bias, or c += a · b. The element (i, p) of a stands at i · <paramref name="row"/> + p · <paramref name="column"/>.</summary>
    /// <param name="a">Left factor, m × k.</param>
    /// <param name="row">Distance of its rows.</param>
    /// <param name="column">Distance of its columns.</param>
    /// <param name="m">Rows.</param>
    /// <param name="packed">Right factor, packed.</param>
    /// <param name="k">Depth.</param>
    /// <param name="n">Columns of the right factor.</param>
    /// <param name="c">Target; columns are written up to the next multiple of the panel.</param>
    /// <param name="stride">Distance of the target's rows, at least the columns in whole panels.</param>
    /// <param name="bias">One number for each column, padded; null for none.</param>
    /// <param name="add">True to add to the target; the bias is passed over.</param>
    /// <exception cref="ArgumentOutOfRangeException">The target's rows are narrower than what is written.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(float* a, int row, int column, int m, float* packed, int k, int n, float* c, int stride, float* bias, bool add)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, RoundUp(n));
        float* zeros = Zeros.P;
        for (int k0 = 0; k0 < k || k0 == 0; k0 += Depth)
        {
            int depth = Math.Min(Depth, k - k0);
            bool load = add || k0 > 0;
            for (int i0 = 0; i0 < m; i0 += RowBlock)
            {
                int end = Math.Min(m, i0 + RowBlock);
                for (int j = 0; j < n; j += Panel)
                {
                    float* b = packed + ((nint)j * k) + ((nint)k0 * Panel);
                    int i = i0;
                    while (i < end)
                    {
                        float* ai = a + ((nint)i * row) + ((nint)k0 * column);
                        float* ci = c + ((nint)i * stride) + j;
                        float* from = load ? ci : bias != null ? bias + j : zeros;
                        nint fromStride = load ? stride : 0;
                        if (end - i >= 6)
                        {
                            Rows6(ai, row, column, b, depth, from, fromStride, ci, stride);
                            i += 6;
                        }
                        else if (end - i >= 3)
                        {
                            Rows3(ai, row, column, b, depth, from, fromStride, ci, stride);
                            i += 3;
                        }
                        else
                        {
                            Rows1(ai, column, b, depth, from, ci);
                            i++;
                        }
                    }
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows6(float* a, nint row, nint column, float* b, int depth, float* from, nint fromStride, float* c, nint stride)
    {
        var c00 = Vector256.Load(from);
        var c01 = Vector256.Load(from + 8);
        from += fromStride;
        var c10 = Vector256.Load(from);
        var c11 = Vector256.Load(from + 8);
        from += fromStride;
        var c20 = Vector256.Load(from);
        var c21 = Vector256.Load(from + 8);
        from += fromStride;
        var c30 = Vector256.Load(from);
        var c31 = Vector256.Load(from + 8);
        from += fromStride;
        var c40 = Vector256.Load(from);
        var c41 = Vector256.Load(from + 8);
        from += fromStride;
        var c50 = Vector256.Load(from);
        var c51 = Vector256.Load(from + 8);
        float* d = a + (3 * row);
        nint two = 2 * row;
        for (int p = 0; p < depth; p++)
        {
            var b0 = Vector256.LoadAligned(b);
            var b1 = Vector256.LoadAligned(b + 8);
            var x = Vector256.Create(a[0]);
            c00 = Vector256.MultiplyAddEstimate(x, b0, c00);
            c01 = Vector256.MultiplyAddEstimate(x, b1, c01);
            x = Vector256.Create(a[row]);
            c10 = Vector256.MultiplyAddEstimate(x, b0, c10);
            c11 = Vector256.MultiplyAddEstimate(x, b1, c11);
            x = Vector256.Create(a[two]);
            c20 = Vector256.MultiplyAddEstimate(x, b0, c20);
            c21 = Vector256.MultiplyAddEstimate(x, b1, c21);
            x = Vector256.Create(d[0]);
            c30 = Vector256.MultiplyAddEstimate(x, b0, c30);
            c31 = Vector256.MultiplyAddEstimate(x, b1, c31);
            x = Vector256.Create(d[row]);
            c40 = Vector256.MultiplyAddEstimate(x, b0, c40);
            c41 = Vector256.MultiplyAddEstimate(x, b1, c41);
            x = Vector256.Create(d[two]);
            c50 = Vector256.MultiplyAddEstimate(x, b0, c50);
            c51 = Vector256.MultiplyAddEstimate(x, b1, c51);
            a += column;
            d += column;
            b += Panel;
        }
        c00.Store(c);
        c01.Store(c + 8);
        c += stride;
        c10.Store(c);
        c11.Store(c + 8);
        c += stride;
        c20.Store(c);
        c21.Store(c + 8);
        c += stride;
        c30.Store(c);
        c31.Store(c + 8);
        c += stride;
        c40.Store(c);
        c41.Store(c + 8);
        c += stride;
        c50.Store(c);
        c51.Store(c + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows3(float* a, nint row, nint column, float* b, int depth, float* from, nint fromStride, float* c, nint stride)
    {
        var c00 = Vector256.Load(from);
        var c01 = Vector256.Load(from + 8);
        from += fromStride;
        var c10 = Vector256.Load(from);
        var c11 = Vector256.Load(from + 8);
        from += fromStride;
        var c20 = Vector256.Load(from);
        var c21 = Vector256.Load(from + 8);
        nint two = 2 * row;
        for (int p = 0; p < depth; p++)
        {
            var b0 = Vector256.LoadAligned(b);
            var b1 = Vector256.LoadAligned(b + 8);
            var x = Vector256.Create(a[0]);
            c00 = Vector256.MultiplyAddEstimate(x, b0, c00);
            c01 = Vector256.MultiplyAddEstimate(x, b1, c01);
            x = Vector256.Create(a[row]);
            c10 = Vector256.MultiplyAddEstimate(x, b0, c10);
            c11 = Vector256.MultiplyAddEstimate(x, b1, c11);
            x = Vector256.Create(a[two]);
            c20 = Vector256.MultiplyAddEstimate(x, b0, c20);
            c21 = Vector256.MultiplyAddEstimate(x, b1, c21);
            a += column;
            b += Panel;
        }
        c00.Store(c);
        c01.Store(c + 8);
        c += stride;
        c10.Store(c);
        c11.Store(c + 8);
        c += stride;
        c20.Store(c);
        c21.Store(c + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows1(float* a, nint column, float* b, int depth, float* from, float* c)
    {
        var c0 = Vector256.Load(from);
        var c1 = Vector256.Load(from + 8);
        for (int p = 0; p < depth; p++)
        {
            var x = Vector256.Create(a[0]);
            c0 = Vector256.MultiplyAddEstimate(x, Vector256.LoadAligned(b), c0);
            c1 = Vector256.MultiplyAddEstimate(x, Vector256.LoadAligned(b + 8), c1);
            a += column;
            b += Panel;
        }
        c0.Store(c);
        c1.Store(c + 8);
    }
}
