using System.Globalization;
using Annalist.Model;
using Annalist.Store;
using Annalist.Web.Lookup;
using Annalist.Worlds;
using Microsoft.AspNetCore.Http;

namespace Annalist.Web.Api;

/// <summary>What an address asks for in its query: the same names on pages and in the HTTP interface as on the command line.</summary>
internal static class Asked
{
    /// <summary>Rows on a page when nobody says.</summary>
    public const int PageRows = 50;

    /// <summary>Most rows on a page.</summary>
    public const int MostRows = 1000;

    /// <summary>The filter over findings.</summary>
    /// <param name="query">The address's query.</param>
    /// <param name="world">Reads codes and names.</param>
    /// <param name="kind">The kind that the address is about; null when the query says it.</param>
    /// <exception cref="QuestionException">A value cannot be read.</exception>
    public static FindingFilter Findings(IQueryCollection query, World world, string? kind = null)
    {
        string[] kinds = kind is null ? Words(query, "kind", Text.FindingText.Kinds) : [kind];
        string? only = kinds.Length == 1 ? kinds[0] : null;
        var filter = new FindingFilter
        {
            Kinds = kinds,
            Actor = Code(query, "actor", world),
            With = Code(query, "with", world),
            By = Code(query, "by", world),
            Toward = Code(query, "toward", world),
            Types = Words(query, "type", Types(only)),
            Statuses = Words(query, "status", Statuses(only)),
            Since = Day(query, "since"),
            Until = Day(query, "until"),
            At = Day(query, "at"),
            AsOf = Moment(query, "as-of"),
            Outlet = Value(query, "outlet"),
            Report = Value(query, "report"),
            Speaker = Value(query, "speaker"),
            Confidence = Number(query, "confidence", 0, 1),
            Review = Value(query, "review") switch
            {
                null or "corrected" => Review.Corrected,
                "coded" => Review.AsCoded,
                "all" => Review.All,
                var other => throw Bad("review", other, "corrected, coded or all"),
            },
        };
        return filter.Since > filter.Until ? throw new QuestionException("since is later than until", "turn them round") : filter;
    }

    /// <summary>Rows and offset of a page.</summary>
    /// <exception cref="QuestionException">A value cannot be read.</exception>
    public static (int Limit, int Offset) Page(IQueryCollection query) => ((int)(Number(query, "limit", 1, MostRows) ?? PageRows), (int)(Number(query, "offset", 0, int.MaxValue) ?? 0));

    /// <summary>A day; null when the query says none.</summary>
    /// <exception cref="QuestionException">It cannot be read.</exception>
    public static DateOnly? Day(IQueryCollection query, string name) => Value(query, name) is not { } given ? null
        : DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : throw Bad(name, given, "a day as 2020-10-15");

    /// <summary>A code, or a name that means one; null when the query says none. What the packs do not know is taken as it stands: a record may have it.</summary>
    /// <exception cref="QuestionException">It means several.</exception>
    public static string? Code(IQueryCollection query, string name, World world)
    {
        if (Value(query, name) is not { } given) return null;
        (string? code, string? trouble) = CodeReader.ForRecord(world, given);
        return code ?? throw new QuestionException($"{name}: {trouble}", "write the code");
    }

    /// <summary>A text; null when the query has none, or an empty one, as forms send it.</summary>
    /// <exception cref="QuestionException">It is longer than anything that can be asked for.</exception>
    public static string? Value(IQueryCollection query, string name)
    {
        string given = query[name].ToString().Trim();
        return given.Length == 0 ? null : given.Length <= 300 ? given : throw new QuestionException($"{name} is too long", "write 300 characters at most");
    }

    private static IReadOnlyList<string> Types(string? kind) => kind switch
    {
        "event" => Codes.All<EventType>(),
        "statement" => Codes.All<StatementForm>(),
        "tie" => Codes.All<Relation>(),
        "figure" => Codes.All<Measure>(),
        _ => [.. Codes.All<EventType>(), .. Codes.All<StatementForm>(), .. Codes.All<Relation>(), .. Codes.All<Measure>()],
    };

    private static IReadOnlyList<string> Statuses(string? kind) => kind switch
    {
        "event" => Codes.All<EventStatus>(),
        "tie" => Codes.All<Phase>(),
        "commitment" => Codes.All<CommitmentStage>(),
        "expectation" => Codes.All<Likelihood>(),
        "rule" => Codes.All<RuleForce>(),
        _ => [.. Codes.All<EventStatus>(), .. Codes.All<Phase>(), .. Codes.All<CommitmentStage>(), .. Codes.All<Likelihood>(), .. Codes.All<RuleForce>()],
    };

    private static string[] Words(IQueryCollection query, string name, IReadOnlyList<string> allowed) =>
    [
        .. query[name].SelectMany(v => (v ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(v => allowed.FirstOrDefault(a => a.Equals(v, StringComparison.OrdinalIgnoreCase)) ?? throw Bad(name, v, "one of " + string.Join(' ', allowed))).Distinct(StringComparer.Ordinal),
    ];

    private static double? Number(IQueryCollection query, string name, double least, double most) => Value(query, name) is not { } given ? null
        : double.TryParse(given, NumberStyles.Float, CultureInfo.InvariantCulture, out double n) && n >= least && n <= most ? n : throw Bad(name, given, string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}"));

    private static DateTimeOffset? Moment(IQueryCollection query, string name)
    {
        if (Value(query, name) is not { } given) return null;
        if (DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)) return new DateTimeOffset(day.ToDateTime(new TimeOnly(23, 59, 59)), TimeSpan.Zero);
        return DateTimeOffset.TryParseExact(given, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment)
            ? moment : throw Bad(name, given, "a moment as 2026-01-31 or 2026-01-31T12:00:00Z");
    }

    private static QuestionException Bad(string name, string given, string remedy) => new($"{name}: “{Text.FindingText.Short(given, 60)}” cannot be read", "write " + remedy);
}
