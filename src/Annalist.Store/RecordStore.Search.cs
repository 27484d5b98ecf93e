using Annalist.Model;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Annalist.Store;

public sealed partial class RecordStore
{
    /// <summary>
    /// Reports in whose title and text all the words stand, the best fit first; after each report its findings (corrected view) in whose sentence all of them stand, in the order of the text. Case and accents do not matter;
    /// the last word may be the beginning of one. Nothing in the words has a meaning of its own: quotation marks, AND, stars are passed over.
    /// </summary>
    /// <param name="words">What is looked for; nothing is found when there is no letter or digit in it. Words after the 32nd are passed over.</param>
    /// <param name="limit">At most so many hits, 0 or more.</param>
    /// <param name="offset">So many are passed over first, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">Limit or offset is below 0.</exception>
    /// <exception cref="RecordException">The file cannot be read.</exception>
    public IReadOnlyList<SearchHit> Search(string words, int limit, int offset = 0)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        if (SearchWords.Of(words) is not { } wanted || limit == 0) return [];
        return Reading(c => Hits(c, wanted).Skip(offset).Take(limit).ToList());
    }

    private static IEnumerable<SearchHit> Hits(SqliteConnection c, SearchWords wanted)
    {
        foreach (WordHit hit in c.Query<WordHit>(Sql.WordHits, new { words = wanted.Query }, buffered: false))
        {
            HitReport report = c.QueryFirst<HitReport>(Sql.ReportOfHit, new { key = hit.Key });
            List<(TextSpan Span, int Words)> inText = wanted.Find(report.Text);
            List<(TextSpan Span, int Words)> inTitle = report.Title is null ? [] : wanted.Find(report.Title);
            (string snippet, IReadOnlyList<TextSpan> marks) = inText.Count == 0 && report.Title is not null ? SearchWords.Whole(report.Title, inTitle) : SearchWords.Snippet(report.Text, inText);
            yield return Hit("report", null, snippet, marks);
            if (!wanted.All(inText) && !wanted.All(inTitle)) continue;
            foreach (StoredFinding stored in c.Query<StoredFinding>(Sql.FindingsOfHit, new { key = hit.Key }).AsList())
            {
                Finding finding = stored.Read();
                List<(TextSpan Span, int Words)> inSentence = wanted.Find(finding.Sentence);
                if (!wanted.All(inSentence)) continue;
                (snippet, marks) = SearchWords.Whole(finding.Sentence, inSentence);
                yield return Hit(HandMade.Kind(finding), finding.Id, snippet, marks);
            }

            SearchHit Hit(string kind, string? id, string text, IReadOnlyList<TextSpan> at) => new(report.Label, report.Hash, report.Title, report.Outlet, report.Told, kind, id, text, at, hit.Rank);
        }
    }

    private sealed class WordHit
    {
        public required long Key { get; init; }

        public required double Rank { get; init; }
    }

    private sealed class HitReport
    {
        public required string Hash { get; init; }

        public required string Label { get; init; }

        public string? Title { get; init; }

        public string? Outlet { get; init; }

        public string? Told { get; init; }

        public required string Text { get; init; }
    }
}
