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

    private static StatusFinder.Reading Read(Sentence s, string word, EventType type)
    {
        int token = s.Tokens.First(t => t.Form == word).Index;
        return new StatusFinder(Codebook).Find(s, Predicate.At(s, Codebook, token)!, type);
    }
}
