using System.Runtime.CompilerServices;

namespace Annalist.Language;

/// <summary>Feature templates of the parser: words and tags on the stack and ahead, their dependents, distance and valency. Part of the format of the weights.</summary>
internal static class ParserFeatures
{
    /// <summary>Upper bound of features for one state.</summary>
    public const int Max = 128;

    private const uint None = 0x51ED270Bu;
    private const uint NoTag = 501;
    private const uint NoLabel = 255;

    /// <summary>Fills all features of a state whose stack and buffer are not empty.</summary>
    /// <returns>Number of features written.</returns>
    public static int Fill(ParserState s, ReadOnlySpan<WordInfo> w, Span<uint> f)
    {
        int n = FillStack(s, w, f);
        n += FillBuffer(s, w, f[n..]);
        return n + FillRest(s, w, f[n..]);
    }

    /// <summary>Fills the features of the stack that stay as they are from the top's shift to its removal: all but those of its right dependents.</summary>
    /// <remarks>A word below the top gets no dependents, and words on the stack none from the left, so one score serves every state with this top.</remarks>
    /// <returns>Number of features written.</returns>
    [SkipLocalsInit]
    public static int FillStack(ParserState s, ReadOnlySpan<WordInfo> w, Span<uint> f)
    {
        int s0 = s.Top(0), s1 = s.Top(1), s2 = s.Top(2);
        int s0l = At(s.Left1, s0), s0l2 = At(s.Left2, s0);
        int s1l = At(s.Left1, s1), s1r = At(s.Right1, s1), s1r2 = At(s.Right2, s1), s1l2 = At(s.Left2, s1);
        uint s0w = Word(w, s0), s1w = Word(w, s1), s2w = Word(w, s2);
        uint s0t = Tag(w, s0), s1t = Tag(w, s1), s2t = Tag(w, s2);
        uint s0lt = Tag(w, s0l), s1rt = Tag(w, s1r), s1lt = Tag(w, s1l);
        uint s0ld = Label(s, s0l), s1rd = Label(s, s1r), s1ld = Label(s, s1l);
        uint dist1 = s1 < 0 ? 0u : Bucket(s0 - s1);
        uint s1vr = Count(s.RightCount, s1), s1vl = Count(s.LeftCount, s1);
        uint s0s = w[s0].Suffix3, s1s = s1 < 0 ? None : w[s1].Suffix3;
        int n = 0;
        _ = f[38]; // one check of bounds in place of many
        f[n++] = FeatureHash.Of(1, s0w);
        f[n++] = FeatureHash.Of(2, s0t);
        f[n++] = FeatureHash.Of(3, s0w, s0t);
        f[n++] = FeatureHash.Of(4, s1w);
        f[n++] = FeatureHash.Of(5, s1t);
        f[n++] = FeatureHash.Of(6, s1w, s1t);
        f[n++] = FeatureHash.Of(14, s2t);
        f[n++] = FeatureHash.Of(15, s2w);
        f[n++] = FeatureHash.Of(16, s0s, s0t);
        f[n++] = FeatureHash.Of(23, s1w, s0w);
        f[n++] = FeatureHash.Of(24, s1w, s0t);
        f[n++] = FeatureHash.Of(25, s1t, s0w);
        f[n++] = FeatureHash.Of(26, s1t, s0t);
        f[n++] = FeatureHash.Of(32, s1s, s0s);
        f[n++] = FeatureHash.Of(37, s2t, s1t, s0t);
        f[n++] = FeatureHash.Of(48, s1t, s1rt, s0t);
        f[n++] = FeatureHash.Of(49, s1t, s1lt, s0t);
        f[n++] = FeatureHash.Of(50, s1t, s0lt, s0t);
        f[n++] = FeatureHash.Of(53, s1t, s1ld, s1rd, s0t);
        f[n++] = FeatureHash.Of(54, s0w, s0ld);
        f[n++] = FeatureHash.Of(56, s1w, s1rd);
        f[n++] = FeatureHash.Of(57, s1w, s1ld);
        f[n++] = FeatureHash.Of(59, Word(w, s0l), s0w);
        f[n++] = FeatureHash.Of(61, Word(w, s1r), s1w);
        f[n++] = FeatureHash.Of(63, s0t, s0lt, Tag(w, s0l2));
        f[n++] = FeatureHash.Of(65, s1t, s1rt, Tag(w, s1r2));
        f[n++] = FeatureHash.Of(66, s1t, s1lt, Tag(w, s1l2));
        f[n++] = FeatureHash.Of(70, s1t, s1rd, Label(s, s1r2), s0t);
        f[n++] = FeatureHash.Of(74, Word(w, s0l), s0t, s1t);
        f[n++] = FeatureHash.Of(76, s1t, s0t, dist1);
        f[n++] = FeatureHash.Of(79, s1w, dist1);
        f[n++] = FeatureHash.Of(82, s1w, s1vr);
        f[n++] = FeatureHash.Of(83, s1t, s1vl, s1vr, s0t);
        f[n++] = FeatureHash.Of(86, s0t, Set(s.LeftLabels, s0));
        f[n++] = FeatureHash.Of(87, s1t, Set(s.LeftLabels, s1), s0t);
        f[n++] = FeatureHash.Of(88, s1t, Set(s.RightLabels, s1), s0t);
        f[n++] = FeatureHash.Of(94, s0 > 0 ? Tag(w, s0 - 1) : NoTag, s0t, s1t);
        f[n++] = FeatureHash.Of(95, s.Depth == 1 ? 1u : 0u, 0u, s0t);
        f[n++] = FeatureHash.Of(102, s1 < 0 ? 9u : (uint)Math.Min(w[s0].Commas - w[s1].Commas, 3), s1 < 0 ? 9u : (uint)Math.Min(w[s0].Verbs - w[s1 + 1].Verbs, 2), s1t, s0t);
        return n;
    }

