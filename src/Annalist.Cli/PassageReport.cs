using Annalist.Model;

namespace Annalist.Cli;

/// <summary>A passage given on the command line, as a report.</summary>
internal static class PassageReport
{
    /// <summary>The text is taken character for character.</summary>
    /// <param name="text">The passage.</param>
    /// <param name="label">Its label.</param>
    /// <param name="published">Its day; null when unknown.</param>
    public static Report Of(string text, string label, DateOnly? published) => new()
    {
        Label = label,
        Hash = Fingerprint.Of(text),
        Text = text,
        Language = "en",
        Published = published,
        PublishedBasis = published is null ? null : PublishedBasis.Metadata,
        ReferenceDate = published,
        ReferenceBasis = published is null ? ReferenceBasis.None : ReferenceBasis.Published,
    };
}
