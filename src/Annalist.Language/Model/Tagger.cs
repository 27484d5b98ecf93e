using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Annalist.Language;

/// <summary>Tags words left to right with joint universal and Penn tags: a dictionary for words that have one, a linear classifier for the rest.</summary>
internal sealed class Tagger
{
    /// <summary>A tagger over trained weights.</summary>
    public Tagger(WeightTable weights, TagDictionary dictionary)
    {
        Weights = weights;
        Dictionary = dictionary;
    }

    /// <summary>The trained weights.</summary>
    public WeightTable Weights { get; }

    /// <summary>Words that have one tag, and the classes of the others.</summary>
    public TagDictionary Dictionary { get; }

    /// <summary>Sets ambiguity class and tag of every word.</summary>
    [SkipLocalsInit]
    public void Tag(Span<WordInfo> words)
    {
        Span<uint> features = stackalloc uint[TagFeatures.Max];
        Span<int> scores = stackalloc int[Weights.Width];
        var sums = OwnSums.Of(Weights);
        for (int i = 0; i < words.Length; i++) words[i].Ambiguity = Dictionary.Ambiguity(words[i].Lower);
        for (int i = 0; i < words.Length; i++)
        {
            int sure = Dictionary.Sure(words[i].Form);
            if (sure >= 0)
            {
                words[i].Tag = sure;
                continue;
            }
            var own = sums.Of(words[i], i == 0, words[^1].Suffix1);
            int n = TagFeatures.FillAround(words, i, features);
            Weights.Score(features[..n], scores);
            for (int k = 0; k < own.Length; k += Vector256<int>.Count) (Vector256.Create(own[k..]) + Vector256.Create<int>(scores[k..])).CopyTo(scores[k..]);
            words[i].Tag = Best(scores[..Weights.Classes]);
        }
    }

    /// <summary>The class with the highest score, the lowest of equals.</summary>
    public static int Best(ReadOnlySpan<int> scores)
    {
        int best = 0;
        for (int i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best]) best = i;
        }
        return best;
    }
}
