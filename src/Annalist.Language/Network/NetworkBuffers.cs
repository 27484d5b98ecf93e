namespace Annalist.Language;

/// <summary>Numbers of one layer between its steps.</summary>
internal sealed class LayerBuffers
{
    public FloatBuffer Normal { get; } = new();

    public FloatBuffer Inverse { get; } = new();

    public FloatBuffer Scaled { get; } = new();

    public FloatBuffer Columns { get; } = new();

    public FloatBuffer Gates { get; } = new();

    public FloatBuffer State { get; } = new();

    public FloatBuffer Result { get; } = new();

    /// <summary>Factors of the result in training: 0 where it is dropped.</summary>
    public FloatBuffer Mask { get; } = new();
}

/// <summary>Room for one run of the network over some sentences. One per thread; grows to the longest run.</summary>
internal sealed unsafe class NetworkBuffers
{
    /// <summary>Room for a network. Training keeps every layer's numbers; else all layers share one room.</summary>
    public NetworkBuffers(NetworkShape shape, bool training)
    {
        Training = training;
        var shared = new LayerBuffers();
        Layers = [.. shape.Layers.Select(_ => training ? new LayerBuffers() : shared)];
        Tag = training ? new LayerBuffers() : shared;
        Last = training ? new LayerBuffers() : shared;
        Words = new WordRows(shape.Hidden);
    }

    public bool Training { get; }

    /// <summary>Words of the run.</summary>
    public int Rows { get; set; }

    /// <summary>First word of each sentence, and the end.</summary>
    public List<int> Starts { get; } = [];

    /// <summary>Rows of the tables for each word.</summary>
    public int[] Slots { get; set; } = [];

    /// <summary>Chosen tags, heads (in the sentence; −1 the root) and labels.</summary>
    public int[] Tags { get; set; } = [];

    public int[] Heads { get; set; } = [];

    public int[] Labels { get; set; } = [];

    public FloatBuffer Input { get; } = new();

    public FloatBuffer InputMask { get; } = new();

    public FloatBuffer X { get; } = new();

    public LayerBuffers[] Layers { get; }

    public LayerBuffers Tag { get; }

    public LayerBuffers Last { get; }

    public FloatBuffer TagShares { get; } = new();

    public FloatBuffer Arc { get; } = new();

    public FloatBuffer ArcMask { get; } = new();

    public FloatBuffer Label { get; } = new();

    public FloatBuffer LabelMask { get; } = new();

    /// <summary>The words' side of the arc score.</summary>
    public FloatBuffer Pair { get; } = new();

    public FloatBuffer Distance { get; } = new();

    /// <summary>Heads of a sentence, the root first.</summary>
    public FloatBuffer HeadSide { get; } = new();

    public FloatBuffer HeadPacked { get; } = new();

    public FloatBuffer Scores { get; } = new();

    public FloatBuffer LabelInput { get; } = new();

    public FloatBuffer LabelScores { get; } = new();

    /// <summary>A product's left factor in whole steps, and the sizes of its rows' steps.</summary>
    public FloatBuffer Steps { get; } = new();

    public FloatBuffer StepSizes { get; } = new();

    /// <summary>Words of the run whose rows are not known, by place; their slots stand at the front of <see cref="Slots"/>. Unused in training.</summary>
    public List<int> Fresh { get; } = [];

    /// <summary>Forms of <see cref="Fresh"/>.</summary>
    public List<string> FreshForms { get; } = [];

    /// <summary>The fresh words' rows.</summary>
    public FloatBuffer FreshRows { get; } = new();

    /// <summary>Rows of words met in earlier runs.</summary>
    public WordRows Words { get; }

    public TreeDecoder Decoder { get; } = new();

    /// <summary>Empties the run and makes room for words.</summary>
    public void Begin(int rows)
    {
        Rows = 0;
        Starts.Clear();
        Starts.Add(0);
        Fresh.Clear();
        FreshForms.Clear();
        if (Tags.Length >= rows) return;
        Slots = new int[rows * WordSlots.Count];
        Tags = new int[rows];
        Heads = new int[rows];
        Labels = new int[rows];
        X.Ensure(rows * Words.Width);
    }
}
