using Annalist.Coding;
using Annalist.Language;
using Annalist.Model;

namespace Annalist.Tests.Coding.Events;

/// <summary>Status from tense, modals, negation and governing words, on hand-made trees.</summary>
public sealed class StatusFinderTests
{
    private static readonly Codebook Codebook = Codebook.Load(Path.Combine(AppContext.BaseDirectory, "data", "codebook"));

    [Theory]
    [InlineData("will", EventStatus.Planned, null)]
    [InlineData("may", EventStatus.Possible, Modality.May)]
    [InlineData("could", EventStatus.Possible, Modality.May)]
    [InlineData("should", EventStatus.Possible, Modality.Expected)]
    public void A_modal_shades_its_verb(string modal, EventStatus status, Modality? modality)
    {
        Sentence s = Trees.Conllu($"""
            Ghana Ghana PROPN NNP 3 nsubj
            {modal} {modal} AUX MD 3 aux
            visit visit VERB VB 0 root
            Togo Togo PROPN NNP 3 obj
            """);
        StatusFinder.Reading r = Read(s, "visit", EventType.Consult);
        Assert.Equal(status, r.Status);
        Assert.Equal(modality, r.Modality);
    }

    [Fact]
    public void A_negated_verb_is_denied()
    {
        Sentence s = Trees.Conllu("""
            Ghana Ghana PROPN NNP 4 nsubj
            did do AUX VBD 4 aux
            not not PART RB 4 advmod
            attack attack VERB VB 0 root
            Togo Togo PROPN NNP 4 obj
            """);
        Assert.Equal(EventStatus.Denied, Read(s, "attack", EventType.Assault).Status);
    }

    [Fact]
    public void A_negated_subject_denies_the_act()
    {
        Sentence s = Trees.Conllu("""
            Nobody nobody PRON NN 2 nsubj
            attacked attack VERB VBD 0 root
            Togo Togo PROPN NNP 2 obj
            """);
        Assert.Equal(EventStatus.Denied, Read(s, "attacked", EventType.Assault).Status);
    }

    [Theory]
    [InlineData("plans", "plan", EventStatus.Planned)]
    [InlineData("wants", "want", EventStatus.Possible)]
    [InlineData("tried", "try", EventStatus.Possible)]
    [InlineData("refused", "refuse", EventStatus.Denied)]
    public void A_governing_verb_shades_what_it_governs(string form, string lemma, EventStatus status)
    {
        Sentence s = Trees.Conllu($"""
            Ghana Ghana PROPN NNP 2 nsubj
            {form} {lemma} VERB VBD 0 root
            to to PART TO 4 mark
            withdraw withdraw VERB VB 2 xcomp
            troops troop NOUN NNS 4 obj
            """);
        Assert.Equal(status, Read(s, "withdraw", EventType.Retreat).Status);
    }

    [Fact]
    public void What_somebody_is_urged_to_do_is_no_act()
    {
        Sentence s = Trees.Conllu("""
            Ghana Ghana PROPN NNP 2 nsubj
            urged urge VERB VBD 0 root
            Togo Togo PROPN NNP 2 obj
            to to PART TO 5 mark
            withdraw withdraw VERB VB 2 xcomp
            """);
        Assert.Null(Read(s, "withdraw", EventType.Retreat).Status);
    }

    [Fact]
    public void Under_an_if_an_act_is_only_possible()
    {
        Sentence s = Trees.Conllu("""
            If if SCONJ IN 3 mark
            Ghana Ghana PROPN NNP 3 nsubj
            attacked attack VERB VBD 5 advcl
            , , PUNCT , 3 punct
            respond respond VERB VBP 0 root
            """);
        StatusFinder.Reading r = Read(s, "attacked", EventType.Assault);
        Assert.Equal(EventStatus.Possible, r.Status);
        Assert.Equal(Modality.Conditional, r.Modality);
    }

    [Fact]
    public void A_material_act_in_the_present_goes_on()
    {
        Sentence s = Trees.Conllu("""
            Ghana Ghana PROPN NNP 2 nsubj
            sells sell VERB VBZ 0 root
            cocoa cocoa NOUN NN 2 obj
            """);
        Assert.Equal(EventStatus.Ongoing, Read(s, "sells", EventType.Cooperate).Status);
    }

    [Fact]
    public void A_participle_shares_the_present_of_its_clause()
    {
        Sentence s = Trees.Conllu("""
            Groups group NOUN NNS 5 nsubj
            shelling shell VERB VBG 1 acl
            the the DET DT 4 det
            north north NOUN NN 2 obj
            worry worry VERB VBP 0 root
            Togo Togo PROPN NNP 5 obj
            """);
        Assert.Equal(EventStatus.Ongoing, Read(s, "shelling", EventType.Assault).Status);
    }

    [Theory]
    [InlineData("accuses", "VBZ", EventStatus.Ongoing)]
    [InlineData("accused", "VBD", EventStatus.Occurred)]
    public void What_somebody_is_accused_of_doing_goes_on_while_he_is_accused(string form, string tag, EventStatus status)
    {
        Sentence s = Trees.Conllu($"""
            Ghana Ghana PROPN NNP 2 nsubj
            {form} accuse VERB {tag} 0 root
            Togo Togo PROPN NNP 2 obj
            of of SCONJ IN 5 mark
            arming arm VERB VBG 2 advcl
            rebels rebel NOUN NNS 5 obj
            """);
        Assert.Equal(status, Read(s, "arming", EventType.Aid).Status);
    }