    /// <summary>Fills the features of the words ahead alone.</summary>
    /// <returns>Number of features written.</returns>
    [SkipLocalsInit]
    public static int FillBuffer(ParserState s, ReadOnlySpan<WordInfo> w, Span<uint> f)
    {
        int b0 = s.Buffer(0), b1 = s.Buffer(1), b2 = s.Buffer(2);
        uint b0w = Word(w, b0), b1w = Word(w, b1), b2w = Word(w, b2);
        uint b0t = Tag(w, b0), b1t = Tag(w, b1), b2t = Tag(w, b2);
        uint b0s = w[b0].Suffix3;
        int n = 0;
        _ = f[12];
        f[n++] = FeatureHash.Of(7, b0w);
        f[n++] = FeatureHash.Of(8, b0t);
        f[n++] = FeatureHash.Of(9, b0w, b0t);
        f[n++] = FeatureHash.Of(10, b1w);
        f[n++] = FeatureHash.Of(11, b1t);
        f[n++] = FeatureHash.Of(12, b2w);
        f[n++] = FeatureHash.Of(13, b2t);
        f[n++] = FeatureHash.Of(17, b0s, b0t);
        f[n++] = FeatureHash.Of(29, b0t, b1t);
        f[n++] = FeatureHash.Of(30, b0w, b1w);
        f[n++] = FeatureHash.Of(35, b0t, b1t, b2t);
        f[n++] = FeatureHash.Of(96, b0w, b1t);
        f[n++] = FeatureHash.Of(97, b0t, b1w);
        return n;
    }

    /// <summary>Fills the features that neither <see cref="FillStack"/> nor <see cref="FillBuffer"/> has: between stack and buffer, and of dependents that can still grow.</summary>
    /// <returns>Number of features written.</returns>
    [SkipLocalsInit]
    public static int FillRest(ParserState s, ReadOnlySpan<WordInfo> w, Span<uint> f)
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

