using Annalist.Model;

namespace Annalist.Coding;

/// <summary>Ids of findings: a letter for the kind and the hash of what it says where. Same text, same finding, same id; one that another finding has already gets a suffix.</summary>
internal static class FindingIds
{
    public static string Of(char kind, Report report, TextPart part, TextSpan cue, params ReadOnlySpan<string?> parts) =>
        kind + Fingerprint.Short([report.Hash, part.ToString(), cue.ToString(), .. parts]);

    /// <summary>Gives doubled ids a suffix, in order.</summary>
    public static IReadOnlyList<T> Distinct<T>(IReadOnlyList<T> findings) where T : Finding
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var result = new List<T>(findings.Count);
        foreach (T f in findings)
        {
            int n = seen[f.Id] = seen.GetValueOrDefault(f.Id) + 1;
            result.Add(n == 1 ? f : (T)(f with { Id = $"{f.Id}-{n}" }));
        }
        return result;
    }
}
