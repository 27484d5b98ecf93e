namespace Annalist.Worlds;

/// <summary>A question that cannot be understood.</summary>
public sealed class QuestionException : Exception
{
    /// <summary>A question that cannot be understood.</summary>
    /// <param name="message">What is wrong with it.</param>
    /// <param name="remedy">What to do about it.</param>
    public QuestionException(string message, string remedy)
        : base(message) => Remedy = remedy;

    /// <summary>What to do about it.</summary>
    public string Remedy { get; }
}
