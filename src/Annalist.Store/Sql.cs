namespace Annalist.Store;

/// <summary>Every statement that the store runs, but for the schema (Sql/*.sql) and the conditions that <see cref="FindingQuery"/> puts together.</summary>
internal static partial class Sql
{
    public const string ReportByHash = "SELECT key, label, data, learned FROM reports WHERE hash = @hash";

    public const string LabelTaken = "SELECT count(*) FROM reports WHERE label = @label";

    public const string AddOutlet = "INSERT OR IGNORE INTO outlets (name, folded) VALUES (@name, @folded)";

    public const string OutletKey = "SELECT key FROM outlets WHERE name = @name";

    public const string AddSpeaker = "INSERT OR IGNORE INTO speakers (name, folded) VALUES (@name, @folded)";

    public const string SpeakerKey = "SELECT key FROM speakers WHERE name = @name";

    public const string AddReport = """
        INSERT INTO reports (hash, label, uri, title, outlet, published, published_basis, reference_date, reference_basis, dateline, author, language, translated_from, told, learned, coded, data, json, text)
        VALUES (@hash, @label, @uri, @title, @outlet, @published, @published_basis, @reference_date, @reference_basis, @dateline, @author, @language, @translated_from, @told, @learned, @learned, @data, @json, @text)
        RETURNING key
        """;

    public const string UpdateReport = """
        UPDATE reports SET uri = @uri, title = @title, outlet = @outlet, published = @published, published_basis = @published_basis, reference_date = @reference_date, reference_basis = @reference_basis,
            dateline = @dateline, author = @author, language = @language, translated_from = @translated_from, told = @told, coded = @learned, data = @data, json = @json
        WHERE hash = @hash RETURNING key
        """;

    public const string AddSource = "INSERT OR IGNORE INTO sources (report, uri, outlet, published, learned) VALUES (@report, @uri, @outlet, @published, @learned)";

    public const string RetireFindings = "UPDATE findings SET retired = @learned WHERE report = @report AND retired IS NULL AND hand = 0";

    public const string LastFinding = "SELECT coalesce(max(key), 0) FROM findings";

    public const string AddFinding = """
        INSERT INTO findings (key, id, report, ord, kind, type, status, day, holds_from, holds_to, told, learned, speaker, outlet, score, main, confidence, rule, data, json, hand)
        VALUES (@key, @id, @report, @ord, @kind, @type, @status, @day, @from, @to, @told, @learned, @speaker, @outlet, @score, @main, @confidence, @rule, @data, @json, @hand)
        """;

    public const string AddParty = "INSERT INTO parties (finding, ord, role, code, sector, name) VALUES (@finding, @ord, @role, @code, @sector, @name)";

    public const string AddInvolved = "INSERT INTO involved (code, kind, day, finding, last, side) VALUES (@code, @kind, @day, @finding, @last, @side)";

    public const string AddDyad = "INSERT INTO dyads (a, b, kind, day, finding, last) VALUES (@a, @b, @kind, @day, @finding, @last)";

    public const string AddRejected = "INSERT OR IGNORE INTO rejected (uri, line, reason, remedy, learned) VALUES (@uri, @line, @reason, @remedy, @learned)";

    // What was set aside before and can be read now is no longer set aside.
    public const string ClearRejected = "DELETE FROM rejected WHERE uri = @uri AND line = 0";

    public const string AddRun = "INSERT INTO runs (started, data, stored, replaced, unchanged, rejected, ended) VALUES (@started, @data, @stored, @replaced, @unchanged, @rejected, @ended)";

    // What stands by a person's word was learned when the finding first was.
    public const string FindingColumns = """
        f.id AS Id, r.hash AS ReportHash, r.label AS ReportLabel, r.title AS ReportTitle, o.name AS Outlet, f.told AS Told, CASE f.hand WHEN 0 THEN f.learned ELSE (SELECT min(x.learned) FROM findings x WHERE x.id = f.id) END AS Learned,
        f.retired AS Retired, f.json AS Json, j.code AS Verdict, j.author AS Author, j.judged AS Judged, f.hand AS ByHand, coalesce(j.hides, 0) > f.hand AS LeftOut
        """;

    private const string ReportJoins = "JOIN reports r ON r.key = f.report LEFT JOIN outlets o ON o.key = f.outlet";

    /// <summary>With the judgement that counts.</summary>
    public const string FindingJoins = ReportJoins + " LEFT JOIN judgements j ON j.finding = f.id AND j.retired IS NULL";

