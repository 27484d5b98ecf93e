using Annalist.Coding;
using Annalist.Language;
using Annalist.Model;

namespace Annalist.Tests.Coding;

/// <summary>Which date goes to which act: through the tree, from the sentence before, from the report.</summary>
public sealed class DateCarrierTests
{
    private static readonly DateWords Words = DateWords.Load(Trees.Codebook);
    private static readonly DateFinder Finder = new(Words);

    /// <summary>A Wednesday.</summary>
    private static readonly DateOnly Reference = new(2023, 6, 14);

    private const string Detained = """
        On on ADP IN 2 case
        Monday Monday PROPN NNP 4 obl
        police police NOUN NNS 4 nsubj
        detained detain VERB VBD 0 root
        activists activist NOUN NNS 4 obj
        . . PUNCT . 4 punct
        """;

    private const string Searched = """
        Officers officer NOUN NNS 2 nsubj
        searched search VERB VBD 0 root
        an a DET DT 4 det
        office office NOUN NN 2 obj
        . . PUNCT . 2 punct
        """;

    private const string AlsoSearched = """
        Officers officer NOUN NNS 3 nsubj
        also also ADV RB 3 advmod
        searched search VERB VBD 0 root
        an a DET DT 5 det
        office office NOUN NN 3 obj
        . . PUNCT . 3 punct
        """;

    private const string HadSearched = """
        Officers officer NOUN NNS 3 nsubj
        had have AUX VBD 3 aux
        searched search VERB VBN 0 root
        an a DET DT 5 det
        office office NOUN NN 3 obj
        . . PUNCT . 3 punct
        """;

    private static string? Days(string lines, int predicate, EventStatus status = EventStatus.Occurred, string? before = null, string gap = " ", bool same = false, string? title = null)
    {
        var sentences = new List<Sentence>();
        if (before is not null) sentences.Add(Trees.Conllu(before));
        Sentence s = Trees.Conllu(lines, sentences.Count, sentences.Count == 0 ? 0 : sentences[0].Span.End + gap.Length);
        sentences.Add(s);
        ActorMention[] mentions = same ? [.. sentences.Select(x => Police(x))] : [];
        Passage passage = Trees.Passage(Reference, sentences, mentions, string.Join(gap, sentences.Select(x => x.Text)));
        passage = passage with { Report = passage.Report with { Title = title } };
        var table = new DateTable(sentences, Finder.Find(passage));
        var carrier = new DateCarrier(passage, table, Words);
        return table.For(s.Index, predicate) is { } own && carrier.Agrees(s, predicate, own) ? own.Range?.ToString() : carrier.For(s, predicate, status)?.Days.ToString();
    }

    private static ActorMention Police(Sentence s)
    {
        Token subject = s.Tokens.First(t => t.Deprel == "nsubj");
        return new ActorMention { Sentence = s.Index, First = subject.Index, Last = subject.Index + 1, Head = subject.Index, Span = subject.Span, Text = subject.Form, Codes = ["KGZ"], Sector = Sector.Cop, Kind = MentionKind.Role };
    }

    [Fact]
    public void A_story_about_the_same_party_keeps_its_day() => Assert.Equal("2023-06-12", Days(Searched, 1, before: Detained, same: true));

    [Fact]
    public void An_adverb_that_goes_on_keeps_the_day_without_a_known_party() => Assert.Equal("2023-06-12", Days(AlsoSearched, 2, before: Detained));

    [Fact]
    public void Another_party_another_paragraph_or_an_earlier_past_takes_no_day_over()
    {
        Assert.Null(Days(Searched, 1, before: Detained));
        Assert.Null(Days(Searched, 1, before: Detained, gap: "\n\n", same: true));
        Assert.Null(Days(HadSearched, 2, before: Detained, same: true));
    }

