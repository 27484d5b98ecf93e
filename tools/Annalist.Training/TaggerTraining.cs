using Annalist.Language;

namespace Annalist.Training;

/// <summary>Trains the tagger and its dictionary.</summary>
internal static class TaggerTraining
{
    public static TagDictionary Dictionary(IReadOnlyList<Example> data, out Dictionary<uint, int> sure, out Dictionary<uint, uint> ambiguity)
    {
        var byForm = new Dictionary<uint, Dictionary<int, int>>();
        var byLower = new Dictionary<uint, Dictionary<int, int>>();
        foreach (var e in data)
        {
            for (int i = 0; i < e.Length; i++)
            {
                Count(byForm, e.Words[i].Form, e.Tags[i]);
                Count(byLower, e.Words[i].Lower, e.Tags[i]);
            }
        }
        sure = [];
        foreach (var (form, tags) in byForm)
        {
            int all = tags.Values.Sum();
            var top = tags.MaxBy(t => t.Value);
            if (all >= 30 && top.Value >= all * 0.998) sure[form] = top.Key;
        }
        ambiguity = [];
        foreach (var (lower, tags) in byLower)
        {
            int all = tags.Values.Sum();
            if (all < 4) continue;
            // The tags with a share, the most frequent first: words of one class behave alike.
            uint hash = 77;
            foreach (var t in tags.Where(t => t.Value >= all * 0.05).OrderByDescending(t => t.Value).ThenBy(t => t.Key).Take(4)) hash = FeatureHash.Mix(hash, (uint)t.Key + 1);
            ambiguity[lower] = hash | 1;
        }
        return new TagDictionary(sure, ambiguity);
    }

    private static void Count(Dictionary<uint, Dictionary<int, int>> table, uint key, int tag)
    {
        if (!table.TryGetValue(key, out var tags)) table[key] = tags = [];
        tags[tag] = tags.GetValueOrDefault(tag) + 1;
    }

    /// <summary>Trains on the examples.</summary>
    public static Perceptron Train(IReadOnlyList<Example> data, TagDictionary dictionary, int classes, int epochs, int seed, Action<int, Perceptron>? after)
    {
        var model = new Perceptron(classes, 2);
        var random = new Random(seed);
        int[] order = [.. Enumerable.Range(0, data.Count)];
        var features = new uint[TagFeatures.Max];
        var scores = new float[classes];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (int x in order)
            {
                var e = data[x];
                var words = (WordInfo[])e.Words.Clone();
                for (int i = 0; i < words.Length; i++) words[i].Ambiguity = dictionary.Ambiguity(words[i].Lower);
                for (int i = 0; i < words.Length; i++)
                {
                    int sure = dictionary.Sure(words[i].Form);
                    if (sure >= 0)
                    {
                        words[i].Tag = sure;
                        continue;
                    }
                    int n = TagFeatures.Fill(words, i, features);
                    var f = features.AsSpan(0, n);
                    model.Score(f, scores);
                    int best = 0;
                    for (int c = 1; c < classes; c++)
                    {
                        if (scores[c] > scores[best]) best = c;
                    }
                    if (best != e.Tags[i]) model.Update(f, e.Tags[i], best);
                    model.Tick();
                    words[i].Tag = best;
                }
            }
            after?.Invoke(epoch, model);
        }
        return model;
    }
}
