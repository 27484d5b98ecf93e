namespace Annalist.Store;

/// <summary>Statements over verdicts and over what counts of findings.</summary>
internal static partial class Sql
{
    public const string AddVerdict = """
        INSERT INTO verdicts (finding, report, verdict, why, json, learned, author, mended, target, undoes, restores)
        VALUES (@finding, @report, @verdict, @why, @json, @learned, @author, @mended, @target, @undoes, @restores) RETURNING key
        """;

    // What was said (v), where it was taken back what counts since (e), and the finding as the program has it, or had it at the moment asked for.
    private const string VerdictColumns = """
        v.finding AS Id, v.report AS ReportHash, r.label AS ReportLabel, o.name AS Outlet, r.told AS Told,
        (SELECT min(f.learned) FROM findings f WHERE f.id = v.finding) AS Learned,
        (SELECT f.json FROM findings f WHERE f.id = v.finding AND f.hand = 0 AND (f.retired IS NULL OR f.retired > @asOf) AND (@asOf IS NULL OR f.learned <= @asOf) ORDER BY f.key LIMIT 1) AS Present
        """;

    private const string VerdictJoins = "JOIN reports r ON r.hash = v.report LEFT JOIN outlets o ON o.key = r.outlet";

    // Later is what was said later, whatever the clock said: the key tells.
    public const string Verdicts = $"""
        SELECT e.key AS Key, e.verdict AS Verdict, e.why AS Why, e.learned AS Judged, e.author AS Author, e.json AS Json, e.mended AS Mended, e.target AS Target, {VerdictColumns}
        FROM verdicts v JOIN verdicts e ON e.key = coalesce(v.restores, v.key) {VerdictJoins}
        WHERE v.key IN (SELECT max(key) FROM verdicts WHERE (@asOf IS NULL OR learned <= @asOf) AND (@finding IS NULL OR finding = @finding) GROUP BY finding) AND e.verdict <> 'withdrawn'
        ORDER BY v.key
        """;

    private const string VerdictLines = $"""
        SELECT v.key AS Key, v.verdict AS Verdict, v.why AS Why, v.learned AS Judged, v.author AS Author, v.json AS Json, v.mended AS Mended, v.target AS Target, v.undoes AS Undoes, v.restores AS Restores, {VerdictColumns}
        FROM verdicts v {VerdictJoins}
        """;

    public const string VerdictHistory = VerdictLines + " WHERE @finding IS NULL OR v.finding = @finding ORDER BY v.key";

    private const string NotTakenBack = "v.undoes IS NULL AND NOT EXISTS (SELECT 1 FROM verdicts u WHERE u.undoes = v.key)";

    public const string LastStep = $"{VerdictLines} WHERE v.author IS @author AND {NotTakenBack} ORDER BY v.key DESC LIMIT 1";

    public const string StepBefore = $"{VerdictLines} WHERE v.finding = @finding AND v.key <> @step AND {NotTakenBack} ORDER BY v.key DESC LIMIT 1";

    // A full match on either side: with one condition for both cases the search would not use the index.
    public const string VerdictOf = $"""
        SELECT e.key AS Key, e.verdict AS Verdict, e.why AS Why, e.learned AS Judged, e.author AS Author, e.json AS Json, e.mended AS Mended, e.target AS Target, {VerdictColumns}
        FROM verdicts v JOIN verdicts e ON e.key = coalesce(v.restores, v.key) {VerdictJoins}
        WHERE v.key = (SELECT max(key) FROM verdicts WHERE finding = @finding) AND e.verdict <> 'withdrawn'
        """;

    public const string Counts = "SELECT key AS Key, verdict AS Verdict, hand AS Hand, hides AS Hides, learned AS Learned FROM judgements WHERE finding = @finding AND retired IS NULL";

    public const string AddJudgement = """
        INSERT INTO judgements (finding, report, verdict, code, author, judged, target, hand, hides, learned)
        VALUES (@finding, @report, @verdict, @code, @author, @judged, @target, @hand, @hides, @learned)
        """;

    public const string RetireJudgement = "UPDATE judgements SET retired = @learned WHERE key = @key";

    public const string RetireFinding = "UPDATE findings SET retired = @learned WHERE key = @key";

    public const string JudgedOfReport = "SELECT DISTINCT finding FROM judgements WHERE report = @report AND retired IS NULL ORDER BY finding";

    public const string JudgedNow = "SELECT finding FROM judgements WHERE retired IS NULL ORDER BY finding";

    public const string MergedInto = "SELECT finding FROM judgements WHERE target = @finding AND retired IS NULL ORDER BY key";

    public const string StandingRows = "SELECT key AS Key, hand AS Hand, ord AS Ord, told AS Told, outlet AS Outlet, learned AS Learned, json AS Json FROM findings WHERE id = @finding AND retired IS NULL ORDER BY hand, key";

    public const string LastRetired = "SELECT max(retired) FROM findings WHERE id = @finding AND hand = 0";

    public const string Stands = "SELECT count(*) FROM findings WHERE id = @finding AND retired IS NULL";

    // As the program has it; else as a person has it; else as it was last.
    public const string FindingAsCoded = $"SELECT {FindingColumns} FROM findings f {FindingJoins} WHERE f.id = @id ORDER BY f.retired IS NOT NULL, f.hand, f.retired DESC, f.key LIMIT 1";

    public const string ReportPlace = "SELECT key AS Report, outlet AS Outlet, told AS Told FROM reports WHERE hash = @hash";

    public const string CodedOfReport = "SELECT ord AS Ord, json AS Json FROM findings WHERE report = @report AND retired IS NULL AND hand = 0 ORDER BY ord";

    public const string CodedCount = "SELECT count(*) FROM findings INDEXED BY findings_doubt WHERE retired IS NULL AND hand = 0";

    public const string CodedCountOfReports = "SELECT count(*) FROM findings INDEXED BY findings_report WHERE report IN @keys AND retired IS NULL AND hand = 0";

    public const string JudgedCount = """
        SELECT j.code, j.hides,
            EXISTS (SELECT 1 FROM findings f WHERE f.id = j.finding AND f.retired IS NULL AND f.hand = 0), j.hand IS NOT NULL
        FROM judgements j WHERE j.retired IS NULL
        """;

    public const string JudgedCountOfReports = JudgedCount + " AND j.report IN @keys";

    // Findings that are left out, and hand-made rows beside coded ones, are few: what stands is counted from an index and they are taken off.
    public const string HiddenTypeCounts = """
        SELECT f.kind AS Kind, f.type AS Type, count(*) AS Count FROM judgements j CROSS JOIN findings f ON f.id = j.finding
        WHERE j.retired IS NULL AND j.hides > f.hand AND f.retired IS NULL GROUP BY f.kind, f.type
        """;

    public const string WordHits = "SELECT rowid AS Key, rank AS Rank FROM report_words WHERE report_words MATCH @words AND rank MATCH 'bm25(4.0, 1.0)' ORDER BY rank, rowid";

    public const string ReportOfHit = "SELECT r.hash AS Hash, r.label AS Label, r.title AS Title, o.name AS Outlet, r.told AS Told, r.text AS Text FROM reports r LEFT JOIN outlets o ON o.key = r.outlet WHERE r.key = @key";

    public const string FindingsOfHit = $"SELECT {FindingColumns} FROM findings f INDEXED BY findings_report {FindingJoins} WHERE f.report = @key AND f.retired IS NULL AND coalesce(j.hides, 0) <= f.hand ORDER BY f.ord, f.key";
}
