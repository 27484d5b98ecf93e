using System.Numerics;
using Annalist.Language;

namespace Annalist.Training;

/// <summary>Averaged perceptron over hashed features with sparse rows; grows as it meets errors.</summary>
internal sealed class Perceptron
{
    private struct Entry
    {
        public int Class;
        public float Weight;
        public double Sum;
    }

    private struct Row
    {
        public int Start;
        public short Count, Capacity;
        public int Updates;
    }

    private uint[] keys = new uint[1 << 20];
    private int[] rowOf = new int[1 << 20];
    private Row[] rows = new Row[1 << 19];
    private Entry[] entries = new Entry[1 << 21];
    private int rowCount, entryCount;
    private double time = 1;

    private readonly int minUpdates;

    /// <summary>Features speak only once they took part in <paramref name="minUpdates"/> corrections: rare ones neither fit noise nor fill the file.</summary>
    public Perceptron(int classes, int minUpdates)
    {
        Classes = classes;
        this.minUpdates = minUpdates;
    }

    public int Classes { get; }

    public int Features => rowCount;

    /// <summary>One more example was seen: the clock of the averages.</summary>
    public void Tick() => time++;

    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        scores.Clear();
        foreach (uint f in features)
        {
            int r = Find(f);
            if (r < 0) continue;
            ref Row row = ref rows[r];
            if (row.Updates < minUpdates) continue;
            int end = row.Start + row.Count;
            for (int i = row.Start; i < end; i++) scores[entries[i].Class] += entries[i].Weight;
        }
    }

    public void Update(ReadOnlySpan<uint> features, int right, int wrong)
    {
        foreach (uint f in features)
        {
            int r = FindOrAdd(f);
            rows[r].Updates++;
            Change(r, right, 1);
            Change(r, wrong, -1);
        }
    }

    private void Change(int r, int cls, float by)
    {
        ref Row row = ref rows[r];
        int end = row.Start + row.Count;
        for (int i = row.Start; i < end; i++)
        {
            if (entries[i].Class != cls) continue;
            entries[i].Weight += by;
            entries[i].Sum += by * time;
            return;
        }
        if (row.Count == row.Capacity)
        {
            int capacity = Math.Max(2, row.Capacity * 2);
            if (entryCount + capacity > entries.Length) Array.Resize(ref entries, entries.Length * 2);
            Array.Copy(entries, row.Start, entries, entryCount, row.Count);
            row.Start = entryCount;
            row.Capacity = (short)capacity;
            entryCount += capacity;
        }
        entries[row.Start + row.Count++] = new Entry { Class = cls, Weight = by, Sum = by * time };
    }

    private int Find(uint key)
    {
        if (key == 0) key = 1;
        uint mask = (uint)keys.Length - 1;
        for (uint at = (key * 0x9E3779B1u) >> (32 - BitOperations.Log2((uint)keys.Length)); ; at++)
        {
            uint k = keys[at & mask];
            if (k == key) return rowOf[at & mask];
            if (k == 0) return -1;
        }
    }

    private int FindOrAdd(uint key)
    {
        if (key == 0) key = 1;
        int r = Find(key);
        if (r >= 0) return r;
        if (rowCount * 2 >= keys.Length) Grow();
        if (rowCount == rows.Length) Array.Resize(ref rows, rows.Length * 2);
        Place(keys, rowOf, key, rowCount);
        return rowCount++;
    }

    private static void Place(uint[] keys, int[] rowOf, uint key, int r)
    {
        uint mask = (uint)keys.Length - 1;
        uint at = (key * 0x9E3779B1u) >> (32 - BitOperations.Log2((uint)keys.Length));
        while (keys[at & mask] != 0) at++;
        keys[at & mask] = key;
        rowOf[at & mask] = r;
    }

    private void Grow()
    {
        var k = new uint[keys.Length * 2];
        var v = new int[keys.Length * 2];
        for (int i = 0; i < keys.Length; i++)
        {
            if (keys[i] != 0) Place(k, v, keys[i], rowOf[i]);
        }
        (keys, rowOf) = (k, v);
    }

    /// <summary>The averaged weights, quantised, small ones and features of few updates left out, in the compact form.</summary>
    public List<(uint Key, (int Class, short Weight)[] Row)> Rows(double minWeight, double scale)
    {
        var list = new List<(uint Key, (int Class, short Weight)[] Row)>();
        var buffer = new List<(int, short)>();
        for (int i = 0; i < keys.Length; i++)
        {
            if (keys[i] == 0) continue;
            ref Row row = ref rows[rowOf[i]];
            if (row.Updates < minUpdates) continue;
            buffer.Clear();
            for (int e = row.Start; e < row.Start + row.Count; e++)
            {
                double average = entries[e].Weight - (entries[e].Sum / time);
                if (Math.Abs(average) < minWeight) continue;
                double quantised = Math.Round(average * scale);
                if (quantised != 0) buffer.Add((entries[e].Class, (short)Math.Clamp(quantised, short.MinValue, short.MaxValue)));
            }
            if (buffer.Count == 0) continue;
            buffer.Sort();
            list.Add((keys[i], [.. buffer]));
        }
        list.Sort((a, b) => a.Key.CompareTo(b.Key));
        return list;
    }

    /// <summary>The averaged weights in the compact form.</summary>
    public byte[] Pack(double minWeight, double scale) => Packing.Weights(Rows(minWeight, scale), Classes, 1);

    /// <summary>The packed weights as inference sees them.</summary>
    public WeightTable ToTable(double minWeight, double scale) => WeightTable.Read(Pack(minWeight, scale));
}
