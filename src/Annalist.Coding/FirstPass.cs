using Annalist.Language;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Coding;

/// <summary>
/// The first of the two speeds (design section 6): tells from the cheap parser's words which sentences can hold a finding. Only those are parsed again
/// by the network; what is told of the others is read off the cheap trees. Thread-safe.
/// </summary>
internal sealed class FirstPass(World world, CueBook cues)
{
    /// <summary>Characters before a sentence in which a name still tells who "he" or "the two countries" are.</summary>
    private const int Reach = 1500;

    /// <summary>A test of a text's sentences: somebody speaks or is quoted, or somebody whom the packs know is named in it or shortly before.</summary>
    /// <param name="text">The text that the sentences' spans point into.</param>
    public Func<Sentence, bool> Of(string text)
    {
        int[] names = [.. world.Names.Find(text).Select(n => n.Span.Start)];
        return s => IsNear(names, s.Span) || s.Tokens.Any(Speaks);
    }

    private static bool IsNear(int[] names, TextSpan span)
    {
        int at = Array.BinarySearch(names, span.Start - Reach);
        if (at < 0) at = ~at;
        return at < names.Length && names[at] < span.End;
    }

    private bool Speaks(Token t) => t.Form is "\"" or "“" or "”" or "«" or "»" or "„" or "''" or "``"
        || (t.Upos == "VERB" && cues.Of("verb", t.Lemma).Any(g => g.Frames.Contains(CueFrame.Quote) || g.Frames.Contains(CueFrame.Insert)));
}
