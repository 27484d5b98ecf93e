using Annalist.Coding;
using Annalist.Language;
using Annalist.Model;
using Annalist.Web.Text;
using Annalist.Worlds;

namespace Annalist.Web.Reviewing;

/// <summary>A sentence of a report as the review shows it.</summary>
/// <param name="Number">Its number, from 1: the title's sentences first.</param>
/// <param name="In">In the text or the title.</param>
/// <param name="Span">Where.</param>
/// <param name="Parties">Who is meant in it, each code and name once, in the order of the text: what a quick line calls 1, 2, 3.</param>
public sealed record ReviewSentence(int Number, TextPart In, TextSpan Span, IReadOnlyList<Party> Parties)
{
    /// <summary>All sentences of a coded report, in order.</summary>
    public static IReadOnlyList<ReviewSentence> Of(Coding.Coding coding)
    {
        ArgumentNullException.ThrowIfNull(coding);
        var all = new List<ReviewSentence>();
        foreach (Passage passage in new[] { coding.Title, coding.Body }.OfType<Passage>())
        {
            foreach (Sentence s in passage.Sentences)
            {
                Party[] parties =
                [
                    .. passage.Mentions.In(s.Index).SelectMany(m => m.Codes.Select(c => new Party(c, m.Sector, m.IsPerson ? m.Name : null, m.Text, m.Span))).DistinctBy(p => (p.Code, p.Name)),
                ];
                all.Add(new ReviewSentence(all.Count + 1, passage.Part, s.Span, parties));
            }
        }
        return all;
    }

    /// <summary>The sentence that a finding stands in; null when the present analysis has none there.</summary>
    public static ReviewSentence? Of(IReadOnlyList<ReviewSentence> sentences, Finding finding) => sentences.FirstOrDefault(s => s.In == finding.In && s.Span.Overlaps(finding.Span));

    /// <summary>The text of the report that the sentence stands in.</summary>
    public string TextOf(Report report) => In == TextPart.Title ? report.Title ?? "" : report.Text;

    /// <summary>The sentence's words.</summary>
    public string Cut(Report report) => Span.Cut(TextOf(report));

    /// <summary>A party as a quick line's help shows it: its code, as the line may say it, and its name.</summary>
    public static string Shown(Party p, World world)
    {
        ArgumentNullException.ThrowIfNull(p);
        string name = p.Name ?? (p.Code == "UNK" ? p.Mention ?? "unknown" : FindingText.Name(p.Code, world));
        return name == p.Code ? name : $"{p.Code} {FindingText.Short(name, 40)}";
    }
}
