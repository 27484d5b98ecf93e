using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Annalist.Cli.Output;

/// <summary>Rows of named values as lines of JSON or as CSV; all rows have the same names.</summary>
internal static class RowOutput
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes them; nothing when there are none.</summary>
    public static void Write(Host host, IEnumerable<RowCell[]> rows, OutputFormat format)
    {
        if (format == OutputFormat.Csv)
        {
            using var csv = new CsvOutput(host);
            bool first = true;
            foreach (RowCell[] row in rows)
            {
                if (first) csv.Head(row.Select(c => c.Name));
                first = false;
                csv.Row(row.Select(c => (Text(c.Value), c.Value is not string)));
            }
        }
        else
        {
            foreach (RowCell[] row in rows) host.Text.Write(Line(row) + "\n");
        }
        host.Text.Flush();
    }

    // Six places: more than any of these figures can bear.
    private static string? Text(object? value) => value switch
    {
        null => null,
        double d => Math.Round(d, 6).ToString("0.######", CultureInfo.InvariantCulture),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => (string)value,
    };

    // A null stands for what the row does not have: it is left out of a line of JSON, where no column has to be kept.
    private static string Line(RowCell[] row)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            foreach (RowCell cell in row)
            {
                if (cell.Value is string text) json.WriteString(cell.Name, text);
                else if (cell.Value is not null) json.WritePropertyName(cell.Name);
                if (cell.Value is not null and not string) json.WriteRawValue(Text(cell.Value)!);
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
