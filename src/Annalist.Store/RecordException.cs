namespace Annalist.Store;

/// <summary>The record could not be opened, read or written, in words for the person who runs the program.</summary>
public sealed class RecordException : Exception
{
    /// <summary>Says what is wrong and what to do.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="remedy">What to do about it.</param>
    /// <param name="inner">What the database said; null when the store found it.</param>
    public RecordException(string message, string remedy, Exception? inner = null) : base(message, inner) => Remedy = remedy;

    /// <summary>What to do about it.</summary>
    public string Remedy { get; }
}
