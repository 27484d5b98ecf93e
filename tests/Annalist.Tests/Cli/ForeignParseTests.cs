using Annalist.Cli;
using Annalist.Ingest;
using Annalist.Model;

namespace Annalist.Tests.Cli;

/// <summary>A parse from elsewhere gives the same kinds of records as the text does.</summary>
public sealed class ForeignParseTests
{
    private const string Text = "Uzbekistan sent 40 tonnes of flour to Afghanistan on Saturday. The Danish and Swedish ministers didn't meet on Friday. " +
        "“We have agreed to reopen the road,” the spokesman said. Slovenia is a member of NATO. Trade between China and Russia reached $240 billion in 2023. Kuwait and Iraq agreed to mark the maritime boundary.";

    private static readonly DateOnly Day = new(2021, 9, 20);
    private static readonly ProgramEngine Engine = new();
    private static readonly string Conllu = Parsed();

    [Fact]
    public void Our_own_parse_read_back_gives_the_findings_of_the_text()
    {
        string[] told = Findings(Engine.Code(PassageReport.Of(Text, "text", Day)));
        Assert.True(told.Length >= 6, string.Join('\n', told));
        foreach (string kind in new[] { "event ", "figure ", "statement ", "tie " }) Assert.Contains(told, t => t.StartsWith(kind, StringComparison.Ordinal));
        Same(told, Conllu);
    }

    [Theory]
    [InlineData("no tags of Penn", 4)]
    [InlineData("no features", 5)]
    [InlineData("no lemmas", 2)]
    public void A_column_that_a_parser_leaves_empty_is_made_up_for(string what, int column)
    {
        Assert.NotEmpty(what);
        Same(Own(), Words(c => c[column] = "_"));
    }

    [Fact]
    public void Tags_of_Penn_and_features_may_both_be_missing() => Same(Own(), Words(c => c[4] = c[5] = "_"));

    [Fact]
    public void Words_alone_are_parsed() => Same(Own(), Words(c => c[2] = c[3] = c[4] = c[5] = c[6] = c[7] = "_"));

    /// <summary>Stanza writes places in place of spaces; the text stands in a comment.</summary>
    [Fact]
    public void Spaces_are_read_from_the_comment_where_the_words_do_not_tell_them() => Same(Own(), Words(c => c[9] = "start_char=0|end_char=1"));

    /// <summary>UDPipe names its model and marks documents and paragraphs.</summary>
    [Fact]
    public void Comments_before_a_sentence_change_nothing_but_paragraphs() =>
        Same(Own(), "# generator = UDPipe 2\n# udpipe_model = english-ewt\n# newdoc\n# newpar\n" + Conllu.ReplaceLineEndings("\r\n"));

    [Fact]
    public void Without_spaces_in_words_or_comment_the_same_kinds_are_found()
    {
        string bare = string.Join('\n', Words(c => c[9] = "_").Split('\n').Where(l => !l.StartsWith('#')));
        string[] kinds = [.. Findings(Coded(bare)).Select(f => string.Join(' ', f.Split(' ').Take(2)))];
        foreach (string kind in new[] { "event AID", "tie member_of", "figure trade" }) Assert.Contains(kind, kinds);
    }

    [Fact]
    public void A_contraction_in_one_word_keeps_its_negation()
    {
        Assert.Contains("\tdidn't\t", Conllu, StringComparison.Ordinal);
        Assert.Contains(Coded(Words(c => c[4] = c[5] = "_")).Findings.OfType<Event>(), e => e is { Type: EventType.Consult, Status: EventStatus.Denied });
    }

    [Theory]
    [InlineData("", "no sentence")]
    [InlineData("\n\n", "no sentence")]
    [InlineData("1\tA\ta\tX\tX\t_\t0\troot\t_\t_\n\n1 B b X X _ 0 root _ _\n", "line 3: 1 columns in place of 10")]
    [InlineData("# text = A\n1\tA\ta\tX\tX\t_\t7\tdep\t_\t_\n", "line 2: head 7 outside the sentence")]
    public void An_empty_or_broken_file_is_set_aside_with_place_and_remedy(string text, string reason)
    {
        using var cli = new CommandLine { Stages = Engine };
        string file = cli.Write("x.conllu", text);
        CommandLine.Result r = cli.Run("code", "--conllu", file);
        Assert.Equal(ExitCodes.SetAside, r.Code);
        Assert.Empty(r.Out);
        string[] lines = r.Error.Split('\n');
        Assert.StartsWith("set aside: " + file + ": ", lines[0], StringComparison.Ordinal);
        Assert.Contains(reason, lines[0], StringComparison.Ordinal);
        Assert.StartsWith("  ", lines[1], StringComparison.Ordinal);
    }

    private static string[] Own() => Findings(Coded(Conllu));

    private static void Same(string[] told, string conllu) => Assert.Equal(told, Findings(Coded(conllu)));

    private static CodedReport Coded(string conllu) => Engine.CodeConllu(new StringReader(conllu), "text", Day, explain: false).Coded;

    private static string[] Findings(CodedReport coded) => [.. coded.Findings.Select(Line)];

    private static string Line(Finding f) => f switch
    {
        Event e => $"event {Codes.Of(e.Type)} {Codes.Of(e.Status)} {string.Join(',', e.Actors.Select(a => a.Code))}>{string.Join(',', e.Recipients.Select(a => a.Code))} {e.From} {e.Rule} | {e.Sentence}",
        Statement s => $"statement {s.Speaker} {s.Cue} | {s.Content}",
        Tie t => $"tie {Codes.Of(t.Relation)} {t.Subject} {t.Object} {t.Polarity} | {t.Sentence}",
        Figure g => $"figure {Codes.Of(g.Measure)} {g.Value} {g.Unit} | {g.Sentence}",
        _ => f.GetType().Name + " " + f.Sentence,
    };

    private static string Parsed()
    {
        var target = new StringWriter { NewLine = "\n" };
        Engine.Parse(Text, target, "x-");
        return target.ToString();
    }

    /// <summary>The parse with the columns of its words changed; ranges and comments stay.</summary>
    private static string Words(Action<string[]> change) => string.Join('\n', Conllu.Split('\n').Select(l =>
    {
        string[] columns = l.Split('\t');
        if (columns.Length != 10 || columns[0].Contains('-', StringComparison.Ordinal)) return l;
        change(columns);
        return string.Join('\t', columns);
    }));
}
