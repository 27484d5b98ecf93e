using System.Text.RegularExpressions;

namespace Annalist.Ingest;

/// <summary>Finds the language that a page says its report was translated from.</summary>
internal sealed class TranslationFinder(IngestData data)
{
    private static readonly Regex Cue = new(@"\b(?:translated|translation)(?: [\p{L}.]+){0,4}? from (?:the )?(?:original )?(\p{L}+)|\boriginal (?:text )?in (\p{L}+)|\b(\p{L}+) (?:original|version) (?:translated|of this (?:article|text))",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>ISO 639-1 code; null when no line says so.</summary>
    public string? Find(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            foreach (Match match in Cue.Matches(line))
            {
                for (int i = 1; i <= 3; i++)
                {
                    if (match.Groups[i].Success && data.LanguageNames.TryGetValue(match.Groups[i].Value.ToLowerInvariant(), out string? code)) return code;
                }
            }
        }
        return null;
    }
}
