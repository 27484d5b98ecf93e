using Annalist.Model;

namespace Annalist.Web.Text;

/// <summary>A piece of a page as it came: a paragraph of the article, or lines that were left out.</summary>
/// <param name="Paragraph">Where the paragraph stands in the article; null for lines that were left out.</param>
/// <param name="Noise">The lines that were left out; empty for a paragraph.</param>
internal sealed record PagePiece(TextSpan? Paragraph, IReadOnlyList<string> Noise)
{
    /// <summary>Lays an article's paragraphs over the page that it was found in. White space does not count: the article's lines are joined and trimmed.</summary>
    /// <param name="article">The article.</param>
    /// <param name="page">The page; null when only the article is known.</param>
    /// <param name="title">The title, which is shown elsewhere; null when there is none.</param>
    public static IReadOnlyList<PagePiece> Lay(string article, string? page, string? title)
    {
        IReadOnlyList<TextSpan> paragraphs = Segment.Paragraphs(article);
        if (page is null) return [.. paragraphs.Select(p => new PagePiece(p, []))];
        (string dense, int[] at) = Dense(page);
        var pieces = new List<PagePiece>();
        int done = 0, from = 0;
        foreach (TextSpan paragraph in paragraphs)
        {
            string words = Dense(paragraph.Cut(article)).Text;
            int found = words.Length == 0 ? -1 : dense.IndexOf(words, from, StringComparison.Ordinal);
            if (found >= 0)
            {
                Leave(at[found]);
                from = found + words.Length;
                done = at[from - 1] + 1;
            }
            pieces.Add(new PagePiece(paragraph, []));
        }
        Leave(page.Length);
        return pieces;

        void Leave(int end)
        {
            string[] lines = [.. page[done..Math.Max(done, end)].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(l => l != title)];
            if (lines.Length > 0) pieces.Add(new PagePiece(null, lines));
        }
    }

    private static (string Text, int[] At) Dense(string text)
    {
        var letters = new System.Text.StringBuilder(text.Length);
        var at = new List<int>(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i])) continue;
            letters.Append(text[i]);
            at.Add(i);
        }
        return (letters.ToString(), [.. at]);
    }
}
