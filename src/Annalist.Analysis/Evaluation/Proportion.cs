namespace Annalist.Analysis.Evaluation;

/// <summary>So many of so many, with how far such a count can be trusted.</summary>
/// <param name="Hits">How many had it, 0 or more.</param>
/// <param name="Of">Out of how many, at least as many.</param>
public readonly record struct Proportion(int Hits, int Of)
{
    /// <summary>With fewer than these, no share is stated.</summary>
    public const int Least = 10;

    // The point of the normal distribution beyond which one half of 5 % lies.
    private const double Z = 1.959963984540054;

    /// <summary>True when there are enough to state a share.</summary>
    public bool IsEnough => Of >= Least;

    /// <summary>The share, 0 to 1; 0 when there is nothing to count.</summary>
    public double Share => Of == 0 ? 0 : (double)Hits / Of;

    /// <summary>Lower end of Wilson's 95 % interval, 0 to 1; 0 when there is nothing to count.</summary>
    public double Low => Of == 0 ? 0 : Math.Max(0, Middle - Half);

    /// <summary>Upper end of Wilson's 95 % interval, 0 to 1; 1 when there is nothing to count.</summary>
    public double High => Of == 0 ? 1 : Math.Min(1, Middle + Half);

    private double Middle => (Share + (Z * Z / (2 * Of))) / (1 + (Z * Z / Of));

    private double Half => Z / (1 + (Z * Z / Of)) * Math.Sqrt((Share * (1 - Share) / Of) + (Z * Z / (4.0 * Of * Of)));
}
