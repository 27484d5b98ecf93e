using Annalist.Cli.Output;
using Annalist.Model;
using Annalist.Tests.Model;

namespace Annalist.Tests.Cli;

public sealed class OutputTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "'\rx")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\u200e=1", "'\u200e=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("a=1", "a=1")]
    [InlineData("", "")]
    [InlineData(null, "")]
    [InlineData("—1", "—1")]
    public void A_cell_that_a_spreadsheet_would_run_is_guarded(string? text, string cell) => Assert.Equal(cell, CsvOutput.Guard(text));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\u001b[31mred\u001b[0m", "a[31mred[0m")]
    [InlineData("a\u009b31mb", "a31mb")]
    [InlineData("a\nb\r\nc\td", "a b c d")]
    [InlineData("a\u0007\b\u007fb", "ab")]
    [InlineData("a\u202eb\u2066c\u200b", "abc")]
    [InlineData("Élan 中亚 🙂", "Élan 中亚 🙂")]
    [InlineData(null, "")]
    public void Words_cannot_command_the_terminal(string? text, string line) => Assert.Equal(line, SafeText.Line(text));

    [Fact]
    public void A_cut_does_not_split_a_pair()
    {
        Assert.Equal("ab…", SafeText.Line("ab🙂cd", 4));
        Assert.Equal("ab🙂…", SafeText.Line("ab🙂cd", 5));
        Assert.Equal("abcd", SafeText.Line("abcd", 4));
    }

    [Fact]
    public void Marks_that_overlap_are_joined_and_nothing_of_the_text_is_lost()
    {
        var e = (Event)Samples.Full[0] with { In = TextPart.Text };
        string marked = Receipt.Marked(Samples.Text, e, colour: false);
        Assert.Equal("«The two ministers» «met» in Vienna on Tuesday.", marked.Trim()[..47]);
        Assert.Equal(Samples.Text, marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal).Trim());
    }

    [Fact]
    public void A_statement_over_several_sentences_is_marked_to_its_end()
    {
        const string Text = "“We go on,” she said. “We always did.” Nobody replied.";
        var s = (Statement)Samples.Full[1] with { Span = new(0, 21), ContentSpan = [new(1, 10), new(23, 37)], CueSpan = [new(16, 20)], SpeakerSpan = new(12, 15) };
        Assert.Equal("“«We go on,»” «she» «said». “«We always did.»” Nobody replied.", Receipt.Marked(Text, s, colour: false).Trim());
    }

    [Fact]
    public void Long_texts_are_cut_between_words()
    {
        string text = string.Concat(Enumerable.Repeat("word ", 400)) + "Here it is. " + string.Concat(Enumerable.Repeat("tail ", 400));
        int at = text.IndexOf("Here", StringComparison.Ordinal);
        var e = (Event)Samples.Full[0] with { Span = new(at, at + 11), CueSpan = new(at, at + 4), Actors = [new Party("AAA", Sector.Gov, null, null, null)], Recipients = [] };
        string marked = Receipt.Marked(text, e, colour: false).Trim();
        Assert.StartsWith("… word ", marked, StringComparison.Ordinal);
        Assert.EndsWith(" tail …", marked, StringComparison.Ordinal);
        Assert.True(marked.Length < 650, marked);
    }

    [Fact]
    public void A_receipt_can_be_written_for_every_kind()
    {
        foreach (Finding f in Samples.Full.Concat(Samples.Bare)) Assert.NotEmpty(Receipt.Summary(f));
    }
}
