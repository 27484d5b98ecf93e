namespace Annalist.Coding;

/// <summary>A data file of the codebook cannot be used: it names the file, the place in it and the remedy.</summary>
public sealed class DataFileException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="file">Path of the file.</param>
    /// <param name="place">Line, element or id in it; null when it concerns the whole file.</param>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="inner">The error beneath; null when there is none.</param>
    public DataFileException(string file, string? place, string message, Exception? inner = null)
        : base($"{file}{(place is null ? "" : " (" + place + ")")}: {message}", inner) => File = file;

    /// <summary>Path of the file.</summary>
    public string File { get; }
}
