using Annalist.Model;
using Annalist.Store;
using Annalist.Web;

namespace Annalist.Tests.Web;

/// <summary>A desk over a small record: acts of two states, a statement, a tie and a figure of invented tellings, and a report full of markup.</summary>
public sealed class LookupFixture : IAsyncLifetime
{
    /// <summary>Markup, a mark that turns the direction of writing, and a word without end.</summary>
    public static readonly string Hostile = "<script>alert('x')</script>\u202Egnp.exe\" onmouseover=\"x " + new string('w', 1_000_000);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("annalist-test-");
    private WebServer? server;

    internal HttpClient Client { get; private set; } = null!;

    /// <summary>Number of events of the record.</summary>
    internal static int Events => 64;

    public async Task InitializeAsync()
    {
        string db = Path.Combine(folder.FullName, "desk.db");
        using (RecordStore store = RecordStore.Open(db))
        {
            Report report = Report("courier", "The Vienna Courier", "Two states talk", "The two ministers met in Vienna on Tuesday.");
            store.Write(report, [.. Enumerable.Range(0, Events - 1).Select(i => Act($"e{i:00}", "courier", "KAZ", "USA", i == 0 ? EventType.Assault : EventType.Consult, new DateOnly(2020, 1, 1).AddDays(i))), .. Others("courier")], "d", DateTimeOffset.UnixEpoch);
            Report hostile = Report("hostile", "Out<b>let", Hostile, Hostile);
            store.Write(hostile, [Act("h0", "hostile", "UZB", "RUS", EventType.Accuse, new DateOnly(2021, 5, 1)) with { Actors = [new Party("UZB", Sector.Gov, Hostile, Hostile, null)], Matter = Hostile }, Said("h1", "hostile", Hostile)], "d", DateTimeOffset.UnixEpoch);
        }
        server = await WebServer.StartAsync(new WebOptions { Record = db, Port = 0 });
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address };
    }

    public async Task DisposeAsync()
    {
        Client?.Dispose();
        if (server is not null) await server.DisposeAsync();
        folder.Delete(recursive: true);
    }

    internal static Report Report(string label, string? outlet, string title, string text) =>
        new() { Label = label, Hash = Fingerprint.Of(text), Title = title, Outlet = outlet, Published = new DateOnly(2021, 6, 1), PublishedBasis = PublishedBasis.Dateline, ReferenceDate = new DateOnly(2021, 6, 1), ReferenceBasis = ReferenceBasis.Published, Text = text };

    internal static Event Act(string id, string report, string actor, string recipient, EventType type, DateOnly day) => new()
    {
        Id = id,
        Report = report,
        Sentence = "The two ministers met in Vienna on Tuesday.",
        Span = new(0, 43),
        Confidence = 0.5,
        Rule = "r",
        Data = "d",
        Type = type,
        Status = EventStatus.Occurred,
        Actors = [new Party(actor, Sector.Gov, null, null, null)],
        Recipients = [new Party(recipient, Sector.Gov, null, null, null)],
        From = day,
        To = day,
        Score = type == EventType.Assault ? -9 : 2.5,
    };

    private static Statement Said(string id, string report, string words) => new()
    {
        Id = id,
        Report = report,
        Sentence = "The two ministers met in Vienna on Tuesday.",
        Span = new(0, 43),
        Confidence = 0.5,
        Rule = "r",
        Data = "d",
        Speaker = words,
        SpeakerCode = "UZB",
        SpeakerSector = Sector.Gov,
        Form = StatementForm.Indirect,
        Content = words,
        ContentSpan = [new(0, 3)],
        About = ["RUS"],
    };

    private static IEnumerable<Finding> Others(string report) =>
    [
        Said("s0", report, "A. Speaker") with { SpeakerCode = "KAZ", About = ["USA"], Content = "the pipeline will be built" },
        new Tie { Id = "t0", Report = report, Sentence = "S", Span = new(0, 1), Rule = "r", Data = "d", Subject = "KAZ", Relation = Relation.SuppliesTo, Object = "USA", Goods = "walnuts" },
        new Figure { Id = "f0", Report = report, Sentence = "S", Span = new(0, 1), Rule = "r", Data = "d", Measure = Measure.Trade, Value = 123456, Unit = "USD", Actors = ["KAZ", "USA"] },
        new Expectation { Id = "x0", Report = report, Sentence = "S", Span = new(0, 1), Rule = "r", Data = "d", Then = "the bridge stands", Actors = ["KAZ"], Likelihood = Likelihood.Likely },
        new Commitment { Id = "c0", Report = report, Sentence = "S", Span = new(0, 1), Rule = "r", Data = "d", By = ["KAZ"], Toward = ["USA"], Matter = "a bridge of glass", Stage = CommitmentStage.Pledged },
    ];
}
