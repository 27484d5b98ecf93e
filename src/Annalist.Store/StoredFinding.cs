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

    /// <summary>Outlet of its report; null when unknown.</summary>
    public string? Outlet { get; init; }

    /// <summary>ISO day on which it was told (published, else the reference date); null when unknown.</summary>
    public string? Told { get; init; }

    /// <summary>Moment, ISO in UTC, at which this record learned it.</summary>
    public required string Learned { get; init; }

    /// <summary>Moment, ISO in UTC, at which a later coding took its place; null when it stands.</summary>
    public string? Retired { get; init; }

    /// <summary>The contract line.</summary>
    public required string Json { get; init; }

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
