using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Annalist.Language;

/// <summary>Weights of a linear classifier over hashed features: feature → the classes that it speaks for or against. Immutable.</summary>
/// <remarks>A short row is pairs of class and weight in fours, so that its length seldom surprises the processor; a long row is a weight for every class, added as vectors.</remarks>
internal sealed class WeightTable
{
    /// <summary>Most features that one call may score.</summary>
    public const int MaxFeatures = 128;

    private const uint Magic = 0x31574C41; // "ALW1"

    /// <summary>Rows with more pairs than this are kept with a weight for every class. At most twelve: the number of fours has two bits.</summary>
    private const int LongestPairs = 8;

    /// <summary>Classes that are summed in registers at a time.</summary>
    private const int Block = 32;

    private readonly ulong[] slots; // key in the upper half; below it start << 2 | fours of pairs, or (row + 1) << 2 for a full row
    private readonly int[] pairs;   // class << 16 | weight
    private readonly short[] full;  // Width weights a row; the last place, which is no class, has the largest of them
    private readonly int shift;

    private WeightTable(int classes, int features, ulong[] slots, int[] pairs, short[] full)
    {
        Classes = classes;
        Features = features;
        Width = WidthOf(classes);
        this.slots = slots;
        this.pairs = pairs;
        this.full = full;
        HugePages.Ask(slots);
        HugePages.Ask(pairs);
        HugePages.Ask(full);
        shift = 32 - BitOperations.Log2((uint)slots.Length);
    }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>Number of features with a weight.</summary>
    public int Features { get; }

    /// <summary>Length of the scores that <see cref="Score"/> fills: the classes, then at least one place that only fills a four.</summary>
    public int Width { get; }

