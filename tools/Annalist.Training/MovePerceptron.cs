using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using Annalist.Language;

namespace Annalist.Training;

/// <summary>Averaged perceptron of the three moves: one cache line a feature, since the training of the parser is bound by memory.</summary>
internal sealed class MovePerceptron
{
    [StructLayout(LayoutKind.Sequential)]
    private struct Slot
    {
        public uint Key;
        public int Updates;
        public float Shift, Left, Right;
        public float ShiftSum, LeftSum, RightSum; // in thousands of ticks
    }

    private readonly int minUpdates;
    private Slot[] slots = new Slot[1 << 21];
    private int count;
    private double time = 1;

    /// <summary>Features speak only once they took part in <paramref name="minUpdates"/> corrections.</summary>
    public MovePerceptron(int minUpdates) => this.minUpdates = minUpdates;

    public int Features => count;

    public void Tick() => time++;

    public unsafe void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        float a = 0, b = 0, c = 0;
        uint mask = (uint)slots.Length - 1;
        int shift = 32 - BitOperations.Log2((uint)slots.Length);
        fixed (Slot* table = slots)
        {
            if (Sse.IsSupported)
            {
                foreach (uint f in features) Sse.Prefetch0(table + (((f == 0 ? 1 : f) * 0x9E3779B1u) >> shift));
            }
            foreach (uint f in features)
            {
                uint key = f == 0 ? 1 : f;
                for (uint at = (key * 0x9E3779B1u) >> shift; ; at++)
                {
                    Slot* s = table + (at & mask);
                    if (s->Key == key)
                    {
                        if (s->Updates >= minUpdates)
                        {
                            a += s->Shift;
                            b += s->Left;
                            c += s->Right;
                        }
                        break;
                    }
                    if (s->Key == 0) break;
                }
            }
        }
        scores[0] = a;
        scores[1] = b;
        scores[2] = c;
    }

    public void Update(ReadOnlySpan<uint> features, int right, int wrong)
    {
        float sum = (float)(time / 1000);
        foreach (uint f in features)
        {
            ref Slot s = ref Find(f == 0 ? 1 : f);
            s.Updates++;
            Change(ref s, right, 1, sum);
            Change(ref s, wrong, -1, sum);
        }
    }

    private static void Change(ref Slot s, int move, float by, float sum)
    {
        switch (move)
        {
            case 0: s.Shift += by; s.ShiftSum += by * sum; break;
            case 1: s.Left += by; s.LeftSum += by * sum; break;
            default: s.Right += by; s.RightSum += by * sum; break;
        }
    }

    private ref Slot Find(uint key)
    {
        if (count * 2 >= slots.Length) Grow();
        uint mask = (uint)slots.Length - 1;
        int shift = 32 - BitOperations.Log2((uint)slots.Length);
        for (uint at = (key * 0x9E3779B1u) >> shift; ; at++)
        {
            ref Slot s = ref slots[at & mask];
            if (s.Key == key) return ref s;
            if (s.Key != 0) continue;
            s.Key = key;
            count++;
            return ref s;
        }
    }

    private void Grow()
    {
        var old = slots;
        slots = new Slot[old.Length * 2];
        uint mask = (uint)slots.Length - 1;
        int shift = 32 - BitOperations.Log2((uint)slots.Length);
        foreach (ref Slot s in old.AsSpan())
        {
            if (s.Key == 0) continue;
            uint at = (s.Key * 0x9E3779B1u) >> shift;
            while (slots[at & mask].Key != 0) at++;
            slots[at & mask] = s;
        }
    }

    /// <summary>The averaged weights, as <see cref="Perceptron.Rows"/>.</summary>
    public List<(uint Key, (int Class, short Weight)[] Row)> Rows(double minWeight, double scale)
    {
        var list = new List<(uint Key, (int Class, short Weight)[] Row)>();
        var row = new List<(int, short)>(3);
        foreach (ref Slot s in slots.AsSpan())
        {
            if (s.Key == 0 || s.Updates < minUpdates) continue;
            row.Clear();
            Add(row, 0, s.Shift, s.ShiftSum, minWeight, scale);
            Add(row, 1, s.Left, s.LeftSum, minWeight, scale);
            Add(row, 2, s.Right, s.RightSum, minWeight, scale);
            if (row.Count > 0) list.Add((s.Key, [.. row]));
        }
        list.Sort((a, b) => a.Key.CompareTo(b.Key));
        return list;
    }

    private void Add(List<(int, short)> row, int move, float weight, float sum, double minWeight, double scale)
    {
        double average = weight - (sum * 1000.0 / time);
        if (Math.Abs(average) < minWeight) return;
        double quantised = Math.Round(average * scale);
        if (quantised != 0) row.Add((move, (short)Math.Clamp(quantised, short.MinValue, short.MaxValue)));
    }
}
