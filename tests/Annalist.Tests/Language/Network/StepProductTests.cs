using Annalist.Language;

namespace Annalist.Tests.Language.Network;

public sealed unsafe class StepProductTests
{
    [Theory]
    [InlineData(1, 8, 16)]
    [InlineData(7, 192, 576)]
    [InlineData(13, 576, 40)]
    public void A_product_in_steps_is_near_the_product_in_floating_point(int m, int k, int n)
    {
        var (a, b, c) = (Numbers(m * k, 1), Numbers(k * n, 2), Target(m, n));
        StepProduct.Multiply(a.P, k, k, m, new StepMatrix(b.P, k, n), c.P, Stride(n), null, false, new FloatBuffer(), new FloatBuffer());
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < n; j++)
            {
                double exact = 0;
                for (int p = 0; p < k; p++) exact += (double)a.P[(i * k) + p] * b.P[(p * n) + j];
                Assert.Equal(exact, c.P[(i * Stride(n)) + j], 0.002 * Math.Sqrt(k));
            }
        }
    }

    [Fact]
    public void The_largest_numbers_stay_within_thirty_two_bits()
    {
        const int k = 576, n = 16;
        var (a, b, c) = (new FloatBuffer(k), new FloatBuffer(k * n), Target(1, n));
        new Span<float>(a.P, k).Fill(3);
        new Span<float>(b.P, k * n).Fill(-2);
        StepProduct.Multiply(a.P, k, k, 1, new StepMatrix(b.P, k, n), c.P, n, null, false, new FloatBuffer(), new FloatBuffer());
        Assert.Equal(-6f * k, c.P[0], 1);
        Assert.Equal(c.P[0], c.P[n - 1]);
    }

    [Fact]
    public void Rows_of_zeros_give_the_bias()
    {
        const int k = 16, n = 16;
        var (b, bias, c) = (Numbers(k * n, 3), Numbers(n, 4), Target(1, n));
        StepProduct.Multiply(new FloatBuffer(k).P, k, k, 1, new StepMatrix(b.P, k, n), c.P, n, bias.P, false, new FloatBuffer(), new FloatBuffer());
        Assert.Equal(bias.Span[..n].ToArray(), c.Span[..n].ToArray());
    }

    [Fact]
    public void A_row_gets_the_same_bits_alone_and_among_others()
    {
        const int m = 11, k = 64, n = 48;
        var (a, b) = (Numbers(m * k, 5), Numbers(k * n, 6));
        var matrix = new StepMatrix(b.P, k, n);
        var (all, one) = (Target(m, n), Target(1, n));
        StepProduct.Multiply(a.P, k, k, m, matrix, all.P, n, null, false, new FloatBuffer(), new FloatBuffer());
        for (int i = 0; i < m; i++)
        {
            StepProduct.Multiply(a.P + (i * k), k, k, 1, matrix, one.P, n, null, false, new FloatBuffer(), new FloatBuffer());
            Assert.Equal(all.Span.Slice(i * n, n).ToArray().Select(BitConverter.SingleToUInt32Bits), one.Span[..n].ToArray().Select(BitConverter.SingleToUInt32Bits));
        }
    }

    /// <summary>Products write whole panels: into narrower rows they would write over the next row, and after the last over another's memory.</summary>
    [Fact]
    public void Target_rows_narrower_than_whole_panels_are_refused()
    {
        const int k = 16, n = 24;
        var (a, b, c, room) = (Numbers(k, 1), Numbers(k * n, 2), Target(1, n), new FloatBuffer());
        Assert.Throws<ArgumentOutOfRangeException>(() => StepProduct.Multiply(a.P, k, k, 1, new StepMatrix(b.P, k, n), c.P, n, null, false, room, room));
        Assert.Throws<ArgumentOutOfRangeException>(() => MatrixProduct.Multiply(a.P, k, 1, 1, b.P, k, n, c.P, n, null, false));
    }

    private static int Stride(int n) => MatrixProduct.RoundUp(n);

    private static FloatBuffer Target(int m, int n) => new(m * Stride(n));

    private static FloatBuffer Numbers(int count, int seed)
    {
        var random = new Random(seed);
        var buffer = new FloatBuffer(count);
        for (int i = 0; i < count; i++) buffer.P[i] = (float)((random.NextDouble() * 2) - 1);
        return buffer;
    }
}
