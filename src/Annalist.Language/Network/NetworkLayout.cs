namespace Annalist.Language;

/// <summary>One matrix or row of the network.</summary>
/// <param name="Index">Its place among all.</param>
/// <param name="Name">What it is.</param>
/// <param name="Start">Its place in the block of all.</param>
/// <param name="Rows">Rows, one for a bias.</param>
/// <param name="Columns">Columns.</param>
internal readonly record struct Part(int Index, string Name, int Start, int Rows, int Columns)
{
    /// <summary>Numbers in it.</summary>
    public int Length => Rows * Columns;
}

/// <summary>Where the network's matrices stand in the block of all its numbers.</summary>
internal sealed class NetworkLayout
{
    private readonly List<Part> parts = [];

    /// <summary>Lays out a shape.</summary>
    public NetworkLayout(NetworkShape s)
    {
        int h = s.Hidden, a = s.Arc, l = s.Label;
        (Input, InputBias) = (Add("input", s.Input, h), Add("input bias", 1, h));
        int n = s.Layers.Length;
        (Gain, Shift, Weight, Bias) = (new Part[n], new Part[n], new Part[n], new Part[n]);
        for (int i = 0; i < n; i++)
        {
            Gain[i] = Add($"layer {i} gain", 1, h);
            Shift[i] = Add($"layer {i} shift", 1, h);
            Weight[i] = Add($"layer {i} weight", s.Depth(i), s.Width(i));
            Bias[i] = Add($"layer {i} bias", 1, s.Width(i));
        }
        (TagGain, TagShift) = (Add("tag gain", 1, h), Add("tag shift", 1, h));
        (Tag, TagBias, TagBack) = (Add("tag weight", h, s.TagWidth), Add("tag bias", 1, s.TagWidth), Add("tag back weight", s.TagWidth, h));
        (LastGain, LastShift) = (Add("last gain", 1, h), Add("last shift", 1, h));
        (Arc, ArcBias) = (Add("arc weight", h, 2 * a), Add("arc bias", 1, 2 * a));
        (Label, LabelBias) = (Add("label weight", h, 2 * l), Add("label bias", 1, 2 * l));
        (Pair, PairBias, ArcRoot) = (Add("pair weight", a, a), Add("pair bias", 1, a), Add("arc root", 1, a));
        (Distance, DistanceBias) = (Add("distance weight", a, NetworkShape.Distances), Add("distance bias", 1, NetworkShape.Distances));
        (Name, NameBias) = (Add("name weight", 3 * l, s.LabelWidth), Add("name bias", 1, s.LabelWidth));
    }

    public Part Input { get; }

    public Part InputBias { get; }

    public Part[] Gain { get; }

    public Part[] Shift { get; }

    public Part[] Weight { get; }

    public Part[] Bias { get; }

    public Part TagGain { get; }

    public Part TagShift { get; }

    public Part Tag { get; }

    public Part TagBias { get; }

    /// <summary>From the shares of the tags back into the encoder.</summary>
    public Part TagBack { get; }

    public Part LastGain { get; }

    public Part LastShift { get; }

    public Part Arc { get; }

    public Part ArcBias { get; }

    public Part Label { get; }

    public Part LabelBias { get; }

    public Part Pair { get; }

    public Part PairBias { get; }

    public Part ArcRoot { get; }

    public Part Distance { get; }

    public Part DistanceBias { get; }

    public Part Name { get; }

    public Part NameBias { get; }

    /// <summary>All, in order.</summary>
    public IReadOnlyList<Part> Parts => parts;

    /// <summary>Numbers in the block.</summary>
    public int Length { get; private set; }

    private Part Add(string name, int rows, int columns)
    {
        var part = new Part(parts.Count, name, Length, rows, columns);
        Length += (part.Length + 15) & -16;
        parts.Add(part);
        return part;
    }
}
