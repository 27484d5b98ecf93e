using Annalist.Language;

namespace Annalist.Tests.Language;

/// <summary>Tags of the Penn Treebank for parses that have none.</summary>
public sealed class PennTagTests
{
    [Theory]
    [InlineData("meets", "VERB", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "VBZ")]
    [InlineData("meet", "VERB", "Mood=Ind|Tense=Pres|VerbForm=Fin", "VBP")]
    [InlineData("met", "VERB", "Mood=Ind|Tense=Past|VerbForm=Fin", "VBD")]
    [InlineData("met", "VERB", "Tense=Past|VerbForm=Part|Voice=Pass", "VBN")]
    [InlineData("meeting", "VERB", "Tense=Pres|VerbForm=Part", "VBG")]
    [InlineData("meeting", "VERB", "VerbForm=Ger", "VBG")]
    [InlineData("meet", "VERB", "VerbForm=Inf", "VB")]
    [InlineData("Meet", "VERB", "Mood=Imp|VerbForm=Fin", "VB")]
    [InlineData("could", "AUX", "VerbForm=Fin", "MD")]
    [InlineData("was", "AUX", "_", "VBD")]
    [InlineData("states", "NOUN", "Number=Plur", "NNS")]
    [InlineData("talks", "NOUN", "Number=Ptan", "NNS")]
    [InlineData("state", "NOUN", "Number=Sing", "NN")]
    [InlineData("Nations", "PROPN", "Number=Plur", "NNPS")]
    [InlineData("largest", "ADJ", "Degree=Sup", "JJS")]
    [InlineData("more", "ADV", "Degree=Cmp", "RBR")]
    [InlineData("to", "PART", "_", "TO")]
    [InlineData("'s", "PART", "_", "POS")]
    [InlineData("not", "PART", "Polarity=Neg", "RB")]
    [InlineData("its", "PRON", "Gender=Neut|Number=Sing|Person=3|Poss=Yes|PronType=Prs", "PRP$")]
    [InlineData("who", "PRON", "PronType=Rel", "WP")]
    [InlineData("that", "PRON", "PronType=Rel", "WDT")]
    [InlineData("forty", "NUM", "NumForm=Word|NumType=Card", "CD")]
    public void A_tag_is_read_from_the_features(string form, string upos, string feats, string tag) =>
        Assert.Equal(tag, Complete($"1\t{form}\t{form.ToLowerInvariant()}\t{upos}\t_\t{feats}\t0\troot\t_\t_\n")[0].Xpos);

    [Theory]
    [InlineData("accused", "accuse", null, "VBD")]
    [InlineData("accuses", "accuse", null, "VBZ")]
    [InlineData("met", "meet", "has", "VBN")]
    [InlineData("meet", "meet", "will", "VB")]
    [InlineData("meet", "meet", "did", "VB")]
    [InlineData("meeting", "meet", "is", "VBG")]
    [InlineData("cut", "cut", null, "VBD")]
    public void Without_features_form_and_auxiliary_tell_the_tag(string form, string lemma, string? auxiliary, string tag)
    {
        string middle = auxiliary is null ? "" : $"2\t{auxiliary}\t_\tAUX\t_\t_\t3\taux\t_\t_\n";
        int verb = auxiliary is null ? 2 : 3;
        Assert.Equal(tag, Complete($"1\tIceland\tIceland\tPROPN\t_\t_\t{verb}\tnsubj\t_\t_\n{middle}{verb}\t{form}\t{lemma}\tVERB\t_\t_\t0\troot\t_\t_\n")[verb - 1].Xpos);
    }

    [Fact]
    public void Tags_of_another_set_give_way_and_Penn_tags_stay()
    {
        IReadOnlyList<Token> tokens = Complete("1\tIceland\tIceland\tPROPN\tSP\t_\t2\tnsubj\t_\t_\n2\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\t_\n3\tenvoys\tenvoy\tNOUN\tS\tNumber=Plur\t2\tobj\t_\t_\n");
        Assert.Equal(["NNP", "VBD", "NNS"], tokens.Select(t => t.Xpos));
    }

    [Fact]
    public void Lemmas_that_are_missing_are_found()
    {
        IReadOnlyList<Token> tokens = Complete("1\tIceland\t_\tPROPN\tNNP\t_\t2\tnsubj\t_\t_\n2\tmet\t_\tVERB\tVBD\t_\t0\troot\t_\t_\n3\tenvoys\t_\tNOUN\tNNS\t_\t2\tobj\t_\t_\n");
        Assert.Equal(["Iceland", "meet", "envoy"], tokens.Select(t => t.Lemma));
    }

    [Fact]
    public void Words_without_tags_or_tree_are_parsed()
    {
        IReadOnlyList<Token> tokens = Complete("1\tThe\t_\t_\t_\t_\t_\t_\t_\t_\n2\tministers\t_\t_\t_\t_\t_\t_\t_\t_\n3\tmet\t_\t_\t_\t_\t_\t_\t_\t_\n");
        Assert.Equal(["DET", "NOUN", "VERB"], tokens.Select(t => t.Upos));
        Assert.Equal([1, 2, -1], tokens.Select(t => t.Head));
    }

    [Fact]
    public void A_parse_that_lacks_nothing_is_left_as_it_is()
    {
        Sentence whole = Analyzer.Default.Analyze("The ministers met in Oslo.")[0];
        Assert.Same(whole, Analyzer.Default.Complete(whole));
    }

    private static IReadOnlyList<Token> Complete(string conllu) => Analyzer.Default.Complete(Assert.Single(ConlluReader.Read(new StringReader(conllu))).Sentence).Tokens;
}
