namespace Annalist.Language;

/// <summary>Feature templates of the tagger. Part of the format of the weights.</summary>
internal static class TagFeatures
{
    /// <summary>Upper bound of features for one word.</summary>
    public const int Max = 56;

    private const uint Edge = 0x51ED270Bu;

    /// <summary>Fills the features of word <paramref name="i"/>, whose predecessors are tagged already.</summary>
    /// <returns>Number of features written.</returns>
    public static int Fill(ReadOnlySpan<WordInfo> words, int i, Span<uint> f)
    {
        int n = FillOwn(words[i], i == 0, words[^1].Suffix1, f);
        return n + FillAround(words, i, f[n..]);
    }

    /// <summary>Fills the features that follow from the word itself, from whether it is the first, and from how the sentence's last word ends.</summary>
    /// <returns>Number of features written.</returns>
    public static int FillOwn(in WordInfo w, bool first, uint lastSuffix, Span<uint> f)
    {
        int n = 0;
        f[n++] = FeatureHash.Of(1, w.Form);
        f[n++] = FeatureHash.Of(2, w.Lower);
        f[n++] = FeatureHash.Of(3, w.Suffix1);
        f[n++] = FeatureHash.Of(4, w.Suffix2);
        f[n++] = FeatureHash.Of(5, w.Suffix3);
        f[n++] = FeatureHash.Of(6, w.Suffix4);
        f[n++] = FeatureHash.Of(7, w.Prefix1);
        f[n++] = FeatureHash.Of(8, w.Prefix2);
        f[n++] = FeatureHash.Of(9, w.Prefix3);
        f[n++] = FeatureHash.Of(10, w.Shape);
        f[n++] = FeatureHash.Of(11, w.Ambiguity);
        f[n++] = FeatureHash.Of(34, w.Shape, w.Suffix2);
        f[n++] = FeatureHash.Of(42, w.Shape, first ? 1u : 0u);
        f[n++] = FeatureHash.Of(43, w.Lower, first ? 1u : 0u);
        f[n++] = FeatureHash.Of(44, w.Lower, lastSuffix);
        return n;
    }

    /// <summary>Fills the features that its neighbours have a part in.</summary>
    /// <returns>Number of features written.</returns>
    public static int FillAround(ReadOnlySpan<WordInfo> words, int i, Span<uint> f)
    {
        ref readonly WordInfo w = ref words[i];
        WordInfo edge = new() { Lower = Edge, Form = Edge, Suffix2 = Edge, Suffix3 = Edge, Shape = Edge, Ambiguity = Edge, Tag = 500 };
        ref readonly WordInfo p1 = ref edge, p2 = ref edge, n1 = ref edge, n2 = ref edge;
        if (i > 0) p1 = ref words[i - 1];
        if (i > 1) p2 = ref words[i - 2];
        if (i + 1 < words.Length) n1 = ref words[i + 1];
        if (i + 2 < words.Length) n2 = ref words[i + 2];
        uint t1 = (uint)p1.Tag, t2 = (uint)p2.Tag;
        int n = 0;
        f[n++] = FeatureHash.Of(12, p1.Lower);
        f[n++] = FeatureHash.Of(13, n1.Lower);
        f[n++] = FeatureHash.Of(14, p2.Lower);
        f[n++] = FeatureHash.Of(15, n2.Lower);
        f[n++] = FeatureHash.Of(16, t1);
        f[n++] = FeatureHash.Of(17, t2);
        f[n++] = FeatureHash.Of(18, t1, t2);
        f[n++] = FeatureHash.Of(19, t1, w.Lower);
        f[n++] = FeatureHash.Of(20, p1.Lower, w.Lower);
        f[n++] = FeatureHash.Of(21, w.Lower, n1.Lower);
        f[n++] = FeatureHash.Of(22, n1.Ambiguity);
        f[n++] = FeatureHash.Of(23, n2.Ambiguity);
        f[n++] = FeatureHash.Of(24, n1.Ambiguity, w.Ambiguity);
        f[n++] = FeatureHash.Of(25, n1.Ambiguity, w.Ambiguity, t1);
        f[n++] = FeatureHash.Of(26, t1, n1.Ambiguity);
        f[n++] = FeatureHash.Of(27, n1.Suffix3);
        f[n++] = FeatureHash.Of(28, p1.Suffix3);
        f[n++] = FeatureHash.Of(29, t1, w.Suffix3);
        f[n++] = FeatureHash.Of(30, t1, t2, w.Lower);
        f[n++] = FeatureHash.Of(31, w.Lower, n1.Ambiguity);
        f[n++] = FeatureHash.Of(32, p1.Shape, w.Shape, n1.Shape);
        f[n++] = FeatureHash.Of(33, w.Shape, n1.Shape);
        f[n++] = FeatureHash.Of(35, w.Suffix3, n1.Ambiguity);
        f[n++] = FeatureHash.Of(36, w.Suffix2, n1.Suffix2);
        f[n++] = FeatureHash.Of(37, n1.Ambiguity, n2.Ambiguity, w.Ambiguity);
        f[n++] = FeatureHash.Of(38, t1, t2, w.Ambiguity);
        f[n++] = FeatureHash.Of(39, p1.Lower, t2);
        f[n++] = FeatureHash.Of(40, w.Lower, n1.Lower, t1);
        f[n++] = FeatureHash.Of(41, p1.Lower, w.Ambiguity, n1.Ambiguity);
        f[n++] = FeatureHash.Of(45, t1, w.Shape);
        return n;
    }
}