        uint gap = b0 - s0 > 1 ? Tag(w, b0 - 1) : NoTag;
        uint commas = (uint)Math.Min(w[b0].Commas - w[s0].Commas, 3), verbs = (uint)Math.Min(w[b0].Verbs - w[s0 + 1].Verbs, 2);
        uint s0u = Upos(w, s0), s1u = Upos(w, s1), s2u = Upos(w, s2), b0u = Upos(w, b0), b1u = Upos(w, b1), b2u = Upos(w, b2);
        uint run = (s1u << 15) | (s0u << 10) | (b0u << 5) | b1u;
        int n = 0;
        _ = f[57];
        // pairs
        f[n++] = FeatureHash.Of(18, s0w, b0w);
        f[n++] = FeatureHash.Of(19, s0w, s0t, b0w, b0t);
        f[n++] = FeatureHash.Of(20, s0w, s0t, b0t);
        f[n++] = FeatureHash.Of(21, s0t, b0w, b0t);
        f[n++] = FeatureHash.Of(22, s0t, b0t);
        f[n++] = FeatureHash.Of(27, s1t, b0t);
        f[n++] = FeatureHash.Of(28, s1w, b0w);
        f[n++] = FeatureHash.Of(31, s0s, b0s);
        f[n++] = FeatureHash.Of(33, s0w, b1w);
        // triples
        f[n++] = FeatureHash.Of(34, s0t, b0t, b1t);
        f[n++] = FeatureHash.Of(36, s1t, s0t, b0t);
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
        f[n++] = FeatureHash.Of(51, s1t, s0rt, s0t);
        f[n++] = FeatureHash.Of(52, s0t, s0ld, s0rd, b0t);
        f[n++] = FeatureHash.Of(55, s0w, s0rd);
        f[n++] = FeatureHash.Of(58, b0w, b0ld);
        f[n++] = FeatureHash.Of(60, Word(w, s0r), s0w);
        f[n++] = FeatureHash.Of(62, Word(w, b0l), b0w);
        f[n++] = FeatureHash.Of(64, s0t, s0rt, Tag(w, s0r2));
        f[n++] = FeatureHash.Of(67, b0t, b0lt, Tag(w, b0l2));
        f[n++] = FeatureHash.Of(68, s0t, s0ld, Label(s, s0l2), b0t);
        f[n++] = FeatureHash.Of(69, s0t, s0rd, Label(s, s0r2), b0t);
        f[n++] = FeatureHash.Of(71, b0t, b0ld, Label(s, b0l2));
        f[n++] = FeatureHash.Of(72, Word(w, s0l), s0t, b0t);
        f[n++] = FeatureHash.Of(73, Word(w, s0r), s0t, b0t);
        // distance and valency
        f[n++] = FeatureHash.Of(75, s0t, b0t, dist);
        f[n++] = FeatureHash.Of(77, s0w, dist);
        f[n++] = FeatureHash.Of(78, b0w, dist);
        f[n++] = FeatureHash.Of(80, s0w, s0vl, s0vr);
        f[n++] = FeatureHash.Of(81, s0t, s0vl, s0vr, b0t);
        f[n++] = FeatureHash.Of(84, b0w, b0vl);
        f[n++] = FeatureHash.Of(85, b0t, b0vl, s0t);
        // sets of labels, for passives, clauses and what a verb has already
        f[n++] = FeatureHash.Of(89, b0t, Set(s.LeftLabels, b0), s0t);
        f[n++] = FeatureHash.Of(90, s0t, Set(s.LeftLabels, s0), b0t, s1t);
        f[n++] = FeatureHash.Of(91, s0t, Set(s.RightLabels, s0), b0t);
        // what lies between, and coarser tags for longer runs
        f[n++] = FeatureHash.Of(92, s0t, gap, b0t);
        f[n++] = FeatureHash.Of(93, s0 >= 0 && s0 + 1 < w.Length ? Tag(w, s0 + 1) : NoTag, s0t, b0t);
        f[n++] = FeatureHash.Of(98, s0w, b1t);
        f[n++] = FeatureHash.Of(99, s0w, b0w, s1t);
        f[n++] = FeatureHash.Of(100, s1w, s0w, b0t);
        f[n++] = FeatureHash.Of(101, s0t, b0t, commas, verbs);
        f[n++] = FeatureHash.Of(103, run);
        f[n++] = FeatureHash.Of(104, run, s2u);
        f[n++] = FeatureHash.Of(105, run, b2u);
        f[n++] = FeatureHash.Of(106, run, s0ld, s0rd);
        f[n++] = FeatureHash.Of(107, run, s1rd, b0ld);
        f[n++] = FeatureHash.Of(108, run, commas, dist);
        f[n++] = FeatureHash.Of(109, s0s, s1t, b0t);
        f[n++] = FeatureHash.Of(110, b0s, s0t, s1t);
        return n;
    }

    /// <summary>Fills the features that tell the label of the arc from <paramref name="h"/> to <paramref name="c"/>, as far as the tree is built.</summary>
    /// <returns>Number of features written.</returns>
    [SkipLocalsInit]
    public static int FillLabel(ParserState s, ReadOnlySpan<WordInfo> w, int h, int c, Span<uint> f)
    {
        uint side = h > c ? 1u : 2u;
        uint hw = w[h].Lower, cw = w[c].Lower, ht = (uint)w[h].Tag | (side << 12), ct = (uint)w[c].Tag;
        uint hs = w[h].Suffix3, cs = w[c].Suffix3;
        int cl = s.Left1[c], cr = s.Right1[c], hl = s.Left1[h], hr = s.Right1[h], cl2 = s.Left2[c], hl2 = s.Left2[h];
        uint clt = Tag(w, cl), crt = Tag(w, cr), clw = Word(w, cl), crw = Word(w, cr);
        uint hld = Label(s, hl), hrd = Label(s, hr), cld = Label(s, cl), crd = Label(s, cr);
        uint distance = Bucket(Math.Abs(h - c));
        uint before = c > 0 ? Tag(w, c - 1) : NoTag, after = c + 1 < w.Length ? Tag(w, c + 1) : NoTag;
        uint hafter = h + 1 < w.Length ? Tag(w, h + 1) : NoTag, hbefore = h > 0 ? Tag(w, h - 1) : NoTag;
        uint cset = Set(s.LeftLabels, c), hset = Set(s.LeftLabels, h), hrset = Set(s.RightLabels, h);
        int n = 0;
        _ = f[39];
        f[n++] = FeatureHash.Of(1, cw, side);
        f[n++] = FeatureHash.Of(2, hw, side);
        f[n++] = FeatureHash.Of(3, ct, ht);
        f[n++] = FeatureHash.Of(4, cw, ht);
        f[n++] = FeatureHash.Of(5, ct, hw, side);
        f[n++] = FeatureHash.Of(6, cw, hw, side);
        f[n++] = FeatureHash.Of(7, cs, ht, ct);
        f[n++] = FeatureHash.Of(8, hs, ct, ht);
        f[n++] = FeatureHash.Of(9, ct, ht, distance);
        f[n++] = FeatureHash.Of(10, ct, ht, clt);
        f[n++] = FeatureHash.Of(11, ct, ht, crt);
        f[n++] = FeatureHash.Of(12, clw, ct, ht);
        f[n++] = FeatureHash.Of(13, crw, ct, ht);
        f[n++] = FeatureHash.Of(14, clw, hw, side);
        f[n++] = FeatureHash.Of(15, clw, cw, side);
        f[n++] = FeatureHash.Of(16, ct, ht, hld, hrd);
        f[n++] = FeatureHash.Of(17, ct, ht, cld, crd);
        f[n++] = FeatureHash.Of(18, ct, ht, cset);
        f[n++] = FeatureHash.Of(19, ct, ht, hset);
        f[n++] = FeatureHash.Of(20, ct, ht, hrset);
        f[n++] = FeatureHash.Of(21, hw, hrset, ct);
        f[n++] = FeatureHash.Of(22, cw, hset, side);
        f[n++] = FeatureHash.Of(23, ct, ht, before);
        f[n++] = FeatureHash.Of(24, ct, ht, after);
        f[n++] = FeatureHash.Of(25, ct, ht, hbefore);
        f[n++] = FeatureHash.Of(26, ct, ht, hafter);
        f[n++] = FeatureHash.Of(27, ct, before, after, side);
        f[n++] = FeatureHash.Of(28, cw, after, side);
        f[n++] = FeatureHash.Of(29, cw, before, side);
        f[n++] = FeatureHash.Of(30, ct, ht, Label(s, cl2), cld);
        f[n++] = FeatureHash.Of(31, ct, ht, Label(s, hl2), hld);
        f[n++] = FeatureHash.Of(32, ct, hw, hld, hrd);
        f[n++] = FeatureHash.Of(33, ct, ht, Word(w, hl));
        f[n++] = FeatureHash.Of(34, ct, ht, Word(w, hr));
        f[n++] = FeatureHash.Of(35, ct, ht, (uint)s.Head[h] + 1 == 0 ? 0u : Label(s, h) + 1);
        f[n++] = FeatureHash.Of(36, w[c].Shape, ct, w[h].Shape, ht);
        f[n++] = FeatureHash.Of(37, ct, side, cset, crd);
        f[n++] = FeatureHash.Of(38, clw, crt, ct, ht);
        f[n++] = FeatureHash.Of(39, w[c].Form, side);
        f[n++] = FeatureHash.Of(40, ct, ht, (uint)Math.Min(Math.Abs(w[h].Commas - w[c].Commas), 2), c > 0 ? w[c - 1].Lower : None);
        return n;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Upos(ReadOnlySpan<WordInfo> w, int i) => i < 0 ? 31u : (uint)w[i].Upos;

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
