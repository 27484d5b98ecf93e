using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Annalist.Language;

/// <summary>
/// Products of matrices whose numbers are brought to whole steps: half the memory and twice the speed of floating point, and sums that
/// no order of additions changes. Each row of the left factor has a step of its own, so a sentence's result does not depend on its neighbours.
/// </summary>
internal static unsafe class StepProduct
{
    private const int RowBlock = 240, Panel = MatrixProduct.Panel, PairPanel = 2 * Panel;

    /// <summary>Target of one product.</summary>
    private readonly ref struct Target(float* c, int stride, float* rowSizes, float* columnSizes, float* bias, bool add)
    {
        public readonly float* C = c, RowSizes = rowSizes, ColumnSizes = columnSizes, Bias = bias;
        public readonly int Stride = stride;
        public readonly bool Add = add;

        /// <summary>Brings the sums of eight columns back to numbers.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Store(int row, int column, Vector256<int> sum)
        {
            float* to = C + ((nint)row * Stride) + column;
            var size = Vector256.Load(ColumnSizes + column) * RowSizes[row];
            var before = Add ? Vector256.Load(to) : Bias != null ? Vector256.Load(Bias + column) : Vector256<float>.Zero;
            (before + (Vector256.ConvertToSingle(sum) * size)).Store(to);
        }
    }

