using Annalist.Coding;
using Annalist.Ingest;
using Annalist.Language;
using Annalist.Model;

namespace Annalist.Cli;

/// <summary>The program's own stages. Nothing is loaded before it is used.</summary>
internal sealed class ProgramEngine : Engine
{
    private static readonly Lazy<ArticleExtractor> Extractor = new(() => new ArticleExtractor());

    /// <inheritdoc/>
    public override string DataVersion => Coder.Default.DataVersion;

    /// <inheritdoc/>
    public override IEnumerable<ReadResult> Read(IReadOnlyList<string> inputs, Stream input) => DocumentReader.Read(inputs, input);

    /// <inheritdoc/>
    public override Report Extract(SourceDocument document) => Extractor.Value.Extract(document);

    /// <inheritdoc/>
    public override CodedReport Code(Report report) => Plain(Coder.Default.Code(report));

    /// <inheritdoc/>
    public override string Explain(Report report) => Reasons(Coder.Default.Code(report));

    /// <inheritdoc/>
    public override (CodedReport Coded, string? Reasons) CodeConllu(TextReader conllu, string report, DateOnly? published, bool explain)
    {
        (string text, IReadOnlyList<Sentence> sentences) = ConlluText.Join(ConlluReader.Read(conllu));
        Coding.Coding coding = Coder.Default.Code(PassageReport.Of(text, report, published), sentences);
        return (Plain(coding), explain ? Reasons(coding) : null);
    }

    /// <inheritdoc/>
    public override void Parse(string text, TextWriter output, string prefix) => ConlluAnalysis.WriteText(Analyzer.Default, text, output, prefix);

    /// <inheritdoc/>
    public override void ParseWords(TextReader conllu, TextWriter output) => ConlluAnalysis.WriteWords(Analyzer.Default, conllu, output);

    private static CodedReport Plain(Coding.Coding coding) => new(coding.Report, coding.Findings);

    private static string Reasons(Coding.Coding coding) => coding.Explain();
}
