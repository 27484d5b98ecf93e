namespace Annalist.Cli.Output;

/// <summary>How results are written.</summary>
internal enum OutputFormat
{
    /// <summary>For people.</summary>
    Table,

    /// <summary>The contract: one record a line.</summary>
    Jsonl,

    /// <summary>For spreadsheets.</summary>
    Csv,

    /// <summary>Events as PLOVER's lines of JSON.</summary>
    Plover,
}
