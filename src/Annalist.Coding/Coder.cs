using Annalist.Language;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Coding;

/// <summary>
/// From a report to its findings: analyse, find the actors, then statements, events, ties and figures. Offline, without a
/// clock, safe to share between threads: same report, same findings.
/// </summary>
public sealed class Coder
{
    private static readonly Lazy<Coder> Shared = new(() => Load(DefaultFolder!));

    private readonly Analyzer analyzer;
    private readonly MentionFinder mentions;
    private readonly DateFinder dates;
    private readonly StatementCoder statements;
    private readonly EventCoder events;
    private readonly TieCoder ties;
    private readonly FigureCoder figures;
    private readonly RuleCoder rules;
    private readonly CommitmentCoder commitments;
    private readonly ExpectationCoder expectations;
    private readonly AimCoder aims;
    private readonly FirstPass firstPass;

    private Coder(Analyzer analyzer, World world, Codebook codebook, string folder)
    {
        this.analyzer = analyzer;
        World = world;
        Codebook = codebook;
        DataVersion = $"codebook {codebook.Version}; {world.Version}; {analyzer.Version}";
        mentions = new MentionFinder(world, codebook);
        string codebookFolder = Path.Combine(folder, "codebook");
        var times = DateWords.Load(codebookFolder);
        dates = new DateFinder(times);
        var cues = CueBook.Load(codebookFolder);
        statements = new StatementCoder(cues, DataVersion);
        events = new EventCoder(world, codebook, times, DataVersion);
        ties = new TieCoder(world, codebook, Path.Combine(codebookFolder, "ties.json"), DataVersion);
        figures = new FigureCoder(MeasureWords.Load(codebookFolder), DataVersion);
        firstPass = new FirstPass(codebook, cues, ties.SensesOf, figures.MayTell);
        rules = new RuleCoder(world, codebook, Path.Combine(codebookFolder, "rules.json"), DataVersion);
        commitments = new CommitmentCoder(world, codebook, Path.Combine(codebookFolder, "commitments.json"), DataVersion);
        expectations = new ExpectationCoder(world, codebook, Path.Combine(codebookFolder, "expectations.json"), DataVersion);
        aims = new AimCoder(world, codebook, Path.Combine(codebookFolder, "aims.json"), DataVersion);
    }

    /// <summary>The data folder beside the program.</summary>
    public static string DefaultFolder { get; } = Path.Combine(AppContext.BaseDirectory, "data");

    /// <summary>The coder over the data that come with the program, loaded at the first use.</summary>
    /// <exception cref="DataFileException">A codebook file is missing or broken.</exception>
    public static Coder Default => Shared.Value;

    /// <summary>What the coder knows of the world.</summary>
    public World World { get; }

    /// <summary>The codebook it codes by.</summary>
    public Codebook Codebook { get; }

    /// <summary>Versions of codebook, packs and language model; every finding carries it.</summary>
    public string DataVersion { get; }

    /// <summary>Loads a coder from a data folder with <c>codebook</c>, <c>packs</c> and <c>language</c>.</summary>
    /// <exception cref="DataFileException">A codebook file is missing or broken.</exception>
    /// <exception cref="PackException">A pack has faults; all are listed.</exception>
    public static Coder Load(string dataFolder)
    {
        ArgumentException.ThrowIfNullOrEmpty(dataFolder);
        bool own = dataFolder == DefaultFolder;
        // Beside each other: each takes some hundred milliseconds, and somebody waits for the first report.
        Task<Analyzer> analyzer = Task.Run(() => own ? Analyzer.Default : Analyzer.Load(Path.Combine(dataFolder, "language", "en")));
        Task<Codebook> codebook = Task.Run(() => Codebook.Load(Path.Combine(dataFolder, "codebook")));
        World world = own ? World.Default : World.Load(Path.Combine(dataFolder, "packs"));
        return new Coder(analyzer.GetAwaiter().GetResult(), world, codebook.GetAwaiter().GetResult(), dataFolder);
    }

    /// <summary>Codes a passage.</summary>
    /// <param name="text">One sentence or a whole article.</param>
    /// <param name="published">The day that "yesterday" and "last year" are reckoned from; null when it is not known.</param>
    public Coding Code(string text, DateOnly? published = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Code(new Report
        {
            Label = "text",
            Hash = Fingerprint.Of(text),
            Text = text,
            Language = "en",
            ReferenceDate = published,
            ReferenceBasis = published is null ? ReferenceBasis.None : ReferenceBasis.Published,
        });
    }

