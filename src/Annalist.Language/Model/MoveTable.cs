using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.Intrinsics.X86;

namespace Annalist.Language;

/// <summary>Weights of the three moves over hashed features, laid out in eight bytes a feature so that most look-ups stay in the cache. Immutable.</summary>
/// <remarks>Only differences between the moves count, so a shift weighs nothing and the two arcs are weighed against it.</remarks>
internal sealed class MoveTable
{
    private const uint Magic = 0x314D4C41; // "ALM1"
    private readonly ulong[] slots; // key in the upper half, then the weights of left and right
    private readonly int shift;

    private MoveTable(ulong[] slots)
    {
        this.slots = slots;
        shift = 32 - BitOperations.Log2((uint)slots.Length);
    }

    /// <summary>Sums the weights of the features for each arc; a shift has 0.</summary>
    public unsafe void Score(ReadOnlySpan<uint> features, out int left, out int right)
    {
        int a = 0, b = 0;
        uint mask = (uint)slots.Length - 1;
        fixed (ulong* table = slots)
        {
            // All slots are asked for before the first is read, so that the waits for memory overlap.
            if (Sse.IsSupported)
            {
                foreach (uint f in features) Sse.Prefetch0(table + ((f * 0x9E3779B1u) >> shift));
            }
            foreach (uint f in features)
            {
                uint at = (f * 0x9E3779B1u) >> shift;
                while (true)
                {
                    ulong slot = table[at & mask];
                    if ((uint)(slot >> 32) == f)
                    {
                        a += (short)(slot >> 16);
                        b += (short)slot;
                        break;
                    }
                    if (slot == 0) break;
                    at++;
                }
            }
        }
        left = a;
        right = b;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a table of moves.</exception>
    public static MoveTable Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 8 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic) throw new InvalidDataException("not a table of moves");
        int features = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        if (features < 0 || features > bytes.Length) throw new InvalidDataException("damaged table of moves");
        var slots = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, features * 3L / 2))];
        int shift = 32 - BitOperations.Log2((uint)slots.Length);
        uint mask = (uint)slots.Length - 1, key = 0;
        int at = 8;
        for (int i = 0; i < features; i++)
        {
            key += WeightTable.ReadVarint(bytes, ref at);
            short left = WeightTable.ReadWeight(bytes, ref at), right = WeightTable.ReadWeight(bytes, ref at);
            uint place = (key * 0x9E3779B1u) >> shift;
            while (slots[place & mask] != 0) place++;
            slots[place & mask] = ((ulong)key << 32) | ((ulong)(ushort)left << 16) | (ushort)right;
        }
        return new MoveTable(slots);
    }

    /// <summary>Writes the compact form: features by rising key, keys as differences, numbers as varints.</summary>
    public static void Write(Stream target, IReadOnlyList<(uint Key, short Left, short Right)> features)
    {
        Span<byte> head = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(head, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], features.Count);
        target.Write(head);
        uint last = 0;
        foreach (var (key, left, right) in features)
        {
            WeightTable.WriteVarint(target, key - last);
            last = key;
            WeightTable.WriteWeight(target, left);
            WeightTable.WriteWeight(target, right);
        }
    }
}
