namespace Annalist.Language;

/// <summary>The rows of the tables that a word's vector is summed from. Part of the format of the weights: a change asks for new training.</summary>
internal static class WordSlots
{
    /// <summary>Places of a word: lower-case word, word, eight affixes, the number of character runs, the runs, the fixed vector.</summary>
    public const int Count = 12 + MaxRuns;

    /// <summary>Place of the row of the word's fixed vector.</summary>
    public const int Vector = 11 + MaxRuns;

    /// <summary>Place of the number of runs; the runs follow.</summary>
    public const int Runs = 10;

    /// <summary>Runs of characters that are looked at.</summary>
    public const int MaxRuns = 26;

    /// <summary>Affixes.</summary>
    public const int Affixes = 8;

    private const int MaxLength = 32;

    /// <summary>Fills the places of a word. The first two and the last are hashes, to be looked up in the vocabularies.</summary>
    public static void Fill(ReadOnlySpan<char> form, int affixRows, int runRows, Span<int> slots)
    {
        var w = WordInfo.Of(form);
        slots[0] = (int)w.Lower;
        slots[1] = (int)w.Form;
        slots[Vector] = (int)w.Lower;
        ReadOnlySpan<uint> affixes = [w.Shape, w.Prefix1, w.Prefix2, w.Prefix3, w.Suffix1, w.Suffix2, w.Suffix3, w.Suffix4];
        for (int i = 0; i < Affixes; i++) slots[2 + i] = (int)(FeatureHash.Of((uint)i + 1, affixes[i]) % (uint)affixRows);
        if (form.Length > MaxLength) form = form[..MaxLength];
        Span<char> text = stackalloc char[form.Length + 2];
        text[0] = '\u0002';
        text[^1] = '\u0003';
        for (int i = 0; i < form.Length; i++)
        {
            char c = WordInfo.Straighten(form[i]);
            text[i + 1] = char.IsDigit(c) ? '0' : char.ToLowerInvariant(c);
        }
        int n = 0;
        for (int length = 3; length <= 5; length++)
        {
            for (int i = 0; i + length <= text.Length && n < MaxRuns; i++)
            {
                uint hash = (uint)length;
                for (int k = 0; k < length; k++) hash = FeatureHash.Mix(hash, text[i + k]);
                slots[Runs + 1 + n++] = (int)(hash % (uint)runRows);
            }
        }
        slots[Runs] = n;
    }
}
