using Annalist.Language;
using Annalist.Model;

namespace Annalist.Tests.Language;

/// <summary>A finite verb that was read as a participle becomes the root again; noun phrases stay noun phrases.</summary>
public sealed class ClauseMenderTests
{
    [Fact]
    public void A_verb_before_its_object_takes_subject_and_object()
    {
        Token[] mended = ClauseMender.Mend(Tokens("China PROPN NNP 2 compound", "used VERB VBN 2 amod", "force NOUN NN -1 root", "in ADP IN 4 case", "1979 NUM CD 2 nmod", ". PUNCT . 2 punct"));

        Assert.Equal("1:nsubj -1:root 1:obj 4:case 1:obl 1:punct", Arcs(mended));
        Assert.Equal("VBD", mended[1].Xpos);
        Assert.Equal("nsubj", mended[0].Relation);
    }

    [Fact]
    public void A_participle_that_ends_its_sentence_becomes_the_verb()
    {
        Token[] mended = ClauseMender.Mend(Tokens("The DET DT 1 det", "rebels NOUN NNS -1 root", "disarmed VERB VBN 1 acl", "in ADP IN 4 case", "2007 NUM CD 2 obl", ". PUNCT . 1 punct"));

        Assert.Equal("1:det 2:nsubj -1:root 4:case 2:obl 2:punct", Arcs(mended));
    }

    [Fact]
    public void A_participle_with_an_agent_stays_one()
    {
        Token[] tokens = Tokens("A DET DT 1 det", "decree NOUN NN -1 root", "signed VERB VBN 1 acl", "by ADP IN 5 case", "the DET DT 5 det", "king NOUN NN 2 obl", ". PUNCT . 1 punct");

        Assert.Same(tokens, ClauseMender.Mend(tokens));
    }

    [Fact]
    public void A_sentence_with_a_copula_or_a_subject_is_left_alone()
    {
        Token[] tokens = Tokens("It PRON PRP 4 nsubj", "is AUX VBZ 4 cop", "a DET DT 4 det", "disputed VERB VBN 4 amod", "island NOUN NN -1 root", ". PUNCT . 4 punct");

        Assert.Same(tokens, ClauseMender.Mend(tokens));
    }

    [Fact]
    public void A_subject_fits_the_voice_of_its_verb()
    {
        Token[] mended = ClauseMender.Mend(Tokens("Drones NOUN NNS 1 nsubj:pass", "intruded VERB VBN -1 root", "and CCONJ CC 4 cc", "were AUX VBD 4 aux:pass", "downed VERB VBN 1 conj", ". PUNCT . 1 punct"));

        Assert.Equal("1:nsubj -1:root 4:cc 4:aux:pass 1:conj 1:punct", Arcs(mended));
        Assert.Equal("VBD", mended[1].Xpos);
    }

    [Fact]
    public void A_heading_without_a_full_stop_keeps_its_participle()
    {
        Token[] tokens = Tokens("Troops NOUN NNS -1 root", "sent VERB VBN 0 acl", "to ADP IN 3 case", "Mali PROPN NNP 1 obl");

        Assert.Same(tokens, ClauseMender.Mend(tokens));
    }

    private static Token[] Tokens(params string[] words) => [.. words.Select((w, i) =>
    {
        string[] p = w.Split(' ');
        return new Token(i, new TextSpan(i * 10, (i * 10) + p[0].Length), p[0], p[0].ToLowerInvariant(), p[1], p[2], "_", int.Parse(p[3], System.Globalization.CultureInfo.InvariantCulture), p[4]);
    })];

    private static string Arcs(Token[] tokens) => string.Join(' ', tokens.Select(t => $"{t.Head}:{t.Deprel}"));
}
