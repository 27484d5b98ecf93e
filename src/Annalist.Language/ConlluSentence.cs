namespace Annalist.Language;

/// <summary>One sentence of a CoNLL-U file: its comments as they stand, and the words with their tree.</summary>
/// <param name="Comments">Comment lines without the line break, with the leading <c>#</c>, in order.</param>
/// <param name="Sentence">Words and tree. Spans point into <see cref="Sentence.Text"/>.</param>
public sealed record ConlluSentence(IReadOnlyList<string> Comments, Sentence Sentence)
{
    /// <summary>Value of the comment <c># sent_id = …</c>; null when there is none.</summary>
    public string? SentenceId => Value("sent_id");

    /// <summary>Value of a comment <c># key = …</c>; null when there is none.</summary>
    public string? Value(string key)
    {
        foreach (string comment in Comments)
        {
            string body = comment.TrimStart('#').TrimStart();
            if (!body.StartsWith(key, StringComparison.Ordinal)) continue;
            string rest = body[key.Length..].TrimStart();
            if (rest.StartsWith('=')) return rest[1..].Trim();
        }
        return null;
    }
}
