namespace Annalist.Language;

/// <summary>Measures of the network. Every width is a multiple of 16 once rounded up.</summary>
internal sealed record NetworkShape
{
    /// <summary>Widths of the vectors of lower-case word, word, affixes and character runs.</summary>
    public required int[] Parts { get; init; }

    /// <summary>Rows of the tables of the four.</summary>
    public required int[] Rows { get; init; }

    /// <summary>Width of the fixed vectors of words; 0 for none.</summary>
    public int Vectors { get; init; }

    /// <summary>Width of a word's vector inside the encoder; a multiple of 32.</summary>
    public required int Hidden { get; init; }

    /// <summary>Layers in order: a positive number is a gated convolution over three words at that distance, 0 a gated recurrence both ways.</summary>
    public required int[] Layers { get; init; }

    /// <summary>Number of layers below the tagger; the layers above see its tags.</summary>
    public required int TagAfter { get; init; }

    /// <summary>Width of the vectors that arcs are scored from.</summary>
    public required int Arc { get; init; }

    /// <summary>Width of the vectors that labels are scored from.</summary>
    public required int Label { get; init; }

    /// <summary>Names of the tags, universal and Penn joined by a bar.</summary>
    public required string[] Tags { get; init; }

    /// <summary>Names of the labels.</summary>
    public required string[] Labels { get; init; }

    /// <summary>Classes of the distance between word and head, padded.</summary>
    public const int Distances = 32;

    /// <summary>Class of an arc from the root.</summary>
    public const int RootDistance = 20;

    /// <summary>Width of all parts together.</summary>
    public int Input => Parts.Sum() + Vectors;

    /// <summary>Number of tags, padded.</summary>
    public int TagWidth => MatrixProduct.RoundUp(Tags.Length);

    /// <summary>Number of labels, padded.</summary>
    public int LabelWidth => MatrixProduct.RoundUp(Labels.Length);

    /// <summary>Columns of a layer's product.</summary>
    public int Width(int layer) => Layers[layer] > 0 ? 2 * Hidden : 3 * Hidden;

    /// <summary>Depth of a layer's product.</summary>
    public int Depth(int layer) => Layers[layer] > 0 ? 3 * Hidden : Hidden;

    /// <summary>Class of the distance from a word to its head.</summary>
    public static int Distance(int word, int head)
    {
        int d = Math.Abs(head - word);
        int c = d <= 4 ? d - 1 : d <= 6 ? 4 : d <= 8 ? 5 : d <= 12 ? 6 : d <= 18 ? 7 : d <= 28 ? 8 : 9;
        return head < word ? c : c + 10;
    }

    /// <summary>All matrices with their place in one block of numbers.</summary>
    public NetworkLayout Layout() => new(this);
}
