using System.Text;
using Annalist.Language;
using Annalist.Model;

namespace Annalist.Cli;

/// <summary>Sentences of a CoNLL-U file as one text, their spans moved to where they stand in it.</summary>
internal static class ConlluText
{
    /// <summary>Joins the sentences with a space.</summary>
    public static (string Text, IReadOnlyList<Sentence> Sentences) Join(IEnumerable<ConlluSentence> source)
    {
        var text = new StringBuilder();
        var sentences = new List<Sentence>();
        foreach (ConlluSentence one in source)
        {
            Sentence s = one.Sentence;
            if (text.Length > 0) text.Append(' ');
            int shift = text.Length - s.Span.Start;
            text.Append(s.Text);
            sentences.Add(new Sentence(sentences.Count, Move(s.Span, shift), s.Text, [.. s.Tokens.Select(t => t with { Span = Move(t.Span, shift) })]));
        }
        return (text.ToString(), sentences);
    }

    private static TextSpan Move(TextSpan span, int by) => new(span.Start + by, span.End + by);
}
