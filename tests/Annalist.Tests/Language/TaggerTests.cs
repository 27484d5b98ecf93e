using Annalist.Language;

namespace Annalist.Tests.Language;

public sealed class TaggerTests
{
    private static readonly LanguageModel Model = LanguageModel.Load(Path.Combine(AppContext.BaseDirectory, "data", "language", "en"));

    /// <summary>More words than the tagger keeps sums for, so that places are taken by others and taken back.</summary>
    [Fact]
    public void Sums_kept_for_words_met_before_change_no_tag()
    {
        string[] text = [.. Enumerable.Range(0, 400).SelectMany(i => $"The {Word(i)} of Chad signed {Word(i * 7)} pacts {Word(i * 13)}ly in {Word(i % 5)} .".Split(' '))];
        for (int round = 0; round < 2; round++)
        {
            for (int start = 0; start < text.Length; start += 10)
            {
                WordInfo[] words = [.. text.Skip(start).Take(10).Select(w => WordInfo.Of(w))];
                Model.Tagger.Tag(words);
                Assert.Equal(Afresh(words), words.Select(w => w.Tag));
            }
        }
    }

    private static string Word(int i) => $"{(char)('a' + (i % 26))}{(char)('a' + (i / 3 % 26))}r{(char)('a' + (i / 26 % 26))}n";

    /// <summary>The tags that all features together give, those of the dictionary left as they are.</summary>
    private static IEnumerable<int> Afresh(WordInfo[] words)
    {
        uint[] features = new uint[TagFeatures.Max];
        int[] scores = new int[Model.Tagger.Weights.Width];
        for (int i = 0; i < words.Length; i++)
        {
            if (Model.Tagger.Dictionary.Sure(words[i].Form) is >= 0 and int sure)
            {
                yield return sure;
                continue;
            }
            int n = TagFeatures.Fill(words, i, features);
            Model.Tagger.Weights.Score(features.AsSpan(0, n), scores);
            yield return Tagger.Best(scores.AsSpan(0, Model.Tagger.Weights.Classes));
        }
    }
}
