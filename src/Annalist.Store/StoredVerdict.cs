using Annalist.Model;

namespace Annalist.Store;

/// <summary>What a person said of a finding, with the finding as it was then: it stays known when a later coding finds it no longer.</summary>
public sealed record StoredVerdict
{
    /// <summary>Id of the finding.</summary>
    public required string Id { get; init; }

    /// <summary>What was said: <c>accepted</c>, <c>rejected</c> or <c>withdrawn</c>.</summary>
    public required string Verdict { get; init; }

    /// <summary>Why, in the person's words; null when nobody said.</summary>
    public string? Why { get; init; }

    /// <summary>Moment, ISO in UTC, at which it was said.</summary>
    public required string Judged { get; init; }

    /// <summary>Hash of the finding's report.</summary>
    public required string ReportHash { get; init; }

    /// <summary>Label of the report in this record.</summary>
    public required string ReportLabel { get; init; }

    /// <summary>Outlet of the report; null when unknown.</summary>
    public string? Outlet { get; init; }

    /// <summary>ISO day on which the report was told; null when unknown.</summary>
    public string? Told { get; init; }

    /// <summary>Moment, ISO in UTC, at which this record first learned the finding.</summary>
    public required string Learned { get; init; }

    /// <summary>The finding's contract line as it was judged.</summary>
    public required string Json { get; init; }

    /// <summary>The contract line of the finding of this id that stands; null when none does.</summary>
    public string? Present { get; init; }

    /// <summary><see cref="Verdict"/> as a value.</summary>
    public Judgement Judgement => Codes.Parse<Judgement>(Verdict) ?? throw Unreadable($"'{Verdict}' is no verdict", null);

    /// <summary>How the finding has fared since it was judged.</summary>
    /// <exception cref="RecordException">A line is not one that this program can read.</exception>
    public JudgedState State
    {
        get
        {
            if (Present is null) return JudgedState.Gone;
            // What gave the finding and how sure it is may change with every coding; what it says is what was judged.
            Finding now = Line(Present), then = Read();
            return now == then with { Data = now.Data, Rule = now.Rule, Confidence = now.Confidence, Notes = now.Notes } ? JudgedState.Stands : JudgedState.Changed;
        }
    }

    /// <summary>The finding as it was judged, read from <see cref="Json"/> at each call.</summary>
    /// <exception cref="RecordException">The line is not one that this program can read.</exception>
    public Finding Read() => Line(Json);

    private Finding Line(string json)
    {
        try
        {
            return (Finding)RecordJson.Read(json);
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or InvalidCastException)
        {
            throw Unreadable(e.Message, e);
        }
    }

    private RecordException Unreadable(string why, Exception? inner) =>
        new($"the verdict on {Id} cannot be read: {why}", "the record was written by another program or damaged: restore it from a copy", inner);
}
