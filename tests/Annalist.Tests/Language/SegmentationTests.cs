using System.Text.Json;
using Annalist.Language;
using Annalist.Model;
using Annalist.Tests.House;

namespace Annalist.Tests.Language;

/// <summary>Sentences and words of the cases in <c>segmentation.jsonl</c>.</summary>
public sealed class SegmentationTests
{
    private static readonly TextRules Rules = ReadRules();
    private static readonly SentenceSplitter Splitter = new(Rules);
    private static readonly Tokenizer Tokenizer = new(Rules);

    private sealed record Case(string Name, string Text, string[] Sentences);

    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    [Fact]
    public void Every_case_of_the_specification_is_cut_as_it_says()
    {
        var wrong = new List<string>();
        int cases = 0;
        foreach (string line in File.ReadLines(Path.Combine(Repo.Root, "tests/Annalist.Tests/Language/segmentation.jsonl")))
        {
            var c = JsonSerializer.Deserialize<Case>(line, Options)!;
            cases++;
            string[] got = [.. Splitter.Split(c.Text).Select(s => string.Join(' ', Tokenizer.Tokenize(c.Text, s).Select(w => w.Span.Cut(c.Text))))];
            if (!got.SequenceEqual(c.Sentences)) wrong.Add($"{c.Name}: {string.Join(" | ", got)}");
        }
        Assert.True(cases >= 160, $"only {cases} cases");
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("They don't agree.", "don't", 2)]
    [InlineData("The envoy’s plane", "envoy’s", 2)]
    [InlineData("It cannot be.", "cannot", 2)]
    [InlineData("It wouldn't've helped.", "wouldn't've", 3)]
    public void A_contraction_says_how_many_words_it_holds(string text, string contraction, int words)
    {
        var tokens = Tokenizer.Tokenize(text, new TextSpan(0, text.Length));
        int first = tokens.ToList().FindIndex(t => t.Multiword > 1);
        Assert.Equal(words, tokens[first].Multiword);
        Assert.All(tokens.Skip(first + 1).Take(words - 1), t => Assert.Equal(0, t.Multiword));
        Assert.Equal(contraction, tokens[first].Span.Union(tokens[first + words - 1].Span).Cut(text));
    }

    [Fact]
    public void Words_follow_each_other_without_overlap_and_leave_out_only_blanks()
    {
        var random = new Random(11);
        const string Alphabet = "aB c.\"'’“”-–—()[]!?…,;:/$%1 2\n\tst'sU.S. n't\u0000\u200b\ud800م部";
        for (int round = 0; round < 3000; round++)
        {
            string text = new([.. Enumerable.Range(0, random.Next(60)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            int at = 0;
            foreach (var sentence in Splitter.Split(text))
            {
                Assert.True(sentence.Start >= at && sentence.Length > 0, text);
                foreach (var (span, _) in Tokenizer.Tokenize(text, sentence))
                {
                    Assert.True(span.Start >= at && span.Length > 0 && span.End <= sentence.End, text);
                    Assert.All(text[at..span.Start], c => Assert.True(Chars.IsBlank(c), text));
                    at = span.End;
                }
            }
            Assert.All(text[at..], c => Assert.True(Chars.IsBlank(c), text));
        }
    }

    [Theory]
    [InlineData("word ")]
    [InlineData(".")]
    [InlineData("\"")]
    [InlineData("x")]
    [InlineData("it's-")]
    [InlineData("U.S. ")]
    [InlineData("a\n")]
    [InlineData("(' ")]
    public void A_million_characters_of_anything_are_cut_into_words_in_order(string piece)
    {
        string text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        int end = 0;
        foreach (var word in Splitter.Split(text).SelectMany(s => Tokenizer.Tokenize(text, s)))
        {
            Assert.InRange(word.Span.Start, end, text.Length);
            end = word.Span.End;
        }
        Assert.InRange(end, text.Length - piece.Length - 1, text.Length);
    }

    private static TextRules ReadRules()
    {
        using var reader = new StreamReader(Path.Combine(Repo.Root, "data/language/en/text-rules.tsv"));
        return TextRules.Read(reader);
    }
}
