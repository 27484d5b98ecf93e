using System.Text;
using Annalist.Language;

namespace Annalist.Tests.Language;

/// <summary>The analysis as a whole.</summary>
public sealed class AnalyzerTests
{
    private const string News = """
        Ministers agree to reopen border

        VIENNA - The foreign ministers of the two countries met in Vienna on Tuesday and agreed to reopen three crossings, which were closed in March.
        "We did not come here to quarrel," one of them told reporters. The agreement was signed by both ministers. It won't be published.
        """;

    [Fact]
    public void Spans_cut_the_forms_that_they_claim()
    {
        foreach (var s in Analyzer.Default.Analyze(News))
        {
            Assert.Equal(s.Text, s.Span.Cut(News));
            Assert.All(s.Tokens, t => Assert.Equal(t.Form, t.Span.Cut(News)));
        }
    }

    [Fact]
    public void Every_sentence_is_a_tree_with_one_root()
    {
        foreach (var s in Analyzer.Default.Analyze(News))
        {
            var root = Assert.Single(s.Tokens, t => t.Head < 0);
            Assert.Equal("root", root.Deprel);
            Assert.All(s.Tokens, t => Assert.True(s.IsUnder(t.Index, s.Root)));
        }
    }

    [Fact]
    public void A_passive_has_its_subject_and_agent()
    {
        var s = Assert.Single(Analyzer.Default.Analyze("The agreement was signed by the minister."));
        Assert.Equal("signed", s.Tokens[s.Root].Form);
        Assert.Equal("agreement", s.Tokens[s.Child(s.Root, "nsubj:pass")].Form);
        Assert.Equal("minister", s.Tokens[s.Child(s.Root, "obl:agent")].Form);
        Assert.Equal("sign", s.Tokens[s.Root].Lemma);
    }

    [Fact]
    public void A_relative_clause_hangs_on_its_noun()
    {
        var s = Assert.Single(Analyzer.Default.Analyze("The president met the envoy who had visited the camp."));
        Assert.Equal("met", s.Tokens[s.Root].Form);
        int envoy = s.Child(s.Root, "obj");
        Assert.Equal("visited", s.Tokens[s.Child(envoy, "acl:relcl")].Form);
    }

