namespace Annalist.Worlds;

/// <summary>A column of a pack's table.</summary>
/// <param name="Name">Its head.</param>
/// <param name="Kind">What its cells hold.</param>
/// <param name="Description">What it says, for those who edit packs.</param>
internal sealed record PackField(string Name, PackFieldKind Kind, string Description)
{
    /// <summary>True when an empty cell is a fault.</summary>
    public bool Required { get; init; }

    /// <summary>True when a cell may hold several values, separated by <c>|</c>.</summary>
    public bool Several { get; init; }

    /// <summary>The words that it can hold; empty when they are not counted.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}

/// <summary>What the cells of a column hold.</summary>
internal enum PackFieldKind
{
    /// <summary>Words of the pack's own.</summary>
    Text,

    /// <summary>One of the column's words.</summary>
    Word,

    /// <summary>A day, month or year.</summary>
    Day,

    /// <summary>A plain number.</summary>
    Number,
}

/// <summary>A table of a pack.</summary>
/// <param name="Name">Its name without <c>.tsv</c>.</param>
/// <param name="Description">What its lines are.</param>
/// <param name="Fields">Its columns in their usual order.</param>
internal sealed record PackTableFormat(string Name, string Description, IReadOnlyList<PackField> Fields)
{
    /// <summary>Heads of the columns.</summary>
    public IReadOnlyList<string> Columns { get; } = [.. Fields.Select(f => f.Name)];

    /// <summary>Name of the file.</summary>
    public string File => Name + ".tsv";
}
