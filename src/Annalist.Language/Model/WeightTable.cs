using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Annalist.Language;

/// <summary>Weights of a linear classifier over hashed features: feature → the few classes that it speaks for or against. Immutable.</summary>
internal sealed class WeightTable
{
    private const uint Magic = 0x31574C41; // "ALW1"
    private readonly ulong[] slots; // key in the upper half, start of the row in the lower
    private readonly int[] rows;    // count, then class << 16 | weight
    private readonly int shift;

    private WeightTable(int classes, int features, ulong[] slots, int[] rows)
    {
        Classes = classes;
        Features = features;
        this.slots = slots;
        this.rows = rows;
        shift = 32 - BitOperations.Log2((uint)slots.Length);
    }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>Number of features with a weight.</summary>
    public int Features { get; }

    /// <summary>Adds the weights of one feature to the scores.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint feature, Span<int> scores)
    {
        ulong[] table = slots;
        uint mask = (uint)table.Length - 1;
        uint at = (feature * 0x9E3779B1u) >> shift;
        while (true)
        {
            ulong slot = table[at & mask];
            if (slot == 0) return;
            if ((uint)(slot >> 32) == feature)
            {
                int start = (int)(uint)slot;
                int[] all = rows;
                int end = start + all[start];
                for (int i = start + 1; i <= end; i++)
                {
                    int entry = all[i];
                    scores[entry >> 16] += (short)entry;
                }
                return;
            }
            at++;
        }
    }

    /// <summary>Adds the weights of all features to the scores, which are cleared first.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        scores.Clear();
        Prefetch(features);
        foreach (uint f in features) Add(f, scores);
    }

    /// <summary>Asks for the slots of all features at once, so that the waits for memory overlap.</summary>
    private unsafe void Prefetch(ReadOnlySpan<uint> features)
    {
        if (!Sse.IsSupported) return;
        fixed (ulong* table = slots)
        {
            foreach (uint f in features) Sse.Prefetch0(table + ((f * 0x9E3779B1u) >> shift));
        }
    }

    /// <summary>Reads the compact form.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a weight table.</exception>
    public static WeightTable Read(ReadOnlySpan<byte> bytes)
    {
        var (classes, features, entries) = Head(bytes);
        var slots = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, features * 2L))];
        int shift = 32 - BitOperations.Log2((uint)slots.Length);
        uint mask = (uint)slots.Length - 1;
        // Index 0 stays unused, so that a slot is never zero.
        var rows = new int[1 + features + entries];
        int next = 1, at = 16;
        uint key = 0;
        for (int i = 0; i < features; i++)
        {
            key += ReadVarint(bytes, ref at);
            int count = (int)ReadVarint(bytes, ref at);
            if (next + count >= rows.Length) throw new InvalidDataException("damaged weight table");
            uint place = (key * 0x9E3779B1u) >> shift;
            while (slots[place & mask] != 0) place++;
            slots[place & mask] = ((ulong)key << 32) | (uint)next;
            rows[next++] = count;
            for (int k = 0; k < count; k++)
            {
                int cls = bytes[at++];
                int weight = ReadWeight(bytes, ref at);
                if (cls >= classes) throw new InvalidDataException("damaged weight table");
                rows[next++] = (cls << 16) | (ushort)weight;
            }
        }
        return new WeightTable(classes, features, slots, rows);
    }

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

    internal static short ReadWeight(ReadOnlySpan<byte> bytes, ref int at)
    {
        uint z = ReadVarint(bytes, ref at);
        return (short)((int)(z >> 1) ^ -(int)(z & 1));
    }

    internal static void WriteWeight(Stream target, short weight) => WriteVarint(target, (uint)((weight << 1) ^ (weight >> 31)));

    internal static uint ReadVarint(ReadOnlySpan<byte> bytes, ref int at)
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
