using System.Text.Json;
using Annalist.Model;

namespace Annalist.Store;

/// <summary>A finding as it stands in the record, with its times.</summary>
public sealed record StoredFinding
{
    /// <summary>Id of the finding.</summary>
    public required string Id { get; init; }

    /// <summary>Hash of its report.</summary>
    public required string ReportHash { get; init; }

    /// <summary>Label of its report in this record.</summary>
    public required string ReportLabel { get; init; }

    /// <summary>Title of its report; null when it has none.</summary>
    public string? ReportTitle { get; init; }

    /// <summary>Outlet of its report; null when unknown.</summary>
    public string? Outlet { get; init; }

    /// <summary>ISO day on which it was told (published, else the reference date); null when unknown.</summary>
    public string? Told { get; init; }

    /// <summary>Moment, ISO in UTC, at which this record learned it.</summary>
    public required string Learned { get; init; }

    /// <summary>Moment, ISO in UTC, at which a later coding or a person's word took its place; null when it stands.</summary>
    public string? Retired { get; init; }

    /// <summary>The contract line, in the form that counts.</summary>
    public required string Json { get; init; }

    /// <summary>The verdict that counts of it: <c>accepted rejected mended added merged</c>; null when there is none.</summary>
    public string? Verdict { get; init; }

    /// <summary>Who gave the verdict; null when there is none or nobody said.</summary>
    public string? Author { get; init; }

    /// <summary>Moment, ISO in UTC, of the verdict; null when there is none.</summary>
    public string? Judged { get; init; }

    /// <summary>True when this line stands by a person's word: added, mended, or accepted and coded otherwise or no longer since.</summary>
    public bool ByHand { get; init; }

    /// <summary>True when the corrected view leaves it out: rejected, merged, or the program's form of what a person mended.</summary>
    public bool LeftOut { get; init; }

    /// <summary>The finding, read from <see cref="Json"/> at each call.</summary>
    /// <exception cref="RecordException">The line is not one that this program can read.</exception>
    public Finding Read()
    {
        try
        {
            return (Finding)RecordJson.Read(Json);
        }
        catch (Exception e) when (e is JsonException or InvalidCastException)
        {
            throw new RecordException($"the finding {Id} cannot be read: {e.Message}", "the record was written by another program or damaged: read the reports again into a fresh record", e);
        }
    }
}
