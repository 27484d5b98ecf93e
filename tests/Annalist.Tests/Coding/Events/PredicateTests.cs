using Annalist.Coding;
using Annalist.Language;

namespace Annalist.Tests.Coding.Events;

/// <summary>Slots read off hand-made trees: what the lexicon may rely on whatever parser stands behind it.</summary>
public sealed class PredicateTests
{
    private static readonly Codebook Codebook = Codebook.Load(Path.Combine(AppContext.BaseDirectory, "data", "codebook"));

    [Fact]
    public void The_subject_of_a_passive_is_its_agent_and_the_surface_subject_its_object()
    {
        Sentence s = Trees.Conllu("""
            Envoys envoy NOUN NNS 3 nsubj:pass
            were be AUX VBD 3 aux:pass
            expelled expel VERB VBN 0 root
            by by ADP IN 5 case
            Norway Norway PROPN NNP 3 obl:agent
            """);
        Assert.Equal(["Norway"], Fill(s, "expelled", "subject"));
        Assert.Equal(["Envoys"], Fill(s, "expelled", "object"));
    }

    [Theory]
    [InlineData("accused", "accuse", "of", "Togo")]
    [InlineData("kept", "keep", "from", "Togo")]
    [InlineData("visited", "visit", "without", "Ghana")]
    public void Who_is_accused_of_an_act_is_its_subject(string form, string lemma, string mark, string subject)
    {
        Sentence s = Trees.Conllu($"""
            Ghana Ghana PROPN NNP 2 nsubj
            {form} {lemma} VERB VBD 0 root
            Togo Togo PROPN NNP 2 obj
            {mark} {mark} SCONJ IN 5 mark
            arming arm VERB VBG 2 advcl
            rebels rebel NOUN NNS 5 obj
            """);
        Assert.Equal([subject], Fill(s, "arming", "subject"));
    }

    [Fact]
    public void A_participle_after_its_noun_is_passive()
    {
        Sentence s = Trees.Conllu("""
            sanctions sanction NOUN NNS 5 nsubj
            imposed impose VERB VBN 1 acl
            by by ADP IN 4 case
            Canada Canada PROPN NNP 2 obl:agent
            remain remain VERB VBP 0 root
            """);
        Assert.Equal(["Canada"], Fill(s, "imposed", "subject"));
        Assert.Equal(["sanctions"], Fill(s, "imposed", "object"));
    }

    [Fact]
    public void A_relative_pronoun_stands_for_its_noun()
    {
        Sentence s = Trees.Conllu("""
            Chad Chad PROPN NNP 6 nsubj
            , , PUNCT , 4 punct
            which which PRON WDT 4 nsubj
            hosted host VERB VBD 1 acl:relcl
            talks talk NOUN NNS 4 obj
            left leave VERB VBD 0 root
            """);
        Assert.Equal(["Chad"], Fill(s, "hosted", "subject"));
        Assert.Equal(["Chad"], Fill(s, "talks", "subject"));
    }

    [Fact]
    public void The_object_of_the_governor_does_what_it_is_urged_to_do()
    {
        Sentence s = Trees.Conllu("""
            Peru Peru PROPN NNP 2 nsubj
            urged urge VERB VBD 0 root
            Chile Chile PROPN NNP 2 obj
            to to PART TO 5 mark
            withdraw withdraw VERB VB 2 xcomp
            """);
        Assert.Equal(["Chile"], Fill(s, "withdraw", "subject"));
        Assert.Equal(["Peru"], Fill(s, "urged", "subject"));
    }

    [Fact]
    public void A_light_verb_lends_its_subject_and_its_prepositions_to_the_noun()
    {
        Sentence s = Trees.Conllu("""
            Oslo Oslo PROPN NNP 2 nsubj
            held hold VERB VBD 0 root
            talks talk NOUN NNS 2 obj
            with with ADP IN 5 case
            Ottawa Ottawa PROPN NNP 2 obl
            """);
        Assert.Equal(["Oslo"], Fill(s, "talks", "subject"));
        Assert.Equal(["Ottawa"], Fill(s, "talks", "with"));
    }

    [Fact]
    public void A_preposition_is_found_on_the_object_too()
    {
        Sentence s = Trees.Conllu("""
            Rebels rebel NOUN NNS 2 nsubj
            launched launch VERB VBD 0 root
            an a DET DT 4 det
            attack attack NOUN NN 2 obj
            on on ADP IN 6 case
            Goma Goma PROPN NNP 4 nmod
            """);
        Assert.Equal(["Goma"], Fill(s, "launched", "on"));
        Assert.Equal(["Rebels"], Fill(s, "attack", "subject"));
    }

    [Fact]
    public void A_possessor_owns_the_noun_act()
    {
        Sentence s = Trees.Conllu("""
            Tunis Tunis PROPN NNP 3 nmod:poss
            's 's PART POS 1 case
            refusal refusal NOUN NN 4 nsubj
            surprised surprise VERB VBD 0 root
            Rabat Rabat PROPN NNP 4 obj
            """);
        Assert.Equal(["Tunis"], Fill(s, "refusal", "subject"));
    }

    [Fact]
    public void Conjuncts_fill_a_slot_together()
    {
        Sentence s = Trees.Conllu("""
            Laos Laos PROPN NNP 4 nsubj
            and and CCONJ CC 3 cc
            Vietnam Vietnam PROPN NNP 1 conj
            met meet VERB VBD 0 root
            """);
        Assert.Equal(["Laos", "Vietnam"], Fill(s, "met", "subject"));
    }

    [Fact]
    public void A_copula_gives_what_a_noun_is_said_of()
    {
        Sentence s = Trees.Conllu("""
            Malta Malta PROPN NNP 4 nsubj
            is be AUX VBZ 4 cop
            a a DET DT 4 det
            member member NOUN NN 0 root
            of of ADP IN 6 case
            it it PRON PRP 4 nmod
            """);
        Assert.Equal(["Malta"], Fill(s, "member", "is"));
    }

    private static string[] Fill(Sentence s, string word, string slot)
    {
        int token = s.Tokens.First(t => t.Form == word).Index;
        return [.. Predicate.At(s, Codebook, token)!.Fill(slot).Select(i => s.Tokens[i].Form)];
    }
}
