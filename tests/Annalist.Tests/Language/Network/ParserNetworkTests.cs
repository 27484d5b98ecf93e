using Annalist.Language;
using Annalist.Training;

namespace Annalist.Tests.Language.Network;

public sealed class ParserNetworkTests
{
    private static readonly string[] Words = ["The", "two", "ministers", "met", "in", "Vienna", "on", "Tuesday", "."];

    [Fact]
    public void Every_derivative_agrees_with_the_measured_slope()
    {
        foreach (var (part, derived, measured) in GradientCheck.Run())
        {
            Assert.True(derived > 0, $"{part} has no slope");
            Assert.True(Math.Abs(derived - measured) <= 0.02 * (derived + Math.Abs(measured)), $"{part}: derived {derived}, measured {measured}");
        }
    }

    [Fact]
    public void A_sentence_gets_the_same_scores_whatever_stands_beside_it()
    {
        var network = new ParserNetwork(Weights());
        var alone = new NetworkBuffers(network.Weights.Shape, false);
        alone.Begin(Words.Length);
        network.Add(alone, Words);
        network.Run(alone);
        var among = new NetworkBuffers(network.Weights.Shape, false);
        among.Begin(64);
        network.Add(among, ["Yes"]);
        network.Add(among, Words);
        network.Add(among, ["Talks", "went", "on", "and", "on", "."]);
        network.Run(among);
        int n = Words.Length;
        Assert.Equal(Bits(alone.LabelScores, 0, n, network.Weights.Shape.LabelWidth), Bits(among.LabelScores, 1, n, network.Weights.Shape.LabelWidth));
        Assert.Equal(alone.Heads[..n], among.Heads[1..(n + 1)]);
        Assert.Equal(alone.Tags[..n], among.Tags[1..(n + 1)]);
    }

    [Fact]
    public void A_run_allocates_nothing_once_the_buffers_are_there()
    {
        var network = new ParserNetwork(Weights());
        var b = new NetworkBuffers(network.Weights.Shape, false);
        for (int k = 0; k < 3; k++) One();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int k = 0; k < 20; k++) One();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 400);

        void One()
        {
            b.Begin(Words.Length);
            network.Add(b, Words);
            network.Run(b);
        }
    }

    [Fact]
    public void Weights_come_back_from_their_file_within_a_step()
    {
        var weights = Weights();
        using var stream = new MemoryStream();
        weights.Write(stream);
        var back = NetworkWeights.Read(stream.ToArray());
        Assert.Equal(weights.Shape.Labels, back.Shape.Labels);
        float top = weights.Dense.Span.ToArray().Max(Math.Abs);
        for (int i = 0; i < weights.Dense.Length; i++) Assert.Equal(weights.Dense.Span[i], back.Dense.Span[i], top / short.MaxValue);
    }

    [Fact]
    public void Damaged_weights_are_told_as_such()
    {
        using var stream = new MemoryStream();
        Weights().Write(stream);
        byte[] data = stream.ToArray();
        Assert.Throws<InvalidDataException>(() => NetworkWeights.Read(data[..(data.Length / 2)]));
        Assert.Throws<InvalidDataException>(() => NetworkWeights.Read([.. data, 0]));
        Assert.Throws<InvalidDataException>(() => NetworkWeights.Read([1, 2, 3]));
    }

    private static NetworkWeights Weights()
    {
        var shape = new NetworkShape
        {
            Parts = [16, 16, 16, 16],
            Rows = [5, 5, 64, 64],
            Hidden = 32,
            Layers = [1, 2, 0],
            TagAfter = 2,
            Arc = 16,
            Label = 16,
            Tags = ["A|a", "B|b", "C|c"],
            Labels = ["root", "x", "y"],
        };
        uint[] words = [.. Words[..4].Select(w => WordInfo.Of(w).Form)];
        var weights = new NetworkWeights(shape, [words, words]);
        NetworkTraining.Start(weights, 9);
        return weights;
    }

    private static int[] Bits(FloatBuffer buffer, int first, int rows, int width) => [.. buffer.Span.Slice(first * width, rows * width).ToArray().Select(BitConverter.SingleToInt32Bits)];
}