    /// <summary>Codes a report. A report in another language than English gives no findings and a note.</summary>
    public Coding Code(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Language is not (null or "en"))
        {
            var note = new Note(NoteIds.LanguageUnsupported, Severity.Warning, null, report.Language);
            return new Coding(report with { Notes = [.. report.Notes, note] }, [], _ => "", () => "");
        }
        IReadOnlyList<NameMatch> names = NamesOf(report);
        return CodeBody(report, analyzer.Analyze(report.Text, firstPass.Of(report.Text, names)), names);
    }

    /// <summary>Codes a report whose body has been analysed elsewhere, as by another parser. What that left out is filled in: Penn tags, lemmas, a tree where there is none (<see cref="Analyzer.Complete"/>).</summary>
    /// <param name="report">The report.</param>
    /// <param name="body">Its sentences in order; spans point into the report's text.</param>
    public Coding Code(Report report, IReadOnlyList<Sentence> body)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(body);
        return CodeBody(report, [.. body.Select(analyzer.Complete)], NamesOf(report));
    }

    private IReadOnlyList<NameMatch> NamesOf(Report report) => NamesInText.Find(World, report.Text, string.IsNullOrWhiteSpace(report.Title) ? [] : World.Names.Find(report.Title));

    private Coding CodeBody(Report report, IReadOnlyList<Sentence> body, IReadOnlyList<NameMatch> names)
    {
        Part text = CodePart(report, TextPart.Text, report.Text, body, names);
        Part? title = string.IsNullOrWhiteSpace(report.Title) ? null : CodePart(report, TextPart.Title, report.Title, analyzer.Analyze(report.Title), NamesInText.Find(World, report.Title, names));
        var findings = new List<Finding>();
        if (title is not null) findings.AddRange(OnlyInTitle(title.Findings, text.Findings));
        findings.AddRange(text.Findings);
        return new Coding(report, FindingIds.Distinct(findings), f => Explanation.Of(f, f.In == TextPart.Title && title is not null ? title.Passage : text.Passage, text.Events.Concat(title?.Events ?? [])),
            () => string.Concat(text.Passage.Sentences.Select(x => Explanation.Of(x, text.Passage, findings, events.Weigh(text.Passage, x)))), text.Passage, title?.Passage);
    }

    private sealed record Part(Passage Passage, IReadOnlyList<Finding> Findings, IReadOnlyList<EventCoder.Coded> Events);

    private Part CodePart(Report report, TextPart part, string text, IReadOnlyList<Sentence> sentences, IReadOnlyList<NameMatch> names)
    {
        Passage passage = mentions.Find(report, part, text, sentences, names);
        var when = new DateTable(sentences, dates.Find(passage));
        IReadOnlyList<Statement> said = statements.Code(passage);
        IReadOnlyList<EventCoder.Coded> acts = events.Code(passage, when, said);
        said = StanceFinder.Find(said, [.. acts.Select(a => a.Event)]);
        IReadOnlyList<Tie> held = ties.Code(passage, when, [.. acts.Select(a => a.Event)], said);
        IReadOnlyList<Figure> counted = figures.Code(passage, when);
        IReadOnlyList<Rule> binding = rules.Code(passage, when, [.. acts.Select(a => a.Event)], said);
        IReadOnlyList<Commitment> promised = commitments.Code(passage, when, [.. acts.Select(a => a.Event)], said, counted);
        IReadOnlyList<Expectation> expected = expectations.Code(passage, when, acts, said);
        IReadOnlyList<Aim> wanted = aims.Code(passage, acts, said);
        Finding[] all = [.. acts.Select(a => a.Event).Cast<Finding>().Concat(said).Concat(held).Concat(counted).Concat(binding).Concat(promised).Concat(expected).Concat(wanted)];
        int Kind(Finding f) => f switch { Event => 0, Statement => 1, Tie => 2, Figure => 3, Rule => 4, Commitment => 5, Expectation => 6, _ => 7 };
        return new Part(passage, [.. all.Select((f, i) => (f, i)).OrderBy(x => x.f.Span.Start).ThenBy(x => Kind(x.f)).ThenBy(x => x.i).Select(x => x.f)], acts);
    }

    /// <summary>A headline that repeats what the body tells gives nothing of its own (codebook 1).</summary>
    private static IEnumerable<Finding> OnlyInTitle(IReadOnlyList<Finding> title, IReadOnlyList<Finding> body) => title.Where(t => t switch
    {
        Event e => !body.OfType<Event>().Any(b => b.Type == e.Type && b.Actors.Concat(b.Recipients).Any(x => e.Actors.Any(y => y.Code == x.Code || y.Code == "UNK"))),
        Statement => false,
        Tie => false,
        Figure f => !body.OfType<Figure>().Any(b => Math.Abs(b.Value - f.Value) <= 0.01 * Math.Abs(f.Value)),
        _ => false,
    });
}
