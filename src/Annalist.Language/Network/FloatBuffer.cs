namespace Annalist.Language;

/// <summary>A block of numbers that the collector does not move, aligned to a cache line, so that kernels may hold pointers into it.</summary>
internal sealed unsafe class FloatBuffer
{
    private const int Line = 64;
    private float[] array = [];

    /// <summary>A buffer of zeros.</summary>
    public FloatBuffer(int length = 0) => Ensure(length);

    /// <summary>Numbers that fit.</summary>
    public int Length { get; private set; }

    /// <summary>The first number; valid as long as the buffer lives and does not grow.</summary>
    public float* P { get; private set; }

    /// <summary>All numbers.</summary>
    public Span<float> Span => new(P, Length);

    /// <summary>Makes room; what was in the buffer is lost when it grows.</summary>
    public float* Ensure(int length)
    {
        if (length <= Length && P != null) return P;
        int room = Length == 0 ? length : Math.Max(length, Length + (Length / 2));
        array = GC.AllocateArray<float>(room + (Line / sizeof(float)), pinned: true);
        HugePages.Ask(array);
        fixed (float* first = array) P = (float*)(((nint)first + Line - 1) & -Line);
        Length = room;
        return P;
    }
}