    /// <summary>With the judgement that counted at the moment asked for.</summary>
    public const string FindingJoinsAsOf = ReportJoins + " LEFT JOIN judgements j ON j.finding = f.id AND j.learned <= @asOf AND (j.retired IS NULL OR j.retired > @asOf)";

    /// <summary>Holds for rows of findings that the corrected view has.</summary>
    public const string Visible = "NOT EXISTS (SELECT 1 FROM judgements j WHERE j.finding = f.id AND j.retired IS NULL AND j.hides > f.hand)";

    public const string IdsLike = "SELECT DISTINCT id FROM findings WHERE id >= @low AND id < @high AND (retired IS NULL) = @standing ORDER BY id LIMIT 6";

    public const string FindingById = $"SELECT {FindingColumns} FROM findings f {FindingJoins} WHERE f.id = @id ORDER BY f.retired IS NOT NULL, f.hand DESC, f.retired DESC, f.key LIMIT 1";

    public const string FindingsOfReport = $"SELECT {FindingColumns} FROM findings f {FindingJoins} WHERE r.hash = @hash AND f.retired IS NULL AND coalesce(j.hides, 0) <= f.hand ORDER BY f.ord, f.key";

    public const string OutletsLike = "SELECT key FROM outlets WHERE instr(folded, @words) > 0 ORDER BY key";

    public const string SpeakersLike = "SELECT key FROM speakers WHERE instr(folded, @words) > 0 ORDER BY key";

    public const string ReportsLike = "SELECT key FROM reports WHERE label = @words UNION SELECT key FROM reports WHERE length(@words) >= 8 AND hash >= @words AND hash < @words || 'g' ORDER BY key";

    public const string ReportColumns = ReportItself + $"(SELECT count(*) FROM findings f WHERE f.report = r.key AND f.retired IS NULL AND {Visible}) AS Findings";

    private const string ReportItself = "r.json AS Json, r.text AS Text, r.learned AS Learned, r.coded AS Coded, r.data AS Data, ";

    /// <summary>With the number of findings that a view has.</summary>
    public static string ReportColumnsOf(Review review) => review switch
    {
        Review.AsCoded => ReportItself + "(SELECT count(*) FROM findings f WHERE f.report = r.key AND f.retired IS NULL AND f.hand = 0) AS Findings",
        Review.All => ReportItself + $"(SELECT count(*) FROM findings f LEFT JOIN judgements j ON j.finding = f.id AND j.retired IS NULL WHERE f.report = r.key AND f.retired IS NULL AND NOT ({Shadowed})) AS Findings",
        _ => ReportColumns,
    };

    /// <summary>Holds for the program's form of what a person has another form of.</summary>
    public const string Shadowed = "f.hand = 0 AND j.hand IS NOT NULL";

    public const string SourcesOfReport = "SELECT s.uri FROM sources s JOIN reports r ON r.key = s.report WHERE r.hash = @hash AND s.uri <> '' AND s.uri IS NOT r.uri ORDER BY s.learned, s.uri";

    public const string Rejected = "SELECT uri AS Uri, nullif(line, 0) AS Line, reason AS Reason, remedy AS Remedy, learned AS Learned FROM rejected ORDER BY learned, uri, line";

    public const string TypeCounts = "SELECT kind AS Kind, type AS Type, count(*) AS Count FROM findings WHERE retired IS NULL GROUP BY kind, type ORDER BY kind, Count DESC, type";

    public const string DyadCounts = $"""
        SELECT d.a AS A, d.b AS B, count(*) AS Count, avg(f.score) AS MeanScore
        FROM dyads d JOIN findings f ON f.key = d.finding
        WHERE d.kind = 'event' AND f.retired IS NULL AND {Visible} AND d.a <> 'UNK' AND d.b <> 'UNK' AND f.status <> 'denied'
        GROUP BY d.a, d.b ORDER BY Count DESC, d.a, d.b LIMIT @limit
        """;

    // Rows are only added (findings, verdicts) or retired in the same transaction in which others are added.
    public const string Revision = "SELECT coalesce((SELECT max(key) FROM findings), 0) * 1000003 + coalesce((SELECT max(key) FROM verdicts), 0) * 101 + (SELECT count(*) FROM reports)";

    // The first page that a text came in is kept.
    public const string AddOriginal = "INSERT OR IGNORE INTO originals (report, text) VALUES (@report, @text)";

    public const string Original = "SELECT o.text FROM originals o JOIN reports r ON r.key = o.report WHERE r.hash = @hash";

    public const string ReportCount = "SELECT count(*) FROM reports";

    public const string Has = "SELECT count(*) FROM reports WHERE hash = @hash AND data = @data";
}
