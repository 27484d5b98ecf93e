using System.Runtime.CompilerServices;

namespace Annalist.Language;

/// <summary>A half-built tree of the arc-hybrid system: a stack, the next word, the arcs so far. Reused from sentence to sentence by one thread.</summary>
/// <remarks>There is no artificial root: the word that is left on the stack at the end is the root, so every tree has exactly one.</remarks>
internal sealed class ParserState
{
    /// <summary>Words of the stack, the top at <see cref="Depth"/> − 1.</summary>
    public int[] Stack = [];

    /// <summary>Head of each word; −1 none yet.</summary>
    public int[] Head = [];

    /// <summary>Label of each word's arc; −1 none yet.</summary>
    public int[] Label = [];

    /// <summary>Leftmost and second leftmost dependent; −1 none.</summary>
    public int[] Left1 = [], Left2 = [];

    /// <summary>Rightmost and second rightmost dependent; −1 none.</summary>
    public int[] Right1 = [], Right2 = [];

    /// <summary>Number of dependents on either side.</summary>
    public int[] LeftCount = [], RightCount = [];

    /// <summary>Bit set of the labels of a word's dependents (modulo 64).</summary>
    public ulong[] LeftLabels = [], RightLabels = [];

    /// <summary>Score of the two arcs from what stays the same while a word is on top, once <see cref="Scored"/>.</summary>
    public int[] StackLeft = [], StackRight = [];

    /// <summary>True for a word with a score in <see cref="StackLeft"/> and <see cref="StackRight"/>.</summary>
    public bool[] Scored = [];

    /// <summary>Number of words on the stack.</summary>
    public int Depth;

    /// <summary>Next word of the buffer.</summary>
    public int Next;

    /// <summary>Number of words.</summary>
    public int Length;

    /// <summary>True when only the root is left.</summary>
    public bool Done => Next >= Length && Depth <= 1;

    /// <summary>Begins a sentence.</summary>
    public void Reset(int length)
    {
        if (Stack.Length < length)
        {
            int size = Math.Max(64, length * 2);
            Stack = new int[size];
            Head = new int[size];
            Label = new int[size];
            Left1 = new int[size];
            Left2 = new int[size];
            Right1 = new int[size];
            Right2 = new int[size];
            LeftCount = new int[size];
            RightCount = new int[size];
            LeftLabels = new ulong[size];
            RightLabels = new ulong[size];
            StackLeft = new int[size];
            StackRight = new int[size];
            Scored = new bool[size];
        }
        Head.AsSpan(0, length).Fill(-1);
        Label.AsSpan(0, length).Fill(-1);
        Left1.AsSpan(0, length).Fill(-1);
        Left2.AsSpan(0, length).Fill(-1);
        Right1.AsSpan(0, length).Fill(-1);
        Right2.AsSpan(0, length).Fill(-1);
        LeftCount.AsSpan(0, length).Clear();
        RightCount.AsSpan(0, length).Clear();
        LeftLabels.AsSpan(0, length).Clear();
        RightLabels.AsSpan(0, length).Clear();
        Scored.AsSpan(0, length).Clear();
        Depth = 0;
        Next = 0;
        Length = length;
    }

    /// <summary>The word <paramref name="n"/> below the top; −1 when the stack is not that deep.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Top(int n) => Depth > n ? Stack[Depth - 1 - n] : -1;

    /// <summary>The word <paramref name="n"/> after the next; −1 beyond the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Buffer(int n) => Next + n < Length ? Next + n : -1;

    /// <summary>The next word goes onto the stack.</summary>
    public void Shift() => Stack[Depth++] = Next++;

    /// <summary>The top hangs on the next word.</summary>
    public void ArcLeft(int label)
    {
        int child = Stack[--Depth], head = Next;
        Head[child] = head;
        Label[child] = label;
        // Words come to their head nearest first, so the newest is the outermost.
        Left2[head] = Left1[head];
        Left1[head] = child;
        LeftCount[head]++;
        LeftLabels[head] |= 1UL << (label & 63);
    }

    /// <summary>The top hangs on the word below it.</summary>
    public void ArcRight(int label)
    {
        int child = Stack[--Depth], head = Stack[Depth - 1];
        Head[child] = head;
        Label[child] = label;
        Right2[head] = Right1[head];
        Right1[head] = child;
        RightCount[head]++;
        RightLabels[head] |= 1UL << (label & 63);
    }
}
