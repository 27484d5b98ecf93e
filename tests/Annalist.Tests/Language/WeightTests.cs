using Annalist.Language;

namespace Annalist.Tests.Language;

/// <summary>The tables of weights sum what was written into them, however they lay it out.</summary>
public sealed class WeightTests
{
    /// <summary>Small weights are summed in sixteen bits, large ones in thirty-two; some calls have both in reach.</summary>
    [Theory]
    [InlineData(51, 700)]
    [InlineData(51, 3500)]
    [InlineData(51, 32768)]
    [InlineData(107, 700)]
    [InlineData(107, 6000)]
    public void Rows_of_any_length_are_summed(int classCount, int largest)
    {
        var random = new Random(11);
        var rows = new SortedDictionary<uint, (int Class, short Weight)[]>();
        while (rows.Count < 400)
        {
            int[] classes = [.. Enumerable.Range(0, classCount)];
            random.Shuffle(classes);
            rows[(uint)random.Next()] = [.. classes.Take(1 + random.Next(classCount)).Order().Select(c => (c, (short)random.Next(-largest, largest)))];
        }
        using var stream = new MemoryStream();
        WeightTable.Write(stream, classCount, [.. rows.Select(r => (r.Key, r.Value))]);
        var table = WeightTable.Read(stream.ToArray());
        int[] scores = new int[table.Width];
        for (int round = 0; round < 50; round++)
        {
            // Known features, one of them twice, and some that have no row.
            uint[] features = [.. rows.Keys.Skip(round * 8).Take(8), rows.Keys.First(), 3u, 4_000_000_000u];
            int[] expected = new int[classCount];
            foreach (uint f in features)
            {
                foreach (var (c, w) in rows.GetValueOrDefault(f) ?? []) expected[c] += w;
            }
            table.Score(features, scores);
            Assert.Equal(expected, scores.Take(classCount));
        }
    }

    [Fact]
    public void Moves_are_summed_where_a_bucket_runs_full_and_where_a_weight_is_wide()
    {
        // Keys whose hashes share the upper bits: the hash is a product with an odd number, which has an inverse.
        uint inverse = 1;
        for (int i = 0; i < 5; i++) inverse *= 2 - (0x9E3779B1u * inverse);
        var random = new Random(12);
        var weights = new SortedDictionary<uint, (short Left, short Right)>();
        for (uint i = 1; i <= 60; i++)
        {
            int span = i % 3 == 0 ? 700 : 100;
            weights[(0x12340000u + i) * inverse] = ((short)random.Next(-span, span), (short)random.Next(-span, span));
        }
        using var stream = new MemoryStream();
        MoveTable.Write(stream, [.. weights.Select(w => (w.Key, w.Value.Left, w.Value.Right))]);
        var table = MoveTable.Read(stream.ToArray());
        foreach (var (key, weight) in weights)
        {
            table.Score([key], out int left, out int right);
            Assert.Equal((weight.Left, weight.Right), (left, right));
        }
        table.Score([.. weights.Keys, 0x12340100u * inverse, 7u], out int allLeft, out int allRight);
        Assert.Equal(weights.Values.Sum(w => w.Left), allLeft);
        Assert.Equal(weights.Values.Sum(w => w.Right), allRight);
    }

    [Fact]
    public void A_table_that_is_cut_off_is_refused()
    {
        using var stream = new MemoryStream();
        WeightTable.Write(stream, 4, [(9u, [(0, (short)5), (3, (short)-7)]), (70_000u, [(1, (short)300)])]);
        byte[] bytes = stream.ToArray();
        Assert.All(Enumerable.Range(0, bytes.Length), n => Assert.Throws<InvalidDataException>(() => WeightTable.Read(bytes.AsSpan(0, n))));
    }
}