    [Fact]
    public void A_planned_or_possible_act_takes_no_day_over()
    {
        Assert.Null(Days(Searched, 1, EventStatus.Planned, before: Detained, same: true));
        Assert.Null(Days(Searched, 1, EventStatus.Possible, before: Detained, same: true));
    }

    [Fact]
    public void What_is_declared_in_reported_speech_happens_when_it_is_said()
    {
        // "On Monday the minister said that the state will refuse." and the same of a thing past.
        const string lines = """
            On on ADP IN 2 case
            Monday Monday PROPN NNP 5 obl
            the the DET DT 4 det
            minister minister NOUN NN 5 nsubj
            said say VERB VBD 0 root
            the the DET DT 7 det
            state state NOUN NN 9 nsubj
            AUXILIARY
            VERB
            . . PUNCT . 5 punct
            """;
        Assert.Equal("2023-06-12", Days(lines.Replace("AUXILIARY", "will will AUX MD 9 aux", StringComparison.Ordinal).Replace("VERB\n", "refuse refuse VERB VB 5 ccomp\n", StringComparison.Ordinal), 8));
        Assert.Null(Days(lines.Replace("AUXILIARY", "had have AUX VBD 9 aux", StringComparison.Ordinal).Replace("VERB\n", "refused refuse VERB VBN 5 ccomp\n", StringComparison.Ordinal), 8));
    }

    [Fact]
    public void A_live_report_means_its_own_day()
    {
        Assert.Equal("2023-06-14", Days(Searched, 1, title: "Summit LIVE: leaders arrive in Vienna"));
        Assert.Equal("2023-06-14", Days(Searched, 1, title: "Summit in Vienna: live updates"));
        Assert.Null(Days(HadSearched, 2, title: "Summit LIVE: leaders arrive in Vienna"));
        Assert.Null(Days(Searched, 1, title: "Leaders live in Vienna"));
    }

    [Fact]
    public void Has_just_means_the_day_of_the_report()
    {
        const string lines = """
            Officers officer NOUN NNS 4 nsubj
            have have AUX VBP 4 aux
            just just ADV RB 4 advmod
            searched search VERB VBN 0 root
            it it PRON PRP 4 obj
            . . PUNCT . 4 punct
            """;
        Assert.Equal("2023-06-14", Days(lines, 3));
        Assert.Null(Days(lines.Replace("just just", "often often", StringComparison.Ordinal), 3));
    }

    [Fact]
    public void A_date_before_a_phrase_of_circumstance_belongs_to_the_verb()
    {
        // "The council will meet on Thursday over the ban."
        const string lines = """
            The the DET DT 2 det
            council council NOUN NN 4 nsubj
            will will AUX MD 4 aux
            meet meet VERB VB 0 root
            on on ADP IN 6 case
            Thursday Thursday PROPN NNP 4 obl
            over over ADP IN 9 case
            the the DET DT 9 det
            ban ban NOUN NN 4 obl
            . . PUNCT . 4 punct
            """;
        Assert.Equal("2023-06-15", Days(lines, 3, EventStatus.Planned));
        Assert.Null(Days(lines, 8));
    }

    [Fact]
    public void A_date_of_a_participle_is_not_the_verbs()
    {
        // "Guards captured on Friday were freed."
        const string lines = """
            Guards guard NOUN NNS 6 nsubj:pass
            captured capture VERB VBN 1 acl
            on on ADP IN 4 case
            Friday Friday PROPN NNP 2 obl
            were be AUX VBD 6 aux:pass
            freed free VERB VBN 0 root
            . . PUNCT . 6 punct
            """;
        Assert.Equal("2023-06-09", Days(lines, 1));
        Assert.Null(Days(lines, 5));
    }

