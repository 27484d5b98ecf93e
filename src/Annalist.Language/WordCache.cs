namespace Annalist.Language;

/// <summary>Lemma and features of words met lately, by form and tag: of ten words of a text eight have been met. One per thread; what is in it changes no result.</summary>
internal sealed class WordCache
{
    private const int Size = 1 << 13;
    private readonly Entry[] entries = new Entry[Size];

    /// <summary>The place of a word; it holds the word or one that the word shall take the place of.</summary>
    /// <param name="form">The word as it stands.</param>
    /// <param name="first">True for the first word of a sentence.</param>
    public ref Entry Place(string form, bool first) => ref entries[((uint)string.GetHashCode(form, StringComparison.Ordinal) + (first ? 1u : 0)) % Size];

    /// <summary>What is known of a word.</summary>
    internal struct Entry
    {
        /// <summary>The word as it stands; null in an empty place.</summary>
        public string? Form;

        /// <summary>Its tag, universal and Penn.</summary>
        public string Tag;

        /// <summary>True for the first word of a sentence.</summary>
        public bool First;

        /// <summary>Its dictionary form.</summary>
        public string Lemma;

        /// <summary>Its features.</summary>
        public string Feats;

        /// <summary>True when the place holds this word.</summary>
        public readonly bool Holds(string form, string tag, bool first) => Form == form && Tag == tag && First == first;
    }
}
