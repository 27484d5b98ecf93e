using Annalist.Language;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Coding;

/// <summary>
/// The first of the two speeds (design section 6): tells from the cheap parser's words which sentences can hold a finding. Only those are parsed again
/// by the network; what is told of the others is read off the cheap trees. Thread-safe.
/// </summary>
internal sealed class FirstPass(World world, Codebook codebook, CueBook cues, Func<Token, bool> ties)
{
    /// <summary>Characters before a sentence in which a name tells who "he" or "the two countries" are that act in it.</summary>
    private const int Near = 400;

    /// <summary>The same for who speaks: a speaker stays for longer.</summary>
    private const int Far = 1500;

    /// <summary>
    /// A test of a text's sentences: words are quoted; or a word of the lexicon or of a tie stands in it and somebody whom the packs know is named in it or shortly before;
    /// or somebody speaks, and the packs know somebody nearby.
    /// </summary>
    /// <param name="text">The text that the sentences' spans point into.</param>
    public Func<Sentence, bool> Of(string text)
    {
        int[] names = [.. world.Names.Find(text).Select(n => n.Span.Start)];
        return s => s.Tokens.Any(IsQuote) || (IsNamed(names, s.Span, Near) && s.Tokens.Any(t => Acts(t) || ties(t))) || (IsNamed(names, s.Span, Far) && s.Tokens.Any(Speaks));
    }

    private static bool IsNamed(int[] names, TextSpan span, int reach)
    {
        int at = Array.BinarySearch(names, span.Start - reach);
        if (at < 0) at = ~at;
        return at < names.Length && names[at] < span.End;
    }

    private bool Acts(Token t) => t.Upos switch
    {
        "VERB" => codebook.SensesOf(t.Lemma.ToLowerInvariant(), "verb").Count > 0,
        "NOUN" or "PROPN" => codebook.SensesOf(t.Lemma.ToLowerInvariant(), "noun").Count > 0,
        "ADJ" => codebook.SensesOf(t.Lemma.ToLowerInvariant(), "adj").Count > 0,
        _ => false,
    };

    private static bool IsQuote(Token t) => t.Form is "\"" or "“" or "”" or "«" or "»" or "„" or "''" or "``";

    private bool Speaks(Token t) => t.Upos == "VERB" && cues.Of("verb", t.Lemma).Any(g => g.Frames.Contains(CueFrame.Quote) || g.Frames.Contains(CueFrame.Insert));
}
