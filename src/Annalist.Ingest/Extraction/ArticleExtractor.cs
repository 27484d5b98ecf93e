using Annalist.Model;

namespace Annalist.Ingest;

/// <summary>
/// Finds the article in a document: title, body, dateline, day of publication with its basis, outlet, author, carriers cited, language.
/// The body's paragraphs stand apart by an empty line; its words stand as they stood.
/// </summary>
/// <remarks>Immutable; safe to use from many threads.</remarks>
public sealed class ArticleExtractor
{
    /// <summary>Paragraphs from the top in which a dateline is looked for: a standfirst or two may stand before it.</summary>
    private const int DatelineReach = 3;

    private readonly ArticleFinder finder;
    private readonly DatelineFinder datelines;
    private readonly PublishedFinder published;
    private readonly ReferenceEstimator reference;
    private readonly OutletFinder outlets;
    private readonly AuthorFinder authors;
    private readonly CarrierFinder carriers;
    private readonly LanguageGuesser languages;
    private readonly TranslationFinder translations;

    /// <summary>Takes the word lists that come with the program.</summary>
    /// <param name="knownMedia">Names of further outlets and agencies, as a pack knows them; null for none. Most are found without.</param>
    /// <exception cref="IOException">The word lists of data/ingest cannot be read.</exception>
    public ArticleExtractor(IReadOnlyCollection<string>? knownMedia = null)
    {
        var data = IngestData.Default;
        var media = new MediaNames(data, knownMedia ?? []);
        var dates = new PageDates(data);
        var classifier = new LineClassifier(data, dates);
        finder = new ArticleFinder(new LineSplitter(data, classifier), media);
        datelines = new DatelineFinder(dates, data);
        published = new PublishedFinder(dates);
        reference = new ReferenceEstimator(dates);
        outlets = new OutletFinder(data, media);
        authors = new AuthorFinder(media);
        carriers = new CarrierFinder(data, media);
        languages = new LanguageGuesser(data);
        translations = new TranslationFinder(data);
    }

    /// <summary>The report with its article. A document that is an article already keeps its text character for character.</summary>
    public Report Extract(SourceDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.IsArticle ? FromArticle(document) : FromPage(document);
    }

    private Report FromArticle(SourceDocument document)
    {
        var dateline = Opening(document.Text.TrimStart()) is { } start ? datelines.Find(start) : null;
        var day = document.Published ?? dateline?.Date?.Full;
        var basis = document.Published is not null ? PublishedBasis.Metadata : day is null ? (PublishedBasis?)null : PublishedBasis.Dateline;
        string? outlet = document.Outlet ?? dateline?.Agency;
        var notes = new List<Note>(document.Notes);
        return Report(document, document.Title, document.Text, dateline, day, basis, outlet, document.Author, carriers.Find(document.Title, document.Text, [], outlet), null, notes);
    }

    private Report FromPage(SourceDocument document)
    {
        var page = finder.Find(document.Text, document.Title);
        var notes = new List<Note>(document.Notes);
        if (page.Body.Count == 0) notes.Add(new Note(NoteIds.ArticleNotFound, Severity.Warning, null, null));
        var paragraphs = page.Body.Select(i => page.Lines[i].Text).ToList();
        Dateline? dateline = null;
        for (int i = 0; i < Math.Min(DatelineReach, paragraphs.Count) && dateline is null; i++)
        {
            dateline = datelines.Find(paragraphs[i]);
            if (dateline is not null) paragraphs[i] = paragraphs[i][dateline.Length..];
        }
        string body = string.Join("\n\n", paragraphs);
        string? outlet = document.Outlet ?? outlets.Find(page, dateline, body);
        var shown = published.Find(page, dateline, body, out string? doubtful);
        var day = document.Published ?? shown?.Day;
        var basis = document.Published is not null ? PublishedBasis.Metadata : shown?.Basis;
        if (day is null && doubtful is not null) notes.Add(new Note(NoteIds.DateUnresolved, Severity.Info, null, $"the page shows {doubtful}, which was not taken for the day of publication"));
        var outside = Enumerable.Range(0, page.Lines.Count).Except(page.Body).Select(i => page.Lines[i]).ToList();
        var labels = outside.Where(l => l.Kind == LineKind.Carrier).Select(l => l.Text).ToList();
        if (dateline?.Agency is { } agency && (outlet is null || MediaNames.Key(agency) != MediaNames.Key(outlet))) labels.Insert(0, "Source: " + agency);
        return Report(document, page.Title, body, dateline, day, basis, outlet, document.Author ?? authors.Find(page, outlet),
            carriers.Find(page.Title, body, labels, outlet), translations.Find(outside.Select(l => l.Text)), notes);
    }

    private Report Report(SourceDocument document, string? title, string text, Dateline? dateline, DateOnly? day, PublishedBasis? basis, string? outlet, string? author,
        IReadOnlyList<string> cites, string? translatedFrom, List<Note> notes)
    {
        var estimate = day ?? reference.Estimate(text);
        if (day is null) notes.Add(new Note(NoteIds.PublishedUnknown, Severity.Info, null, null));
        if (day is null && estimate is not null) notes.Add(new Note(NoteIds.ReferenceEstimated, Severity.Info, null, null));
        return new Report
        {
            Label = document.Label,
            Uri = document.Uri,
            Hash = Fingerprint.Of(text),
            Title = title,
            Outlet = outlet,
            Published = day,
            PublishedBasis = day is null ? null : basis,
            ReferenceDate = estimate,
            ReferenceBasis = day is not null ? ReferenceBasis.Published : estimate is not null ? ReferenceBasis.Text : ReferenceBasis.None,
            Dateline = dateline?.Place,
            Author = author,
            Language = document.Language ?? languages.Guess(text),
            TranslatedFrom = translatedFrom,
            Cites = cites,
            Text = text,
            Notes = notes,
        };
    }

    /// <summary>The first line; null when the text is empty.</summary>
    private static string? Opening(string text)
    {
        int end = text.AsSpan().IndexOfAny('\n', '\r');
        string line = end < 0 ? text : text[..end];
        return line.Length == 0 ? null : line.Length > 2000 ? line[..2000] : line;
    }
}
