namespace Annalist.Worlds;

/// <summary>A topic that facts and findings belong to (<c>dossiers.tsv</c>).</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Codes">Codes whose facts belong to it; empty when its words alone decide.</param>
/// <param name="Words">Words of which one must be in the text, lower case; empty when the codes alone decide.</param>
public sealed record Dossier(string Id, string Title, IReadOnlyList<string> Codes, IReadOnlyList<string> Words)
{
    /// <summary>True when what involves these codes and says this belongs to the topic.</summary>
    public bool Takes(IEnumerable<string> codes, string text)
    {
        bool involved = Codes.Count == 0 || codes.Any(c => Codes.Contains(c));
        return involved && (Words.Count == 0 || Words.Any(w => Holds(text, w)));
    }

    /// <summary>True when the words stand in the text, and are not the inside of other words.</summary>
    private static bool Holds(string text, string words)
    {
        for (int at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            int end = at + words.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]))) return true;
        }
        return false;
    }
}
