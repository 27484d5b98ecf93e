using Annalist.Coding;
using Annalist.Language;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Tests.Coding.Mentions;

/// <summary>Who is meant, read off hand-made trees.</summary>
public sealed class MentionFinderTests
{
    private static readonly Codebook Codebook = Codebook.Load(Trees.Codebook);
    private static readonly MentionFinder Finder = new(World.Default, Codebook);

    [Fact]
    public void The_town_of_a_dateline_acts_in_nothing()
    {
        Passage p = Find("""
            VIENNA VIENNA PROPN NNP 7 nsubj
            ( ( PUNCT -LRB- 3 punct
            Depesche Depesche PROPN NNP 1 appos
            ) ) PUNCT -RRB- 3 punct
            - - PUNCT : 1 punct
            Norway Norway PROPN NNP 7 nsubj
            closed close VERB VBD 0 root
            its its PRON PRP$ 9 nmod:poss
            embassy embassy NOUN NN 7 obj
            today today NOUN NN 7 obl:tmod
            . . PUNCT . 7 punct
            """);
        Assert.Equal(5, p.Datelines[0]);
        Assert.DoesNotContain(p.Mentions.In(0), m => m.First < 5);
        Assert.Contains(p.Mentions.In(0), m => m.Code == "NOR" && m.Text == "Norway");
    }

    [Fact]
    public void A_name_before_a_dash_in_mid_sentence_is_no_dateline()
    {
        Passage p = Find("""
            Norway Norway PROPN NNP 8 nsubj
            - - PUNCT : 5 punct
            a a DET DT 5 det
            rich rich ADJ JJ 5 amod
            country country NOUN NN 1 appos
            - - PUNCT : 5 punct
            has have AUX VBZ 8 aux
            agreed agree VERB VBN 0 root
            . . PUNCT . 8 punct
            """);
        Assert.Empty(p.Datelines);
        Assert.Contains(p.Mentions.In(0), m => m.Code == "NOR");
    }

    [Fact]
    public void A_role_with_a_possessive_pronoun_has_the_state_of_the_pronoun()
    {
        Passage p = Find("""
            Norway Norway PROPN NNP 2 nsubj
            thanked thank VERB VBD 0 root
            Chile Chile PROPN NNP 2 obj
            . . PUNCT . 2 punct
            """, """
            Its its PRON PRP$ 2 nmod:poss
            spokesman spokesman NOUN NN 3 nsubj
            smiled smile VERB VBD 0 root
            . . PUNCT . 3 punct
            """);
        ActorMention spokesman = Assert.Single(p.Mentions.In(1), m => m.Kind == MentionKind.Role);
        Assert.Equal("NOR", spokesman.Code);
    }

    [Fact]
    public void Both_countries_are_the_two_that_stand_side_by_side_among_three()
    {
        Passage p = Find("""
            Peru Peru PROPN NNP 2 nsubj
            praised praise VERB VBD 0 root
            talks talk NOUN NNS 2 obj
            between between ADP IN 5 case
            Norway Norway PROPN NNP 3 nmod
            and and CCONJ CC 7 cc
            Chile Chile PROPN NNP 5 conj
            . . PUNCT . 2 punct
            """, """
            Both both DET DT 2 det
            countries country NOUN NNS 3 nsubj
            agreed agree VERB VBD 0 root
            . . PUNCT . 3 punct
            """);
        Assert.Equal(["CHL", "NOR"], Assert.Single(p.Mentions.In(1), m => m.Kind == MentionKind.ShortForm).Codes.Order());
    }

    [Fact]
    public void All_three_are_the_bloc_of_three_rather_than_any_three_states()
    {
        Passage p = Find("""
            The the DET DT 4 det
            Alliance Alliance PROPN NNP 8 nsubj
            of of ADP IN 5 case
            Sahel Sahel PROPN NNP 5 compound
            States state PROPN NNPS 2 nmod
            has have AUX VBZ 8 aux
            a a DET DT 8 det
            flag flag NOUN NN 0 root
            . . PUNCT . 8 punct
            """, """
            Norway Norway PROPN NNP 2 nsubj
            told tell VERB VBD 0 root
            Chile Chile PROPN NNP 2 obj
            about about ADP IN 5 case
            Peru Peru PROPN NNP 2 obl
            . . PUNCT . 2 punct
            """, """
            It it PRON PRP 2 nsubj
            met meet VERB VBD 0 root
            all all DET PDT 4 det
            three three NUM CD 2 obj
            . . PUNCT . 2 punct
            """);
        Assert.Equal(["AES"], Assert.Single(p.Mentions.In(2), m => m.Kind == MentionKind.ShortForm).Codes);
    }

    [Fact]
    public void The_community_is_the_organisation_whose_name_has_the_word()
    {
        Passage p = Find("""
            The the DET DT 3 det
            Caribbean Caribbean PROPN NNP 3 compound
            Community Community PROPN NNP 4 nsubj
            thanked thank VERB VBD 0 root
            NATO NATO PROPN NNP 4 obj
            . . PUNCT . 4 punct
            """, """
            NATO NATO PROPN NNP 2 nsubj
            waited wait VERB VBD 0 root
            . . PUNCT . 2 punct
            """, """
            The the DET DT 2 det
            Community Community PROPN NNP 3 nsubj
            left leave VERB VBD 0 root
            . . PUNCT . 3 punct
            """);
        Assert.Contains(p.Mentions.In(2), m => m.Code == "CARICOM");
    }

    [Fact]
    public void Police_without_a_word_on_whose_they_are_belong_to_the_state_of_the_dateline_not_of_a_place_that_somebody_left()
    {
        Passage p = Find("""
            OSLO Oslo PROPN NNP 6 nsubj
            ( ( PUNCT -LRB- 3 punct
            Depesche Depesche PROPN NNP 1 appos
            ) ) PUNCT -RRB- 3 punct
            - - PUNCT : 1 punct
            Envoys envoy NOUN NNS 7 nsubj
            arrived arrive VERB VBD 0 root
            from from ADP IN 9 case
            Lima Lima PROPN NNP 7 obl
            . . PUNCT . 7 punct
            """, """
            Police police NOUN NN 2 nsubj
            closed close VERB VBD 0 root
            roads road NOUN NNS 2 obj
            . . PUNCT . 2 punct
            """);
        Assert.Equal("NOR", Assert.Single(p.Mentions.In(1)).Code);
    }

    [Fact]
    public void West_African_leaders_are_not_the_West()
    {
        Passage p = Find("""
            West West PROPN NNP 2 compound
            African african ADJ JJ 3 amod
            leaders leader NOUN NNS 4 nsubj
            met meet VERB VBD 0 root
            . . PUNCT . 4 punct
            """);
        Assert.All(p.Mentions.In(0), m => Assert.Equal("WAFRICA", m.Code));
        Assert.NotEmpty(p.Mentions.In(0));
    }

    private static Passage Find(params string[] lines)
    {
        var sentences = new List<Sentence>();
        int start = 0;
        foreach (string l in lines)
        {
            sentences.Add(Trees.Conllu(l, sentences.Count, start));
            start = sentences[^1].Span.End + 1;
        }
        string text = string.Join(' ', sentences.Select(s => s.Text));
        return Finder.Find(new Report { Label = "t", Hash = Fingerprint.Of(text), Text = text }, TextPart.Text, text, sentences);
    }
}
