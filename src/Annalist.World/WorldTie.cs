using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>What holds between two actors (<c>ties.tsv</c>).</summary>
/// <param name="Subject">Code of the subject.</param>
/// <param name="Relation">What holds.</param>
/// <param name="Object">Code of the object where one exists, else its name.</param>
/// <param name="Polarity">1, or −1 where it expressly does not hold.</param>
/// <param name="Phase">How far it has come.</param>
/// <param name="Period">When it holds.</param>
/// <param name="Place">Place, as of a base; null when none is told.</param>
/// <param name="Pack">Id of the pack that tells it.</param>
/// <param name="Source">Where the pack has it from.</param>
public sealed record WorldTie(string Subject, Relation Relation, string Object, int Polarity, Phase Phase, Period Period, string? Place, string Pack, string Source)
{
    /// <summary>Of a dependency: <c>trade energy transit security remittances finance</c>; null for other relations or when not said.</summary>
    public string? Channel { get; init; }

    /// <summary>What is supplied; null when not said.</summary>
    public string? Goods { get; init; }

    /// <summary>Through whom or what, codes or names; empty when not said.</summary>
    public IReadOnlyList<string> Via { get; init; } = [];

    /// <summary>Whether a supply is lawful; null when not said.</summary>
    public bool? Licit { get; init; }

    /// <summary>Rank among its like, 1 for the greatest; null when not said.</summary>
    public int? Rank { get; init; }

    /// <summary>Share in percent, 0 to 100; null when not said.</summary>
    public double? Share { get; init; }

    /// <summary>The office held; null for other relations.</summary>
    public string? Office { get; init; }

    /// <summary>
    /// True when it holds: polarity 1, in force or suspended (a suspended member is one), and the period may cover the day.
    /// A null day asks for what has no end.
    /// </summary>
    public bool Holds(DateOnly? at)
    {
        if (Polarity != 1 || Phase is not (Phase.InForce or Phase.Suspended)) return Polarity == 1 && Phase == Phase.Ended && at is { } past && Period.To is not null && Period.Covers(past);
        return at is { } day ? Period.Covers(day) : Period.To is null;
    }
}
