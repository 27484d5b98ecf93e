using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>An answer with its reason and receipts.</summary>
public sealed record Answer
{
    /// <summary>What was looked for.</summary>
    public required string Find { get; init; }

    /// <summary>Which part was asked for; null for whether there is any.</summary>
    public string? Ask { get; init; }

    /// <summary>The day or days asked for; empty when none was.</summary>
    public IReadOnlyList<DateOnly> At { get; init; } = [];

    /// <summary>A <see cref="bool"/>, a <see cref="string"/>, a <see cref="double"/> or a list of texts; null when it is unknown.</summary>
    public object? Value { get; init; }

    /// <summary>What contradicted tellings say instead, of the same kind; null when there are none.</summary>
    public object? Told { get; init; }

    /// <summary>How what was asked about stands; null when nothing is known of it.</summary>
    public Standing? Standing { get; init; }

    /// <summary>The codes in <see cref="Value"/> with groups opened into their members; null when the value has no group.</summary>
    public IReadOnlyList<string>? Members { get; init; }

    /// <summary>The ruling behind a question whether somebody may; null for others.</summary>
    public Ruling? Ruling { get; init; }

    /// <summary>Why, in words.</summary>
    public required string Reason { get; init; }

    /// <summary>The facts behind it and beside it.</summary>
    public IReadOnlyList<AnswerLine> Lines { get; init; } = [];

    /// <summary>A ruling as an answer.</summary>
    /// <param name="ruling">The ruling.</param>
    /// <param name="at">The day that was asked for; null when none was.</param>
    public static Answer Of(Ruling ruling, DateOnly? at)
    {
        ArgumentNullException.ThrowIfNull(ruling);
        return RuleAsker.Of(ruling, at is { } day ? [day] : []);
    }
}
