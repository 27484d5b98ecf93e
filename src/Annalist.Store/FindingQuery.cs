using System.Text;
using Dapper;

namespace Annalist.Store;

/// <summary>Turns a filter into a statement. What drives the search is the rarest thing asked for, so that large records answer from an index.</summary>
internal static class FindingQuery
{
    private static readonly string[] OpenEnded = ["tie", "rule"];

    /// <summary>The statement and its parameters; rows come newest first, inside a day in the order of reading.</summary>
    /// <param name="filter">What is asked for.</param>
    /// <param name="keys">Keys of what the filter names by a part of the name or a label.</param>
    /// <exception cref="ArgumentOutOfRangeException">The offset is below 0.</exception>
    public static (string Text, DynamicParameters Parameters) Of(FindingFilter filter, NamedKeys keys)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(filter.Offset, nameof(filter));
        var p = new DynamicParameters();
        (string from, string where, string order) = Parts(filter, keys, p);
        string joins = filter.AsOf is null ? Sql.FindingJoins : Sql.FindingJoinsAsOf;
        var text = new StringBuilder($"SELECT {Sql.FindingColumns} FROM {from} {joins} WHERE {where} AND NOT ({LeftOut(filter.Review)}) ORDER BY {order}");
        AddPage(text, filter.Limit, filter.Offset, p);
        return (text.ToString(), p);
    }

    /// <summary>How many there are. What stands is counted, from an index where that can be; the few that the view leaves out are taken off.</summary>
    public static (string Text, DynamicParameters Parameters) Count(FindingFilter filter, NamedKeys keys)
    {
        var p = new DynamicParameters();
        (string from, string where, _) = Parts(filter, keys, p);
        bool driven = from.Contains("CROSS JOIN", StringComparison.Ordinal);
        string counts = filter.AsOf is null ? "j.retired IS NULL" : "j.learned <= @asOf AND (j.retired IS NULL OR j.retired > @asOf)";
        // What drives the search is in the conditions: they hold together only.
        if (driven) return ($"SELECT count(*) FROM {from} LEFT JOIN judgements j ON j.finding = f.id AND {counts} WHERE {where} AND NOT ({LeftOut(filter.Review)})", p);
        string few = filter.Review == Review.AsCoded ? $"SELECT count(*) FROM findings f INDEXED BY findings_hand WHERE f.hand = 1 AND {where}"
            : $"SELECT count(*) FROM judgements j CROSS JOIN findings f INDEXED BY findings_id ON f.id = j.finding WHERE {counts} AND {LeftOut(filter.Review)} AND {where}";
        return ($"SELECT (SELECT count(*) FROM {from} WHERE {where}) - ({few})", p);
    }

    /// <summary>Adds limit and offset.</summary>
    public static void AddPage(StringBuilder text, int? limit, int offset, DynamicParameters p)
    {
        if (limit is null && offset == 0) return;
        text.Append(" LIMIT @limit");
        p.Add("limit", limit ?? -1);
        if (offset == 0) return;
        text.Append(" OFFSET @offset");
        p.Add("offset", offset);
    }

    // Of rows that stand. The program's form of what a person has another form of is shown nowhere beside it.
    private static string LeftOut(Review review) => review switch
    {
        Review.AsCoded => "f.hand = 1",
        Review.All => Sql.Shadowed,
        _ => "coalesce(j.hides, 0) > f.hand",
    };

    private static (string From, string Where, string Order) Parts(FindingFilter filter, NamedKeys keys, DynamicParameters p)
    {
        var where = new List<string>();
        string from;
        string order;
        string? driver = null;
        string[] codes = [.. new[] { filter.Actor, filter.With, filter.By, filter.Toward }.OfType<string>().Distinct(StringComparer.Ordinal)];
        if (codes.Length > 1)
        {
            string[] pair = [.. codes.Take(2).Order(StringComparer.Ordinal)];
            driver = "d";
            from = "dyads d CROSS JOIN findings f ON f.key = d.finding";
            where.Add("d.a = @a AND d.b = @b");
            p.Add("a", pair[0]);
            p.Add("b", pair[1]);
            order = "d.day DESC, d.finding";
            AddKinds("d.kind", filter, where, p);
            AddSide(filter.Actor, 0, "actor", where, p);
            AddSide(filter.With, 0, "with", where, p);
            AddSide(filter.By, 1, "by", where, p);
            AddSide(filter.Toward, 2, "toward", where, p);
        }
        else if (codes.Length == 1)
        {
            driver = "i";
            from = "involved i CROSS JOIN findings f ON f.key = i.finding";
            where.Add("i.code = @code");
            p.Add("code", codes[0]);
            order = "i.day DESC, i.finding";
            AddKinds("i.kind", filter, where, p);
            if (filter.By is not null) where.Add("i.side & 1");
            if (filter.Toward is not null) where.Add("i.side & 2");
        }
        else
        {
            // Of one report there are few findings, fewer than of any kind.
            from = keys.Reports is { Count: 1 } ? "findings f INDEXED BY findings_report" : "findings f";
            order = "f.day DESC, f.key";
            AddKinds("f.kind", filter, where, p);
        }
        AddRest(filter, keys, driver, where, p);
        return (from, string.Join(" AND ", where), order);
    }

    private static void AddKinds(string column, FindingFilter filter, List<string> where, DynamicParameters p)
    {
        if (filter.Kinds.Count == 0) return;
        // One kind as an equality: the index then gives the order too.
        where.Add(filter.Kinds.Count == 1 ? column + " = @kind" : column + " IN @kinds");
        if (filter.Kinds.Count == 1) p.Add("kind", filter.Kinds[0]);
        else p.Add("kinds", filter.Kinds);
    }

    private static void AddSide(string? code, int side, string name, List<string> where, DynamicParameters p)
    {
        if (code is null) return;
        where.Add($"EXISTS (SELECT 1 FROM involved x WHERE x.code = @{name} AND x.kind = f.kind AND x.day = f.day AND x.finding = f.key{(side == 0 ? "" : $" AND x.side & {side}")})");
        p.Add(name, code);
    }

    private static void AddRest(FindingFilter filter, NamedKeys keys, string? driver, List<string> where, DynamicParameters p)
    {
        if (filter.AsOf is { } asOf)
        {
            where.Add("f.learned <= @asOf AND (f.retired IS NULL OR f.retired > @asOf)");
            p.Add("asOf", Stamp.Moment(asOf));
        }
        else
        {
            where.Add("f.retired IS NULL");
        }
        AddList("f.type", "types", filter.Types, where, p);
        AddList("f.status", "statuses", filter.Statuses, where, p);
        AddTimes(filter.Since ?? filter.At, filter.Until ?? filter.At, filter, driver, where, p);
        AddKeys("f.outlet", "outlet", keys.Outlets, where, p);
        AddKeys("f.speaker", "speaker", keys.Speakers, where, p);
        AddKeys("f.report", "report", keys.Reports, where, p);
        if (filter.Confidence is { } least)
        {
            where.Add("f.confidence >= @least");
            p.Add("least", least);
        }
    }

    // One key is an equality, so that an index on it gives the order too; of several, the rows are found and then ordered.
    private static void AddKeys(string column, string name, IReadOnlyList<long>? keys, List<string> where, DynamicParameters p)
    {
        if (keys is null) return;
        where.Add(keys.Count switch { 0 => "0", 1 => $"{column} = @{name}", _ => $"{column} IN @{name}" });
        if (keys.Count > 0) p.Add(name, keys.Count == 1 ? keys[0] : keys);
    }

    private static void AddList(string column, string name, IReadOnlyList<string> values, List<string> where, DynamicParameters p)
    {
        if (values.Count == 0) return;
        where.Add(values.Count == 1 ? $"{column} = @{name}" : $"{column} IN @{name}");
        p.Add(name, values.Count == 1 ? values[0] : values);
    }

    // A tie or rule without an end is open; an act without a day is at no day that can be asked for.
    private static void AddTimes(DateOnly? since, DateOnly? until, FindingFilter filter, string? driver, List<string> where, DynamicParameters p)
    {
        bool onlyOpen = filter.Kinds.Count > 0 && filter.Kinds.All(OpenEnded.Contains);
        bool onlyClosed = filter.Kinds.Count > 0 && !filter.Kinds.Any(OpenEnded.Contains);
        // What drives the search holds the days too: what is out of range is passed over without looking the finding up.
        if (driver is not null && onlyClosed && since is not null) where.Add($"{driver}.last >= @since");
        if (driver is not null && onlyClosed && until is not null) where.Add($"{driver}.day <= @until");
        const string Open = "f.kind IN ('tie', 'rule')";
        if (since is not null)
        {
            where.Add(onlyClosed ? "f.holds_to >= @since" : onlyOpen ? "(f.holds_to IS NULL OR f.holds_to >= @since)" : $"(f.holds_to >= @since OR (f.holds_to IS NULL AND {Open}))");
            p.Add("since", Stamp.Day(since));
        }
        if (until is not null)
        {
            where.Add(onlyClosed ? "f.holds_from <= @until AND f.day <= @until" : onlyOpen ? "(f.holds_from IS NULL OR f.holds_from <= @until)" : $"(f.holds_from <= @until OR (f.holds_from IS NULL AND {Open}))");
            p.Add("until", Stamp.Day(until));
        }
        // A tie that is over holds at no later day although its end is unknown.
        if (filter.At is not null && !onlyClosed) where.Add("NOT (f.kind = 'tie' AND f.status = 'ended' AND f.holds_to IS NULL)");
    }
}
