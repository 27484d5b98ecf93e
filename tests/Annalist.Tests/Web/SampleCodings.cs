using Annalist.Coding;
using Annalist.Ingest;
using Annalist.Model;
using Annalist.Tests.House;
using Annalist.Web.Reviewing;
using Annalist.Worlds;

namespace Annalist.Tests.Web;

/// <summary>Every finding of the shipped samples, coded once for all tests.</summary>
public sealed class SampleCodings
{
    public SampleCodings()
    {
        var extractor = new ArticleExtractor();
        foreach (SourceDocument document in DocumentReader.Read([Path.Combine(Repo.Root, "data", "samples")]).OfType<SourceDocument>())
        {
            global::Annalist.Coding.Coding coding = Coder.Default.Code(extractor.Extract(document));
            foreach (Finding f in coding.Findings) Found.Add((f, f.In == TextPart.Title ? coding.Report.Title! : coding.Report.Text));
        }
    }

    /// <summary>Findings with the text that they stand in.</summary>
    internal List<(Finding Finding, string Text)> Found { get; } = [];

    internal static FieldReader Fields { get; } = new(World.Default, Coder.Default.Codebook);
}
