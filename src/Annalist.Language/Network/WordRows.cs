namespace Annalist.Language;

/// <summary>First rows of words met lately: they follow from the form alone, and of ten words of a text seven have been met. One per thread; what is in it changes no result.</summary>
internal sealed unsafe class WordRows
{
    private const int Size = 1 << 13;
    private readonly FloatBuffer rows = new();
    private string?[] forms = [];
    private ParserNetwork? of;

    /// <summary>An empty store.</summary>
    /// <param name="width">Numbers of a row, a multiple of 8.</param>
    public WordRows(int width) => Width = width;

    /// <summary>Numbers of a row.</summary>
    public int Width { get; }

    /// <summary>Copies the row of a form.</summary>
    /// <returns>False when it is not there.</returns>
    public bool TryCopy(ParserNetwork network, string form, float* target)
    {
        if (of != network)
        {
            (of, forms) = (network, new string?[Size]);
            rows.Ensure(Size * Width);
        }
        int place = Place(form);
        if (forms[place] != form) return false;
        new ReadOnlySpan<float>(rows.P + ((nint)place * Width), Width).CopyTo(new Span<float>(target, Width));
        return true;
    }

    /// <summary>Keeps the row of a form in the place of another.</summary>
    public void Keep(string form, float* row)
    {
        int place = Place(form);
        forms[place] = form;
        new ReadOnlySpan<float>(row, Width).CopyTo(new Span<float>(rows.P + ((nint)place * Width), Width));
    }

    private static int Place(string form) => (int)((uint)string.GetHashCode(form, StringComparison.Ordinal) % Size);
}
