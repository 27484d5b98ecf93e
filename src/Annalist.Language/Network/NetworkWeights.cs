namespace Annalist.Language;

/// <summary>All trained numbers of the network with its vocabularies.</summary>
internal sealed class NetworkWeights
{
    private static readonly byte[] Magic = "ANNNET02"u8.ToArray();

    /// <summary>Zeros of a shape.</summary>
    /// <param name="shape">The measures.</param>
    /// <param name="words">Hashes of the words that have a row: of lower-case words and of words. Row 0 is the unknown word's.</param>
    /// <param name="vectors">Fixed vectors of words; null for none.</param>
    public NetworkWeights(NetworkShape shape, uint[][] words, WordVectors? vectors = null)
    {
        Vectors = vectors ?? WordVectors.None;
        if (Vectors.Width != shape.Vectors) throw new ArgumentException("vectors of another width than the network's", nameof(vectors));
        Shape = shape;
        Layout = shape.Layout();
        Words = words;
        Dense = new FloatBuffer(Layout.Length);
        Tables = [.. shape.Parts.Select((w, i) => new FloatBuffer(w * shape.Rows[i]))];
        Index = [.. words.Select(list => list.Select((h, i) => (h, i)).ToDictionary(x => x.h, x => x.i + 1))];
    }

    public NetworkShape Shape { get; }

    public NetworkLayout Layout { get; }

    public uint[][] Words { get; }

    public FloatBuffer Dense { get; }

    public FloatBuffer[] Tables { get; }

    public WordVectors Vectors { get; }

    private Dictionary<uint, int>[] Index { get; }

    /// <summary>Rows of a word.</summary>
    public void Fill(ReadOnlySpan<char> form, Span<int> slots)
    {
        WordSlots.Fill(form, Shape.Rows[2], Shape.Rows[3], slots);
        slots[0] = Index[0].GetValueOrDefault((uint)slots[0]);
        slots[1] = Index[1].GetValueOrDefault((uint)slots[1]);
        slots[WordSlots.Vector] = Vectors.Row((uint)slots[WordSlots.Vector]);
    }

    /// <summary>Writes matrices in 16-bit and tables in 8-bit steps of each row's own size.</summary>
    public unsafe void Write(Stream target)
    {
        using var w = new BinaryWriter(target, System.Text.Encoding.UTF8, true);
        w.Write(Magic);
        foreach (int[] list in new[] { Shape.Parts, Shape.Rows, Shape.Layers, [Shape.Hidden, Shape.TagAfter, Shape.Arc, Shape.Label, Shape.Vectors] })
        {
            w.Write(list.Length);
            foreach (int x in list) w.Write(x);
        }
        foreach (string[] list in new[] { Shape.Tags, Shape.Labels })
        {
            w.Write(list.Length);
            foreach (string x in list) w.Write(x);
        }
        foreach (uint[] list in Words)
        {
            w.Write(list.Length);
            foreach (uint x in list) w.Write(x);
        }
        w.Write(Vectors.Words.Length);
        foreach (uint x in Vectors.Words) w.Write(x);
        foreach (var p in Layout.Parts) Rows(w, Dense.P + p.Start, p.Rows, p.Columns, short.MaxValue);
        for (int t = 0; t < Tables.Length; t++) Rows(w, Tables[t].P, Shape.Rows[t], Shape.Parts[t], sbyte.MaxValue);
        w.Write(Vectors.Data);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The data are damaged.</exception>
    public static unsafe NetworkWeights Read(byte[] data)
    {
        int at = Magic.Length;
        if (data.Length < at || !data.AsSpan(0, at).SequenceEqual(Magic)) throw new InvalidDataException("no weights of a network");
        try
        {
            using var r = new BinaryReader(new MemoryStream(data, at, data.Length - at), System.Text.Encoding.UTF8);
            int[] parts = Numbers(r), rows = Numbers(r), layers = Numbers(r), rest = Numbers(r);
            string[] tags = Names(r), labels = Names(r);
            var shape = new NetworkShape { Parts = parts, Rows = rows, Layers = layers, Hidden = rest[0], TagAfter = rest[1], Arc = rest[2], Label = rest[3], Vectors = rest[4], Tags = tags, Labels = labels };
            uint[][] words = [Hashes(r), Hashes(r)];
            uint[] vectorWords = Hashes(r);
            at += (int)r.BaseStream.Position;
            int vectorBytes = checked(vectorWords.Length * shape.Vectors);
            if (vectorBytes > data.Length - at) throw new InvalidDataException("weights cut short");
            var weights = new NetworkWeights(shape, words, new WordVectors(shape.Vectors, vectorWords, data[^vectorBytes..]));
            foreach (var p in weights.Layout.Parts) at = Read<short>(data, at, weights.Dense.P + p.Start, p.Rows, p.Columns);
            for (int t = 0; t < parts.Length; t++) at = Read<sbyte>(data, at, weights.Tables[t].P, rows[t], parts[t]);
            if (at + vectorBytes != data.Length) throw new InvalidDataException("weights with a tail");
            return weights;
        }
        catch (Exception e) when (e is EndOfStreamException or ArgumentException or OverflowException or IndexOutOfRangeException)
        {
            throw new InvalidDataException("damaged weights of a network", e);
        }
    }

    private static unsafe void Rows(BinaryWriter w, float* source, int rows, int columns, int largest)
    {
        for (int i = 0; i < rows; i++, source += columns)
        {
            float top = 0;
            for (int c = 0; c < columns; c++) top = MathF.Max(top, MathF.Abs(source[c]));
            float step = top / largest;
            w.Write(step);
            for (int c = 0; c < columns; c++)
            {
                int whole = step == 0 ? 0 : (int)MathF.Round(source[c] / step);
                if (largest == short.MaxValue) w.Write((short)whole);
                else w.Write((sbyte)whole);
            }
        }
    }

    private static unsafe int Read<T>(byte[] data, int at, float* target, int rows, int columns)
        where T : unmanaged, System.Numerics.IBinaryInteger<T>
    {
        int row = sizeof(float) + (columns * sizeof(T));
        if ((long)row * rows > data.Length - at) throw new InvalidDataException("weights cut short");
        fixed (byte* start = data)
        {
            byte* p = start + at;
            for (int i = 0; i < rows; i++, p += row, target += columns)
            {
                float step = *(float*)p;
                T* s = (T*)(p + sizeof(float));
                for (int c = 0; c < columns; c++) target[c] = int.CreateTruncating(s[c]) * step;
            }
        }
        return at + (row * rows);
    }

    private static int[] Numbers(BinaryReader r)
    {
        int n = r.ReadInt32();
        if (n is < 0 or > 1_000_000) throw new InvalidDataException("a list of the wrong length");
        int[] list = new int[n];
        for (int i = 0; i < n; i++) list[i] = r.ReadInt32();
        return list;
    }

    private static uint[] Hashes(BinaryReader r) => [.. Numbers(r).Select(x => (uint)x)];

    private static string[] Names(BinaryReader r)
    {
        int n = r.ReadInt32();
        if (n is < 0 or > 10_000) throw new InvalidDataException("a list of the wrong length");
        string[] list = new string[n];
        for (int i = 0; i < n; i++) list[i] = r.ReadString();
        return list;
    }
}
