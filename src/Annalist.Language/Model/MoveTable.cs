using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Annalist.Language;

/// <summary>Weights of the three moves over hashed features: a look-up is one cache line and no branch that could be guessed wrong. Immutable.</summary>
/// <remarks>
/// Only differences between the moves count, so a shift weighs nothing and the two arcs are weighed against it.
/// The upper bits of a feature's hash choose a bucket; its sixteen cells are compared with the rest of the hash at once, and the weights of equal cells are summed.
/// A weight beyond a byte is spread over several cells. The last cell of a bucket that ran full says so; what did not fit is in a table of its own.
/// </remarks>
internal sealed class MoveTable
{
    private const uint Magic = 0x314D4C41; // "ALM1"
    private const int Line = 64, Cells = 15;
    private const ushort Marked = 0x8000, Overflowing = 1;

    private readonly byte[] lines; // pinned, so that the alignment holds; a line: 16 codes, then 16 pairs of left << 8 | right
    private readonly int start;
    private readonly int shift;
    private readonly Dictionary<uint, (int Left, int Right)> overflow = [];

    private MoveTable(int features)
    {
        // Fifteen bits of the hash must be enough to tell the features of a bucket apart, so there are 2^17 buckets or more.
        uint buckets = Math.Max(1u << 17, BitOperations.RoundUpToPowerOf2((uint)features / 10));
        shift = 32 - BitOperations.Log2(buckets);
        lines = GC.AllocateArray<byte>(checked((int)(buckets + 1) * Line), pinned: true);
        HugePages.Ask(lines);
        start = (int)((Line - (Address(lines) % Line)) % Line);
    }

    /// <summary>Sums the weights of the features for each arc; a shift has 0.</summary>
    /// <param name="features">At most 256 features, so that sums of bytes fit into sixteen bits.</param>
    /// <param name="left">Sum for the arc to the left.</param>
    /// <param name="right">Sum for the arc to the right.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe void Score(ReadOnlySpan<uint> features, out int left, out int right)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(features.Length, 256);
        var lefts = Vector256<short>.Zero;
        var rights = Vector256<short>.Zero;
        int extraLeft = 0, extraRight = 0, bits = shift;
        uint mask = (1u << bits) - 1;
        fixed (byte* all = lines)
        {
            byte* table = all + start;
            // All lines are asked for before the first is read, so that the waits for memory overlap.
            if (Sse.IsSupported)
            {
                foreach (uint f in features) Sse.Prefetch0(table + ((nuint)((f * 0x9E3779B1u) >> bits) * Line));
            }
            foreach (uint f in features)
            {
                uint hash = f * 0x9E3779B1u;
                byte* line = table + ((nuint)(hash >> bits) * Line);
                var code = Vector256.Create((short)(ushort)((hash & mask) | Marked));
                var found = Vector256.Equals(Vector256.Load((short*)line), code) & Vector256.Load((short*)(line + 32));
                lefts += found >> 8;
                rights += (found << 8) >> 8;
                if (((ushort*)line)[Cells] == Overflowing && overflow.TryGetValue(f, out var more))
                {
                    extraLeft += more.Left;
                    extraRight += more.Right;
                }
            }
        }
        left = Sum(lefts) + extraLeft;
        right = Sum(rights) + extraRight;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a table of moves.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // it runs once, and would run unoptimised
    public static MoveTable Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 8 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic) throw new InvalidDataException("not a table of moves");
        int features = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        if (features < 0 || features > bytes.Length) throw new InvalidDataException("damaged table of moves");
        var table = new MoveTable(features);
        var cells = MemoryMarshal.Cast<byte, ushort>(table.lines.AsSpan(table.start));
        int shift = table.shift, at = 8;
        var used = new byte[1 << (32 - shift)];
        uint mask = (1u << shift) - 1, key = 0;
        for (int i = 0; i < features; i++)
        {
            key += WeightTable.ReadVarint(bytes, ref at);
            int left = WeightTable.ReadWeight(bytes, ref at), right = WeightTable.ReadWeight(bytes, ref at);
            uint hash = key * 0x9E3779B1u;
            ref byte cell = ref used[hash >> shift];
            var line = cells.Slice((int)(hash >> shift) * (Line / 2), Line / 2);
            while (left != 0 || right != 0)
            {
                if (cell == Cells)
                {
                    line[Cells] = Overflowing;
                    table.overflow[key] = (left, right);
                    break;
                }
                int l = Math.Clamp(left, -128, 127), r = Math.Clamp(right, -128, 127);
                line[cell] = (ushort)((hash & mask) | Marked);
                line[16 + cell] = (ushort)((l << 8) | (r & 0xFF));
                left -= l;
                right -= r;
                cell++;
            }
        }
        return table;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Sum(Vector256<short> v)
    {
        var (low, high) = Vector256.Widen(v);
        return Vector256.Sum(low + high);
    }

    private static unsafe nint Address(byte[] pinned)
    {
        fixed (byte* p = pinned) return (nint)p;
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
