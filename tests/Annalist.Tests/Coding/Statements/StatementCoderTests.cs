using Annalist.Coding;
using Annalist.Language;
using Annalist.Model;

namespace Annalist.Tests.Coding;

public sealed class StatementCoderTests
{
    private static readonly StatementCoder Coder = new(CueBook.Load(Trees.Codebook), "test");

    private static IReadOnlyList<Statement> Code(IReadOnlyList<Sentence> sentences, params ActorMention[] mentions) => Coder.Code(Trees.Passage(null, sentences, mentions));

    private static ActorMention Person(Sentence s, int first, int last, int head, string name, string code) => new()
    {
        Sentence = s.Index,
        First = first,
        Last = last,
        Head = head,
        Span = s.SpanOf([first, last - 1]),
        Text = s.SpanOf([first, last - 1]).ToString(),
        Codes = [code],
        Sector = Sector.Gov,
        Name = name,
        Kind = MentionKind.Person,
        IsPerson = true,
    };

    private static Sentence Said(int index = 0, int start = 0) => Trees.Conllu("""
        “ “ PUNCT `` 4 punct
        The the DET DT 3 det
        road road NOUN NN 5 nsubj
        is be AUX VBZ 5 cop
        safe safe ADJ JJ 0 root
        , , PUNCT , 5 punct
        ” ” PUNCT '' 5 punct
        Nemo Nemo PROPN NNP 9 nsubj
        said say VERB VBD 5 parataxis
        . . PUNCT . 5 punct
        """, index, start);

    [Fact]
    public void A_quotation_before_its_cue_is_direct_and_leaves_the_cue_out()
    {
        Sentence s = Said();
        Statement statement = Assert.Single(Code([s], Person(s, 7, 8, 7, "Nadia Nemo", "CHE")));
        Assert.Equal(("Nadia Nemo", "CHE", "said", StatementForm.Direct, "The road is safe"), (statement.Speaker, statement.SpeakerCode, statement.Cue, statement.Form, statement.Content));
    }

    [Fact]
    public void Reported_speech_takes_the_clause_without_that()
    {
        Sentence s = Trees.Conllu("""
            The the DET DT 2 det
            minister minister NOUN NN 3 nsubj
            said say VERB VBD 0 root
            that that SCONJ IN 7 mark
            talks talk NOUN NNS 7 nsubj
            will will AUX MD 7 aux
            resume resume VERB VB 3 ccomp
            . . PUNCT . 3 punct
            """);
        Statement statement = Assert.Single(Code([s]));
        Assert.Equal(("minister", "talks will resume", StatementForm.Indirect), (statement.Speaker, statement.Content, statement.Form));
    }

    [Fact]
    public void A_pronoun_takes_the_last_speaker()
    {
        Sentence first = Said();
        Sentence second = Trees.Conllu("""
            She she PRON PRP 2 nsubj
            added add VERB VBD 0 root
            that that SCONJ IN 6 mark
            it it PRON PRP 6 nsubj
            is be AUX VBZ 6 cop
            new new ADJ JJ 2 ccomp
            . . PUNCT . 2 punct
            """, 1, first.Span.End + 1);
        IReadOnlyList<Statement> statements = Code([first, second], Person(first, 7, 8, 7, "Nadia Nemo", "CHE"));
        Assert.Equal(2, statements.Count);
        Assert.Equal(("Nadia Nemo", "it is new"), (statements[1].Speaker, statements[1].Content));
    }

    [Fact]
    public void What_is_denied_in_saying_is_no_statement()
    {
        Sentence s = Trees.Conllu("""
            The the DET DT 2 det
            minister minister NOUN NN 5 nsubj
            did do AUX VBD 5 aux
            not not PART RB 5 advmod
            say say VERB VB 0 root
            that that SCONJ IN 9 mark
            talks talk NOUN NNS 9 nsubj
            will will AUX MD 9 aux
            resume resume VERB VB 5 ccomp
            . . PUNCT . 5 punct
            """);
        Assert.Empty(Code([s]));
    }

    [Fact]
    public void A_source_phrase_makes_the_rest_of_the_sentence_the_content()
    {
        Sentence s = Trees.Conllu("""
            According accord VERB VBG 4 case
            to to ADP IN 1 fixed
            the the DET DT 4 det
            ministry ministry NOUN NN 7 obl
            , , PUNCT , 4 punct
            talks talk NOUN NNS 7 nsubj
            resumed resume VERB VBD 0 root
            . . PUNCT . 7 punct
            """);
        Statement statement = Assert.Single(Code([s]));
        Assert.Equal(("ministry", "According to", "talks resumed"), (statement.Speaker, statement.Cue, statement.Content));
    }

    [Fact]
    public void Spans_cut_out_what_they_claim()
    {
        Sentence s = Said();
        Passage passage = Trees.Passage(null, [s], [Person(s, 7, 8, 7, "Nadia Nemo", "CHE")]);
        Statement statement = Assert.Single(Coder.Code(passage));
        Assert.Equal(statement.Content, passage.Text[statement.ContentSpan[0].Start..statement.ContentSpan[^1].End]);
        Assert.Equal(statement.Cue, Assert.Single(statement.CueSpan).Cut(passage.Text));
        Assert.Equal("Nemo", statement.SpeakerSpan!.Value.Cut(passage.Text));
    }
}