    [Fact]
    public void A_clause_at_which_something_happened_has_the_date_of_what_it_happened_at()
    {
        // "On Monday the presidents held talks, at which a truce was agreed."
        const string lines = """
            On on ADP IN 2 case
            Monday Monday PROPN NNP 5 obl
            the the DET DT 4 det
            presidents president NOUN NNS 5 nsubj
            held hold VERB VBD 0 root
            talks talk NOUN NNS 5 obj
            , , PUNCT , 12 punct
            at at ADP IN 9 case
            which which PRON WDT 12 obl
            truce truce NOUN NN 12 nsubj:pass
            was be AUX VBD 12 aux:pass
            agreed agree VERB VBN 6 acl:relcl
            . . PUNCT . 5 punct
            """;
        Assert.Equal("2023-06-12", Days(lines, 11));
    }

    [Fact]
    public void When_after_a_date_means_that_date_unless_the_tense_gainsays_it()
    {
        // "They set a term until January 29, when the treaty lapses."
        const string lines = """
            They they PRON PRP 2 nsubj
            set set VERB VBD 0 root
            terms term NOUN NNS 2 obj
            for for ADP IN 5 case
            January January PROPN NNP 2 obl
            29 29 NUM CD 5 nummod
            , , PUNCT , 11 punct
            when when ADV WRB 11 advmod
            the the DET DT 10 det
            treaty treaty NOUN NN 11 nsubj
            lapses lapse VERB VBZ 5 acl:relcl
            . . PUNCT . 2 punct
            """;
        Assert.Equal("2023-01-29", Days(lines.Replace("lapses lapse VERB VBZ", "lapsed lapse VERB VBD", StringComparison.Ordinal), 10));
        Assert.Null(Days(lines, 10));
    }

    [Fact]
    public void A_later_clause_with_a_subject_of_its_own_takes_only_a_date_that_stands_before_both()
    {
        const string after = """
            Police police NOUN NNS 2 nsubj
            left leave VERB VBD 0 root
            on on ADP IN 4 case
            Friday Friday PROPN NNP 2 obl
            and and CCONJ CC 8 cc
            courts court NOUN NNS 8 nsubj
            may may AUX MD 8 aux
            act act VERB VB 2 conj
            . . PUNCT . 2 punct
            """;
        const string before = """
            On on ADP IN 2 case
            Friday Friday PROPN NNP 4 obl
            police police NOUN NNS 4 nsubj
            left leave VERB VBD 0 root
            and and CCONJ CC 8 cc
            courts court NOUN NNS 8 nsubj
            did do AUX VBD 8 aux
            act act VERB VB 4 conj
            . . PUNCT . 4 punct
            """;
        Assert.Null(Days(after, 7, EventStatus.Possible));
        Assert.Equal("2023-06-09", Days(before, 7));
    }

    [Fact]
    public void Days_after_an_act_that_the_text_has_dated_count_from_it()
    {
        // "On Monday police detained activists. They were freed two days after the detaining."
        const string lines = """
            They they PRON PRP 3 nsubj:pass
            were be AUX VBD 3 aux:pass
            freed free VERB VBN 0 root
            two two NUM CD 5 nummod
            days day NOUN NNS 8 obl:unmarked
            after after ADP IN 8 case
            the the DET DT 8 det
            detaining detaining NOUN NN 3 obl
            . . PUNCT . 3 punct
            """;
        Assert.Equal("2023-06-14", Days(lines, 2, before: Detained));
    }

    [Fact]
    public void A_date_right_before_a_subject_belongs_to_its_verb_whatever_the_tree_says()
    {
        // "It never tried: in 2010 it refused."
        const string lines = """
            It it PRON PRP 3 nsubj
            never never ADV RB 3 advmod
            tried try VERB VBD 0 root
            : : PUNCT : 8 punct
            in in ADP IN 6 case
            2010 2010 NUM CD 3 obl
            it it PRON PRP 8 nsubj
            refused refuse VERB VBD 3 parataxis
            . . PUNCT . 3 punct
            """;
        Assert.Equal("2010-01-01..2010-12-31", Days(lines, 7));
        Assert.Null(Days(lines, 2));
    }
}
