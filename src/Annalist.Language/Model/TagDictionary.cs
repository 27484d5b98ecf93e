namespace Annalist.Language;

/// <summary>What the treebanks say of a word's tags: the one tag of a frequent unambiguous form, and a class for words with the same set of tags. Immutable.</summary>
internal sealed class TagDictionary
{
    private readonly Dictionary<uint, int> sure;
    private readonly Dictionary<uint, uint> ambiguity;

    /// <summary>A dictionary over hashes of forms.</summary>
    /// <param name="sure">Hash of the form with case → tag.</param>
    /// <param name="ambiguity">Hash of the form in lower case → class, above 0.</param>
    public TagDictionary(Dictionary<uint, int> sure, Dictionary<uint, uint> ambiguity)
    {
        this.sure = sure;
        this.ambiguity = ambiguity;
    }

    /// <summary>The tag of a form that has only one; −1 when it has several or is unknown.</summary>
    public int Sure(uint form) => sure.TryGetValue(form, out int tag) ? tag : -1;

    /// <summary>The class of a word; 0 when it is unknown.</summary>
    public uint Ambiguity(uint lower) => ambiguity.TryGetValue(lower, out uint c) ? c : 0u;
}
