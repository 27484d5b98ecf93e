namespace Annalist.Store;

/// <summary>What <see cref="RecordStore.Write"/> did with a report.</summary>
public enum WriteOutcome
{
    /// <summary>It was new.</summary>
    Stored,

    /// <summary>It was there, coded with the same data: nothing changed.</summary>
    Unchanged,

    /// <summary>It was there, coded with other data: its findings were replaced.</summary>
    Replaced,
}
