using System.Globalization;

namespace Annalist.Language;

/// <summary>The analysis as CoNLL-U, from text or over the words of another CoNLL-U file.</summary>
public static class ConlluAnalysis
{
    /// <summary>Analyses a text and writes its sentences; <c># sent_id</c> counts from 1, after <paramref name="prefix"/>.</summary>
    /// <param name="analyzer">The analyzer.</param>
    /// <param name="text">Any text.</param>
    /// <param name="target">Where to.</param>
    /// <param name="prefix">Put before each sentence's number, for instance <c>report-7-</c>; may be empty.</param>
    public static void WriteText(Analyzer analyzer, string text, TextWriter target, string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        foreach (var sentence in analyzer.Analyze(text))
        {
            ConlluWriter.Write(target, sentence, prefix + (sentence.Index + 1).ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Takes words, contractions, sentence bounds and comments from CoNLL-U and predicts all else.</summary>
    /// <param name="analyzer">The analyzer.</param>
    /// <param name="source">CoNLL-U; heads, tags and lemmas in it are passed over.</param>
    /// <param name="target">Where to.</param>
    /// <exception cref="FormatException">The source breaks the format; the message begins with the line's number.</exception>
    public static void WriteWords(Analyzer analyzer, TextReader source, TextWriter target)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        foreach (var sentence in ConlluReader.Read(source))
        {
            ConlluWriter.Write(target, sentence with { Sentence = analyzer.AnalyzeWords(sentence.Sentence) });
        }
    }
}
