using Annalist.Language;

namespace Annalist.Tests.Language.Network;

public sealed unsafe class TreeDecoderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void The_tree_is_the_best_of_all_trees_with_one_root(int n)
    {
        var random = new Random(n);
        var decoder = new TreeDecoder();
        for (int round = 0; round < 300; round++)
        {
            float[] scores = [.. Enumerable.Range(0, n * (n + 1)).Select(_ => (float)random.Next(-20, 20))];
            int[] heads = new int[n];
            fixed (float* p = scores) decoder.Decode(p, n + 1, heads);
            Assert.True(IsTree(heads), string.Join(' ', heads));
            Assert.Equal(Best(scores, new int[n], 0), Total(scores, heads));
        }
    }

    [Fact]
    public void Long_sentences_of_circles_end_in_a_tree()
    {
        const int N = 120;
        var random = new Random(7);
        float[] scores = new float[N * (N + 1)];
        for (int i = 0; i < N; i++)
        {
            for (int j = 0; j <= N; j++) scores[(i * (N + 1)) + j] = (float)random.NextDouble() + (j == (i ^ 1) + 1 ? 5 : 0);
        }
        int[] heads = new int[N];
        fixed (float* p = scores) new TreeDecoder().Decode(p, N + 1, heads);
        Assert.True(IsTree(heads));
    }

    private static float Best(float[] scores, int[] heads, int at)
    {
        if (at == heads.Length) return IsTree(heads) ? Total(scores, heads) : float.NegativeInfinity;
        float best = float.NegativeInfinity;
        for (int h = -1; h < heads.Length; h++)
        {
            if (h == at) continue;
            heads[at] = h;
            best = Math.Max(best, Best(scores, heads, at + 1));
        }
        return best;
    }

    private static float Total(float[] scores, int[] heads) => heads.Select((h, i) => scores[(i * (heads.Length + 1)) + h + 1]).Sum();

    private static bool IsTree(int[] heads)
    {
        if (heads.Count(h => h < 0) != 1) return false;
        for (int i = 0; i < heads.Length; i++)
        {
            int w = i, steps = 0;
            while (w >= 0 && steps++ <= heads.Length) w = heads[w];
            if (w >= 0) return false;
        }
        return true;
    }
}
