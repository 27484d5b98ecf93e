using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>May X do Y toward Z?</summary>
public sealed record MayQuestion
{
    /// <summary>Code of who would act.</summary>
    public required string Bearer { get; init; }

    /// <summary>Event type or relation, in the record's spelling.</summary>
    public required string Act { get; init; }

    /// <summary>Code toward whom; null for anybody.</summary>
    public string? Toward { get; init; }

    /// <summary>The day; null for what is in force without an end.</summary>
    public DateOnly? At { get; init; }

    /// <summary>Words that narrow the act; null for the act as such.</summary>
    public string? Matter { get; init; }

    /// <summary>What it would be for, in words; null when not said.</summary>
    public string? Purpose { get; init; }

    /// <summary>True when the bearer would be at the receiving end: who accepts aid.</summary>
    public bool AsRecipient { get; init; }

    /// <summary>A tie that is supposed to be over or to be there; null for the world as it is.</summary>
    public Supposition? If { get; init; }

    /// <summary>The act as a relation; null when it is a type of event.</summary>
    internal Relation? Relation => Codes.Parse<Relation>(Act);
}
