namespace Annalist.Language;

/// <summary>
/// Vectors of lower-case words, learnt elsewhere from much text and not changed by the parser's training: what a word that the treebanks
/// never saw is like. One byte a number. Row 0 stands for words without a vector and is zero. Immutable.
/// </summary>
internal sealed class WordVectors
{
    /// <summary>A byte's step: vectors of length 1 have numbers of about 0.1, which come out at about 0.35.</summary>
    public const float Step = 3.5f / Scale;

    /// <summary>Bytes for a number of 1 in a vector of length 1; larger numbers than 0.5 are cut.</summary>
    public const float Scale = 254;

    private readonly Dictionary<uint, int> index;

    /// <summary>Vectors of words.</summary>
    /// <param name="width">Numbers of a vector, a multiple of 8; 0 for no vectors.</param>
    /// <param name="words">Hashes of the words, one a row from row 1 on.</param>
    /// <param name="data">The rows, without row 0.</param>
    public WordVectors(int width, uint[] words, byte[] data)
    {
        if (data.Length != (long)width * words.Length) throw new InvalidDataException("word vectors of the wrong length");
        (Width, Words, Data) = (width, words, data);
        index = new Dictionary<uint, int>(words.Length);
        for (int i = 0; i < words.Length; i++) index.TryAdd(words[i], i + 1);
    }

    /// <summary>No vectors.</summary>
    public static WordVectors None { get; } = new(0, [], []);

    /// <summary>Numbers of a vector.</summary>
    public int Width { get; }

    /// <summary>Hashes of the words.</summary>
    public uint[] Words { get; }

    /// <summary>Signed bytes, row by row.</summary>
    public byte[] Data { get; }

    /// <summary>Row of a word; 0 for none.</summary>
    public int Row(uint lower) => index.GetValueOrDefault(lower);

    /// <summary>Writes the vector of a row.</summary>
    public unsafe void Copy(int row, float* target)
    {
        if (row == 0)
        {
            new Span<float>(target, Width).Clear();
            return;
        }
        var source = Data.AsSpan((row - 1) * Width, Width);
        for (int c = 0; c < source.Length; c++) target[c] = (sbyte)source[c] * Step;
    }
}
