using System.Globalization;
using CsvHelper;

namespace Annalist.Cli.Output;

/// <summary>CSV that spreadsheets, pandas and R open: UTF-8, commas, line feeds. A cell of text that a spreadsheet would take for a formula gets an apostrophe in front; numbers stay numbers.</summary>
internal sealed class CsvOutput : IDisposable
{
    private readonly CsvWriter csv;

    /// <summary>Writes to standard output, which stays open.</summary>
    public CsvOutput(Host host)
    {
        host.Text.Flush();
        csv = CsvWriter.Create(host.Output, new CsvWriterOptions { NewLine = "\n", Injection = CsvInjection.None }, leaveOpen: true);
    }

    /// <summary>Writes the head.</summary>
    public void Head(IEnumerable<string> names) => csv.WriteHeader(names.ToArray());

    /// <summary>Writes a line.</summary>
    public void Row(IEnumerable<(string? Value, bool IsNumber)> cells)
    {
        foreach ((string? value, bool isNumber) in cells) csv.WriteField(isNumber ? value : Guard(value));
        csv.EndRecord();
    }

    /// <summary>Takes the harm out of a cell of text.</summary>
    public static string Guard(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        // Spreadsheets look past blanks and marks of direction before they decide.
        int first = 0;
        while (first < text.Length && (char.IsWhiteSpace(text[first]) || char.GetUnicodeCategory(text[first]) == UnicodeCategory.Format)) first++;
        bool formula = text[0] is '\t' or '\r' or '\n' || (first < text.Length && text[first] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠');
        return formula ? "'" + text : text;
    }

    /// <inheritdoc/>
    public void Dispose() => csv.Dispose();
}
