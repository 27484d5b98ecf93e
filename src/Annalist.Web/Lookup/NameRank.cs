using Annalist.Worlds;

namespace Annalist.Web.Lookup;

/// <summary>How well a name answers to what somebody typed: whole words before beginnings of words, those before parts. Case and diacritics make no difference.</summary>
internal static class NameRank
{
    /// <summary>What answers only inside of a word.</summary>
    public const int Part = 5;

    /// <summary>What does not answer.</summary>
    public const int None = 6;

    /// <summary>The rank.</summary>
    /// <param name="name">The name, folded by <see cref="NameIndex.Fold"/>.</param>
    /// <param name="words">What was typed, folded.</param>
    /// <returns>0 for the whole name, 1 for whole words at its head, 2 for whole words in it, 3 where the name begins so, 4 where another of its words does, <see cref="Part"/> inside of a word, <see cref="None"/> for nothing.</returns>
    public static int Of(string name, string words)
    {
        if (words.Length == 0) return None;
        int best = None;
        for (int at = name.IndexOf(words, StringComparison.Ordinal); at >= 0 && best > 1; at = at + 1 < name.Length ? name.IndexOf(words, at + 1, StringComparison.Ordinal) : -1)
        {
            bool begins = at == 0 || !char.IsLetterOrDigit(name[at - 1]), ends = at + words.Length == name.Length || !char.IsLetterOrDigit(name[at + words.Length]);
            int rank = !begins ? Part : !ends ? (at > 0 ? 4 : 3) : at > 0 ? 2 : words.Length == name.Length ? 0 : 1;
            best = Math.Min(best, rank);
        }
        return best;
    }
}
