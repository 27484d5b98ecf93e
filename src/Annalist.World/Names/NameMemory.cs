namespace Annalist.Worlds;

/// <summary>What a thread has asked an index of names: a report writes the same names again and again. What is found does not depend on it.</summary>
internal sealed class NameMemory
{
    /// <summary>Answers of one kind that are kept; when there are more, all are dropped.</summary>
    private const int Most = 16384;

    /// <summary>Letters of the longest words that are kept: a hostile page could fill the memory with longer ones.</summary>
    private const int Longest = 200;

    [ThreadStatic]
    private static NameMemory? last;

    private readonly NameIndex index;

    private NameMemory(NameIndex index) => this.index = index;

    /// <summary>Answers of <see cref="NameIndex.FindGarbled"/>.</summary>
    public Dictionary<string, NameMatch?> Garbled { get; } = new(StringComparer.Ordinal);

    /// <summary>Answers of <see cref="NameIndex.FindGarbledLong"/>.</summary>
    public Dictionary<string, NameMatch?> Long { get; } = new(StringComparer.Ordinal);

    /// <summary>Answers of <see cref="NameIndex.IsKnownWord"/>.</summary>
    public Dictionary<string, bool> Known { get; } = new(StringComparer.Ordinal);

    /// <summary>The thread's memory of an index; that of another index is dropped.</summary>
    public static NameMemory Of(NameIndex index) => last is { } memory && memory.index == index ? memory : last = new NameMemory(index);

    /// <summary>Keeps an answer; one for words that are too long is not kept.</summary>
    public static void Keep<T>(Dictionary<string, T> answers, string words, T answer)
    {
        if (words.Length > Longest) return;
        if (answers.Count >= Most) answers.Clear();
        answers[words] = answer;
    }
}
