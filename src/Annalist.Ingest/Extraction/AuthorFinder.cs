namespace Annalist.Ingest;

/// <summary>Finds who wrote the report: a byline near the headline, a signature or a bracket below the body. A generic byline is nobody.</summary>
internal sealed class AuthorFinder(MediaNames media)
{
    private static readonly string[] Labels =
    [
        "from our own correspondents", "from our own correspondent", "from our special correspondent", "from our correspondents", "from our correspondent", "by our correspondent",
        "additional reporting by", "reporting by", "interview by", "interviewed by", "compiled by", "written by", "prepared by", "posted by", "story by", "text by", "words by",
        "authors:", "author:", "reporter:", "text:", "автор:", "by", "von", "par", "por", "autor:", "yazan:",
    ];

    /// <summary>The authors, separated by commas; null when none is named.</summary>
    public string? Find(ArticlePage page, string? outlet)
    {
        int from = page.TitleAt >= 0 ? Math.Max(0, page.TitleAt - 3) : 0;
        for (int i = from; i < Math.Min(page.First + 4, page.Lines.Count); i++)
        {
            if (i == page.TitleAt || page.Body.Contains(i)) continue;
            var line = page.Lines[i];
            if (line.Kind == LineKind.Byline || line.Noise == "stamp")
            {
                if (Labelled(line.Text, outlet) is { } named) return named;
            }
            bool below = page.TitleAt >= 0 && i > page.TitleAt && i <= page.Last;
            if (below && line.Kind is LineKind.Plain or LineKind.Stamp && Alone(line.Text.Split(['|', '·', '•', ','], 2)[0], outlet) is { } alone) return alone;
        }
        for (int i = page.Last + 1; i >= 1 && i < Math.Min(page.Last + 6, page.Lines.Count); i++)
        {
            var line = page.Lines[i];
            if (line.Kind == LineKind.Byline && Labelled(line.Text.Trim('(', ')', '[', ']', ' '), outlet) is { } named) return named;
            if (line.Text.StartsWith('(') && line.Text.EndsWith(')') && Bracket(line.Text[1..^1], outlet) is { } bracket) return bracket;
            if (i == page.Last + 1 && line.Kind == LineKind.Plain && !IsHeading(page, i) && Alone(line.Text, outlet) is { } signed) return signed;
        }
        return null;
    }

    /// <summary>Whether a line behind the body is a person's name and nothing else.</summary>
    private string? Alone(string text, string? outlet)
    {
        string name = text.Trim(' ', '.', '—', '–', '-', '*');
        return IsPerson(name, outlet) ? name : null;
    }

    /// <summary>Whether a line in capitals stands over other lines of words: a signature ends its article, a heading opens a list.</summary>
    private static bool IsHeading(ArticlePage page, int at) =>
        PageLine.InCapitals(page.Lines[at].Text) && at + 1 < page.Lines.Count && page.Lines[at + 1] is { Kind: LineKind.Plain or LineKind.Prose, Words: >= 4 };

    private string? Labelled(string text, string? outlet)
    {
        string lower = text.ToLowerInvariant();
        foreach (string label in Labels)
        {
            int at = lower.IndexOf(label, StringComparison.Ordinal);
            if (at < 0 || (at > 0 && (char.IsLetter(lower[at - 1]) || label.Length <= 3)) || (at + label.Length < lower.Length && char.IsLetter(lower[at + label.Length]))) continue;
            return Names(text[(at + label.Length)..], outlet);
        }
        return null;
    }

    /// <summary>"A. Name, B. Name; places" in brackets.</summary>
    private string? Bracket(string text, string? outlet)
    {
        string names = text.Split(';')[0];
        string[] parts = names.Split([",", " and ", " & "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 0 && parts.All(p => IsPerson(p, outlet)) ? string.Join(", ", parts) : null;
    }

    private string? Names(string text, string? outlet)
    {
        var found = new List<string>();
        int at = 0;
        while (at < text.Length && found.Count < 6)
        {
            while (at < text.Length && !char.IsLetter(text[at])) at++;
            if (ProperName.At(text, at) is not { } name) break;
            string[] pair = name.Text.Split(" and ", StringSplitOptions.TrimEntries);
            if (!pair.All(p => IsPerson(p, outlet))) break;
            found.AddRange(pair);
            at = name.End;
            // "(Vienna)" or "in Vienna" or a role stands behind the name.
            while (at < text.Length && text[at] == ' ') at++;
            if (at < text.Length && text[at] == '(') at = text.IndexOf(')', at) is var close and >= 0 ? close + 1 : text.Length;
            string rest = text[at..].TrimStart();
            if (rest.StartsWith("in ", StringComparison.Ordinal) && ProperName.At(rest, 3) is { } place) rest = rest[place.End..].TrimStart();
            string next = rest.StartsWith("and ", StringComparison.Ordinal) ? rest[4..] : rest.StartsWith(", ", StringComparison.Ordinal) ? rest[2..] : rest.StartsWith("& ", StringComparison.Ordinal) ? rest[2..] : "";
            if (next.Length == 0) break;
            at = text.Length - next.Length;
        }
        return found.Count == 0 ? null : string.Join(", ", found);
    }

    private bool IsPerson(string name, string? outlet)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > 5 || name.Length > 60) return false;
        if (media.Generic.Contains(name.ToLowerInvariant()) || media.LooksLikeMedia(name) || media.IsOther(name) || media.Announces(name)) return false;
        if (outlet is not null && (MediaNames.Key(outlet) == MediaNames.Key(name) || outlet.Contains(name, StringComparison.OrdinalIgnoreCase))) return false;
        int capitals = 0;
        foreach (string word in words)
        {
            if (!word.All(c => char.IsLetter(c) || c is '.' or '-' or '\'' or '’')) return false;
            if (char.IsUpper(word[0])) capitals++;
            else if (word is not ("de" or "del" or "van" or "von" or "der" or "den" or "bin" or "ibn" or "al" or "el" or "da" or "di" or "la" or "le" or "ben" or "dos")) return false;
        }
        return capitals >= 2 && char.IsLetter(words[^1][0]) && words[^1].Length > 1;
    }
}
