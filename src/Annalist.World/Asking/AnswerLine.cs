using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>One fact that an answer rests on, or that it shows beside.</summary>
/// <param name="Role">Its part: <c>basis rule not_applied membership precedent objects consents told clash</c> and the like.</param>
/// <param name="Fact">The fact: <see cref="WorldTie"/>, <see cref="WorldRule"/>, <see cref="WorldCommitment"/>, <see cref="WorldExpectation"/>, <see cref="WorldAim"/>, <see cref="WorldFigure"/>, <see cref="Position"/>, <see cref="Meeting"/>, <see cref="Event"/> or <see cref="Statement"/>.</param>
/// <param name="Receipt">Where it is from.</param>
/// <param name="Standing">How far it is established.</param>
public sealed record AnswerLine(string Role, object Fact, Receipt Receipt, Standing Standing)
{
    /// <summary>Who else says so, or who says otherwise.</summary>
    public IReadOnlyList<Receipt> Others { get; init; } = [];

    /// <summary>Why it counts, does not count or is contradicted; null when that is plain.</summary>
    public string? Why { get; init; }

    /// <summary>A held fact as a line.</summary>
    /// <param name="role">Its part.</param>
    /// <param name="held">The fact.</param>
    /// <param name="why">Why it counts or does not; null for why it is contradicted, if it is.</param>
    public static AnswerLine Of<T>(string role, Held<T> held, string? why = null) where T : notnull =>
        new(role, held.Fact, held.Receipt, held.Standing) { Others = held.Others, Why = why ?? held.Against };
}
