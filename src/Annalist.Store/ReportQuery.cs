using System.Text;
using System.Text.Json;
using Annalist.Model;
using Dapper;

namespace Annalist.Store;

/// <summary>Turns a filter into a statement over reports.</summary>
internal static class ReportQuery
{
    public static (string Text, DynamicParameters Parameters) Of(FindingFilter filter)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(filter.Offset, nameof(filter));
        (string where, DynamicParameters p) = Conditions(filter);
        var text = new StringBuilder($"SELECT {Sql.ReportColumnsOf(filter.Review)} FROM reports r WHERE {where} ORDER BY r.told DESC, r.key");
        FindingQuery.AddPage(text, filter.Limit, filter.Offset, p);
        return (text.ToString(), p);
    }

    public static (string Text, DynamicParameters Parameters) Count(FindingFilter filter)
    {
        (string where, DynamicParameters p) = Conditions(filter);
        return ($"SELECT count(*) FROM reports r WHERE {where}", p);
    }

    private static (string Where, DynamicParameters Parameters) Conditions(FindingFilter filter)
    {
        var where = new List<string> { "1" };
        var p = new DynamicParameters();
        Add("r.told >= @since", "since", Stamp.Day(filter.Since ?? filter.At));
        Add("r.told <= @until", "until", Stamp.Day(filter.Until ?? filter.At));
        Add("r.learned <= @asOf", "asOf", filter.AsOf is { } asOf ? Stamp.Moment(asOf) : null);
        Add("r.outlet IN (SELECT key FROM outlets WHERE instr(folded, @outlet) > 0)", "outlet", filter.Outlet?.ToLowerInvariant());
        Add("(r.label = @report OR (length(@report) >= 8 AND r.hash >= @report AND r.hash < @report || 'g'))", "report", filter.Report);
        return (string.Join(" AND ", where), p);

        void Add(string condition, string name, string? value)
        {
            if (value is null) return;
            where.Add(condition);
            p.Add(name, value);
        }
    }
}

/// <summary>A report's columns as they are read.</summary>
internal sealed class ReportRow
{
    public required string Json { get; init; }

    public required string Text { get; init; }

    public required string Learned { get; init; }

    public required string Coded { get; init; }

    public required string Data { get; init; }

    public required int Findings { get; init; }

    /// <summary>The report with its text back in place.</summary>
    /// <exception cref="RecordException">The line is not one that this program can read.</exception>
    public StoredReport ToReport()
    {
        try
        {
            return new StoredReport((Report)RecordJson.Read(Json) with { Text = Text }, Learned, Coded, Data, Findings);
        }
        catch (Exception e) when (e is JsonException or InvalidCastException)
        {
            throw new RecordException($"a report cannot be read: {e.Message}", "the record was written by another program or damaged: read the reports again into a fresh record", e);
        }
    }
}
