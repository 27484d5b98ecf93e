using Annalist.Language;

namespace Annalist.Training;

/// <summary>Masks of dropped numbers from a seeded stream.</summary>
internal sealed unsafe class Dropout(ulong seed)
{
    private ulong state = seed * 0x9E3779B97F4A7C15UL + 0xD1B54A32D192ED03UL;

    /// <summary>64 bits.</summary>
    public ulong Next()
    {
        ulong z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>A number in [0, 1).</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>About normally distributed.</summary>
    public float Normal()
    {
        double sum = 0;
        for (int i = 0; i < 12; i++) sum += NextDouble();
        return (float)(sum - 6);
    }

    /// <summary>Fills masks of a run.</summary>
    public void Masks(NetworkBuffers b, NetworkShape s, double input, double layer, double head)
    {
        int m = b.Rows;
        Fill(b.InputMask, m * s.Input, input);
        foreach (var l in b.Layers) Fill(l.Mask, m * s.Hidden, layer);
        Fill(b.Tag.Mask, m * s.Hidden, layer);
        Fill(b.Last.Mask, m * s.Hidden, layer);
        Fill(b.ArcMask, m * 2 * s.Arc, head);
        Fill(b.LabelMask, m * 2 * s.Label, head);
    }

    private void Fill(FloatBuffer mask, int length, double rate)
    {
        float* p = mask.Ensure((length + 7) & -8);
        uint limit = (uint)Math.Round(rate * 256);
        float keep = 256f / (256 - limit);
        for (int i = 0; i < length; i += 8)
        {
            ulong bits = Next();
            for (int k = 0; k < 8; k++, bits >>= 8) p[i + k] = (bits & 255) < limit ? 0 : keep;
        }
    }
}
