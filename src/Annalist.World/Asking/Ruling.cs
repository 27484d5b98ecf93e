using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>The answer to a <see cref="MayQuestion"/> with everything that it rests on.</summary>
public sealed record Ruling
{
    /// <summary>The answer.</summary>
    public required Permission Answer { get; init; }

    /// <summary>Code of whose consent it needs; null when nobody's.</summary>
    public string? ConsentOf { get; init; }

    /// <summary>What would lift the prohibition, in the rule's words; null when nothing is named.</summary>
    public string? Unless { get; init; }

    /// <summary>What must be met besides, in the rules' words.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>Why, in one or two sentences.</summary>
    public required string Reason { get; init; }

    /// <summary>The rules of this act that concern the bearer: those that bite first, then those that do not, each with the reason.</summary>
    public IReadOnlyList<AppliedRule> Rules { get; init; } = [];

    /// <summary>Who has consented or objected to such acts by then.</summary>
    public IReadOnlyList<Held<Position>> Positions { get; init; } = [];

    /// <summary>The same done before or already: ties of the bearer of this relation.</summary>
    public IReadOnlyList<Held<WorldTie>> Precedents { get; init; } = [];

    /// <summary>The same act read in reports, the newest first.</summary>
    public IReadOnlyList<Held<Event>> Acts { get; init; } = [];

    /// <summary>An expectation that joining would bring what is asked for; null when there is none, or when rules decide.</summary>
    public Prospect? Prospect { get; init; }

    /// <summary>Rules and ties that do not go together, in words.</summary>
    public IReadOnlyList<string> Clashes { get; init; } = [];
}
