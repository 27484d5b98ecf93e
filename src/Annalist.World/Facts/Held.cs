using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>A fact with who says so and how far it is established (codebook 7b: told is not so).</summary>
/// <typeparam name="T">The fact.</typeparam>
/// <param name="Fact">The fact.</param>
/// <param name="Receipt">Where it is from.</param>
/// <param name="Standing">How far it is established. What a pack says is <see cref="Standing.Corroborated"/>: the pack vouches for it.</param>
public sealed record Held<T>(T Fact, Receipt Receipt, Standing Standing)
{
    /// <summary>Who else says so, or says otherwise when it is contradicted.</summary>
    public IReadOnlyList<Receipt> Others { get; init; } = [];

    /// <summary>Why it is contradicted or rejected, or from when on a person has accepted that it is over, in words; null when nothing is against it.</summary>
    public string? Against { get; init; }

    /// <summary>True when answers may rest on it: neither contradicted nor rejected.</summary>
    public bool Stands => Standing is not (Standing.Contradicted or Standing.Rejected);
}
