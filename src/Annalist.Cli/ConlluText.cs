using System.Text;
using Annalist.Language;
using Annalist.Model;

namespace Annalist.Cli;

/// <summary>Sentences of a CoNLL-U file as one text, their spans moved to where they stand in it.</summary>
internal static class ConlluText
{
    /// <summary>What to do about a broken file.</summary>
    public const string Remedy = "mend the line: ten columns with tabulators between them, ids counted from 1, one root and heads inside the sentence, as Universal Dependencies describes it";

    /// <summary>Joins the sentences with a space, paragraphs (<c># newpar</c>, <c># newdoc</c>) with a blank line.</summary>
    public static (string Text, IReadOnlyList<Sentence> Sentences) Join(IEnumerable<ConlluSentence> source)
    {
        var text = new StringBuilder();
        var sentences = new List<Sentence>();
        foreach (ConlluSentence one in source)
        {
            Sentence s = one.Sentence;
            if (text.Length > 0) text.Append(one.Comments.Any(c => c.TrimStart('#', ' ') is string k && (k.StartsWith("newpar", StringComparison.Ordinal) || k.StartsWith("newdoc", StringComparison.Ordinal))) ? "\n\n" : " ");
            int shift = text.Length - s.Span.Start;
            text.Append(s.Text);
            sentences.Add(new Sentence(sentences.Count, Move(s.Span, shift), s.Text, [.. s.Tokens.Select(t => t with { Span = Move(t.Span, shift) })]));
        }
        return (text.ToString(), sentences);
    }

    private static TextSpan Move(TextSpan span, int by) => new(span.Start + by, span.End + by);
}
