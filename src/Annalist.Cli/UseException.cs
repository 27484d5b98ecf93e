namespace Annalist.Cli;

/// <summary>The command cannot be done as it was given.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="remedy">What to do about it.</param>
internal sealed class UseException(string message, string remedy) : Exception(message)
{
    /// <summary>What to do about it.</summary>
    public string Remedy { get; } = remedy;
}
