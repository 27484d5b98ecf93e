namespace Annalist.Language;

/// <summary>The joint tags, with their parts. Immutable.</summary>
internal sealed class TagSet
{
    /// <summary>Splits names like <c>NOUN|NN</c>.</summary>
    public TagSet(IReadOnlyList<string> names)
    {
        Names = [.. names];
        Upos = [.. names.Select(t => t[..t.IndexOf('|', StringComparison.Ordinal)])];
        Xpos = [.. names.Select(t => t[(t.IndexOf('|', StringComparison.Ordinal) + 1)..])];
        string[] order = [.. Upos.Distinct().Order(StringComparer.Ordinal)];
        UposIndex = [.. Upos.Select(u => Array.IndexOf(order, u))];
        Kinds = [.. names.Select(t => t == "PUNCT|," ? TagKind.Comma : t.StartsWith("VERB|", StringComparison.Ordinal) || t.StartsWith("AUX|", StringComparison.Ordinal) ? TagKind.Verb : TagKind.Other)];
    }

    public string[] Names { get; }

    public string[] Upos { get; }

    public string[] Xpos { get; }

    public int[] UposIndex { get; }

    public TagKind[] Kinds { get; }
}
