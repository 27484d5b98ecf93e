using Annalist.Model;
using Annalist.Store;
using Annalist.Tests.Model;

namespace Annalist.Tests.Store;

/// <summary>A record with the sample report and a desk at which persons judge it.</summary>
internal sealed class Desk : IDisposable
{
    public static readonly DateTimeOffset Morning = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Noon = Morning.AddHours(4);
    private readonly TemporaryFolder folder = new();

    public Desk()
    {
        Store = RecordStore.Open(File);
        Code("d1", Morning, [.. Samples.Full]);
    }

    public string File => folder.File("r.db");

    public RecordStore Store { get; }

    public static Event Act => (Event)Samples.Full[0];

    public static Tie Bond => (Tie)Samples.Full[2];

    /// <summary>An addition: who met whom in the sentence of the text.</summary>
    public static Event Meeting => Act with { Id = "", Report = "", In = TextPart.Text, Actors = [new Party("CCC", Sector.Gov, null, "The two ministers", new TextSpan(0, 17))], Recipients = [], Place = "Wien", Notes = [] };

    /// <summary>Codes the report anew.</summary>
    public void Code(string data, DateTimeOffset moment, params Finding[] findings) => Store.Write(Samples.FullReport(), findings, data, moment);

    /// <summary>Ids of a list.</summary>
    public string Ids(FindingFilter? filter = null) => string.Join(' ', Store.Findings(filter ?? new FindingFilter()).Select(f => f.Id).Order(StringComparer.Ordinal));

    /// <summary>The finding as the list has it.</summary>
    public StoredFinding Listed(string id, FindingFilter? filter = null) => Assert.Single(Store.Findings(filter ?? new FindingFilter()), f => f.Id == id);

    public void Dispose()
    {
        Store.Dispose();
        folder.Dispose();
    }
}
