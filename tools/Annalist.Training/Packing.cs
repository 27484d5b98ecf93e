using Annalist.Language;

namespace Annalist.Training;

/// <summary>Brings trained weights into the files' form: coarser steps, since a difference of a hundredth decides nothing.</summary>
internal static class Packing
{
    /// <summary>A table of classes, weights divided and rounded.</summary>
    public static byte[] Weights(IEnumerable<(uint Key, (int Class, short Weight)[] Row)> rows, int classes, int divisor)
    {
        var list = new List<(uint, (int, short)[])>();
        foreach (var (key, row) in rows)
        {
            (int, short)[] kept = [.. row.Select(r => (r.Class, Divide(r.Weight, divisor))).Where(r => r.Item2 != 0)];
            if (kept.Length > 0) list.Add((key, kept));
        }
        using var stream = new MemoryStream();
        WeightTable.Write(stream, classes, list);
        return stream.ToArray();
    }

    /// <summary>The table of moves: shift, left, right as classes 0, 1, 2, the arcs weighed against the shift.</summary>
    public static byte[] Moves(IEnumerable<(uint Key, (int Class, short Weight)[] Row)> rows, int divisor)
    {
        var list = new List<(uint, short, short)>();
        Span<int> w = stackalloc int[3];
        foreach (var (key, row) in rows)
        {
            w.Clear();
            foreach (var (move, weight) in row) w[move] = weight;
            short left = Divide(w[1] - w[0], divisor), right = Divide(w[2] - w[0], divisor);
            if (left != 0 || right != 0) list.Add((key, left, right));
        }
        using var stream = new MemoryStream();
        MoveTable.Write(stream, list);
        return stream.ToArray();
    }

    private static short Divide(int weight, int divisor) => (short)Math.Clamp(Math.Round((double)weight / divisor, MidpointRounding.AwayFromZero), short.MinValue, short.MaxValue);
}