    [Theory]
    [InlineData("months", "month", EventStatus.Ongoing)]
    [InlineData("Togo", "Togo", EventStatus.Occurred)]
    public void A_perfect_over_a_span_goes_on(string form, string lemma, EventStatus status)
    {
        Sentence s = Trees.Conllu($"""
            Ghana Ghana PROPN NNP 3 nsubj
            has have AUX VBZ 3 aux
            blocked block VERB VBN 0 root
            it it PRON PRP 3 obj
            for for ADP IN 6 case
            {form} {lemma} NOUN NNS 3 obl
            """);
        Assert.Equal(status, Read(s, "blocked", EventType.Reject).Status);
    }

    [Fact]
    public void What_is_done_every_month_goes_on()
    {
        Sentence s = Trees.Conllu("""
            Ghana Ghana PROPN NNP 2 nsubj
            criticises criticise VERB VBZ 0 root
            Togo Togo PROPN NNP 2 obj
            every every DET DT 5 det
            month month NOUN NN 2 obl
            """);
        Assert.Equal(EventStatus.Ongoing, Read(s, "criticises", EventType.Accuse).Status);
    }

    [Fact]
    public void A_modal_hung_on_a_word_before_the_verb_shades_the_verb()
    {
        Sentence s = Trees.Conllu("""
            Ghana Ghana PROPN NNP 5 nsubj
            might might AUX MD 4 aux
            one one NUM CD 4 nummod
            day day NOUN NN 5 obl
            join join VERB VB 0 root
            Togo Togo PROPN NNP 5 obj
            """);
        Assert.Equal(EventStatus.Possible, Read(s, "join", EventType.Support).Status);
    }

    [Fact]
    public void Claims_that_are_false_are_denied()
    {
        Sentence s = Trees.Conllu("""
            Claims claim NOUN NNS 7 nsubj
            that that SCONJ IN 4 mark
            Ghana Ghana PROPN NNP 4 nsubj
            attacked attack VERB VBD 1 acl
            Togo Togo PROPN NNP 4 obj
            are be AUX VBP 7 cop
            false false ADJ JJ 0 root
            """);
        Assert.Equal(EventStatus.Denied, Read(s, "attacked", EventType.Assault).Status);
    }

    [Fact]
    public void What_is_not_ruled_out_is_possible()
    {
        Sentence s = Trees.Conllu("""
            Ghana Ghana PROPN NNP 4 nsubj
            does do AUX VBZ 4 aux
            not not PART RB 4 advmod
            exclude exclude VERB VB 0 root
            that that SCONJ IN 8 mark
            it it PRON PRP 8 nsubj
            will will AUX MD 8 aux
            attack attack VERB VB 4 ccomp
            """);
        Assert.Equal(EventStatus.Possible, Read(s, "attack", EventType.Assault).Status);
    }

    [Theory]
    [InlineData(EventType.Request, EventStatus.Occurred)]
    [InlineData(EventType.Consult, EventStatus.Denied)]
    public void Who_fails_to_persuade_has_asked(EventType type, EventStatus status)
    {
        Sentence s = Trees.Conllu("""
            Ghana Ghana PROPN NNP 2 nsubj
            failed fail VERB VBD 0 root
            to to PART TO 4 mark
            approach approach VERB VB 2 xcomp
            Togo Togo PROPN NNP 4 obj
            """);
        Assert.Equal(status, Read(s, "approach", type).Status);
    }

    [Fact]
    public void A_relative_clause_is_not_what_its_noun_governs()
    {
        Sentence s = Trees.Conllu("""
            A a DET DT 2 det
            plan plan NOUN NN 0 root
            that that PRON WDT 4 nsubj
            angered attack VERB VBD 2 acl:relcl
            Togo Togo PROPN NNP 4 obj
            """);
        Assert.Equal(EventStatus.Occurred, Read(s, "angered", EventType.Accuse).Status);
    }

    [Fact]
    public void Talks_scheduled_for_a_day_are_planned()
    {
        Sentence s = Trees.Conllu("""
            Talks talk NOUN NNS 6 nsubj
            between between ADP IN 3 case
            Ghana Ghana PROPN NNP 1 nmod
            scheduled schedule VERB VBN 1 acl
            tomorrow tomorrow NOUN NN 4 obl
            worried worry VERB VBD 0 root
            """);
        Assert.Equal(EventStatus.Planned, Read(s, "Talks", EventType.Consult).Status);
    }

    [Fact]
    public void A_timetable_in_the_present_is_planned()
    {
        Sentence s = Trees.Conllu("""
            The the DET DT 2 det
            embargo embargo NOUN NN 3 nsubj
            takes take VERB VBZ 0 root
            effect effect NOUN NN 3 obj
            """);
        Assert.Equal(EventStatus.Planned, Read(s, "embargo", EventType.Sanction).Status);
    }

    private static StatusFinder.Reading Read(Sentence s, string word, EventType type)
    {
        int token = s.Tokens.First(t => t.Form == word).Index;
        return new StatusFinder(Codebook).Find(s, Predicate.At(s, Codebook, token)!, type);
    }
}