    /// <summary>c = a · b + bias, or c += a · b.</summary>
    /// <param name="a">Left factor, m rows of <paramref name="k"/> numbers.</param>
    /// <param name="k">Depth, a multiple of 8; also the distance of rows is <paramref name="row"/>.</param>
    /// <param name="row">Distance of the left factor's rows.</param>
    /// <param name="m">Rows.</param>
    /// <param name="b">Right factor.</param>
    /// <param name="c">Target; columns are written up to the next multiple of the panel.</param>
    /// <param name="stride">Distance of the target's rows, at least the columns in whole panels.</param>
    /// <param name="bias">One number for each column, padded; null for none.</param>
    /// <param name="add">True to add to the target; the bias is passed over.</param>
    /// <param name="steps">Room for the left factor in steps.</param>
    /// <param name="sizes">Room for the sizes of its rows' steps.</param>
    /// <exception cref="ArgumentOutOfRangeException">The target's rows are narrower than what is written, or the depth is no multiple of 8.</exception>
    public static void Multiply(float* a, int k, int row, int m, StepMatrix b, float* c, int stride, float* bias, bool add, FloatBuffer steps, FloatBuffer sizes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, b.Columns);
        ArgumentOutOfRangeException.ThrowIfNotEqual(k % 8, 0);
        int width = 2 * b.Pairs;
        short* left = (short*)steps.Ensure((m * width / 2) + Panel);
        float* rowSizes = sizes.Ensure(m);
        for (int i = 0; i < m; i++) rowSizes[i] = ToSteps(a + ((nint)i * row), k, b.LargestStep, left + ((nint)i * width));
        var target = new Target(c, stride, rowSizes, b.Sizes, bias, add);
        for (int i0 = 0; i0 < m; i0 += RowBlock)
        {
            int end = Math.Min(m, i0 + RowBlock);
            for (int j = 0; j < b.Columns; j += Panel)
            {
                short* panel = b.Data + ((nint)j * width);
                int i = i0;
                for (; i + 6 <= end; i += 6) Rows6(left + ((nint)i * width), width, panel, b.Pairs, target, i, j);
                for (; i < end; i++) Rows1(left + ((nint)i * width), panel, b.Pairs, target, i, j);
            }
        }
        // The collector does not see pointers: without these a caller's temporary room could be given to another while it is still written to.
        GC.KeepAlive(steps);
        GC.KeepAlive(sizes);
        GC.KeepAlive(b);
    }

    /// <summary>Brings a row to steps from −<paramref name="largest"/> to <paramref name="largest"/>.</summary>
    /// <returns>Size of the step; 0 for a row of zeros.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float ToSteps(float* x, int k, int largest, short* target)
    {
        var tops = Vector256<float>.Zero;
        for (int p = 0; p < k; p += 8) tops = Vector256.MaxNative(tops, Vector256.Abs(Vector256.Load(x + p)));
        float top = RowMath.Top(tops);
        float size = top / largest;
        var scale = Vector256.Create(top == 0 ? 0 : largest / top);
        for (int p = 0; p < k; p += 8)
        {
            var whole = Vector256.ConvertToInt32Native(Vector256.Round(Vector256.Load(x + p) * scale));
            Vector128.NarrowWithSaturation(whole.GetLower(), whole.GetUpper()).Store(target + p);
        }
        return size;
    }

    /// <summary>Products of neighbours, added in pairs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Pairs(Vector256<short> x, Vector256<short> y)
    {
        if (Avx2.IsSupported) return Avx2.MultiplyAddAdjacent(x, y);
        var (xa, xb) = Vector256.Widen(x);
        var (ya, yb) = Vector256.Widen(y);
        Vector256<int> a = xa * ya, b = xb * yb;
        return Vector256.Create(a[0] + a[1], a[2] + a[3], a[4] + a[5], a[6] + a[7], b[0] + b[1], b[2] + b[3], b[4] + b[5], b[6] + b[7]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Twice(short* pair) => Vector256.Create(*(int*)pair).AsInt16();

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Rows6(short* a, nint row, short* b, int pairs, in Target target, int i, int j)
    {
        Vector256<int> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default, c40 = default, c41 = default, c50 = default, c51 = default;
        short* d = a + (3 * row);
        nint two = 2 * row;
        // Four at a time: the loop's own arithmetic is a tenth of what the processor can begin in a turn. The depth is a multiple of eight, so the pairs are of four.
        for (int p = 0; p < pairs; p += 4, a += 8, d += 8, b += 4 * PairPanel)
        {
            Add6(a, d, row, two, b, ref c00, ref c01, ref c10, ref c11, ref c20, ref c21, ref c30, ref c31, ref c40, ref c41, ref c50, ref c51);
            Add6(a + 2, d + 2, row, two, b + PairPanel, ref c00, ref c01, ref c10, ref c11, ref c20, ref c21, ref c30, ref c31, ref c40, ref c41, ref c50, ref c51);
            Add6(a + 4, d + 4, row, two, b + (2 * PairPanel), ref c00, ref c01, ref c10, ref c11, ref c20, ref c21, ref c30, ref c31, ref c40, ref c41, ref c50, ref c51);
            Add6(a + 6, d + 6, row, two, b + (3 * PairPanel), ref c00, ref c01, ref c10, ref c11, ref c20, ref c21, ref c30, ref c31, ref c40, ref c41, ref c50, ref c51);
        }
        target.Store(i, j, c00);
        target.Store(i, j + 8, c01);
        target.Store(i + 1, j, c10);
        target.Store(i + 1, j + 8, c11);
        target.Store(i + 2, j, c20);
        target.Store(i + 2, j + 8, c21);
        target.Store(i + 3, j, c30);
        target.Store(i + 3, j + 8, c31);
        target.Store(i + 4, j, c40);
        target.Store(i + 4, j + 8, c41);
        target.Store(i + 5, j, c50);
        target.Store(i + 5, j + 8, c51);
    }

    /// <summary>Adds one pair of depths to the sums of six rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add6(short* a, short* d, nint row, nint two, short* b, ref Vector256<int> c00, ref Vector256<int> c01, ref Vector256<int> c10, ref Vector256<int> c11, ref Vector256<int> c20, ref Vector256<int> c21, ref Vector256<int> c30, ref Vector256<int> c31, ref Vector256<int> c40, ref Vector256<int> c41, ref Vector256<int> c50, ref Vector256<int> c51)
    {
        var b0 = Vector256.LoadAligned(b);
        var b1 = Vector256.LoadAligned(b + Panel);
        var x = Twice(a);
        c00 += Pairs(x, b0);
        c01 += Pairs(x, b1);
        x = Twice(a + row);
        c10 += Pairs(x, b0);
        c11 += Pairs(x, b1);
        x = Twice(a + two);
        c20 += Pairs(x, b0);
        c21 += Pairs(x, b1);
        x = Twice(d);
        c30 += Pairs(x, b0);
        c31 += Pairs(x, b1);
        x = Twice(d + row);
        c40 += Pairs(x, b0);
        c41 += Pairs(x, b1);
        x = Twice(d + two);
        c50 += Pairs(x, b0);
        c51 += Pairs(x, b1);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Rows1(short* a, short* b, int pairs, in Target target, int i, int j)
    {
        Vector256<int> c0 = default, c1 = default;
        for (int p = 0; p < pairs; p++, a += 2, b += PairPanel)
        {
            var x = Twice(a);
            c0 += Pairs(x, Vector256.LoadAligned(b));
            c1 += Pairs(x, Vector256.LoadAligned(b + Panel));
        }
        target.Store(i, j, c0);
        target.Store(i, j + 8, c1);
    }
}
