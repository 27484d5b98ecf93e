using System.Globalization;

namespace Annalist.Language;

/// <summary>Writes CoNLL-U (Universal Dependencies 2), lines ending in a line feed.</summary>
public static class ConlluWriter
{
    private static readonly System.Buffers.SearchValues<char> Breaking = System.Buffers.SearchValues.Create("\t\r\n\v\f\u0085\u2028\u2029");

    /// <summary>Writes a sentence with the comments <c># sent_id</c> and <c># text</c> and the blank line after it.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="sentence">The sentence; an empty one writes nothing.</param>
    /// <param name="sentenceId">Value of <c># sent_id</c>; null leaves the comment out.</param>
    public static void Write(TextWriter target, Sentence sentence, string? sentenceId)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var comments = new List<string>(2);
        if (sentenceId is not null) comments.Add("# sent_id = " + sentenceId);
        comments.Add("# text = " + Flat(Surface(sentence)));
        Write(target, new ConlluSentence(comments, sentence));
    }

    /// <summary>Writes a sentence with its own comments and the blank line after it.</summary>
    public static void Write(TextWriter target, ConlluSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(sentence);
        var tokens = sentence.Sentence.Tokens;
        if (tokens.Count == 0) return;
        foreach (string comment in sentence.Comments) Line(target, comment);
        for (int i = 0; i < tokens.Count; i++)
        {
            var t = tokens[i];
            if (t.Multiword > 1)
            {
                int last = Math.Min(i + t.Multiword, tokens.Count) - 1;
                string surface = SurfaceOf(sentence.Sentence, i, last);
                Line(target, string.Create(CultureInfo.InvariantCulture, $"{i + 1}-{last + 1}\t{Flat(surface)}\t_\t_\t_\t_\t_\t_\t_\t{(tokens[last].SpaceAfter ? "_" : "SpaceAfter=No")}"));
            }
            bool inside = t.Multiword != 1;
            string misc = t.SpaceAfter || inside ? "_" : "SpaceAfter=No";
            Line(target, string.Create(CultureInfo.InvariantCulture, $"{i + 1}\t{Flat(t.Form)}\t{Flat(t.Lemma)}\t{t.Upos}\t{t.Xpos}\t{t.Feats}\t{t.Head + 1}\t{t.Deprel}\t_\t{misc}"));
        }
        Line(target, "");
    }

    /// <summary>The text that the forms spell: what stands in <c># text</c>.</summary>
    private static string Surface(Sentence sentence)
    {
        var text = new System.Text.StringBuilder();
        var tokens = sentence.Tokens;
        for (int i = 0; i < tokens.Count;)
        {
            int last = i + Math.Max(1, Math.Min(tokens[i].Multiword, tokens.Count - i)) - 1;
            text.Append(last > i ? SurfaceOf(sentence, i, last) : tokens[i].Form);
            if (tokens[last].SpaceAfter && last + 1 < tokens.Count) text.Append(' ');
            i = last + 1;
        }
        return text.ToString();
    }

    private static string SurfaceOf(Sentence sentence, int first, int last)
    {
        var tokens = sentence.Tokens;
        var span = tokens[first].Span.Union(tokens[last].Span);
        int start = span.Start - sentence.Span.Start, length = span.Length;
        if (start >= 0 && start + length <= sentence.Text.Length) return sentence.Text.Substring(start, length);
        return string.Concat(tokens.Skip(first).Take(last - first + 1).Select(t => t.Form));
    }

    /// <summary>Tabulators and line breaks would break the format; they stand as blanks.</summary>
    private static string Flat(string text)
    {
        if (!text.AsSpan().ContainsAny(Breaking)) return text.Length == 0 ? "_" : text;
        return string.Create(text.Length, text, static (span, s) =>
        {
            for (int i = 0; i < s.Length; i++) span[i] = s[i] is '\t' || Chars.IsBreak(s[i]) ? ' ' : s[i];
        });
    }

    private static void Line(TextWriter target, string line)
    {
        target.Write(line);
        target.Write('\n');
    }
}
