using Annalist.Language;

namespace Annalist.Tests.Language;

/// <summary>Reading and writing CoNLL-U.</summary>
public sealed class ConlluTests
{
    private const string Sample =
        "# newdoc id = sample\n# sent_id = sample-1\n# text = They don't agree, \"he\" said.\n" +
        "1\tThey\tthey\tPRON\tPRP\tCase=Nom\t4\tnsubj\t_\t_\n" +
        "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n" +
        "2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_\n" +
        "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n" +
        "4\tagree\tagree\tVERB\tVB\t_\t9\tccomp\t_\tSpaceAfter=No\n" +
        "5\t,\t,\tPUNCT\t,\t_\t9\tpunct\t_\t_\n" +
        "6\t\"\t\"\tPUNCT\t``\t_\t7\tpunct\t_\tSpaceAfter=No\n" +
        "7\the\the\tPRON\tPRP\t_\t9\tnsubj\t_\tSpaceAfter=No\n" +
        "8\t\"\t\"\tPUNCT\t''\t_\t7\tpunct\t_\t_\n" +
        "9\tsaid\tsay\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No\n" +
        "10\t.\t.\tPUNCT\t.\t_\t9\tpunct\t_\t_\n\n";

    [Fact]
    public void What_is_read_is_written_back_unchanged()
    {
        Assert.Equal(Sample + Sample, Write(Read(Sample + Sample)));
    }

    [Fact]
    public void Forms_and_contractions_get_spans_into_the_text_that_they_spell()
    {
        var s = Assert.Single(Read(Sample));
        Assert.Equal("sample-1", s.SentenceId);
        Assert.Equal("They don't agree, \"he\" said.", s.Sentence.Text);
        Assert.All(s.Sentence.Tokens, t => Assert.Equal(t.Form, t.Span.Cut(s.Sentence.Text)));
        Assert.Equal([1, 2, 0, 1], s.Sentence.Tokens.Take(4).Select(t => t.Multiword));
    }

    [Fact]
    public void Empty_nodes_are_passed_over()
    {
        string extra = Sample.Replace("5\t,", "4.1\tis\tbe\tAUX\t_\t_\t_\t_\t_\t_\n5\t,", StringComparison.Ordinal);
        Assert.Equal(Sample, Write(Read(extra)));
    }

    [Fact]
    public void Spaces_that_only_the_comment_tells_are_read_from_it()
    {
        string silent = Sample.Replace("SpaceAfter=No", "start_char=0|end_char=4", StringComparison.Ordinal);
        var s = Assert.Single(Read(silent)).Sentence;
        Assert.Equal("They don't agree, \"he\" said.", s.Text);
        Assert.All(s.Tokens, t => Assert.Equal(t.Form, t.Span.Cut(s.Text)));
        string other = silent.Replace("# text = They", "# text = We", StringComparison.Ordinal);
        Assert.Equal("They don't agree , \" he \" said .", Assert.Single(Read(other)).Sentence.Text);
    }

    [Fact]
    public void A_blank_between_sentences_ends_one() => Assert.Equal(2, Read(Sample.TrimEnd('\n') + "\n \n" + Sample).Count);

    [Theory]
    [InlineData("1\tThey\tthey\n", 1, "3 columns")]
    [InlineData("# a\n1\tA\ta\tX\tX\t_\tx\troot\t_\t_\n", 2, "head x")]
    [InlineData("2\tA\ta\tX\tX\t_\t0\troot\t_\t_\n", 1, "id 2")]
    [InlineData("1\tA\ta\tX\tX\t_\t5\troot\t_\t_\n", 1, "outside")]
    [InlineData("1\tA\ta\tX\tX\t_\t2\tdep\t_\t_\n2\tB\tb\tX\tX\t_\t1\tdep\t_\t_\n", 1, "circle")]
    [InlineData("1\tA\ta\tX\tX\t_\t0\troot\t_\t_\n2\tB\tb\tX\tX\t_\t0\troot\t_\t_\n", 1, "2 roots")]
    [InlineData("1\tA\ta\tX\tX\t_\t0\troot\t_\t_\n\n# alone\n\n", 4, "without a sentence")]
    [InlineData("1-3\tAB\t_\t_\t_\t_\t_\t_\t_\t_\n1\tA\ta\tX\tX\t_\t0\troot\t_\t_\n", 2, "beyond")]
    [InlineData("1\tA\t\tX\tX\t_\t0\troot\t_\t_\n", 1, "empty column")]
    public void A_broken_line_is_named_by_its_number(string text, int line, string part)
    {
        var e = Assert.Throws<FormatException>(() => Read(text));
        Assert.StartsWith($"line {line}:", e.Message, StringComparison.Ordinal);
        Assert.Contains(part, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_analysis_of_a_text_reads_back_as_it_was()
    {
        const string Text = "The ministers don't agree. \"We can't wait,\" one of them said; Russia's envoy left.\n\nNobody knew why.";
        var target = new StringWriter();
        ConlluAnalysis.WriteText(Analyzer.Default, Text, target, "x-");
        var read = Read(target.ToString());
        Assert.Equal(["x-1", "x-2", "x-3"], read.Select(s => s.SentenceId));
        Assert.Equal(target.ToString(), Write(read));
        foreach (var s in read) Assert.Equal(s.Value("text"), s.Sentence.Text);
    }

    [Fact]
    public void Given_words_keep_comments_ranges_and_forms_and_get_a_tree()
    {
        var target = new StringWriter();
        ConlluAnalysis.WriteWords(Analyzer.Default, new StringReader(Sample), target);
        var s = Assert.Single(Read(target.ToString()));
        var gold = Assert.Single(Read(Sample));
        Assert.Equal(gold.Comments, s.Comments);
        Assert.Equal(gold.Sentence.Tokens.Select(t => (t.Form, t.Multiword, t.SpaceAfter)), s.Sentence.Tokens.Select(t => (t.Form, t.Multiword, t.SpaceAfter)));
        Assert.Single(s.Sentence.Tokens, t => t.Head < 0);
    }

    private static List<ConlluSentence> Read(string text) => [.. ConlluReader.Read(new StringReader(text))];

    private static string Write(IEnumerable<ConlluSentence> sentences)
    {
        var target = new StringWriter();
        foreach (var s in sentences) ConlluWriter.Write(target, s);
        return target.ToString();
    }
}