    [Theory]
    [InlineData("countries", "NOUN", "NNS", "country")]
    [InlineData("agreed", "VERB", "VBD", "agree")]
    [InlineData("met", "VERB", "VBD", "meet")]
    [InlineData("stopping", "VERB", "VBG", "stop")]
    [InlineData("making", "VERB", "VBG", "make")]
    [InlineData("was", "AUX", "VBD", "be")]
    [InlineData("n't", "PART", "RB", "not")]
    [InlineData("Vienna", "PROPN", "NNP", "Vienna")]
    [InlineData("better", "ADJ", "JJR", "good")]
    [InlineData("them", "PRON", "PRP", "they")]
    [InlineData("me", "PRON", "PRP", "I")]
    [InlineData("fled", "VERB", "VBD", "flee")]
    [InlineData("provoked", "VERB", "VBN", "provoke")]
    [InlineData("freeing", "VERB", "VBG", "free")]
    [InlineData("mimicking", "VERB", "VBG", "mimic")]
    [InlineData("vetoes", "NOUN", "NNS", "veto")]
    [InlineData("gunmen", "NOUN", "NNS", "gunman")]
    [InlineData("simplest", "ADJ", "JJS", "simple")]
    [InlineData("8,000", "NUM", "CD", "8000")]
    [InlineData("1,234,567.5", "NUM", "CD", "1234567.5")]
    [InlineData("3,40", "NUM", "CD", "3,40")]
    [InlineData("german", "ADJ", "JJ", "German")]
    [InlineData("GERMANY", "PROPN", "NNP", "Germany")]
    [InlineData("NATO", "PROPN", "NNP", "NATO")]
    public void A_word_has_its_dictionary_form(string form, string upos, string xpos, string lemma)
    {
        Assert.Equal(lemma, Analyzer.Default.Lemmatizer.Lemma(form, upos, xpos, first: false));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    [InlineData("\0\u0001\u001f")]
    [InlineData("\ud800")]
    [InlineData("\udc00 \ud83d")]
    [InlineData("مرحبا بالعالم. \u202eabc\u202c")]
    [InlineData("'")]
    [InlineData("n't 's 'll")]
    [InlineData("....!!!???")]
    public void Odd_text_gives_an_answer(string text)
    {
        foreach (var s in Analyzer.Default.Analyze(text)) Assert.All(s.Tokens, t => Assert.Equal(t.Form, t.Span.Cut(text)));
    }

    [Fact]
    public void Random_text_never_throws()
    {
        var random = new Random(5);
        for (int round = 0; round < 400; round++)
        {
            string text = new([.. Enumerable.Range(0, random.Next(200)).Select(_ => random.Next(4) switch
            {
                0 => (char)random.Next(0x10000),
                1 => " .\n'\"-"[random.Next(6)],
                _ => (char)random.Next(32, 127),
            })]);
            foreach (var s in Analyzer.Default.Analyze(text)) Assert.All(s.Tokens, t => Assert.Equal(t.Form, t.Span.Cut(text)));
        }
    }

    [Fact]
    public void The_same_text_gives_the_same_analysis_on_any_number_of_threads()
    {
        string expected = Conllu(News);
        var results = new string[24];
        Parallel.For(0, results.Length, i => results[i] = Conllu(News));
        Assert.All(results, r => Assert.Equal(expected, r));
    }

    [Fact]
    public void An_overlong_sentence_is_cut_after_a_mark()
    {
        string text = string.Join(", ", Enumerable.Repeat("the old bridge over the wide river", 300));
        var sentences = Analyzer.Default.Analyze(text);
        Assert.True(sentences.Count > 1);
        Assert.All(sentences, s => Assert.InRange(s.Tokens.Count, 1, Analyzer.LongestSentence));
        Assert.All(sentences.SkipLast(1), s => Assert.Equal(",", s.Tokens[^1].Form));
        Assert.Equal(300 * 7 + 299, sentences.Sum(s => s.Tokens.Count));
        Assert.All(sentences, s => Assert.True(s.IsPiece));
    }

    [Fact]
    public void A_sentence_of_ordinary_length_is_not_cut()
    {
        Assert.All(Analyzer.Default.Analyze(News), s => Assert.False(s.IsPiece));
    }

    [SharedFact]
    public void The_parser_holds_its_floors_on_the_development_treebank()
    {
        long words = 0, upos = 0, las = 0;
        using var reader = new StreamReader(Path.Combine(Shared.Folder, "ud", "ewt-dev.conllu"));
        foreach (var gold in ConlluReader.Read(reader))
        {
            var run = Analyzer.Default.AnalyzeWords(gold.Sentence);
            foreach (var (a, b) in gold.Sentence.Tokens.Zip(run.Tokens))
            {
                words++;
                if (a.Upos == b.Upos) upos++;
                if (a.Head == b.Head && a.Deprel == b.Deprel) las++;
            }
        }
        Assert.True(upos >= words * 0.945, $"UPOS {100.0 * upos / words:F2}");
        Assert.True(las >= words * 0.805, $"LAS {100.0 * las / words:F2}");
    }

    private static string Conllu(string text)
    {
        var target = new StringWriter(new StringBuilder());
        ConlluAnalysis.WriteText(Analyzer.Default, text, target);
        return target.ToString();
    }

    [Fact]
    public void Without_a_tree_all_words_hang_on_the_first_verb()
    {
        Sentence s = Assert.Single(Analyzer.Default.Analyze("The old roads were flooded again.", (_, _) => Parsing.None));
        Token root = Assert.Single(s.Tokens, t => t.Head < 0);
        Assert.Equal(("flooded", "root"), (root.Form, root.Deprel));
        Assert.All(s.Tokens.Where(t => t != root), t => Assert.Equal((root.Index, "dep"), (t.Head, t.Deprel)));
        Assert.Equal("flood", root.Lemma);
        Assert.Equal(-1, Assert.Single(Analyzer.Default.Analyze("Grey hills.", (_, _) => Parsing.None)).Tokens[0].Head);
    }

    [Fact]
    public void At_two_speeds_sentences_keep_their_order_and_the_chosen_ones_the_trees_they_have_alone()
    {
        string text = string.Join(' ', Enumerable.Range(0, 60).Select(i => i % 3 == 0 ? "The envoys met the mayor in the old harbour." : "It rained for two days, and the roads were shut."));
        IReadOnlyList<Sentence> all = Analyzer.Default.Analyze(text);
        bool headless = true;
        IReadOnlyList<Sentence> some = Analyzer.Default.Analyze(text, (_, words) =>
        {
            headless &= words.All(w => w.Head == -1);
            return words.Any(w => w.Form == "envoys") ? Parsing.Network : Parsing.Greedy;
        });
        Assert.True(headless);
        Assert.Equal(60, some.Count);
        for (int i = 0; i < some.Count; i++)
        {
            Assert.Equal(i, some[i].Index);
            Assert.Equal(all[i].Span, some[i].Span);
            Assert.Single(some[i].Tokens, t => t.Head < 0);
            if (i % 3 == 0) Assert.Equal(all[i].Tokens, some[i].Tokens);
        }
    }
}
