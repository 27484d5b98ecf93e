namespace Annalist.Language;

/// <summary>
/// Right factor of a product in whole steps of each column's own size, two depths side by side, packed into panels of sixteen columns.
/// Immutable once made.
/// </summary>
internal sealed unsafe class StepMatrix
{
    /// <summary>Steps from 0 to the largest number of a column. With the bound of <see cref="LargestStep"/> no sum of a product leaves 32 bits.</summary>
    private const int Steps = 1023;

    private readonly FloatBuffer data;
    private readonly FloatBuffer sizes;

    /// <summary>Brings a matrix to steps.</summary>
    /// <param name="source">k rows of n numbers.</param>
    /// <param name="k">Depth.</param>
    /// <param name="n">Columns.</param>
    public StepMatrix(float* source, int k, int n)
    {
        Pairs = (k + 1) / 2;
        Columns = MatrixProduct.RoundUp(n);
        data = new FloatBuffer(Pairs * Columns);
        sizes = new FloatBuffer(Columns);
        for (int j = 0; j < n; j++)
        {
            float top = 0;
            for (int p = 0; p < k; p++) top = MathF.Max(top, MathF.Abs(source[((nint)p * n) + j]));
            sizes.P[j] = top / Steps;
        }
        short* t = (short*)data.P;
        for (int j = 0; j < Columns; j += MatrixProduct.Panel)
        {
            for (int p = 0; p < 2 * Pairs; p += 2, t += 2 * MatrixProduct.Panel)
            {
                for (int c = 0; c < 2 * MatrixProduct.Panel; c++)
                {
                    int row = p + (c & 1), column = j + (c >> 1);
                    bool zero = row >= k || column >= n || sizes.P[column] == 0;
                    t[c] = zero ? (short)0 : (short)MathF.Round(source[((nint)row * n) + column] / sizes.P[column]);
                }
            }
        }
    }

    /// <summary>Pairs of depths.</summary>
    public int Pairs { get; }

    /// <summary>Columns, a multiple of the panel's width.</summary>
    public int Columns { get; }

    /// <summary>Largest step of a left factor.</summary>
    public int LargestStep => Math.Min(short.MaxValue, int.MaxValue / (2 * Pairs * Steps));

    /// <summary>The steps.</summary>
    public short* Data => (short*)data.P;

    /// <summary>Size of each column's step.</summary>
    public float* Sizes => sizes.P;
}
