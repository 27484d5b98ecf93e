using Annalist.Model;
using Annalist.Store;

namespace Annalist.Cli.Output;

/// <summary>Findings of a record in the format asked for.</summary>
internal static class FindingOutput
{
    /// <summary>Writes the findings; lines of JSON and CSV leave as they are read.</summary>
    /// <param name="host">Where to.</param>
    /// <param name="kind">Kind of all of them.</param>
    /// <param name="findings">What was found.</param>
    /// <param name="format">How.</param>
    /// <returns>How many there were.</returns>
    public static long Write(Host host, string kind, IEnumerable<StoredFinding> findings, OutputFormat format)
    {
        long count = 0;
        switch (format)
        {
            case OutputFormat.Jsonl:
                foreach (StoredFinding f in Counted())
                {
                    host.Text.Write(Line(f));
                    host.Text.Write('\n');
                }
                break;
            case OutputFormat.Csv:
                IReadOnlyList<Column> full = Columns.Full(kind);
                using (var csv = new CsvOutput(host))
                {
                    csv.Head(full.Select(c => c.Name));
                    foreach (StoredFinding f in Counted())
                    {
                        Finding finding = f.Read();
                        csv.Row(full.Select(c => (c.Value(f, finding), c.IsNumber)));
                    }
                }
                break;
            default:
                // A table is held whole anyway; the column is there where somebody has said something.
                List<StoredFinding> rows = [.. Counted()];
                IReadOnlyList<Column> columns = rows.Exists(f => f.Verdict is not null) ? [.. Columns.Short(kind), Columns.Verdict] : Columns.Short(kind);
                TableOutput.Write(host, [.. columns.Select(c => (c.Name, c.IsNumber))], rows.Select(f => (IReadOnlyList<string?>)Row(f, columns)));
                break;
        }
        host.Text.Flush();
        return count;

        IEnumerable<StoredFinding> Counted()
        {
            foreach (StoredFinding f in findings)
            {
                host.Stop.ThrowIfCancellationRequested();
                count++;
                yield return f;
            }
        }
    }

    /// <summary>The contract line; where a person has said something of the finding, with <c>verdict</c> as its last key.</summary>
    public static string Line(StoredFinding stored) => stored.Verdict is null ? stored.Json : $"{stored.Json[..^1]},\"verdict\":\"{stored.Verdict}\"}}";

    private static string?[] Row(StoredFinding stored, IReadOnlyList<Column> columns)
    {
        Finding finding = stored.Read();
        return [.. columns.Select(c => c.Value(stored, finding))];
    }
}
