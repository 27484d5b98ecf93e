using System.Globalization;
using System.Text;
using Annalist.Language;
using Annalist.Model;

namespace Annalist.Training;

/// <summary><c>--raw FILE…</c>: the sentences of each document joined by blanks to running text, cut again, and compared as the evaluation of CoNLL 2018 does: by the characters that are no blanks.</summary>
internal static class RawText
{
    public static int Run(string[] args)
    {
        string folder = "data/language/en";
        int show = 0;
        var files = new List<string>();
        for (int i = 1; i < args.Length; i++)
        {
            if (args[i] == "--data") folder = args[++i];
            else if (args[i] == "--show") show = int.Parse(args[++i], CultureInfo.InvariantCulture);
            else files.Add(args[i]);
        }
        using var source = new StreamReader(Path.Combine(folder, "text-rules.tsv"));
        var rules = TextRules.Read(source);
        var splitter = new SentenceSplitter(rules);
        var tokenizer = new Tokenizer(rules);
        Console.WriteLine("part            tokens P      R     F1   words F1   sentences P      R     F1");
        foreach (string file in files) Console.WriteLine(Measure(file, splitter, tokenizer, show));
        return 0;
    }

    private static string Measure(string file, SentenceSplitter splitter, Tokenizer tokenizer, int show)
    {
        int[] hit = new int[3], gold = new int[3], run = new int[3];
        int shown = 0;
        foreach (var (text, sentences, words) in Documents(file))
        {
            var goldTokens = Surfaces(words);
            var cut = splitter.Split(text);
            var runWords = cut.SelectMany(s => tokenizer.Tokenize(text, s)).ToList();
            var runTokens = Surfaces(runWords);
            Count(0, goldTokens, runTokens);
            Count(1, words.Select(w => w.Span), runWords.Select(w => w.Span));
            Count(2, sentences, cut);
            var ends = cut.Select(c => c.End).ToHashSet();
            var goldEnds = sentences.Select(c => c.End).ToHashSet();
            foreach (var c in sentences.Where(c => !ends.Contains(c.End))) Show("no end ", c.End);
            foreach (var c in cut.Where(c => !goldEnds.Contains(c.End))) Show("end too", c.End);
            var starts = goldTokens.ToHashSet();
            foreach (var t in runTokens.Where(t => !starts.Contains(t))) Show("token  ", t.End);

            void Show(string what, int at)
            {
                if (shown++ < show) Console.WriteLine($"{what} {text[Math.Max(0, at - 40)..at]}|{text[at..Math.Min(text.Length, at + 25)]}");
            }
        }
        double F(int k) => 200.0 * hit[k] / (gold[k] + run[k]);
        double P(int k) => 100.0 * hit[k] / run[k];
        double R(int k) => 100.0 * hit[k] / gold[k];
        return string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(file),-14} {P(0),8:F2} {R(0),6:F2} {F(0),6:F2} {F(1),10:F2} {P(2),13:F2} {R(2),6:F2} {F(2),6:F2}");

        void Count(int k, IEnumerable<TextSpan> expected, IEnumerable<TextSpan> found)
        {
            var left = expected.ToList();
            var have = found.ToList();
            gold[k] += left.Count;
            run[k] += have.Count;
            hit[k] += left.ToHashSet().Intersect(have).Count();
        }
    }

    /// <summary>Contractions as they stand in the text, one span each.</summary>
    private static List<TextSpan> Surfaces(IReadOnlyList<(TextSpan Span, int Multiword)> words)
    {
        var spans = new List<TextSpan>(words.Count);
        foreach (var (span, multiword) in words)
        {
            if (multiword == 0 && spans.Count > 0) spans[^1] = spans[^1].Union(span);
            else spans.Add(span);
        }
        return spans;
    }

    private static IEnumerable<(string Text, List<TextSpan> Sentences, List<(TextSpan Span, int Multiword)> Words)> Documents(string file)
    {
        using var reader = new StreamReader(file);
        var text = new StringBuilder();
        var sentences = new List<TextSpan>();
        var words = new List<(TextSpan, int)>();
        foreach (var s in ConlluReader.Read(reader))
        {
            if (s.Comments.Any(c => c.StartsWith("# newdoc", StringComparison.Ordinal)) && text.Length > 0)
            {
                yield return (text.ToString(), sentences, words);
                text.Clear();
                (sentences, words) = ([], []);
            }
            if (text.Length > 0) text.Append(' ');
            int start = text.Length;
            text.Append(s.Sentence.Text);
            sentences.Add(new TextSpan(start, text.Length));
            foreach (var t in s.Sentence.Tokens) words.Add((new TextSpan(start + t.Span.Start, start + t.Span.End), t.Multiword));
        }
        if (text.Length > 0) yield return (text.ToString(), sentences, words);
    }
}
