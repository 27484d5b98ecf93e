namespace Annalist.Language;

/// <summary>
/// The tagger's sums over the features of a word that follow from the word itself, a third of all, for words met lately. One per thread. A place holds a word whose
/// features are the same, so what is in it changes no tag.
/// </summary>
internal sealed class OwnSums
{
    private const int Size = 1 << 12;

    [ThreadStatic]
    private static OwnSums? last;

    private readonly WeightTable weights;
    private readonly Known[] known = new Known[Size];
    private readonly int[] sums;

    private OwnSums(WeightTable weights)
    {
        this.weights = weights;
        sums = new int[Size * weights.Width];
    }

    /// <summary>The thread's sums of a table; those of another table are dropped.</summary>
    public static OwnSums Of(WeightTable weights) => last is { } sums && sums.weights == weights ? sums : last = new OwnSums(weights);

    /// <summary>Sums for each class, <see cref="WeightTable.Width"/> places; those from the classes on mean nothing.</summary>
    /// <param name="word">The word.</param>
    /// <param name="first">True for the first of its sentence.</param>
    /// <param name="lastSuffix">How the sentence's last word ends.</param>
    public ReadOnlySpan<int> Of(in WordInfo word, bool first, uint lastSuffix)
    {
        uint place = ((word.Form ^ (lastSuffix * 31) ^ (first ? 1u : 0u)) * 0x9E3779B1u) >> 20;
        var result = sums.AsSpan((int)place * weights.Width, weights.Width);
        ref var there = ref known[place];
        if (there.Holds(word, first, lastSuffix)) return result;
        there = new Known { Word = word, First = first, LastSuffix = lastSuffix, Any = true };
        Span<uint> features = stackalloc uint[TagFeatures.Max];
        int n = TagFeatures.FillOwn(word, first, lastSuffix, features);
        weights.Score(features[..n], result);
        return result;
    }

    private struct Known
    {
        public WordInfo Word;
        public uint LastSuffix;
        public bool First, Any;

        public readonly bool Holds(in WordInfo w, bool first, uint lastSuffix) => Any && Word.Form == w.Form && Word.Lower == w.Lower && Word.Ambiguity == w.Ambiguity && Word.Shape == w.Shape
            && Word.Suffix1 == w.Suffix1 && Word.Suffix2 == w.Suffix2 && Word.Suffix3 == w.Suffix3 && Word.Suffix4 == w.Suffix4
            && Word.Prefix1 == w.Prefix1 && Word.Prefix2 == w.Prefix2 && Word.Prefix3 == w.Prefix3 && LastSuffix == lastSuffix && First == first;
    }
}
