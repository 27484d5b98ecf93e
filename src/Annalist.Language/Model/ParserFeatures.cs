using System.Runtime.CompilerServices;

namespace Annalist.Language;

/// <summary>Feature templates of the parser: words and tags on the stack and ahead, their dependents, distance and valency. Part of the format of the weights.</summary>
internal static class ParserFeatures
{
    /// <summary>Upper bound of features for one state.</summary>
    public const int Max = 112;

    private const uint None = 0x51ED270Bu;
    private const uint NoTag = 501;
    private const uint NoLabel = 255;

    /// <summary>Fills the features of a state.</summary>
    /// <returns>Number of features written.</returns>
    [SkipLocalsInit]
    public static int Fill(ParserState s, ReadOnlySpan<WordInfo> w, Span<uint> f)
    {
        int s0 = s.Top(0), s1 = s.Top(1), s2 = s.Top(2);
        int b0 = s.Buffer(0), b1 = s.Buffer(1), b2 = s.Buffer(2);
        int s0l = At(s.Left1, s0), s0r = At(s.Right1, s0), s0l2 = At(s.Left2, s0), s0r2 = At(s.Right2, s0);
        int s1l = At(s.Left1, s1), s1r = At(s.Right1, s1), s1r2 = At(s.Right2, s1), s1l2 = At(s.Left2, s1);
        int b0l = At(s.Left1, b0), b0l2 = At(s.Left2, b0);

        uint s0w = Word(w, s0), s1w = Word(w, s1), s2w = Word(w, s2), b0w = Word(w, b0), b1w = Word(w, b1), b2w = Word(w, b2);
        uint s0t = Tag(w, s0), s1t = Tag(w, s1), s2t = Tag(w, s2), b0t = Tag(w, b0), b1t = Tag(w, b1), b2t = Tag(w, b2);
        uint s0lt = Tag(w, s0l), s0rt = Tag(w, s0r), s1rt = Tag(w, s1r), s1lt = Tag(w, s1l), b0lt = Tag(w, b0l);
        uint s0ld = Label(s, s0l), s0rd = Label(s, s0r), s1rd = Label(s, s1r), s1ld = Label(s, s1l), b0ld = Label(s, b0l);
        uint dist = (s0 < 0 || b0 < 0) ? 0u : Bucket(b0 - s0), dist1 = (s1 < 0 || s0 < 0) ? 0u : Bucket(s0 - s1);
        uint s0vl = Count(s.LeftCount, s0), s0vr = Count(s.RightCount, s0), s1vr = Count(s.RightCount, s1), s1vl = Count(s.LeftCount, s1), b0vl = Count(s.LeftCount, b0);
        uint s0s = s0 < 0 ? None : w[s0].Suffix3, b0s = b0 < 0 ? None : w[b0].Suffix3, s1s = s1 < 0 ? None : w[s1].Suffix3;

        int n = 0;
        // single words
        f[n++] = FeatureHash.Of(1, s0w);
        f[n++] = FeatureHash.Of(2, s0t);
        f[n++] = FeatureHash.Of(3, s0w, s0t);
        f[n++] = FeatureHash.Of(4, s1w);
        f[n++] = FeatureHash.Of(5, s1t);
        f[n++] = FeatureHash.Of(6, s1w, s1t);
        f[n++] = FeatureHash.Of(7, b0w);
        f[n++] = FeatureHash.Of(8, b0t);
        f[n++] = FeatureHash.Of(9, b0w, b0t);
        f[n++] = FeatureHash.Of(10, b1w);
        f[n++] = FeatureHash.Of(11, b1t);
        f[n++] = FeatureHash.Of(12, b2w);
        f[n++] = FeatureHash.Of(13, b2t);
        f[n++] = FeatureHash.Of(14, s2t);
        f[n++] = FeatureHash.Of(15, s2w);
        f[n++] = FeatureHash.Of(16, s0s, s0t);
        f[n++] = FeatureHash.Of(17, b0s, b0t);
        // pairs
        f[n++] = FeatureHash.Of(18, s0w, b0w);
        f[n++] = FeatureHash.Of(19, s0w, s0t, b0w, b0t);
        f[n++] = FeatureHash.Of(20, s0w, s0t, b0t);
        f[n++] = FeatureHash.Of(21, s0t, b0w, b0t);
        f[n++] = FeatureHash.Of(22, s0t, b0t);
        f[n++] = FeatureHash.Of(23, s1w, s0w);
        f[n++] = FeatureHash.Of(24, s1w, s0t);
        f[n++] = FeatureHash.Of(25, s1t, s0w);
        f[n++] = FeatureHash.Of(26, s1t, s0t);
        f[n++] = FeatureHash.Of(27, s1t, b0t);
        f[n++] = FeatureHash.Of(28, s1w, b0w);
        f[n++] = FeatureHash.Of(29, b0t, b1t);
        f[n++] = FeatureHash.Of(30, b0w, b1w);
        f[n++] = FeatureHash.Of(31, s0s, b0s);
        f[n++] = FeatureHash.Of(32, s1s, s0s);
        f[n++] = FeatureHash.Of(33, s0w, b1w);
        // triples
        f[n++] = FeatureHash.Of(34, s0t, b0t, b1t);
        f[n++] = FeatureHash.Of(35, b0t, b1t, b2t);
        f[n++] = FeatureHash.Of(36, s1t, s0t, b0t);
        f[n++] = FeatureHash.Of(37, s2t, s1t, s0t);
        f[n++] = FeatureHash.Of(38, s1t, s0t, b0t, b1t);
        f[n++] = FeatureHash.Of(39, s0w, b0t, b1t);
        f[n++] = FeatureHash.Of(40, s0t, b0w, b1t);
        f[n++] = FeatureHash.Of(41, s1w, s0t, b0t);
        f[n++] = FeatureHash.Of(42, s1t, s0w, b0t);
        f[n++] = FeatureHash.Of(43, s1t, s0t, b0w);
        f[n++] = FeatureHash.Of(44, s2t, s1t, s0t, b0t);
        // dependents
        f[n++] = FeatureHash.Of(45, s0t, s0lt, b0t);
        f[n++] = FeatureHash.Of(46, s0t, s0rt, b0t);
        f[n++] = FeatureHash.Of(47, s0t, b0lt, b0t);
        f[n++] = FeatureHash.Of(48, s1t, s1rt, s0t);
        f[n++] = FeatureHash.Of(49, s1t, s1lt, s0t);
        f[n++] = FeatureHash.Of(50, s1t, s0lt, s0t);
        f[n++] = FeatureHash.Of(51, s1t, s0rt, s0t);
        f[n++] = FeatureHash.Of(52, s0t, s0ld, s0rd, b0t);
        f[n++] = FeatureHash.Of(53, s1t, s1ld, s1rd, s0t);
        f[n++] = FeatureHash.Of(54, s0w, s0ld);
        f[n++] = FeatureHash.Of(55, s0w, s0rd);
        f[n++] = FeatureHash.Of(56, s1w, s1rd);
        f[n++] = FeatureHash.Of(57, s1w, s1ld);
        f[n++] = FeatureHash.Of(58, b0w, b0ld);
        f[n++] = FeatureHash.Of(59, Word(w, s0l), s0w);
        f[n++] = FeatureHash.Of(60, Word(w, s0r), s0w);
        f[n++] = FeatureHash.Of(61, Word(w, s1r), s1w);
        f[n++] = FeatureHash.Of(62, Word(w, b0l), b0w);
        f[n++] = FeatureHash.Of(63, s0t, s0lt, Tag(w, s0l2));
        f[n++] = FeatureHash.Of(64, s0t, s0rt, Tag(w, s0r2));
        f[n++] = FeatureHash.Of(65, s1t, s1rt, Tag(w, s1r2));
        f[n++] = FeatureHash.Of(66, s1t, s1lt, Tag(w, s1l2));
        f[n++] = FeatureHash.Of(67, b0t, b0lt, Tag(w, b0l2));
        f[n++] = FeatureHash.Of(68, s0t, s0ld, Label(s, s0l2), b0t);
        f[n++] = FeatureHash.Of(69, s0t, s0rd, Label(s, s0r2), b0t);
        f[n++] = FeatureHash.Of(70, s1t, s1rd, Label(s, s1r2), s0t);
        f[n++] = FeatureHash.Of(71, b0t, b0ld, Label(s, b0l2));
        f[n++] = FeatureHash.Of(72, Word(w, s0l), s0t, b0t);
        f[n++] = FeatureHash.Of(73, Word(w, s0r), s0t, b0t);
        f[n++] = FeatureHash.Of(74, Word(w, s0l), s0t, s1t);
        // distance and valency
        f[n++] = FeatureHash.Of(75, s0t, b0t, dist);
        f[n++] = FeatureHash.Of(76, s1t, s0t, dist1);
        f[n++] = FeatureHash.Of(77, s0w, dist);
        f[n++] = FeatureHash.Of(78, b0w, dist);
        f[n++] = FeatureHash.Of(79, s1w, dist1);
        f[n++] = FeatureHash.Of(80, s0w, s0vl, s0vr);
        f[n++] = FeatureHash.Of(81, s0t, s0vl, s0vr, b0t);
        f[n++] = FeatureHash.Of(82, s1w, s1vr);
        f[n++] = FeatureHash.Of(83, s1t, s1vl, s1vr, s0t);
        f[n++] = FeatureHash.Of(84, b0w, b0vl);
        f[n++] = FeatureHash.Of(85, b0t, b0vl, s0t);
        // sets of labels, for passives, clauses and what a verb has already
        f[n++] = FeatureHash.Of(86, s0t, Set(s.LeftLabels, s0));
        f[n++] = FeatureHash.Of(87, s1t, Set(s.LeftLabels, s1), s0t);
        f[n++] = FeatureHash.Of(88, s1t, Set(s.RightLabels, s1), s0t);
        f[n++] = FeatureHash.Of(89, b0t, Set(s.LeftLabels, b0), s0t);
        f[n++] = FeatureHash.Of(90, s0t, Set(s.LeftLabels, s0), b0t, s1t);
        f[n++] = FeatureHash.Of(91, s0t, Set(s.RightLabels, s0), b0t);
        // between
        uint gap = s0 >= 0 && b0 > 0 && b0 - s0 > 1 ? Tag(w, b0 - 1) : NoTag;
        f[n++] = FeatureHash.Of(92, s0t, gap, b0t);
        f[n++] = FeatureHash.Of(93, s0 >= 0 && s0 + 1 < w.Length ? Tag(w, s0 + 1) : NoTag, s0t, b0t);
        f[n++] = FeatureHash.Of(94, s0 > 0 ? Tag(w, s0 - 1) : NoTag, s0t, s1t);
        f[n++] = FeatureHash.Of(95, s.Depth == 1 ? 1u : 0u, b0 < 0 ? 1u : 0u, s0t);
        f[n++] = FeatureHash.Of(96, b0w, b1t);
        f[n++] = FeatureHash.Of(97, b0t, b1w);
        f[n++] = FeatureHash.Of(98, s0w, b1t);
        return n;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int At(int[] table, int word) => word < 0 ? -1 : table[word];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Word(ReadOnlySpan<WordInfo> w, int i) => i < 0 ? None : w[i].Lower;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Tag(ReadOnlySpan<WordInfo> w, int i) => i < 0 ? NoTag : (uint)w[i].Tag;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Label(ParserState s, int i) => i < 0 ? NoLabel : (uint)s.Label[i];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Count(int[] counts, int i) => i < 0 ? 9u : (uint)Math.Min(counts[i], 5);

    private static uint Set(ulong[] sets, int i) => i < 0 ? None : (uint)sets[i] ^ ((uint)(sets[i] >> 32) * 0x9E3779B1u);

    private static uint Bucket(int distance) => distance switch
    {
        <= 4 => (uint)distance,
        <= 6 => 5,
        <= 10 => 6,
        _ => 7,
    };
}
