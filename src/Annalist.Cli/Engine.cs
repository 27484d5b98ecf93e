using Annalist.Ingest;
using Annalist.Model;

namespace Annalist.Cli;

/// <summary>The stages as the commands use them. One implementation runs the program's own; tests have theirs.</summary>
internal abstract class Engine
{
    /// <summary>Version of the data that codes.</summary>
    public abstract string DataVersion { get; }

    /// <summary>Reads inputs lazily; <c>-</c> is standard input.</summary>
    public abstract IEnumerable<ReadResult> Read(IReadOnlyList<string> inputs, Stream input);

    /// <summary>Finds the article in a document.</summary>
    public abstract Report Extract(SourceDocument document);

    /// <summary>Codes a report.</summary>
    public abstract CodedReport Code(Report report);

    /// <summary>Codes a report and says of each finding why it was made.</summary>
    public abstract string Explain(Report report);

    /// <summary>Codes text that another parser has analysed.</summary>
    /// <param name="conllu">CoNLL-U.</param>
    /// <param name="report">Label of the report that the sentences become.</param>
    /// <param name="published">Day from which relative dates are reckoned; null when unknown.</param>
    /// <param name="explain">True for the reasons in place of the findings.</param>
    /// <exception cref="FormatException">It breaks the format.</exception>
    public abstract (CodedReport Coded, string? Reasons) CodeConllu(TextReader conllu, string report, DateOnly? published, bool explain);

    /// <summary>Writes the analysis of a text as CoNLL-U.</summary>
    public abstract void Parse(string text, TextWriter output, string prefix);

    /// <summary>Writes the analysis of the words of a CoNLL-U file.</summary>
    /// <exception cref="FormatException">It breaks the format.</exception>
    public abstract void ParseWords(TextReader conllu, TextWriter output);
}
