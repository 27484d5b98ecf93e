namespace Annalist.Cli.Output;

/// <summary>A named value of a row: text, a whole number, a number, or null.</summary>
internal readonly record struct RowCell(string Name, object? Value);