    /// <summary>Sums the weights of all features for each class.</summary>
    /// <param name="features">At most <see cref="MaxFeatures"/> features.</param>
    /// <param name="scores"><see cref="Width"/> places; those from <see cref="Classes"/> on mean nothing.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(features.Length, MaxFeatures);
        ArgumentOutOfRangeException.ThrowIfLessThan(scores.Length, Width);
        uint* fours = stackalloc uint[MaxFeatures], rows = stackalloc uint[MaxFeatures];
        int fourCount = 0, rowCount = 0;
        uint mask = (uint)slots.Length - 1;
        int width = Width;
        fixed (ulong* table = slots)
        fixed (int* sparse = pairs)
        fixed (short* dense = full)
        fixed (int* sums = scores)
        {
            // All slots are asked for before the first is read, then all rows, so that the waits for memory overlap.
            if (Sse.IsSupported)
            {
                foreach (uint f in features) Sse.Prefetch0(table + ((f * 0x9E3779B1u) >> shift));
            }
            foreach (uint f in features)
            {
                for (uint at = (f * 0x9E3779B1u) >> shift; ; at++)
                {
                    ulong slot = table[at & mask];
                    if (slot == 0) break;
                    if ((uint)(slot >> 32) != f) continue;
                    uint row = (uint)slot;
                    if ((row & 3) != 0)
                    {
                        if (Sse.IsSupported) Sse.Prefetch0(sparse + (row >> 2));
                        fours[fourCount++] = row;
                    }
                    else
                    {
                        row = ((row >> 2) - 1) * (uint)width;
                        if (Sse.IsSupported) Sse.Prefetch0(dense + row);
                        rows[rowCount++] = row;
                    }
                    break;
                }
            }
            // Nearly all sums fit into sixteen bits, which is a third of the work; the last place of a row says what it can add at most.
            int most = 0;
            for (int i = 0; i < rowCount; i++) most += dense[rows[i] + width - 1];
            if (most <= short.MaxValue) AddShort(dense, rows, rowCount, sums, width);
            else AddLong(dense, rows, rowCount, sums, width);
            for (int i = 0; i < fourCount; i++)
            {
                int* p = sparse + (fours[i] >> 2);
                uint n = fours[i] & 3;
                do
                {
                    int w0 = p[0], w1 = p[1], w2 = p[2], w3 = p[3];
                    sums[w0 >> 16] += (short)w0;
                    sums[w1 >> 16] += (short)w1;
                    sums[w2 >> 16] += (short)w2;
                    sums[w3 >> 16] += (short)w3;
                    p += 4;
                }
                while (--n > 0);
            }
        }
    }

    /// <summary>Adds full rows whose sums fit into sixteen bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void AddShort(short* dense, uint* rows, int count, int* sums, int width)
    {
        int c = 0;
        for (; c + (2 * Block) <= width; c += 2 * Block)
        {
            Vector256<short> a = default, b = default, d = default, e = default;
            short* column = dense + c;
            for (int i = 0; i < count; i++)
            {
                short* row = column + rows[i];
                a += Vector256.Load(row);
                b += Vector256.Load(row + 16);
                d += Vector256.Load(row + 32);
                e += Vector256.Load(row + 48);
            }
            Store(a, sums + c);
            Store(b, sums + c + 16);
            Store(d, sums + c + 32);
            Store(e, sums + c + 48);
        }
        for (; c < width; c += Block)
        {
            Vector256<short> a = default, b = default;
            short* column = dense + c;
            for (int i = 0; i < count; i++)
            {
                short* row = column + rows[i];
                a += Vector256.Load(row);
                b += Vector256.Load(row + 16);
            }
            Store(a, sums + c);
            Store(b, sums + c + 16);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Store(Vector256<short> sum, int* target)
    {
        Vector256.WidenLower(sum).Store(target);
        Vector256.WidenUpper(sum).Store(target + 8);
    }

    /// <summary>Adds full rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void AddLong(short* dense, uint* rows, int count, int* sums, int width)
    {
        for (int c = 0; c < width; c += Block)
        {
            Vector256<int> a = default, b = default, d = default, e = default;
            short* column = dense + c;
            for (int i = 0; i < count; i++)
            {
                short* row = column + rows[i];
                a += Vector256.WidenLower(Vector128.Load(row).ToVector256Unsafe());
                b += Vector256.WidenLower(Vector128.Load(row + 8).ToVector256Unsafe());
                d += Vector256.WidenLower(Vector128.Load(row + 16).ToVector256Unsafe());
                e += Vector256.WidenLower(Vector128.Load(row + 24).ToVector256Unsafe());
            }
            a.Store(sums + c);
            b.Store(sums + c + 8);
            d.Store(sums + c + 16);
            e.Store(sums + c + 24);
        }
    }

    /// <summary>Reads the compact form.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a weight table.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // it runs once, and would run unoptimised
    public static WeightTable Read(ReadOnlySpan<byte> bytes)
    {
        var (classes, features, entries) = Head(bytes);
        if (features > bytes.Length || entries > bytes.Length) throw new InvalidDataException("damaged weight table");
        var slots = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, features * 2L))];
        int shift = 32 - BitOperations.Log2((uint)slots.Length), width = WidthOf(classes);
        uint mask = (uint)slots.Length - 1;
        var pairs = new int[entries + (features * 3L)];
        var full = new short[width * 1024];
        int next = 0, fullRows = 0, at = 16, left = entries;
        uint key = 0;
        for (int i = 0; i < features; i++)
        {
            key += ReadVarint(bytes, ref at);
            uint count = ReadVarint(bytes, ref at);
            if (count == 0 || count > left) throw new InvalidDataException("damaged weight table");
            left -= (int)count;
            uint row;
            if (count <= LongestPairs)
            {
                uint n = (count + 3) / 4;
                row = ((uint)next << 2) | n;
                for (uint k = 0; k < n * 4; k++) pairs[next++] = k < count ? ReadPair(bytes, ref at, classes) : classes << 16;
            }
            else
            {
                if ((fullRows + 1) * width > full.Length) Array.Resize(ref full, full.Length * 2);
                var target = full.AsSpan(fullRows * width, classes);
                for (uint k = 0; k < count; k++)
                {
                    int pair = ReadPair(bytes, ref at, classes);
                    target[pair >> 16] += (short)pair;
                }
                int most = 0;
                foreach (short w in target) most = Math.Max(most, Math.Abs((int)w));
                full[(fullRows * width) + width - 1] = (short)Math.Min(most, short.MaxValue);
                row = (uint)++fullRows << 2;
            }
            uint place = (key * 0x9E3779B1u) >> shift;
            while (slots[place & mask] != 0) place++;
            slots[place & mask] = ((ulong)key << 32) | row;
        }
        return new WeightTable(classes, features, slots, pairs, full);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ReadPair(ReadOnlySpan<byte> bytes, ref int at, int classes)
    {
        if (at >= bytes.Length) throw new InvalidDataException("weight table cut off");
        int cls = bytes[at++];
        if (cls >= classes) throw new InvalidDataException("damaged weight table");
        return (cls << 16) | (ushort)ReadWeight(bytes, ref at);
    }

    private static int WidthOf(int classes) => ((classes / Block) + 1) * Block;

    /// <summary>Number of classes, features and weights.</summary>
    internal static (int Classes, int Features, int Entries) Head(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 16 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic) throw new InvalidDataException("not a weight table");
        int classes = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        int features = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        int entries = BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]);
        if (classes is <= 0 or > 32767 || features < 0 || entries < 0) throw new InvalidDataException("damaged weight table");
        return (classes, features, entries);
    }

    /// <summary>Writes the compact form: features by rising key, keys as differences, numbers as varints.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="classes">Number of classes, at most 256.</param>
    /// <param name="features">Key and row, by rising key.</param>
    public static void Write(Stream target, int classes, IReadOnlyList<(uint Key, (int Class, short Weight)[] Row)> features)
    {
        Span<byte> head = stackalloc byte[16];
        BinaryPrimitives.WriteUInt32LittleEndian(head, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], classes);
        BinaryPrimitives.WriteInt32LittleEndian(head[8..], features.Count);
        BinaryPrimitives.WriteInt32LittleEndian(head[12..], features.Sum(f => f.Row.Length));
        target.Write(head);
        uint last = 0;
        foreach (var (key, row) in features)
        {
            WriteVarint(target, key - last);
            last = key;
            WriteVarint(target, (uint)row.Length);
            foreach (var (cls, weight) in row)
            {
                target.WriteByte((byte)cls);
                WriteWeight(target, weight);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static short ReadWeight(ReadOnlySpan<byte> bytes, ref int at)
    {
        uint z = ReadVarint(bytes, ref at);
        return (short)((int)(z >> 1) ^ -(int)(z & 1));
    }

    internal static void WriteWeight(Stream target, short weight) => WriteVarint(target, (uint)((weight << 1) ^ (weight >> 31)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint ReadVarint(ReadOnlySpan<byte> bytes, ref int at)
    {
        // Nearly all weights have one byte, nearly all differences of keys two.
        int i = at;
        if ((uint)i < (uint)bytes.Length && bytes[i] < 0x80)
        {
            at = i + 1;
            return bytes[i];
        }
        if ((uint)(i + 1) < (uint)bytes.Length && bytes[i + 1] < 0x80)
        {
            at = i + 2;
            return (bytes[i] & 0x7Fu) | ((uint)bytes[i + 1] << 7);
        }
        return ReadLongVarint(bytes, ref at);
    }

    private static uint ReadLongVarint(ReadOnlySpan<byte> bytes, ref int at)
    {
        uint value = 0;
        for (int shift = 0; shift < 35; shift += 7)
        {
            if (at >= bytes.Length) throw new InvalidDataException("weight table cut off");
            byte b = bytes[at++];
            value |= (uint)(b & 0x7F) << shift;
            if (b < 0x80) return value;
        }
        throw new InvalidDataException("damaged weight table");
    }

    internal static void WriteVarint(Stream target, uint value)
    {
        while (value >= 0x80)
        {
            target.WriteByte((byte)(value | 0x80));
            value >>= 7;
        }
        target.WriteByte((byte)value);
    }
}
