using Annalist.Model;

namespace Annalist.Store;

/// <summary>What a person said of a finding, with the finding as it was then: it stays known when a later coding finds it no longer.</summary>
public sealed record StoredVerdict
{
    /// <summary>Number of its line in the record, from 1: what was said later has a higher one.</summary>
    public long Key { get; init; }

    /// <summary>Id of the finding.</summary>
    public required string Id { get; init; }

    /// <summary>What was said: <c>accepted rejected withdrawn mended added merged</c>. Where something was taken back: what counts since, <c>withdrawn</c> when nothing does.</summary>
    public required string Verdict { get; init; }

    /// <summary>Who said it; null when nobody said who.</summary>
    public string? Author { get; init; }

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

    /// <summary>The finding's contract line as it was before; of one added by hand, as it was added.</summary>
    public required string Json { get; init; }

    /// <summary>The contract line as it should be; null when it should be as it was.</summary>
    public string? Mended { get; init; }

    /// <summary>Id of the finding that it was merged into; null for other verdicts.</summary>
    public string? Target { get; init; }

    /// <summary><see cref="Key"/> of the line that this one takes back; null when it takes none back.</summary>
    public long? Undoes { get; init; }

    /// <summary><see cref="Key"/> of the line that counts again; null when none does or nothing was taken back.</summary>
    public long? Restores { get; init; }

    /// <summary>The contract line that the program gives the finding of this id; null when it finds none.</summary>
    public string? Present { get; init; }

    /// <summary><see cref="Verdict"/> as a value.</summary>
    public Judgement Judgement => Codes.Parse<Judgement>(Verdict) ?? throw Unreadable($"'{Verdict}' is no verdict", null);

    /// <summary>How the finding has fared since it was judged.</summary>
    /// <exception cref="RecordException">A line is not one that this program can read.</exception>
    public JudgedState State
    {
        get
        {
            Finding then = ReadBefore();
            if (Present is null) return HandMade.Is(then) ? JudgedState.Stands : JudgedState.Gone;
            return HandMade.SaysTheSame(Line(Present), then) ? JudgedState.Stands : JudgedState.Changed;
        }
    }

    /// <summary>The finding as the person has it: as it was mended, else as it was judged. Read at each call.</summary>
    /// <exception cref="RecordException">The line is not one that this program can read.</exception>
    public Finding Read() => Line(Mended ?? Json);

    /// <summary>The finding as it was before, read from <see cref="Json"/> at each call.</summary>
    /// <exception cref="RecordException">The line is not one that this program can read.</exception>
    public Finding ReadBefore() => Line(Json);

    /// <summary>The finding as the program has it, read from <see cref="Present"/> at each call; null when it finds none.</summary>
    /// <exception cref="RecordException">The line is not one that this program can read.</exception>
    public Finding? ReadPresent() => Present is null ? null : Line(Present);

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
