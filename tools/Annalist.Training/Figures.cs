using Annalist.Language;

namespace Annalist.Training;

/// <summary>Shares of words that are right, in percent.</summary>
internal readonly record struct Figures(double Upos, double Xpos, double Uas, double Las)
{
    public override string ToString() => FormattableString.Invariant($"UPOS {Upos:F2} XPOS {Xpos:F2} UAS {Uas:F2} LAS {Las:F2}");

    public static Figures Measure(IReadOnlyList<Example> data, TagSet tags, Tagger? tagger, Parser? parser)
    {
        long n = 0, upos = 0, xpos = 0, uas = 0, las = 0;
        var state = new ParserState();
        foreach (var e in data)
        {
            var words = (WordInfo[])e.Words.Clone();
            tagger?.Tag(words);
            for (int i = 0; i < words.Length; i++)
            {
                n++;
                string t = tags.Names[words[i].Tag];
                int bar = t.IndexOf('|', StringComparison.Ordinal);
                if (t.AsSpan(0, bar).SequenceEqual(e.Sentence.Tokens[i].Upos)) upos++;
                if (t.AsSpan(bar + 1).SequenceEqual(e.Sentence.Tokens[i].Xpos)) xpos++;
            }
            if (parser is null) continue;
            Parser.Prepare(words, tags.UposIndex, tags.Kinds);
            parser.Parse(words, state);
            for (int i = 0; i < words.Length; i++)
            {
                if (state.Head[i] != e.Heads[i]) continue;
                uas++;
                if (e.Heads[i] < 0 || state.Label[i] == e.Labels[i]) las++;
            }
        }
        return new(100.0 * upos / n, 100.0 * xpos / n, 100.0 * uas / n, 100.0 * las / n);
    }
}
