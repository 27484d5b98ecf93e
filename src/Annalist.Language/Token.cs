using Annalist.Model;

namespace Annalist.Language;

/// <summary>One syntactic word with its analysis: the columns of CoNLL-U, as Universal Dependencies 2 defines them.</summary>
/// <param name="Index">Place in the sentence, from 0.</param>
/// <param name="Span">UTF-16 span into the text that was analysed. Words of a contraction ("do", "n't") have spans of their own.</param>
/// <param name="Form">The word as it stands.</param>
/// <param name="Lemma">Dictionary form, lower case but for names.</param>
/// <param name="Upos">Universal part of speech.</param>
/// <param name="Xpos">Penn Treebank tag.</param>
/// <param name="Feats">Morphological features, <c>_</c> when there are none.</param>
/// <param name="Head">Index of the head; −1 for the root.</param>
/// <param name="Deprel">Universal relation to the head, with subtype (<c>nsubj:pass</c>).</param>
public sealed record Token(int Index, TextSpan Span, string Form, string Lemma, string Upos, string Xpos, string Feats, int Head, string Deprel)
{
    /// <summary>True when a space (or the sentence's end) follows the word in the text.</summary>
    public bool SpaceAfter { get; init; } = true;

    /// <summary>Number of words, this one first, that the text writes as one ("don't": 2); 1 for an ordinary word; 0 for the later words of such a group.</summary>
    public int Multiword { get; init; } = 1;

    /// <summary>The relation without its subtype: <c>nsubj</c> of <c>nsubj:pass</c>.</summary>
    public string Relation { get; } = Deprel.IndexOf(':', StringComparison.Ordinal) is int i and >= 0 ? Deprel[..i] : Deprel;

    /// <summary>The same word under a head.</summary>
    internal Token Under(int head, string deprel) => new(Index, Span, Form, Lemma, Upos, Xpos, Feats, head, deprel) { SpaceAfter = SpaceAfter, Multiword = Multiword };
}
